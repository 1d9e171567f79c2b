"""What measures are asked with in tests, beside the instant: what a pact would give them."""

from __future__ import annotations

from leadpact.evidence.criteria import plain_condition
from leadpact.rules.criteria import Between, Is, Known, Touches

CRITERIA = {
    "Budget approved": plain_condition(Is("budget", ("approved",))),
    "50 to 500 people": plain_condition(Between("employees", 50, 500)),
    "Need known": plain_condition(Known("need")),
    "Form filled": plain_condition(Touches(("form_filled",), within_days=30)),
}
GIVEN = {
    "acceptance": {"criteria": CRITERIA},
    "promises": {"comes_with": {"": [["need"], ["phone", "email"]]}, "after": {"": ["call"]}},
}
