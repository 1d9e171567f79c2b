"""The template tags, the words for numbers and times, and what no template may hold."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import get_template
from django.utils import timezone

from leadpact.queries.handoff import More, Reason
from leadpact.web.templatetags import look
from leadpact.web.wording import (
    amount_in_words,
    count_in_words,
    duration_in_words,
    share_in_words,
    short_amount_in_words,
)

WEB = Path(look.__file__).parents[1]
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
NOW = datetime(2026, 11, 24, 9, 48, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _berlin():
    with timezone.override(ZoneInfo("Europe/Berlin")):
        yield


def draw(source: str, **context) -> str:
    return Template("{% load look %}" + source).render(Context({"now": NOW, **context}))


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (None, "–"),
        (0, "0%"),
        (1, "100%"),
        (0.5649, "56%"),
        (0.0342, "3.4%"),
        (0.9999, ">99%"),
        (0.0004, "<0.1%"),
        (0.0996, "10%"),
        (0.0347, "3.5%"),
    ],
)
def test_a_share_is_never_rounded_to_a_false_none_or_all(share, words):
    assert share_in_words(share) == words


@pytest.mark.parametrize(
    ("minor", "currency", "full", "short"),
    [
        (4_800_000, "EUR", "€48,000", "€48k"),
        (1_990, "EUR", "€19.90", "€20"),
        (41_234_500, "EUR", "€412,345", "€412k"),
        (130_000_000, "USD", "$1,300,000", "$1.30M"),
        (820_000, "GBP", "£8,200", "£8.2k"),
        (800_000, "GBP", "£8,000", "£8k"),
        (98_000, "JPY", "¥98,000", "¥98k"),
        (12_345_678, "KWD", "12,345.678 KWD", "12k KWD"),
        (-2_600_000, "EUR", "−€26,000", "−€26k"),
        (None, "EUR", "–", "–"),
    ],
)
def test_money_knows_its_minor_unit(minor, currency, full, short):
    assert (amount_in_words(minor, currency), short_amount_in_words(minor, currency)) == (full, short)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "under a minute"),
        (59, "under a minute"),
        (42 * 60, "42 min"),
        (3600, "1 h"),
        (-4320, "1 h 12"),
        (7500, "2 h 05"),
        (90_000, "1 day"),
        (300_000, "3 days"),
    ],
)
def test_a_duration_is_told_in_two_units_and_rounded_down(seconds, words):
    assert duration_in_words(seconds) == words


def test_counts_are_grouped():
    assert [count_in_words(n) for n in (0, 999, 1117, 2_500_000)] == ["0", "999", "1,117", "2,500,000"]


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=12), "12 min ago"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(hours=13), "yesterday"),
        (timedelta(days=4), "Fri"),
        (timedelta(days=15), "9 Nov"),
        (timedelta(days=400), "20 Oct 2025"),
    ],
)
def test_ago_in_words(passed, words):
    assert look.ago_in_words(NOW - passed, NOW) == words


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(minutes=42), "11:30"),
        (timedelta(hours=24), "tomorrow 10:48"),
        (timedelta(days=3), "Fri 10:48"),
        (timedelta(days=20), "14 Dec"),
    ],
)
def test_until_in_words(ahead, words):
    assert look.until_in_words(NOW + ahead, NOW) == words


def test_a_time_carries_its_exact_instant_in_the_readers_zone():
    assert draw("{% until due %}", due=NOW + timedelta(minutes=42)) == (
        '<time datetime="2026-11-24T11:30+01:00" title="Tue 24 Nov 2026, 11:30 (Europe/Berlin)">11:30</time>'
    )
    with timezone.override(ZoneInfo("America/New_York")):
        assert ">05:30</time>" in draw("{% until due %}", due=NOW + timedelta(minutes=42))
    assert draw("{% ago nothing %}|{% until nothing %}", nothing=None) == "|"


def test_greeting_follows_the_readers_clock():
    assert draw('{% greeting "Maya" %}') == "Good morning, Maya"
    with timezone.override(ZoneInfo("Asia/Tokyo")):
        assert draw('{% greeting "Maya" %}') == "Good evening, Maya"


def test_small_numbers_are_words():
    assert [look.number_word(n) for n in (0, 1, 3, 12, 13)] == ["no", "one", "three", "twelve", "13"]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Nadia Rahman", "NR"), ("Pieter de Vries", "PV"), ("Cher", "C"), ("anne-marie li", "AL"), ("", "?"), (None, "?")],
)
def test_initials(name, letters):
    assert look.initials(name) == letters


def test_a_badge_says_its_side_in_words_and_escapes():
    assert draw('{% badge "marketing" label %}', label="Found by <M>") == (
        '<span class="badge m" role="img" aria-label="Found by &lt;M&gt;" data-tip="Found by &lt;M&gt;">M</span>'
    )
    assert (
        draw('{% badge "sales" %}') == '<span class="badge s" role="img" aria-label="Sales" data-tip="Sales">S</span>'
    )
    assert ">?</span>" in draw('{% badge "" %}')


def test_an_icon_is_inlined_and_hidden_from_readers():
    drawn = draw('{% icon "check" %}')
    assert (
        drawn
        == '<svg class="ico" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M20 6 9 17l-5-5" /></svg>'
    )
    with pytest.raises(TemplateSyntaxError, match="no icon called 'chek'"):
        draw('{% icon "chek" %}')


def test_slots_show_what_is_taken_and_what_is_over():
    assert draw("{% slots 2 3 %}") == (
        '<span class="places" role="img" aria-label="2 of 3 places are taken"><i class="on"></i><i class="on"></i><i class=""></i></span>'
    )
    assert draw("{% slots 5 3 %}").count('class="on"') == 5
    assert 'rect width="50%"' in draw("{% slots 50 100 %}")
    assert 'rect width="100%"' in draw("{% slots 900 10 %}")


def test_a_wrong_field_ties_its_error_to_its_control():
    class Card(forms.Form):
        people = forms.IntegerField(label="People", help_text="How many work there?")

    html = draw("{% field form.people %}", form=Card({"people": "many"}))
    assert re.search(r'<div class="field wrong">\s*<label for="id_people">People</label>', html)
    assert 'aria-invalid="true"' in html
    assert (
        re.search(r'aria-describedby="id_people_helptext id_people_error"', html)
        or 'aria-describedby="id_people_helptext"' in html
    )
    assert "Enter a whole number." in html


CLOCKS = [
    ("ok", 6600, "1 h 50 left", "Call by"),
    ("risk", 2520, "42 min left", "Call by"),
    ("late", -4320, "1 h 12 late", "Call, was due"),
    ("kept", 0, "kept", "Call by"),
    ("missed", 0, "missed", "Call, was due"),
]


@pytest.mark.parametrize(("state", "left", "says", "by"), CLOCKS)
def test_a_clock_says_its_state_in_words(state, left, says, by):
    clock = SimpleNamespace(promise="Call", state=state, left_s=left, used_percent=83, due_at=NOW)
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", draw("{% load handoff %}{% promise clock %}", clock=clock)))
    assert words.strip() == f"{says} {by} 10:48"


def test_reasons_shown_name_the_rest():
    html = draw(
        "{% load handoff %}{% reasons shown more asks %}",
        shown=(Reason(25, "Budget"), Reason(-5, "Free mail")),
        more=More(29, 2),
        asks=("Which tool?",),
    )
    assert [word for word in re.split(r"<[^>]+>", html) if word.strip()] == [
        "+25", "Budget", "−5", "Free mail", "+29", "from 2 more", "Ask: Which tool?",
    ]  # fmt: skip


class Tags(HTMLParser):
    """Collects what a strict content policy forbids."""

    def __init__(self) -> None:
        super().__init__()
        self.forbidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in names):
            self.forbidden.append(tag)
        self.forbidden += [name for name in names if name == "style" or re.fullmatch(r"on\w+|hx-on.*", name)]
        self.forbidden += [value for value in names.values() if value and re.match(r"\s*(javascript|js):", value)]


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: page.relative_to(WEB / "templates").as_posix())
def test_a_template_obeys_the_content_policy(page):
    source = page.read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(re.sub(r"\{%.*?%\}", "", source, flags=re.DOTALL))
    assert tags.forbidden == []
    for name in re.findall(r'{% icon "([^"]+)"', source):
        assert look.icon(name).startswith("<svg")


OURS = [
    "base",
    "plain",
    "form",
    "handoff/shortlist",
    "handoff/desk",
    "leads/page",
    "scoreboard/page",
    "evidence/page",
    "evidence/list",
    "accounts/sign_in",
]


@pytest.mark.parametrize("name", OURS)
def test_a_page_compiles_and_says_its_context(name):
    assert "Context" in get_template(f"{name}.html").template.source.split("{% endcomment %}")[0]


def test_static_files_name_no_other_host():
    for file in (*WEB.glob("static/*.css"), *WEB.glob("static/*.js")):
        assert not re.search(r"https?://|@import|url\(", file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize(("columns", "rows", "says"), [(5, 26, "Show all 26 rows"), (5, 25, ""), (4, 26, "")])
def test_a_long_table_of_many_columns_offers_all_its_blocks(columns, rows, says):
    table = {"caption": "c", "head": [{"label": "h"}] * columns, "rows": [[{"text": "t"}] * columns] * rows}
    told = get_template("_parts/table.html").render({"table": table})
    assert ('class="table stacks"' in told) == (columns > look.BESIDE)
    assert (re.findall(r'<label class="more-rows">.*?>([^<]*)</label>', told) or [""]) == [says]
