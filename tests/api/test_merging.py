"""Over the API leads that look alike are read, made one and parted again, by a key that may do that."""

import pytest

from leadpact.ledger.models import Lead
from leadpact.operations import duplicates
from tests.api.conftest import Api

PATHS = [("get", "/duplicates"), ("post", "/leads/1/merge"), ("post", "/leads/1/unmerge")]


@pytest.fixture
def merger(key):
    return Api(key("merge"))


@pytest.fixture
def twins(acme):
    return [
        acme.lead(n, name="Nadia Rahman", company="Kessler", email=f"{n}@kessler.example") for n in ("nadia", "rahman")
    ]


def ask(api, method, path):
    return api.get(path) if method == "get" else api.post(path, {"other": 2})


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_it_needs_a_key_with_the_scope_merge(method, path, sender, reader):
    says = {"detail": "The key 'Shop' has not the scope merge. An operator makes another on the page Keys."}
    assert ask(Api(), method, path)[0] == 401
    assert ask(sender, method, path) == ask(reader, method, path) == (403, says)


def test_two_leads_that_look_alike_become_one_and_two_again(twins, merger):
    one, other = twins
    duplicates.look_fresh()
    status, found = merger.get("/duplicates?limit=1")
    assert (status, found["count"], len(found["rows"])) == (200, 1, 1)
    row = found["rows"][0]
    assert (row["one"]["id"], row["other"]["id"], row["one"]["stays"]) == (one, other, True)
    assert row["why"].startswith("same name, same company")
    assert merger.post(f"/leads/{one}/merge", {"other": other, "keep": other}) == (
        200, {"survivor_id": other, "lead_id": one},
    )  # fmt: skip
    assert Lead.objects.get(pk=one).state == "merged"
    assert merger.get("/duplicates") == (200, {"count": 0, "rows": []})
    again = merger.post(f"/leads/{one}/merge", {"other": other})
    assert again[0] == 409
    assert again[1]["detail"].startswith("These are one lead already.")
    assert merger.post(f"/leads/{one}/unmerge", {}) == (
        200, {"lead_id": one, "survivor_id": other, "went": 0, "stayed": 0},
    )  # fmt: skip
    assert merger.post(f"/leads/{one}/unmerge", {})[0] == 409
    assert list(Lead.objects.order_by("pk").values_list("state", flat=True)) == ["new", "new"]


def test_what_is_wrong_is_said(twins, merger):
    one, other = twins
    assert merger.post(f"/leads/{one}/merge", {"other": 999}) == (404, {"detail": "There is no lead 999."})
    assert merger.post("/leads/999/unmerge", {})[0] == 404
    status, said = merger.post(f"/leads/{one}/merge", {"other": other, "keep": 999})
    assert (status, said["detail"]) == (409, f"Lead 999 is none of the two. Keep lead {one} or lead {other}.")
    status, said = merger.post(f"/leads/{one}/merge", {"othr": other})
    assert (status, {each["field"] for each in said["detail"]}) == (422, {"other", "othr"})
    assert Lead.objects.filter(state="merged").count() == 0
