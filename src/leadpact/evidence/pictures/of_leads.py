"""The panels of measures about where leads come from and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leadpact.evidence.leads import STAGES
from leadpact.evidence.measures.referral import WAYS
from leadpact.evidence.pictures.panels import (
    NOTHING,
    Bar,
    Bars,
    Dot,
    Dots,
    Line,
    Mirror,
    Mirrored,
    Panel,
    Part,
    Plane,
    Rule,
    Said,
    code,
)
from leadpact.evidence.result import span_words

Row = Mapping[str, Any]
Body = Mapping[str, Any]
TEAM_WORDS = {
    "marketing": Said("Marketing"), "sales": Said("Sales"), "others": Said("Others"), "unknown": Said("Nobody we know"),
}  # fmt: skip
MOST = 12
DAYS = (30, 60, 90, 180)
_AT_RISK = 30


def k_of_n(k: int, n: int) -> Said:
    """``262 of 466``."""
    return Said("{k:,} of {n:,}", {"k": k, "n": n})


def support_of(row: Row) -> str:
    """Whether a row's share may be shown; what says nothing of it may."""
    return str(row.get("support") or "enough")


def share_dot(name: Said, row: Row, column: str, n: int, k: int, **more: Any) -> Dot:
    """A row's share with its range, and k of n beside it."""
    support = "none" if n < 10 else "few" if n < 30 else "enough"
    value, low, high = (row.get(f"{column}{end}") for end in ("", "_low", "_high"))
    return Dot(name, value, low, high, note=k_of_n(k, n), support=support, **more)


def funnel(body: Body) -> list[Panel]:
    """Stages as bars, split by who found the leads."""
    stages = body["tables"]["stages"]
    by_team: dict[str, dict[str, int]] = {stage: {} for stage in STAGES}
    for row in stages:
        if row["found_by"] is not None:
            by_team[row["stage"]][row["found_by"]] = row["reached"]
    rows = []
    for row in (each for each in stages if each["found_by"] is None):
        parts = tuple(
            Part(team, by_team[row["stage"]].get(team, 0), TEAM_WORDS[team])
            for team in ("marketing", "sales", "unknown")
        )
        onward = row.get("of_before")
        note = Said("{share:.0%} go on", {"share": onward}) if onward is not None else NOTHING
        rows.append(Bar(code(row["stage"]), parts, Said("{n:,}", {"n": row["reached"]}), note))
    kinds = [(team, TEAM_WORDS[team]) for team in ("marketing", "sales", "unknown")]
    shown = [(team, word) for team, word in kinds if any(row.parts[i].amount for row in rows for i in _at(kinds, team))]
    return [Bars(Said("How far leads come"), tuple(rows), kinds=tuple(shown), table="stages")] if rows else []


def _at(kinds: Sequence[tuple[str, Said]], team: str) -> list[int]:
    return [place for place, (name, _) in enumerate(kinds) if name == team]


def source_quality(body: Body) -> list[Panel]:
    """Rising curves of the share won, faded where fewer than 30 are followed, and all sources on one day."""
    finders = {row["source"]: row.get("found_by") or "" for row in body["tables"]["sources"]}
    points: dict[str, list[Row]] = {}
    for row in body["tables"]["curve"]:
        points.setdefault(row["source"], []).append(row)
    lines = []
    for dash, (source, own) in enumerate(points.items()):
        places = [(0.0, 0.0), *((float(row["day"]), row["won_share"]) for row in own)]
        sure = 1 + sum(row["at_risk"] >= _AT_RISK for row in own)
        team = finders.get(source) or "nobody"
        lines.append(Line("line", tuple(places[:sure]), code(source), team, True, dash))
        if sure < len(places):
            lines.append(Line("faded", tuple(places[sure - 1 :]), NOTHING, team, True, dash))
    day = common_day(body["rows"])
    dots = [
        Dot(
            code(row["source"]), row["won_share"], row["won_share_low"], row["won_share_high"],
            finders.get(row["source"], ""), Said("of {n:,} leads", {"n": row["leads"]}), support_of(row),
        )
        for row in body["rows"] if row["day"] == day
    ]  # fmt: skip
    mark = Rule("mark", "x", float(day), Said("day {n}", {"n": day}))
    plane = Plane(
        Said("What each source brings in the end"), Said("days since first heard of"), Said("won"),
        lines=tuple(lines), rules=(mark,), table="curve",
    )  # fmt: skip
    at_day = Dots(Said("Won within {n} days", {"n": day}), tuple(dots))
    return [each for each, is_there in ((plane, lines), (at_day, dots)) if is_there]


def common_day(rows: Sequence[Row]) -> int:
    """The day at which most sources can be compared, of those the later; 90 where none can."""
    followed = dict.fromkeys(DAYS, 0)
    for row in rows:
        followed[row["day"]] += row["won_share"] is not None
    most = max(followed.values())
    return max(day for day, count in followed.items() if count == most) if most else 90


def source_shares(body: Body) -> list[Panel]:
    """Whole bars split by who developed them, and each share among leads and wins with its range."""
    titles = {"leads": Said("Leads"), "handed_over": Said("Handed over"), "won": Said("Won")}
    by_among: dict[str, list[Row]] = {}
    for row in body["rows"]:
        by_among.setdefault(row["among"], []).append(row)
    bars = tuple(
        Bar(
            titles.get(among, code(among)),
            tuple(Part(r["developed_by"], r["count"], TEAM_WORDS[r["developed_by"]]) for r in own),
            Said("{n:,}", {"n": sum(r["count"] for r in own)}),
            top_share(own),
        )
        for among, own in by_among.items()
    )
    found: list[Panel] = [
        Bars(Said("Who developed the leads"), bars, is_own_scale=True, kinds=tuple(TEAM_WORDS.items()))
    ]
    heads = {"leads": Said("Among all leads"), "handed_over": Said("Among hand-offs"), "won": Said("Among wins")}
    seen = {row["developed_by"] for row in body["rows"] if row["count"]}
    for among, own in by_among.items():
        dots = [
            share_dot(TEAM_WORDS[row["developed_by"]], row, "share", row["of"], row["count"], team=row["developed_by"])
            for row in own if row["developed_by"] in seen and row.get("of") is not None
        ]  # fmt: skip
        if dots:
            found.append(Dots(heads.get(among, code(among)), tuple(dots), only=(("among", among),)))
    return found


def top_share(own: Sequence[Row]) -> Said:
    """The largest share in words."""
    first = max(own, key=lambda row: row["count"])
    if first.get("share") is None:
        return NOTHING
    return Said("{code} {share:.0%}", {"code": first["developed_by"], "share": first["share"]})


STEPS = ("leads", "followed", "came_back", "talked", "deal", "won")
_STEP_WORDS = {
    "leads": Said("Leads"), "followed": Said("Followed the link"), "came_back": Said("Came back"),
    "talked": Said("Talked with us"), "deal": Said("Deal opened"), "won": Said("Won"),
}  # fmt: skip


_FOLLOWED_WORDS = {"mail": Said("Clicked the link"), "recommendation": Said("Recommended")}


def referral(body: Body) -> list[Panel]:
    """Steps from sent to won, for each way."""
    return [
        Bars(
            Said(WAYS[row["way"]]),
            tuple(
                Bar(
                    (step == "followed" and _FOLLOWED_WORDS.get(row["way"])) or _STEP_WORDS[step],
                    (Part("", row[step]),), Said("{n:,}", {"n": row[step]}),
                    _share_note(row, step),
                )
                for step in STEPS if row.get(step) is not None
            ),
        )
        for row in body["rows"]
    ]  # fmt: skip


def _share_note(row: Row, step: str) -> Said:
    value = row.get(f"{step}_share")
    if value is None:
        return NOTHING
    if step == "came_back":
        return Said("{share:.0%} of {n:,} with 30 days to do so", {"share": value, "n": row["ripe"]})
    of = "{share:.0%} of the leads" if step == "followed" else "{share:.0%} of those who followed"
    return Said(of, {"share": value})


def audience(body: Body) -> list[Panel]:
    """Visitors to the left, customers to the right; words only where they differ beyond chance."""
    rows = tuple(
        Mirrored(
            code(row["segment"]), row["visitor_share"], row["customer_share"],
            Said("{index:,.0f} visitors for 100 among customers", {"index": row["index"]})
            if row["is_different"] and row["index"] is not None else NOTHING,
        )
        for row in body["rows"][:MOST] if row["visitor_share"] is not None
    )  # fmt: skip
    return [Mirror(Said("Visitors and customers"), (Said("Visitors"), Said("Customers")), rows)] if rows else []


def readiness(body: Body) -> list[Panel]:
    """How far buyers had come before the first talk, won beside lost."""
    told = {row["outcome"]: row for row in body["rows"]}
    kinds = (Said("won"), Said("lost"))
    names = {
        "touches_of_100": Said("Of 100 touches"),
        "days_of_100": Said("Of 100 days"),
    }
    ways = [
        _beside(name, told.get("won", {}), told.get("lost", {}), column)
        for column, name in names.items()
        if any(told[outcome].get(column) is not None for outcome in told)
    ]
    found: list[Panel] = []
    if ways:
        way = Said("How much of their way lay behind buyers at the first talk: medians")
        found.append(Dots(way, tuple(ways), unit="of_100", kinds=kinds))
    touches = body["tables"].get("touches", ())
    order = list(dict.fromkeys(row["touches"] for row in touches))
    by_key = {(row["outcome"], row["touches"]): row for row in touches}
    dots = [
        _beside(
            Said("{n} touch" if each == "1" else "{n} touches", {"n": span_words(each)}),
            by_key.get(("won", each), {}),
            by_key.get(("lost", each), {}),
            "share",
        )
        for each in order
    ]
    if dots:
        found.append(Dots(Said("Touches before the first talk"), tuple(dots), kinds=kinds, table="touches"))
    return found


def _beside(name: Said, won: Row, lost: Row, column: str) -> Dot:
    """The same figure of deals won and lost."""
    least = min((row["deals" if column != "share" else "of"] for row in (won, lost) if row), default=0)
    support = "none" if least < 10 and column == "share" else "few" if least < 30 else "enough"
    counts = Said("{won:,} won, {lost:,} lost", {"won": won.get("deals", 0), "lost": lost.get("deals", 0)})
    value, low, high = _ranged(won, column)
    return Dot(name, value, low, high, note=counts, support=support, second=_ranged(lost, column))


def _ranged(row: Row, column: str) -> tuple[float | None, float | None, float | None]:
    return row.get(column), row.get(f"{column}_low"), row.get(f"{column}_high")
