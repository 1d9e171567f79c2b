"""What tests of measures start from: a PostgreSQL server, and a folder for a copy with tables that last."""

import os

import pytest

from leadpact.evidence import copy_lasting, copy_source
from tests.on_postgres import server


@pytest.fixture(scope="session")
def postgres_url():
    """That of this run, or one of their own, started once."""
    given = os.environ.get("LEADPACT_DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with server() as url:
        yield url


@pytest.fixture
def lasts_at_any_size(monkeypatch, tmp_path):
    """Small copies have lasting tables too, and they are brought up to date however many leads are touched."""
    monkeypatch.setattr(copy_source, "LASTING_FROM", 0)
    monkeypatch.setattr(copy_lasting, "MOST_OF_100", 1000)
    monkeypatch.setattr(copy_lasting, "UNUSED_DAYS", 1000)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "copy"
    place.mkdir()
    return place
