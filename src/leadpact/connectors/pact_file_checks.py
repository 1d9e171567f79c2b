"""A pact's file read and checked at once: the pact, the mistakes, and what it should not say, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leadpact.connectors import pact_file
from leadpact.rules.pact import Pact
from leadpact.rules.pact_checks import Finding, check_pact, placed
from leadpact.rules.pact_reading import PactError


@dataclass(frozen=True, slots=True)
class Checked:
    """A file as it was read. ``pact`` is None when there are mistakes; findings are those of a pact that reads."""

    pact: Pact | None
    mistakes: tuple[PactError, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[PactError | Finding, ...]:
        """What keeps it from being proposed and signed."""
        return (*self.mistakes, *(each for each in self.findings if each.level == "error"))

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is said and may stand."""
        return tuple(each for each in self.findings if each.level == "warning")


def check(text: str | bytes, file_name: str = "pact.yaml", today: date | None = None) -> Checked:
    """Read a file and check what it says. Never raises for what a file may hold."""
    reading = pact_file.read(text, file_name)
    if reading.pact is None:
        return Checked(None, reading.errors, ())
    root, _ = pact_file.tree_of(text, file_name)
    findings = check_pact(reading.pact, today)
    return Checked(reading.pact, (), findings if root is None else placed(findings, root, file_name))
