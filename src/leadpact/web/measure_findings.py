"""What heads the picture of each measure: the finding, by the key of a note or of the sentence that found it.

Of the keys listed for a measure the first that the answer has heads its picture; their texts are filled as those of
the sentences are. Nothing here says why: that takes a trial.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

FINDINGS: Mapping[str, tuple[tuple[str, Lazy], ...]] = {
    "funnel": (
        ("won", _("{won:,} of {leads:,} leads became customers")),
        ("won_month", _("{won:,} of {leads:,} leads became customers")),
        ("few", _("Too few to say: {won:,} of {leads:,} leads became customers")),
        ("few_month", _("Too few to say: {won:,} of {leads:,} leads became customers")),
    ),
    "source_quality": (
        ("clearly_above", _("Clearly above the rest: {sources}")),
        ("clearly_below", _("Clearly below the rest: {sources}")),
        ("few", _("Too few to say: {won:,} of {leads:,} leads won so far")),
        ("alike", _("No source differs beyond chance")),
        ("won", _("{share:.1%} of leads are won within {day} days")),
    ),
    "source_shares": (
        ("few", _("Too few to say: marketing developed {marketing_leads:,} of {leads:,} leads")),
        ("many_unknown", _("Of {leads:,} leads nobody knows who developed them")),
        ("shares", _("Marketing developed {marketing:.0%} of the leads, sales {sales:.0%}")),
    ),
    "referral": (
        ("few", _("Too few to say: {followed:,} of {leads:,} leads followed a link or a recommendation")),
        ("followed", _("{followed:,} of {leads:,} leads followed a link or a recommendation")),
    ),
    "audience": (
        ("few", _("Too few to say: visitors known {visitors:,}, customers {customers:,}")),
        ("driven", _("{segment}: {visitor_share:.0%} of visitors, {customer_share:.0%} of customers")),
        ("different", _("Visitors and customers are not the same crowd")),
        ("same", _("Visitors and customers look alike")),
    ),
    "readiness": (
        ("few", _("Too few deals to say: {won:,} won, {lost:,} lost")),
        ("untouched", _("No touch before the first talk is recorded in {won:,} deals won")),
        ("won", _("Buyers had gone at least {days_of_100:.0f} of 100 days before the first talk")),
    ),
    "lead_definition": (
        ("no_opinion", _("Nobody said which leads are good")),
        ("few", _("Too few to say: {judged:,} of {leads:,} leads judged by sales")),
        ("both", _("You agree on {agreed:,} of {judged:,} leads")),
        ("one_sided", _("Sales accepts {accepted:,} of {judged:,} leads that marketing calls good")),
    ),
    "acceptance": (
        ("no_criteria", _("The pact names no criterion")),
        ("few", _("Too few to say: {accepted:,} of {answered:,} accepted")),
        ("alike", _("No criterion goes with a visible difference in acceptance")),
        ("more", _("“{best}” goes most with being accepted")),
        ("less", _("“{best}” goes most with being sent back")),
    ),
    "scoring_quality": (
        ("few", _("Too few to say: {had:,} of {judged:,} leads with points succeeded")),
        ("off", _("Points no longer mean what they meant")),
        ("falls", _("Leads with {upper} points do worse than those with {lower}")),
        ("fits", _("Points still mean what they meant")),
        ("accepted", _("The accepted lead has more points {value:.0%} of the time")),
        ("won", _("The won lead has more points {value:.0%} of the time")),
    ),
    "backtrack": (
        ("few", _("Too few to say: sales went back on {back:,} of {leads:,} leads")),
        ("never", _("Sales went back for information on none of {leads:,} leads")),
        ("back", _("Sales went back for information on {back:,} of {leads:,} leads")),
    ),
    "sla_keeping": (
        ("few", _("Too few to say: {kept:,} of {due:,} kept")),
        ("kept", _("{share:.0%} of leads touched in time")),
        ("kept_half_not_reached", _("{share:.0%} of leads touched in time")),
    ),
    "promises": (
        ("few", _("No promise of marketing's can be judged yet")),
        ("part", _("Marketing's promises are judged by all leads")),
        ("judged", _("Marketing's promises kept: {kept} of {judged}")),
    ),
    "goals": (
        ("few", _("Too few months to say what the numbers do by themselves")),
        ("unjudged", _("No number can be told from chance yet")),
        ("unjudged_goals", _("Goals that should be looked at again: {stale} of {goals}")),
        ("goals", _("Goals that should be looked at again: {stale} of {goals}")),
        ("unjudged_part", _("No number can be told from chance yet")),
        ("part", _("Numbers that moved by more than they do by themselves: {moved} of {series}")),
        ("no_goals", _("Numbers that moved by more than they do by themselves: {moved} of {series}")),
    ),
    "persistence": (
        ("few", _("Too few leads with attempts to say: {leads:,}")),
        ("stop", _("Going on is worth it up to attempt {stop_after}")),
        ("stop_none", _("Not even the first attempt was worth what it costs")),
        ("no_stop", _("Every attempt up to {attempts} was worth it")),
        ("reply_above", _("Of 100 leads about {as_run:.0f} reply by attempt {attempt}")),
        ("reply_line", _("Of 100 leads about {as_run:.0f} reply by attempt {attempt}")),
        ("reply_range", _("Of 100 leads about {as_run:.0f} reply by attempt {attempt}")),
        ("reply_same", _("Of 100 leads about {as_run:.0f} reply by attempt {attempt}")),
        ("won_same", _("Of 100 leads about {as_run:.0f} are won by attempt {attempt}")),
        ("won_above", _("Of 100 leads about {as_run:.0f} are won by attempt {attempt}")),
        ("won_line", _("Of 100 leads about {as_run:.0f} are won by attempt {attempt}")),
        ("won_range", _("Of 100 leads about {as_run:.0f} are won by attempt {attempt}")),
    ),
    "speed_to_lead": (
        ("few", _("Too few to say: {fast:,} fast and {slow:,} slow leads")),
        ("no_like", _("No like leads to compare: {fast:,} fast, {slow:,} slow")),
        ("no_slow_event", _("Too few to say: {fast:,} fast and {slow:,} slow leads")),
        ("deal_differs", _("Fast leads became deals {ratio:.2f} times as often, like with like")),
        ("won_differs", _("Fast leads were won {ratio:.2f} times as often, like with like")),
        ("deal_alike", _("Like with like, fast leads do no better beyond chance")),
        ("won_alike", _("Like with like, fast leads do no better beyond chance")),
    ),
    "trials": (
        ("talked_gains", _("Being called earlier in the hour gains {points:.0f} talks in 100 leads")),
        ("talked_loses", _("Being called earlier in the hour costs {points:.0f} talks in 100 leads")),
        ("explored", _("Below the line {share:.0%} of leads are won, when somebody tries")),
        ("kept_on", _("Two more attempts reach {share:.0%} of the leads that would have been given up")),
        ("talked_alike", _("Earlier and later calls in the hour do alike")),
        ("running", _("Too few to say: {explored:,} explored, {kept_on:,} kept on, {ordered:,} in drawn order")),
    ),
    "material": (
        ("more_often", _("Deals moved on more often with {assets}")),
        ("less_often", _("Deals moved on less often with {assets}")),
        ("used", _("{unused:,} of {assets:,} pieces of material lie unused")),
        ("alike", _("No material shows a difference within the same stage")),
        ("compared", _("{compared:,} of {assets:,} pieces of material can be compared")),
    ),
    "loss_reasons": (
        ("deals_few", _("Too few lost deals to say: {lost:,}")),
        ("deals_one", _("Deals are lost most often as “{reason}”: {share:.0%}")),
        ("deals_several", _("No reason leads clearly: {reasons}")),
        ("leads_one", _("Leads end most often as “{reason}”: {share:.0%}")),
        ("leads_several", _("No reason leads clearly: {reasons}")),
        ("leads_few", _("Too few leads that ended without a deal to say: {lost:,}")),
    ),
    "success_review": (
        ("few", _("Too few deals to say: {won:,} won, {lost:,} lost")),
        ("more", _("More frequent among deals won: {traits}")),
        ("less_won", _("More frequent among deals lost: {traits}")),
        ("alike", _("Nothing sets {won:,} deals won apart from {lost:,} lost")),
    ),
    "attribution": (
        ("few", _("Too few wins to say: {wins:,}")),
        ("untouched_all", _("No touch is recorded in the {days:.0f} days before any of {wins:,} wins")),
        ("one_team", _("Every recorded touch is marketing's")),
        ("agreed", _("Marketing's share of {wins:,} wins: {share:.0%} by your rule, {low:.0%} to {high:.0%} by any")),
        ("range", _("Marketing's share of {wins:,} wins is {low:.0%} to {high:.0%}, by the rule chosen")),
    ),
}  # fmt: skip
