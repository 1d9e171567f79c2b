"""What a command is."""

from __future__ import annotations

import argparse
from typing import Protocol

STATUS = "Exit status: 0 done; 1 looked and found something wrong; 2 what was asked cannot be done; 70 a defect."


class Command(Protocol):
    """A module of this folder: ``NAME``, ``HELP`` in one line, ``EXAMPLE``, its arguments, and what it does."""

    NAME: str
    HELP: str
    EXAMPLE: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what it takes."""
        ...

    def run(self, options: argparse.Namespace) -> int:
        """Do it. Gives the exit status."""
        ...
