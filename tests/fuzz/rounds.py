"""Running one fuzz test for a while, each round from another seed."""

import os
import time
from itertools import count

from hypothesis import HealthCheck, given, seed, settings


def rounds(check, *given_by, seconds, examples=80, **named):
    """Give a check examples until the time is over; at least one round. What fails is shown by Hypothesis, made small.

    ``LEADPACT_FUZZ_SECONDS`` gives each check another time.
    """
    end = time.monotonic() + float(os.environ.get("LEADPACT_FUZZ_SECONDS", seconds))
    for number in count():
        run = settings(
            max_examples=examples,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        )(given(*given_by, **named)(check))
        seed(number)(run)()
        if time.monotonic() > end:
            return
