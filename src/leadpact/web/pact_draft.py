"""The page on which both teams edit a draft of the pact, and what its buttons do."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from leadpact.connectors.pact_file_rows import NoSuchRow
from leadpact.operations import pact_comments, pact_drafts, pact_rows
from leadpact.operations.pact import WrongPact
from leadpact.operations.pact_drafts import Clashed, Saved
from leadpact.operations.pact_rows import WrongRow
from leadpact.queries import pact_draft as queries
from leadpact.queries import retention
from leadpact.queries.replay import CopyDamaged, Moved
from leadpact.rules.pact_forms import RowForm
from leadpact.rules.pact_forms_conditions import MOST_PARTS, TESTS, codes_of, subjects, tests_of, touch_kinds
from leadpact.web.door import Asked, door, refusal, whole

TABS = ("document", "yaml", "history")


@door
@require_POST
def begin(request: Asked) -> HttpResponse:
    """Begin a draft from a version, else from the starter."""
    base = request.POST.get("base", "")
    row = pact_drafts.begin(actor=request.actor, now_s=request.now_s, base_id=whole(base))
    return redirect("pact_draft", row.pk)


@door
@require_GET
def page(request: Asked, draft_id: int) -> HttpResponse:
    """The draft as a document; ``edit`` opens the form of a row, ``say`` a comment, ``tab`` the file or its history."""
    form, path = None, request.GET.get("edit", "")
    if path:
        try:
            form = queries.row_form(request.actor, draft_id, path)
        except NoSuchRow as error:
            messages.error(request, str(error))
    return _page(request, draft_id, form=form)


def _page(
    request: Asked, draft_id: int, *, form: RowForm | None = None, clash: Clashed | None = None, **more: Any
) -> HttpResponse:
    found = queries.page(request.actor, draft_id, request.now_s)
    is_open = found.state == "draft"
    if found.checked.pact is None:  # Read by an older version of the program; its file is mended first.
        more = {"tab": "yaml", "mistakes": found.checked.mistakes, **more}
    tab = more.pop("tab", request.GET.get("tab", ""))
    context = {
        "here": "pact",
        "draft": found,
        "is_open": is_open,
        "tab": tab if tab in TABS else "document",
        "open_path": form.path if form and is_open else "",
        "open_form": _shown(form) if form and is_open else None,
        "clash": clash,
        "say_path": request.GET.get("say", ""),
        "revision": clash.revision if clash else found.revision,
        "can_propose": is_open and request.actor.may("propose_pact"),
        "can_withdraw": is_open and request.actor.may("withdraw_pact"),
        "can_comment": request.actor.may("comment_pact"),
        "longest": pact_comments.LONGEST,
        "text": found.text,
        "mistakes": (),
        **more,
    }
    if clash is not None:
        context["clashes"] = [{"mine": each.mine.strip(), "theirs": each.theirs.strip()} for each in clash.clashes]
    is_wrong = bool(clash or (form and form.is_wrong and "is_looking" not in more) or context["mistakes"])
    return render(request, "pact/draft.html", context, status=422 if is_wrong else 200)


def _shown(form: RowForm) -> dict[str, Any]:
    """A row's form with everything its template chooses from."""
    asked = form.condition
    shown: dict[str, Any] = {"form": form, "is_move": form.is_row and not form.is_new}
    if asked is None or not asked.parts:
        return shown
    shown["subjects"] = subjects(asked)
    shown["can_add"] = len(asked.parts) < MOST_PARTS
    shown["parts"] = [
        {
            "part": part,
            "number": number,
            "tests": [(test, TESTS[test]) for test in tests_of(part, asked)],
            "codes": codes_of(part, asked),
            "typed": ", ".join(part.values),
        }
        for number, part in enumerate(asked.parts)
    ]
    shown["kinds"] = touch_kinds()
    return shown


def _to(draft_id: int, path: str = "", **more: str) -> HttpResponse:
    asked = f"?{urlencode(more)}" if more else ""
    here = f"#{queries.anchor(path)}" if path else ""
    return redirect(f"{reverse('pact_draft', args=[draft_id])}{asked}{here}")


def _revision(request: Asked) -> int:
    return whole(request.POST.get("revision", "")) or 0


def _tell(request: Asked, draft_id: int, saved: Saved, says: str) -> None:
    if not saved.says:
        messages.info(request, _("Nothing changed."))
        return
    more = " " + _("What others changed meanwhile is kept.") if saved.is_merged else ""
    messages.success(request, says + more, extra_tags=reverse("pact_draft_undo", args=[draft_id, saved.revision]))


@door
@require_POST
def row(request: Asked, draft_id: int) -> HttpResponse:
    """Save a row as typed; with ``look`` only show what it would say."""
    path, posted = request.POST.get("path", ""), {name: request.POST.getlist(name) for name in request.POST}
    revision = _revision(request)
    if request.POST.get("look") or request.POST.get("part-more"):
        form = queries.looked(request.actor, draft_id, revision, path, posted)
        if "HX-Request" in request.headers:
            context = {"draft_id": draft_id, "revision": revision, "open_form": _shown(form), "is_looking": True}
            return render(request, "pact/_row_form.html", context)
        return _page(request, draft_id, form=form, revision=revision, is_looking=True)
    try:
        saved = pact_rows.save_row(
            actor=request.actor, draft_id=draft_id, revision=revision, path=path, posted=posted, now_s=request.now_s
        )
    except WrongRow as error:
        return _page(
            request, draft_id, form=error.form, clash=error.clash, **({} if error.clash else {"revision": revision})
        )
    _tell(request, draft_id, saved, _("Saved: {what}.").format(what=saved.says))
    return _to(draft_id, path)


@door
@require_POST
def order(request: Asked, draft_id: int) -> HttpResponse:
    """Move a row up, down or to a place, or take it out: ``do`` is the act, the path and where it goes."""
    act, _colon, rest = request.POST.get("do", "").partition(":")
    path, _colon, to = rest.partition(":")
    given = {"actor": request.actor, "draft_id": draft_id, "revision": _revision(request), "now_s": request.now_s}
    if act == "remove":
        saved = pact_rows.remove_row(**given, path=path)  # type: ignore[arg-type]  # each value by its name
        _tell(request, draft_id, saved, _("Taken out."))
        return _to(draft_id, path)
    place = whole(to) or 0
    saved = pact_rows.move_row(**given, path=path, to=place)  # type: ignore[arg-type]  # each value by its name
    _tell(request, draft_id, saved, _("Moved."))
    return _to(draft_id, f"{path.rpartition('[')[0]}[{place}]")


@door
@require_POST
def text(request: Asked, draft_id: int) -> HttpResponse:
    """Save the whole file; what cannot be saved stays in its box, with every mistake."""
    typed, newer_id = request.POST.get("text", ""), whole(request.POST.get("newer", ""))
    try:
        saved = pact_drafts.put_text(
            actor=request.actor,
            draft_id=draft_id,
            revision=_revision(request),
            text=typed,
            now_s=request.now_s,
            newer_id=newer_id,
        )
    except WrongPact as error:
        return _page(
            request, draft_id, tab="yaml", text=typed, mistakes=error.errors, revision=_revision(request),
            newer_id=newer_id,
        )  # fmt: skip
    except Clashed as clash:
        return _page(request, draft_id, tab="yaml", text=clash.text, clash=clash, newer_id=newer_id)
    _tell(request, draft_id, saved, _("Saved: {what}.").format(what=saved.says))
    return _to(draft_id, tab="yaml")


@door
@require_POST
def undo(request: Asked, draft_id: int, revision: int) -> HttpResponse:
    """Take one change back; later ones at other places stay."""
    saved = pact_drafts.take_back(actor=request.actor, draft_id=draft_id, revision=revision, now_s=request.now_s)
    _tell(request, draft_id, saved, _("Taken back."))
    return _to(draft_id)


@door
@require_POST
def catch_up(request: Asked, draft_id: int) -> HttpResponse:
    """Bring in what a version changed that came into force since."""
    try:
        saved = pact_drafts.catch_up(actor=request.actor, draft_id=draft_id, now_s=request.now_s)
    except Clashed as clash:
        return _page(request, draft_id, tab="yaml", text=clash.text, clash=clash, newer_id=clash.newer_id)
    _tell(request, draft_id, saved, _("Brought in: {what}.").format(what=saved.says))
    return _to(draft_id)


@door
@require_POST
def say(request: Asked, draft_id: int) -> HttpResponse:
    """Say something of a row or the whole, or answer."""
    path, answers = request.POST.get("path", ""), request.POST.get("answers", "")
    place, about = queries.place_of(request.actor, draft_id, path) if path else ("", "")
    pact_comments.say(
        actor=request.actor,
        text=request.POST.get("text", ""),
        now_s=request.now_s,
        draft_id=draft_id,
        place=place,
        about=about,
        answers_id=whole(answers),
    )
    messages.success(request, _("Said; the heads of both teams are told."))
    return _to(draft_id, path or "said")


@door
@require_POST
def settle(request: Asked, comment_id: int) -> HttpResponse:
    """Mark what was said as settled, or open it again."""
    is_settled = request.POST.get("open") != "yes"
    found = pact_comments.resolve(
        actor=request.actor, comment_id=comment_id, now_s=request.now_s, is_resolved=is_settled
    )  # fmt: skip
    messages.success(request, _("Settled.") if is_settled else _("Open again."))
    return redirect("pact_draft", found.draft_id) if found.draft_id else redirect("pact_version", found.pact_id or 0)


@door
@require_POST
def propose(request: Asked, draft_id: int) -> HttpResponse:
    """Propose the draft as it was read."""
    try:
        found = pact_drafts.propose(
            actor=request.actor,
            draft_id=draft_id,
            now_s=request.now_s,
            revision=_revision(request),
            note=request.POST.get("note", ""),
        )
    except WrongPact as error:
        messages.error(request, str(error))
        return _to(draft_id, "checks")
    messages.success(request, _("Version {n} is proposed. A head of each team signs it.").format(n=found.version))
    return redirect("pact_version", found.pk)


@door
@require_POST
def withdraw(request: Asked, draft_id: int) -> HttpResponse:
    """Put the draft away."""
    pact_drafts.put_away(actor=request.actor, draft_id=draft_id, now_s=request.now_s)
    messages.success(request, _("The draft is put away."))
    return redirect("pact")


@door
@require_GET
def file(request: Asked, draft_id: int) -> HttpResponse:
    """The draft as its YAML file."""
    name, words = queries.text(request.actor, draft_id)
    return HttpResponse(
        words,
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@door
@require_GET
def effect(request: Asked, draft_id: int) -> HttpResponse:
    """What the draft would have done with the leads of the last months: a part of its page."""
    try:
        found, never_held = queries.effect(request.actor, draft_id, request.now_s)
    except (NoSuchRow, Moved, CopyDamaged) as error:
        return refusal(request, 409, str(error), reverse("pact_draft", args=[draft_id]))
    rows = [(place + 1, label) for place, label in zip(found.never_held, never_held, strict=True)]
    forgets = retention.forgets_draft(request.actor, draft_id, request.now_s)
    is_part = "HX-Request" in request.headers
    context = {
        "effect": found, "never_held": rows, "draft_id": draft_id, "forgets": forgets, "is_part": is_part,
    }  # fmt: skip
    return render(request, "pact/_effect.html", context)
