"""The pages of the measures: their numbers, their files, the leads behind them, and what is seen of people."""

import csv
import io
import re
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.export import to_csv
from leadpact.ledger.models import Lead
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import evidence, refresh
from leadpact.queries import evidence as queries
from leadpact.rules.facts import Fact
from leadpact.web import measure_findings, measure_words
from tests.board_company import FRIDAY_S, called, handed, pact_text, quarter
from tests.company import NOW_S, company
from tests.history import with_history
from tests.web.test_scoreboard import page, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday(monkeypatch):
    monkeypatch.setattr("leadpact.web.door.time", SimpleNamespace(time=lambda: FRIDAY_S))


@pytest.fixture
def history():
    """A company with 39 leads of the year before, with every kind of end."""
    return with_history(3)


def signed_in(acme, role="reader"):
    client = Client()
    client.force_login(acme.people[role])
    return client


def without_people(body):
    """An answer as somebody sees it who may see the figures of nobody."""
    rows = [row for row in body["rows"] if row.get("person_id") is None]
    tables = dict(body["tables"])
    if len(rows) < len(body["rows"]) and "limits" in tables:
        tables["limits"] = []
    notes = [
        note for note in body["notes"] if len(rows) == len(body["rows"]) or note["key"] not in ("within", "outside")
    ]
    told = {**body, "rows": rows, "tables": tables, "notes": notes}
    told.pop("people", None)
    return told


def linked(text):
    """Numbers that open their leads: the figure named by the address, and the number shown."""
    found = []
    for address, number in re.findall(r'<a href="([^"]*behind=[^"]*)">([\d,]+)</a>', text):
        query = parse_qs(urlsplit(address.replace("&amp;", "&")).query)
        found.append((address.replace("&amp;", "&"), query["behind"][0], int(number.replace(",", ""))))
    return found


def test_a_lead_that_got_two_pieces_counts_once_behind_the_way_they_were_sent(history):
    """The row of a way has no name, and what has none is not what has any."""
    sent = Fact(0, "", "asset_sent", NOW_S, NOW_S, side="sales")
    with recording(NOW_S) as book:
        for lead_id in Lead.objects.order_by("pk").values_list("pk", flat=True)[:6]:
            book.append([Draft(sent._replace(lead_id=lead_id, asset_id=asset)) for asset in (1, 2)])
    client = signed_in(history, "marketing_head")
    numbers = linked(client.get("/evidence/referral/").content.decode())
    opened = {key: number for _, key, number in numbers if "state=sent" in key and "way=material_sales" in key}
    assert opened.pop("way=material_sales&name=&state=sent") == 6
    assert len(opened) >= 2
    for address, _, number in numbers:
        assert f"The {number} lead" in words(client.get(address).content.decode()), address


@pytest.mark.parametrize("name", MEASURES)
def test_every_number_opens_as_many_leads(history, name):
    client = signed_in(history, "marketing_head")
    numbers = linked(client.get(f"/evidence/{name}/").content.decode())
    is_open = MEASURES[name].behind is not None and refresh.run_now(name=name, parameters={}, now_s=FRIDAY_S)["rows"]
    assert len(numbers) >= (3 if is_open else 0)
    for address, _, number in numbers[:: max(1, len(numbers) // 8)]:
        text = words(client.get(address).content.decode())
        many = f"The {number} leads behind the figure" if number != 1 else "The 1 lead behind the figure"
        assert many in text, address


def test_the_leads_behind_a_figure_are_linked_and_paged(history):
    client = signed_in(history, "marketing_head")
    text = client.get("/evidence/funnel/?behind=stage%3Dcaptured").content.decode()
    all_leads = int(re.search(r"The (\d+) leads behind the figure", text).group(1))
    assert f"1 to 25 of {all_leads}" in text
    rest = client.get("/evidence/funnel/?behind=stage%3Dcaptured&after=25").content.decode()
    assert f"26 to {all_leads} of {all_leads}" in rest
    ids = {int(each) for each in re.findall(r'href="/leads/(\d+)/"', text + rest)}
    assert len(ids) == all_leads
    assert ids <= set(Lead.objects.values_list("pk", flat=True))
    sources = re.findall(r'data-label="Found by">.*?<span class="row-name">([^<]*)<', text + rest)
    assert sources
    assert all(each[0].isupper() or each == "–" for each in sources), sources


@pytest.mark.parametrize("name", MEASURES)
def test_files_hold_the_rows_of_the_command_line_to_the_digit(history, name):
    client = signed_in(history, "marketing_head")
    body = without_people(refresh.run_now(name=name, parameters={}, now_s=FRIDAY_S))
    assert client.get(f"/evidence/{name}.json").json() == body
    answer = client.get(f"/evidence/{name}.csv")
    assert answer.content.decode() == to_csv(body["rows"])
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}.csv"'
    chart = client.get(f"/evidence/{name}.json?as=vega-lite").json()
    assert chart["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    for table, rows in body["tables"].items():
        assert client.get(f"/evidence/{name}.csv?table={table}").content.decode() == to_csv(rows)
    assert client.get(f"/evidence/{name}.csv?table=nonsense").status_code == 422


def test_the_question_is_in_the_address(history):
    client = signed_in(history)
    told = refresh.run_now(name="funnel", parameters={"since": "2018-02-01", "source": "web"}, now_s=FRIDAY_S)
    asked = {"since": "2018-02-01", "source": "web"}
    assert client.get("/evidence/funnel.json", asked).json()["rows"] == told["rows"]
    text = client.get("/evidence/funnel/", asked).content.decode()
    assert 'name="since" value="2018-02-01"' in text
    assert '<option value="web" selected>' in text
    assert "/evidence/funnel.csv?since=2018-02-01&amp;source=web" in text
    about = queries.measure_page(history.actor("reader"), "funnel", asked, now_s=FRIDAY_S).about
    assert words(text).count(measure_words.sentence(about, told)) == 1
    last = re.search(r'href="\?([^"]*as_of=[\d-]+)"', text).group(1).replace("&amp;", "&")
    assert client.get(f"/evidence/funnel/?{last}").status_code == 200


def test_a_period_is_offered_where_a_measure_takes_one(history):
    client = signed_in(history)
    has_period = {name: 'name="since"' in client.get(f"/evidence/{name}/").content.decode() for name in MEASURES}
    assert {name for name, has in has_period.items() if not has} == {"goals"}
    refused = client.get("/evidence/goals/?since=2018-01-01")
    assert (refused.status_code, "This cannot be answered as it is asked" in refused.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("since=yesterday", "since is &#x27;yesterday&#x27;; expected a day"),
        ("since=2018-03-01&until=2018-01-01", "swap them"),
        ("event=won", "funnel has no parameter event"),
        ("as_of=2099-01-01", "a day that has not come: nobody knows yet what will be known then. Leave it out"),
        ("behind=stage%3Dnonsense", "no figure of funnel is called that"),
    ],
)
def test_a_wrong_question_is_refused_in_words(history, query, says):
    answer = signed_in(history, "marketing_head").get(f"/evidence/funnel/?{query}")
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_measure_that_does_not_exist_is_not_found():
    answer = signed_in(company()).get("/evidence/funel/")
    assert answer.status_code == 404
    assert "Did you mean funnel?" in answer.content.decode()


def test_readers_see_figures_and_no_leads(history):
    client = signed_in(history)
    text = client.get("/evidence/funnel/").content.decode()
    assert linked(text) == []
    assert "behind=" not in text
    assert client.get("/evidence/funnel/?behind=stage%3Dwon").status_code == 403


def test_salespeople_open_their_own_leads_and_hear_of_the_others():
    acme, hands = quarter()
    own = [hand_off for hand_off in hands if acme.owner(hand_off).name == "Ana Lind"]
    text = words(page(acme, "/evidence/funnel/?behind=stage%3Dcaptured", "salesperson"))
    assert "The 12 leads behind the figure" in text
    assert f"{12 - len(own)} of them are not yours to see." in text


def people_of(client):
    rows = csv.DictReader(io.StringIO(client.get("/evidence/sla_keeping.csv").content.decode()))
    return [row["person_id"] for row in rows if row["level"] == "person"]


def test_people_are_named_to_themselves_and_to_the_head_of_their_team():
    acme, _ = quarter()
    assert 'class="chart answered"' in page(acme, "/evidence/sla_keeping/")
    ana, bo = (str(acme.people[who].pk) for who in ("salesperson", "other"))
    seen = {
        role: people_of(signed_in(acme, role))
        for role in ("sales_head", "salesperson", "marketer", "reader", "operator")
    }
    assert seen == {
        "sales_head": [ana, bo], "salesperson": [ana], "marketer": [], "reader": [], "operator": [],
    }  # fmt: skip
    shown = {
        role: {
            name for name in ("Ana Lind", "Bo Berg", "You") if f">{name}<" in page(acme, "/evidence/sla_keeping/", role)
        }
        for role in ("sales_head", "marketing_head", "marketer")
    }
    assert shown == {"sales_head": {"Ana Lind", "Bo Berg"}, "marketing_head": set(), "marketer": set()}
    assert "<td" in page(acme, "/evidence/sla_keeping/", "salesperson").split(">You<")[1][:200]
    for role in ("marketer", "salesperson", "marketing_head"):
        query = f"behind=level%3Dperson%26person_id%3D{bo}%26outcome%3Dmissed"
        assert signed_in(acme, role).get(f"/evidence/sla_keeping/?{query}").status_code == 403
    assert signed_in(acme, "sales_head").get(f"/evidence/sla_keeping/?{query}").status_code == 200


def test_of_few_clocks_the_page_says_how_many_and_draws_no_curve():
    acme = company(text=pact_text())
    hands = handed(acme, 3)
    called(acme, hands[0], NOW_S + 60)
    text = page(acme, "/evidence/sla_keeping/")
    assert "too few to say: 1 of 3" in words(text)
    assert 'class="chart answered"' not in text


def test_in_a_small_group_people_see_themselves_and_their_head_sees_them():
    acme, _ = quarter(text=pact_text())  # at least five people; there are two
    ana, bo = (str(acme.people[who].pk) for who in ("salesperson", "other"))
    for role, seen in (("sales_head", [ana, bo]), ("salesperson", [ana]), ("reader", []), ("marketing_head", [])):
        assert people_of(signed_in(acme, role)) == seen
        assert ("Does anybody differ" in page(acme, "/evidence/sla_keeping/", role)) is bool(seen)


def test_what_is_not_there_yet_is_asked_for_and_looked_at_again(monkeypatch):
    acme, _ = quarter()
    monkeypatch.setattr(evidence, "SMALL", 0)
    client = signed_in(acme)
    text = client.get("/evidence/funnel/").content.decode()
    assert "This page looks again by itself." in text
    assert 'hx-get="/evidence/funnel/" hx-trigger="every 2s"' in text
    answer = client.get("/evidence/funnel.csv")
    assert (answer.status_code, answer["Retry-After"]) == (503, "3")
    refresh.compute(name="funnel", parameters={}, now_s=FRIDAY_S)  # as the worker does
    text = client.get("/evidence/funnel/").content.decode()
    assert "hx-trigger" not in text.split('id="measure"')[1].split(">")[0]
    assert "3 of 12 leads became customers" in words(text)


def test_an_answer_is_made_anew_when_facts_came_and_it_is_not_young(monkeypatch):
    acme, _ = quarter()
    client = signed_in(acme)
    captured = lambda: client.get("/evidence/funnel.json").json()["tables"]["stages"][0]["reached"]  # noqa: E731 - asked three times
    assert captured() == 12
    acme.lead("late")
    assert captured() == 12  # Young: it was computed this very minute.
    monkeypatch.setattr("leadpact.web.door.time", SimpleNamespace(time=lambda: FRIDAY_S + refresh.SPACING_S))
    assert captured() == 13


def test_an_empty_company_is_told_what_is_missing():
    acme = company()
    for _ in MEASURES:  # A few are answered at each look.
        text = page(acme, "/evidence/")
    assert "No facts yet" in text
    assert "No leads are recorded in this period." in text
    assert "No hand-offs are recorded by 2026-06-05, so there is nothing to keep yet." in text


FINDINGS = [(name, key, str(text)) for name, found in measure_findings.FINDINGS.items() for key, text in found]


@pytest.mark.parametrize(("name", "key", "text"), FINDINGS, ids=[f"{name}.{key}" for name, key, _ in FINDINGS])
def test_the_findings_take_the_arguments_of_the_measure(name, key, text):
    english = re.findall(r"\{(\w+)", MEASURES[name].sentences[key])
    assert set(re.findall(r"\{(\w+)", text)) <= set(english)


def test_numbers_in_sentences_are_written_as_everywhere_on_the_pages():
    text = "{k:,} of {n:,}: {share:.1%}, {hours:.1f} h, up to {low}, worth {worth:,.0f} {currency}; {sources}; {x}."
    args = {"k": 1234, "n": 2000, "share": 0.6171, "hours": 2.25, "low": 3, "worth": 1200, "currency": "EUR",
            "sources": "web, trade_show", "x": None}  # fmt: skip
    told = "1,234 of 2,000: 62%, 2.3 h, up to 3, worth €1,200; Web, Trade show; –."
    assert measure_words.said(text, args) == told


@pytest.mark.parametrize("name", MEASURES)
def test_the_words_say_what_the_measure_says(history, name):
    body = refresh.run_now(name=name, parameters={}, now_s=FRIDAY_S)
    about = queries.measure_page(history.actor("reader"), name, {}, now_s=FRIDAY_S).about
    for ours, theirs in [
        (measure_words.sentence(about, body, str), body["sentence"]),
        *((measure_words.note(about, note, str), note["text"]) for note in body["notes"]),
    ]:
        assert re.sub(r"[\d.,%]+", "", ours) == re.sub(r"[\d.,%]+", "", theirs)
        assert numbers_in(ours) == numbers_in(theirs)


def numbers_in(text):
    """The numbers of a sentence, rounded: pages say 17% where the measure says 16.7%."""
    return [round(float(each.replace(",", ""))) for each in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]
