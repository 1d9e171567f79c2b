"""Whether the installation is well: each check says what it saw and, where it warns, the cure."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import Company, HolidayYear, Job, Person
from leadpact.ledger.rulebook import in_force
from leadpact.queries.handoff import MOST
from leadpact.queries.jobs import LATE_S, jobs_page
from leadpact.queries.pact_order import count_uncovered

SAFE_SQLITE = (3, 51, 3)
"""Before this one, resetting the write-ahead log could lose data."""
LEAST_FREE_BYTES = 1_000_000_000
NEEDED = ("disk", "database", "SQLite", "tables")
"""Checks without which nothing works; the others are advice."""


class Check(NamedTuple):
    """One look at the installation; ``cure`` is empty when all is well."""

    name: str
    is_well: bool
    says: str
    cure: str = ""


def checks(now_s: int) -> list[Check]:
    """Look at everything. Never raises for what is wrong: that is what it reports."""
    found = [_python(), _home()]
    database = _database()
    found += database
    if not all(check.is_well for check in database if check.name in ("database", "tables")):
        return found
    return found + [check(now_s) for check in _INSIDE]


def _python() -> Check:
    return Check("Python", True, platform.python_version())


def _home() -> Check:
    usage = shutil.disk_usage(settings.HOME)
    free = f"{usage.free / 1e9:,.1f} GB free in {settings.HOME}"
    if usage.free < LEAST_FREE_BYTES:
        return Check("disk", False, free, "Make room, or move the home folder and name it in LEADPACT_HOME.")
    return Check("disk", True, free)


def _database() -> list[Check]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        executor = MigrationExecutor(connection)
        missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except Error as error:
        cure = "Check LEADPACT_DATABASE_URL, and that the server runs and lets this user in."
        return [Check("database", False, " ".join(str(error).split()), cure)]
    tables = (
        Check("tables", False, f"{missing} changes are not made yet", "Run: leadpact migrate")
        if missing
        else Check("tables", True, "up to date")
    )
    return [_version(), tables]


def _version() -> Check:
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            return Check("database", True, f"PostgreSQL {cursor.fetchone()[0]}")
    says = (
        f"SQLite {sqlite3.sqlite_version} ({sqlite3.__name__.split('.')[0]}) in {settings.DATABASES['default']['NAME']}"
    )
    if sqlite3.sqlite_version_info < SAFE_SQLITE:
        wanted = ".".join(map(str, SAFE_SQLITE))
        return Check(
            "SQLite", False, says, f"Install the package pysqlite3, or a Python with SQLite {wanted} or later."
        )
    return Check("SQLite", True, says)


def _company(_now_s: int) -> Check:
    name = Company.objects.values_list("name", flat=True).first()
    if name is None:
        return Check("company", False, "not set up", "Run leadpact start --empty and fill in the first page.")
    return Check("company", True, name)


def _pact(now_s: int) -> Check:
    held = in_force(now_s)
    if not held:
        return Check("pact", False, "none is in force", "Propose one and let a head of each team sign it.")
    uncovered = count_uncovered()
    if uncovered:
        says = f"{'more than 1,000' if uncovered > MOST else uncovered} open leads are covered by no pact"
        cure = "See them among the leads under No pact covers; widen what a pact covers, or sign one for them."
        return Check("pact", False, says, cure)
    return Check("pact", True, ", ".join(f"{each.pact.name}, version {each.pact.version}" for each in held))


def _holidays(now_s: int) -> Check:
    codes = {each.pact.time.holidays for each in in_force(now_s)} | set(
        Person.objects.filter(can_sign_in=True, is_active=True).values_list("country", flat=True)
    )
    codes.discard("")
    if not codes:
        return Check("holidays", True, "no calendar of holidays is in use")
    year = datetime.fromtimestamp(now_s, UTC).year + 1
    known = set(HolidayYear.objects.filter(code__in=codes, year=year, is_known=True).values_list("code", flat=True))
    missing = sorted(codes - known)
    if missing:
        says = f"{', '.join(missing)}: the days of {year} are not known"
        return Check(
            "holidays", False, says, "The worker keeps them once a day; update the package holidays if it cannot."
        )
    return Check("holidays", True, f"{', '.join(sorted(codes))} known to the end of {year}")


def _worker(now_s: int) -> Check:
    turns = Job.objects.filter(every_s__isnull=False)
    if not turns.exists():
        return Check("worker", False, "has never run", "Run leadpact serve or leadpact work, and leave it running.")
    page = jobs_page(SYSTEM, now_s)
    late = [job.name for job in page.jobs if job.state == "late"]
    if late:
        says = f"{', '.join(late[:3])} should have run more than {LATE_S // 60} minutes ago"
        return Check("worker", False, says, "Run leadpact serve or leadpact work, and leave it running.")
    return Check("worker", True, "does what is due")


def _failed(now_s: int) -> Check:
    page = jobs_page(SYSTEM, now_s)
    wrong = [job for job in page.jobs if job.state in ("failed", "failing")]
    if wrong:
        says = f"{len(wrong)} failed; {wrong[0].name}: {' '.join(wrong[0].error.split())[:200]}"
        return Check("jobs", False, says, "The page Jobs has them with their errors.")
    return Check("jobs", True, "none failed")


def _mail(_now_s: int) -> Check:
    if not settings.MAIL_IS_SET:
        return Check("mail", False, "not set: notices stay in the app", "Set LEADPACT_SMTP_URL and LEADPACT_MAIL_FROM.")
    return Check("mail", True, f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}")


_INSIDE: tuple[Callable[[int], Check], ...] = (_company, _pact, _holidays, _worker, _failed, _mail)
