"""Whether those who visit are like those who buy, by segment, as one number with its drivers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.crowds import Alike, alike, katz, pooled
from leadpact.evidence.measure import AS_OF, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.profile import FIELDS, UNKNOWN, last_named, levels, valued
from leadpact.evidence.result import POOLED, Row, ranged
from leadpact.evidence.shared import lasts, shared_by
from leadpact.evidence.tables import DAY_S, NEVER_S, known, one, settled
from leadpact.evidence.uncertainty import ENOUGH, Range, newcombe
from leadpact.rules.facts import KINDS, PACT_KINDS

DAYS = 365
_VISITS = ("page_view", "form_filled")
_TOLD = KINDS.keys() - PACT_KINDS - {"corrected"}
_ORDER_DIGITS = 19
GROUPS = ("visitors", "customers")


def crowds(table: Any, p: Values) -> Any:
    """One row per account (a lead without one by itself) that visited or bought in the period.

    Columns: is_customer (1 or 0) and the level of each field. A customer counts as a customer only.
    """
    lead = _who_came(table, p)
    lead = lead.select(
        "unit_lead_id", "is_customer", "is_visitor",
        unit=(lead.account_id > 0).ifelse(lead.account_id * 2 + 1, lead.unit_lead_id * 2),
    )  # fmt: skip
    values = valued(table, p)
    named = values.group_by(value_lead_id="lead_id").agg(**last_named(values))
    both = settled(lead.left_join(named, [("unit_lead_id", "value_lead_id")]))
    unit = both.group_by("unit").agg(
        is_customer=both.is_customer.max(),
        is_visitor=both.is_visitor.max(),
        **{f"named_{field}": both[f"named_{field}"].fill_null("").max() for field in FIELDS},
    )
    unit = unit.filter((unit.is_customer == 1) | (unit.is_visitor == 1))
    return unit.select("is_customer", **levels(unit))


def _who_came(table: Any, p: Values) -> Any:
    """Leads that visited or bought in the period, and all of a company: unit_lead_id, is_customer, is_visitor (1 or 0).

    And account_id, 0 where none: a lead's company is the one that its page shows, that of the last fact, of any kind,
    that names one.
    """
    since_s = (p["since_s"] > NEVER_S).ifelse(p["since_s"], p["as_of_s"] - DAYS * DAY_S)

    def is_in(told: Any) -> Any:
        return (told.occurred_s >= since_s) & (told.occurred_s < p["until_s"])

    if lasts():  # Which company a lead is of hangs on no period. Elsewhere all facts are read once for both.
        told = known(table, p["as_of_s"], (*_VISITS, "won"))
        told = told.filter(is_in(told))
        came = told.group_by(came_lead_id="lead_id").agg(
            is_customer=one(told.kind == "won").max(), is_visitor=one(told.kind != "won").max()
        )
        companies = _companies(table, p)
        both = settled(came.left_join(companies, [("came_lead_id", "unit_lead_id")]))
        both = both.select(
            "is_customer", "is_visitor", unit_lead_id="came_lead_id", account_id=both.account_id.fill_null(0)
        )
        others = companies.filter(companies.unit_lead_id.notin(came.came_lead_id))
        return both.union(others.mutate(is_customer=0, is_visitor=0).select(*both.columns))
    told = known(table, p["as_of_s"], _TOLD, ("account_id",))
    # What neither names a company nor counts in the period makes nobody a visitor or a customer.
    told = told.filter((told.account_id.fill_null(0) > 0) | (is_in(told) & told.kind.isin([*_VISITS, "won"])))
    lead = told.group_by(unit_lead_id="lead_id").agg(
        named=_named(told).max(),
        is_customer=one((told.kind == "won") & is_in(told)).max(),
        is_visitor=one(told.kind.isin(list(_VISITS)) & is_in(told)).max(),
    )
    return lead.select("unit_lead_id", "is_customer", "is_visitor", account_id=_account(lead.named))


@shared_by("unit_lead_id")
def _companies(table: Any, p: Values) -> Any:
    told = known(table, p["as_of_s"], _TOLD, ("account_id",))
    told = told.filter(told.account_id.fill_null(0) > 0)
    lead = told.group_by(unit_lead_id="lead_id").agg(named=_named(told).max())
    return lead.select("unit_lead_id", account_id=_account(lead.named))


def _named(told: Any) -> Any:
    """Facts' order and the company they name, as one text; empty where they name none."""
    order = (told.occurred_s * 2**31 + told.seq + 10**18).cast("string")
    return (told.account_id.fill_null(0) > 0).ifelse(order + told.account_id.cast("string"), "")


def _account(named: Any) -> Any:
    return (named == "").ifelse("0", named.substr(_ORDER_DIGITS)).cast("int64")


def by_level(table: Any, p: Values) -> Any:
    """Accounts by field, level and whether they bought."""
    told = crowds(table, p)
    each = ibis.union(*(told.select("is_customer", field=ibis.literal(field), level=told[field]) for field in FIELDS))
    return each.group_by(["field", "level", "is_customer"]).agg(accounts=each.count())


def estimate(counts: Counts, values: Values) -> Answer:
    """The overlap of visitors and customers beside what chance leaves, and each segment's share in both."""
    cells = _cells(counts)
    if not cells:
        return Answer("Counted", "none", {})
    field = values["field"] or _best(cells)
    sizes = _sizes(cells[field])
    whole = {group: sizes[group][0] + sizes[group][1] for group in GROUPS}
    known_ones = {group: sizes[group][0] for group in GROUPS}
    args: Row = {"field": field, **known_ones, "least": ENOUGH, **{f"all_{name}": n for name, n in whole.items()}}
    fields = tuple(_field_row(name, cells[name]) for name in FIELDS if name in cells)
    if min(known_ones.values()) < ENOUGH:
        rows = _rows(cells[field], known_ones, is_shown=False)
        return Answer("Counted", "few", args, rows=tuple(rows), tables={"fields": fields})
    rows = _rows(cells[field], known_ones, is_shown=True)
    found = alike([row["visitors"] for row in rows], [row["customers"] for row in rows])
    args |= {"overlap": found.overlap, "chance": found.overlap_by_chance}
    key, driver = _sentence(rows, found)
    notes: list[tuple[str, Row]] = []
    bounds: Row = {}
    if min(known_ones[group] / whole[group] for group in GROUPS) < 0.5:
        bounds = _bounds(rows, whole, known_ones)
        notes.append(("half_unknown", bounds))
    if any(row["segment"] == POOLED for row in rows):
        notes.append(("pooled", {}))
    return Answer(
        "Counted",
        key,
        args | driver,
        rows=tuple(rows),
        tables={"fields": fields, "overlap": (_overlap_row(field, found, whole, known_ones, bounds),)},
        notes=tuple(notes),
        chart_data={"overlap": found.overlap, "chance": found.overlap_by_chance},
    )


Cells = dict[str, dict[int, int]]


def _cells(counts: Counts) -> dict[str, Cells]:
    found: dict[str, Cells] = defaultdict(lambda: defaultdict(lambda: {0: 0, 1: 0}))
    for row in counts["levels"]:
        found[row["field"]][row["level"]][row["is_customer"]] += row["accounts"]
    return {field: dict(cells) for field, cells in found.items()}


def _sizes(cells: Cells) -> dict[str, tuple[int, int]]:
    """Per group how many are known and how many are not."""
    return {
        group: (
            sum(cell[code] for level, cell in cells.items() if level != UNKNOWN),
            cells.get(UNKNOWN, {0: 0, 1: 0})[code],
        )
        for code, group in enumerate(GROUPS)
    }


def _best(cells: Mapping[str, Cells]) -> str:
    """The field that is known of most in both groups; the first of the list where they are alike."""
    return max(
        (field for field in FIELDS if field in cells),
        key=lambda field: (min(known for known, _ in _sizes(cells[field]).values()), -FIELDS.index(field)),
    )


def _rows(cells: Cells, known_ones: Mapping[str, int], *, is_shown: bool) -> list[Row]:
    """One row per segment; small ones together, the index only where both shares are above 0."""
    names = sorted(level for level in cells if level != UNKNOWN)
    counted = {name: (cells[name][0], cells[name][1]) for name in names}
    if is_shown:
        alone = pooled([counted[name][0] for name in names], [counted[name][1] for name in names])
        small = [counted[name] for name, own in zip(names, alone, strict=True) if not own]
        counted = {name: counted[name] for name, own in zip(names, alone, strict=True) if own}
        if small:
            counted[POOLED] = (sum(x for x, _ in small), sum(y for _, y in small))
    return [_row(name, *counted[name], known_ones, is_shown) for name in counted]


def _row(name: str, x: int, y: int, known_ones: Mapping[str, int], is_shown: bool) -> Row:
    row: Row = {
        "segment": name, "visitors": x, "customers": y, "visitor_share": None, "customer_share": None, "index": None,
        "index_low": None, "index_high": None, "difference": None, "difference_low": None, "difference_high": None,
        "is_different": False,
    }  # fmt: skip
    if not is_shown:
        return row
    n, m = (known_ones[group] for group in GROUPS)
    apart = newcombe(x, n, y, m)
    row |= {"visitor_share": x / n, "customer_share": y / m, "difference": x / n - y / m, **ranged("difference", apart)}
    if not x or not y:
        return {**row, "is_different": not apart.low <= 0 <= apart.high}
    found = katz(x, n, y, m)
    scaled = Range(100 * found.low, 100 * found.high)
    row |= {"index": 100 * (x / n) / (y / m), **ranged("index", scaled)}
    return {**row, "is_different": not scaled.low <= 100 <= scaled.high}


def _sentence(rows: list[Row], found: Alike) -> tuple[str, Row]:
    """Which sentence it is, and the segment that drives the difference most."""
    differs = [row for row in rows if row["is_different"] and row["index"] is not None and row["segment"] != POOLED]
    if not found.is_different:
        return "same", {}
    if not differs:
        return "different", {}
    most = max(differs, key=lambda row: (abs(row["difference"]), row["segment"]))
    return "driven", {
        "segment": most["segment"], "visitor_share": most["visitor_share"], "customer_share": most["customer_share"],
        "low": most["index_low"] / 100, "high": most["index_high"] / 100,
    }  # fmt: skip


def _field_row(field: str, cells: Cells) -> Row:
    sizes = _sizes(cells)
    return {
        "field": field,
        **{f"{group}_known": sizes[group][0] for group in GROUPS},
        **{f"{group}_unknown": sizes[group][1] for group in GROUPS},
    }


def _bounds(rows: list[Row], whole: Mapping[str, int], known_ones: Mapping[str, int]) -> Row:
    """Between what the overlap lies if those of whom nobody knows are as unlike, or as alike, as they can be."""
    shares = [[row[group] / whole[group] for row in rows] for group in GROUPS]
    apart = [1 - known_ones[group] / whole[group] for group in GROUPS]
    least = sum(min(p, q) for p, q in zip(*shares, strict=True))
    return {"least": least, "most": min(1.0, least + sum(apart))}


def _overlap_row(field: str, found: Alike, whole: Mapping[str, int], known_ones: Mapping[str, int], bounds: Row) -> Row:
    return {
        "field": field, "overlap": found.overlap, "overlap_by_chance": found.overlap_by_chance,
        "divergence": found.divergence, "divergence_by_chance": found.divergence_by_chance,
        "is_different": found.is_different, "overlap_least": bounds.get("least"), "overlap_most": bounds.get("most"),
        **{f"known_{group}": known_ones[group] for group in GROUPS},
        **{f"all_{group}": whole[group] for group in GROUPS},
    }  # fmt: skip


MEASURE = Measure(
    name="audience",
    title="Audience",
    question="Are those who visit the website like those who buy, and which segments make the difference?",
    unit="share of accounts",
    least_sample=ENOUGH,
    counted=(
        "Accounts once each, a lead without one by itself, a lead told under several under the one that its page "
        "shows, which its last fact that names any names. Visitors looked at a page or filled in a form in the period "
        "(the last twelve months unless another is asked for), customers won a deal in it and count as customers only. "
        "Segments are the last value told of a field, of the account's leads; the number of people goes in bands. Who "
        "has no value is left out, and told."
    ),
    formula=(
        "Share index = 100 x share of visitors / share of customers with Katz's interval; where a share is 0, the "
        "difference with Newcombe's. Overlap = sum of the smaller shares; Jensen-Shannon divergence in bits. Chance: "
        "5th and 95th percentile of 1,000 multinomial draws of the pooled mix, fixed seed. Segments go together until "
        "at least 5 are expected. Nothing is said under 30 in either group."
    ),
    assumptions=("Those whose segment is known are like those whose it is not; bounds are given where half are not.",),
    cannot_say=(
        "Anything of visitors who never left a name.",
        "Whether the others would buy if they came.",
        "Visits of robots and of our own people apart from others: no fact marks them.",
    ),
    published="proportions (Newcombe 1998); chance level of the divergence checked by simulation",
    reads=(
        ("page_view, form_filled, won", "occurred_s"),
        ("described", "occurred_s, field, value_code, value_number"),
        ("every kind", "seq, occurred_s, account_id"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only visits and wins at or after it; twelve months back unless given"),
        Parameter("until_s", "instant", "only visits and wins before it"),
        Parameter("field", "choice", "what accounts are told apart by; the field best known where none is named",
                  choices=FIELDS),
    ),
    queries=(Query("levels", by_level),),
    estimate=estimate,
    chart="mirror",
    sentences={
        "none": "No visitors or customers are recorded in this period.",
        "few": (
            "Known by {field}: visitors {visitors:,}, customers {customers:,}. Too few to compare: it takes {least} of "
            "each."
        ),
        "same": (
            "By {field} there is no visible difference between {visitors:,} visitors and {customers:,} customers: they "
            "overlap by {overlap:.0%}, and one crowd would by chance still overlap at least {chance:.0%}."
        ),
        "different": (
            "By {field} the two audiences overlap by {overlap:.0%}; if they were the same crowd chance would still "
            "leave at least {chance:.0%}. No single segment stands out."
        ),
        "driven": (
            "By {field}, {segment} is {visitor_share:.0%} of visitors but {customer_share:.0%} of customers "
            "({low:.1f} to {high:.1f} times). The two audiences overlap by {overlap:.0%}; if they were the same crowd "
            "chance would still leave at least {chance:.0%}."
        ),
        "half_unknown": (
            "Of more than half of a group nobody knows it. Had all been known the overlap would lie between "
            "{least:.0%} and {most:.0%}."
        ),
        "pooled": "Segments too small to compare are shown together.",
    },
    layouts=(
        Layout(
            "", "By segment",
            (
                Shown("segment", "Segment", "code"), Shown("visitors", "Visitors"), Shown("customers", "Customers"),
                Shown("visitor_share", "Of visitors", "share"),
                Shown("customer_share", "Of customers", "share"),
                Shown("index", "Index", "number"),
            ),
        ),
        Layout(
            "fields", "What is known",
            (
                Shown("field", "Field", "code"), Shown("visitors_known", "Visitors known"),
                Shown("visitors_unknown", "Visitors unknown"), Shown("customers_known", "Customers known"),
                Shown("customers_unknown", "Customers unknown"),
            ),
        ),
    ),
)  # fmt: skip
