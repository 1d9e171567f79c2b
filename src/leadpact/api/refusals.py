"""What a refused request is answered with: always JSON, for wrong values the field and what was expected."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any, get_args

import pydantic
from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError, ValidationErrorContext
from ninja.parser import Parser
from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

from leadpact.connectors.shapes import shown
from leadpact.ledger.access import Forbidden, Unknown
from leadpact.ledger.rulebook import NoPact
from leadpact.operations.capture import WrongValues
from leadpact.operations.pact import WrongPact
from leadpact.queries.evidence import BadFilter, BadParameter, UnknownMeasure, WrongQuestion
from leadpact.queries.replay_drafts import NotReadable
from leadpact.rules.capture import FieldProblem

log = logging.getLogger("leadpact.api")
WHOLE = "body"
"""The field that a problem of the body as a whole names."""


class Problem(BaseModel):
    """One wrong value."""

    field: str = Field(description="Where it stands: fields.employees, lead.external_id; body for the whole.")
    problem: str = Field(description="What is wrong with it.")
    expected: str = Field(description="What would be taken.")


class Wrong(BaseModel):
    """A body or a query with wrong values: all of them."""

    detail: list[Problem]


class Refused(BaseModel):
    """Why it was refused, and what to do about it."""

    detail: str


REFUSALS: dict[int, Any] = {401: Refused, 403: Refused, 422: Wrong}
"""Answers that every address may give."""


def found_wrong(problems: Iterable[FieldProblem], places: Mapping[str, str]) -> list[Problem]:
    """Problems of an operation in the shape of the API; ``places`` are names that stand elsewhere in the body."""
    return [
        Problem(
            field=places.get(name, name),
            problem=f"{_short(_moment(value) if name.endswith('_at') else value)} was not taken"
            if value
            else "is missing",
            expected=expected,
        )
        for name, value, expected in problems
    ]


def _moment(value: str) -> str:
    """An instant in epoch seconds as it was sent: in ISO form."""
    try:
        return datetime.fromtimestamp(int(value), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return value


def found_invalid(model: Any, error: pydantic.ValidationError, skip: int = 0) -> list[Problem]:
    """What does not fit a model, in the shape of the API. ``skip``: parts of each place that are not in the body."""
    return [_invalid(model, each["loc"][skip:], each) for each in error.errors(include_url=False)]


def _invalid(model: Any, place: tuple[int | str, ...], error: Any) -> Problem:
    kind, given = error["type"], error.get("input")
    if kind == "missing" and not place:
        return Problem(field=WHOLE, problem="is missing", expected=_whole(model))
    field = ".".join(str(part) for part in place) or WHOLE
    if kind == "missing":
        return Problem(field=field, problem="is missing", expected=_expected(model, place) or "a value")
    if kind == "extra_forbidden":
        known = list(_fields(_inner(model, place[:-1])))
        near = get_close_matches(str(place[-1]), known, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        return Problem(field=field, problem="is not known", expected=f"one of {', '.join(known)}{hint}")
    if kind == "value_error":
        expected = str(error["ctx"]["error"])
    else:
        expected = (_expected(model, place) if place else _whole(model)) or error["msg"]
    return Problem(field=field, problem=f"{_short(given)} was not taken", expected=expected)


def _short(given: object) -> str:
    try:
        text = json.dumps(given, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):
        text = f"a {type(given).__name__}"
    return shown(text)


def _fields(model: Any) -> Mapping[str, Any]:
    return model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else {}


def _inner(model: Any, place: Iterable[int | str]) -> Any:
    """The model at a place within another one; None where there is none."""
    for part in place:
        if isinstance(part, int):
            model = next(iter(get_args(model)), None)
            continue
        field = _fields(model).get(part)
        model = None if field is None else _model_of(field.annotation)
    return model


def _model_of(annotation: Any) -> Any:
    """The model among the choices of an annotation such as ``Lead | None``."""
    return next((each for each in (annotation, *get_args(annotation)) if _fields(each)), annotation)


def _whole(model: Any) -> str:
    if isinstance(model, FieldInfo):  # A body that is a list.
        return (model.description or "").rstrip(".")
    return f"an object with the keys {', '.join(_fields(model))}" if _fields(model) else ""


def _expected(model: Any, place: tuple[int | str, ...]) -> str:
    for depth in range(len(place), 0, -1):
        field = _fields(_inner(model, place[: depth - 1])).get(str(place[depth - 1]))
        if field is not None:
            return (field.description or "").rstrip(".")
    return ""


class JsonBody(Parser):
    """Reads bodies as JSON proper: no NaN, no infinity."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body's value. Raises ``ValueError``."""
        return json.loads(request.body, parse_constant=_no_constant)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


class LeadpactAPI(NinjaAPI):
    """The API with its own words for refusals."""

    def validation_error_from_error_contexts(
        self, error_contexts: list[ValidationErrorContext[Any]]
    ) -> ValidationError:
        """All wrong values of a request. The place of a value in the body begins behind the name of the argument."""
        found: list[dict[str, Any]] = []
        for context in error_contexts:
            model: Any = context.model
            single = getattr(model, "__read_from_single_attr__", None)
            if single:
                sent = _fields(model)[single]
                model = _model_of(sent.annotation) if _fields(_model_of(sent.annotation)) else sent
            problems = found_invalid(model, context.pydantic_validation_error, 1 if single else 0)
            found += [problem.model_dump() for problem in problems]
        return ValidationError(found)

    def set_default_exception_handlers(self) -> None:
        """Say for each refusal how it is answered; the nearest kind of an error decides."""
        super().set_default_exception_handlers()
        for kind, answer in _ANSWERS.items():
            self.add_exception_handler(kind, answer)


def _say(status: int, detail: object, headers: Mapping[str, str] | None = None) -> HttpResponse:
    return JsonResponse({"detail": detail}, status=status, headers=headers)


def _in_its_words(status: int) -> Any:
    return lambda _request, error: _say(status, str(error))


def _unsigned(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    says = "Send a key that works: `Authorization: Bearer lp_...`. An operator makes keys on the page Keys."
    return _say(401, says, {"WWW-Authenticate": "Bearer"})


def _wrong(_request: HttpRequest, error: WrongValues) -> HttpResponse:
    return _say(422, [problem.model_dump() for problem in found_wrong(error.problems, {})])


def _wrong_question(_request: HttpRequest, error: ValueError) -> HttpResponse:
    return _say(422, [{"field": "query", "problem": str(error), "expected": "a question that the measure answers"}])


def _wrong_pact(_request: HttpRequest, error: WrongPact | NotReadable) -> HttpResponse:
    expected = "a pact that can be read"
    told = [(f"text, line {each.line}, {each.path}", each.message) for each in error.errors]
    return _say(422, [{"field": field, "problem": problem, "expected": expected} for field, problem in told])


def _unreadable(_request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code != 400:
        return _say(error.status_code, str(error))
    problem = f"cannot be read: {error.__cause__ or error}"
    return _say(422, [{"field": WHOLE, "problem": problem, "expected": "JSON in UTF-8"}])


def _too_big(_request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
    return _say(413, "The body is larger than 5 MB. Send smaller batches.")


def _busy(_request: HttpRequest, error: OperationalError) -> HttpResponse:
    log.warning("the database did not answer: %s", error)
    return _say(503, "The database is busy. Send the same again: nothing is taken twice.", {"Retry-After": "5"})


def _refused(request: HttpRequest, error: ValueError) -> HttpResponse:
    """An operation's refusal in its words; any other, as of an answer that fits no model, is a mistake."""
    if type(error).__module__.partition(".")[0] == "leadpact":
        return _say(409, str(error))
    return _unexpected(request, error)


def _unexpected(request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("%s %s failed", request.method, request.path, exc_info=error)
    return _say(500, "Something went wrong here; the log of the server says what.")


_ANSWERS: dict[type[Exception], Any] = {
    Unknown: _in_its_words(404),
    UnknownMeasure: _in_its_words(404),
    Forbidden: _in_its_words(403),
    NoPact: _in_its_words(409),
    ValueError: _refused,
    WrongValues: _wrong,
    WrongPact: _wrong_pact,
    NotReadable: _wrong_pact,
    WrongQuestion: _wrong_question,
    BadFilter: _wrong_question,
    BadParameter: _wrong_question,
    AuthenticationError: _unsigned,
    HttpError: _unreadable,
    RequestDataTooBig: _too_big,
    OperationalError: _busy,
    Exception: _unexpected,
}
