"""Who is asking: another system, by the key it sends. Sessions of people open nothing here."""

from __future__ import annotations

import time

from django.http import HttpRequest
from ninja import Router
from ninja.security import HttpBearer

from leadpact.ledger.access import Actor, Forbidden
from leadpact.operations.keys import SCOPES, actor_of_key


class Sent(HttpRequest):
    """A request with a key that works; for type checkers only."""

    auth: Actor


class KeyWith(HttpBearer):
    """Lets keys in that have the scopes: ``Authorization: Bearer lp_...``."""

    def __init__(self, *scopes: str) -> None:
        super().__init__()
        self.scopes = scopes
        self.verbs = frozenset(verb for scope in scopes for verb in SCOPES[scope])

    def __call__(self, request: HttpRequest) -> Actor | None:
        """The actor of the key in the request's ``Authorization``; None when there is none that works."""
        scheme, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        return self.authenticate(request, token) if scheme.lower() == self.openapi_scheme else None

    def authenticate(self, _request: HttpRequest, token: str) -> Actor | None:
        """The actor of a key; None when no such key works. Raises ``Forbidden`` when it lacks a scope."""
        actor = actor_of_key(token.strip(), now_s())
        if actor is not None and not self.verbs <= (actor.verbs or frozenset()):
            raise Forbidden(
                f"The key {actor.name!r} has not the scope {' and '.join(self.scopes)}. "
                "An operator makes another on the page Keys."
            )
        return actor


def now_s() -> int:
    """The present, epoch seconds."""
    return int(time.time())


router = Router(auth=KeyWith(*SCOPES))
"""The addresses of the API: one for all files, because an address may both take and show.

One that names no scope of its own asks for all of them.
"""
CAPTURE = KeyWith("capture")
READ = KeyWith("read")
MERGE = KeyWith("merge")
DRAFT = KeyWith("draft")
