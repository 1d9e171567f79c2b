"""Results of measures as pictures and tables: plain rows in, the charts' rows out.

A measure whose pages know more of it than it declares has a file in ``measures``; any other is drawn from its layouts.
"""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence import About
from leadpact.queries.evidence_view import View
from leadpact.web import measure_layouts, measure_words
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Table, label_of
from leadpact.web.measures import funnel, persistence, sla_keeping, source_quality

DOORS: dict[str, Door] = {
    "funnel": funnel.DOOR,
    "source_quality": source_quality.DOOR,
    "sla_keeping": sla_keeping.DOOR,
    "persistence": persistence.DOOR,
}
_PLAIN = Door()


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
