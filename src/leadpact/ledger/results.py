"""Results of measures, kept by measure, parameters and watermark: how a question is written, kept and found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from leadpact.ledger.models import MeasureResult, PactVersion

KEPT = 5
"""So many results of the same question are kept."""
DAYS = ("as_of", "since", "until")
FILTERS = ("source", "team", "segment", "pact", "version", "campaign")
"""Which leads count; see ``evidence.chosen``."""
PEOPLE = "people"
"""Of the JSON of an answer about a part of the leads: the ids of the people behind each part; doors leave it out."""
_MADE_BY = "made_by"
NAMES = (*DAYS, *FILTERS, "event", "by")
_OLDEST = (*DAYS, "source", "event")
"""These stand in the key even where they are not given, as ever."""


class WrongQuestion(ValueError):
    """A parameter is not known or cannot be read; the message says which and what was expected."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a measure is asked with. Days are whole days in the company's zone, the last one included.

    ``as_of`` None means now. ``source``, ``team``, ``segment``, ``pact`` (its name), ``version`` and
    ``campaign`` say which leads count.
    ``event`` is what counts, for measures that let one choose. ``by`` names a dimension to split by.
    """

    as_of: date | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None
    event: str | None = None
    team: str | None = None
    segment: str | None = None
    version: str | None = None
    campaign: str | None = None
    pact: str | None = None
    by: str | None = None

    @property
    def key(self) -> str:
        """The one way to write this question: JSON with sorted keys."""
        plain = {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(self).items()
            if value is not None or name in _OLDEST
        }
        return json.dumps(plain, sort_keys=True, ensure_ascii=False)

    @property
    def is_part(self) -> bool:
        """Whether it asks about a part of the leads or of the time, or for several parts."""
        return bool(self.filters or self.by or self.since or self.until)

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are given, by name."""
        return {name: value for name in FILTERS if (value := getattr(self, name)) is not None}

    @property
    def narrowed(self) -> dict[str, str]:
        """The filters as the facts know them: a pact by the ids of its versions.

        Raises ``WrongQuestion`` for a pact that does not exist.
        """
        found = self.filters
        if self.pact is not None:
            ids = PactVersion.objects.filter(name=self.pact).order_by("pk").values_list("pk", flat=True)
            if not ids:
                names = sorted(set(PactVersion.objects.values_list("name", flat=True)))
                known = f"There are: {', '.join(names)}." if names else "None was proposed yet."
                raise WrongQuestion(f"There is no pact named {self.pact!r}. {known}")
            found["pact"] = ",".join(map(str, ids))
        return found

    @property
    def whole_months(self) -> dict[str, int]:
        """The first and the last month, yyyymm, that lie wholly in the period; of an open end there is none."""
        found = {}
        if self.since is not None:
            whole = self.since if self.since.day == 1 else self.since.replace(day=1) + timedelta(days=31)
            found["first_month"] = whole.year * 100 + whole.month
        if self.until is not None:
            after = self.until + timedelta(days=1)
            whole = after.replace(day=1) - timedelta(days=1)
            found["last_month"] = whole.year * 100 + whole.month
        return found

    def instants(self, zone: ZoneInfo, now_s: int) -> dict[str, int]:
        """Epoch seconds as measures take them: ``as_of_s`` (never after now), ``since_s``, ``until_s`` (excluded).

        Raises ``WrongQuestion`` for a day of which nothing can be known yet.
        """
        today = _local_day(now_s, zone)
        if self.as_of is not None and self.as_of > today:
            raise WrongQuestion(
                f"as_of is {self.as_of}, a day that has not come: nobody knows yet what will be known then. "
                f"Leave it out for now, or choose a day up to {today}."
            )
        found = {"as_of_s": now_s if self.as_of is None else min(now_s, _end_s(self.as_of, zone) - 1)}
        if self.since is not None:
            found["since_s"] = _end_s(self.since - timedelta(days=1), zone)
        if self.until is not None:
            found["until_s"] = _end_s(self.until, zone)
        return found


NOW = Question()
"""The question without parameters: everything, as of now."""


def _end_s(day: date, zone: ZoneInfo) -> int:
    return int(datetime.combine(day + timedelta(days=1), datetime.min.time(), zone).timestamp())


def question(given: Mapping[str, str | None]) -> Question:
    """Read a question from texts as doors have them; empty ones count as not given.

    Raises ``WrongQuestion``.
    """
    unknown = [name for name in given if name not in NAMES]
    if unknown:
        raise WrongQuestion(f"There is no parameter {unknown[0]}; there are: {', '.join(NAMES)}.")
    texts = {name: text.strip() for name, text in given.items() if text and text.strip()}
    given_as: dict[str, Any] = {name: _day(name, texts[name]) for name in DAYS if name in texts}
    given_as |= {name: texts[name] for name in (*FILTERS, "event", "by") if name in texts}
    asked = Question(**given_as)
    if asked.since and asked.until and asked.until < asked.since:
        raise WrongQuestion(f"until is {asked.until} and lies before since, {asked.since}; swap them.")
    if len(asked.key) > 500:
        raise WrongQuestion("The filters are longer together than any can be; choose of those that the page offers.")
    return asked


def _day(name: str, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise WrongQuestion(f"{name} is {text!r}; expected a day such as 2026-03-31.") from error
    if not 1900 <= day.year <= 2200:
        raise WrongQuestion(f"{name} is {text!r}; expected a day between 1900 and 2200.")
    return day


@dataclass(frozen=True, slots=True)
class Kept:
    """A result as it is kept. ``body`` is the JSON of the measure's answer; instants are epoch seconds.

    ``made_by`` names the version of the measures that gave it.
    """

    measure: str
    key: str
    watermark: int
    as_of_s: int
    made_s: int
    body: Mapping[str, Any]
    made_by: str = ""

    def is_stale(self, watermark: int, zone: ZoneInfo, now_s: int) -> bool:
        """Whether facts came since, or the answer is as of now and another day has begun."""
        if self.watermark != watermark:
            return True
        is_now = json.loads(self.key)["as_of"] is None
        return is_now and _local_day(self.as_of_s, zone) != _local_day(now_s, zone)


def _local_day(at_s: int, zone: ZoneInfo) -> date:
    return datetime.fromtimestamp(at_s, zone).date()


def latest(measure: str, key: str = NOW.key, *, made_by: str = "") -> Kept | None:
    """The newest result of a question; None when it was never answered.

    So it is when the newest was not ``made_by`` the version of the measures that is named: another one may have
    counted by other rules, and told it in other words.
    """
    row = MeasureResult.objects.filter(measure=measure, parameters=key).order_by("-made_s", "-watermark").first()
    if row is None:
        return None
    body = json.loads(row.body)
    kept = Kept(measure, key, row.watermark, row.as_of_s, row.made_s, body, body.pop(_MADE_BY, ""))
    return kept if kept.made_by == made_by else None


def keep(result: Kept) -> None:
    """Keep a result, in place of one of the same watermark, and let go of all but the newest ``KEPT``."""
    body = {**result.body, **({_MADE_BY: result.made_by} if result.made_by else {})}
    row = MeasureResult(
        measure=result.measure, parameters=result.key, watermark=result.watermark, as_of_s=result.as_of_s,
        made_s=result.made_s, body=json.dumps(body, ensure_ascii=False, separators=(",", ":")),
    )  # fmt: skip
    MeasureResult.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["measure", "parameters", "watermark"],
        update_fields=["as_of_s", "made_s", "body"],
    )
    same = MeasureResult.objects.filter(measure=result.measure, parameters=result.key)
    older = list(same.order_by("-made_s", "-watermark").values_list("pk", flat=True)[KEPT:])
    if older:
        MeasureResult.objects.filter(pk__in=older).delete()


def forget(before_s: int) -> int:
    """Let go of answers to other questions than the plain one that were made before an instant. Gives how many."""
    gone, _ = MeasureResult.objects.filter(made_s__lt=before_s).exclude(parameters=NOW.key).delete()
    return gone


def once_of(measure: str, key: str) -> str:
    """The mark of the job that answers this question."""
    return f"result:{measure}:{sha256(key.encode()).hexdigest()[:32]}"
