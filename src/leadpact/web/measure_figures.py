"""Results of measures as pictures and tables: plain rows in, the charts' rows out.

A measure whose pages know more of it than it declares has a file in ``measures``; any other is drawn from its layouts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadpact.queries.evidence import About
from leadpact.queries.evidence_view import View
from leadpact.web import measure_layouts, measure_words
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Table, label_of
from leadpact.web.measures import (
    acceptance,
    attribution,
    audience,
    funnel,
    goals,
    lead_definition,
    loss_reasons,
    material,
    persistence,
    readiness,
    referral,
    scoring_quality,
    sla_keeping,
    source_quality,
    source_shares,
    speed_to_lead,
    success_review,
)

DOORS: dict[str, Door] = {
    "acceptance": acceptance.DOOR,
    "attribution": attribution.DOOR,
    "audience": audience.DOOR,
    "funnel": funnel.DOOR,
    "goals": goals.DOOR,
    "lead_definition": lead_definition.DOOR,
    "loss_reasons": loss_reasons.DOOR,
    "material": material.DOOR,
    "persistence": persistence.DOOR,
    "readiness": readiness.DOOR,
    "referral": referral.DOOR,
    "scoring_quality": scoring_quality.DOOR,
    "sla_keeping": sla_keeping.DOOR,
    "source_quality": source_quality.DOOR,
    "source_shares": source_shares.DOOR,
    "speed_to_lead": speed_to_lead.DOOR,
    "success_review": success_review.DOOR,
}
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
    return DOORS.get(name, _PLAIN)


def title_of(about: About) -> str:
    """What a measure is called."""
    return measure_words.title_of(door_of(about.name), about)


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
    heading = measure_words.finding(own, about, body, label)
    caption = Caption(heading, says, body["grade"].lower(), where, links.csv, links.json)
    if own.draw is not None and not body["parameters"].get("by"):
        found = own.draw(seen, body, caption, links)
    else:
        found = Drawn(measure_layouts.plain_picture(seen, label, caption, links))
    return found if found.figure else Drawn(EMPTY, says=says)


def tables(seen: View, links: Links) -> list[Table]:
    """The tables of a measure, each for ``_parts/table.html`` with a title; none where nothing is known."""
    body, own = seen.page.body, door_of(seen.page.about.name).tables
    if body is None or not body["rows"]:
        return []
    if own is None or body["parameters"].get("by"):
        return measure_layouts.tables(seen, label_of(seen), links)
    return own(seen, body, links)
