"""Over the API what buyers allow is read and noted, and who said no is listed for other systems."""

from leadpact.ledger.models import Clock, FactRow, Lead, PersonValue
from leadpact.operations import merging, sla
from tests.api.conftest import Api


def codes(answer):
    return {each["way"]: each["code"] for each in answer[1]["allowed"]}


def test_a_ground_and_a_no_are_noted_and_read(acme, sender, reader):
    lead_id = acme.lead("a1", email="n@k.example")
    path = f"/leads/{lead_id}/consent"
    told = {"email": "consent", "tracking": "refused", "how": "form", "wording": "Yes, write to me."}
    assert sender.post(path, told) == (200, {"lead_id": lead_id, "added": 2})
    answer = reader.get(path)
    assert answer[0] == 200
    assert codes(answer) == {"email": "consent", "phone": "", "post": "", "tracking": "refused"}
    assert answer[1]["refused"] == ["tracking"]
    assert "Yes, write to me." in PersonValue.objects.filter(lead_id=lead_id).values_list("text", flat=True)
    assert sender.post(path, {"tracking": "refused", "how": "form"}) == (200, {"lead_id": lead_id, "added": 0})
    sides = FactRow.objects.filter(lead_id=lead_id, field="permission_email").values_list("side", "channel")
    assert list(sides) == [("buyer", "form")]


def test_no_contact_at_all_ends_the_attempts_as_kept_and_a_ground_takes_it_back(acme, sender, reader):
    hand_off = acme.handed_over("x1")
    owner = acme.owner(hand_off)
    sla.log_attempt(actor=owner, lead_id=hand_off.lead_id, channel="call", outcome="voicemail", now_s=acme.now_s)
    path = f"/leads/{hand_off.lead_id}/consent"
    assert sender.post(path, {"do_not_contact": True})[0] == 200
    lead = Lead.objects.get(pk=hand_off.lead_id)
    assert (lead.state, lead.refused) == ("closed", "email phone post")
    states = dict(Clock.objects.filter(lead_id=lead.pk).values_list("promise", "state"))
    assert states["attempts"] == "kept"
    assert "running" not in states.values()
    assert sender.post(path, {"email": "consent"})[0] == 200
    assert reader.get(path)[1]["refused"] == ["phone", "post"]


def test_what_cannot_be_is_refused_in_words(acme, sender, reader):
    path = f"/leads/{acme.lead('a1', email='n@k.example')}/consent"
    for body, says in (
        ({}, "at least one of email, phone, post, tracking and do_not_contact"),
        ({"do_not_contact": True, "email": "consent"}, "do_not_contact alone, or single ways; not both at once"),
        ({"email": "perhaps"}, "consent, contract, legitimate_interest or refused"),
        ({"fax": "refused"}, "one of email, phone"),
        ({"email": "refused", "how": "By Phone"}, "Through what it was told"),
    ):
        status, answer = sender.post(path, body)
        assert (status, says in str(answer)) == (422, True), answer
    assert FactRow.objects.filter(field__startswith="permission").count() == 0
    assert sender.post("/leads/999/consent", {"email": "refused"})[0] == 404
    assert reader.get("/leads/999/consent")[0] == 404


def test_everybody_who_said_no_is_listed_with_the_ids_of_other_systems(acme, sender, reader):
    ids = [acme.lead(f"a{n}", email=f"n{n}@k{n}.example") for n in range(4)]
    for lead_id, said in zip(
        ids, ({"phone": "refused"}, {"email": "consent"}, {"do_not_contact": True}, {"post": "refused"}), strict=True
    ):
        assert sender.post(f"/leads/{lead_id}/consent", said)[0] == 200
    merging.merge(
        actor=acme.actor("marketing_head"), lead_id=ids[0], other_id=ids[3], keep_id=ids[0], now_s=acme.now_s + 9
    )
    first = {
        "lead_id": ids[0], "marks": [{"source_system": "web", "external_id": each} for each in ("a0", "a3")],
        "email": "n3@k3.example", "refused": ["phone", "post"],
    }  # fmt: skip
    second = {
        "lead_id": ids[2], "marks": [{"source_system": "web", "external_id": "a2"}], "email": "n2@k2.example",
        "refused": ["email", "phone", "post"],
    }  # fmt: skip
    assert reader.get("/refusals?limit=1") == (200, {"rows": [first], "next": ids[0]})
    assert reader.get(f"/refusals?after={ids[0]}") == (200, {"rows": [second], "next": None})
    assert Api().get("/refusals")[0] == 401
