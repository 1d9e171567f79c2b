"""The statement of what is recorded of people says what the signed pact says."""

import pytest

from leadpact.ledger.access import Unknown
from leadpact.queries.privacy import statement
from tests.board_company import pact_text
from tests.company import company

PEOPLE = "  figures: own and team\n  smallest_group: 5\n  individual_late: seen by owner and manager\n  names_kept: 12 months\n"


def said(acme, role="reader"):
    found = statement(acme.actor(role), acme.pact_id)
    return {part.title: part.says for part in found.parts}, found


@pytest.mark.django_db
def test_the_statement_is_made_from_the_signed_pact():
    parts, found = said(company())
    assert (found.company, found.version, found.in_effect_at is not None) == ("Acme", 1, True)
    assert parts["Who sees what"][:2] == (
        "What one person did, counted, is seen by that person and by the head of the team.",
        "That a promise of one person nears or passes its deadline is seen by that person, the person's manager and the head of the team.",
    )
    assert "fewer than 5 people" in parts["Who sees what"][2]
    assert parts["For how long"][0].startswith("Names of colleagues stand beside what happened for 12 months.")
    assert parts["Trials that run" if "Trials that run" in parts else "Trials"] == ("None runs.",)
    assert any("People are not ranked." in each for each in parts["What is never done"])
    assert found.as_text().count("\n- ") == sum(map(len, parts.values()))


@pytest.mark.django_db
def test_another_pact_makes_another_statement():
    text = pact_text()
    assert PEOPLE in text
    other = "  figures: own\n  smallest_group: 8\n  individual_late: seen by owner\n  names_kept: 90 days\n"
    text = text.replace(PEOPLE, other)
    was = [line for line in text.splitlines() if "shuffled_call_order" in line or "explored_slice" in line]
    for line in was:
        text = text.replace(line, line.replace("off", "on").replace("0%", "2.5%"))
    parts, _ = said(company(text=text))
    assert parts["Who sees what"][0] == "What one person did, counted, is seen by that person alone."
    assert "fewer than 8 people" in parts["Who sees what"][2]
    assert any(
        "the owner is told again, and nobody else" in each for each in parts["What happens when a promise runs late"]
    )
    assert "for 90 days" in parts["For how long"][0]
    if was:
        assert any("2.5% of the leads" in each or "drawn by chance" in each for each in parts["Trials that run"])


@pytest.mark.django_db
@pytest.mark.parametrize(("trials", "is_said"), [("explored_slice: 5%", True), ("persistence: 5%", False)])
def test_that_sales_sees_no_points_is_said_where_that_trial_runs(trials, is_said):
    text = "\n".join(line for line in pact_text().splitlines() if not line.startswith("trials:"))
    parts, _ = said(company(text=f"{text}\ntrials: {{{trials}}}\n"))
    assert any("people of sales see no points" in each for each in parts["Trials that run"]) is is_said


@pytest.mark.django_db
def test_a_version_that_is_not_there_is_unknown():
    with pytest.raises(Unknown):
        statement(company().actor("reader"), 99)


@pytest.mark.django_db
@pytest.mark.parametrize("kept", [None, "24 months"])
def test_how_long_buyers_are_kept_is_said_with_and_without_a_time(kept):
    line = "" if kept is None else f"  leads_kept: {kept}\n"
    parts, _ = said(company(text=pact_text().replace(PEOPLE, PEOPLE + line)))
    says = parts["For how long"][3]
    if kept is None:
        assert says == "Buyers are forgotten when they ask for it. By their age none is forgotten: no time is agreed."
    else:
        assert "and 24 months after the last that happened with them; not while they are customers" in says
