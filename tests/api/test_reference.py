"""The description of the API: whole, its examples work as they stand, and nothing comes from elsewhere."""

import re

from django.test import Client

from leadpact.web.headers import POLICY


def described():
    return Client().get("/api/openapi.json").json()


def test_the_description_names_scopes_and_answers_everywhere(db):
    for path, methods in described()["paths"].items():
        for method, each in methods.items():
            expected = ["read"] if method == "get" else ["capture"]
            assert (path, each["tags"], each["security"]) == (path, expected, [{"KeyWith": []}])
            assert {"200", "401", "403", "422"} <= set(each["responses"])
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
