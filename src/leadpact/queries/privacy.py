"""The statement for a works council: what is recorded of whom, who sees it and how long, made from the signed pact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Company, PactVersion
from leadpact.ledger.rulebook import parsed
from leadpact.queries.leads import at
from leadpact.rules.pact import LateStep, Pact
from leadpact.rules.privacy import manager_is_told


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what is said under it, sentence by sentence; ``lead`` comes before them."""

    title: str
    lead: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of one version. ``in_effect_at`` is None for a version that nobody signed yet."""

    pact_id: int
    company: str
    name: str
    version: int
    in_effect_at: datetime | None
    parts: tuple[Part, ...]

    def as_text(self) -> str:
        """The same as plain text."""
        head = _("What Leadpact records of people: {company}, {name}, version {version}").format(
            company=self.company, name=self.name, version=self.version
        )
        parts = ["\n".join([part.title, *([part.lead] if part.lead else []), *(f"- {one}" for one in part.says)])
                 for part in self.parts]  # fmt: skip
        return "\n\n".join([head, *parts])


def statement(actor: Actor, pact_id: int) -> Statement:
    """The statement of a version of the pact. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "see_pact")
    row = PactVersion.objects.filter(pk=pact_id).first()
    if row is None:
        raise access.Unknown(f"There is no pact {pact_id}.")
    pact, _card = parsed(row)
    company = Company.objects.values_list("name", flat=True).first() or ""
    parts = (_recorded(), _seen(pact), _late(pact), _kept(pact), _never(), _trials(pact), _change())
    in_effect_at = at(row.effective_s) if row.effective_s is not None else None
    return Statement(row.pk, company, row.name, row.version, in_effect_at, parts)


def _recorded() -> Part:
    return Part(
        _("What is recorded, and of whom"),
        _("Leadpact keeps what happened to leads. Where a person did it, the person's number stands beside it."),
        (
            _("Sales: which leads somebody took or sent back, with the agreed reason; calls, mails, meetings and "
              "messages to buyers with the time and what came of them; material sent; deals opened, moved, won, lost."),
            _("Marketing: which leads somebody found, filled in, qualified and handed over, and when."),
            _("For each hand-off: by when it was to be answered and followed up by the pact, and whether it was."),
            _("Of everybody: name, e-mail, role, team, manager, working hours, days of absence without their reason, "
              "and how many leads somebody takes."),
            _("Heads and operators: what they proposed, signed, imported and changed."),
            _("Not recorded: what is said in calls, what mails say unless somebody notes it, where people are, and "
              "what they do on their computers."),
        ),
    )  # fmt: skip


def _seen(pact: Pact) -> Part:
    people = pact.people
    figures = {
        "own": _("What one person did, counted, is seen by that person alone."),
        "own_and_team": _("What one person did, counted, is seen by that person and by the head of the team."),
        "all": _("What one person did, counted, is seen by everybody of the company who uses Leadpact."),
    }[people.figures]
    late = {
        "owner": _("That a promise of one person nears or passes its deadline is seen by that person alone."),
        "owner_and_manager": _("That a promise of one person nears or passes its deadline is seen by that person, "
                               "the person's manager and the head of the team."),
        "team": _("That a promise of one person nears or passes its deadline is seen by the person's own team."),
    }[people.individual_late]  # fmt: skip
    return Part(
        _("Who sees what"),
        "",
        (
            figures,
            late,
            _("What a whole team did is seen by both teams. Of a part of it, such as one source or one week, nothing "
              "is shown when fewer than {n} people stand behind it, unless that is the whole team.").format(
                n=people.smallest_group),
            _("How the promises of this pact and its goals stand is counted over the whole team for the whole period, "
              "and shown however few people had a lead in it so far."),
            _("Who may open a lead reads its story: what was done, when and by whom."),
            _("Everybody sees their own figures at any time."),
            _("Whoever operates the machine can read the database. In this company these are the people with the "
              "role operator."),
        ),
    )  # fmt: skip


def _late(pact: Pact) -> Part:
    steps = pact.follow_up.if_late
    says = tuple(_step(step, pact) for step in steps)
    return Part(
        _("What happens when a promise runs late"),
        _("Deadlines count in each person's own working hours; holidays and absences stop the clock."),
        says or (_("Nothing by itself."),),
    )


def _step(step: LateStep, pact: Pact) -> str:
    when = (
        _("{time} after the deadline").format(time=step.after)
        if step.after is not None
        else _("at {percent}% of the time").format(percent=step.at_percent)
    )
    if step.act == "remind":
        return _("{when}: the owner of the lead is reminded.").format(when=when)
    if step.act == "reassign":
        return _("{when}: the lead goes to somebody else of the team, by the agreed order.").format(when=when)
    if manager_is_told(pact.people):
        return _("{when}: the person's manager, or the head of the team, is told of this lead.").format(when=when)
    return _("{when}: the owner is told again, and nobody else.").format(when=when)


def _kept(pact: Pact) -> Part:
    return Part(
        _("For how long"),
        "",
        (
            _("Names of colleagues stand beside what happened for {time}. What is older is told of “a salesperson” or "
              "“a marketer”; only to oneself one's own name stays.").format(time=pact.people.names_kept),
            _("The record itself holds numbers in place of names and is kept, so that counts stay right."),
            _("Signatures under a pact keep their names, as on paper."),
            _leads_kept(pact),
        ),
    )  # fmt: skip


def _leads_kept(pact: Pact) -> str:
    kept = pact.people.leads_kept
    if kept is None:
        return _("Buyers are forgotten when they ask for it. By their age none is forgotten: no time is agreed.")
    return _("Buyers are forgotten when they ask for it, and {time} after the last that happened with them; not while "
             "they are customers, have an open deal, are with sales or have a promise running. Two weeks before, "
             "heads and operators see who it is.").format(time=kept)  # fmt: skip


def _never() -> Part:
    return Part(
        _("What is never done"),
        "",
        (
            _("People are not ranked. There is no list of the best or the worst, and none can be made in Leadpact."),
            _("No decision about a person is made by the machine. It gives leads to people by an agreed order and "
              "their free places; it judges leads, not people."),
            _("A difference between people is pointed out only where chance does not explain it, and only to those "
              "who see the figures of these people anyway."),
            _("Goals are goals of teams. There are none of single people."),
        ),
    )  # fmt: skip


def _trials(pact: Pact) -> Part:
    trials = pact.trials
    says: list[str] = []
    if trials.explored_slice:
        says.append(
            _("{share} of the leads under the line are handed over all the same, drawn by chance, to learn whether "
              "the line is right{most}. For people this means some leads that look weaker.").format(
                most=_most(trials.explored_most),
                share=_percent(trials.explored_slice))
        )  # fmt: skip
    if trials.persistence:
        says.append(
            _("Of {share} of the leads about to be given up further attempts are asked, drawn by chance. For people "
              "this means a few more calls.").format(share=_percent(trials.persistence))
        )  # fmt: skip
    if trials.shuffled_call_order:
        says.append(_("The order of the short list is drawn by chance. Nobody's deadline or number of leads changes."))
    if not says:
        return Part(_("Trials"), "", (_("None runs."),))
    says.append(_("Chance draws leads, never people. Results are shown for leads together. Which lead is in a trial is "
                  "not shown; that the trial runs is said to all, as here."))  # fmt: skip
    if trials.explored_slice:
        says.append(_("While it runs, people of sales see no points, reasons or ranking of the leads they have or are "
                      "about to get, so that nobody can tell which of them was let through by chance. Points come "
                      "back when a lead is won, lost, closed or sent back."))  # fmt: skip
    return Part(_("Trials that run"), _("A trial sets a few leads aside by chance, to know what works."), tuple(says))


def _most(leads: int | None) -> str:
    return "" if leads is None else _(", at most {n} a week").format(n=leads)


def _percent(share: float) -> str:
    return f"{share:.3%}".rstrip("0%").rstrip(".") + "%" if share * 100 % 1 else f"{share:.0%}"


def _change() -> Part:
    return Part(
        _("How this changes"),
        "",
        (
            _("Only by a new version of the pact, which a head of each team signs. Everybody can read every version."),
            _("With several pacts in force the strictest line of any of them holds for all."),
        ),
    )


__all__ = ["Part", "Statement", "statement"]
