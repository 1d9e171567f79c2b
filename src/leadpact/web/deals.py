"""The pages of deals: the list by stage, one deal, opening, moving, winning, losing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from leadpact.operations import deals as acts
from leadpact.queries import deals as queries
from leadpact.rules.deals_amount import read_amount
from leadpact.rules.pact_reading_money import minor_digits
from leadpact.web.door import Asked, back, door

LARGEST = Decimal(10**12)


class AmountField(forms.CharField):
    """Money as people type it, with a comma or a point; ``currency`` says how many decimals it may have."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    currency = ""

    def clean(self, value: Any) -> Any:
        """The amount, or None. Raises ``ValidationError``."""
        text = super().clean(value)
        if not text:
            return None
        amount = read_amount(text, minor_digits(self.currency))
        if amount is None or amount > LARGEST:
            example = "12000.50" if minor_digits(self.currency) else "12000"
            raise ValidationError(_("Write an amount such as 12,000 or {example}.").format(example=example))
        return amount


class OpenDeal(forms.Form):
    """A deal that begins."""

    stage = forms.ChoiceField(label=gettext_lazy("Stage"))
    amount = AmountField(
        label=gettext_lazy("Amount"), required=False, max_length=40, help_text=gettext_lazy("What it may bring.")
    )

    def __init__(self, *args: Any, offered: queries.OpenForm, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = offered.stages  # type: ignore[attr-defined]  # a choice field
        self.fields["amount"].currency = offered.currency  # type: ignore[attr-defined]  # an amount field
        self.fields["amount"].label = _("Amount in {currency}").format(currency=offered.currency)


class Amount(forms.Form):
    """What a deal was won for."""

    amount = AmountField(label=gettext_lazy("Amount"), max_length=40)

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["amount"].currency = currency  # type: ignore[attr-defined]  # an amount field


@door
def listing(request: Asked) -> HttpResponse:
    """Deals: open ones by stage, won and lost ones by date."""
    state = request.GET.get("state", "open")
    state = state if state in ("open", "won", "lost") else "open"
    stage = request.GET.get("stage", "")
    found = queries.listing(request.actor, request.now_s, state=state, stage=stage, after=request.GET.get("after", ""))
    labels = {"open": _("Open"), "won": _("Won"), "lost": _("Lost")}
    views = [{"label": labels[s], "url": f"?state={s}", "is_current": s == state} for s in labels]
    more = "?" + urlencode({"state": state, "stage": stage, "after": found.next}) if found.next else ""
    context = {"here": "deals", "found": found, "views": views, "state": state, "stage": stage, "more": more}
    context["may_open"] = request.actor.may("manage_deals")
    return render(request, "deals/list.html", context)


@door
def page(request: Asked, deal_id: int) -> HttpResponse:
    """One deal."""
    found = queries.page(request.actor, deal_id, request.now_s)
    return render(request, "deals/page.html", {"here": "deals", "deal": found, "amount": _amount_form(found)})


def _amount_form(found: queries.DealPage) -> Amount:
    known = found.line.amount_minor
    digits = minor_digits(found.line.currency)
    amount = Decimal(known).scaleb(-digits) if known is not None else None
    return Amount(initial={"amount": amount}, currency=found.line.currency)


def minor(amount: Decimal | None, currency: str) -> int | None:
    """An amount as people type it, in the currency's minor unit."""
    return None if amount is None else int((amount.scaleb(minor_digits(currency))).to_integral_value())


@door
@require_http_methods(["GET", "POST"])
def open_deal(request: Asked, lead_id: int) -> HttpResponse:
    """Open a deal on a lead."""
    offered = queries.open_form(request.actor, lead_id, request.now_s)
    form = OpenDeal(request.POST or None, offered=offered)
    if request.method == "POST" and form.is_valid():
        deal_id = acts.open_deal(
            actor=request.actor,
            lead_id=lead_id,
            stage=form.cleaned_data["stage"],
            amount_minor=minor(form.cleaned_data["amount"], offered.currency),
            currency=offered.currency,
            now_s=request.now_s,
        )
        messages.success(request, _("The deal is open."))
        return redirect("deal", deal_id)
    context = {
        "here": "deals", "form": form, "title": _("A deal with {name}").format(name=offered.lead_name), "intro": "",
        "submit": _("Open the deal"), "back_url": reverse("lead", args=[lead_id]), "columns": ["stage", "amount"],
    }  # fmt: skip
    return render(request, "form.html", context, status=422 if form.errors else 200)


@door
@require_POST
def stage(request: Asked, deal_id: int) -> HttpResponse:
    """Move a deal to another stage."""
    acts.move_stage(actor=request.actor, deal_id=deal_id, stage=request.POST.get("stage", ""), now_s=request.now_s)
    messages.success(request, _("The deal is moved."))
    return back(request)


@door
@require_POST
def won(request: Asked, deal_id: int) -> HttpResponse:
    """Win a deal for an amount."""
    found = queries.page(request.actor, deal_id, request.now_s)
    form = Amount(request.POST, currency=found.line.currency)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["amount"])))
        return redirect("deal", deal_id)
    amount = minor(form.cleaned_data["amount"], found.line.currency) or 0
    acts.win(
        actor=request.actor, deal_id=deal_id, amount_minor=amount, currency=found.line.currency, now_s=request.now_s
    )
    messages.success(request, _("Won! The scoreboard names who found it and who closed it."))
    return redirect("deal", deal_id)


@door
@require_POST
def lost(request: Asked, deal_id: int) -> HttpResponse:
    """Lose a deal with a reason."""
    acts.lose(
        actor=request.actor,
        deal_id=deal_id,
        reason=request.POST.get("reason", ""),
        note=request.POST.get("note", ""),
        now_s=request.now_s,
    )
    messages.success(request, _("Closed as lost; the reason is counted."))
    return redirect("deal", deal_id)
