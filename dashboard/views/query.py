"""From the query of an address to a view, and back.

The address owns the view. A page never fails on it: what can't be understood becomes its default, or the nearest
value, and leaves a note. A file is refused with the same notes, and the API refuses what would leave one.
``read(type(view), query_of(serialise(view)), land) == (view, ())`` for every view.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, ValidationError

from dashboard.views.values import Note, NotUnderstoodError, day_of, quote
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape

Query = Mapping[str, str | Sequence[str]]
"""A query as Flask and Dash hand it over: a list where the address gives a key more than once."""


class View(BaseModel):
    """What an address says, each field under the key of its name (or alias). Without fields: an address that takes nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


V = TypeVar("V", bound=View)


def keys_of(model: type[View]) -> dict[str, str]:
    """The name of each field by its key in the address."""
    return {str(field.validation_alias or name): name for name, field in model.model_fields.items()}


def read(model: type[V], query: Query, land: Landscape) -> tuple[V, tuple[Note, ...]]:
    """The view that a query asks for, and a sentence for each thing in it that was not understood."""
    keys = keys_of(model)
    said: dict[str, list[Note]] = {key: [] for key in keys}
    given: dict[str, object] = {}
    for key in keys:
        value = query.get(key)
        if value is not None and not isinstance(value, str):
            said[key].append(Note(f"The address gives {key} more than once", "; the last is used"))
            value = str(value[-1]) if value else None
        if value:
            given[key] = value
    view = _nearest(model, given, said, land)
    notes = [note for about in said.values() for note in about]
    odd = sorted(set(query) - set(keys))
    if odd:
        notes.append(Note(f"The address holds {quote(', '.join(odd))}, which is not used here"))
    return view, tuple(notes)


def _nearest(model: type[V], given: dict[str, object], said: dict[str, list[Note]], land: Landscape) -> V:
    """The view of what was given; what is not understood there is replaced, and said."""
    while True:
        try:
            return model.model_validate(given, context=land)
        except ValidationError as wrong:
            # Each round replaces every text that was refused by a value, so the last round refuses nothing.
            for error in wrong.errors(include_url=False, include_input=False):
                _replace(error["loc"], error["ctx"]["error"], given, said)


def _replace(
    where: tuple[int | str, ...], problem: NotUnderstoodError, given: dict[str, object], said: dict[str, list[Note]]
) -> None:
    """Put what holds instead in the place of what was refused, at a key or, ``where`` being empty, in several fields."""
    keys = [str(where[0])] if where else list(problem.fields)
    # What is wrong with fields together is no news when something was said about one of them.
    if where or not any(said[key] for key in keys):
        said[keys[0]] += problem.said
    for key in keys:
        given.pop(key, None)
        if problem.instead is not None:
            given[key] = problem.instead


def held(model: type[V], values: Mapping[str, object], land: Landscape) -> V:
    """The view that the controls of a page hold; what is not understood in what a client sends counts as not sent."""
    texts = {}
    for key, name in keys_of(model).items():
        value = values.get(key)
        takes_list = isinstance(model.model_fields[name].default, tuple)
        if value is not None and (takes_list or not isinstance(value, list)):
            texts[key] = text_of(value)
    return read(model, texts, land)[0]


def serialise(view: View) -> str:
    """The query (without ``?``) of a view; fields at their default are left out."""
    fields = type(view).model_fields
    pairs = [
        (key, text_of(value))
        for key, name in keys_of(type(view)).items()
        if (value := getattr(view, name)) != fields[name].default
    ]
    return urlencode(pairs, safe=",")


def text_of(value: object) -> str:
    """One value as the address writes it."""
    if isinstance(value, (tuple, list)):
        return ",".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, date) else str(value)


def clamp_day(sent: object) -> date:
    """A day sent by a page, kept within the period; the default day when a client sends no date at all."""
    try:
        return day_of(str(sent))
    except NotUnderstoodError as wrong:
        return wrong.instead if isinstance(wrong.instead, date) else DEFAULT_DAY
