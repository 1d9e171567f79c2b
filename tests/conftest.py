"""A home for the tests, and data bases that may be emptied although facts are append-only."""

import os
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("LEADPACT_HOME", tempfile.mkdtemp(prefix="lp-test-"))
os.environ["LEADPACT_WORKER"] = "off"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the thread of the tests.

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data():
    """The folder of public data sets beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the folder shared/data is not beside this checkout")
    return SHARED
