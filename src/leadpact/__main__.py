"""The command line: parse, run the command, and turn what is raised into a message and an exit status."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from leadpact.cli.commands import parser
from leadpact.cli.terminal import say

DONE, REFUSED, DEFECT, STOPPED = 0, 2, 70, 130
"""Exit statuses, after sysexits.h and shells' for Ctrl-C. A command may give 1: it looked, and found something."""
_LONGEST_LOG = 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Gives its exit status; whatever goes wrong is said on standard error, without a traceback."""
    options = parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except KeyboardInterrupt:
        say("Stopped.")
        return STOPPED
    except BrokenPipeError:
        # Whoever read the output has enough. Python would complain again when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 - the last place where anything can be said of it
        return _explain(error)
    return status


def _explain(error: Exception) -> int:
    """Say what went wrong: our own errors carry the cure, the system's name the file, the rest is a defect."""
    if type(error).__module__.partition(".")[0] == "leadpact":
        say(str(error))
        return REFUSED
    if isinstance(error, UnicodeDecodeError):
        say(f"A file is not UTF-8 text: {error.reason} at byte {error.start}. Save it as UTF-8.")
        return REFUSED
    if isinstance(error, OSError):
        say(f"{error.filename or 'The system'}: {error.strerror or error}.")
        return REFUSED
    if type(error).__module__.startswith("django.db") and type(error).__name__ == "OperationalError":
        say(f"The database does not answer as it should: {error}. leadpact doctor says more.")
        return REFUSED
    say(
        f"This is a defect of Leadpact: {type(error).__name__}: {error}\n"
        f"What led to it is in {_log()}; nothing is lost, for facts are written whole or not at all."
    )
    return DEFECT


def _log() -> str:
    """Keep the traceback where the person may look at it. Gives the file's name."""
    try:
        from leadpact import settings

        place = Path(settings.HOME) / "errors.log"
        if place.exists() and place.stat().st_size > _LONGEST_LOG:
            place.replace(place.with_suffix(".old.log"))
        told = f"leadpact {' '.join(sys.argv[1:])}\n{traceback.format_exc()}\n"
        with place.open("a", encoding="utf-8") as file:
            file.write(re.sub(r"://[^\s@]*@", "://***@", told))  # Addresses of databases may hold a password.
    except Exception as error:  # noqa: BLE001 - a log that fails must not hide what it is about
        return f"no file, because it could not be written ({error})"
    return str(place)


if __name__ == "__main__":
    raise SystemExit(main())
