"""The leads behind a figure as a table."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext

from leadpact.queries.evidence import BehindPage
from leadpact.web.measure_door import Table


def leads_table(found: BehindPage, address: Callable[[int], str], label: Callable[[str], str]) -> Table:
    """The leads behind a figure; ``address`` gives the page of a lead, ``label`` the word of a source."""
    rows: list[list[Table]] = [
        [
            {
                "text": row.lead.name,
                "url": address(row.lead.id),
                "sub": row.lead.company if row.lead.company != row.lead.name else "",
            },
            {"text": row.lead.state_words},
            {"text": label(row.lead.source) if row.lead.source else "–", "badge": row.lead.found_side},
            {"text": row.lead.owner or "–"},
            {"text": f"{row.lead.captured_at:%Y-%m-%d}"},
        ]
        for row in found.rows
    ]
    head = [gettext("Lead"), gettext("State"), gettext("Found by"), gettext("Owner"), gettext("First heard of")]
    return {"caption": gettext("The leads behind the figure"), "head": [{"label": name} for name in head], "rows": rows}
