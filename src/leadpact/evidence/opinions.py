"""Two opinions on the same leads: what marketing says of each, and what sales does."""

from __future__ import annotations

from typing import Any

import ibis

from leadpact.evidence.handed import TAKES
from leadpact.evidence.leads import stories
from leadpact.evidence.measure import Values
from leadpact.evidence.tables import FAR_KEY, fact_key, known, one, settled, shared_of_period
from leadpact.rules.trials import EXPLORED

OPINIONS = ("good", "held_back")
ANSWERS = ("accepted", "rejected")
_KINDS = ("qualified", "handed_over", "rejected", "disqualified", *TAKES)
_KEYS = ("hand_key", "said_key", "next_key", "back_key", "taken_key")


@shared_of_period("lead_id", "since_s")
def opinions(table: Any, p: Values) -> Any:
    """One row per lead: what marketing says of it (good, held_back) and sales (accepted, rejected, none).

    Good: qualified or handed over, not only to try it out, before sales answered. Leads that sales found itself and
    that never crossed are left out: marketing has no opinion of them.
    """
    answered = _answered(table, p["as_of_s"])
    told = stories(table, p["as_of_s"]).select("lead_id", "since_s", "source", "found_by")
    both = settled(told.left_join(answered, [("lead_id", "told_id")]))
    keys = {name: both[name].fill_null(FAR_KEY) for name in _KEYS}
    leads = both.select("lead_id", "since_s", "source", is_own=one(both.found_by == "sales"), **keys)
    is_good = leads.said_key < ibis.least(leads.back_key, leads.taken_key)
    in_period = (leads.since_s >= p["since_s"]) & (leads.since_s < p["until_s"])
    leads = leads.filter(in_period & ((leads.is_own == 0) | (leads.hand_key < FAR_KEY)))
    return leads.select(
        *("lead_id", "since_s", "source"),
        marketing=is_good.ifelse("good", "held_back"),
        sales=ibis.cases(
            (leads.back_key < leads.next_key, "rejected"), (leads.taken_key < leads.next_key, "accepted"), else_="none"
        ),
    )


def _answered(table: Any, as_of_s: Any) -> Any:
    """Of leads of which either team said something: told_id and ``_KEYS``, ``FAR_KEY`` where it did not.

    said_key is marketing's first word; next_key the second hand-off; back_key and taken_key the first answers of
    sales after the first hand-off, or at all where the lead was never handed over.
    """
    told = known(table, as_of_s, _KINDS, ("reason",))
    told = told.select("lead_id", "kind", "side", "reason", key=fact_key(told))
    is_crossed = (told.kind == "handed_over") & (told.reason.fill_null("") != EXPLORED)
    per = told.group_by(told_id="lead_id").agg(
        hand_key=_least(told, told.kind == "handed_over"),
        said_key=_least(told, is_crossed | (told.kind == "qualified")),
    )
    per = per.mutate(start_key=(per.hand_key < FAR_KEY).ifelse(per.hand_key, 0))
    later = told.filter(told.kind != "qualified").select("lead_id", "kind", "side", "key")
    both = settled(later.join(per, [("lead_id", "told_id")]))
    is_no = (both.kind == "rejected") | ((both.kind == "disqualified") & (both.side == "sales") & (both.start_key == 0))
    is_after = both.key > both.start_key
    answers = both.group_by(answered_id="lead_id").agg(
        next_key=_least(both, is_after & (both.kind == "handed_over")),
        back_key=_least(both, is_after & is_no),
        taken_key=_least(both, is_after & both.kind.isin(list(TAKES))),
    )
    found = settled(per.left_join(answers, [("told_id", "answered_id")]))
    return found.select("told_id", **{name: found[name].fill_null(FAR_KEY) for name in _KEYS})


def _least(told: Any, condition: Any) -> Any:
    return condition.ifelse(told.key, FAR_KEY).min()
