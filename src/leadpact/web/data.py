"""The page of data in and out: where files come in, and where everything goes out again."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from leadpact.ledger import access
from leadpact.queries import duplicates
from leadpact.web.door import Asked, door


class Way(NamedTuple):
    """A way in or out: the name of its address, icon, title, one line of what it is for, and the verb it takes."""

    url: str
    icon: str
    title: str
    says: str
    verb: str


def ways() -> tuple[Way, ...]:
    """Every way in or out, in the order of the page. A room with a way adds its line here."""
    return (
        Way("imports", "file-input", _("Imports"), _("Files that came in, and what became of them."), "import_data"),
        Way("duplicates", "git-merge", _("Duplicates"), _("Leads that look alike: one buyer or two."), "merge_leads"),
        Way("exports", "file-output", _("Take data out"), _("Every list, all facts, or everything."), "export_data"),
        Way(
            "requests", "user-x", _("Requests of buyers"), _("Tell a buyer what is held; forget them."), "forget_person"
        ),
        Way("retention", "hourglass", _("Leads that are forgotten"), _("Whose time is nearly up."), "forget_person"),
        Way("forms", "clipboard-list", _("Forms"), _("For the web site and for trade shows."), "manage_capture"),
        Way("trackers", "radio", _("Trackers"), _("Visits of your web site, and whose they were."), "manage_capture"),
        Way(
            "settle", "scale", _("Settle the argument"), _("Two exports in, one page of what they say."), "see_evidence"
        ),
        Way("mails", "mail", _("Mails"), _("Mails in copy or forwarded that found no lead."), "place_mail"),
        Way("keys", "key-round", _("Keys for other systems"), _("Forms, CRMs and scripts that send."), "manage_keys"),
    )


@door
@require_GET
def page(request: Asked) -> HttpResponse:
    """The ways in and out that the reader may take."""
    access.check(request.actor, "manage_capture")
    found = [way for way in ways() if request.actor.may(way.verb)]
    if request.actor.may("merge_leads") and (count := duplicates.waiting(request.actor).count()):
        says = ngettext("%(n)s pair of leads looks alike.", "%(n)s pairs of leads look alike.", count)
        told = says % {"n": f"{count:,}"} + " " + _("One buyer or two?")
        found = [way._replace(says=told) if way.url == "duplicates" else way for way in found]
    return render(request, "data/page.html", {"here": "data", "ways": found})
