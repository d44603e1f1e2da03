"""The addresses: each reads its parameters, calls a pure function and answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from flask import Response
from flask_smorest import Blueprint
from marshmallow import Schema

from dashboard.api import answers
from dashboard.api.parameters import takes
from dashboard.api.problems import PREFIX, Problem, quoted
from dashboard.api.queries import BodiesQuery, DayQuery, OverlapsQuery
from dashboard.api.respond import Publisher
from dashboard.api.rows import (
    Record,
    body_record,
    body_rows,
    cover_rows,
    layer_rows,
    member_rows,
    place_record,
)
from layers.landscape import Landscape
from layers.overlaps.frame import overlap_rows

MEMBER_COLUMNS = (
    "as_at", "body_id", "layer", "body_name", "in_force", "standing", "counted",
    "district_code", "district_name", "role", "share", "valid_from", "valid_to",
)  # fmt: skip
COVER_COLUMNS = (
    "as_at", "place_code", "place_name", "body_id", "layer", "body_name", "share", "role", "since",
)  # fmt: skip


def make_blueprint(land: Landscape, publisher: Publisher) -> Blueprint:
    """Every address of the API over one landscape."""
    api = Blueprint("api", __name__, url_prefix=PREFIX, description="The landscape as at a day.")
    add_layers(api, land, publisher)
    add_bodies(api, land, publisher)
    add_body(api, land, publisher)
    add_place(api, land, publisher)
    add_overlaps(api, land, publisher)
    return api


def add_layers(api: Blueprint, land: Landscape, publisher: Publisher) -> None:
    """``/layers``."""

    @api.route("/layers")
    @takes(api, DayQuery, land)
    @documented(api, "listLayers", answers.Layers, columns_of(answers.Layer))
    def layers(query: DayQuery) -> Response:
        """The layers, and how many bodies of each were in force."""
        rows = layer_rows(land.as_at(query.as_at))
        return publisher.answer(query, listed(query, rows), (columns_of(answers.Layer), rows), "layers")


def add_bodies(api: Blueprint, land: Landscape, publisher: Publisher) -> None:
    """``/bodies``."""

    @api.route("/bodies")
    @takes(api, BodiesQuery, land)
    @documented(api, "listBodies", answers.Bodies, columns_of(answers.BodyRow))
    def bodies(query: BodiesQuery) -> Response:
        """The bodies in force on a day, of one layer or of all."""
        rows = body_rows(land.as_at(query.as_at), query.layer, fallen=query.fallen)
        name = f"bodies_{query.layer or 'all'}{'_with_fallen' if query.fallen else ''}"
        payload = listed(query, rows, "layer", "fallen")
        return publisher.answer(query, payload, (columns_of(answers.BodyRow), rows), name)


def add_body(api: Blueprint, land: Landscape, publisher: Publisher) -> None:
    """``/bodies/<id>``."""
    about = path_parameter(
        "id", "Id of the body, as `/api/v1/bodies` lists it.", "^[a-z0-9-]{1,80}$", "stp-the-black-country"
    )

    @api.route("/bodies/<id>", parameters=[about])
    @takes(api, DayQuery, land)
    @documented(api, "getBody", answers.Body, MEMBER_COLUMNS, found=False)
    def body(query: DayQuery, id: str) -> Response:
        """One body on a day: its districts, associates and agreements.

        A body that exists, but not on that day, is answered too, with `in_force` false, its dates, and null
        for the figures of its footprint. As CSV: one row a member, then one row an associate (`counted` false).
        """
        if id not in land.all_bodies:
            raise Problem(404, f"id is {quoted(id)}; it takes the id of a body, as {PREFIX}/bodies lists it.", "id")
        record = body_record(land.as_at(query.as_at), id)
        return publisher.answer(query, record, (MEMBER_COLUMNS, member_rows(record)), f"body_{id}")


def add_place(api: Blueprint, land: Landscape, publisher: Publisher) -> None:
    """``/places/<code>``."""
    about = path_parameter("code", "Code of a district (December 2017).", "^E0[6-9][0-9]{6}$", "E08000025")

    @api.route("/places/<code>", parameters=[about])
    @takes(api, DayQuery, land)
    @documented(api, "getPlace", answers.Place, COVER_COLUMNS, found=False)
    def place(query: DayQuery, code: str) -> Response:
        """One district on a day: what covers it, the institutions in it and its statistics.

        As CSV: one row a cover. The statistics are in the JSON alone.
        """
        if code not in land.districts:
            takes = "the code of a district of December 2017, such as E08000025"
            raise Problem(404, f"code is {quoted(code)}; it takes {takes}.", "code")
        record = place_record(land.as_at(query.as_at), code)
        return publisher.answer(query, record, (COVER_COLUMNS, cover_rows(record)), f"place_{code}")


def add_overlaps(api: Blueprint, land: Landscape, publisher: Publisher) -> None:
    """``/overlaps``."""

    @api.route("/overlaps")
    @takes(api, OverlapsQuery, land)
    @documented(api, "listOverlaps", answers.Overlaps, columns_of(answers.Overlap))
    def overlaps(query: OverlapsQuery) -> Response:
        """Every pair of bodies of two layers that share people, most people first."""
        rows = overlap_rows(land.as_at(query.as_at), query.a, query.b, query.weight, query.min_share)
        least = f"_min_{query.min_share:g}" if query.min_share else ""
        name = f"overlaps_{query.a}_{query.b}_by_{query.weight}{least}"
        payload = listed(query, rows, "a", "b", "weight", "min_share")
        return publisher.answer(query, payload, (columns_of(answers.Overlap), rows), name)


def listed(query: DayQuery, rows: Sequence[Mapping[str, object]], *echoed: str) -> Record:
    """The envelope of a list: the day, how many, the parameters as they were understood, and the rows."""
    return {"as_at": query.as_at, "count": len(rows), **{name: getattr(query, name) for name in echoed}, "rows": rows}


def columns_of(schema: type[Schema]) -> tuple[str, ...]:
    """The fields of a flat record, which are the columns of its CSV."""
    return tuple(schema().fields)


def path_parameter(name: str, description: str, pattern: str, example: str) -> Record:
    """How OpenAPI says what part of an address means."""
    schema = {"type": "string", "pattern": pattern, "examples": [example]}
    return {"in": "path", "name": name, "required": True, "description": description, "schema": schema}


def documented(
    api: Blueprint, operation: str, schema: type[Schema], columns: Sequence[str], *, found: bool = True
) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """Say in the OpenAPI document what an address answers; ``found`` false: it may also know no such thing."""
    csv = {"type": "string", "description": f"A header row, then rows. Columns: {', '.join(columns)}."}
    headers = {
        "ETag": {"description": "Strong validator, for `If-None-Match`.", "schema": {"type": "string"}},
        "Cache-Control": {"description": "public, max-age=3600", "schema": {"type": "string"}},
    }

    def decorate(view: Callable[..., Response]) -> Callable[..., Response]:
        view = api.response(200, schema, description="The answer.", headers=headers)(view)
        view = api.alt_response(200, schema=csv, content_type="text/csv", description="The answer.", success=True)(view)
        view = api.alt_response(304, description="Not changed since the ETag that was sent.", success=True)(view)
        view = refused(api, 400, "A parameter is wrong, missing, repeated or not known.")(view)
        if not found:
            view = refused(api, 404, "There has never been such a thing.")(view)
        return api.doc(operationId=operation)(view)

    return decorate


def refused(api: Blueprint, status: int, why: str) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """Say in the OpenAPI document that an address may answer with a problem."""
    return api.alt_response(status, schema=answers.Problem, content_type="application/problem+json", description=why)
