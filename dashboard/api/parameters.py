"""From an address's parameters to its query, or to a problem; and from its query to what OpenAPI says of them.

Where a page would leave a note, the API refuses; what is understood is the same, as the kinds of values are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, get_args

from flask import Response, request
from flask_smorest import Blueprint
from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import to_jsonable_python
from werkzeug.datastructures import MultiDict

from dashboard.api.problems import Problem, quoted
from dashboard.views.query import View
from dashboard.views.values import Described
from layers.landscape import Landscape
from layers.words.lists import listed

Q = TypeVar("Q", bound=View)
Answerer = Callable[..., Response]


def takes(api: Blueprint, model: type[Q], land: Landscape) -> Callable[[Answerer], Answerer]:
    """Give a view the query of its address as its first argument, and say in the OpenAPI document what that takes."""

    def decorate(view: Answerer) -> Answerer:
        @wraps(view)
        def answer(**path: str) -> Response:
            return view(asked(model, request.args, land), **path)

        documented: Answerer = api.doc(parameters=described(model, land))(answer)
        return documented

    return decorate


def asked(model: type[Q], given: MultiDict[str, str], land: Landscape) -> Q:
    """The query that some parameters make.

    Raises:
        Problem: one of them is wrong, missing, repeated or not known; it is about the first of these.
    """
    for name, values in given.lists():
        if name in model.model_fields and len(values) > 1:
            raise Problem(400, _detail(name, values, model, land), name)
    try:
        return model.model_validate(given.to_dict(), context=land)
    except ValidationError as wrong:
        name = str(wrong.errors(include_url=False, include_input=False)[0]["loc"][0])
        raise Problem(400, _detail(name, given.getlist(name), model, land), name) from wrong


def _detail(name: str, values: list[str], model: type[View], land: Landscape) -> str:
    """What one parameter got, and what it takes."""
    fields = model.model_fields
    if name not in fields:
        known = f"this address takes {listed(list(fields))}" if fields else "this address takes none"
        return f"{quoted(name)} (given as {quoted(values[0])}) is not a parameter here; {known}."
    it_takes = kind_of(fields[name]).takes(land)
    if not values:
        return f"{name} is missing; it takes {it_takes}."
    if len(values) > 1:
        return f"{name} is given {len(values)} times, first as {quoted(values[0])}; it takes {it_takes}, once."
    return f"{name} is {quoted(values[0])}; it takes {it_takes}."


def described(model: type[View], land: Landscape) -> list[dict[str, Any]]:
    """The parameters as OpenAPI describes them."""
    return [
        {
            "in": "query",
            "name": name,
            "description": field.description,
            "schema": _schema(field, land),
            "required": field.is_required(),
        }
        for name, field in model.model_fields.items()
    ]


def _schema(field: FieldInfo, land: Landscape) -> dict[str, Any]:
    schema = kind_of(field).schema(land)
    if not field.is_required():
        schema["default"] = to_jsonable_python(field.default)
        if field.default is None:
            schema |= {"type": [schema["type"], "null"], "enum": [*schema["enum"], None]}
    return schema | ({"examples": field.examples} if field.examples else {})


def kind_of(field: FieldInfo) -> Described:
    """The kind of values that a field takes, be it optional or not."""
    inner = [item for part in get_args(field.annotation) for item in getattr(part, "__metadata__", ())]
    return next(item for item in (*field.metadata, *inner) if isinstance(item, Described))
