"""What a page asks of a callback, checked before Dash reads it: its shape, and the kind of every value in it.

Dash takes a question apart in many places and raises whatever the pieces raise. Here a question that no page sends is
answered with 400 and one sentence. What a callback takes is what its function's annotations say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_type_hints
from urllib.parse import parse_qsl, unquote, urlencode

import dash
import orjson
from dash import Dash
from flask import Response, abort, request
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from dashboard.server.answers import CALLBACKS
from dashboard.views.mended import mend

PAGES = "_pages_location"
"""The id of the component that holds the address of the page."""
DEEPEST = 12
"""How many lists and objects may stand in one another: a page's questions have at most four."""


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")


class _Property(_Part):
    id: str
    property: str


class _Given(_Property):
    value: Any = None


class Question(_Part):
    """What the browser sends to a callback."""

    output: str
    outputs: _Property | list[_Property]
    inputs: list[_Given]
    state: list[_Given] = []
    changed: list[str] = Field([], alias="changedPropIds")


def check_questions(app: Dash) -> None:
    """Refuse what no page asks, in a sentence; the rest goes on to Dash as it came."""
    kinds: dict[str, tuple[TypeAdapter[Any], ...]] = {}

    @app.server.before_request
    def check() -> Response | None:
        if request.path != CALLBACKS or request.method != "POST":
            return None
        # Read even when it is refused: a server that answers before it has read drops the connection.
        data = request.get_data()
        if not request.is_json:
            abort(415, "A callback takes JSON.")
        try:
            # Dash's own reader gives up with a trace on what is nested deeply.
            body = orjson.loads(data)
        except orjson.JSONDecodeError:
            abort(400, "This is no question that a page asks: it is no JSON.")
        if _depth(body) > DEEPEST:
            abort(400, "This is no question that a page asks: it is nested too deeply.")
        try:
            question = Question.model_validate(body)
        except ValidationError as error:
            abort(400, f"This is no question that a page asks: {_where(error)}.")
        known = app.callback_map.get(question.output)
        if known is None or "callback" not in known:
            abort(400, "This page is of another release than the server; load it again.")
        _check_named(question, known)
        if question.output not in kinds:
            kinds[question.output] = _kinds(known)
        _check_values(question, kinds[question.output])
        _as_meant(request.get_json())
        return None


def _check_named(question: Question, known: Mapping[str, Any]) -> None:
    """The question names the components that the callback takes, in its order."""
    for given, taken in ((question.inputs, known["inputs"]), (question.state, known["state"])):
        if [(item.id, item.property) for item in given] != [(item["id"], item["property"]) for item in taken]:
            abort(400, "This page is of another release than the server; load it again.")
    outputs = question.outputs if isinstance(question.outputs, list) else [question.outputs]
    names = [f"{item.id}.{item.property}" for item in outputs]
    written = f"..{'...'.join(names)}.." if isinstance(question.outputs, list) else names[0]
    if written != question.output:
        abort(400, "This is no question that a page asks: its outputs are not those that it names.")


def _kinds(known: Mapping[str, Any]) -> tuple[TypeAdapter[Any], ...]:
    """What each argument of a callback may be, by its function's annotations; texts where it has none, as Dash's own."""
    function = getattr(known["callback"], "__wrapped__", known["callback"])
    hints = get_type_hints(function)
    hints.pop("return", None)
    count = len(known["inputs"]) + len(known["state"])
    taken = list(hints.values()) if len(hints) == count else [str] * count
    return tuple(TypeAdapter(kind, config=ConfigDict(strict=True)) for kind in taken)


def _check_values(question: Question, kinds: Sequence[TypeAdapter[Any]]) -> None:
    for item, kind in zip([*question.inputs, *question.state], kinds, strict=True):
        try:
            kind.validate_python(item.value)
        except ValidationError:
            abort(400, f"This is no question that a page asks: the value of {item.id[:40]} is not what it holds.")


def _depth(value: object) -> int:
    """How deeply lists and objects stand in one another, found without recursion and given up beyond `DEEPEST`."""
    layer, depth = [value], 0
    while layer and depth <= DEEPEST:
        inner: list[object] = []
        for item in layer:
            if isinstance(item, dict):
                inner += item.values()
            elif isinstance(item, list):
                inner += item
        layer, depth = inner, depth + 1
    return depth


def _where(error: ValidationError) -> str:
    told = error.errors(include_url=False)[0]
    place = ", ".join(str(step)[:40] for step in told["loc"])
    return f"at {place}: {told['msg'].lower()}" if place else "it is no object"


def _as_meant(body: dict[str, Any]) -> None:
    """The address of a page as it was meant, whatever a mail program made of it.

    A query can't name what the path names: there it becomes a key that no page uses, and so a note on the page.
    """
    given = {item["property"]: item for item in body["inputs"] if item["id"] == PAGES}
    if not {"pathname", "search"} <= set(given):
        return
    if not given["pathname"]["value"].startswith("/"):
        abort(400, "This is no question that a page asks: a path begins with a slash.")
    search = mend(given["search"]["value"].removeprefix("?"))
    given["search"]["value"] = f"?{search}" if search else ""
    named = path_variables(given["pathname"]["value"])
    pairs = parse_qsl(search, keep_blank_values=True)
    if named.keys() & {key for key, _ in pairs}:
        told = [(f"{key} beside the path" if key in named else key, value) for key, value in pairs]
        given["search"]["value"] = f"?{urlencode(told)}"


def path_variables(path: str) -> dict[str, str]:
    """What a path names, as ``/place/E08000025`` names the code of ``/place/<code>``; nothing on pages without a name in the path."""
    for page in dash.page_registry.values():
        if page["path_template"]:
            pattern = re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", page["path_template"].strip("/"))
            found = re.fullmatch(pattern, path.strip("/"))
            if found:
                return {name: unquote(value) for name, value in found.groupdict().items()}
    return {}
