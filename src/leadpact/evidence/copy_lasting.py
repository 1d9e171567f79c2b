"""Tables that last: what queries share, kept beside the columnar copy and brought up to date by lead.

Most of what a measure counts is told of one lead by that lead's facts alone. When facts come, only the rows of the
leads that they tell of can change, and of those whose facts count for the same lead: merged ones, and those of the same
deal. These rows are taken out and made anew from the facts of these leads; all others stay. A sum over leads loses
what these leads had in it and gains what they have now.

A snapshot decides which facts are known. One that is later knows more of them, and they are found by their instants;
of an earlier one, of a period, or where rows hang on more than one lead, tables are made as if nothing lasted.

The tables lie in a file of their own, which may be thrown away at any time.
"""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any, NamedTuple

from leadpact.evidence.copy import CopyDamaged, CopyStarved
from leadpact.evidence.shared import Aside
from leadpact.evidence.tables import DAY_S, OF_ALL_TIME, SCHEMA
from leadpact.rules.facts import KINDS

log = logging.getLogger("leadpact.evidence")
PLACE = "lasting"
"""The name under which the engine has the file."""
OF_ALL = {**OF_ALL_TIME, "is_by_account": 0}
"""What a question says when it is asked of all leads, each by itself."""
MOST_OF_100 = 2
"""When facts came of more leads than these, of a hundred, all tables are made anew."""
UNUSED_DAYS = 3
"""Tables that nobody asked of for so long are dropped."""
_AS_OF = "${as_of_s}"
_KNOWN = re.compile(r'"(?:recorded_s|occurred_s)" <= \$\{as_of_s\}')
_NEEDED = re.compile(r'"((?:shared|lasting)_[0-9a-f]{16})"')
_STATE = "born VARCHAR, made_by VARCHAR, watermark BIGINT, as_of_s BIGINT"
_TABLES = "name VARCHAR, text VARCHAR, lead VARCHAR, sums VARCHAR, used_s BIGINT"
_DEALS = "kind IN ('deal_opened', 'stage_changed', 'won', 'lost') AND coalesce(deal_id, 0) > 0"
LEADS_OF_SHARED_DEALS = (
    "SELECT facts.deal_id, facts.lead_id, shared.first_id FROM facts JOIN (SELECT deal_id, min(lead_id) AS first_id"
    f" FROM facts WHERE {_DEALS} GROUP BY deal_id HAVING min(lead_id) <> max(lead_id)) AS shared"
    f" ON facts.deal_id = shared.deal_id WHERE {_DEALS.replace('deal_id', 'facts.deal_id')}"
)
"""The SQL of the leads of each deal that several leads have, with the first of these."""


class State(NamedTuple):
    """What the tables were made of: the copy by its name, our sources, the newest fact, and the snapshot."""

    born: str
    made_by: str
    watermark: int
    as_of_s: int


class Lasting:
    """The lasting tables of one look at the copy. ``run`` runs SQL in the engine that has the file.

    ``now`` says what the copy is; its ``as_of_s`` is not used.
    """

    def __init__(self, run: Callable[[str], Iterable[Sequence[Any]]], now: State) -> None:
        self._run = run
        self._now = now
        self._have: dict[str, Aside] = {}
        self._used_s: dict[str, int] = {}
        self._state: State | None = None
        self.is_of_use = True
        self.is_damaged = False
        with self._thrown_away_if_damaged():
            self._open()

    @contextmanager
    def _thrown_away_if_damaged(self) -> Iterator[None]:
        """What cannot be read or written is used no more; whoever holds a file that is damaged deletes it."""
        try:
            yield
        except CopyStarved:
            log.warning("the tables that last are not used, and what is shared is counted anew", exc_info=True)
            self.is_of_use = False
        except CopyDamaged:
            log.warning("the tables that last are thrown away, and what is shared is counted anew", exc_info=True)
            self.is_of_use, self.is_damaged = False, True

    def _open(self) -> None:
        for name, columns in (("state", _STATE), ("tables", _TABLES)):
            self._run(f"CREATE TABLE IF NOT EXISTS {PLACE}.{name} ({columns})")
        rows = [State(*row) for row in self._run(f"SELECT {', '.join(State._fields)} FROM {PLACE}.state")]
        for name, text, lead, sums, used_s in self._run(
            f"SELECT name, text, lead, sums, used_s FROM {PLACE}.tables ORDER BY rowid"
        ):
            self._have[str(name)] = Aside(str(name), str(text), str(lead), str(sums))
            self._used_s[str(name)] = int(used_s)
        if not rows or rows[0][:2] != self._now[:2]:
            self._forget()
            return
        self._state = rows[0]
        if self._state.watermark > self._now.watermark:
            self.is_of_use = False  # Somebody looked at a newer list of parts.

    def is_of(self, as_of_s: int) -> bool:
        """Whether tables that last may be asked as of a snapshot: none that is earlier than theirs."""
        return self.is_of_use and (self._state is None or as_of_s >= self._state.as_of_s)

    def table(self, each: Aside, text: str, values: Mapping[str, int]) -> str | None:
        """The name of the lasting table for a shared one, made or brought up to date; None where it cannot last.

        ``text`` is its SQL with its values but for the snapshot, and the names of the tables that it needs.
        """
        if self.is_of(values["as_of_s"]) and _may_last(each, text, values):
            with self._thrown_away_if_damaged():
                return self._table(each, text, int(values["as_of_s"]))
        return None

    def _table(self, each: Aside, text: str, as_of_s: int) -> str | None:
        self._bring_to(as_of_s)
        name = f"lasting_{sha256(text.encode()).hexdigest()[:16]}"
        if name not in self._have:
            lasts = Aside(name, text, each.lead, each.sums)
            self._within(
                f"CREATE TABLE {PLACE}.{name} AS {text.replace(_AS_OF, str(as_of_s))}",
                f"INSERT INTO {PLACE}.tables VALUES ({', '.join(map(_quoted, lasts))}, {as_of_s})",
            )
            self._have[name], self._used_s[name] = lasts, as_of_s
        elif self._used_s[name] < as_of_s - DAY_S:
            self._run(f"UPDATE {PLACE}.tables SET used_s = {as_of_s} WHERE name = '{name}'")
            self._used_s[name] = as_of_s
        return name

    def check(self, progress: Callable[[int, int], None]) -> tuple[int, int]:
        """Count every table anew, brought up to date: how many there are, and of how many the rows differ."""
        if self._state is None or not self.is_of_use:
            return 0, 0
        self._bring_to(self._state.as_of_s)
        wrong = 0
        for done, (name, each) in enumerate(self._have.items(), 1):
            anew = each.text.replace(_AS_OF, str(self._state.as_of_s))
            [lasts], [counted] = (
                list(self._run(f"SELECT count(*), CAST(sum(hash(row_of)) AS VARCHAR) FROM {rows} AS row_of"))
                for rows in (f"{PLACE}.{name}", f"({anew})")
            )
            wrong += tuple(lasts) != tuple(counted)
            progress(done, len(self._have))
        return len(self._have), wrong

    def _bring_to(self, as_of_s: int) -> None:
        """Make the tables those of the copy and the snapshot now."""
        wanted = self._now._replace(as_of_s=as_of_s)
        if self._state == wanted:
            return
        if self._state is not None and self._have:
            self._bring(self._state, wanted)
        else:
            self._within(*self._stating(wanted))
        self._state = wanted

    def _bring(self, before: State, wanted: State) -> None:
        self._drop([name for name, used_s in self._used_s.items() if used_s < wanted.as_of_s - UNUSED_DAYS * DAY_S])
        touched = self._find_touched(before) if self._have else 0
        if touched < 0:
            self._forget()
        if touched <= 0:
            self._within(*self._stating(wanted))
            return
        self._run(f"CREATE OR REPLACE TEMP TABLE facts_now AS {_facts_read(self._have.values())}")
        self._run(f"CREATE OR REPLACE TEMP TABLE facts_then AS FROM facts_now WHERE seq <= {before.watermark}")
        self._run(
            f"CREATE OR REPLACE TEMP TABLE corrections_then AS FROM corrections WHERE told_seq <= {before.watermark}"
        )
        then = self._needed([each for each in self._have.values() if each.sums])
        for name, each in self._have.items():
            self._run(f"CREATE OR REPLACE TEMP TABLE {name}_now AS {_of_some(each, '_now', wanted.as_of_s)}")
            if name in then:
                self._run(f"CREATE OR REPLACE TEMP TABLE {name}_then AS {_of_some(each, '_then', before.as_of_s)}")
        changes = [change for each in self._have.values() for change in self._changes(each)]
        self._within(*changes, *self._stating(wanted))
        made = [f"{name}_{end}" for name in self._have for end in ("now", "then")]
        for name in (*made, "facts_now", "facts_then", "corrections_then", "summed", "touched", "tied"):
            self._run(f"DROP TABLE IF EXISTS temp.{name}")

    def _needed(self, asked: list[Aside]) -> set[str]:
        """The names of these tables and of all that they need."""
        names = {each.name for each in asked}
        for each in reversed(list(self._have.values())):
            if each.name in names:
                names |= set(_NEEDED.findall(each.text))
        return names

    def _find_touched(self, before: State) -> int:
        """Make a table of the leads whose rows may have changed: facts of them came, or are known only now.

        Gives how many there are; -1 where these are so many that all tables are better made anew.
        """
        newer = f"told_seq > {before.watermark} OR recorded_s > {before.as_of_s}"
        self._run(
            "CREATE OR REPLACE TEMP TABLE tied AS"
            " SELECT lead_id AS one_id, CAST(value_number AS BIGINT) AS other_id FROM facts"
            " WHERE kind IN ('merged', 'unmerged') AND value_number IS NOT NULL"
            f" UNION SELECT lead_id, first_id FROM ({LEADS_OF_SHARED_DEALS})"
        )
        self._run(
            "CREATE OR REPLACE TEMP TABLE touched AS WITH RECURSIVE reached AS ("
            f"SELECT lead_id FROM facts WHERE seq > {before.watermark}"
            f" UNION SELECT lead_id FROM facts WHERE occurred_s > {before.as_of_s}"
            f" UNION SELECT lead_id FROM facts WHERE recorded_s > {before.as_of_s}"
            f" UNION SELECT lead_id FROM facts WHERE seq IN (SELECT seq FROM corrections WHERE {newer})"
            " UNION SELECT both_ways.other_id FROM reached JOIN"
            " (SELECT one_id, other_id FROM tied UNION ALL SELECT other_id, one_id FROM tied) AS both_ways"
            " ON both_ways.one_id = reached.lead_id"
            ") SELECT DISTINCT lead_id FROM reached WHERE coalesce(lead_id, 0) <> 0"
        )
        [(touched, leads)] = self._run(
            "SELECT count(*), (SELECT max(lead_id) - min(lead_id) + 1 FROM facts WHERE kind = 'captured') FROM touched"
        )
        return -1 if touched * 100 > MOST_OF_100 * (leads or 0) else int(touched)

    @staticmethod
    def _changes(each: Aside) -> list[str]:
        place = f"{PLACE}.{each.name}"
        if each.lead:
            return [
                f"DELETE FROM {place} WHERE {each.lead} IN (FROM touched)",
                f"INSERT INTO {place} BY NAME FROM {each.name}_now",
            ]
        added = (
            f"SELECT * REPLACE (CAST(sum({each.sums}) AS BIGINT) AS {each.sums}) FROM (FROM {place}"
            f" UNION ALL BY NAME FROM {each.name}_now"
            f" UNION ALL BY NAME SELECT * REPLACE (-{each.sums} AS {each.sums}) FROM {each.name}_then)"
            f" GROUP BY ALL HAVING sum({each.sums}) <> 0"
        )
        return [
            f"CREATE OR REPLACE TEMP TABLE summed AS {added}",
            f"DELETE FROM {place}",
            f"INSERT INTO {place} BY NAME FROM summed",
        ]

    def _forget(self) -> None:
        """Drop every table."""
        self._drop(list(self._have))
        self._within(f"DELETE FROM {PLACE}.state")
        self._state = None

    def _drop(self, names: list[str]) -> None:
        for name in reversed(names):
            self._within(f"DROP TABLE IF EXISTS {PLACE}.{name}", f"DELETE FROM {PLACE}.tables WHERE name = '{name}'")
            del self._have[name], self._used_s[name]

    @staticmethod
    def _stating(state: State) -> tuple[str, str]:
        values = f"{_quoted(state.born)}, {_quoted(state.made_by)}, {state.watermark}, {state.as_of_s}"
        return f"DELETE FROM {PLACE}.state", f"INSERT INTO {PLACE}.state VALUES ({values})"

    def _within(self, *statements: str) -> None:
        """Run them all or none."""
        self._run("BEGIN")
        try:
            for each in statements:
                self._run(each)
        except BaseException:
            self._run("ROLLBACK")
            raise
        self._run("COMMIT")


def _may_last(each: Aside, text: str, values: Mapping[str, int]) -> bool:
    """Whether its rows hang on the facts of one lead each, and all that it needs lasts."""
    if not each.lead and not each.sums:
        return False
    if any(f"${{{name}}}" in each.text and values[name] != of_all for name, of_all in OF_ALL.items()):
        return False
    return _AS_OF not in _KNOWN.sub("", text) and '"shared_' not in text


def _facts_read(tables: Collection[Aside]) -> str:
    """The SQL of the facts of touched leads: of each kind what the tables that name it read, for reading is dear."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for kind in KINDS:
        texts = " ".join(each.text for each in tables if f"'{kind}'" in each.text)
        groups[tuple(name for name in SCHEMA if f'"{name}"' in texts)].append(_quoted(kind))
    return " UNION ALL BY NAME ".join(
        f"SELECT {', '.join(names)} FROM facts WHERE kind IN ({', '.join(kinds)}) AND lead_id IN (FROM touched)"
        for names, kinds in groups.items()
        if names
    )


def _of_some(each: Aside, end: str, as_of_s: int) -> str:
    """The SQL of a table for the touched leads alone, from tables that are called with this end."""
    text = each.text.replace(_AS_OF, str(as_of_s)).replace('"facts"', f'"facts{end}"')
    if end == "_then":
        text = text.replace('"corrections"', '"corrections_then"')
    return _NEEDED.sub(rf'"\1{end}"', text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
