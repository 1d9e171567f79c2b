"""Invented people, companies and questions. Addresses end in ``.example`` and numbers are set aside for fiction."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Country:
    """A country leads come from: how often, its languages' names, and its numbers set aside for fiction."""

    code: str
    zone: str
    share: float
    first: tuple[str, ...]
    last: tuple[str, ...]
    phones: tuple[tuple[str, int], ...] = ()
    """Number ranges: what they begin with and how many digits follow."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_GERMAN = (
    _words("Nadja Jonas Miriam Tobias Elif Henrik Katrin Lukas Svenja Matthias Leonie Cem Birgit Arne Ronja Volker"),
    _words("Brandt Weil Lorenz Hartung Seidel Yıldız Krämer Ahrens Pohl Riedel Vogt Thoma Bäcker Lindner Ostermann"),
)
_ENGLISH = (
    _words("Grace Oliver Amara Dylan Priya Callum Naomi Marcus Leah Owen Imani Trevor Hazel Desmond Paige Rohan"),
    _words("Okafor Whitlock Marsh Delgado Bennett Rahman Holloway Pruitt Sinclair Osei Calloway Tran Ellery Moss"),
)
_FRENCH = (
    _words("Camille Hugo Inès Mathieu Élodie Yanis Margaux Bastien Salomé Adrien Fatou Loïc"),
    _words("Moreau Lefort Garnier Benali Rousselot Chevrier Diallo Perrault Aubert Vasseur"),
)
_DUTCH = (
    _words("Pieter Sanne Joris Femke Daan Marloes Ruben Anouk Wouter Ilse"),
    _words("Visser Hoekstra Dijkman Verhoeven Postma Zeeman Brouwer Terpstra"),
)
_NORTHERN = (
    _words("Astrid Emil Sigrid Mikkel Ingrid Oskar Freja Anders Liv Torsten"),
    _words("Lindqvist Nygaard Holmen Sandvik Dahlgren Østby Ekström Bruun"),
)
_IBERIAN = (
    _words("Tomás Inês Álvaro Lucía Rafael Marta Joaquim Pilar Duarte Nuria"),
    _words("Ferreira Castelo Navarro Queiroz Robles Teixeira Ibarra Salgado"),
)
_SLAVIC = (
    _words("Marek Zofia Pavel Tereza Janusz Alena Kacper Ivana"),
    _words("Wrona Kowalik Dvořáček Sedlář Zieliński Hájková Maj Novotná"),
)
COUNTRIES = (
    Country(
        "DE", "Europe/Berlin", 0.28, *_GERMAN,
        (("+493023125", 3), ("+496990009", 3), ("+494066969", 3), ("+492214710", 3), ("+498999998", 3)),
    ),
    Country("US", "America/New_York", 0.26, *_ENGLISH, tuple((f"+1{area}55501", 2) for area in range(202, 989, 7))),
    Country("GB", "Europe/Berlin", 0.12, *_ENGLISH, (("+442079460", 3), ("+441214960", 3), ("+441614960", 3))),
    Country("FR", "Europe/Berlin", 0.09, *_FRENCH, (("+3319900", 4), ("+3326191", 4))),
    Country("NL", "Europe/Berlin", 0.06, *_DUTCH),
    Country("CA", "America/New_York", 0.06, *_ENGLISH),
    Country("SE", "Europe/Berlin", 0.05, *_NORTHERN),
    Country("ES", "Europe/Berlin", 0.04, *_IBERIAN),
    Country("PL", "Europe/Berlin", 0.04, *_SLAVIC),
)  # fmt: skip
_STEMS = _words(
    "Bren Kal Mor Tal Vel Ost Lin Dor Fen Gal Hol Jas Lor Mer Nor Pel Quen Rav Sel Tor Ulm Var Wen Yar Zel Alt Bir "
    "Cas Del Erl Fal Gren Hal Ister Kest Lund Mar Ned Orl Pol"
)
_ENDS = _words(
    "dahl vik mark stad wick mere holm brück ridge feld moor sund burg lake tal strand fors hain gate more dale bach"
)
TRADES: dict[str, tuple[str, ...]] = {
    "logistics": _words("Logistik Freight Transport Logistics Haulage"),
    "food": _words("Foods Feinkost Mills Provisions Dairy"),
    "packaging": _words("Packaging Verpackung Cartons Emballage"),
    "machinery": _words("Maschinen Works Tooling Mécanique Gears"),
    "chemicals": _words("Chemie Coatings Resins Polymers"),
    "glass": _words("Glas Glassworks Optics Verre"),
    "retail": _words("Stores Handel Outfitters Markets"),
    "energy": _words("Energie Solar Power Grid"),
}
TITLES_HIGH = (
    "Head of Operations", "Managing Director", "Director of Supply Chain", "Owner", "Chief Operating Officer",
    "Plant Manager", "Head of Purchasing", "Logistics Manager",
)  # fmt: skip
TITLES_LOW = (
    "Buyer", "Warehouse Supervisor", "Quality Engineer", "Office Assistant", "Process Engineer", "Analyst",
    "Shift Lead", "Student", "Consultant",
)  # fmt: skip
NEEDS = (
    "Too many returns after pick-up", "Late trucks cost us a night shift", "Paper lists in the warehouse",
    "Audit in May, no trace of batches", "Two sites, two systems", "Spare parts cannot be found",
    "Planning takes a day each week", "Customers ask where their order is", "Breakages nobody can explain",
    "The old tool is switched off next year",
)  # fmt: skip
QUESTIONS = (
    "Does it talk to our accounting?", "What happens to our old data?", "Can drivers use it offline?",
    "Where is the data kept?", "How long does the set-up take?", "What does a failed pick-up cost?",
    "Can we start with one site?", "Is there a price per user?", "Who trains the night shift?",
    "Does it read our bar codes?", "How do we get out again?", "Can suppliers see their own orders?",
)  # fmt: skip
TOOLS = ("spreadsheets", "own_tool", "another_product", "paper")
PAGES = ("pricing", "product", "case_study", "blog", "integrations")
CAMPAIGNS: dict[str, tuple[str, ...]] = {
    "web_form": ("contact-page", "price-list", "checklist"),
    "paid_search": ("search-brand", "search-warehouse", "search-tracking"),
    "webinar": ("webinar-peak-season", "webinar-fewer-returns", "webinar-audit-ready"),
    "trade_show": ("stand-spring", "stand-summer", "stand-autumn", "stand-winter"),
    "referral": ("customer-referral",),
    "partner": ("partner-north", "partner-overseas"),
    "cold_call": ("list-food", "list-logistics"),
}


def slug(text: str) -> str:
    """The text as part of an address: small Latin letters, figures and hyphens."""
    spelled = text.replace("ı", "i").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("ß", "ss")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


class Names:
    """Gives out companies, people and phone numbers, none of the latter two twice."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._companies: set[str] = set()
        self._mails: dict[str, int] = {}
        self._phones: dict[str, int] = {}

    def company(self, industry: str) -> str:
        """A company that was not named before."""
        while True:
            stem = f"{self.rng.choice(_STEMS)}{self.rng.choice(_ENDS)}"
            name = f"{stem} {self.rng.choice(TRADES[industry])}"
            if len(self._companies) > 3000:
                name = f"{name} {self.rng.choice(_STEMS)}{self.rng.choice(_ENDS)}"
            if name not in self._companies:
                self._companies.add(name)
                return name

    def person(self, country: Country) -> str:
        """First and last name as people of the country might have."""
        return f"{self.rng.choice(country.first)} {self.rng.choice(country.last)}"

    def mail(self, person: str, company: str) -> str:
        """An address at the company that nobody else has."""
        mail = f"{slug(person).replace('-', '.')}@{slug(company)}.example"
        count = self._mails[mail] = self._mails.get(mail, 0) + 1
        return mail if count == 1 else mail.replace("@", f"{count}@")

    def phone(self, country: Country) -> str | None:
        """A number that nobody else has; None where no more are set aside for fiction."""
        count = self._phones[country.code] = self._phones.get(country.code, -1) + 1
        for begins, digits in country.phones:
            if count < 10**digits:
                return f"{begins}{count:0{digits}d}"
            count -= 10**digits
        return None
