"""The page on which every list, all facts and everything together are taken out as files."""

from __future__ import annotations

import io
import tempfile
from typing import NamedTuple

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from leadpact.ledger.access import Unknown, check
from leadpact.operations import export, export_files
from leadpact.web.door import Asked, door


class Offer(NamedTuple):
    """A file to take: its name, what is in it, and its icon."""

    file: str
    says: str
    icon: str


def offers() -> tuple[Offer, ...]:
    """Every file, the whole first."""
    words = {
        "leads": _("Every lead as it stands, with what is known of it"),
        "hand_offs": _("Every hand-off, with its answer"),
        "clocks": _("Every promise on every lead"),
        "deals": _("Every deal as it stands"),
        "accounts": _("Every company"),
        "people": _("Everybody of the company"),
        "facts": _("Every fact, in the ledger's columns"),
    }
    whole = Offer("everything.zip", _("Everything: each list as CSV, the facts as Parquet too"), "package")
    lists = (Offer(f"{name}.csv", words.get(name, found.says), "table") for name, found in export.LISTS.items())
    return (whole, *lists, Offer("facts.parquet", _("Every fact, as Parquet for other tools"), "database"))


@door
@require_GET
def page(request: Asked) -> HttpResponse:
    """What can be taken out."""
    check(request.actor, "export_data")
    return render(request, "data/exports.html", {"here": "data", "offers": offers()})


@door
@require_GET
def file(request: Asked, name: str) -> HttpResponse:
    """One file, written to the disk first, so that it comes whole however large it is."""
    check(request.actor, "export_data")
    if name not in {offer.file for offer in offers()}:
        raise Unknown(_("There is no such file to take out."))
    half = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it when it is sent
    stem, _dot, kind = name.rpartition(".")
    if kind == "zip":
        export_files.write_zip(actor=request.actor, out=half, now_s=request.now_s)
    elif kind == "parquet":
        export_files.write_parquet(actor=request.actor, out=half, now_s=request.now_s)
    else:
        half.write(b"\xef\xbb\xbf")  # The mark by which spreadsheets know UTF-8.
        text = io.TextIOWrapper(half, encoding="utf-8", newline="")
        export.write(actor=request.actor, name=stem, out=text, now_s=request.now_s)
        text.flush()
        text.detach()
    half.seek(0)
    answer = FileResponse(half, as_attachment=True, filename=f"leadpact-{name}")
    answer["Cache-Control"] = "no-store"
    return answer  # type: ignore[return-value]  # Django's answer of a file is one of its answers
