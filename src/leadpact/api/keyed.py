"""The short way of requests that bring a key: past everything that only people's sessions need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.handlers.exception import convert_exception_to_response
from django.core.handlers.wsgi import WSGIRequest, get_script_name
from django.db import connection
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.urls import resolve, set_script_prefix
from django.utils import translation

from leadpact.ledger.sharing import one_connection

START = "/api/"
TRACKERS = ("/v1/", "/com.snowplowanalytics.snowplow/", "/i")
"""Where trackers send to; their keys may stand in the body."""
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class KeyedRequests:
    """Middleware that answers requests with a key at once: no session, no forms' token, no language of a browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.answer = convert_exception_to_response(_answer)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request of another system; hand any other on."""
        if is_sent(request.META, request.path_info):
            return cast("HttpResponse", self.answer(request))
        return self.get_response(request)


def is_sent(meta: Mapping[str, Any], path: str) -> bool:
    """Whether another system or a tracker sends this, and not somebody's browser for its page."""
    if path.startswith(START):
        return "HTTP_AUTHORIZATION" in meta
    return path.startswith(TRACKERS[:2]) or path == TRACKERS[2]


def sent_first(application: Application) -> Application:
    """The application with a way of its own, on SQLite, for what other systems send with a key.

    Opening and closing what a page needs costs a third of taking in a lead. Here is nothing to open or to close: all
    that is sent takes turns on one connection.
    """
    if connection.vendor != "sqlite":
        return application
    answer = convert_exception_to_response(_sent)

    def take(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "POST" or not is_sent(environ, environ.get("PATH_INFO", "")):
            return application(environ, start_response)
        set_script_prefix(get_script_name(environ))
        response = cast("HttpResponse", answer(WSGIRequest(environ)))
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return [response.content]

    return take


_found = lru_cache(maxsize=256)(resolve)
"""The view of a path, looked up once: systems send to the same few addresses."""


def _sent(request: HttpRequest) -> HttpResponse:
    with suppress(RequestDataTooBig, UnreadablePostError):  # The view meets them again and answers.
        request.body  # noqa: B018 - read before it is this request's turn: a slow sender holds nobody up
    with one_connection():
        return _answer(request)


def _answer(request: HttpRequest) -> HttpResponse:
    request.get_host()  # Raises where somebody asks for a host that is not ours.
    translation.activate(settings.LANGUAGE_CODE)
    found = request.resolver_match = _found(request.path_info)
    response = cast("HttpResponse", found.func(request, *found.args, **found.kwargs))
    response.headers["X-Content-Type-Options"] = "nosniff"
    if not response.streaming and "Content-Length" not in response.headers:
        response.headers["Content-Length"] = str(len(response.content))
    return response
