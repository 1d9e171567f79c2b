"""The tray in the browser, at the API and on the command line."""

import io
from types import SimpleNamespace

import pytest
from django.test import Client

from leadpact.cli.commands import parser
from leadpact.ledger import access
from leadpact.ledger.models import Lead, MailIn
from leadpact.operations import keys, mails
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
UNKNOWN = b"From: Nadia Roy <nadia@buyer.example>\r\nSubject: Price <b>\r\n\r\nHow much?"


@pytest.fixture
def acme(monkeypatch):
    made = company()
    monkeypatch.setattr("leadpact.web.door.time", SimpleNamespace(time=lambda: NOW_S + 600))
    return made


def client(acme, role="marketer"):
    made = Client()
    made.force_login(acme.people[role])
    return made


def test_the_tray_names_leads_it_may_be_and_places_it_with_undo(acme):
    lead_id = acme.lead("x1", name="Nadia Roy", company="Buyer")
    mail_id = mails.take(actor=access.SYSTEM, raw=UNKNOWN, now_s=NOW_S).mail_id
    here = client(acme)
    page = here.get("/data/mails/").content.decode()
    assert "1 mail waits to be placed" in page
    assert "Price &lt;b&gt;" in page
    assert f'name="lead" value="{lead_id}"' in page
    assert "1 mail waits to be placed." in here.get("/desk/").content.decode()
    answer = here.post(f"/data/mails/{mail_id}/place/", {"lead": str(lead_id)}, follow=True).content.decode()
    assert f"The mail is a touch of lead {lead_id} now." in answer
    assert "No mail waits to be placed" in answer
    assert f'action="/data/mails/{mail_id}/back/"' in answer
    here.post(f"/data/mails/{mail_id}/back/")
    assert MailIn.objects.get().state == "waiting"
    here.post(f"/data/mails/{mail_id}/discard/")
    assert "Let it wait" in here.get("/data/mails/?state=discarded").content.decode()


def test_another_lead_is_looked_for_or_made(acme):
    lead_id = acme.lead("x1", name="Somebody", company="Elsewhere")
    mail_id = mails.take(actor=access.SYSTEM, raw=UNKNOWN, now_s=NOW_S).mail_id
    here = client(acme)
    assert f'name="lead" value="{lead_id}"' not in here.get("/data/mails/").content.decode()
    found = here.get("/data/mails/", {"mail": mail_id, "q": "Somebody"}).content.decode()
    assert f'name="lead" value="{lead_id}"' in found
    assert "No lead is found by that." in here.get("/data/mails/", {"mail": mail_id, "q": "nobody"}).content.decode()
    answer = here.post(f"/data/mails/{mail_id}/place/", {"lead": "x"}, follow=True).content.decode()
    assert "Choose a lead of those found, or make a new one." in answer
    here.post(f"/data/mails/{mail_id}/place/", {"lead": "new"})
    assert Lead.objects.exclude(pk=lead_id).get().email == "nadia@buyer.example"


def test_mails_come_in_over_the_api(acme):
    _, key = keys.make_key(actor=acme.actor("operator"), name="mail server", scopes=["capture"])
    sent = {"content_type": "message/rfc822", "headers": {"Authorization": f"Bearer {key}"}}
    answer = Client().post("/api/mails", UNKNOWN, **sent)
    assert (answer.status_code, answer.json()) == (200, {"status": "waiting", "lead_ids": []})
    assert Client().post("/api/mails", UNKNOWN, **sent).json()["status"] == "known"
    wrong = Client().post("/api/mails", b"a photo", **sent)
    assert (wrong.status_code, "no line From:" in wrong.json()["detail"][0]["expected"]) == (422, True)
    assert Client().post("/api/mails", UNKNOWN, content_type="message/rfc822").status_code == 401


def test_mails_come_in_from_a_pipe_from_files_and_from_a_maildir(acme, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("leadpact.cli.mails.ready", lambda: NOW_S)

    def run(*words):
        options = parser().parse_args(["mail-in", *words])
        return options.run(options), capsys.readouterr()

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(UNKNOWN)))
    status, said = run()
    assert (status, said.out) == (0, "1 waiting in the tray\n")
    (tmp_path / "bad.eml").write_bytes(b"nothing")
    (tmp_path / "good.eml").write_bytes(UNKNOWN)
    status, said = run(str(tmp_path / "good.eml"), str(tmp_path / "bad.eml"))
    assert (status, said.out) == (1, "1 known already\n1 refused\n")
    assert "bad.eml: This is no e-mail with a sender" in said.err
    (tmp_path / "box" / "new").mkdir(parents=True)
    (tmp_path / "box" / "new" / "17.host").write_bytes(UNKNOWN.replace(b"How", b"how"))
    status, said = run("--maildir", str(tmp_path / "box"))
    assert (status, said.out) == (0, "1 waiting in the tray\n")
    assert [path.name for path in (tmp_path / "box" / "cur").iterdir()] == ["17.host:2,S"]
    assert run("--maildir", str(tmp_path / "box"))[1].out == ""
