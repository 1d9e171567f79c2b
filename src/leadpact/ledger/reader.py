"""Reading facts and the words kept apart from them, as plain tuples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from leadpact.ledger.statements import hand
from leadpact.rules.facts import KINDS, Fact

_COLUMNS = ", ".join(Fact._fields)
CHUNK = 500
"""Values bound in one statement; SQLite allows more, PostgreSQL plans better with fewer."""

Words = dict[int, tuple[str, str]]
"""seq of a described fact -> (field, text)."""


def chunks(values: Iterable[int | str], size: int = CHUNK) -> Iterator[list[int | str]]:
    """The values in lists of at most ``size``."""
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part


def marks(values: Sequence[object]) -> str:
    """Placeholders for a list of bound values."""
    return ", ".join(["%s"] * len(values))


def family(lead_ids: Iterable[int]) -> dict[int, set[int]]:
    """Every lead merged into one of these, and these themselves: member id -> those of these that tell its facts."""
    members: dict[int, set[int]] = {}
    front: dict[int, set[int]] = {lead_id: {lead_id} for lead_id in lead_ids}
    while front:
        for member, roots in front.items():
            members.setdefault(member, set()).update(roots)
        found: dict[int, set[int]] = {}
        for part in chunks(front):
            with hand() as cursor:
                cursor.execute(f"SELECT id, merged_into_id FROM leads WHERE merged_into_id IN ({marks(part)})", part)
                for member, into in cursor.fetchall():
                    new = front[into] - members.get(member, set())
                    if new:
                        found.setdefault(member, set()).update(new)
        front = found
    return members


def roots(lead_ids: Iterable[int]) -> dict[int, int]:
    """The survivor of each merged lead, over any number of merges; those that stand for themselves are absent."""
    into: dict[int, int] = {}
    front = set(lead_ids)
    while front:
        found: dict[int, int] = {}
        for part in chunks(front):
            with hand() as cursor:
                cursor.execute(
                    f"SELECT id, merged_into_id FROM leads WHERE id IN ({marks(part)}) AND merged_into_id IS NOT NULL",
                    part,
                )
                found.update(cursor.fetchall())
        front = set(found.values()) - into.keys() - found.keys()
        into |= found
    ends: dict[int, int] = {}
    for lead_id in into:
        end, steps = lead_id, 0
        while end in into and steps <= len(into):
            end, steps = into[end], steps + 1
        ends[lead_id] = end
    return ends


def root(lead_id: int) -> int:
    """The lead that tells this one's facts: the survivor where it was merged, else itself."""
    return roots([lead_id]).get(lead_id, lead_id)


def facts_of(lead_ids: Iterable[int]) -> dict[int, list[Fact]]:
    """All facts of each lead, in order of recording; facts of leads merged into it are among them."""
    members = family(lead_ids)
    told: dict[int, list[Fact]] = defaultdict(list)
    for part in chunks(members):
        with hand() as cursor:
            cursor.execute(f"SELECT {_COLUMNS} FROM facts WHERE lead_id IN ({marks(part)}) ORDER BY seq", part)
            for row in cursor.fetchall():
                fact = Fact._make(row)
                for root in members[fact.lead_id or 0]:
                    told[root].append(fact)
    return told


def words_of(lead_ids: Iterable[int]) -> dict[int, Words]:
    """The words known of each lead (and of those merged into it), by the fact that made them known."""
    members = family(lead_ids)
    words: dict[int, Words] = defaultdict(dict)
    for part in chunks(members):
        with hand() as cursor:
            cursor.execute(
                f"SELECT lead_id, fact_seq, field, text FROM person_values WHERE lead_id IN ({marks(part)})", part
            )
            for lead_id, seq, field, text in cursor.fetchall():
                for root in members[lead_id]:
                    words[root][seq] = (field, text)
    return words


def texts(facts: Iterable[Fact], words: Words) -> dict[str, str]:
    """The latest words of each personal field."""
    latest: dict[str, str] = {}
    for fact in sorted(facts, key=lambda f: (f.occurred_s, f.seq)):
        if fact.kind == "described" and fact.seq in words:  # The words of a mail are no address.
            field, text = words[fact.seq]
            latest[field] = text
        elif fact.kind == "described" and fact.value_code == "unknown":
            latest.pop(fact.field or "", None)
    return latest


def fact_by_id(fact_id: str) -> Fact | None:
    """The fact of that id."""
    with hand() as cursor:
        cursor.execute(f"SELECT {_COLUMNS} FROM facts WHERE id = %s", [fact_id])
        row = cursor.fetchone()
    return Fact._make(row) if row else None


def watermark() -> int:
    """The seq of the newest fact, 0 in an empty ledger."""
    with hand() as cursor:
        cursor.execute("SELECT COALESCE(MAX(seq), 0) FROM facts")
        return int(cursor.fetchone()[0])


def last_recorded_s() -> int | None:
    """When the newest fact happened, epoch seconds; None in an empty ledger. Asked kind by kind, by the index."""
    each = " UNION ALL ".join(f"SELECT MAX(occurred_s) AS last_s FROM facts WHERE kind = '{kind}'" for kind in KINDS)
    with hand() as cursor:
        cursor.execute(f"SELECT MAX(last_s) FROM ({each}) AS by_kind")
        found = cursor.fetchone()[0]
    return None if found is None else int(found)


def first_captured_s() -> int | None:
    """When the first lead was heard of, epoch seconds; None where none was."""
    with hand() as cursor:
        cursor.execute("SELECT MIN(occurred_s) FROM facts WHERE kind = 'captured'")
        found = cursor.fetchone()[0]
    return None if found is None else int(found)


def account_leads_s(account_ids: Iterable[int]) -> dict[int, tuple[tuple[int, int], ...]]:
    """For each account the (lead id, capture instant) of its leads, in order of capture."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for part in chunks(account_ids):
        with hand() as cursor:
            cursor.execute(
                "SELECT account_id, id, captured_s FROM leads "
                f"WHERE account_id IN ({marks(part)}) ORDER BY captured_s, id",
                part,
            )
            for account_id, lead_id, captured_s in cursor.fetchall():
                found[account_id].append((lead_id, captured_s))
    return {account_id: tuple(leads) for account_id, leads in found.items()}
