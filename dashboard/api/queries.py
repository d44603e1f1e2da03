"""The query parameters of each address. Layer ids come from the data, so these are made for a landscape."""

from __future__ import annotations

from typing import Any, NoReturn

from marshmallow import RAISE, Schema, ValidationError
from marshmallow.fields import Field
from webargs.flaskparser import FlaskParser

from dashboard.api import fields
from dashboard.api.problems import Problem, quoted
from layers.landscape import Landscape
from layers.overlaps.pairs import WEIGHTS
from layers.words.lists import listed

REPEATED = "repeated"


class EmptyQuery(Schema):
    """No parameters."""


class DayQuery(Schema):
    """A day and a form."""

    as_at = fields.as_at()
    format = fields.form()


def footprint_layers(land: Landscape) -> tuple[str, ...]:
    """The layers whose bodies have a footprint: all but the institutions, which are points."""
    return tuple(layer.id for layer in land.layers.values() if layer.category != "institution")


def bodies_query(land: Landscape) -> type[Schema]:
    """Which bodies to list."""
    layer = fields.choice(footprint_layers(land), "Only the bodies of this layer.", "stp", load_default=None)
    fallen = fields.flag("Fallen deals (withdrawn, rejected or superseded by the day) and bids never agreed too.")
    return DayQuery.from_dict({"layer": layer, "fallen": fallen}, name="BodiesQuery")


def overlaps_query(land: Landscape) -> type[Schema]:
    """Which two layers to lay over one another, and how to count."""
    layers = footprint_layers(land)
    extra: dict[str, Field] = {
        "a": fields.choice(layers, "The first layer.", "stp", required=True),
        "b": fields.choice(
            layers,
            "The second layer; the same layer again gives each body against the others.",
            "combined_authority",
            required=True,
        ),
        "weight": fields.choice(
            WEIGHTS,
            "What the two shares count: people (mid-2017), square kilometres, or districts (one partly shared counts).",
            "area",
            load_default="people",
        ),
        "min_share": fields.min_share(),
    }
    return DayQuery.from_dict(extra, name="OverlapsQuery")


class QueryParser(FlaskParser):
    """Reads a query string and answers a wrong, missing, repeated or unknown parameter with a `Problem`."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION = {"query": RAISE}  # noqa: RUF012

    def load_querystring(self, req: Any, schema: Schema) -> Any:
        """The parameters given, each once."""
        for name, values in req.args.lists():
            if name in schema.fields and len(values) > 1:
                raise ValidationError({name: [REPEATED]})
        return super().load_querystring(req, schema)

    def handle_error(self, error: ValidationError, req: Any, schema: Schema, **_kwargs: Any) -> NoReturn:
        """Raise a problem for the first parameter that is wrong."""
        messages = error.messages_dict.get("query", error.messages_dict)
        name = str(next(iter(messages)))
        raise Problem(400, _detail(name, req.args.getlist(name), schema), name) from error


def _detail(name: str, given: list[str], schema: Schema) -> str:
    """What one parameter got, and what it takes."""
    if name not in schema.fields:
        known = f"this address takes {listed(list(schema.fields))}" if schema.fields else "this address takes none"
        return f"{quoted(name)} (given as {quoted(given[0])}) is not a parameter here; {known}."
    takes = schema.fields[name].metadata["takes"]
    if not given:
        return f"{name} is missing; it takes {takes}."
    if len(given) > 1:
        return f"{name} is given {len(given)} times, first as {quoted(given[0])}; it takes {takes}, once."
    return f"{name} is {quoted(given[0])}; it takes {takes}."
