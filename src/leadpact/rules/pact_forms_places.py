"""The places of the pact that are edited as short texts, and what to type there."""

from __future__ import annotations

from typing import NamedTuple

Choices = tuple[tuple[str, str], ...]


class Place(NamedTuple):
    """A form of short texts. Each input: key below the place (empty: the place itself), label, kind, hint, choices.

    ``keeps`` says how many steps of the path stand before the keys.
    """

    title: str
    keeps: int
    inputs: tuple[tuple[str, str, str, str, Choices], ...]


def _text(name: str, label: str, hint: str = "") -> tuple[str, str, str, str, Choices]:
    return name, label, "text", hint, ()


def _choice(name: str, label: str, *choices: str) -> tuple[str, str, str, str, Choices]:
    return name, label, "select", "", tuple((each, each.capitalize()) for each in choices)


_STEP = 2
"""``hand_offs`` and the number of the step."""
_CODES = "Short codes with commas between; what they are called stands under “Words”."
_SHORT_LIST = Place(
    "The short list",
    _STEP,
    (
        _text("short_list.each_person", "Each person takes", "Such as `10 a week`."),
        _choice("short_list.order", "The rest is ranked by", "score", "age"),
        _text("short_list.waits_at_most", "and waits at most", "Such as `14 days`."),
    ),
)
_REASONS = Place(
    "Reasons for sending back",
    _STEP,
    (
        ("reject_reasons", "Agreed reasons", "list", _CODES, ()),
        (
            "recycle",
            "What follows each",
            "map",
            "Such as `too_early: wake after 90 days, no_budget: wake when budget known, other: back to marketing`.",
            (),
        ),
    ),
)
_ATTEMPT = Place(
    "Attempts",
    1,
    (
        _text("attempts", "Attempts", "Such as `6 within 15 working days`."),
        ("attempt.least", "Of these at least", "map", "Such as `call: 3`; empty for any.", ()),
        ("attempt.different_days", "On so many different days", "number", "", ()),
        ("attempt.channels", "What counts", "list", "Of call, email, meeting, social.", ()),
        _choice("attempt.by", "Made by", "person", "anyone"),
    ),
)
_CREDIT = Place(
    "Credit for a win",
    1,
    (
        _text("originator", "Who found the lead", "The three shares add up to 100%."),
        _text("touches_between", "Touches between"),
        _text("closer", "Who closed"),
        _choice("level", "Counted for", "account", "lead"),
        _text("window", "Looking back", "Such as `90 days`."),
        _choice("sourced", "Found by", "first touch", "captured by"),
    ),
)
_BACK = Place(
    "What sales hands back",
    1,
    (
        ("reasons", "Reasons", "list", _CODES, ()),
        _text("answer", "Marketing answers", "Such as `within 3 working days`."),
    ),
)
_TIME = Place(
    "Working time",
    1,
    (
        _text("zone", "Time zone", "Such as `Europe/Berlin`."),
        _text(
            "holidays", "Public holidays of", "A country, or a country with a region: `DE`, `DE-BY`; `none` for none."
        ),
        ("hours", "Hours", "map", "Such as `mon-thu: 09:00-12:30 13:30-17:30, fri: 09:00-15:00`.", ()),
        _text("year_starts", "The year starts in", "Such as `january`."),
    ),
)
_PEOPLE = Place(
    "What people see of people, and how long leads are kept",
    1,
    (
        _choice("figures", "Figures of persons", "own and team", "own", "all"),
        ("smallest_group", "Smallest group shown", "number", "", ()),
        _choice(
            "individual_late",
            "That one person is late is",
            "seen by owner and manager",
            "seen by owner",
            "seen by team",
        ),
        _text("names_kept", "Names are kept for", "Such as `12 months`."),
        _text(
            "leads_kept",
            "Leads are kept for",
            "Such as `24 months` after the last that happened with them; empty: none is forgotten by itself.",
        ),
        _choice("trials", "Trials are", "announced"),
    ),
)
_TRIALS = Place(
    "Trials",
    1,
    (
        _text("explored_slice", "Leads let through by chance", "A share such as `5%`; `0%` is off."),
        _text("persistence", "Leads followed up longer by chance", "A share such as `5%`; `0%` is off."),
        _choice("shuffled_call_order", "Order of calls by chance", "off", "on"),
    ),
)
_DEALS = Place(
    "Deals",
    1,
    (
        ("stages", "Stages", "list", _CODES, ()),
        ("loss_reasons", "Reasons for a loss", "list", _CODES, ()),
        _text("value_of_a_deal", "An ordinary deal is worth", "Such as `8000 EUR`."),
        _text("cost_of_an_attempt", "An attempt costs", "Such as `60 EUR`."),
    ),
)


def _one(title: str, hint: str = "", kind: str = "text") -> Place:
    return Place(title, 0, (("", title, kind, hint, ()),))


SIMPLE: dict[str, Place] = {
    "vision": _one("Our aim", kind="area"),
    "order": _one("Place among several pacts", "The lower number is asked first; empty where one pact is enough."),
    "teams": Place("Teams", 1, (_text("marketing", "Marketing is called"), _text("sales", "Sales is called"))),
    "money": Place(
        "Money",
        1,
        (
            _text("report_in", "Reported in", "A currency such as `EUR`."),
            _choice("rates", "Rates", "fixed each month", "fixed each quarter", "fixed each year"),
        ),
    ),
    **dict.fromkeys(("time.zone", "time.hours", "time.holidays", "time.year_starts"), _TIME),
    "qualification": _one("Asked on the short call", "Fields with commas between.", "list"),
    "good_lead.half_life": _one("Points for touches halve every", "Such as `30 days`; empty: they do not fade."),
    "actions": _one("Actions of marketing", "Such as `qualification_call: Qualification call`.", "map"),
    "hand_offs[].comes_with": _one(
        "Comes with", "Fields with commas between; `phone or email` where one is enough.", "choices"
    ),
    "hand_offs[].after": _one("Done before", "Actions with commas between.", "list"),
    "hand_offs[].answer": _one("Accepts or sends back", "Such as `within 1 working day`."),
    **dict.fromkeys(("hand_offs[].short_list", "hand_offs[].short_list.each_person"), _SHORT_LIST),
    **dict.fromkeys(("hand_offs[].reject_reasons[]", "hand_offs[].reject_reasons"), _REASONS),
    **dict.fromkeys(("back_to_marketing.reasons", "back_to_marketing.answer"), _BACK),
    **dict.fromkeys(
        ("follow_up.attempts", "follow_up.attempt", "follow_up.attempt.channels", "follow_up.attempt.by"), _ATTEMPT
    ),
    "follow_up.rest": _one("Given up after silence of", "Such as `30 days`."),
    **dict.fromkeys(
        ("deals.stages", "deals.loss_reasons", "deals.value_of_a_deal", "deals.cost_of_an_attempt"), _DEALS
    ),
    **dict.fromkeys(("credit", "credit.window"), _CREDIT),
    **dict.fromkeys(
        (
            "people.figures",
            "people.smallest_group",
            "people.individual_late",
            "people.names_kept",
            "people.leads_kept",
            "people.trials",
        ),
        _PEOPLE,
    ),
    **dict.fromkeys(("trials.explored_slice", "trials.persistence", "trials.shuffled_call_order"), _TRIALS),
}
"""By the path of the row, its numbers left out."""
