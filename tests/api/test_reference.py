"""The description of the API: whole, its examples work as they stand, and nothing comes from elsewhere."""

import json
import re
from pathlib import Path

from django.test import Client

from leadpact.web.headers import POLICY
from tests.api.conftest import Api

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "api.md"


def described():
    return Client().get("/api/openapi.json").json()


def test_the_description_names_scopes_and_answers_everywhere(db):
    for path, methods in described()["paths"].items():
        for method, each in methods.items():
            is_merging = path == "/api/duplicates" or path.endswith("merge")
            is_read = path == "/api/pact/replay" or (method == "get" and "/pact/" not in path)
            expected = ["read"] if is_read else ["draft"] if "/pact/" in path else ["capture"]
            expected = ["merge"] if is_merging else expected
            assert (path, each["tags"], each["security"]) == (path, expected, [{"KeyWith": []}])
            assert {"401", "403", "422"} <= set(each["responses"])
            assert {"200", "201", "202"} & set(each["responses"])
            assert each["summary"]


def test_every_example_is_taken_as_it_stands(sender):
    schema = described()
    known = schema["components"]["schemas"]
    for path in ("/leads", "/touches", "/deals", "/accounts", "/leads/batch", "/touches/batch", "/deals/batch"):
        body = schema["paths"][f"/api{path}"]["post"]["requestBody"]["content"]["application/json"]["schema"]
        name = (body.get("$ref") or body["items"]["$ref"]).rpartition("/")[2]
        example = known[name]["examples"][0]
        status, answer = sender.post(path, example if "$ref" in body else [example])
        assert (path, status) == (path, 200 if path.endswith("batch") else 201)
        assert answer.get("rejected", 0) == 0


def test_the_page_lists_every_address_without_signing_in(db):
    answer = Client().get("/api/docs/")
    page = answer.content.decode()
    assert answer.status_code == 200
    for path, methods in described()["paths"].items():
        for method in methods:
            assert f"<b>{method.upper()}</b> <code>{path}</code>" in page


def test_the_page_needs_nothing_from_elsewhere(db):
    answer = Client().get("/api/docs/")
    page = answer.content.decode()
    assert answer.headers["Content-Security-Policy"] == POLICY
    linked = re.findall(r'(?:src|href|action)="([^"]*)"', page)
    assert linked
    assert [link for link in linked if not link.startswith(("/", "#")) or link.startswith("//")] == []
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page) == []


def test_the_how_to_works_as_it_stands(sender, reader, key):
    text = HOW_TO.read_text(encoding="utf-8")
    sent = [
        (path, json.loads(body))
        for path, body in re.findall(r"curl \$LEADPACT/api(/\S+) .*? -d '(.*?)'", text, re.DOTALL)
    ]
    told = [json.loads(answer) for answer in re.findall(r"```json\n(.*?)```", text, re.DOTALL)]
    drafter = Api(key("draft", "read"))
    pact = [(path, drafter.post(path, body)[0]) for path, body in sent if path.startswith("/pact/")]
    assert pact == [("/pact/drafts", 201), ("/pact/replay", 409)]  # No pact is in force to be tried.
    answers = {path: sender.post(path, body)[1] for path, body in sent if not path.startswith("/pact/")}
    assert list(answers) == ["/leads", "/touches", "/deals", "/leads/batch"]
    assert [answers["/leads"], answers["/leads/batch"]] == told[:2]
    assert sender.post("/leads", {**sent[0][1], "feilds": 1})[1] == told[2]
    asked = re.findall(r'curl "\$LEADPACT/api(/\S+)"', text)
    assert [(path, reader.get(path)[0]) for path in asked] == [
        ("/leads?limit=100", 200), ("/leads/1", 200), ("/queue", 200), ("/evidence/funnel?since=2026-01-01", 202),
    ]  # fmt: skip
