"""The truth of the simulated market, in numbers, so that every measure can be held against it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where leads come from, and what they are truly worth.

    ``share`` of all leads; ``by_sales`` is the share that sales finds; ``hot`` and ``fits`` are the chances that
    a lead is hot, and that its company is of the right kind; ``asks_demo`` the chance that a hot one asks for a
    demo (a cold one: a tenth of it); ``days_to_win`` the median length of a won deal.
    """

    code: str
    share: float
    by_sales: float
    hot: float
    fits: float
    asks_demo: float
    days_to_win: float


@dataclass(frozen=True, slots=True)
class Kind:
    """How hot or cold leads behave once they are in somebody's hands.

    ``answers`` is the chance that an attempt made in time is answered, ``refused`` that sales sends the lead back
    unseen, ``dropped`` that sales stops after an unanswered attempt (from ``Truth.drops_from`` on). Of those who
    answer ``deal`` become a deal, of deals ``won`` are won. ``ripens`` is the chance that a lead which comes
    forward again has become hot.
    """

    answers: float
    refused: float
    dropped: float
    deal: float
    won: float
    reached_by_marketing: float
    ripens: float


@dataclass(frozen=True, slots=True)
class Truth:
    """All chances of the simulation.

    Times in working hours are in the person's own hours. ``late_answers`` is the factor on ``Kind.answers`` for
    every attempt on a hand-off whose first touch came after its deadline: what speed is truly worth.
    """

    sources: tuple[Source, ...] = (
        Source("web_form", 0.27, 0.0, 0.34, 0.62, 0.30, 24.0),
        Source("paid_search", 0.22, 0.0, 0.18, 0.50, 0.22, 22.0),
        Source("webinar", 0.17, 0.0, 0.25, 0.64, 0.08, 45.0),
        Source("trade_show", 0.14, 0.10, 0.30, 0.70, 0.05, 70.0),
        Source("referral", 0.07, 0.50, 0.55, 0.80, 0.15, 32.0),
        Source("partner", 0.05, 0.0, 0.38, 0.72, 0.10, 38.0),
        Source("cold_call", 0.08, 1.0, 0.16, 0.74, 0.02, 52.0),
    )
    hot: Kind = Kind(0.30, 0.04, 0.07, 0.62, 0.46, 0.62, 1.0)
    cold: Kind = Kind(0.07, 0.15, 0.30, 0.15, 0.20, 0.42, 0.22)
    late_answers: float = 0.67
    drops_from: int = 3
    """Nobody stops before so many attempts."""
    most_attempts: int = 9
    """Everybody stops after so many."""
    in_time: tuple[float, ...] = (0.97, 0.95, 0.93, 0.92, 0.90, 0.86, 0.82, 0.72)
    """The chance of each salesperson, by order of age in the company, to make the first touch in time."""
    untouched: tuple[tuple[float, float], ...] = ((6.0, 0.9), (11.0, 0.5))
    """Sales has had a full day: of the leads handed over in the last so many of the company's working hours this
    share is not touched by the end, whatever their owner's habit. So today's short lists have leads that are due
    soon and leads that are late."""
    marketing_tries: int = 3
    """How often marketing calls a new lead."""
    says_no: float = 0.06
    """The chance that a cold lead reached by marketing wants no contact or can never buy."""
    shows: int = 4
    """Trade shows in the year, by turns on both continents; the last one, overseas, ended eight days before now."""
    at_shows: float = 0.85
    """The share of the source ``trade_show`` that comes on the days of these; the rest comes from small ones."""

    def kind(self, *, is_hot: bool) -> Kind:
        """How a hot or a cold lead behaves."""
        return self.hot if is_hot else self.cold

    def source(self, code: str) -> Source:
        """The source of that code."""
        return next(source for source in self.sources if source.code == code)

    def answered_by(self, attempts: int, hot_share: float) -> float:
        """Share of leads answering by so many attempts, were they all in time and nobody dropped.

        ``hot_share`` is the share of hot ones among the leads at the first attempt. It is what the persistence
        curve "had everybody been kept" estimates.
        """
        return sum(
            share * (1 - (1 - kind.answers) ** attempts)
            for share, kind in ((hot_share, self.hot), (1 - hot_share, self.cold))
        )


TRUTH = Truth()
"""The truth of every demo company; the seed only decides how chance falls."""
