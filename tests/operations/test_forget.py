"""Forgetting a person: nothing personal is left, every figure stays, and no file brings them in again."""

import json
from pathlib import Path

import pytest
from django.db import connection

from leadpact.connectors.shapes import LeadShape
from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.source import on_connection
from leadpact.ledger import forgotten
from leadpact.ledger.access import Forbidden
from leadpact.ledger.models import FactRow, Lead, LeadKey, PersonValue
from leadpact.ledger.snapshot import snapshot
from leadpact.operations import capture, forget, pact_comments, pact_drafts, sla, verdict
from leadpact.operations.capture import Intake, WrongValues
from leadpact.queries import held
from tests.company import company
from tests.evidence.asked import GIVEN

pytestmark = pytest.mark.django_db
SECRETS = ("nadia x1", "n-x1@kessler", "+4930123", "too many returns", "left a message with the porter")


@pytest.fixture
def acme(tmp_path, settings):
    settings.HOME = tmp_path
    return company()


def worked(acme):
    """A lead that was handed over, called, accepted and sent back, with words in every place."""
    hand_off = acme.handed_over("x1", phone="+4930123456", note="Met at the fair")
    owner = acme.owner(hand_off)
    sla.log_attempt(
        actor=owner, lead_id=hand_off.lead_id, channel="call", outcome="voicemail", now_s=acme.now_s + 60,
        note="Left a message with the porter",
    )  # fmt: skip
    verdict.reject(
        actor=owner, hand_off_id=hand_off.pk, reason="too_early", now_s=acme.now_s + 120, note="Nadia x1 says: later"
    )
    return hand_off


def everything():
    """Every text of every table of ours, in one."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("django_", "sqlite_")):
                continue
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [str(cell) for row in cursor.fetchall() for cell in row if cell is not None]
    return "\n".join(found).casefold()


def figures(now_s):
    """Every measure's counts over the facts as they stand."""
    with snapshot() as seen:
        source = on_connection(seen.connection, seen.dialect)
        return {name: str(ask(name, source, as_of_s=now_s, **GIVEN.get(name, {}))) for name in MEASURES}


def test_nothing_personal_is_left_in_any_table_or_file(acme):
    hand_off = worked(acme)
    draft = pact_drafts.begin(actor=acme.actor("marketing_head"), now_s=acme.now_s, base_id=acme.pact_id)
    pact_comments.say(
        actor=acme.actor("marketing_head"), draft_id=draft.pk, now_s=acme.now_s, text="Like with n-x1@kessler.example?"
    )
    folder = Path(forget.settings.HOME) / "imports"
    folder.mkdir()
    rejects = folder / "1-leads-rejects.csv"
    rejects.write_text("line,column,reason,value\n2,email,twice,n-x1@kessler.example\n3,phone,short,12\n")
    before = everything()
    assert [text for text in SECRETS if text not in before] == []
    facts = FactRow.objects.filter(lead_id=hand_off.lead_id).count()
    report = forget.forget(actor=acme.actor("marketing_head"), lead_id=hand_off.lead_id, now_s=acme.now_s + 200)
    after = everything()
    assert [text for text in (*SECRETS, "kessler x1", "met at the fair") if text in after] == []
    assert rejects.read_text() == "line,column,reason,value\n3,phone,short,12\n"
    lead = Lead.objects.get(pk=hand_off.lead_id)
    assert (lead.name, lead.email, lead.phone, lead.company, lead.job_title) == (None,) * 5
    assert (report.facts_kept, report.keys, report.texts, report.files, report.lines) == (facts, 3, 1, 1, 1)
    assert FactRow.objects.filter(lead_id=lead.pk).count() == facts + 1
    said = " ".join(report.sentences())
    assert "Deleted 9 personal texts and 3 marks" in said
    assert "Please do by hand: backups made before today" in said


@pytest.mark.measures
def test_every_figure_stays_as_it_was(acme):
    hand_off = worked(acme)
    acme.good_lead("x2")
    before = figures(acme.now_s + 1_000)
    forget.forget(actor=acme.actor("operator"), lead_id=hand_off.lead_id, now_s=acme.now_s + 200)
    assert figures(acme.now_s + 1_000) == before


def test_forgetting_twice_changes_nothing(acme):
    hand_off = worked(acme)
    actor = acme.actor("operator")
    forget.forget(actor=actor, lead_id=hand_off.lead_id, now_s=acme.now_s + 200)
    before = everything()
    again = forget.forget(actor=actor, lead_id=hand_off.lead_id, now_s=acme.now_s + 300)
    assert (again.words, again.keys, again.marks, again.companies) == (0, 0, 0, 0)
    assert everything() == before


def test_a_follow_up_that_runs_ends(acme):
    hand_off = acme.handed_over("x1")
    forget.forget(actor=acme.actor("operator"), lead_id=hand_off.lead_id, now_s=acme.now_s + 5)
    lead = Lead.objects.get(pk=hand_off.lead_id)
    assert (lead.state, lead.reason, lead.owner_id) == ("closed", "forgotten", None)


def test_no_file_or_system_brings_the_person_in_again_but_a_form_of_their_own_does(acme):
    hand_off = worked(acme)
    forget.forget(actor=acme.actor("operator"), lead_id=hand_off.lead_id, now_s=acme.now_s + 200)
    leads = Lead.objects.count()
    for shape in (
        LeadShape("x1", "web", None, None, None, None, "buyer", None, {"name": "Nadia x1"}),
        LeadShape("other", "crm", None, None, None, None, "buyer", None, {"email": "N-X1@kessler.example"}),
        LeadShape("third", "crm", None, None, None, None, "buyer", None, {"phone": "030 123456", "country": "DE"}),
    ):
        with pytest.raises(WrongValues, match="asked to be forgotten"):
            capture.capture_lead(actor=acme.actor("marketer"), shape=shape, now_s=acme.now_s + 300)
    assert Lead.objects.count() == leads
    from leadpact.ledger.rulebook import Rulebook
    from leadpact.ledger.writer import recording

    back = LeadShape("", "", None, "web_form", None, "form", "buyer", None, {"email": "n-x1@kessler.example"})
    with recording(acme.now_s + 400) as book:
        outcomes, _ = Intake(book, Rulebook(acme.now_s), live=True, welcomes_back=True).take([back])
    assert outcomes[0].status == "created"
    assert outcomes[0].lead_id != hand_off.lead_id


def test_a_copy_from_before_forgets_again(acme):
    hand_off = worked(acme)
    words = list(PersonValue.objects.values("fact_seq", "lead_id", "field", "text"))
    keys = list(LeadKey.objects.values("kind", "system", "value", "lead_id"))
    forget.forget(actor=acme.actor("operator"), lead_id=hand_off.lead_id, now_s=acme.now_s + 200)
    forgotten.ForgottenMark.objects.all().delete()  # The copy is older than the marks; the file beside it is not.
    PersonValue.objects.bulk_create(PersonValue(**row) for row in words)
    LeadKey.objects.bulk_create(LeadKey(**row) for row in keys)
    reports = forget.forget_again(now_s=acme.now_s + 300)
    assert [report.lead_ids for report in reports] == [(hand_off.lead_id,)]
    assert "kessler.example" not in everything().replace("acme.example", "")
    assert forget.forget_again(now_s=acme.now_s + 400) == []


def test_only_heads_and_operators_forget(acme):
    hand_off = worked(acme)
    for role in ("marketer", "reader"):
        with pytest.raises((Forbidden, LookupError)):
            forget.forget(actor=acme.actor(role), lead_id=hand_off.lead_id, now_s=acme.now_s + 200)


def test_everything_that_is_held_is_told(acme):
    hand_off = worked(acme)
    told = held.held(acme.actor("operator"), hand_off.lead_id, acme.now_s + 200)
    plain = json.dumps(told.plain(), ensure_ascii=False).casefold()
    # What the company wrote of the person is held too; who of the company wrote it is not the person's to know.
    assert [text for text in (*SECRETS, "met at the fair", "nadia x1 says: later") if text not in plain] == []
    assert "ana lind" not in plain
    assert held.leads_of("n-x1@kessler.example") == [hand_off.lead_id]
    forget.forget(actor=acme.actor("operator"), lead_id=hand_off.lead_id, now_s=acme.now_s + 300)
    after = held.held(acme.actor("operator"), hand_off.lead_id, acme.now_s + 400)
    assert (after.values, after.marks, after.is_forgotten) == ((), (), True)
