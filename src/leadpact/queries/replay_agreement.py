"""Whether judging the past gives what was said then: every gate that opened, by the pact that it names."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from leadpact.evidence.handed import NO_POINTS
from leadpact.evidence.judged import TRIED
from leadpact.evidence.scores import scoring_of
from leadpact.evidence.tally import tally
from leadpact.ledger.models import PactVersion
from leadpact.ledger.rulebook import NoPact, read_version
from leadpact.queries.replay_ground import Ground, ground, marked
from leadpact.queries.replay_shapes import Agreement, Differs
from leadpact.queries.replay_words import kept_back

MOST_LISTED = 20


def agreement(since_s: int, now_s: int) -> Agreement:
    """Judge every gate that opened since an instant by the pact it names, and compare."""
    found = ground(since_s, now_s, is_gates=True)
    if found.agreed is None:
        found.agreed = _agreement(found)
    return found.agreed


def _agreement(of: Ground) -> Agreement:
    gates = of.leads
    same = judged = 0
    differs: list[Differs] = []
    is_told = (gates.points != NO_POINTS) & ~gates.has(TRIED)
    for row in PactVersion.objects.filter(pk__in=np.unique(gates.version[is_told]).tolist()).order_by("pk"):
        own = is_told & (gates.version == row.pk)
        try:
            pact = read_version(row).pact
        except NoPact:  # What can no longer be judged does not agree.
            judged += int(own.sum())
            continue
        scoring = scoring_of(pact)
        told = tally(scoring, len(gates), marked(of, scoring.asked))
        agrees = own & told.passes & (told.total == gates.points)
        judged += int(own.sum())
        same += int(agrees.sum())
        for place in np.flatnonzero(own & ~agrees)[: MOST_LISTED - len(differs)].tolist():
            at = datetime.fromtimestamp(int(gates.hand_s[place]), UTC)
            differs.append(
                Differs(
                    int(gates.lead_id[place]), at, row.version, int(gates.points[place]), int(told.total[place]),
                    kept_back(int(told.kept_by[place])),
                )
            )  # fmt: skip
    tried = int(gates.has(TRIED).sum())
    return Agreement(same, judged, len(gates) - judged - tried, tuple(differs))
