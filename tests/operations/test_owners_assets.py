"""Owners and marketing material come in from files: matched, previewed, refused with a reason, counted, and taken back."""

from pathlib import Path

import pytest

from leadpact.connectors.shapes import AssetShape, OwnerShape, TouchShape
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import Asset, FactRow, ImportRun, Lead, Person
from leadpact.operations import imports, imports_undo, people, refresh, touches
from leadpact.operations.asset_records import FIRST
from leadpact.operations.imports_prepare import prepare
from leadpact.operations.imports_preview import preview
from leadpact.operations.people import PersonForm
from tests.company import company

pytestmark = pytest.mark.django_db
NATIVE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "crm_native"
OWNERS = """Owner ID,First Name,Last Name,Email
17,Ines,Moreau,ines@elsewhere.example
18,Ana,Lind,ANA@acme.example
19,Tom,Becker,
20,,,no address
"""
ASSETS = """Content ID,Title,Type,Published
g1,Buyer's guide,guide,2025-01-10
g2,Price list,sheet,2025-02-11
g3,,sheet,2025-02-11
"""


@pytest.fixture
def acme(settings, tmp_path):
    settings.HOME = tmp_path
    return company()


def bring(acme, tmp_path, text, name="crm.csv", **said):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    made = prepare(path, said, acme.now_s)
    assert made.questions == ()
    return imports.run(actor=SYSTEM, path=path, shape=made.found.shape, now_s=acme.now_s, mapping_text=made.mapping)


def known(report):
    return {name: count for name, count in report.counts.items() if count}


def everybody():
    return list(Person.objects.order_by("pk").values_list())


def test_owners_are_people_here_or_kept_by_name_and_nobody_can_sign_in_by_it(acme, tmp_path):
    before = everybody()
    report = bring(acme, tmp_path, OWNERS)
    assert (report.shape, known(report)) == ("owners", {"created": 2, "changed": 1, "rejected": 1})
    assert [(reject.line, reject.column) for reject in report.rejects] == [(5, "email")]
    ana = acme.people["salesperson"]
    there = Person.objects.filter(source_system="crm").order_by("external_id")
    assert list(there.values_list("external_id", "name", "email", "can_sign_in")) == [
        ("17", "Ines Moreau", "ines@elsewhere.example", False), ("18", ana.name, ana.email, True),
        ("19", "Tom Becker", "19@crm.invalid", False),
    ]  # fmt: skip
    assert known(bring(acme, tmp_path, OWNERS)) == {"unchanged": 3, "rejected": 1}
    assert known(bring(acme, tmp_path, OWNERS.replace("Becker", "Becker-Roth"))) == {
        "changed": 1, "unchanged": 2, "rejected": 1,
    }  # fmt: skip
    for run in ImportRun.objects.order_by("-pk"):
        imports_undo.undo(actor=SYSTEM, run_id=run.pk, now_s=acme.now_s)
    assert everybody() == before


def test_leads_and_deals_name_their_owners_by_id_or_by_name(acme, tmp_path):
    bring(acme, tmp_path, OWNERS)
    leads = "Lead ID,Name,Lead Owner\nx1,Eve Ode,18\nx2,Ida Bo,Ines Moreau\nx3,Lea Kim,Nobody Known\n"
    bring(acme, tmp_path, leads, "leads.csv", source_system="crm")
    finders = dict(Lead.objects.filter(name__in=("Eve Ode", "Ida Bo", "Lea Kim")).values_list("name", "found_by_id"))
    named = dict(Person.objects.values_list("pk", "name"))
    assert {lead: named[by] for lead, by in finders.items()} == {
        "Eve Ode": acme.people["salesperson"].name, "Ida Bo": "Ines Moreau", "Lea Kim": "Nobody Known",
    }  # fmt: skip


def test_who_was_known_by_a_file_alone_is_the_same_person_when_they_are_invited(acme, tmp_path):
    bring(acme, tmp_path, OWNERS)
    ines = Person.objects.get(external_id="17")
    form = PersonForm("ines@elsewhere.example", "Inès Moreau", "salesperson")
    made = people.invite(actor=acme.actor("operator"), form=form, now_s=acme.now_s)
    assert (made.pk, made.name, made.can_sign_in, made.is_active) == (ines.pk, "Inès Moreau", True, True)
    assert not made.has_usable_password()


def test_a_person_of_two_numbers_of_another_system_is_refused(acme, tmp_path):
    bring(acme, tmp_path, OWNERS)
    report = bring(acme, tmp_path, "Owner ID,Owner name,Email\n99,Ana,ana@acme.example\n")
    assert "is number 18 of crm already" in report.rejects[0].reason


def test_material_comes_in_is_counted_by_its_uses_and_goes_again(acme, tmp_path):
    report = bring(acme, tmp_path, ASSETS)
    assert (report.shape, known(report)) == ("assets", {"created": 2, "rejected": 1})
    assert list(Asset.objects.order_by("pk").values_list("pk", "external_id", "title", "kind")) == [
        (FIRST + 1, "g1", "Buyer's guide", "guide"), (FIRST + 2, "g2", "Price list", "sheet")
    ]  # fmt: skip
    acme.lead("x1")
    for n, asset in enumerate(("g1", "Price list", "Price list", "Case study")):
        shape = TouchShape(f"t{n}", "web", "x1", "asset_sent", acme.now_s, "sales", asset=asset)
        touches.record_touch(actor=SYSTEM, shape=shape, now_s=acme.now_s)
    # The leads' system is another one than the material's: what it names is its own.
    assert set(Asset.objects.filter(source_system="web").values_list("title", flat=True)) == {
        "g1", "Price list", "Case study",
    }  # fmt: skip
    lead = "Lead ID,Name\ny1,Eve Ode\n"
    bring(acme, tmp_path, lead, "leads.csv", source_system="crm")
    for n, asset in enumerate(("g1", "Price list", "Price list")):
        shape = TouchShape(f"u{n}", "crm", "y1", "asset_sent", acme.now_s, "sales", asset=asset)
        touches.record_touch(actor=SYSTEM, shape=shape, now_s=acme.now_s)
    told = refresh.run_now(name="material", parameters={}, now_s=acme.now_s + 60)
    rows = {(row["asset_id"], row["title"]): row["sent_by_sales"] for row in told["rows"]}
    assert (rows[FIRST + 1, "Buyer's guide"], rows[FIRST + 2, "Price list"]) == (1, 2)
    assert "available" not in told["parameters"]
    run = ImportRun.objects.filter(shape="assets").get()
    imports_undo.undo(actor=SYSTEM, run_id=run.pk, now_s=acme.now_s)
    assert Asset.objects.filter(source_system="crm").count() == 2, "what was used stays"


def test_unused_material_is_told_and_an_import_of_it_can_be_taken_back(acme, tmp_path):
    bring(acme, tmp_path, ASSETS)
    told = refresh.run_now(name="material", parameters={}, now_s=acme.now_s + 60)
    assert [(row["title"], row["leads"], row["is_unused"]) for row in told["rows"]] == [
        ("Buyer's guide", 0, True), ("Price list", 0, True)
    ]  # fmt: skip
    changed = ASSETS.replace("Price list,", "Price list 2026,")
    assert known(bring(acme, tmp_path, changed)) == {"changed": 1, "unchanged": 1, "rejected": 1}
    run = ImportRun.objects.order_by("pk").first()
    imports_undo.undo(actor=SYSTEM, run_id=run.pk, now_s=acme.now_s)
    assert not Asset.objects.exists()


@pytest.mark.parametrize(("text", "shape"), [(OWNERS, "owners"), (ASSETS, "assets")])
def test_a_preview_says_what_would_become_of_them_and_keeps_nothing(acme, tmp_path, text, shape):
    before = everybody()
    path = tmp_path / "crm.csv"
    path.write_text(text, encoding="utf-8")
    made = prepare(path, {}, acme.now_s)
    found = preview(
        actor=SYSTEM, path=path, shape=shape, mapping_text=made.mapping, read_as=imports.ReadAs(), now_s=acme.now_s
    )
    assert (found.counts["created"], found.counts["rejected"]) == (2, 1)
    assert [line.line for line in found.created] == [2, 4 if shape == "owners" else 3]
    assert (everybody(), Asset.objects.count()) == (before, 0)


@pytest.mark.skipif(not NATIVE.is_dir(), reason="the exports lie beside the checkout only")
@pytest.mark.parametrize(
    ("file", "title", "shape"),
    [
        ("hubspot/owner_data.csv", "HubSpot owners (copied tables)", "owners"),
        ("hubspot/users_data.csv", "HubSpot users (copied tables)", "owners"),
        ("salesforce/sf_user_data.csv", "Salesforce users (copied tables)", "owners"),
        ("hubspot/form_data.csv", "HubSpot forms (copied tables)", "assets"),
        ("marketo/marketo_email_template_history_data.csv", "Marketo mails (copied tables)", "assets"),
        ("marketo/marketo_program_data.csv", "Marketo programs (copied tables)", "assets"),
    ],
)
def test_exports_of_other_systems_are_known_outright(acme, file, title, shape):
    made = prepare(NATIVE / file, {}, acme.now_s)
    assert (made.found.title, made.found.shape) == (title, shape)


def test_what_is_wrong_is_said(acme):
    from leadpact.operations.asset_records import take_assets
    from leadpact.operations.owner_records import take_owners

    wrong = take_owners([OwnerShape("", "crm", "Ana"), OwnerShape("1", "crm")], acme.now_s, {})
    assert [[each.field for each in taken.problems] for taken in wrong] == [["external_id"], ["name"]]
    wrong = take_assets([AssetShape("", "crm", "x"), AssetShape("1", "crm", " "), AssetShape("2", "crm", "a\nb")], 1)
    assert [[each.field for each in taken.problems] for taken in wrong] == [["external_id"], ["title"], ["title"]]
    assert not FactRow.objects.filter(asset_id__isnull=False).exists()
