"""Every wrong request is a problem in JSON, worded to the letter; nothing under the API is ever a page."""

from __future__ import annotations

import pytest

DAY = "it takes a date from 2011-01-01 to 2018-12-31 (YYYY-MM-DD)"
LAYERS = (
    "it takes one of combined_authority, lep, stp, city_deal, growth_deal, devolution_deal, business_rates_pilot, "
    "leading_places, science_innovation_audit, local_industrial_strategy, integrated_care_system"
)
LONG = "z" * 100
TITLES = {400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}


def check(answer, status, detail, parameter):
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json == {
        "type": "about:blank",
        "title": TITLES[status],
        "status": status,
        "detail": detail,
        "parameter": parameter,
    }


@pytest.mark.parametrize("day", ["2010-12-31", "2019-01-01", "2017-02-29", "2017-1-1", "yesterday", "", "٢٠١٧-١٢-٠١"])
@pytest.mark.parametrize("path", ["/layers", "/bodies", "/bodies/stp-the-black-country", "/places/E08000025"])
def test_a_wrong_day(client, path, day):
    answer = client.get(f"/api/v1{path}", query_string={"as_at": day})
    check(answer, 400, f"as_at is “{day}”; {DAY}.", "as_at")


@pytest.mark.parametrize(
    ("query", "parameter", "detail"),
    [
        ("/bodies?layer=district", "layer", f"layer is “district”; {LAYERS}."),
        ("/bodies?layer=university", "layer", f"layer is “university”; {LAYERS}."),
        ("/bodies?fallen=yes", "fallen", "fallen is “yes”; it takes true or false."),
        ("/bodies?fallen=1", "fallen", "fallen is “1”; it takes true or false."),
        ("/layers?format=xml", "format", "format is “xml”; it takes one of json, csv."),
        ("/overlaps?b=stp", "a", f"a is missing; {LAYERS}."),
        ("/overlaps?a=stp", "b", f"b is missing; {LAYERS}."),
        ("/overlaps?a=stp&b=", "b", f"b is “”; {LAYERS}."),
        ("/overlaps?a=stp&b=lep&weight=km2", "weight", "weight is “km2”; it takes one of people, area, districts."),
        (
            "/layers?layer=stp",
            "layer",
            "“layer” (given as “stp”) is not a parameter here; this address takes as_at and format.",
        ),
        ("/openapi.json?x=1", "x", "“x” (given as “1”) is not a parameter here; this address takes none."),
        (
            "/layers?as_at=2017-12-01&as_at=2016-01-01",
            "as_at",
            f"as_at is given 2 times, first as “2017-12-01”; {DAY}, once.",
        ),
        (f"/layers?as_at={LONG}", "as_at", f"as_at is “{LONG[:40]}…”; {DAY}."),
        (
            f"/layers?{LONG}={LONG}",
            f"{LONG[:40]}…",
            f"“{LONG[:40]}…” (given as “{LONG[:40]}…”) is not a parameter here; this address takes as_at and format.",
        ),
    ],
)
def test_a_wrong_parameter(client, query, parameter, detail):
    check(client.get(f"/api/v1{query}"), 400, detail, parameter)


@pytest.mark.parametrize("share", ["-0.1", "1.1", "nan", "inf", "0_1", " 0.5", "٠.٥", "1e400", "half", ""])
def test_a_wrong_share(client, share):
    answer = client.get("/api/v1/overlaps", query_string={"a": "stp", "b": "lep", "min_share": share})
    check(answer, 400, f"min_share is “{share}”; it takes a number from 0 to 1.", "min_share")


@pytest.mark.parametrize(
    ("path", "shown"),
    [("nobody", "nobody"), (LONG, f"{LONG[:40]}…"), ("STP-The-Black-Country", "STP-The-Black-Country")],
)
def test_no_such_body(client, path, shown):
    detail = f"id is “{shown}”; it takes the id of a body, as /api/v1/bodies lists it."
    check(client.get(f"/api/v1/bodies/{path}"), 404, detail, "id")


@pytest.mark.parametrize("code", ["E08000099", "Birmingham", "E12000005"])
def test_no_such_place(client, code):
    detail = f"code is “{code}”; it takes the code of a district of December 2017, such as E08000025."
    check(client.get(f"/api/v1/places/{code}"), 404, detail, "code")


@pytest.mark.parametrize(
    "path", ["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/layers/", "/api/v1//layers", "/api/v1/bodies/a/b"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "DELETE"])
def test_no_such_address(client, path, method):
    answer = client.open(path, method=method)
    if method == "HEAD":
        assert (answer.status_code, answer.content_type, answer.data) == (404, "application/problem+json", b"")
    else:
        detail = f"There is nothing at “{path}”; /api/v1/openapi.json lists the addresses there are."
        check(answer, 404, detail, None)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", ["/layers", "/bodies/nobody", "/openapi.json"])
def test_a_wrong_method(client, method, path):
    answer = client.open(f"/api/v1{path}", method=method)
    check(answer, 405, f"The method is “{method}”; this address takes GET and HEAD.", None)
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_options_say_what_is_allowed_and_nothing_else(client):
    answer = client.options("/api/v1/layers")
    assert (answer.status_code, answer.data, answer.content_type) == (200, b"", None)


def test_a_fault_of_the_server_is_a_problem_without_a_trace(server, client, monkeypatch):
    def broken(*_args):
        raise RuntimeError("secret")

    monkeypatch.setattr("dashboard.api.routes.layer_rows", broken)
    monkeypatch.setitem(server.config, "PROPAGATE_EXCEPTIONS", False)
    answer = client.get("/api/v1/layers")
    assert (answer.status_code, answer.content_type) == (500, "application/problem+json")
    number = answer.headers["X-Request-Id"]
    assert answer.json["detail"] == (
        f"The server could not answer; the fault is not in the request. Reference: {number}."
    )
    assert "secret" not in answer.text


def test_the_rest_of_the_application_keeps_its_own_answers(client):
    assert client.get("/api/v1x").mimetype == "text/html"
    assert client.get("/").mimetype == "text/html"
    assert client.post("/health").mimetype == "text/plain"
