"""How leads come into the demo company: its forms, the key of its tracker, and the mails of today."""

from __future__ import annotations

from email.message import EmailMessage

from leadpact.demo.company import Staff
from leadpact.operations import forms, mails
from leadpact.operations.forms import FormPlan
from leadpact.operations.trackers_keys import make_write_key

HOUR_S = 3_600
FORMS = (
    FormPlan(
        "Demo, web site", "demo", "See it with your own leads",
        (("name", True), ("email", True), ("company", True), ("country", False), ("employees", False)),
        intro="Half an hour, at your desk. We answer on the same working day.",
        agreement="You may write to me and call me about this.", ways=("email", "phone"),
    ),
    FormPlan(
        "Stand, spring fair", "fair", "Met at the stand",
        (("name", True), ("company", True), ("email", True), ("phone", False), ("need", False)),
        purpose="show", campaign="spring_fair",
    ),
)  # fmt: skip
MAILS = (
    ("Amira Sorel <amira.sorel@vantur.example>", "What do forty seats cost?", "",
     "Hello,\nwe are forty people in two places. What would that cost a month, and who else in our trade uses it?"),
    ("Piet Oord <piet@oord.example>", "Re: our talk at the fair", "",
     "Thank you for the talk. Could we see it on Thursday afternoon?"),
    ("Out of office <lena.marsh@brisco.example>", "I am away until Monday", "auto-replied",
     "I am away until Monday and read nothing until then."),
)  # fmt: skip
"""Sender, subject, what Auto-Submitted says, text."""


def open_doors(staff: Staff, now_s: int) -> None:
    """Make them; none of it is a fact of the year."""
    for plan in FORMS:
        forms.make_form(actor=staff.marketing_head, plan=plan, now_s=now_s)
    make_write_key(actor=staff.marketing_head, name="Web site", is_public=True, now_s=now_s)
    for number, (sender, subject, automatic, text) in enumerate(MAILS):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, "leads@haldenvoss.example", subject
        mail["Message-ID"] = f"<{number}@demo.example>"
        if automatic:
            mail["Auto-Submitted"] = automatic
        mail.set_content(text)
        mails.take(actor=staff.marketing_head, raw=mail.as_bytes(), now_s=now_s - number * HOUR_S)
