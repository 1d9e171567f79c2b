"""A PostgreSQL server for the tests of measures: that of this run, or one of their own, started once."""

import os

import pytest

from tests.on_postgres import server


@pytest.fixture(scope="session")
def postgres_url():
    given = os.environ.get("LEADPACT_DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with server() as url:
        yield url
