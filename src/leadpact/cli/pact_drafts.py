"""The part of ``leadpact pact`` for drafts: begin one, save a file into it, say something, propose and withdraw."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, say, table


def add_parts(parts: Any) -> None:
    """Declare the acts on drafts."""
    listed = parts.add_parser(
        "list",
        help="list versions and drafts",
        description="List the versions of the pact with their state, and drafts.",
    )
    listed.set_defaults(act_on_draft=_list)
    draft = parts.add_parser(
        "draft",
        help="begin a draft, or save a file into one",
        description="Begin a draft that both teams edit: from a file, else from the pact in force. With --draft the "
        "file is saved into that draft; what others changed at other places meanwhile is kept.",
    )
    draft.add_argument("file", metavar="FILE", nargs="?", help="the draft's text; without it the pact in force")
    draft.add_argument("--draft", type=int, metavar="N", help="save into this draft instead of beginning one")
    draft.add_argument("--revision", type=int, metavar="R", help="the revision that the file was made from")
    draft.set_defaults(act_on_draft=_draft)
    propose = parts.add_parser("propose", help="propose a draft", description="Propose a draft for signing.")
    propose.add_argument("--note", default="", help="what changes, for those who sign")
    propose.set_defaults(act_on_draft=_propose)
    put_away = parts.add_parser(
        "withdraw",
        help="take back a proposed version, or put a draft away",
        description="Take back a proposed version by the id that `list` shows, or with --draft put a draft away.",
    )
    put_away.add_argument("--draft", type=int, metavar="N", help="this draft")
    put_away.add_argument("--id", type=int, help="this version")
    put_away.set_defaults(act_on_draft=_withdraw)
    words = parts.add_parser("say", help="say something of a draft", description="Say something of a draft.")
    words.add_argument("text", metavar="TEXT")
    words.add_argument("--row", default="", metavar="PATH", help="of this row, such as good_lead.points[3]")
    words.set_defaults(act_on_draft=_say)
    said = parts.add_parser("said", help="show what was said of a draft", description="Show what was said of a draft.")
    said.set_defaults(act_on_draft=_said)
    for part in (propose, words, said):
        part.add_argument("--draft", type=int, metavar="N", required=True, help="number of the draft")


def _list(_options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import pact, pact_draft

    rows = [
        {"what": f"version {line.version}", "id": line.id, "pact": line.name, "state": line.state, "note": line.note}
        for line in pact.versions(SYSTEM, now_s)
    ]
    rows += [
        {"what": f"draft {line.id}", "id": None, "pact": line.name, "state": f"revision {line.revision}", "note": ""}
        for line in pact_draft.drafts(SYSTEM)
    ]
    answer(table(rows) if rows else "There is no pact yet. Begin with: leadpact pact draft")
    return 0


def _draft(options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import pact_drafts
    from leadpact.queries import pact, pact_draft

    text = Path(options.file).read_text(encoding="utf-8-sig") if options.file else None
    if options.draft is None:
        base = pact.current_id(now_s)
        row = pact_drafts.begin(actor=SYSTEM, now_s=now_s, base_id=base, text=text)
        answer(f"Draft {row.pk} is begun: both teams edit it on the page Pact.")
        return 0
    if text is None:
        say("Name the file to save into the draft; `leadpact pact show --draft N` writes it.")
        return 2
    revision = options.revision or pact_draft.revision_of(SYSTEM, options.draft)
    try:
        saved = pact_drafts.put_text(actor=SYSTEM, draft_id=options.draft, revision=revision, text=text, now_s=now_s)
    except pact_drafts.Clashed as clash:
        say(str(clash))
        for each in clash.clashes:
            say(f"--- theirs\n{each.theirs.rstrip()}\n--- yours\n{each.mine.rstrip()}")
        say(f"Save again with --revision {clash.revision} to take yours at these places.")
        return 2
    answer(f"Saved as revision {saved.revision}. {saved.says or 'Nothing changed'}.")
    return 0


def _propose(options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import pact_drafts

    row = pact_drafts.propose(actor=SYSTEM, draft_id=options.draft, now_s=now_s, note=options.note)
    answer(f"{row.name}, version {row.version}, is proposed. A head of each team signs it on the page Pact.")
    return 0


def _withdraw(options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import pact, pact_drafts

    if (options.draft is None) == (options.id is None):
        say("Name either a version with --id or a draft with --draft; `leadpact pact list` shows both.")
        return 2
    if options.draft is not None:
        pact_drafts.put_away(actor=SYSTEM, draft_id=options.draft, now_s=now_s)
        answer(f"Draft {options.draft} is put away.")
        return 0
    row = pact.withdraw(actor=SYSTEM, pact_id=options.id, now_s=now_s)
    answer(f"Version {row.version} is withdrawn; its draft can be gone on with.")
    return 0


def _say(options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import pact_comments
    from leadpact.queries import pact_draft

    place, about = pact_draft.place_of(SYSTEM, options.draft, options.row) if options.row else ("", "")
    pact_comments.say(
        actor=SYSTEM, text=options.text, now_s=now_s, draft_id=options.draft, place=place, about=about
    )  # fmt: skip
    answer("Said; the heads of both teams are told.")
    return 0


def _said(options: argparse.Namespace) -> int:
    ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import pact_draft

    said = pact_draft.said(SYSTEM, options.draft)
    for each in said:
        answer(f"{each.by or 'Leadpact'}, {each.at:%-d %b %Y %H:%M} UTC{f', of “{each.about}”' if each.about else ''}:")
        answer(f"  {each.text}{' (settled)' if each.is_settled else ''}")
        for reply in each.answers:
            answer(f"  {reply.by or 'Leadpact'}: {reply.text}")
    if not said:
        answer("Nothing was said yet.")
    return 0
