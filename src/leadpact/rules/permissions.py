"""Who may do what: one table of roles and verbs. Every door asks here and the documentation is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Role = Literal["marketer", "salesperson", "marketing_head", "sales_head", "operator", "reader"]
Reach = Literal["own", "side", "all"]
"""Whose things a role may touch with a verb: its own, those of its side of the hand-off, or everybody's."""

ROLES: dict[str, str] = {
    "marketer": "Finds and qualifies leads and hands them over.",
    "salesperson": "Follows up the leads that are theirs, and closes.",
    "marketing_head": "Leads marketing; signs the pact for it.",
    "sales_head": "Leads sales; signs the pact for it.",
    "operator": "Runs the installation: people, keys, imports, jobs. Signs nothing.",
    "reader": "Sees the figures and the pact, no lead.",
}


@dataclass(frozen=True, slots=True)
class Verb:
    """Something that people do, in one line, and which role may do it to whose things."""

    name: str
    says: str
    reach: tuple[tuple[str, Reach], ...]


def _all(*roles: str) -> tuple[tuple[str, Reach], ...]:
    return tuple((role, "all") for role in roles)


_HEADS = ("marketing_head", "sales_head")
_MARKETING = ("marketer", "marketing_head")
_SALES: tuple[tuple[str, Reach], ...] = (("salesperson", "own"), ("sales_head", "side"))
_TEAMS: tuple[tuple[str, Reach], ...] = (
    ("marketer", "own"),
    ("salesperson", "own"),
    ("marketing_head", "side"),
    ("sales_head", "side"),
    ("operator", "all"),
)

_TABLE: tuple[Verb, ...] = (
    Verb("see_leads", "See every lead with its whole story.", _all(*_MARKETING, "sales_head", "operator")),
    Verb(
        "see_own_leads",
        "See the short list and the leads that are one's own.",
        (*_SALES, *_all(*_MARKETING, "operator")),
    ),
    Verb(
        "see_queue",
        "See the ranked queue of leads that wait for an owner.",
        _all(*_MARKETING, "salesperson", "sales_head", "operator"),
    ),
    Verb("capture_lead", "Type in a lead by hand.", _all(*_MARKETING, "salesperson", "sales_head")),
    Verb("edit_lead", "Fill in or mend what is known of a lead.", (*_SALES, *_all(*_MARKETING))),
    Verb(
        "qualify",
        "Record the short call form and the actions that the pact asks before a hand-off.",
        (*_SALES, *_all(*_MARKETING)),
    ),
    Verb("hand_over", "Hand a lead over by a step of the pact.", (*_SALES, *_all(*_MARKETING))),
    Verb("answer", "Accept a lead, or send it back with a reason.", _SALES),
    Verb("log_attempt", "Record a call, a mail, a meeting or material sent.", (*_SALES, *_all(*_MARKETING))),
    Verb("reassign", "Give a lead to another person of the team.", (("sales_head", "side"),)),
    Verb("manage_deals", "Open a deal, move its stage, win or lose it.", _SALES),
    Verb("correct_facts", "Take back an entry that was wrong.", _TEAMS),
    Verb(
        "merge_leads",
        "Say that two leads are the same buyer, and take it back.",
        (*_SALES, *_all(*_MARKETING, "operator")),
    ),
    Verb("see_scoreboard", "See the common goal, the promises and the wins.", _all(*ROLES)),
    Verb("see_evidence", "See the measures with their counts.", _all(*ROLES)),
    Verb("see_pact", "Read the pact and its versions.", _all(*ROLES)),
    Verb("propose_pact", "Propose a version of the pact.", _all(*_HEADS, "operator")),
    Verb(
        "draft_pact",
        "Begin a draft of the pact and change it with the other team.",
        _all(*_MARKETING, "salesperson", "sales_head", "operator"),
    ),
    Verb(
        "comment_pact",
        "Say something of a draft or a version of the pact, and answer.",
        _all(*_MARKETING, "salesperson", "sales_head", "operator"),
    ),
    Verb("withdraw_pact", "Take back a draft or a proposed version of the pact.", _all(*_HEADS, "operator")),
    Verb("sign_for_marketing", "Sign a version of the pact for marketing.", _all("marketing_head")),
    Verb("sign_for_sales", "Sign a version of the pact for sales.", _all("sales_head")),
    Verb("manage_absence", "Enter when somebody is away, and take it back.", (*_TEAMS, ("reader", "own"))),
    Verb("manage_hours", "Set somebody's time zone and working hours.", (*_TEAMS, ("reader", "own"))),
    Verb(
        "manage_people",
        "Invite people and set their role, team, hours and capacity; close an account.",
        _all("operator"),
    ),
    Verb("manage_company", "Set the company's name, zone, teams and mail.", _all("operator")),
    Verb("manage_keys", "Make and revoke keys for other systems.", _all("operator")),
    Verb(
        "manage_capture",
        "Make forms and write keys of trackers, and see what comes in by them.",
        _all(*_MARKETING, "sales_head", "operator"),
    ),
    Verb(
        "place_mail",
        "See mails for which no lead was found, and place or discard them.",
        _all(*_MARKETING, "salesperson", "sales_head", "operator"),
    ),
    Verb("import_data", "Bring in files of leads, deals, touches or facts.", _all(*_HEADS, "operator")),
    Verb("export_data", "Take out lists and facts as files.", _all(*_HEADS, "operator")),
    Verb(
        "forget_person",
        "Tell a buyer what is held about them, and forget them on their request.",
        _all(*_HEADS, "operator"),
    ),
    Verb("see_jobs", "See what the worker did, does and could not do.", _all("operator")),
    Verb("retry_jobs", "Let a job that failed be tried again.", _all("operator")),
)
VERBS: dict[str, Verb] = {verb.name: verb for verb in _TABLE}
_REACH: dict[tuple[str, str], Reach] = {(role, verb.name): reach for verb in _TABLE for role, reach in verb.reach}


def may(role: str, verb: str) -> bool:
    """Whether a role has a verb at all, be it only for its own things.

    Raises ``ValueError`` for a role or verb that does not exist: a misspelt one must not read as "no".
    """
    return _reach(role, verb) is not None


def may_on(role: str, verb: str, is_own: bool, same_side: bool) -> bool:
    """Whether a role may do this to a certain thing.

    ``is_own``: the thing belongs to the person asking (they own the lead, wrote the entry, are the one absent);
    ``same_side``: it belongs to somebody of their side. Raises as ``may``.
    """
    reach = _reach(role, verb)
    if reach == "side":
        return is_own or same_side
    return reach == "all" or (reach == "own" and is_own)


def reach_of(role: str, verb: str) -> Reach | None:
    """Whose things a role may touch with a verb, to narrow a list; None when it has not the verb. Raises as ``may``."""
    return _reach(role, verb)


def _reach(role: str, verb: str) -> Reach | None:
    if role not in ROLES:
        raise ValueError(_unknown("role", role, ROLES))
    if verb not in VERBS:
        raise ValueError(_unknown("verb", verb, VERBS))
    return _REACH.get((role, verb))


def _unknown(what: str, name: str, names: dict[str, str] | dict[str, Verb]) -> str:
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"choose one of {', '.join(names)}."
    return f"There is no {what} {name!r} in rules/permissions: {hint}"
