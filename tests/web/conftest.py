"""What the tests of pages share."""

import pytest

from leadpact.web import drawn_once


@pytest.fixture(autouse=True)
def nothing_drawn():
    """Every test has a ledger of its own, and nothing was drawn of it."""
    drawn_once.forget()
