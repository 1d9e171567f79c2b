"""The page that describes the API, made from its OpenAPI description: no script, nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a body, a parameter of an address or a field of an answer."""

    name: str
    kind: str
    is_needed: bool
    says: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What may come back: the status, what it means, and the fields."""

    status: int
    says: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """One thing a system can ask: where, with what, and what comes back. ``example`` is a curl command."""

    id: str
    method: str
    path: str
    summary: str
    says: str
    scope: str
    parameters: tuple[Part, ...]
    body: tuple[Part, ...]
    replies: tuple[Reply, ...]
    example: str


class Reference(DocsBase):
    """Renders the description as one page that any browser can read and print."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """The page."""
        schema = api.get_openapi_schema(path_params=kwargs)
        context = {
            "title": api.title,
            "says": api.description,
            "base": settings.BASE_URL,
            "addresses": tuple(addresses(schema, settings.BASE_URL)),
            "openapi": self.get_openapi_url(api, kwargs),
        }
        return render(request, "api/page.html", context)


def addresses(schema: Schema, base: str) -> Iterator[Address]:
    """Every address of an OpenAPI description, in its order; ``base`` begins the examples."""
    known = schema.get("components", {}).get("schemas", {})
    for path, methods in schema["paths"].items():
        for method, each in methods.items():
            body = each.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
            scope = each["tags"][0]
            yield Address(
                each["operationId"],
                method.upper(),
                path,
                each["summary"],
                each.get("description", ""),
                scope,
                tuple(_parameter(one, known) for one in each.get("parameters", ())),
                tuple(_parts(body, known)) if body else (),
                tuple(_reply(int(status), one, known) for status, one in each["responses"].items()),
                _curl(method, base + path, body, known),
            )


def _parameter(one: Schema, known: Schema) -> Part:
    says = one.get("description") or one["schema"].get("description", "")
    return Part(one["name"], _kind(one["schema"], known), bool(one.get("required")), says)


def _reply(status: int, one: Schema, known: Schema) -> Reply:
    schema = one.get("content", {}).get("application/json", {}).get("schema", {})
    says = known.get(_name(schema), schema).get("description", "")
    return Reply(status, says or HTTPStatus(status).phrase, tuple(_parts(schema, known)))


def _name(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _parts(schema: Schema, known: Schema, under: str = "") -> Iterator[Part]:
    """The fields of a schema; those of objects within it follow with their whole name."""
    found = known.get(_name(schema), schema)
    if found.get("type") == "array":
        yield from _parts(found["items"], known, f"{under}[].")
        return
    needed = found.get("required", ())
    for name, each in found.get("properties", {}).items():
        yield Part(under + name, _kind(each, known), name in needed, each.get("description", ""))
        inner = _inner(each, known)
        if inner is not None:
            yield from _parts(inner, known, f"{under}{name}" + ("[]." if each.get("type") == "array" else "."))


def _inner(schema: Schema, known: Schema) -> Schema | None:
    """The object that a field holds, be it in a list or beside null."""
    choices: tuple[Schema, ...] = (schema, schema.get("items", {}), *schema.get("anyOf", ()))
    return next((each for each in choices if _name(each) in known), None)


def _kind(schema: Schema, known: Schema) -> str:
    """What kind of value it is, in words."""
    if "anyOf" in schema:
        return " or ".join(_kind(each, known) for each in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(json.dumps(each) for each in schema["enum"])
    if _name(schema) in known:
        return "object"
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'], known)}"
    return "instant" if schema.get("format") == "date-time" else str(schema.get("type", "any"))


def _curl(method: str, address: str, body: Schema | None, known: Schema) -> str:
    lines = [f"curl {address}", '-H "Authorization: Bearer $LEADPACT_KEY"']
    if method == "post" and body is not None:
        is_list = body.get("type") == "array"
        example = known.get(_name(body["items"] if is_list else body), {}).get("examples", [{}])[0]
        lines += ['-H "Content-Type: application/json"', f"-d '{json.dumps([example] if is_list else example)}'"]
    return " \\\n  ".join(lines).replace("{lead_id}", "1").replace("{name}", "funnel")
