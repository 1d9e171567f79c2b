"""Filling the demo company: the same seed gives the same year, and progress is told."""

from django.db import connection, transaction

from leadpact import demo

NOW_S = 1_780_387_200
COLUMNS = (
    "id, kind, occurred_s, side, channel, source, field, value_code, points, reason, due_s, worked_s, amount_minor, "
    "stage"
)


def year(seed, progress=None):
    """The facts about leads of a small year, which is rolled back."""
    with transaction.atomic():
        demo.fill(NOW_S, seed, 100, progress)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {COLUMNS} FROM facts WHERE lead_id IS NOT NULL ORDER BY seq")
            told = cursor.fetchall()
        transaction.set_rollback(True)
    return told


def test_the_same_seed_gives_the_same_year_and_progress_is_told(db):
    said = []
    first = year(3)
    assert year(3, lambda done, of, what: said.append((done, of, what))) == first
    assert year(4) != first
    assert [done for done, _, _ in said] == sorted(done for done, _, _ in said)
    assert {of for _, of, _ in said} == {100}
    assert said[-1] == (100, 100, "scoring open leads as of now")
    assert any(what.startswith("writing ") for _, _, what in said)
