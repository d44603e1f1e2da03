"""One line a request, whoever answers it, with the id that the answer carries; and what a reader is told of a fault."""

from __future__ import annotations

import io
import json

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from dashboard.server.failures import tell_failures
from dashboard.server.log import Requests, note_routes, request_id

PLAIN = {"time", "level", "logger", "request", "method", "route", "status", "ms"}


@pytest.fixture
def server() -> Flask:
    """A server that answers, breaks and refuses."""
    made = Flask("toy")
    tell_failures(made)
    note_routes(made)

    @made.get("/place/<code>")
    def place(code: str) -> str:
        return f"{code} {request_id()}"

    @made.post("/place/<code>")
    def broken(code: str) -> Response:
        raise ZeroDivisionError(f"secret {code}")

    made.wsgi_app = Requests(made.wsgi_app)  # type: ignore[method-assign]
    return made


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def lines(told: io.StringIO) -> list[dict[str, object]]:
    """The lines, read as JSON."""
    return [json.loads(line) for line in told.getvalue().splitlines()]


def test_a_line_tells_the_pattern_of_an_address_and_not_what_was_asked(client: FlaskClient, told: io.StringIO) -> None:
    answer = client.get("/place/E08000025?select=mine", buffered=True)
    (line,) = lines(told)
    assert set(line) == PLAIN
    assert (line["method"], line["route"], line["status"]) == ("GET", "/place/<code>", 200)
    assert answer.headers["X-Request-Id"] == line["request"] == answer.get_data(as_text=True).split()[1]
    assert float(str(line["ms"])) >= 0
    assert "mine" not in told.getvalue()
    assert "E08000025" not in told.getvalue()


def test_every_request_has_an_id_of_its_own(client: FlaskClient) -> None:
    assert len({client.get("/place/a").headers["X-Request-Id"] for _ in range(5)}) == 5


@pytest.mark.parametrize(
    ("given", "kept"),
    [("abcdef12-34.x", True), ("short", False), ("x" * 65, False), ('a"b{}<script>', False), ("with space", False), ("", False)],
)  # fmt: skip
def test_the_id_of_a_proxy_is_kept_when_it_is_one(client: FlaskClient, given: str, kept: bool) -> None:
    answer = client.get("/place/a", headers={"X-Request-Id": given})
    assert (answer.headers["X-Request-Id"] == given) is kept
    assert len(answer.headers.getlist("X-Request-Id")) == 1


def test_a_fault_is_a_sentence_to_the_reader_and_a_trace_in_the_log(client: FlaskClient, told: io.StringIO) -> None:
    answer = client.post("/place/E08000025", buffered=True)
    number = answer.headers["X-Request-Id"]
    assert answer.status_code == 500
    assert answer.get_data(as_text=True) == (
        f"The server could not answer; the fault is not in your choices. Reference: {number}."
    )
    fault, request = lines(told)
    assert "ZeroDivisionError: secret E08000025" in str(fault["trace"])
    assert fault["request"] == request["request"] == number
    assert (fault["level"], request["status"]) == ("error", 500)


@pytest.mark.parametrize(("path", "status"), [("/nowhere", 404), ("/place/a", 405)])
def test_a_refusal_carries_the_reference_too(client: FlaskClient, told: io.StringIO, path: str, status: int) -> None:
    answer = client.delete(path, buffered=True)
    assert answer.status_code == status
    assert answer.get_data(as_text=True).endswith(f" Reference: {answer.headers['X-Request-Id']}.")
    assert (answer.headers.get("Allow") is not None) == (status == 405)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert [line["status"] for line in lines(told)] == [status]


def test_an_application_that_breaks_outside_flask_is_told_of() -> None:
    def broken(_environ, _start):
        raise RuntimeError("outside")

    with pytest.raises(RuntimeError, match="outside"):
        Requests(broken)({"REQUEST_METHOD": "GET", "wsgi.url_scheme": "http"}, lambda *_: lambda _: None)
