"""The columnar copy follows the ledger, and measures of it say what the ledger says."""

import threading

import duckdb
import pytest

from leadpact.__main__ import main
from leadpact.demo.scale import bulk
from leadpact.evidence import copy_lasting, copy_source
from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.compiled import fingerprint
from leadpact.evidence.copy import CopyBusy, manifest_of, writing
from leadpact.evidence.source import on_connection
from leadpact.ledger import access, reader, results
from leadpact.ledger.access import SYSTEM, Forbidden
from leadpact.ledger.models import MeasureResult
from leadpact.ledger.snapshot import snapshot
from leadpact.operations import copy, refresh
from leadpact.operations.copy import CopyDamaged
from tests.company import NOW_S, company


@pytest.fixture
def acme(db, settings, tmp_path):
    settings.HOME = tmp_path
    settings.COPY_FROM = 0
    return company()


def latest(name):
    return results.latest(name, made_by=fingerprint())


def is_right():
    return [line for line in copy.check(actor=SYSTEM) if not line.is_equal] == []


def test_it_follows_the_ledger(acme):
    first = copy.bring_up_to_date(now_s=NOW_S)
    assert first.watermark == first.facts == reader.watermark()
    acme.handed_over()
    assert is_right()
    second = copy.bring_up_to_date(now_s=NOW_S)
    assert [part.lo for part in second.tail] == [1, first.watermark + 1]
    assert second.watermark == second.facts == reader.watermark()
    assert copy.bring_up_to_date(now_s=NOW_S) == second
    lines = {line.kind: (line.ledger_facts, line.copy_facts) for line in copy.check(actor=SYSTEM)}
    assert lines["handed_over"] == (1, 1)
    assert sum(facts for facts, _ in lines.values()) == reader.watermark()
    assert is_right()


def test_a_copy_of_another_ledger_is_made_anew(acme):
    with writing(copy.folder()) as writer:
        from tests.evidence.copied import facts_between

        writer.append(facts_between(1, 3), NOW_S)
    assert not is_right()
    assert copy.bring_up_to_date(now_s=NOW_S).facts == reader.watermark()
    assert is_right()


def test_a_copy_of_a_ledger_with_more_facts_is_made_anew(acme):
    """As after a backup was brought back."""
    copy.bring_up_to_date(now_s=NOW_S)
    top = reader.watermark()
    with writing(copy.folder()) as writer:
        from tests.evidence.copied import facts_between

        writer.append(facts_between(top + 1, top + 9), NOW_S)
    assert copy.bring_up_to_date(now_s=NOW_S).watermark == top
    assert is_right()


def test_a_copy_that_lacks_a_part_is_made_anew(acme):
    made = copy.bring_up_to_date(now_s=NOW_S)
    (copy.folder() / made.tail[0].path).unlink()
    with pytest.raises(CopyDamaged, match="leadpact copy --rebuild"):
        copy.check(actor=SYSTEM)
    assert copy.bring_up_to_date(now_s=NOW_S).facts == reader.watermark()
    assert is_right()


def test_it_is_made_in_steps_that_last(acme, monkeypatch):
    acme.handed_over()
    monkeypatch.setattr(copy, "STEP", 1)
    monkeypatch.setattr(copy, "facts_after", lambda seq, until, names: pages(seq, until, names, 5))
    from leadpact.ledger.copy import facts_after as pages

    def stop(done, of):
        if done > of / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy.bring_up_to_date(now_s=NOW_S, progress=stop)
    kept = manifest_of(copy.folder())
    assert reader.watermark() / 2 < kept.watermark < reader.watermark()
    seen = []
    copy.bring_up_to_date(now_s=NOW_S, progress=lambda done, of: seen.append((done, of)))
    assert seen[0] == (kept.watermark + 5, reader.watermark())
    assert is_right()


def test_only_those_who_see_jobs_write_it_again_or_compare_it(acme):
    reader_of = access.actor_of(acme.people["reader"])
    for refused in (copy.check, copy.check_lasting, lambda actor: copy.write_again(actor=actor, now_s=NOW_S)):
        with pytest.raises(Forbidden):
            refused(actor=reader_of)
    assert copy.write_again(actor=SYSTEM, now_s=NOW_S).facts == reader.watermark()


def test_there_is_no_copy_to_compare(acme):
    with pytest.raises(CopyDamaged, match="Make it: leadpact copy"):
        copy.check(actor=SYSTEM)


def test_measures_of_the_copy_say_what_the_ledger_says(acme, settings):
    acme.handed_over()
    acme.good_lead("x2")
    with snapshot() as seen:
        source = on_connection(seen.connection, seen.dialect)
        want = {name: ask(name, source, as_of_s=NOW_S).to_json() for name in MEASURES}
    with copy.look(now_s=NOW_S) as look:
        assert look.watermark == reader.watermark()
        assert {name: ask(name, look.source, as_of_s=NOW_S).to_json() for name in MEASURES} == want


def test_measures_of_a_simulated_company_are_the_same_on_every_engine(db, settings, tmp_path):
    """On SQLite or PostgreSQL, whichever these tests run on, and DuckDB."""
    settings.HOME = tmp_path
    bulk(300, NOW_S)
    as_of_s = NOW_S + 1
    with snapshot() as seen:
        source = on_connection(seen.connection, seen.dialect)
        want = {name: ask(name, source, as_of_s=as_of_s).to_json() for name in MEASURES}
    with copy.look(now_s=as_of_s) as look:
        assert {name: ask(name, look.source, as_of_s=as_of_s).to_json() for name in MEASURES} == want
    assert is_right()


def test_the_worker_asks_the_copy_of_a_large_ledger_and_the_database_of_a_small_one(acme, settings, monkeypatch):
    acme.handed_over()
    answers = {}
    for least in (0, reader.watermark(), reader.watermark() + 1, None):
        settings.COPY_FROM = least
        MeasureResult.objects.all().delete()
        assert refresh.refresh_due(now_s=NOW_S) == len(MEASURES)
        answers[least] = {name: (kept.watermark, kept.body) for name in MEASURES if (kept := latest(name))}
        assert refresh.refresh_due(now_s=NOW_S) == 0
    assert manifest_of(copy.folder()).watermark == reader.watermark()
    assert answers[0] == answers[None]
    assert len({str(each) for each in answers.values()}) == 1


def test_a_small_ledger_has_no_copy(acme, settings):
    settings.COPY_FROM = reader.watermark() + 1
    copy.keep_up(now_s=NOW_S)
    refresh.refresh_due(now_s=NOW_S)
    assert not copy.folder().exists()
    settings.COPY_FROM = reader.watermark()
    copy.keep_up(now_s=NOW_S)
    assert manifest_of(copy.folder()).watermark == reader.watermark()


def test_while_somebody_writes_it_a_fresh_copy_is_asked_and_an_old_one_is_not(acme, monkeypatch):
    made = copy.bring_up_to_date(now_s=NOW_S)
    acme.lead("late")
    with writing(copy.folder()):
        copy.keep_up(now_s=NOW_S)
        with copy.look(now_s=NOW_S) as look:
            assert look.watermark == made.watermark < reader.watermark()
        assert refresh.refresh(name="funnel", asked=results.NOW, now_s=NOW_S).watermark == made.watermark
        monkeypatch.setattr(copy, "MOST_BEHIND", 0)
        with pytest.raises(CopyBusy, match="Try again"), copy.look(now_s=NOW_S):
            pass


def test_writers_of_the_ledger_are_not_missed(emptied_db, settings, tmp_path):
    """Leads are captured in one thread while another keeps the copy up to date."""
    settings.HOME = tmp_path
    acme = company()
    over = threading.Event()
    wrong = []

    def follow():
        from django.db import connection

        try:
            while not over.is_set():
                made = copy.bring_up_to_date(now_s=NOW_S)
                if made.facts != made.watermark:
                    wrong.append(made)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in the thread is shown below
            wrong.append(error)
        finally:
            connection.close()

    follower = threading.Thread(target=follow)
    follower.start()
    try:
        for number in range(30):
            acme.lead(f"n{number}")
    finally:
        over.set()
        follower.join()
    assert wrong == []
    assert copy.bring_up_to_date(now_s=NOW_S).facts == reader.watermark()
    assert is_right()


def told_by_worker(names, now_s):
    """What measures say when the worker asks them all."""
    refresh.refresh_due(now_s=now_s, spacing_s=0)
    return {name: latest(name).body for name in names}


def test_what_lasts_is_as_what_is_counted_anew(acme, settings, monkeypatch):
    """As the worker asks them, one day after the other, with facts in between."""
    monkeypatch.setattr(copy_lasting, "MOST_OF_100", 1000)  # Else so few leads are all counted anew.
    names = ("funnel", "sla_keeping", "attribution", "material")
    for number in range(3):
        now_s = NOW_S + number * 86_400
        monkeypatch.setattr(copy_source, "LASTING_FROM", 10**9)
        plain = told_by_worker(names, now_s)
        MeasureResult.objects.all().delete()
        monkeypatch.setattr(copy_source, "LASTING_FROM", 0)
        assert told_by_worker(names, now_s) == plain
        MeasureResult.objects.all().delete()
        acme.good_lead(f"x{number}")
    tables, differ = copy.check_lasting(actor=SYSTEM)
    assert tables > 20
    assert differ == 0


def test_a_difference_in_what_lasts_is_found_and_cured(acme, monkeypatch, capsys):
    monkeypatch.setattr(copy_source, "LASTING_FROM", 0)
    acme.handed_over()
    refresh.refresh_due(now_s=NOW_S)
    assert main(["copy", "--check"]) == 0
    assert "tables that measures keep of it counted anew; 0 differ." in capsys.readouterr().out
    with duckdb.connect(str(copy.folder() / "lasting.duckdb")) as engine:
        name = engine.execute("SELECT name FROM tables WHERE lead = 'origin_lead_id'").fetchone()[0]
        engine.execute(f"UPDATE {name} SET origin = 'elsewhere'")
    assert main(["copy", "--check"]) == 1
    said = capsys.readouterr().out
    assert "; 0 differ." not in said
    assert said.endswith(" differ.\nleadpact copy --rebuild makes the copy anew.\n")
    assert main(["copy", "--rebuild"]) == 0
    said = capsys.readouterr().out
    assert f"\n{len(MEASURES)} measures asked of it; what they share lasts beside it, " in said
    tables, differ = copy.check_lasting(actor=SYSTEM)
    assert tables > 20
    assert differ == 0


def test_with_the_copy_what_measures_share_is_made(acme, settings, monkeypatch, capsys):
    """So that nobody who asks waits for it; asked of a copy that is as it was, nothing is asked again."""
    monkeypatch.setattr(copy_source, "LASTING_FROM", 0)
    acme.handed_over()
    assert main(["copy"]) == 0
    assert f"{len(MEASURES)} measures asked of it; what they share lasts beside it, " in capsys.readouterr().out
    assert copy.check_lasting(actor=SYSTEM)[0] > 20
    assert main(["copy"]) == 0
    assert "\n0 measures asked of it; what they share lasts" in capsys.readouterr().out
    settings.COPY_FROM = None
    assert main(["copy"]) == 0
    assert "measures" not in capsys.readouterr().out


def test_what_lasts_is_not_compared_while_measures_are_asked(acme, monkeypatch):
    monkeypatch.setattr(copy_source, "LASTING_FROM", 0)
    refresh.refresh_due(now_s=NOW_S)
    with copy.look(now_s=NOW_S), pytest.raises(CopyBusy, match="Try again when it is done"):
        copy.check_lasting(actor=SYSTEM)
