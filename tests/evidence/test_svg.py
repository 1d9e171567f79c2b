"""An answer as one picture: the same figures, whole SVG, and PNG only where it can be made."""

from __future__ import annotations

import re
import sys
import types
from xml.etree import ElementTree as ET

import pytest

from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.measure import Layout, Shown
from leadpact.evidence.svg import NoPictures, to_png, to_svg
from tests.evidence.asked import GIVEN
from tests.evidence.company import AS_OF, company, sqlite_source

BODY = {"sentence": "Two & <three>\x01.", "grade": "Counted", "as_of": "2026-01-01T00:00:00Z", "parameters": {},
        "tables": {"more": [{"month": 202601, "n": 3}]}}  # fmt: skip


def texts(svg):
    whole = ET.fromstring(svg)  # noqa: S314 - a picture of our own
    return ["".join(each.itertext()) for each in whole.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("name", list(MEASURES))
def test_every_measure_makes_a_whole_picture(name):
    body = ask(name, sqlite_source(company(12)), as_of_s=AS_OF, **GIVEN.get(name, {})).to_json()
    svg = to_svg(body, MEASURES[name].layouts)
    said = texts(svg)
    codes = re.findall(r"\b[a-z]+_[a-z_]+\b", body["sentence"])
    assert " ".join(said).startswith(
        re.sub("|".join(codes) or "$^", lambda code: code[0].replace("_", " "), body["sentence"])
    )
    assert f"{body['grade']}. As of {body['as_of'][:10]} {body['as_of'][11:16]} UTC." in said
    assert not re.search(r"(?:NaN|None|inf)\b", svg)


def test_shares_are_dots_with_ranges_and_counts_are_bars():
    rows = [
        {"source": "a&b", "found_by": "sales", "n": 1200, "part": 0.5, "part_low": 0.25, "part_high": 1.0},
        {"source": "few", "found_by": None, "n": 3, "part": None, "part_low": None, "part_high": None},
    ]
    columns = (Shown("source", "Source", "text"), Shown("n", "Leads"), Shown("part", "Share", "share"))
    svg = to_svg({**BODY, "rows": rows}, (Layout("", "x", columns),))
    assert texts(svg) == [
        "Two & <three>.", "Counted. As of 2026-01-01 00:00 UTC.", "A&b", "50% (25% – 100%)", "Leads: 1,200", "Few",
        "too few to say", "Leads: 3",
    ]  # fmt: skip
    assert '<circle cx="420.0" cy="95" r="5" fill="#1f5fd0"/>' in svg
    assert '<line x1="325.0" x2="610.0" y1="95" y2="95" stroke="#1f5fd0"' in svg
    bars = to_svg({**BODY, "rows": rows}, (Layout("more", "x", (Shown("month", "Month", "month"), Shown("n", "N"))),))
    assert texts(bars)[2:] == ["2026-01", "3"]
    assert '<rect x="230" y="87" width="380.0"' in bars
    assert texts(to_svg({**BODY, "rows": []})) == ["Two & <three>.", "Counted. As of 2026-01-01 00:00 UTC."]


def test_codes_have_the_words_of_the_pact():
    told = {"sentence": "Most often: no_need, other.", "sentence_args": {"reason": "no_need, other"}}
    columns = (Shown("reason", "Reason", "code"), Shown("n", "Leads"))
    body = {**BODY, **told, "rows": [{"reason": "no_need", "n": 3}]}
    assert texts(to_svg(body, (Layout("", "x", columns),)))[::2] == ["Most often: no need, other.", "No need"]
    named = to_svg(body, (Layout("", "x", columns),), {"no_need": "No need for it"}.get)
    assert texts(named)[::2] == ["Most often: No need for it, other.", "No need for it"]


def test_png_says_what_it_lacks(monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(NoPictures, match=r"pip install 'leadpact\[charts\]'"):
        to_png("<svg/>")
    made = types.SimpleNamespace(svg_to_png=lambda svg, scale: f"{svg}*{scale}".encode())
    monkeypatch.setitem(sys.modules, "vl_convert", made)
    assert to_png("<svg/>") == b"<svg/>*2"
