"""A demo company with a year of history whose truth is known, and a bulk of leads to measure on."""

from leadpact.demo.company import NotEmpty
from leadpact.demo.scale import bulk
from leadpact.demo.truth import TRUTH, Truth
from leadpact.demo.year import fill

__all__ = ["TRUTH", "NotEmpty", "Truth", "bulk", "fill"]
