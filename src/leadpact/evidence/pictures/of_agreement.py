"""The panels of measures about whether both teams mean the same by a good lead."""

from __future__ import annotations

from collections.abc import Sequence

from leadpact.evidence.association import LEAST_PSI
from leadpact.evidence.measures.lead_definition import BIN_WORDS
from leadpact.evidence.pictures.of_leads import Body, Row, share_dot
from leadpact.evidence.pictures.panels import (
    NOTHING,
    Band,
    Bar,
    Bars,
    Corner,
    Corners,
    Dot,
    Dots,
    Line,
    Mirror,
    Mirrored,
    Panel,
    Part,
    Plane,
    Said,
    Spot,
    code,
)

MOST = 14


def lead_definition(body: Body) -> list[Panel]:
    """Squares of two opinions, how often they agree beside chance, and whether what is handed over has changed."""
    told = {row["marketing"]: row for row in body["rows"]}
    names = {
        ("good", "accepted"): Said("accepted, good for Marketing"),
        ("good", "rejected"): Said("sent back, good for Marketing"),
        ("held_back", "accepted"): Said("accepted, held back by Marketing"),
        ("held_back", "rejected"): Said("sent back, held back by Marketing"),
    }
    cells = tuple(
        Corner(told[said][end], name, (said == "good") == (end == "accepted"))
        for (said, end), name in names.items()
        if said in told and told[said]["accepted"] + told[said]["rejected"]
    )
    heads = (Said("Sales accepted"), Said("Sales sent back"))
    title = Said("Two opinions on the same leads")
    found: list[Panel] = [Corners(title, heads, cells)] if cells else []
    dots = [*_agreed(body["tables"].get("agreement", ())), *_one_sided(told)]
    if dots:
        both = body["tables"].get("agreement")
        chance = Said("what tossing coins with your habits would give") if both else NOTHING
        title = Said("How often you agree") if both else Said("What sales accepts")
        found.append(Dots(title, tuple(dots), mark_says=chance, table="agreement" if both else ""))
    return [*found, *_drift(body)]


def _agreed(rows: Sequence[Row]) -> list[Dot]:
    return [
        Dot(
            Said("Both say the same"), row["agreement"], row["agreement_low"], row["agreement_high"],
            note=Said(
                "{k:,} of {n:,}; kappa {kappa:.2f}", {"k": row["agreed"], "n": row["judged"], "kappa": row["kappa"]}
            ),
            mark=row["by_chance"],
        )
        for row in rows
    ]  # fmt: skip


def _one_sided(told: dict[str, Row]) -> list[Dot]:
    names = {"good": Said("Good for Marketing: accepted"), "held_back": Said("Held back by Marketing: accepted")}
    return [
        share_dot(names[said], row, "accepted_share", row["judged"], row["accepted"], team="sales")
        for said, row in told.items() if said in names and row.get("judged")
    ]  # fmt: skip


def _drift(body: Body) -> list[Panel]:
    """How far what is handed over moved, against what is called a change; and both mixes of points."""
    drifts = [row for row in body["tables"].get("drift", ()) if row["psi"] is not None]
    found: list[Panel] = []
    if drifts:
        bars = tuple(
            Bar(
                Said("By points") if row["what"] == "points" else Said("By source"), (Part("", row["psi"]),),
                Said("{n:.2f}", {"n": row["psi"]}), _moved(row),
                mark=max(LEAST_PSI, row["critical"]), state="missed" if row["is_changed"] else "",
            )
            for row in drifts
        )  # fmt: skip
        says = Said("Distance of what is handed over lately from before (PSI). Beyond the stroke it is called changed.")
        title = Said("Whether the leads handed over have changed")
        found.append(
            Bars(title, bars, is_thin=True, mark_says=Said("called changed from here"), says=says, table="drift")
        )
    mix = [row for row in body["tables"].get("mix", ()) if row["what"] == "points"]
    before, after = (sum(row[name] for row in mix) for name in ("before", "after"))
    if drifts and before and after:
        rows = tuple(
            Mirrored(_band(row), row["before"] / before, row["after"] / after)
            for row in mix if row["before"] or row["after"]
        )  # fmt: skip
        sides = Said("Before: {n:,}", {"n": before}), Said("Lately: {n:,}", {"n": after})
        found.append(Mirror(Said("Points of the leads handed over"), sides, rows, table="mix"))
    return found


def _band(row: Row) -> Said:
    said = BIN_WORDS.get(row["bin"]) or str(row["bin"])
    return Said(said) if row["bin"] == "none" else Said("{n} points", {"n": said})


def acceptance(body: Body) -> list[Panel]:
    """How much more often leads are accepted where a criterion is met."""
    rows = tuple(
        Dot(
            Said("{what}", {"what": row["criterion"]}), row["accepted_difference"], row["accepted_difference_low"],
            row["accepted_difference_high"], note=Said("met by {k:,} of {n:,}", {"k": row["met"], "n": row["leads"]}),
            is_named=row["accepted_finding"] in ("more", "less"),
        )
        for row in body["rows"][:MOST]
    )  # fmt: skip
    towards = (Said("accepted less often where met"), Said("accepted more often where met"))
    return [Dots(Said("Acceptance by criterion"), rows, "points", neutral=0.0, towards=towards)] if rows else []


def scoring_quality(body: Body) -> list[Panel]:
    """Foretold against come true along the diagonal, and success by points beside the closest rising line."""
    found: list[Panel] = []
    bins = sorted(body["tables"].get("reliability", ()), key=lambda row: row["foretold"])
    if len(bins) > 1:
        found.append(_calibration(bins))
    rows = tuple(
        share_dot(
            Said("{span} points", {"span": row["band"]}), row, "had_share", row["judged"], row["had"], team="sales",
            mark=row.get("rising_share"),
        )
        for row in body["rows"]
    )  # fmt: skip
    if rows:
        found.append(Dots(Said("Success by points"), rows, mark_says=Said("closest shares that never fall")))
    return found


def _moved(row: Row) -> Said:
    if row["is_changed"]:
        return Said("changed")
    return Said("a little apart" if row["psi"] > row["critical"] else "no visible change")


def _calibration(bins: Sequence[Row]) -> Plane:
    spots = tuple(
        Spot(
            row["foretold"], row["had_share"],
            Said(
                "{first} to {last} points: foretold {foretold:.0%}, come true {came:.0%}, {k:,} of {n:,}",
                {"first": row["from_points"], "last": row["to_points"], "foretold": row["foretold"],
                 "came": row["had_share"], "k": row["had"], "n": row["judged"]},
            ),
            "value" if row["foretold_low"] <= row["had_share"] <= row["foretold_high"] else "out",
            row["had_share_low"], row["had_share_high"],
        )
        for row in bins if row["had_share"] is not None
    )  # fmt: skip
    lower, upper = (tuple((row["foretold"], row[name]) for row in bins) for name in ("foretold_low", "foretold_high"))
    return Plane(
        Said("Foretold and come true"), Said("share foretold by earlier leads with as many points"),
        Said("share that came true"), x_unit="share",
        lines=(Line("diagonal", ((0.0, 0.0), (1.0, 1.0)), Said("foretold is what comes")),),
        bands=(Band("chance", lower, upper, Said("what chance gives a score that still holds")),), spots=spots,
        spots_say=Said("come true, with its range"), out_says=Said("beyond what chance gives"), table="reliability",
    )  # fmt: skip


def backtrack(body: Body) -> list[Panel]:
    """How often sales had to go back, by field and by source."""
    fields = tuple(
        share_dot(code(row["field"]), row, "back_share", row["leads"], row["back"])
        for row in body["rows"][:MOST] if "back" in row
    )  # fmt: skip
    sources = tuple(
        share_dot(code(row["source"]), row, "back_share", row["leads"], row["back"])
        for row in body["tables"].get("sources", ())[:MOST]
    )
    found: list[Panel] = [Dots(Said("What sales went back for"), fields)] if fields else []
    if len(sources) > 1:
        found.append(Dots(Said("By source"), sources, table="sources"))
    return found
