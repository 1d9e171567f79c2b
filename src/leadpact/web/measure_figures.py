"""Results of measures as pictures and tables: plain rows in, the charts' rows out.

A measure whose pages know more than its panels say has a file in ``measures``; any other is drawn from its panels, and
one without panels, or split, from its layouts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadpact.evidence.pictures.of_measures import panels_of
from leadpact.queries.evidence import About
from leadpact.queries.evidence_view import View
from leadpact.web import measure_layouts, measure_words
from leadpact.web.charts import Caption
from leadpact.web.drawn_once import drawn_once
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Table, label_of, table_url
from leadpact.web.measure_findings import FINDINGS
from leadpact.web.measures import funnel, persistence, sla_keeping, source_quality
from leadpact.web.pictures.panel_figures import panel_figures

OWN: dict[str, Door] = {
    "funnel": funnel.DOOR,
    "persistence": persistence.DOOR,
    "sla_keeping": sla_keeping.DOOR,
    "source_quality": source_quality.DOOR,
}
"""Measures whose pages know more than their panels say."""
_PLAIN = Door()
GROUPS: tuple[tuple[str, Lazy, tuple[str, ...]], ...] = (
    ("leads", _("Where leads come from, and what becomes of them"),
     ("funnel", "source_quality", "source_shares", "referral", "audience", "readiness")),
    ("agreement", _("Whether we mean the same by a good lead"),
     ("lead_definition", "acceptance", "scoring_quality", "backtrack")),
    ("promises", _("Whether the two teams keep their promises"),
     ("sla_keeping", "promises", "goals")),
    ("follow-up", _("What following up is worth"),
     ("persistence", "speed_to_lead", "material")),
    ("outcome", _("Why deals are won and lost, and who had a part in them"),
     ("loss_reasons", "success_review", "attribution")),
    ("tried", _("What was tried out by chance"), ("trials",)),
)  # fmt: skip
"""Measures by what they are about, as the list shows them; one that is in no group stands under the last heading."""


def grouped(cards: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cards that have a picture, under their headings; a heading without any is left out."""
    drawn = {card["name"]: card for card in cards if card["figure"]}
    placed = {name for _key, _title, names in GROUPS for name in names}
    found = [
        {"key": key, "title": str(title), "cards": [drawn[name] for name in names if name in drawn]}
        for key, title, names in GROUPS
    ]
    found.append({"key": "more", "title": gettext("More"), "cards": [drawn[n] for n in drawn if n not in placed]})
    return [group for group in found if group["cards"]]


def door_of(name: str) -> Door:
    """What the pages know of a measure."""
    return OWN.get(name, _PLAIN)


def title_of(about: About) -> str:
    """What a measure is called."""
    return measure_words.title_of(door_of(about.name).title, about)


@drawn_once
def draw(seen: View, links: Links, *, where: str = "") -> Drawn:
    """Draw what a measure says. ``where`` says in words what the figures cover, such as ``this quarter``."""
    body = seen.page.body
    if body is None:
        return Drawn(EMPTY, (), seen.page.error or gettext("Being computed."))
    label = label_of(seen)
    about = seen.page.about
    says = measure_words.sentence(about, body, label)
    if not body["rows"]:
        return Drawn(EMPTY, says=says)
    own = door_of(about.name)
    heading = measure_words.finding(FINDINGS.get(about.name, ()), title_of(about), about.name, body, label)
    caption = Caption(heading, says, body["grade"].lower(), where, links.csv, links.json)
    if own.draw is not None and not body["parameters"].get("by"):
        found = own.draw(seen, body, caption, links)
    else:
        found = _panels(seen, body, caption, links) or Drawn(measure_layouts.plain_picture(seen, label, caption, links))
    return found if found.figure else Drawn(EMPTY, says=says)


def _panels(seen: View, body: Mapping[str, Any], caption: Caption, links: Links) -> Drawn | None:
    """The answer's panels, each with its own table under it; None where it has none."""
    panels = panels_of(body)
    if not panels:
        return None
    speak = measure_words.speaker(label_of(seen))

    def csv_of(table: str) -> str:
        return table_url(links.csv, table) if table and links.csv else links.csv

    first, *more = panel_figures(
        panels,
        caption,
        speak,
        lambda panel: measure_layouts.table_under(seen, links, panel.table, getattr(panel, "only", ())),
        csv_of,
    )
    return Drawn(first, tuple(more))


@drawn_once
def tables(seen: View, links: Links) -> list[Table]:
    """The tables of a measure, each for ``_parts/table.html`` with a title; none where nothing is known."""
    body, own = seen.page.body, door_of(seen.page.about.name).tables
    if body is None or not body["rows"]:
        return []
    if own is None or body["parameters"].get("by"):
        return measure_layouts.tables(seen, label_of(seen), links)
    return own(seen, body, links)
