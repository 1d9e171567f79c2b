"""Filters stand in the address and mean the same on the page, in its files, over the API and on the command line."""

import json
import re

import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.privacy import OF_MARKETERS, OF_SELLERS
from leadpact.operations import refresh
from tests.board_company import FRIDAY_S
from tests.web.test_evidence import friday, history, linked, signed_in, without_people  # noqa: F401 - fixtures of theirs
from tests.web.test_scoreboard import words

pytestmark = pytest.mark.django_db
ASKED = [{"team": "sales"}, {"source": "fair", "team": "marketing"}, {"segment": "industry=unknown"}, {"version": "7"}]
ASKED.append({"pact": "Our pact"})


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_every_door_gives_the_same_rows(history, asked):  # noqa: F811 - a fixture
    client = signed_in(history, "marketing_head")
    told = refresh.run_now(name="funnel", parameters=asked, now_s=FRIDAY_S)
    assert {name: told["parameters"][name] for name in asked} == asked
    assert client.get("/evidence/funnel.json", asked).json() == told
    text = client.get("/evidence/funnel/", asked).content.decode()
    for name, value in asked.items():
        shown = rf'name="segment" value="{value}"' if name == "segment" else rf'<option value="{value}" selected>'
        assert shown in text, name
    for address, _, number in linked(text)[:4]:
        assert all(f"{name}=" in address for name in asked)
        behind = words(client.get(address).content.decode())
        assert re.search(rf"The {number} leads? behind the figure", behind), address


def test_a_split_funnel_draws_how_many_of_each_value_were_won(history):  # noqa: F811 - a fixture
    client, asked = signed_in(history, "marketing_head"), {"by": "version"}
    told = client.get("/evidence/funnel.json", asked).json()["tables"]["stages"]
    versions = [row["version"] for row in told if (row["stage"], row["found_by"]) == ("won", None)]
    html = client.get("/evidence/funnel/", asked).content.decode()
    names = [f"Version {each}" if each != "0" else "Under no pact" for each in versions]
    assert re.findall(r'<span class="dname">([^<]*)</span>', html) == names
    assert "Drawn of each: Won. The table has the rest." in html
    for address, _, number in linked(html)[:3]:
        behind = words(client.get(address).content.decode())
        assert re.search(rf"The {number} leads? behind the figure", behind), address
    chart = client.get("/evidence/funnel.json", {**asked, "as": "vega-lite"}).json()
    assert [row["version"] for row in chart["data"]["values"]] == versions
    svg = client.get("/evidence/funnel.svg", asked).content.decode()
    assert [name for name in names if f">{name}, Won<" in svg] == names


@pytest.mark.parametrize(
    ("name", "says"),
    [("source_quality", "Drawn of each: Within days 90."), ("goals", "<figure")],
)
def test_what_is_drawn_of_each_value_is_named(history, name, says):  # noqa: F811 - a fixture
    html = signed_in(history, "marketing_head").get(f"/evidence/{name}/", {"by": "source"}).content.decode()
    assert (says in html) == (name != "goals")  # How many months a number was followed is no figure to draw.
    assert "Drawn of each: ." not in html


def test_filters_hold_together_and_add_up(history):  # noqa: F811 - a fixture
    captured = lambda **asked: refresh.run_now(name="funnel", parameters=asked, now_s=FRIDAY_S)["sentence_args"].get(  # noqa: E731 - asked often
        "leads", 0
    )
    whole = captured()
    assert sum(captured(team=team) for team in ("marketing", "sales", "unknown")) == whole
    assert captured(team="sales", source="web") + captured(team="marketing", source="web") == captured(source="web")
    assert 0 < captured(source="web") < whole


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_takes_every_filter(history, name):  # noqa: F811 - a fixture
    asked = {"source": "web", "team": "marketing", "segment": "country=unknown", "campaign": "unknown"}
    client = signed_in(history)
    told = client.get(f"/evidence/{name}.json", asked)
    if name in OF_SELLERS | OF_MARKETERS and told.status_code == 403:
        assert "Fewer than 5 people stand behind" in words(told.content.decode())
        assert client.get(f"/evidence/{name}/", asked).status_code == 403
        return
    assert told.status_code == 200
    assert {key: told.json()["parameters"][key] for key in asked} == asked
    assert json.loads(json.dumps(told.json())) == told.json()
    assert client.get(f"/evidence/{name}/", asked).status_code == 200


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("team=support", "team is &#x27;support&#x27;; expected who found the lead"),
        ("segment=industry", "expected a field and its value"),
        ("version=last", "expected the number of a version"),
        ("pact=Machines", "There is no pact named &#x27;Machines&#x27;. There are: Our pact."),
        ("source=" + "x" * 600, "longer together than any can be"),
    ],
)
def test_a_wrong_filter_is_refused_in_words(history, query, says):  # noqa: F811 - a fixture
    client = signed_in(history)
    answer = client.get(f"/evidence/funnel/?{query}")
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert client.get(f"/evidence/funnel.json?{query}").status_code == 422


def test_a_filter_that_leaves_nobody_says_so(history):  # noqa: F811 - a fixture
    text = words(signed_in(history).get("/evidence/funnel/?campaign=never").content.decode())
    assert "No facts to tell this from are recorded of the part asked about (campaign never)." in text
    assert "No lead has the campaign “never”" in text


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_split_is_the_same_at_every_door(history, name, capsys):  # noqa: F811 - a fixture
    client = signed_in(history)
    told = refresh.run_now(name=name, parameters={"by": "source"}, now_s=FRIDAY_S)
    if name in OF_SELLERS | OF_MARKETERS:  # Two people are behind all of it, and fewer behind any part.
        answer = client.get(f"/evidence/{name}.json?by=source")
        whole = without_people(told)["rows"]
        assert answer.status_code == 403 or all(row in whole for row in answer.json()["rows"])
        return
    assert client.get(f"/evidence/{name}.json?by=source").json() == told
    text = words(client.get(f"/evidence/{name}/?by=source").content.decode())
    if told["sentence_key"].endswith(".by"):
        assert {row["source"] for row in told["rows"]} <= {
            "web",
            "fair",
            "referral",
            "unknown",
            None,
            "all",
            "other_small",
        }
        assert "values of source is judged alone, the one with the most leads first." in text
        assert told["notes"][0]["args"]["value"] == "web"
        assert "Web:" in text


@pytest.mark.parametrize("by", ["source", "team", "country"])
@pytest.mark.parametrize("name", ["funnel", "source_quality", "loss_reasons", "persistence", "source_shares"])
def test_a_figure_of_a_split_opens_its_own_leads(history, name, by):  # noqa: F811 - a fixture
    client = signed_in(history, "sales_head")  # The head of those behind the smallest part.
    numbers = linked(client.get(f"/evidence/{name}/?by={by}").content.decode())
    assert len(numbers) >= 6
    for address, key, number in numbers[:: max(1, len(numbers) // 6)]:
        told = words(client.get(address).content.decode())
        assert re.search(rf"The {number} leads? behind the figure", told), (address, key)


def test_pictures_are_files(history):  # noqa: F811 - a fixture
    client = signed_in(history)
    svg = client.get("/evidence/funnel.svg?team=sales")
    assert svg["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert svg["Content-Disposition"] == 'attachment; filename="funnel.svg"'
    assert "leads captured" in svg.content.decode()
    assert "/evidence/funnel.svg?team=sales" in client.get("/evidence/funnel/?team=sales").content.decode()
    png = client.get("/evidence/funnel.png")
    assert png.status_code in (200, 501)
    if png.status_code == 501:
        assert "pip install" in png.content.decode()


def test_an_unknown_dimension_names_the_nearest(history):  # noqa: F811 - a fixture
    answer = signed_in(history).get("/evidence/funnel/?by=sourc")
    assert answer.status_code == 422
    assert "There is no dimension sourc to split by; did you mean source?" in answer.content.decode()
