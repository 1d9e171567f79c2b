"""Reading the measures."""

from leadpact.evidence.catalogue import MEASURES
from leadpact.ledger.models import Job
from leadpact.operations import refresh


def test_every_measure_is_listed_with_its_last_sentence(acme, reader):
    acme.lead("x1", name="N")
    answer = refresh.run_now(name="funnel", parameters={}, now_s=acme.now_s)
    status, found = reader.get("/evidence")
    assert (status, [each["name"] for each in found]) == (200, list(MEASURES))
    told = {each["name"]: each["sentence"] for each in found}
    assert told == {**dict.fromkeys(MEASURES), "funnel": answer["sentence"]}


def test_a_measure_gives_its_last_answer(acme, reader):
    acme.lead("x1", name="N")
    answer = refresh.run_now(name="funnel", parameters={}, now_s=acme.now_s)
    status, found = reader.get("/evidence/funnel")
    assert (status, found.pop("is_stale")) == (200, False)
    assert found.pop("made_at").endswith("Z")
    assert found == answer


def test_a_question_that_was_never_asked_is_put_to_the_worker(acme, reader):
    waiting = {"detail": "Not answered yet. The worker has been asked; ask again in a few seconds."}
    assert reader.get("/evidence/funnel?as_of=2026-03-31") == (202, waiting)
    assert reader.get("/evidence/funnel?as_of=2026-03-31") == (202, waiting)
    assert [job.arguments for job in Job.objects.filter(name=refresh.JOB)] == [
        {"name": "funnel", "parameters": {"as_of": "2026-03-31"}}
    ]


def test_wrong_questions_are_refused(acme, reader):
    assert reader.get("/evidence/funel") == (404, {"detail": "There is no measure funel. Did you mean funnel?"})
    status, answer = reader.get("/evidence/funnel?as_of=yesterday")
    assert (status, [each["field"] for each in answer["detail"]]) == (422, ["as_of"])
    assert reader.get("/evidence/funnel?as_of=2026-02-31") == (422, {"detail": [{
        "field": "query", "problem": "as_of is '2026-02-31'; expected a day such as 2026-03-31.",
        "expected": "a question that the measure answers",
    }]})  # fmt: skip
