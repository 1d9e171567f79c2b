"""The short way of requests that bring a key: past everything that only people's sessions need."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.urls import resolve
from django.utils import translation

START = "/api/"


class KeyedRequests:
    """Middleware that answers requests with a key at once: no session, no forms' token, no language of a browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.answer = convert_exception_to_response(_answer)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request of another system; hand any other on."""
        if "HTTP_AUTHORIZATION" in request.META and request.path_info.startswith(START):
            return cast("HttpResponse", self.answer(request))
        return self.get_response(request)


def _answer(request: HttpRequest) -> HttpResponse:
    request.get_host()  # Raises where somebody asks for a host that is not ours.
    translation.activate(settings.LANGUAGE_CODE)
    found = request.resolver_match = resolve(request.path_info)
    response = cast("HttpResponse", found.func(request, *found.args, **found.kwargs))
    if not response.streaming and "Content-Length" not in response.headers:
        response.headers["Content-Length"] = str(len(response.content))
    return response
