"""How far buyers had come before the first talk with sales, of deals won and of deals lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from leadpact.evidence.behind import Behind, Key, same
from leadpact.evidence.leads import is_two_way
from leadpact.evidence.measure import AS_OF, SOURCE, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.outcomes import closed, order_median
from leadpact.evidence.result import Row, share, span_words
from leadpact.evidence.tables import DAY_S, FAR_S, count_of, earliest, known, one, settled, shared_of_period, whole
from leadpact.evidence.uncertainty import FEW
from leadpact.rules.facts import ATTEMPTS, TOUCHES

OUTCOMES = {"won": 1, "lost": 0}
TOUCH_BANDS = ((0, 0, "0"), (1, 1, "1"), (2, 2, "2"), (3, 4, "3-4"), (5, 9, "5-9"), (10, 10**6, "10+"))
TOUCH_WORDS = {name: span_words(name) for _, _, name in TOUCH_BANDS}
_MOST, _MOST_DAYS = 60, 730
MATERIAL = ("asset_sent", "asset_viewed")


@shared_of_period("lead_id", "end_s")
def journeys(table: Any, p: Values) -> Any:
    """One row per closed deal: how many touches, days and pieces of material came before the talk with sales.

    Columns: lead_id, source, is_won, end_s, has_talk, touches (before), material (before), days (first touch to talk),
    touches_of_100 and days_of_100 (what lay before it, of all until the end; -1 where there is no touch).
    """
    deals = closed(table, p)
    told = known(table, p["as_of_s"], TOUCHES, of=deals)
    is_contact = told.kind.isin(sorted(ATTEMPTS))
    told = told.select(
        *("lead_id", "occurred_s"),
        is_talk=one(is_two_way(told)),
        is_early=one(~(is_contact & (told.side == "buyer")) & (told.side != "sales")),
        is_material=one(told.kind.isin(list(MATERIAL)) & (told.side != "sales")),
    )
    both = settled(told.join(deals.select("opened_s", "end_s", deal_lead_id="lead_id"), [("lead_id", "deal_lead_id")]))
    both = both.filter(both.occurred_s <= both.end_s)
    begin = both.group_by("lead_id").agg(
        talk_s=earliest(both.is_talk == 1, both.occurred_s), opened_s=both.opened_s.min()
    )
    begin = begin.select(
        begin_lead_id="lead_id", has_talk=one(begin.talk_s < FAR_S),
        begin_s=(begin.talk_s < begin.opened_s).ifelse(begin.talk_s, begin.opened_s),
    )  # fmt: skip
    both = settled(both.join(begin, [("lead_id", "begin_lead_id")]))
    is_before = both.occurred_s < both.begin_s
    per = both.group_by(per_lead_id="lead_id").agg(
        has_talk=both.has_talk.max(),
        touches=count_of((both.is_early == 1) & is_before),
        material=count_of((both.is_material == 1) & is_before),
        first_s=earliest((both.is_early == 1) & is_before, both.occurred_s),
        begin_s=both.begin_s.max(),
        everything=count_of((both.is_early == 1) | (both.is_talk == 1)),
    )
    row = settled(deals.left_join(per, [("lead_id", "per_lead_id")]))
    first_s, begin_s = row.first_s.fill_null(FAR_S), row.begin_s.fill_null(FAR_S)
    has_touch = first_s < FAR_S
    span_s, before_s = has_touch.ifelse(row.end_s - first_s, 0), has_touch.ifelse(begin_s - first_s, 0)
    touches, everything = row.touches.fill_null(0), row.everything.fill_null(0)
    return row.select(
        *("lead_id", "source", "is_won", "end_s"),
        has_talk=row.has_talk.fill_null(0),
        touches=_at_most(touches, _MOST),
        material=_at_most(row.material.fill_null(0), _MOST),
        days=_at_most(whole(before_s, DAY_S), _MOST_DAYS),
        touches_of_100=(everything > 0).ifelse(_of_100(touches, everything), 0),
        days_of_100=(span_s > 0).ifelse(_of_100(before_s, span_s), 0),
    )


def _at_most(number: Any, most: int) -> Any:
    return (number > most).ifelse(most, number)


def _of_100(top: Any, bottom: Any) -> Any:
    safe = (bottom > 0).ifelse(bottom, 1)
    return whole(100 * top, safe)


def before(table: Any, p: Values) -> Any:
    """Deals by how many touches and pieces of material came before."""
    told = journeys(table, p)
    return told.group_by(["source", "is_won", "has_talk", "touches", "material"]).agg(deals=told.count())


def days_before(table: Any, p: Values) -> Any:
    """Deals by the days from the first touch to the talk."""
    told = journeys(table, p)
    return told.group_by(["source", "is_won", "days"]).agg(deals=told.count())


def shares_before(table: Any, p: Values) -> Any:
    """Deals by what lay before the talk, of 100 touches and of 100 days."""
    told = journeys(table, p)
    return told.group_by(["source", "is_won", "touches_of_100", "days_of_100"]).agg(deals=told.count())


def estimate(counts: Counts, values: Values) -> Answer:
    """Medians with their range for won and lost deals side by side, and how the touches are spread."""
    own = {
        name: [row for row in counts[name] if values["source"] in (None, row["source"])]
        for name in ("before", "days_before", "shares_before")
    }
    if not own["before"]:
        return Answer("Counted", "none", {})
    rows = [_row(outcome, own) for outcome in OUTCOMES]
    won = rows[0]
    args: Row = {"won": won["deals"], "lost": rows[1]["deals"], "no_touch": won["no_touch"]}
    key = "few"
    if won["deals"] >= FEW:
        key = "untouched" if won["no_touch"] == won["deals"] else "won"
        names = ("touches", "days", "days_of_100")
        args |= {f"{name}{end}": won[f"{name}{end}"] for name in names for end in ("", "_low", "_high")}
    silent = sum(row["deals"] for row in own["before"] if not row["has_talk"])
    notes: list[tuple[str, Row]] = [("at_least", {})]
    if silent:
        notes.append(("no_talk", {"deals": silent}))
    spread = [line for outcome in OUTCOMES for line in _spread(outcome, own["before"])]
    return Answer("Counted", key, args, rows=tuple(rows), tables={"touches": tuple(spread)}, notes=tuple(notes))


def _row(outcome: str, own: Mapping[str, list[Row]]) -> Row:
    side = {name: [row for row in rows if row["is_won"] == OUTCOMES[outcome]] for name, rows in own.items()}
    deals = sum(row["deals"] for row in side["before"])
    none = sum(row["deals"] for row in side["before"] if not row["touches"])
    line: Row = {"outcome": outcome, "deals": deals, "no_touch": none, **share(none, deals, "no_touch_share")}
    for name, table in (
        ("touches", "before"), ("material", "before"), ("days", "days_before"),
        ("touches_of_100", "shares_before"), ("days_of_100", "shares_before"),
    ):  # fmt: skip
        found = order_median(_added(side[table], name))
        is_shown = deals >= FEW
        line[name] = found["median"] if is_shown else None
        line[f"{name}_low"], line[f"{name}_high"] = (found[end] if is_shown else None for end in ("low", "high"))
    return line


def _added(rows: Iterable[Row], column: str) -> dict[int, int]:
    found: dict[int, int] = defaultdict(int)
    for row in rows:
        found[row[column]] += row["deals"]
    return dict(found)


def _spread(outcome: str, rows: list[Row]) -> list[Row]:
    own = [row for row in rows if row["is_won"] == OUTCOMES[outcome]]
    deals = sum(row["deals"] for row in own)
    found = []
    for low, high, name in TOUCH_BANDS:
        k = sum(row["deals"] for row in own if low <= row["touches"] <= high)
        found.append({"outcome": outcome, "touches": name, "deals": k, "of": deals, **share(k, deals)})
    return found


def _in_band(value: str, _key: Key, _values: Mapping[str, int]) -> str:
    low, high = _BANDS[value]
    return f"touches >= {low} AND touches <= {high}"


_BANDS = {name: (low, high) for low, high, name in TOUCH_BANDS}
_BEHIND = Behind(
    journeys,
    "lead_id",
    {
        "source": same("source"),
        "outcome": lambda value, _key, _values: f"is_won = {OUTCOMES[value]}",
        "touches": _in_band,
    },
)

MEASURE = Measure(
    name="readiness",
    title="Readiness",
    question="How far had buyers come on their own before the first talk with sales, in deals won and in deals lost?",
    unit="touches, days and pieces of material before the first talk",
    least_sample=FEW,
    counted=(
        "Leads whose deal ended in the period, won (at the first win) or lost (the last deal, with none still "
        "open). Before: what buyers did and marketing sent until the first talk with sales, which is a contact that "
        "was reached, replied or held, or that came from the buyer, or until the deal was opened, whichever was "
        "recorded first: nobody opens a deal without a talk. Deals with nothing recorded before count as 0."
    ),
    formula=(
        "Medians with the interval of order statistics (binomial, 95%). Of 100 touches: those before, of these and "
        "all talks until the end. Of 100 days: first touch to talk, of first touch to the end; 0 without a touch."
    ),
    assumptions=("Touches are recorded under the lead that bought.",),
    cannot_say=(
        "What people read without leaving a name: every figure is 'at least'.",
        "Whether talking sooner or later wins more.",
    ),
    published="none of its own; the interval is that of any textbook on order statistics, checked by simulation",
    reads=(
        ("deal_opened, stage_changed, won, lost", "seq, occurred_s, deal_id"),
        ("captured", "occurred_s, side, source"),
        ("page_view, form_filled, email_opened, email_clicked, event_visit, asset_sent, asset_viewed, referred",
         "occurred_s, side"),
        ("call, email, meeting, social", "occurred_s, side, value_code (reached, reply, replied, held)"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only deals that ended at or after it"),
        Parameter("until_s", "instant", "only deals that ended before it"),
        SOURCE,
    ),
    queries=(
        Query("before", before),
        Query("days_before", days_before),
        Query("shares_before", shares_before),
    ),
    estimate=estimate,
    chart="spread",
    sentences={
        "none": "No deals ended in this period, so there is no way to look back on.",
        "few": "Deals won: {won:,}, lost: {lost:,}. Too few to say how far buyers had come.",
        "won": (
            "Buyers of {won:,} deals won had at least {touches:.0f} touches ({touches_low} to {touches_high}) over "
            "{days:.0f} days ({days_low} to {days_high}) before the first talk: half of them had gone at least "
            "{days_of_100:.0f} of 100 days of their way. Without a recorded touch before, and counted as 0: "
            "{no_touch:,}."
        ),
        "untouched": (
            "Of {won:,} deals won none has a recorded touch before the first talk, so nothing says how far their "
            "buyers had come by then."
        ),
        "at_least": "Anonymous research leaves no trace, so each figure is 'at least'.",
        "no_talk": "Deals without a recorded talk, taken to begin when they were opened or ended: {deals:,}.",
    },
    layouts=(
        Layout(
            "", "Won and lost",
            (
                Shown("outcome", "Outcome", "code"), Shown("deals", "Deals", opens={}),
                Shown("no_touch", "Without a touch before", opens={"touches": "0"}),
                Shown("touches", "Touches before", "number", digits=1),
                Shown("days", "Days before", "number", digits=1),
                Shown("material", "Material before", "number", digits=1),
                Shown("touches_of_100", "Of 100 touches", "number"), Shown("days_of_100", "Of 100 days", "number"),
            ),
            key=("outcome",),
        ),
        Layout(
            "touches", "Touches before the first talk",
            (
                Shown("outcome", "Outcome", "code"), Shown("touches", "Touches", "text", words=TOUCH_WORDS),
                Shown("deals", "Deals", opens={}), Shown("share", "Share", "share"),
            ),
            key=("outcome", "touches"),
        ),
    ),
    behind=_BEHIND,
)  # fmt: skip
