"""What is said of a file that cannot be read as a table, or not without an answer."""

from __future__ import annotations

from typing import NamedTuple


class TableRefused(Exception):
    """A file that cannot be read as a table: ``what`` is wrong, ``where``, and the ``cure``."""

    def __init__(self, what: str, where: str, cure: str) -> None:
        super().__init__(f"{where}: {what} {cure}")
        self.what, self.where, self.cure = what, where, cure


class Choice(NamedTuple):
    """One answer to a question: the value of the setting, and what it means in plain words."""

    value: str
    says: str


class TableAsks(TableRefused):
    """A file that can be read once a question is answered: which ``setting``, and its ``choices``."""

    def __init__(self, what: str, where: str, setting: str, choices: tuple[Choice, ...]) -> None:
        listed = "; ".join(f"{choice.value} ({choice.says})" for choice in choices)
        option = f"--{setting.replace('_', '-')}"
        super().__init__(what, where, f"Say it with {option}: {listed}.")
        self.setting, self.choices = setting, choices
