"""The OpenAPI document: complete, true, and kept to by the API under a bounded fuzz."""

from __future__ import annotations

import re

import jsonschema
import openapi_spec_validator
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    positive_data_acceptance,
    response_schema_conformance,
    status_code_conformance,
)

PATHS = {"/layers", "/bodies", "/bodies/{id}", "/places/{code}", "/overlaps", "/openapi.json"}
EXAMPLES = 25


@pytest.fixture(scope="module")
def document(server):
    return server.test_client().get("/api/v1/openapi.json").json


def test_the_document_says_what_it_is(document, land):
    assert document["openapi"] == "3.1.0"
    assert document["info"]["version"] == land.version
    assert document["info"]["license"]["name"] == "Open Government Licence v3.0"
    assert set(document["paths"]) == {f"/api/v1{path}" for path in PATHS}
    assert {method for path in document["paths"].values() for method in path if method != "parameters"} == {"get"}


def test_every_field_and_parameter_is_described(document):
    for name, schema in document["components"]["schemas"].items():
        assert schema["additionalProperties"] is False, name
        assert set(schema["required"]) == set(schema["properties"]), name
        for field, value in schema["properties"].items():
            assert value.get("description"), f"{name}.{field}"
    for path in document["paths"].values():
        for parameter in [*path.get("parameters", []), *path["get"].get("parameters", [])]:
            assert parameter["description"]
            assert parameter["required"] or "default" in parameter["schema"] or parameter["name"] == "layer"


def test_every_reference_is_there(document):
    wanted = set(re.findall(r"#/components/(\w+)/(\w+)", str(document)))
    assert wanted == {("schemas", name) for name in document["components"]["schemas"]}


def schema_of(document, path):
    schema = document["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return jsonschema.Draft202012Validator(
        {**schema, "components": document["components"]}, format_checker=jsonschema.FormatChecker()
    )


def test_its_examples_keep_to_its_schemas(document):
    for path in PATHS - {"/openapi.json"}:
        content = document["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]["content"]["application/json"]
        schema_of(document, path).validate(content["examples"]["short"]["value"])


@pytest.mark.parametrize("day", ["2011-01-01", "2016-03-15", "2018-12-31"])
def test_every_body_keeps_to_its_schema(document, client, land, day):
    schema = schema_of(document, "/bodies/{id}")
    for body in land.all_bodies:
        schema.validate(client.get(f"/api/v1/bodies/{body}?as_at={day}").json)


def test_every_place_keeps_to_its_schema(document, client, land):
    schema = schema_of(document, "/places/{code}")
    for code in list(land.districts)[::5]:
        schema.validate(client.get(f"/api/v1/places/{code}").json)


def test_every_pair_of_layers_keeps_to_its_schema(document, client, land):
    schema = schema_of(document, "/overlaps")
    layers = [layer.id for layer in land.layers.values() if layer.category != "institution"]
    for a in layers:
        schema.validate(client.get(f"/api/v1/overlaps?a={a}&b=stp&as_at=2018-06-01").json)


def test_the_document_is_valid_openapi(document):
    openapi_spec_validator.validate(document)


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    positive_data_acceptance,
]


@pytest.fixture(scope="module")
def contract(server):
    """The API as its own document describes it, to be asked rightly and wrongly."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", server)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", sorted(PATHS))
def test_the_api_keeps_to_its_document(contract, path, mode):
    operation = contract[f"/api/v1{path}"]["GET"]
    if mode.is_negative and path == "/openapi.json":
        return  # nothing it documents can be wrong; test_problems asks it for a parameter it does not know

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def ask(case):
        # The test client does not unpack what a browser would.
        case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

    ask()
