"""The panels of measures about what following up is worth, and why deals are won and lost."""

from __future__ import annotations

from collections.abc import Sequence

from leadpact.evidence.pictures.of_leads import TEAM_WORDS, Body, Row, k_of_n, share_dot
from leadpact.evidence.pictures.panels import (
    NOTHING,
    Band,
    Bar,
    Bars,
    Dot,
    Dots,
    Finding,
    Grid,
    GridRow,
    Line,
    Panel,
    Part,
    Plane,
    Rule,
    Said,
    Square,
    code,
)
from leadpact.evidence.result import major
from leadpact.rules.credit import RULE_WORDS

MOST = 12
AS_RUN, ALIKE, KEPT = "cif_as_run", "cif_like_with_like", "cif_if_everyone_had_been_kept"


def persistence(body: Body) -> list[Panel]:
    """Two staircases with the room between, the line like with like, and worth against cost."""
    rows = [row for row in body["rows"] if not row["is_pooled"] and row[AS_RUN] is not None]
    if not rows:
        return []
    names = {AS_RUN: Said("as we work today"), KEPT: Said("if the dropped were like the kept"),
             ALIKE: Said("like with like")}  # fmt: skip

    def steps(column: str) -> tuple[tuple[float, float], ...]:
        found = [(float(row["attempt"]), row[column]) for row in rows if row[column] is not None]
        return (*found, (found[-1][0] + 1, found[-1][1])) if found else ()

    lines = [Line("edge", steps(AS_RUN), names[AS_RUN], is_stepped=True),
             Line("edge", steps(KEPT), names[KEPT], is_stepped=True, dash=1)]  # fmt: skip
    if all(row[ALIKE] is not None for row in rows):
        lines.append(Line("line", steps(ALIKE), names[ALIKE], is_stepped=True))
    stop = next((row for row in body["tables"].get("stop_points", ()) if row["band"] is None), None)
    rules: tuple[Rule, ...] = ()
    if stop and stop["is_seen"]:
        rules = (Rule("mark", "x", float(stop["stop_after"] + 1), Said("stop here")),)
    plane = Plane(
        Said("What the next attempt is worth"), Said("attempts made"), lines=tuple(lines), rules=rules,
        bands=(Band("range", steps(AS_RUN), steps(KEPT), is_stepped=True),),
    )  # fmt: skip
    worth = _worth(body, rows, stop)
    return [plane, worth] if worth is not None else [plane]


def _worth(body: Body, rows: Sequence[Row], stop: Row | None) -> Bars | None:
    """What each attempt is worth against what it costs."""
    cost = body["chart"]["data"].get("attempt_cost_minor")
    if cost is None or all(row["worth_minor"] is None for row in rows):
        return None
    last = stop["stop_after"] if stop and stop["is_seen"] else len(rows)
    currency = body["parameters"].get("currency") or ""
    bars = tuple(
        Bar(
            Said("Attempt {n}", {"n": row["attempt"]}),
            (Part("sales" if row["attempt"] <= last else "pale", major(row["worth_minor"] or 0, currency)),),
            Said("{n:,.0f} {currency}", {"n": major(row["worth_minor"] or 0, currency), "currency": currency}),
            mark=major(cost, currency),
        )
        for row in rows
    )  # fmt: skip
    mark = Said("costs {n:,.0f} {currency}", {"n": major(cost, currency), "currency": currency})
    return Bars(Said("What each attempt is worth"), bars, is_thin=True, mark_says=mark)


def speed_to_lead(body: Body) -> list[Panel]:
    """The ratio as it is, and like with like."""
    names = {"as_they_are": Said("As they are"), "like_with_like": Said("Like with like")}
    rows = tuple(
        Dot(
            names.get(row["compared"], code(row["compared"])), row["ratio"], row["ratio_low"], row["ratio_high"],
            note=Said("fast {fast:.0%}, slow {slow:.0%}", {"fast": row["fast_share"], "slow": row["slow_share"]})
            if row["fast_share"] is not None and row["slow_share"] is not None else NOTHING,
            is_named=row["ratio_low"] is not None and (row["ratio_low"] > 1 or row["ratio_high"] < 1),
        )
        for row in body["rows"]
    )  # fmt: skip
    towards = (Said("slow ones do better"), Said("fast ones do better"))
    return [Dots(Said("Fast against slow"), rows, "times", neutral=1.0, towards=towards)] if rows else []


def material(body: Body) -> list[Panel]:
    """How many deals each piece was used in, and the odds of moving on with it within the same stage."""
    own = [row for row in body["rows"] if row["odds_ratio"] is not None or row["deals_share"] is not None][:MOST]
    odds = tuple(
        Dot(
            Said("{title}", {"title": row["title"]}),
            row["odds_ratio"], row.get("odds_ratio_low"), row.get("odds_ratio_high"),
            note=Said("used in {share:.0%} of deals", {"share": row["deals_share"]})
            if row["deals_share"] is not None else NOTHING,
            is_named=row["finding"] in ("more_often", "less_often"),
        )
        for row in own
    )  # fmt: skip
    towards = (Said("moved on less often with it"), Said("moved on more often with it"))
    title = Said("Moving on within the same stage, with it against without")
    return [Dots(title, odds, "times", neutral=1.0, towards=towards)] if odds else []


def success_review(body: Body) -> list[Panel]:
    """What won deals have more often than lost ones."""
    told = [row for row in body["rows"] if row["finding"] != "too_few"]
    told.sort(key=lambda row: (row["finding"] == "alike", -abs(row["difference"] or 0)))
    rows = tuple(
        Dot(
            Said("{code}", {"code": f"{row['trait']}, {row['level']}"}),
            row["difference"], row["difference_low"], row["difference_high"],
            note=Said("{won:.0%} of won, {lost:.0%} of lost", {"won": row["won_share"], "lost": row["lost_share"]}),
            is_named=row["finding"] in ("more_won", "less_won"),
        )
        for row in told[:MOST]
    )  # fmt: skip
    towards = (Said("more often in lost deals"), Said("more often in won deals"))
    return [Dots(Said("Won against lost"), rows, "points", neutral=0.0, towards=towards)] if rows else []


RULES = {code: Said(words) for code, words in RULE_WORDS.items()}


def attribution(body: Body) -> list[Panel]:
    """Each team's share by the agreed rule with a whisker over all rules, and marketing's by each rule."""
    by_team: dict[str, dict[str, Row]] = {}
    for row in body["rows"]:
        by_team.setdefault(row["team"], {})[row["rule"]] = row
    found: list[Panel] = []
    bars = []
    for team, own in by_team.items():
        shares = [row["share"] for row in own.values() if row["share"] is not None]
        if shares and "agreed" in own and max(shares) > 0:
            agreed = own["agreed"]
            spread = {"share": agreed["share"], "low": min(shares), "high": max(shares)}
            value = Said("{share:.0%} ({low:.0%} – {high:.0%})", spread)
            wins = Said("{n:,.1f} wins; range over all rules", {"n": agreed["wins"]})
            bars.append(Bar(TEAM_WORDS[team], (Part(team, agreed["share"]),), value, wins, min(shares), max(shares)))
    if bars:
        says = Said("The bar is the rule you both signed; the whisker spans what all the rules would say.")
        found.append(Bars(Said("Shared credit by team"), tuple(bars), "share", 1.0, says=says))
    own = by_team.get("marketing", {})
    total = {rule: sum(rows[rule]["wins"] for rows in by_team.values() if rule in rows) for rule in RULES}
    dots = tuple(
        Dot(
            name, own[rule]["share"], own[rule]["share_low"], own[rule]["share_high"], "marketing",
            Said("{k:,.1f} of {n:,.0f} wins", {"k": own[rule]["wins"], "n": total[rule]}),
            "none" if own[rule]["share"] is None else "enough",
        )
        for rule, name in RULES.items() if rule in own
    )  # fmt: skip
    if dots:
        agreed_share = own.get("agreed", {}).get("share")
        # A rule of the path gives nobody what no touch came before.
        is_shared = not any(row["wins"] for row in by_team.get("unknown", {}).values())
        title = Said(
            "Marketing's share by each rule; sales has the rest" if is_shared
            else "Marketing's share by each rule; the rest is sales' or nobody's"
        )  # fmt: skip
        found.append(Dots(title, dots, reference=agreed_share, reference_says=RULES["agreed"]))
    return found


_WHATS = {"deals": Said("Why deals are lost"), "leads": Said("Why leads end without a deal")}
_GRIDS = {
    ("deals", "source"): Said("Deals: reasons by source"), ("deals", "stage"): Said("Deals: reasons by stage"),
    ("deals", "version"): Said("Deals: reasons by pact version"), ("leads", "source"): Said("Leads: reasons by source"),
    ("leads", "stage"): Said("Leads: reasons by how they ended"),
    ("leads", "version"): Said("Leads: reasons by pact version"),
}  # fmt: skip


def loss_reasons(body: Body) -> list[Panel]:
    """Reasons ranked with their ranges, and grids in which only what chance cannot explain is coloured."""
    found: list[Panel] = []
    grid = body["tables"].get("grid", ())
    for what, title in _WHATS.items():
        rows = [row for row in body["rows"] if row["what"] == what]
        if not rows:
            continue
        first = sum(bool(row["may_be_first"]) for row in rows)
        bars = tuple(_reason(row, len(rows), first) for row in rows[:MOST])
        found.append(Bars(title, bars, "share", only=(("what", what),)))
        reasons = [row["reason"] for row in rows]
        for by in ("source", "stage", "version"):
            cells = [cell for cell in grid if cell["what"] == what and cell["by"] == by]
            if cells:
                found.append(_grid(_GRIDS[what, by], cells, reasons, by))
    return found


def _reason(row: Row, many: int, first: int) -> Bar:
    note = k_of_n(row["lost"], row["of"])
    if row["may_be_first"] and many > 1:
        text = "{k:,} of {n:,}, may be first" if first > 1 else "{k:,} of {n:,}, clearly first"
        note = Said(text, {"k": row["lost"], "n": row["of"]})
    if row["share"] is None:
        few = Said("too few to say: {k:,} of {n:,}", {"k": row["lost"], "n": row["of"]})
        return Bar(code(row["reason"]), (), few)
    low, high = row["share_low"], row["share_high"]
    value = Said("{share:.0%} ({low:.0%} – {high:.0%})", {"share": row["share"], "low": low, "high": high})
    team = "" if row["may_be_first"] else "pale"
    return Bar(code(row["reason"]), (Part(team, row["share"]),), value, note, low, high)


def _grid(title: Said, cells: Sequence[Row], reasons: Sequence[str], by: str) -> Grid:
    """One row per group, most losses first; the reasons in the order of the bars above."""
    at = {(cell["value"], cell["reason"]): cell for cell in cells}
    sizes = {cell["value"]: cell["of"] for cell in cells}
    groups = sorted(sizes, key=lambda value: (-sizes[value], value))
    rows = tuple(
        GridRow(_group(value, by), sizes[value], tuple(_square(at.get((value, reason)), reason) for reason in reasons))
        for value in groups[:MOST]
    )
    return Grid(title, tuple(code(reason) for reason in reasons), rows, says=_coloured(cells), table="grid")


def _group(value: str, by: str) -> Said:
    if by != "version":
        return code(value)
    return Said("version {n}", {"n": value}) if value != "0" else Said("under no pact")


def _coloured(cells: Sequence[Row]) -> Said:
    named = sum(cell["finding"] in ("more", "less") for cell in cells)
    tested = sum(cell["finding"] != "too_few" for cell in cells)
    if not tested:
        return Said("Too few losses in every cell to compare.")
    args = {"named": named, "tested": tested}
    return Said(
        "Coloured: {named} of {tested} cells that can be compared differ from the rest by more than chance.", args
    )


def _square(cell: Row | None, reason: str) -> Square:
    if cell is None:
        return Square(None, "too_few", NOTHING)
    args = {"k": cell["lost"], "n": cell["of"], "code": reason}
    finding: Finding = cell["finding"]
    if finding not in ("more", "less"):
        few = finding == "too_few"
        return Square(
            cell["share"] if not few else None, finding,
            Said("{code}: {k:,} of {n:,}, too few to compare", args) if few
            else Said("{code}: {k:,} of {n:,}, as chance gives", args),
        )  # fmt: skip
    ends = {"low": 100 * cell["difference_low"], "high": 100 * cell["difference_high"]}
    says = Said("{code}: {k:,} of {n:,}, {low:.0f} to {high:.0f} points against the others", {**args, **ends})
    return Square(cell["share"], finding, says)


_ARM_WORDS = {
    "explored": Said("Below the line, handed over"), "kept_on": Said("Kept on for two more attempts"),
    "earlier": Said("Called earlier in the hour"), "later": Said("Called later in the hour"),
}  # fmt: skip


def trials(body: Body) -> list[Panel]:
    """Talks and wins in each arm, the explored leads by points, and earlier less later."""
    found: list[Panel] = []
    for event, title in (("talked", "Talked with within 30 days"), ("won", "Won")):
        dots = [
            share_dot(_ARM_WORDS[row["arm"]], row, f"{event}_share", row[f"{event}_ripe"], row[event])
            for row in body["rows"] if row[f"{event}_ripe"]
        ]  # fmt: skip
        if dots:
            found.append(Dots(Said(title), tuple(dots)))
    points = [
        share_dot(
            Said("Without points") if row["points"] == "none" else Said("{text} points", {"text": row["points"]}),
            row, "won_share", row["won_ripe"], row["won"],
        )
        for row in body["tables"]["points"] if row["won_ripe"]
    ]  # fmt: skip
    if points:
        found.append(Dots(Said("Explored leads won, by points"), tuple(points), table="points"))
    order = [
        Dot(_EVENT_WORDS[row["event"]], row["difference"], row["difference_low"], row["difference_high"],
            note=Said("{a:,} and {b:,} leads", {"a": row["earlier_judged"], "b": row["later_judged"]}),
            is_named=not row["difference_low"] <= 0 <= row["difference_high"])
        for row in body["tables"]["order"] if row["difference"] is not None
    ]  # fmt: skip
    if order:
        towards = Said("later calls do better"), Said("earlier calls do better")
        found.append(Dots(Said("Earlier less later calls"), tuple(order), neutral=0, towards=towards, table="order"))
    return found


_EVENT_WORDS = {"called": Said("Called within a day"), "talked": Said("Talked with"), "won": Said("Won")}
