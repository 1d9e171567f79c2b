"""The simulated buyers: who they are, what is true of them, and when they are first heard of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

from leadpact.demo.names import CAMPAIGNS, COUNTRIES, NEEDS, TITLES_HIGH, TITLES_LOW, TOOLS, TRADES, Country, Names
from leadpact.demo.truth import Source, Truth

DAY_S = 86_400
SHOW_DAYS = 2
LAST_SHOW_DAYS = 8
"""The last trade show ended so many days before now."""
_BUDGETS = ("approved", "planned", "none")
_SAY = ("decides", "influences", "none")
_CHANNELS = {"web_form": "web", "paid_search": "web", "webinar": "event", "trade_show": "event", "cold_call": "call"}
_ACCOUNT_AGAIN = 0.18
"""Share of buyers whose company is known from an earlier lead."""


@dataclass(slots=True)
class Firm:
    """A company that buyers work for; ``at`` is its place in the list of firms."""

    at: int
    name: str
    country: Country
    industry: str
    fits: bool
    employees: int


@dataclass(slots=True)
class Buyer:
    """One buyer with all that is true of them, known to nobody; ``captured_s`` is when they are first heard of."""

    captured_s: int
    source: Source
    campaign: str
    by_sales: bool
    is_hot: bool
    firm: Firm
    name: str
    mail: str
    phone: str | None
    title: str
    need: str
    budget: str
    authority: str
    timeframe_months: int
    tool: str
    asks_demo: bool
    told: dict[str, str]
    """What is known at capture."""

    @property
    def channel(self) -> str:
        """How the first word came."""
        return _CHANNELS.get(self.source.code, "email")

    def answers(self, rng: Random) -> dict[str, str]:
        """What marketing learns in a short call; the odd question stays unanswered."""
        values = {
            "budget": self.budget,
            "authority": self.authority,
            "timeframe_months": str(self.timeframe_months),
            "need": self.need,
            "company": self.firm.name,
            "employees": str(self.firm.employees),
            "job_title": self.title,
            "tool_today": self.tool,
        }
        rare = {"tool_today": 0.35, "employees": 0.7, "job_title": 0.8}
        return {name: text for name, text in values.items() if rng.random() < rare.get(name, 0.93)}

    def ripen(self, rng: Random) -> None:
        """Become hot, with the means and the time that go with it."""
        self.is_hot = True
        self.budget = rng.choice(_BUDGETS[:2])
        self.timeframe_months = rng.randint(1, 6)


def buyers(rng: Random, truth: Truth, count: int, start_s: int, now_s: int) -> list[Buyer]:
    """All buyers of the year in the order in which they are first heard of."""
    found: list[tuple[int, Source, str | None]] = []
    for source in truth.sources:
        for _ in range(round(source.share * count)):
            if source.code == "trade_show" and rng.random() < truth.at_shows:
                at_s, zone = _at_show(rng, truth, start_s, now_s)
                found.append((at_s, source, zone))
            else:
                found.append((_on_a_day(rng, start_s, now_s), source, None))
    found.sort(key=lambda each: (each[0], each[1].code))
    names = Names(rng)
    firms: list[Firm] = []
    return [_buyer(rng, names, firms, at_s, source, zone) for at_s, source, zone in found]


def _on_a_day(rng: Random, start_s: int, now_s: int) -> int:
    """An instant of the year: more towards its end, fewer at weekends and at night."""
    while True:
        part = rng.random()
        if rng.random() > 0.75 + 0.25 * part:
            continue
        at_s = start_s + int(part * (now_s - start_s))
        local = datetime.fromtimestamp(at_s, UTC)
        busy = 1.0 if 7 <= local.hour < 20 else 0.12
        if rng.random() < busy * (0.25 if local.weekday() >= 5 else 1.0):
            return at_s


def _at_show(rng: Random, truth: Truth, start_s: int, now_s: int) -> tuple[int, str]:
    """An instant on one of the trade shows, and whose continent it is on: by turns, the last one overseas."""
    apart = (now_s - start_s - 30 * DAY_S) // truth.shows
    back = rng.randrange(truth.shows)
    ends_s = now_s - LAST_SHOW_DAYS * DAY_S - back * apart
    day_s = (ends_s // DAY_S - rng.randint(1, SHOW_DAYS)) * DAY_S
    return day_s + rng.randint(9 * 3600, 17 * 3600), ("America/New_York", "Europe/Berlin")[back % 2]


def _buyer(rng: Random, names: Names, firms: list[Firm], at_s: int, source: Source, zone: str | None) -> Buyer:
    is_hot = rng.random() < source.hot
    firm = _firm(rng, names, firms, source, zone)
    name = names.person(firm.country)
    is_high = rng.random() < (0.75 if is_hot else 0.45)
    weights = ((50, 38, 12), (45, 45, 10)) if is_hot else ((8, 37, 55), (20, 40, 40))
    phone = names.phone(firm.country)
    title = rng.choice(TITLES_HIGH if is_high else TITLES_LOW)
    need = rng.choice(NEEDS)
    mail = names.mail(name, firm.name)
    person = {"name": name, "email": mail, "phone": phone or "", "job_title": title, "need": need}
    return Buyer(
        captured_s=at_s,
        source=source,
        campaign=_campaign(rng, source, at_s),
        by_sales=rng.random() < source.by_sales,
        is_hot=is_hot,
        firm=firm,
        name=name,
        mail=mail,
        phone=phone,
        title=title,
        need=need,
        budget=rng.choices(_BUDGETS, weights[0])[0],
        authority=rng.choices(_SAY, weights[1])[0],
        timeframe_months=rng.randint(1, 7) if is_hot else rng.randint(4, 18),
        tool=rng.choice(TOOLS),
        asks_demo=rng.random() < (source.asks_demo if is_hot else source.asks_demo / 10),
        told=_told(rng, source, firm, person),
    )


def _told(rng: Random, source: Source, firm: Firm, person: dict[str, str]) -> dict[str, str]:
    """What is known at capture: more from a stand than from a form."""
    by_form = source.code in ("web_form", "paid_search", "webinar")
    chances = {"phone": 0.5 if by_form else 0.8, "job_title": 0.75, "need": 0.0 if by_form else 0.4}
    values = {name: text for name, text in person.items() if text and rng.random() < chances.get(name, 1.0)}
    values["country"] = firm.country.code
    if rng.random() < (0.94 if by_form else 1.0):
        values["company"] = firm.name
    if rng.random() < (0.45 if by_form else 0.7):
        values["employees"] = str(firm.employees)
    if rng.random() < 0.6:
        values["industry"] = firm.industry
    return values


def _campaign(rng: Random, source: Source, at_s: int) -> str:
    campaigns = CAMPAIGNS[source.code]
    if source.code == "trade_show":
        return campaigns[(datetime.fromtimestamp(at_s, ZoneInfo("UTC")).month % 12) // 3]
    return rng.choice(campaigns)


def _firm(rng: Random, names: Names, firms: list[Firm], source: Source, zone: str | None) -> Firm:
    if firms and zone is None and rng.random() < _ACCOUNT_AGAIN:
        return rng.choice(firms)
    country = _drawn(rng, [each for each in COUNTRIES if zone in (None, each.zone)])
    industry = rng.choice(tuple(TRADES))
    fits = rng.random() < source.fits
    if fits:
        employees = round(20 * 25 ** rng.random())
    else:
        employees = rng.randint(2, 19) if rng.random() < 0.7 else rng.randint(501, 4000)
    firm = Firm(len(firms), names.company(industry), country, industry, fits, employees)
    firms.append(firm)
    return firm


def _drawn(rng: Random, countries: Sequence[Country]) -> Country:
    return rng.choices(countries, [country.share for country in countries])[0]
