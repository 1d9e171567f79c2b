"""``leadpact docs``: the generated part of the reference."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from leadpact.cli.command import STATUS, Command
from leadpact.cli.ready import set_up
from leadpact.cli.terminal import answer

NAME = "docs"
HELP = "Write the reference that is made from the program itself: facts, settings, measures, commands, permissions."
EXAMPLE = "leadpact docs docs/reference"
GENERATED = "<!-- Made by `leadpact docs`; change the program, not this file. -->\n\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("folder", metavar="FOLDER", help="where the pages go")


def run(options: argparse.Namespace) -> int:
    """Write every page that changed."""
    set_up()
    folder = Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(options.commands).items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            answer(str(path))
    return 0


def pages(commands: Sequence[Command]) -> dict[str, str]:
    """Every page by its file's name."""
    made = {
        "facts.md": _facts(),
        "settings.md": _settings(),
        "measures.md": _measures(),
        "commands.md": _commands(commands),
        "permissions.md": _permissions(),
        "exports.md": _exports(),
    }
    return {name: f"{GENERATED}{text.rstrip()}\n" for name, text in made.items()}


def _table(heading: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    names = list(heading)
    lines = [_line(names), _line("---" for _ in names), *(_line(row) for row in rows)]
    return "\n".join(lines)


def _line(cells: Iterable[object]) -> str:
    return f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in cells)} |"


def _facts() -> str:
    from leadpact.rules.facts import COLUMNS, KINDS

    columns = _table(("column", "type", "what it says"), ((f"`{c.name}`", c.type, c.says) for c in COLUMNS))
    kinds = _table(
        ("kind", "side", "what happened", "columns it fills"),
        ((f"`{k.name}`", k.side, k.says, ", ".join(f"`{name}`" for name in k.fills)) for k in KINDS.values()),
    )
    return (
        "# Facts\n\nA fact is one thing that happened, once. It never holds personal data: for a personal field it "
        "says only that the field became known or unknown.\n\n## Columns\n\nThe same on every engine; a file brought "
        "in with `leadpact import --as facts` has these columns, of which `kind`, `lead_id` and `occurred_at` (or "
        f"`occurred_s`) are needed.\n\n{columns}\n\n## Kinds\n\nThe side is who usually does it.\n\n{kinds}\n"
    )


def _settings() -> str:
    from leadpact.settings import ENVIRONMENT

    rows = ((f"`{name}`", says) for name, says in ENVIRONMENT.items())
    return (
        "# Settings\n\nRead from the environment. Business options live in the pact. A wrong value stops the start "
        f"with the value and the choice.\n\n{_table(('variable', 'what it says'), rows)}\n"
    )


def _measures() -> str:
    from leadpact.evidence.catalogue import MEASURES, describe

    listed = _table(
        ("measure", "question", "unit"),
        ((f"[{m.name}](#{_anchor(m.title)})", m.question, m.unit) for m in MEASURES.values()),
    )
    parts = "\n".join(describe(name).replace("\n## ", "\n### ").replace("# ", "## ", 1) for name in MEASURES)
    answers = (
        "`leadpact evidence NAME --format json` answers with an object of `measure`, `as_of` (ISO, UTC), `grade`, "
        "`sentence`, `rows` (counts and intervals; what each measure's rows hold stands below), `tables` (further rows "
        "by name), `parameters` and `notes`. Fractions have 9 digits; what cannot be said is null."
    )
    return f"# Measures\n\n{listed}\n\n{answers}\n\n{parts}\n"


def _anchor(title: str) -> str:
    kept = "".join(sign for sign in title.lower() if sign.isalnum() or sign in " -_")
    return kept.replace(" ", "-")


def _commands(commands: Sequence[Command]) -> str:
    parts = []
    for command in commands:
        one = argparse.ArgumentParser(prog=f"leadpact {command.NAME}", formatter_class=_Wide)
        command.add_arguments(one)
        usage = one.format_help().strip()
        parts.append(f"## {command.NAME}\n\n{command.HELP}\n\n```\n{usage}\n```\n\n```sh\n{command.EXAMPLE}\n```\n")
    return f"# Commands\n\n{STATUS}\n\n" + "\n".join(parts)


class _Wide(argparse.HelpFormatter):
    """Help of the same width wherever it is made."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=110, max_help_position=28)


def _permissions() -> str:
    from leadpact.rules.permissions import ROLES, VERBS, reach_of

    roles = _table(("role", "who that is"), ((f"`{name}`", says) for name, says in ROLES.items()))
    rows = (
        (f"`{verb.name}`", verb.says, *(reach_of(role, verb.name) or "" for role in ROLES)) for verb in VERBS.values()
    )
    return (
        f"# Permissions\n\n{roles}\n\nWhose things: `own`, those of one's `side` of the hand-off, or `all`; empty: not "
        f"at all.\n\n{_table(('verb', 'what it is', *ROLES), rows)}\n"
    )


def _exports() -> str:
    from leadpact.operations.export import LISTS

    rows = ((f"`{name}`", each.says, ", ".join(f"`{c}`" for c in each.columns)) for name, each in LISTS.items())
    listed = _table(("list", "what it is", "columns"), rows)
    return (
        "# Exports\n\n`leadpact export LIST` writes CSV in UTF-8. Instants are ISO in UTC. In lists, text that a "
        f"spreadsheet would run as a formula gets an apostrophe before it.\n\n{listed}\n"
    )
