"""What the next attempt is worth: how many leads answer or are won by attempt number, and when to stop."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np

from leadpact.evidence.attempts import (
    EVENT,
    GAVE_UP,
    LOST,
    OPEN,
    OUTCOMES,
    AfterReply,
    Curve,
    Grid,
    counts_of,
    curves,
    going_on,
    grid,
    stop,
    won_after_reply,
)
from leadpact.evidence.behind import PERIOD, Behind, Key, anything, same
from leadpact.evidence.life_table import at_risk as left_at
from leadpact.evidence.measure import AS_OF, SOURCE, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.result import Row, in_order, iso, major, ranged, share
from leadpact.evidence.spells import LAST_DAY, endings, ripening, spells, tried
from leadpact.evidence.tables import one
from leadpact.evidence.uncertainty import ENOUGH, support


def _needs_ripening(_counts: Counts, values: Values) -> bool:
    return values["event"] == "reply" and values["deal_value_minor"] is not None


def estimate(counts: Counts, values: Values) -> Answer:
    """Hazards and the three curves by attempt, what each attempt is worth, where to stop, and the naive table."""
    rows = [row for row in counts["spells"] if values["source"] in (None, row["source"])]
    tried = [row for row in rows if row["k"] > 0]
    if not tried:
        return Answer("Corrected", "none", {"until": iso(values["as_of_s"])[:10]})
    event = values["event"]
    table = grid(counts_of(tried, event))
    leads = int(table.at_risk[:, 0].sum())
    if leads < ENOUGH:
        return Answer("Corrected", "few", {"leads": leads}, rows=tuple(_attempt_rows(table, None, None, values)))
    found = curves(table)
    ripe = (row for row in counts.get("ripening", ()) if values["source"] in (None, row["source"]))
    reply = None if event == "won" else won_after_reply(ripe, LAST_DAY)
    chance = 1.0 if event == "won" else reply and reply.chance
    worth = values["deal_value_minor"] * chance if values["deal_value_minor"] is not None and chance else None
    lines = _attempt_rows(table, found, worth, values)
    stops = _stops(table, worth, values)
    key, args = _sentence(event, lines, found[2] is not None)
    notes = _notes(lines, stops, reply, values)
    before = sum(row["leads"] for row in rows if row["k"] == 0)
    if before:
        notes.append(("talked_first", {"leads": before}))
    return Answer(
        "Corrected" if found[2] is None else "Adjusted",
        key,
        args,
        rows=tuple(lines),
        tables={
            "stop_points": tuple(stops),
            "naive": tuple(_naive_rows(tried, event)),
            "bands": tuple(_band_rows(table, worth, values)),
        },
        notes=tuple(notes),
        chart_data={
            "attempt_cost_minor": values["attempt_cost_minor"],
            "win_after_reply": chance,
            "win_after_reply_days": reply and reply.days,
        },
    )


def _attempt_rows(
    table: Grid, found: tuple[Curve, Curve, Curve | None] | None, worth: float | None, values: Values
) -> list[Row]:
    """One row per attempt over all leads; the last one may stand for "that many or more"."""
    ended = table.ended.sum(axis=0)
    at_risk = table.at_risk.sum(axis=0)
    lines = []
    for place, (n, counted) in enumerate(zip(at_risk.tolist(), ended.tolist(), strict=True)):
        is_pooled = table.is_pooled and place == len(ended) - 1
        event = counted[EVENT]
        hazard = share(event, n, "hazard")
        line: Row = {
            "attempt": place + 1,
            "label": f"{place + 1} or more" if is_pooled else str(place + 1),
            "is_pooled": is_pooled,
            "at_risk": n,
            "ended_here": sum(counted),
            "event_here": event,
            "lost_here": counted[LOST],
            "gave_up_here": counted[GAVE_UP],
            "open_here": counted[OPEN],
            **hazard,
        }
        names = ("cif_as_run", "cif_if_everyone_had_been_kept", "cif_like_with_like")
        for name, curve in zip(names, found or (None, None, None), strict=True):
            line |= _point(name, None if is_pooled else curve, place)
        line["worth_minor"] = None if worth is None or is_pooled else worth * event / n
        line["cost_minor"] = values["attempt_cost_minor"]
        lines.append(line)
    return lines


def _point(name: str, curve: Curve | None, place: int) -> Row:
    if curve is None:
        return {name: None, **ranged(name, None)}
    return {
        name: float(curve.value[place]),
        f"{name}_low": float(curve.low[place]),
        f"{name}_high": float(curve.high[place]),
    }


def _stops(table: Grid, worth: float | None, values: Values) -> list[Row]:
    """The stop point of each score band with at least 30 leads, and of all leads (band empty)."""
    if worth is None or values["attempt_cost_minor"] is None:
        return []
    bands = sorted({band for band, _ in table.groups})
    found = []
    for band in (None, *bands):
        ended = table.ended[[place for place, group in enumerate(table.groups) if band in (None, group[0])]].sum(axis=0)
        leads = int(ended.sum())
        line: Row = {"band": band, "leads": leads, "support": support(leads), "stop_after": None}
        line |= {"stop_after_low": None, "stop_after_high": None, "is_seen": False}
        if leads >= ENOUGH:
            at = stop(ended, table.is_pooled, worth, float(values["attempt_cost_minor"]))
            line |= {"stop_after": at.attempts, "stop_after_low": at.low}
            line |= {"stop_after_high": at.high, "is_seen": at.is_seen}
        found.append(line)
    return found


def _naive_rows(rows: list[Row], event: str) -> list[Row]:
    """The table people are used to: of the leads with exactly that many contacts, how many had the event."""
    ended: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        ended[row["k"]][0] += row["leads"]
        ended[row["k"]][1] += row[f"{event}_event"]
    return [
        {"attempt": k, "leads": ended[k][0], "event": ended[k][1], **share(ended[k][1], ended[k][0], "naive_rate")}
        for k in sorted(ended)
    ]


def _band_rows(table: Grid, worth: float | None, values: Values) -> list[Row]:
    """Hazards per score band and attempt, what the attempt is worth, and what going on from there is worth.

    The last two only where 30 leads of the band are still silent, and not for a pooled tail.
    """
    cost = values["attempt_cost_minor"]
    rows = []
    for band in sorted({band for band, _ in table.groups}):
        ended = table.ended[[place for place, group in enumerate(table.groups) if group[0] == band]].sum(axis=0)
        at_risk = left_at(ended.sum(axis=1))
        seen = at_risk >= ENOUGH
        seen[-1] = seen[-1] and not table.is_pooled
        rates = ended[seen] / np.maximum(at_risk[seen], 1)[:, None]
        price = worth if cost is not None else None
        onward = None if price is None else going_on(rates[:, EVENT], rates[:, LOST], price, float(cost))
        for place, n in enumerate(at_risk.tolist()):
            if not n:
                continue
            counted = {name: int(ended[place][at]) for at, name in enumerate(OUTCOMES)}
            line: Row = {"band": band, "attempt": place + 1, "at_risk": n, **counted}
            line |= {**share(counted["event"], n, "hazard"), "worth_minor": None, "going_on_minor": None}
            if seen[place] and price is not None and onward is not None:
                line |= {"worth_minor": price * counted["event"] / n, "going_on_minor": float(onward[place])}
            rows.append({**line, "cost_minor": cost})
    return in_order(rows, "band", "attempt")


def _sentence(event: str, lines: list[Row], has_line: bool) -> tuple[str, Row]:
    last = [line for line in lines if not line["is_pooled"]][:7][-1]
    args = {
        "attempt": last["attempt"],
        "leads": lines[0]["at_risk"],
        "as_run": 100 * last["cif_as_run"],
        "kept": 100 * last["cif_if_everyone_had_been_kept"],
        "alike": 100 * (last["cif_like_with_like"] or 0.0),
    }
    as_run, kept, alike = (round(args[name]) for name in ("as_run", "kept", "alike"))
    if kept <= as_run >= alike:
        return f"{event}_same", args
    if not has_line:
        return f"{event}_range", args
    # Where the warmer ones of a source were dropped, like with like lies above the kept, which are then no limit.
    return f"{event}_{'above' if alike > kept else 'line'}", args


def _notes(lines: list[Row], stops: list[Row], reply: AfterReply | None, values: Values) -> list[tuple[str, Row]]:
    notes: list[tuple[str, Row]] = [("naive", {})]
    if values["deal_value_minor"] is None or values["attempt_cost_minor"] is None:
        return [*notes, ("no_value", {})]
    if values["event"] == "reply":
        if reply is None:
            return [*notes, ("no_chance", {})]
        by_day: Row = {"days": reply.days, "least": ENOUGH}
        if not reply.chance:
            return [*notes, ("no_win", by_day)]
        notes.append(("after_reply", {"won": 100 * reply.chance, "latest": LAST_DAY - 1, **by_day}))
    overall = stops[0]
    currency = values["currency"] or ""
    cost = major(values["attempt_cost_minor"], currency)
    if overall["is_seen"]:
        args = {
            name: overall[f"stop_after{end}"] for name, end in (("stop_after", ""), ("low", "_low"), ("high", "_high"))
        }
        notes.append(("stop" if overall["stop_after"] else "stop_none", args))
    else:
        notes.append(("no_stop", {"attempts": overall["stop_after"]}))
    at = min(max(1, overall["stop_after"]), len(lines)) - 1
    line = lines[at]
    if line["hazard"] is not None and line["worth_minor"] is not None:
        worth = major(line["worth_minor"], currency)
        args = {"attempt": at + 1, "of_100": 100 * line["hazard"], "worth": worth, "cost": cost, "currency": currency}
        notes.append(("worth", args))
    return notes


def _attempt(value: str, key: Key, _values: Values) -> str:
    """At risk before this attempt are all that got at least so many; how one ended belongs to its last attempt."""
    is_all = key.get("outcome", "at_risk") == "at_risk" or key.get("is_pooled") == "true"
    return f"k {'>=' if is_all else '='} {int(value)}"


def _tried_end(value: str, key: Key, _values: Values) -> str:
    value = value.removesuffix("_here")
    event = {"reply": "reply", "won": "won"}[key.get("event", "reply")]
    ends = {each: f"{event}_{each}" for each in ("event", "lost", "gave_up")}
    if value == "open":
        return " AND ".join(f"{column} = 0" for column in ends.values())
    return "1 = 1" if value in ("at_risk", "ended") else f"{ends[value]} = 1"


def _leads_tried(table: Any, p: Values) -> Any:
    told = tried(table, p)
    ends = {name: one(condition) for name, condition in endings(told, p).items()}
    return told.select("lead_id", "band", "source", "k", **ends)


_BEHIND = Behind(
    _leads_tried,
    "lead_id",
    {
        "attempt": _attempt,
        "is_pooled": anything,
        "band": same("band"),
        "source": same("source"),
        "event": anything,
        "outcome": _tried_end,
    },
    needs=(*PERIOD, "rest_s"),
    always="k > 0",
)

MEASURE = Measure(
    name="persistence",
    title="Persistence",
    question="What is the next attempt worth, and when is it time to stop?",
    unit="share of leads by attempt",
    least_sample=ENOUGH,
    counted=(
        "Attempts are contacts by sales before the first two-way reply, from the first hand-off on (from the start "
        "where a lead was never handed over). The event is the reply, or the win, which belongs to the last attempt "
        "before it. Competing: lost (with no deal still open), disqualified, sent back. Given up: said so, recycled, "
        "or silent longer than the rest time; a lead that replied is silent only where the win is what counts, while "
        "it has no deal. Others are still open."
    ),
    formula=(
        "Hazard = events / still silent, with Wilson's range. As run: Aalen-Johansen with lost and given up "
        "competing. Kept: the same with given up censored. Like with like: the second per score band and source, "
        "averaged with their shares at attempt 1. Value of going on: W_k = max(0, h_k V P(win after reply) - c + "
        "(1 - h_k - l_k) W_{k+1}); stop at the first W_k = 0. P(win after reply): Aalen-Johansen, at the last day up "
        "to 180 to which 30 leads were followed. Ranges: 1,000 seeded multinomial draws."
    ),
    assumptions=(
        "As run: leads still open are simply younger. It is a lower bound for what keeping everyone would give.",
        "Kept: whom sales drops has nothing to do with chances. An upper bound where sales drops the colder ones.",
        "Like with like: the same within each score band and source. Where it lies above kept, kept is no upper bound.",
    ),
    cannot_say=(
        "What attempts do to a lead that sales drops for a reason nobody records: only a trial can say that.",
        "Anything from the rate by final number of contacts: it shows who is dropped when.",
    ),
    published="discrete_life_table (Singer & Willett 2003); competing_risks (mgus2); contacts_bank (Moro et al. 2014)",
    reads=(
        (
            "call, email, meeting, social",
            "seq, occurred_s, side (sales: an attempt; buyer: a reply), value_code (reached, reply, replied, held)",
        ),
        ("handed_over", "seq, occurred_s, points"),
        ("deal_opened, stage_changed, won, lost", "seq, occurred_s, deal_id (which deals are open)"),
        ("deal_opened, won, lost, disqualified, rejected, gave_up, recycled, woken, accepted", "seq, occurred_s"),
        ("captured", "occurred_s, source"),
        ("qualified", "occurred_s (it too tells when a lead was first heard of)"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only leads first handed over (else: first heard of) at or after it"),
        Parameter("until_s", "instant", "only leads first handed over (else: first heard of) before it"),
        SOURCE,
        Parameter("event", "choice", "what counts: reply or won", default="reply", choices=("reply", "won")),
        Parameter("rest_days", "number", "silent this long after the last contact is given up", default=30),
        Parameter("deal_value_minor", "number", "what a deal is worth by the pact, in minor units"),
        Parameter("attempt_cost_minor", "number", "what an attempt costs by the pact, in minor units"),
        Parameter("currency", "text", "currency of both, ISO 4217"),
    ),
    queries=(
        Query("spells", spells, needs=("as_of_s", "since_s", "until_s", "rest_s")),
        Query("ripening", ripening, is_wanted=_needs_ripening),
    ),
    estimate=estimate,
    chart="staircase",
    sentences={
        "none": "No attempts are recorded by {until}, so there is nothing to learn from yet.",
        "few": "Leads with attempts: {leads:,}. Too few to say what the next attempt is worth.",
        "reply_line": (
            "Of 100 such leads about {as_run:.0f} reply by attempt {attempt} as you work today. Had none been dropped "
            "it would be between {as_run:.0f} and {kept:.0f}, about {alike:.0f} if dropped leads are like kept ones of "
            "the same score and source."
        ),
        "reply_range": (
            "Of 100 such leads about {as_run:.0f} reply by attempt {attempt} as you work today. Had none been "
            "dropped it would be between {as_run:.0f} and {kept:.0f}."
        ),
        "won_line": (
            "Of 100 such leads about {as_run:.0f} are won by attempt {attempt} as you work today. Had none been "
            "dropped it would be between {as_run:.0f} and {kept:.0f}, about {alike:.0f} if dropped leads are like kept "
            "ones of the same score and source."
        ),
        "won_range": (
            "Of 100 such leads about {as_run:.0f} are won by attempt {attempt} as you work today. Had none been "
            "dropped it would be between {as_run:.0f} and {kept:.0f}."
        ),
        "reply_same": (
            "Of 100 such leads about {as_run:.0f} reply by attempt {attempt} as you work today; as far as can be seen "
            "it would be as many had none been dropped."
        ),
        "won_same": (
            "Of 100 such leads about {as_run:.0f} are won by attempt {attempt} as you work today; as far as can be "
            "seen it would be as many had none been dropped."
        ),
        "reply_above": (
            "Of 100 such leads about {as_run:.0f} reply by attempt {attempt} as you work today. Had none been "
            "dropped it would be {kept:.0f} if the dropped were like the kept, and about {alike:.0f} if they were like "
            "kept ones of the same score and source: warmer ones were dropped, so neither is a limit from above."
        ),
        "won_above": (
            "Of 100 such leads about {as_run:.0f} are won by attempt {attempt} as you work today. Had none been "
            "dropped it would be {kept:.0f} if the dropped were like the kept, and about {alike:.0f} if they were like "
            "kept ones of the same score and source: warmer ones were dropped, so neither is a limit from above."
        ),
        "naive": (
            "The table by final number of contacts slopes by who is dropped when, not by what an attempt is worth."
        ),
        "no_value": "The pact names no value of a deal or cost of an attempt, so no stop point is given.",
        "no_chance": "Too few leads that replied were followed long enough to say what a reply is worth.",
        "no_win": (
            "No lead that replied was won by day {days} after the reply, the last day to which {least} leads or more "
            "were followed, so nothing says what a reply is worth."
        ),
        "after_reply": (
            "Of 100 leads that replied, {won:.1f} are won by day {days} after the reply: the last day, up to day "
            "{latest}, to which {least} leads or more were followed. What an attempt is worth is reckoned with that."
        ),
        "stop_none": "Not even the first attempt was worth what it costs.",
        "stop": "Going on is worth it up to attempt {stop_after} ({low} to {high}).",
        "no_stop": "Every attempt seen so far, up to {attempts}, was worth it.",
        "worth": (
            "Attempt {attempt} gets {of_100:.1f} in 100 of those still silent: worth {worth:,.0f} {currency}, "
            "costs {cost:,.0f} {currency}."
        ),
        "talked_first": "Leads that talked before any attempt, and are left out: {leads:,}.",
    },
    layouts=(
        Layout(
            "", "By attempt", (
                Shown("label", "Attempt", "text"), Shown("at_risk", "Still silent", opens={"outcome": "at_risk"}),
                Shown("event_here", "Event", opens={"outcome": "event"}),
                *(Shown(f"{name}_here", title, opens={"outcome": name})
                  for name, title in (("lost", "Lost"), ("gave_up", "Given up"), ("open", "Still open"))),
                Shown("hazard", "Chance", "share")), key=("attempt", "is_pooled"),
        ),
    ),
    behind=_BEHIND,
)  # fmt: skip
