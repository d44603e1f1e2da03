"""Put the API on a server, with its OpenAPI document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from flask import Flask, Response
from flask_smorest import Api, Blueprint

from dashboard.api.parameters import takes
from dashboard.api.problems import PREFIX, guard
from dashboard.api.queries import BodiesQuery, NoQuery, OverlapsQuery
from dashboard.api.respond import Publisher, edition, json_text
from dashboard.api.routes import listed, make_blueprint, refused
from dashboard.api.rows import Record, body_record, body_rows, layer_rows, place_record
from dashboard.api.words import INTRODUCTION, LICENCE
from layers.briefing_roles import roles
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape
from layers.overlaps.frame import overlap_rows

OPENAPI = "3.1.0"
BODY, DISTRICT = "stp-the-black-country", "E08000025"
"""The examples that the document gives throughout."""


class LocalApi(Api):
    """flask-smorest's API without its handler of every error of the whole server; `guard` keeps to the API's address."""

    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_error_handlers(self) -> None:
        """Leave the rest of the server's errors alone."""


def add_api(server: Flask, land: Landscape) -> None:
    """Answer under ``/api/v1/``, and describe it all at ``/api/v1/openapi.json``."""
    spec = {
        "title": "Local growth landscape",
        "version": land.version,
        "openapi_version": OPENAPI,
        "info": {"description": INTRODUCTION, "license": LICENCE},
        "servers": [{"url": "/", "description": "This host."}],
    }
    publisher = Publisher(edition(land))
    blueprint = make_blueprint(land, publisher)
    guard(blueprint)
    api = LocalApi(server, spec_kwargs=spec)
    add_document(blueprint, land, api, publisher)
    api.register_blueprint(blueprint)


def add_document(blueprint: Blueprint, land: Landscape, api: LocalApi, publisher: Publisher) -> None:
    """``/openapi.json``: written when it is first asked for, then kept."""
    text = cache(lambda: json_text(with_examples(with_layers(without_unused(api.spec.to_dict()), land), land)))

    @blueprint.route("/openapi.json")
    @takes(blueprint, NoQuery, land)
    @blueprint.response(200, {"type": "object"}, description="The document.")
    @refused(blueprint, 400, "There is a parameter; it takes none.")
    @blueprint.doc(operationId="getOpenApi")
    def openapi(query: NoQuery) -> Response:
        """This document."""
        return publisher.cached(Response(text(), mimetype="application/json"), query)


def without_unused(document: Record) -> Record:
    """The document without flask-smorest's own error and paging components, which no address here uses."""
    parts = document["components"]
    schemas = {name: value for name, value in parts["schemas"].items() if name not in ("Error", "PaginationMetadata")}
    return {**document, "components": {"schemas": schemas}}


def with_layers(document: Record, land: Landscape) -> Record:
    """The document with the layers that an institution can be of, which the data says."""
    schemas = document["components"]["schemas"]
    schemas["Institution"]["properties"]["layer"]["enum"] = [layer.id for layer in land.point_layers]
    return document


def _example(usual: str, known: Mapping[str, object]) -> str:
    """The id that the rest of the document has for an example; of another data package, its first."""
    return usual if usual in known else next(iter(known))


def with_examples(document: Record, land: Landscape) -> Record:
    """The document with a true example of each answer, its lists cut short, taken from the data itself."""
    now = land.as_at(DEFAULT_DAY)
    part = roles(land)
    a, b = part.subject.id, part.authority.id
    bodies, overlaps = BodiesQuery(layer=a), OverlapsQuery(a=a, b=b)
    pairs = overlap_rows(now, a, b, "people", 0.0)
    examples = {
        "/layers": listed(bodies, layer_rows(now)),
        "/bodies": listed(bodies, body_rows(now, a), "layer", "fallen"),
        "/bodies/{id}": body_record(now, _example(BODY, land.all_bodies)),
        "/places/{code}": place_record(now, _example(DISTRICT, land.districts)),
        "/overlaps": listed(overlaps, pairs, "a", "b", "weight", "min_share"),
    }
    for path, example in examples.items():
        content = document["paths"][PREFIX + path]["get"]["responses"]["200"]["content"]["application/json"]
        short = {key: value[:2] if isinstance(value, list) else value for key, value in example.items()}
        content["examples"] = {"short": {"summary": "Lists cut to two entries.", "value": short}}
    return document
