"""Filling the demo company: the same seed gives the same year, and progress is told."""

from django.db import connection, transaction

from leadpact import demo

NOW_S = 1_780_387_200


def test_the_same_seed_gives_the_same_year(db):
    columns = "id, kind, occurred_s, side, channel, source, field, value_code, points, reason, due_s, worked_s, amount_minor, stage"

    def year(seed):
        with transaction.atomic():
            demo.fill(NOW_S, seed, 100)
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT {columns} FROM facts WHERE lead_id IS NOT NULL ORDER BY seq")
                told = cursor.fetchall()
            transaction.set_rollback(True)
        return told

    first = year(3)
    assert year(3) == first
    assert year(4) != first


def test_progress_is_told(db):
    told = []
    with transaction.atomic():
        demo.fill(NOW_S, 5, 100, lambda done, of, what: told.append((done, of, what)))
        transaction.set_rollback(True)
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert {of for _, of, _ in told} == {100}
    assert told[-1] == (100, 100, "scoring open leads as of now")
    assert any(what.startswith("writing ") for _, _, what in told)
