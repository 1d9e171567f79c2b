"""Any measure of the catalogue is visible everywhere, without code of its own."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.export import to_csv
from leadpact.evidence.measure import Answer, Layout, Shown
from leadpact.operations import refresh
from tests.board_company import FRIDAY_S
from tests.web.test_evidence import friday, history, linked, signed_in  # noqa: F401 - fixtures of theirs
from tests.web.test_scoreboard import words

pytestmark = pytest.mark.django_db
LAYOUTS = (
    Layout(
        "",
        "By stage",
        (
            Shown("stage", "Stage", "code"),
            Shown("reached", "Leads", "count", {}),
            Shown("part", "Share", "share"),
            Shown("median_days", "Days", "days"),
            Shown("worth_minor", "Worth", "amount"),
            Shown("person_id", "Whose", "person"),
        ),
        ("stage",),
    ),
    Layout("months", "By month", (Shown("month", "Month", "month"), Shown("reached", "Leads", "count"))),
)
SENTENCES = {"some": "{k:,} of {n:,} came: {share:.1%}.", "none": "Nothing yet.", "more": "About {source}."}


def estimate(counts, _values):
    """Two stages, with everything a column can be."""
    rows = counts["cohorts"]
    if not rows:
        return Answer("Counted", "none", {})
    n, k = sum(row["captured"] for row in rows), sum(row["won"] for row in rows)
    person = {"median_days": 2.5, "worth_minor": 480_000, "person_id": None, "support": "enough"}
    table = (
        {"stage": "captured", "reached": n, "part": 1.0, "part_low": 0.9, "part_high": 1.0, **person},
        {"stage": "won", "reached": k, "part": k / n, "part_low": 0.1, "part_high": 0.4, **person},
    )
    return Answer(
        "Counted", "some", {"k": k, "n": n, "share": k / n}, rows=table,
        tables={"months": ({"month": 201803, "reached": 7},)}, notes=(("more", {"source": "trade_show"}),),
    )  # fmt: skip


@pytest.fixture(params=["declared", "undeclared"])
def made_up(request, monkeypatch):
    """A measure that no door knows of."""
    funnel = MEASURES["funnel"]
    layouts = LAYOUTS if request.param == "declared" else ()
    found = replace(
        funnel, name="made_up", title="Made up", question="Who came?", estimate=estimate, chart="unheard_of",
        sentences=SENTENCES, layouts=layouts, queries=funnel.queries[:1],
    )  # fmt: skip
    monkeypatch.setitem(MEASURES, "made_up", found)
    return found


def test_its_page_says_it_draws_it_and_opens_its_leads(history, made_up):  # noqa: F811 - a fixture
    client = signed_in(history, "marketing_head")
    text = client.get("/evidence/made_up/").content.decode()
    told = words(text)
    n = refresh.run_now(name="made_up", parameters={}, now_s=FRIDAY_S)["sentence_args"]["n"]
    assert re.search(rf"\d+ of {n} came: \d+%\.", told)
    assert "About Trade show." in told
    assert 'class="chart dot-list"' in text
    assert "100% 90% – 100%" in told
    if made_up.layouts:
        assert "€4.8k" not in told  # No currency is known.
        assert "2018-03" in told
        (address, key, number), *_ = linked(text)
        assert (key, number) == ("stage=captured", n)
        assert f"The {n} leads behind the figure" in words(client.get(address).content.decode())


def test_its_files_hold_its_rows(history, made_up, capsys):  # noqa: F811 - a fixture
    client = signed_in(history)
    body = refresh.run_now(name="made_up", parameters={}, now_s=FRIDAY_S)
    assert client.get("/evidence/made_up.json").json() == body
    assert client.get("/evidence/made_up.csv").content.decode() == to_csv(body["rows"])
    months = list(csv.DictReader(io.StringIO(client.get("/evidence/made_up.csv?table=months").content.decode())))
    assert months == [{"month": "201803", "reached": "7"}]
    chart = client.get("/evidence/made_up.json?as=vega-lite").json()
    assert chart["data"]["values"] == body["rows"]
    drawn = json.dumps({key: chart[key] for key in chart if key != "data"})
    assert '"field": "stage"' in drawn
    assert ('"field": "part"' in drawn) == bool(made_up.layouts)


def test_it_is_on_the_list(history, made_up):  # noqa: F811 - a fixture
    refresh.run_now(name="made_up", parameters={}, now_s=FRIDAY_S)
    text = signed_in(history).get("/evidence/").content.decode()
    assert 'href="/evidence/made_up/"' in text
    assert "Made up" in text
