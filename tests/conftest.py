"""A home for the tests, and data bases that may be emptied although facts are append-only."""

import gc
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings as examples

# Every run tries the same examples, so that a change is judged by what it changed; `make test-long` draws others.
examples.register_profile("same", derandomize=True)
examples.register_profile("others", derandomize=False)
examples.load_profile(os.environ.get("LEADPACT_EXAMPLES", "same"))

os.environ.setdefault("LEADPACT_HOME", tempfile.mkdtemp(prefix="lp-test-"))
os.environ["LEADPACT_WORKER"] = "off"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the thread of the tests.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # Each process has a core: more threads take turns, and wait busily.

# The tests are read and made ready once, and not in each process of each run, whatever the surroundings say.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
gc.set_threshold(50_000, 20, 20)  # Much is made and thrown away: looking for rings seldom saves a tenth of the time.

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"


TESTS = Path(__file__).resolve().parent
OF_MEASURES = (
    "cli/test_evidence_bad_input", "evidence/measures/test_on_engines",
    "evidence/test_chosen", "evidence/test_company", "evidence/test_copy",
    "evidence/test_coverage", "evidence/test_export", "evidence/test_golden_sql", "evidence/test_on_postgres", "evidence/test_panels",
    "evidence/test_scale", "evidence/test_shared", "evidence/test_second_hand", "evidence/test_simulated", "evidence/test_svg",
    "evidence/test_warehouse", "operations/test_copy", "operations/test_refresh", "queries/test_evidence",
    "web/test_evidence", "web/test_measure_pictures",
)  # fmt: skip
"""Where every measure is asked again: on each engine, by a second hand, with each filter, on each page. A run of its own
(``make test-measures``); each measure's own tests and the published cases stay in the ordinary suite."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what asks every measure again."""
    for item in items:
        if item.path.is_relative_to(TESTS) and item.path.relative_to(TESTS).as_posix().startswith(OF_MEASURES):
            item.add_marker("measures")


@pytest.fixture(scope="session", autouse=True)
def _compiled_once():
    from tests.compiled_once import keep_compiled

    keep_compiled()


@pytest.fixture(scope="session", autouse=True)
def _static_once():
    from tests.static_once import keep_static

    keep_static()


@pytest.fixture(scope="session")
def shared_data():
    """The folder of public data sets beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the folder shared/data is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Fast hashing, and a SQLite file instead of memory, so that threads can meet."""
    from django.db import connections

    from tests.company import hash_quickly

    if connections["default"].vendor == "sqlite":
        connections["default"].settings_dict["TEST"]["NAME"] = (
            f"{os.environ['LEADPACT_HOME']}/test-{os.getpid()}.sqlite3"
        )

    hash_quickly()


@pytest.fixture
def emptied_db(transactional_db):
    """A database with real commits, emptied afterwards although facts refuse to be deleted."""
    from django.db import connection

    if connection.vendor == "postgresql":
        _run("ALTER TABLE facts ENABLE TRIGGER USER")
    yield
    if connection.vendor == "postgresql":  # They stay off: Django truncates the tables after this.
        _run("ALTER TABLE facts DISABLE TRIGGER USER", "DELETE FROM facts")
    else:
        from leadpact.ledger.append_only import SQLITE, SQLITE_OFF

        _run(*SQLITE_OFF, "DELETE FROM facts", *SQLITE)


def _run(*statements):
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
