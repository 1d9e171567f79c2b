"""The panels of measures about promises and goals."""

from __future__ import annotations

from collections.abc import Sequence

from leadpact.evidence.pictures.of_leads import Body, Row, k_of_n
from leadpact.evidence.pictures.panels import (
    NOTHING,
    Band,
    Bar,
    Bars,
    Line,
    Panel,
    Part,
    Plane,
    Rule,
    Said,
    Spot,
    Unit,
    code,
)
from leadpact.evidence.result import year_month

MOST = 8
HOUR_S = 3600
_STATES = {
    "kept": Said("reached"), "missed": Said("not reached"), "running": Said("still running"),
    "before_goal": Said("before the goal held"), "partly": Said("asked for in part"),
}  # fmt: skip
_CHANCES = {
    "likely": "{low:,.0f} – {high:,.0f}; goal {goal:,.0f}: likely",
    "could_go_either_way": "{low:,.0f} – {high:,.0f}; goal {goal:,.0f}: could go either way",
    "unlikely": "{low:,.0f} – {high:,.0f}; goal {goal:,.0f}: unlikely",
}  # fmt: skip
PROMISED = Said("promised")


def kept(body: Body) -> Bars | None:
    """Sales' first touches kept of those due, as a bullet against what is promised; of too few that they are."""
    total = body["rows"][0] if body["rows"] else {}
    promised = body["chart"]["data"].get("promise_share")
    if not total or (promised is None and total["kept_share"] is not None):
        return None
    row = _bullet(Said("First touch in time"), total, "sales", promised)
    return Bars(Said("What sales promised"), (row,), "share", 1.0, is_thin=True, mark_says=PROMISED)


def _bullet(name: Said, row: Row, team: str, promised: float | None) -> Bar:
    """Kept of due with its range; too few give no percentage and no bar."""
    if row["kept_share"] is None:
        few = Said("too few to say: {k:,} of {n:,}", {"k": row["kept"], "n": row["due"]})
        return Bar(name, (), few, mark=promised)
    low, high = row["kept_share_low"], row["kept_share_high"]
    value = Said("{share:.0%} ({low:.0%} – {high:.0%})", {"share": row["kept_share"], "low": low, "high": high})
    state = "" if promised is None else "kept" if row["kept_share"] >= promised else "missed"
    note = k_of_n(row["kept"], row["due"])
    if promised is not None:
        note = Said(
            "{k:,} of {n:,}, promised {promised:.0%}", {"k": row["kept"], "n": row["due"], "promised": promised}
        )
    return Bar(name, (Part(team, row["kept_share"]),), value, note, low, high, promised, state)


def sla_keeping(body: Body) -> list[Panel]:
    """The share touched by the hour with its range, and the promise as a bullet; of too few only the bullet."""
    curve, bullets = body["tables"].get("curve", ()), kept(body)
    if not curve:
        return [bullets] if bullets is not None else []
    places = [(row["seconds"] / HOUR_S, row) for row in curve]
    reached = [row["seconds"] for row in body["tables"].get("percentiles", ()) if row["seconds"] is not None]
    far_h = 1.5 * (reached[-1] if reached else curve[-1]["seconds"]) / HOUR_S
    seen = [(hours, row) for hours, row in places if hours <= far_h]
    line = tuple((hours, row["touched_share"]) for hours, row in seen)
    lower, upper = (
        tuple((hours, row[name] if row[name] is not None else row["touched_share"]) for hours, row in seen)
        for name in ("touched_share_low", "touched_share_high")
    )
    promise = body["chart"]["data"].get("promise_share")
    rules = (Rule("goal", "y", promise, Said("promised {share:.0%}", {"share": promise})),) if promise else ()
    spots = tuple(
        Spot(row["seconds"] / HOUR_S, row["share"],
             Said("half by {h:.1f} h", {"h": row["seconds"] / HOUR_S}))
        for row in body["tables"].get("percentiles", ()) if row["share"] == 0.5 and row["seconds"] is not None
    )  # fmt: skip
    plane = Plane(
        Said("Touched by the hour"), Said("working hours after the hand-off"), Said("touched"),
        lines=(Line("line", ((0.0, 0.0), *line), NOTHING, "sales", is_stepped=True),),
        bands=(Band("range", lower, upper, is_stepped=True),), spots=spots, rules=rules, table="curve",
    )  # fmt: skip
    return [plane, bullets] if bullets is not None else [plane]


def promises(body: Body) -> list[Panel]:
    """Marketing's promises as bullets, and its volumes month by month against their goals."""
    names = {
        "data": Said("Came with all the data"), "actions": Said("Every action done before"),
        "waiting": Said("Handed over in time after waiting"), "volume": Said("Months that reached the goal"),
    }  # fmt: skip
    counted = [row for row in body["rows"] if row["promise"] != "volume" and row["due"]]
    several = {row["promise"] for row in counted if sum(row["promise"] == each["promise"] for each in counted) > 1}
    rows = [
        _bullet(
            Said("{code}, {part}", {"code": row["promise"], "part": str(row["part"]).replace("_", " ")})
            if row["promise"] in several else names.get(row["promise"], code(row["promise"])),
            row, "marketing", row["promised"],
        )
        for row in counted
    ]  # fmt: skip
    rows += [
        Bar(
            Said("Goal reached: {code}", {"code": row["part"]}),
            (Part("marketing", row["months_kept"] / row["months_due"]),),
            Said("{k} of {n} months", {"k": row["months_kept"], "n": row["months_due"]}), mark=1.0,
            state=row["verdict"] or "",
        )
        for row in body["rows"] if row["promise"] == "volume" and row["months_due"]
    ]  # fmt: skip
    found: list[Panel] = []
    if rows:
        title = Said("What marketing promised")
        found.append(Bars(title, tuple(rows), "share", 1.0, is_thin=True, mark_says=PROMISED))
    months = body["tables"].get("months", ())
    for part in dict.fromkeys(row["part"] for row in months):
        bars = tuple(
            Bar(
                Said("{month}", {"month": year_month(row["month"])}),
                (Part("marketing", row["counted"]),),
                Said("{n:,}", {"n": row["counted"]}), _STATES[row["state"]],
                mark=None if row["state"] in ("before_goal", "partly") else row["target"],
                state=row["state"] if row["state"] in ("kept", "missed") else "",
            )
            for row in months if row["part"] == part
        )  # fmt: skip
        title, goal = Said("{code} by month", {"code": part}), months[0]["target"]
        mark = Said("goal a month: {n:,.0f}", {"n": next(row["target"] for row in months if row["part"] == part)})
        found.append(
            Bars(title, bars[-13:], mark_says=mark if goal else NOTHING, table="months", only=(("part", part),))
        )
    return found


def goals(body: Body) -> list[Panel]:
    """Each number by month between its limits with its goal, those with a goal first; and what is to be expected."""
    by_metric: dict[tuple[str, str | None], list[Row]] = {}
    for row in body["tables"].get("months", ()):
        by_metric.setdefault((row["metric"], row.get("currency")), []).append(row)
    told = {(row["metric"], row.get("currency")): row for row in body["rows"]}
    order = sorted(by_metric, key=lambda key: told.get(key, {}).get("monthly_target") is None)
    found: list[Panel] = [_control(key[0], key[1], by_metric[key], told.get(key, {})) for key in order[:MOST]]
    coming = [row for row in body["rows"] if row.get("goal")]
    if coming:
        bars = tuple(_forecast(row) for row in coming)
        says = Said(
            "What the goal's period comes to if it goes on as it does: the bar with its range, the goal as a stroke."
        )
        title = Said("Will the goals be met?")
        found.insert(min(1, len(found)), Bars(title, bars, is_own_scale=True, mark_says=Said("goal"), says=says))
    return found


def _control(metric: str, currency: str | None, rows: Sequence[Row], told: Row) -> Plane:
    known = [(float(place), row) for place, row in enumerate(rows) if row["value"] is not None]
    line = tuple((x, row["value"]) for x, row in known)
    bound = [(x, row) for x, row in known if row["low"] is not None]
    lower, upper = (tuple((x, row[name]) for x, row in bound) for name in ("low", "high"))
    itself = Said("what it does by itself")
    unit: Unit = "share" if any(row.get("n") for row in rows) else "number"
    spots = tuple(
        Spot(x, row["value"], Said(_MONTHS[unit, bool(row["signal"])], {"month": row["month"], "value": row["value"]}),
             "out" if row["signal"] else "value")
        for x, row in known
    )  # fmt: skip
    rules = [Rule("mean", "y", rows[0]["mean"], Said("mean"))] if rows[0].get("mean") is not None else []
    goal = told.get("monthly_target")
    if goal is not None:
        rules.append(
            Rule(
                "goal", "y", goal, Said("goal: {goal:.0%}" if unit == "share" else "goal: {goal:,.0f}", {"goal": goal})
            )
        )
    lines = [Line("line", line, Said("by month"))]
    if bound:
        lines += [Line("limit", upper, itself), Line("limit", lower)]
    title = Said("{code} in {currency}", {"code": metric, "currency": currency}) if currency else code(metric)
    return Plane(
        title, NOTHING, y_unit=unit, lines=tuple(lines), spots=spots, rules=tuple(rules),
        bands=(Band("chance", lower, upper),) if bound else (),
        x_names=tuple(str(row["month"]) for row in rows), is_from_zero=False, says=_state(told),
        out_says=Said("a signal"), table="months",
        only=(("metric", metric), *((("currency", currency),) if currency else ())),
    )  # fmt: skip


_MONTHS = {
    ("share", True): "{month}: {value:.0%}, a signal", ("share", False): "{month}: {value:.0%}",
    ("number", True): "{month}: {value:,.0f}, a signal", ("number", False): "{month}: {value:,.0f}",
}  # fmt: skip


def _state(told: Row) -> Said:
    """What can be said of one number."""
    months = {"months": told.get("months", 0)}
    if told.get("state") == "few":
        return Said("Months followed: {months}, too few for limits.", months)
    if told.get("state") == "small_counts":
        return Said("Too few a month for limits: nothing is said of single months.")
    if told.get("state") == "autocorrelated":
        return Said("Its months follow each other too closely for limits to mean anything.")
    if told.get("state") == "signal" and told.get("changed_after"):
        args = {"before": told["mean_before"], "now": told["mean_now"], "month": told["changed_after"]}
        if told.get("high", 2) is not None and told.get("high", 2) <= 1:
            return Said("It moved by more than it does by itself: {before:.0%} up to {month}, {now:.0%} since.", args)
        return Said("It moved by more than it does by itself: {before:,.0f} up to {month}, {now:,.0f} since.", args)
    if told.get("state") in ("stable", "provisional"):
        low, high = told.get("low"), told.get("high")
        if low is None or high is None or high <= 1:
            return Said("Every month lies within what it does by itself.")
        ends = {"low": low, "high": high}
        return Said("It moves between {low:,.0f} and {high:,.0f} by itself, and every month lies within that.", ends)
    return NOTHING


def _forecast(row: Row) -> Bar:
    name = Said("{code}, per {per}", {"code": row["metric"], "per": row["per"]}) if row["per"] else code(row["metric"])
    if row["forecast"] is None:
        return Bar(
            name,
            (),
            Said("no forecast"),
            Said("a share, or too little is known at its present level"),
        )
    low, high = max(0.0, row["forecast_low"]), row["forecast_high"]
    currency = row.get("currency") or ""
    value = Said("{value:,.0f} {currency}" if currency else "{value:,.0f}",
                 {"value": row["forecast"], "currency": currency})  # fmt: skip
    note = Said(_CHANCES[row["chance"]], {"low": low, "high": high, "goal": row["target"]})
    return Bar(name, (Part(row["side"] or "", max(0.0, row["forecast"])),), value, note, low, high, row["target"])
