from __future__ import annotations

import pytest

from leadpact.rules.criteria import FreeMail, Is, Known, Touches
from leadpact.rules.gate import GateAnswer, GroupPoints, LaneAnswer, Unmet, compile_gate, decide, refusal_words
from leadpact.rules.lead import Seen, Touch, Value
from leadpact.rules.pact import Gate, Lane, Step
from leadpact.rules.scoring import compile_card
from leadpact.rules.terms import Span
from tests.rules.small_pact import good_lead, row, small_pact, small_step

NOW_S = 1_000_000_000
HOURS = Span(4, "working_hours")
DEMO = Lane("asked for a demo", Gate(always=True), Span(15, "working_minutes"), when=Touches(("form_filled",), "demo"))
SCORED = Lane("scored", Gate(points=60, least=(("fit", 20), ("intent", 10))), HOURS)
ROWS = (
    row(Is("industry", ("food",)), 35, "fit"),
    row(Is("budget", ("approved", "planned")), 18, "fit"),
    row(Touches(("page_view",), "pricing"), 25, "intent"),
)


def lead(*pages: str, forms: tuple[str, ...] = (), done: tuple[str, ...] = (), **codes: str) -> Seen:
    values = {name: Value(code, None, NOW_S - 60, 1, "buyer", None) for name, code in codes.items()}
    touches = {
        kind: [Touch(NOW_S - 50, place, 2, "buyer") for place in places]
        for kind, places in (("page_view", pages), ("form_filled", forms))
        if places
    }
    return Seen(values, touches, set(done))


def answer(step: Step, who: Seen, **good: tuple[object, ...]) -> GateAnswer:
    pact = small_pact(good_lead(*ROWS, **good), step)
    return decide(who, compile_card(pact).score(who, NOW_S), step, pact, NOW_S)


def test_the_first_lane_that_fits_opens_the_gate() -> None:
    step = small_step(DEMO, SCORED)
    groups = (GroupPoints("fit", 35, 20), GroupPoints("intent", 25, 10))
    assert answer(step, lead("pricing", industry="food")) == GateAnswer(
        open=True,
        step="marketing to sales",
        lane="scored",
        why=(
            LaneAnswer("asked for a demo", False, False, 60, 0, (), "Demo form: no"),
            LaneAnswer(
                "scored", True, True, 60, 60, groups,
                "60 of 60 points, 35 of 20 points for fit, 25 of 10 points for intent",
            ),
        ),
        points_had=60,
        points_needed=60,
        groups=groups,
        missing_fields=(),
        missing_actions=(),
        must=(),
        never=(),
        pact=small_pact(good_lead(*ROWS), step),
    )  # fmt: skip
    both = answer(step, lead("pricing", forms=("demo",), industry="food"))
    assert (both.lane, both.why[0].why) == ("asked for a demo", "Demo form, whatever the points")


def test_a_lane_that_is_always_open_needs_no_points_but_what_comes_with_a_lead() -> None:
    step = small_step(DEMO, SCORED, comes_with=(("company",), ("phone", "email")), after=("qualification_call",))
    closed = answer(step, lead(forms=("demo",), company="known"), must=(Known("need"),))
    assert (closed.open, closed.lane, closed.points_had, closed.points_needed) == (False, None, 0, 0)
    assert closed.missing_fields == (("phone", "email"),)
    assert closed.missing_actions == ("qualification_call",)
    assert closed.must == (Unmet("Need known", False),)
    assert closed.why[0].fits
    opened = answer(
        step,
        lead(forms=("demo",), done=("qualification_call",), company="known", email="known", need="known"),
        must=(Known("need"),),
    )
    assert (opened.open, opened.lane, opened.refusal) == (True, "asked for a demo", "")


SCORED_60 = small_step(Lane("scored", Gate(points=60), HOURS), comes_with=(("budget",),))


@pytest.mark.parametrize(
    ("step", "who", "good", "refusal"),
    [
        (
            SCORED_60,
            lead(industry="food"),
            {},
            "Gate closed: 35 of 60 points, budget missing. Ask for it, or lower the line in a new pact.",
        ),
        (
            small_step(SCORED),
            lead(industry="food", budget="approved"),
            {},
            "Gate closed: 53 of 60 points, 0 of 10 points for intent. Lower the line in a new pact.",
        ),
        (
            small_step(SCORED, comes_with=(("phone", "email"), ("source",)), after=("qualification_call", "invited")),
            lead("pricing", industry="food"),
            {},
            (
                "Gate closed: phone or e-mail missing, source missing, qualification call not done, invited not done."
                " Do them and record them, or ask for them."
            ),
        ),
        (
            small_step(SCORED, after=("qualification_call",)),
            lead("pricing", industry="food"),
            {},
            "Gate closed: qualification call not done. Do it and record it.",
        ),
        (
            small_step(SCORED),
            lead("pricing", industry="food"),
            {"must": (Is("country", ("DE",)),)},
            "Gate closed: “Country DE” unknown. Ask for it.",
        ),
        (
            small_step(SCORED),
            lead("pricing", industry="food", country="FR"),
            {"must": (Is("country", ("DE",)),)},
            "Gate closed: “Country DE” does not hold. Correct the lead if that is wrong.",
        ),
        (
            small_step(SCORED),
            lead("pricing", industry="food", email_is_free_mail="true"),
            {"never": (FreeMail(),)},
            "Gate closed: never hand over: “E-mail at a free mail provider”. Correct the lead if that is wrong.",
        ),
        (
            small_step(DEMO),
            lead("pricing", industry="food"),
            {},
            "Gate closed: no lane fits (asked for a demo: demo form: no). Add a lane for such leads in a new pact.",
        ),
        (
            small_step(Lane("german", Gate(points=1), HOURS, when=Is("country", ("DE",)))),
            lead("pricing"),
            {},
            (
                "Gate closed: no lane fits (german: country DE: unknown)."
                " Find out what is unknown, or add a lane for such leads in a new pact."
            ),
        ),
    ],
)
def test_a_refusal_says_what_is_missing_and_what_to_do(
    step: Step, who: Seen, good: dict[str, tuple[object, ...]], refusal: str
) -> None:
    closed = answer(step, who, **good)
    assert (closed.open, closed.lane, closed.refusal) == (False, None, refusal)


def test_a_never_that_is_unknown_does_not_keep_a_lead_back() -> None:
    assert answer(small_step(SCORED), lead("pricing", industry="food"), never=(FreeMail(),)).open


def test_the_points_shown_are_those_of_the_nearest_lane() -> None:
    step = small_step(
        Lane("easy", Gate(points=10), HOURS, when=Is("country", ("DE",))),
        Lane("hard", Gate(points=90), HOURS),
        Lane("middle", Gate(points=50, least=(("intent", 5),)), HOURS),
    )
    closed = answer(step, lead(industry="food", country="FR"))
    assert (closed.points_had, closed.points_needed, closed.groups) == (35, 50, (GroupPoints("intent", 0, 5),))
    assert [lane.short_by for lane in closed.why] == [0, 55, 15]


def test_a_gate_is_compiled_once_for_a_pact_and_step() -> None:
    pact, other = (small_pact(good_lead(*ROWS), SCORED_60) for _ in range(2))
    assert compile_gate(pact, SCORED_60) is compile_gate(pact, SCORED_60)
    assert compile_gate(pact, SCORED_60) is not compile_gate(other, SCORED_60)


def test_a_refusal_is_put_into_the_readers_language_text_by_text() -> None:
    step = small_step(SCORED, comes_with=(("company",),), after=("qualification_call",))
    closed = answer(step, lead("pricing"), must=(Known("need"),))
    other = {
        "Gate closed: {causes}. {cure}.": "Tor zu: {causes}. {cure}.",
        "{had} of {needed} points": "{had} von {needed} Punkten",
        "{field} missing": "{field} fehlt",
        "{action} not done": "{action} nicht getan",
        "“{condition}” does not hold": "„{condition}“ trifft nicht zu",
        "do it and record it": "tu es und halte es fest",
        ", or ": " oder ",
    }
    assert refusal_words(closed, lambda text: other.get(text, text)) == (
        "Tor zu: 25 von 60 Punkten, 0 of 20 points for fit, company fehlt, qualification call nicht getan, "
        "„Need known“ trifft nicht zu. Tu es und halte es fest oder ask for it oder lower the line in a new pact oder "
        "correct the lead if that is wrong."
    )
    assert refusal_words(closed) == closed.refusal
