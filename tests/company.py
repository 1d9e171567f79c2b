"""A small company to test on: set up, with people and a signed starter pact."""

from dataclasses import dataclass

from django.conf import settings

from leadpact.connectors import pact_file
from leadpact.connectors.shapes import LeadShape
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import HandOff, Notice, Person
from leadpact.operations import capture, pact, people, qualify
from leadpact.operations.people import PersonForm
from tests.made_once import made_once

NOW_S = 1_780_387_200
"""Tuesday 2 June 2026, 10:00 in Berlin."""
PASSWORD = "a long pass phrase"
MAILS = {
    "marketing_head": ("mia@acme.example", "Mia Head"),
    "sales_head": ("sam@acme.example", "Sam Head"),
    "marketer": ("ida@acme.example", "Ida Brandt"),
    "salesperson": ("ana@acme.example", "Ana Lind"),
    "reader": ("ren@acme.example", "Ren Reader"),
}


@dataclass
class Acme:
    """The company's people by role, and a second salesperson; ``actor`` gives each as an actor."""

    people: dict[str, Person]
    now_s: int
    pact_id: int

    def actor(self, role: str) -> Actor:
        return access.actor_of(self.people[role])

    def lead(self, external_id: str = "x1", **values: str) -> int:
        """Capture a lead from the web form and give its id."""
        shape = LeadShape(external_id, "web", None, "web_form", None, "web", "buyer", None, values)
        taken = capture.capture_lead(actor=self.actor("marketer"), shape=shape, now_s=self.now_s)
        assert taken.lead_id is not None
        return taken.lead_id

    def good_lead(self, external_id: str = "x1", **more: str) -> int:
        """A lead that passes the gate: everything the starter pact asks for is known, and it wants a demo."""
        values = {
            "name": f"Nadia {external_id}", "company": f"Kessler {external_id}", "email": f"n-{external_id}@kessler.example",
            "job_title": "Head of Operations", "employees": "420", "country": "DE", "industry": "logistics",
        }  # fmt: skip
        lead_id = self.lead(external_id, **(values | more))
        self.touch(lead_id, "form_filled", "demo")
        qualify.record_qualification(
            actor=self.actor("marketer"),
            lead_id=lead_id,
            values={"budget": "approved", "need": "too many returns", "timeframe_months": "3", "authority": "decides"},
            actions=["qualification_call"],
            now_s=self.now_s,
        )
        return lead_id

    def touch(self, lead_id: int, kind: str, of: str | None = None, **more) -> None:
        """Record a touch of the buyer."""
        from leadpact.ledger.rulebook import Rulebook
        from leadpact.ledger.writer import Draft, recording
        from leadpact.rules.facts import Fact

        with recording(self.now_s, scorer=Rulebook(self.now_s)) as book:
            fact = Fact(0, "", kind, more.pop("occurred_s", self.now_s), 0, lead_id=lead_id, side="buyer", field=of)
            book.append([Draft(fact._replace(**more))])

    def handed_over(self, external_id: str = "x1", **more: str) -> HandOff:
        """A lead that went over to a salesperson."""
        lead_id = self.good_lead(external_id, **more)
        qualify.hand_over(actor=self.actor("marketer"), lead_id=lead_id, now_s=self.now_s)
        return HandOff.objects.get(lead_id=lead_id)

    def owner(self, hand_off: HandOff) -> Actor:
        return access.actor_of(Person.objects.get(pk=hand_off.owner_id))


def hash_quickly() -> None:
    """Hash pass phrases in no time: the product's own way takes a third of a second for each, and should."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def company(now_s: int = NOW_S, *, text: str | None = None) -> Acme:
    """The company with a signed pact (the starter unless another is given)."""
    return made_once(("company", now_s, text), lambda: set_up(now_s, text))


def set_up(now_s: int, text: str | None) -> Acme:
    """Set the company up as people do, invite everybody, and sign a pact."""
    form = PersonForm("op@acme.example", "Olga Operator", "operator")
    operator = people.set_up(
        company="Acme", zone="Europe/Berlin", country="DE", operator=form, password=PASSWORD, now_s=now_s
    )
    made = {"operator": operator}
    run = access.actor_of(operator)
    for role, (mail, name) in MAILS.items():
        made[role] = people.invite(actor=run, form=PersonForm(mail, name, role), now_s=now_s)
    made["other"] = people.invite(actor=run, form=PersonForm("bo@acme.example", "Bo Berg", "salesperson"), now_s=now_s)
    for person in made.values():
        person.set_password(PASSWORD)
        person.save()
    head = access.actor_of(made["marketing_head"])
    row = pact.propose(actor=head, text=text or pact_file.starter(), now_s=now_s)
    pact.sign(actor=head, pact_id=row.pk, now_s=now_s)
    pact.sign(actor=access.actor_of(made["sales_head"]), pact_id=row.pk, now_s=now_s)
    Notice.objects.all().delete()  # The heads were told of the signing; tests count what comes after.
    return Acme(made, now_s, row.pk)
