"""The short call form, made of the fields that the pact asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from leadpact.queries.handoff_desk import Asked, Chosen
from leadpact.rules.capture import UNKNOWN

LONGEST = 20_000


class Qualification(forms.Form):
    """What the short call found out; what is left empty stays a question."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, chosen: Chosen) -> None:
        super().__init__(data)
        self._was = {each.name: each.value for each in chosen.fields}
        for each in chosen.fields:
            self.fields[each.name] = _field(each)

    def values(self) -> dict[str, str]:
        """The entries by field; what was known and is empty now becomes unknown."""
        given = {name: self.cleaned_data.get(name, "") for name in self._was}
        return {name: text or (UNKNOWN if self._was[name] else "") for name, text in given.items()}


def _field(asked: Asked) -> forms.Field:
    words: dict[str, Any] = {"label": asked.label, "required": False, "initial": asked.value, "help_text": _hint(asked)}
    if asked.kind == "coded":
        choices = list(asked.choices)
        if asked.value and asked.value not in dict(choices):
            choices.append((asked.value, asked.value))
        return forms.ChoiceField(choices=[("", _("Not known")), *choices], **words)
    return forms.CharField(max_length=LONGEST, widget=_widget(asked), **words)


def _hint(asked: Asked) -> str:
    """The question to ask, unless it only repeats the label."""
    return "" if asked.ask.rstrip("?").casefold() == asked.label.casefold() else asked.ask


def _widget(asked: Asked) -> forms.Widget:
    if asked.kind == "number":
        # Typed by the pact's own rule, so that a wrong entry is explained there and not by the browser.
        return forms.TextInput(attrs={"inputmode": "decimal"})
    if asked.kind == "date":
        return forms.DateInput(attrs={"type": "date"})
    if asked.kind == "lines":
        return forms.Textarea(attrs={"rows": 2})
    return forms.TextInput()
