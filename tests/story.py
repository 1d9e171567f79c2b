"""A small language that makes a lead's facts, so that a test says in one line what happened.

``told("captured web; handed over to Ana; 3 calls; won 12k")`` gives the facts, for tests of rules;
``story(acme, "...")`` records them in the ledger and gives the lead's id.

Phrases stand between semicolons. Each fact happens an hour after the one before, unless ``wait`` says otherwise:

    wait 3 days, wait 2 hours, wait 10 minutes
    captured web, captured trade_show by Ida
    budget=approved, email=ana@x.example       a field got a value (``budget=unknown``: it is no longer known)
    page pricing, form demo                    touches of the buyer
    action qualification_call
    qualified 70, queued capacity, queued capacity for 14 days
    handed over to Ana, handed over to Ana within 4 hours
    answer within 24 hours                     a further promise of the owner
    accepted, accepted within 15 days
    rejected too_early, recycled for 90 days, recycled until budget, woken
    call, call reached, 3 calls, 2 emails, meeting held, social sent, call reached by Sam
    reply                                      the buyer wrote
    reassigned to Bo, reassigned to Bo within 4 hours
    reminded, escalated, reminded answer
    deal, deal 12k, stage proposal, won 12k, lost price, deal 7: won 12k
    gave up, disqualified
    merged into 2, unmerged, undo              undo corrects the fact before it
"""

import json
import re
from collections.abc import Callable

from leadpact.rules.facts import Fact
from tests.company import NOW_S

HOUR_S = 3600
UNITS = {"minute": 60, "hour": HOUR_S, "day": 86_400}
PEOPLE = {"Ida": 1, "Ana": 2, "Bo": 3, "Mia": 4, "Sam": 5}
"""Ids of people in facts without a ledger."""
ROLES = {"Ida": "marketer", "Ana": "salesperson", "Bo": "other", "Mia": "marketing_head", "Sam": "sales_head"}
"""Who they are at ``tests.company``."""
PERSONAL = frozenset(("name", "company", "job_title", "email", "phone", "need", "note"))
PLURAL = {"calls": "call", "emails": "email", "meetings": "meeting", "messages": "social"}
USUAL = {"call": "no_answer", "email": "sent", "meeting": "no_show", "social": "sent"}
"""What comes of a contact when the phrase does not say."""


class Teller:
    """Makes facts of phrases, in order of time."""

    def __init__(self, lead_id: int, people: dict[str, int], start_s: int, first_seq: int = 1) -> None:
        self.lead_id = lead_id
        self.people = people
        self.now_s = start_s - HOUR_S
        self.seq = first_seq - 1
        self.facts: list[Fact] = []
        self.words: dict[int, tuple[str, str]] = {}
        self.owner: int | None = None
        self.deal_id: int | None = None

    def add(self, kind: str, side: str = "system", **columns: object) -> Fact:
        """One fact, an hour after the one before."""
        self.now_s += HOUR_S
        self.seq += 1
        fact = Fact(
            self.seq, f"fact-{self.lead_id}-{self.seq}", kind, self.now_s, self.now_s, lead_id=self.lead_id, side=side
        )
        self.facts.append(fact._replace(**columns))
        return self.facts[-1]

    def who(self, name: str | None) -> int | None:
        return self.people[name] if name else None

    def due(self, amount: str | None, unit: str | None, usual_s: int | None = None) -> int | None:
        """The deadline of a fact that is about to be added."""
        length_s = int(amount) * UNITS[unit] if amount else usual_s
        return None if length_s is None else self.now_s + HOUR_S + length_s


def _money(text: str) -> dict[str, object]:
    amount = int(text.removesuffix("k")) * (1000 if text.endswith("k") else 1)
    return {"amount_minor": amount * 100, "currency": "EUR"}


def _field(t: Teller, name: str, value: str) -> None:
    if name not in PERSONAL:
        number = float(value) if value.isdigit() else None
        t.add("described", "marketing", field=name, value_code=value, value_number=number)
        return
    fact = t.add("described", "marketing", field=name, value_code="unknown" if value == "unknown" else "known")
    if value != "unknown":
        t.words[fact.seq] = name, value


def _handed_over(t: Teller, name: str, amount: str | None, unit: str | None) -> None:
    t.owner = t.who(name)
    due_s = t.due(amount, unit)
    late = [["remind", due_s - 900], ["tell_manager", due_s], ["reassign", due_s + 7200]] if due_s else []
    payload = json.dumps({"late": late, "why": f"#{t.owner}: next in turn"})
    t.add("handed_over", "marketing", person_id=t.owner, by_id=t.people["Ida"], due_s=due_s, payload=payload, points=70)


def _contact(t: Teller, count: str | None, kind: str, outcome: str | None, name: str | None) -> None:
    kind = PLURAL.get(kind, kind)
    by = t.who(name) or t.owner or t.people["Ana"]
    side = "marketing" if name in ("Ida", "Mia") else "sales"
    for _ in range(int(count or 1)):
        t.add(kind, side, by_id=by, channel=kind, value_code=outcome or USUAL[kind])


def _reassigned(t: Teller, name: str, amount: str | None, unit: str | None) -> None:
    t.owner = t.who(name)
    t.add("reassigned", person_id=t.owner, due_s=t.due(amount, unit))


def _deal(t: Teller, kind: str, deal_id: str | None, **columns: object) -> None:
    if kind == "deal_opened" or t.deal_id is None:
        t.deal_id = t.lead_id * 10 + len({fact.deal_id for fact in t.facts} - {None})
    seller = t.owner or t.people["Ana"]
    about = int(deal_id) if deal_id else t.deal_id
    t.add(kind, "sales", deal_id=about, by_id=seller, person_id=seller, **columns)


def _accepted(t: Teller, amount: str | None, unit: str | None, need: str | None) -> None:
    payload = json.dumps({"attempts": int(need)}) if need else None
    t.add("accepted", "sales", by_id=t.owner, person_id=t.owner, due_s=t.due(amount, unit), payload=payload)


_WITHIN = r"(?: within (\d+) (minute|hour|day)s?)?"
_DEAL = r"(?:deal (\d+): )?"
_PHRASES: tuple[tuple[str, Callable[..., object]], ...] = (
    (r"wait (\d+) (minute|hour|day)s?", lambda t, n, unit: setattr(t, "now_s", t.now_s + int(n) * UNITS[unit])),
    (
        r"captured (\w+)(?: by (\w+))?",
        lambda t, source, name: t.add("captured", _side(name), source=source, by_id=t.who(name)),
    ),
    (r"(\w+)=(.+)", _field),
    (r"page (\w+)", lambda t, of: t.add("page_view", "buyer", field=of)),
    (r"form (\w+)", lambda t, of: t.add("form_filled", "buyer", field=of)),
    (r"action (\w+)", lambda t, what: t.add("action_done", "marketing", field=what, by_id=t.people["Ida"])),
    (r"qualified (\d+)", lambda t, n: t.add("qualified", "marketing", points=int(n), by_id=t.people["Ida"])),
    (
        r"queued (\w+)(?: for (\d+) (minute|hour|day)s?)?",
        lambda t, why, n, unit: t.add("queued", reason=why, due_s=t.due(n, unit)),
    ),
    (rf"handed over to (\w+){_WITHIN}", _handed_over),
    (
        r"answer within (\d+) (minute|hour|day)s?",
        lambda t, n, unit: t.add("promised", field="answer", person_id=t.owner, due_s=t.due(n, unit)),
    ),
    (rf"accepted{_WITHIN}(?: for (\d+) attempts)?", _accepted),
    (r"rejected (\w+)", lambda t, why: t.add("rejected", "sales", reason=why, by_id=t.owner, person_id=t.owner)),
    (r"recycled for (\d+) (minute|hour|day)s?", lambda t, n, unit: t.add("recycled", due_s=t.due(n, unit))),
    (r"recycled until (\w+)", lambda t, name: t.add("recycled", field=name)),
    (r"woken", lambda t: t.add("woken")),
    (r"(?:(\d+) )?(calls?|emails?|meetings?|social|messages)(?: (\w+?))??(?: by (\w+))?", _contact),
    (r"reply", lambda t: t.add("email", "buyer", channel="email", value_code="replied")),
    (rf"reassigned to (\w+){_WITHIN}", _reassigned),
    (
        r"(reminded|escalated)(?: (\w+))?",
        lambda t, kind, promise: t.add(kind, field=promise or "first_touch", person_id=t.owner),
    ),
    (
        r"deal(?: (\d+k?))?",
        lambda t, amount: _deal(t, "deal_opened", None, stage="discovery", **(_money(amount) if amount else {})),
    ),
    (rf"{_DEAL}stage (\w+)", lambda t, deal, stage: _deal(t, "stage_changed", deal, stage=stage)),
    (rf"{_DEAL}won (\d+k?)", lambda t, deal, amount: _deal(t, "won", deal, **_money(amount))),
    (rf"{_DEAL}lost (\w+)", lambda t, deal, why: _deal(t, "lost", deal, reason=why)),
    (r"gave up", lambda t: t.add("gave_up", reason="silent")),
    (r"disqualified", lambda t: t.add("disqualified", "sales", reason="no_need", by_id=t.owner)),
    (r"merged into (\d+)", lambda t, into: t.add("merged", value_number=float(into))),
    (r"unmerged", lambda t: t.add("unmerged")),
    (r"undo", lambda t: t.add("corrected", corrects_id=t.facts[-1].id)),
)


def _side(name: str | None) -> str:
    return "buyer" if name is None else "marketing" if name in ("Ida", "Mia") else "sales"


def _teller(text: str, lead_id: int, people: dict[str, int], start_s: int, first_seq: int = 1) -> Teller:
    teller = Teller(lead_id, people, start_s, first_seq)
    for phrase in filter(None, (part.strip() for part in text.split(";"))):
        for pattern, make in _PHRASES:
            found = re.fullmatch(pattern, phrase)
            if found:
                make(teller, *found.groups())
                break
        else:
            raise ValueError(f"tests/story.py does not understand {phrase!r}")
    return teller


def told(text: str, *, lead_id: int = 1, start_s: int = 0, first_seq: int = 1) -> list[Fact]:
    """The facts of a story, without a ledger; the first happens at ``start_s``, people have the ids of ``PEOPLE``."""
    return _teller(text, lead_id, PEOPLE, start_s, first_seq).facts


def words_told(text: str, *, lead_id: int = 1) -> dict[int, tuple[str, str]]:
    """The words that the same story makes known, by the seq of their fact."""
    return _teller(text, lead_id, PEOPLE, 0).words


def story(acme, text: str, *, start_s: int = NOW_S - 60 * 86_400, lead_id: int | None = None) -> int:
    """Record a story in the ledger of a company, as history that is known from then on. Gives the lead's id.

    With ``lead_id`` it goes on with a lead that is there already.
    """
    from leadpact.ledger.rulebook import Rulebook
    from leadpact.ledger.writer import Draft, recording

    people = {name: acme.people[role].pk for name, role in ROLES.items()}
    with recording(acme.now_s, scorer=Rulebook(acme.now_s)) as book:
        of = book.new_lead_id() if lead_id is None else lead_id
        teller = _teller(text, of, people, start_s)
        held = Rulebook(acme.now_s).main()
        drafts = []
        for fact in teller.facts:
            fact_id, corrects = f"{fact.id}-{start_s}", fact.corrects_id and f"{fact.corrects_id}-{start_s}"
            known = fact._replace(
                seq=0, id=fact_id, corrects_id=corrects, pact_id=held.id, pact_version=held.pact.version
            )
            words = teller.words.get(fact.seq, (None, None))[1]
            drafts.append(Draft(known, words))
        book.append(drafts)
    return of
