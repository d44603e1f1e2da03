"""Exports over HTTP: a file with its headers, or one plain sentence; never a page, never a traceback."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import pytest
from dash import Dash
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.http import parse_options_header
from werkzeug.test import TestResponse

from dashboard.export import makers
from dashboard.export.order import CannotExportError, File, Order
from dashboard.export.routes import LONGEST, PLACE, TICKET, add_exports
from dashboard.export.workers.runner import (
    BusyError,
    FailedError,
    TooSlowError,
    UnreachableError,
    WaitingError,
)
from dashboard.server.security import HEADERS
from tests.dashboard.export.lines import own_line


class Direct:
    """Makes files in this process with a function, and remembers the orders."""

    def __init__(self, make: Callable[[Order], File]) -> None:
        self.make, self.orders, self.warmed, self.wrong = make, list[Order](), 0, ""

    def run(self, order: Order) -> File:
        self.orders.append(order)
        return self.make(order)

    def warm(self) -> None:
        self.warmed += 1

    def problem(self) -> str:
        return self.wrong


def client_of(make: Callable[[Order], File]) -> tuple[FlaskClient, Direct]:
    """A client of a server that has exports and, like the dashboard, a page for every other address."""
    server, runner = Flask("exports"), Direct(make)
    server.add_url_rule("/<path:anything>", "page", lambda anything: f"<html>{anything}</html>")
    add_exports(server, runner, own_line())
    return server.test_client(), runner


def raising(error: Exception) -> Callable[[Order], File]:
    """A maker that only fails."""

    def make(_order: Order) -> File:
        raise error

    return make


def csv(_order: Order) -> File:
    return File("stp_2017-12-01.csv", b"name,people\nGreater Manchester,1\n")


def assert_sentence(answer: TestResponse, status: int) -> str:
    """The answer is one plain sentence that nothing keeps."""
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    text = answer.get_data(as_text=True)
    assert re.fullmatch(r"[A-Z][^<>\n]+\.", text), text
    return text


def test_a_file_comes_with_its_headers() -> None:
    client, _ = client_of(csv)
    answer = client.get("/export/overlaps.csv?a=stp")
    assert answer.status_code == 200
    assert answer.data == b"name,people\nGreater Manchester,1\n"
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert answer.headers["Cache-Control"] == "private, max-age=300"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=\"stp_2017-12-01.csv\"; filename*=UTF-8''stp_2017-12-01.csv"
    )


def test_head_tells_of_the_file_and_makes_none() -> None:
    client, runner = client_of(csv)
    head = client.head("/export/overlaps.csv")
    assert (head.status_code, head.data, runner.orders) == (200, b"", [])
    assert head.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert client.head("/export/nothing.csv").status_code == 404
    assert client.head("/export/overlaps.doc").status_code == 404


def test_a_name_can_neither_break_the_header_nor_lose_its_letters() -> None:
    client, _ = client_of(lambda _order: File('Bryn "Môr"\r\nX: 1.csv', b"1"))
    answer = client.get("/export/overlaps.csv")
    assert "X" not in answer.headers
    kind, options = parse_options_header(answer.headers["Content-Disposition"])
    assert kind == "attachment"
    assert options["filename"] == 'Bryn "Môr"\r\nX: 1.csv'
    assert 'filename="Bryn -M-r---X: 1.csv"' in answer.headers["Content-Disposition"]


def test_the_order_is_what_the_address_says() -> None:
    client, runner = client_of(csv)
    client.get("/export/map.png?layers=stp,lep&select=a&select=b&name=K%C3%B6nig", base_url="http://localhost:8443")
    assert runner.orders == [
        Order("map", "png", {"layers": "stp,lep", "select": ["a", "b"], "name": "König"}, "http://localhost:8443")
    ]


def test_only_a_name_of_the_product_is_printed_into_a_file() -> None:
    """Whoever asks can write any name into a request; a file with it in would lead its readers there."""
    client, runner = client_of(csv)
    client.get("/export/map.png", base_url="https://maps.example:8443")
    client.application.config["TRUSTED_HOSTS"] = ["maps.example"]
    client.get("/export/map.png", base_url="https://maps.example:8443")
    assert [order.origin for order in runner.orders] == ["", "https://maps.example:8443"]


def test_a_host_that_is_none_is_not_printed() -> None:
    client, runner = client_of(csv)
    client.get("/export/overlaps.csv", headers={"Host": 'x"><script>'})
    assert [order.origin for order in runner.orders] == [""]


def test_a_refusal_is_the_readers_to_mend() -> None:
    client, _ = client_of(raising(CannotExportError("The date “soon” is none.")))
    assert assert_sentence(client.get("/export/map.svg"), 400) == ("The file was not made. The date “soon” is none.")


@pytest.mark.parametrize(
    "path", ["map.gif", "nothing.png", "data.csv", "map.png/more", "ready.now", "map", "", "/map.png"]
)
@pytest.mark.parametrize("query", ["", "?layers=stp"])
def test_an_unknown_export_is_not_found(path: str, query: str) -> None:
    client, runner = client_of(csv)
    assert "There is no export" in assert_sentence(client.get(f"/export/{path}{query}"), 404)
    assert not runner.orders


def test_only_get_is_taken_and_only_exports_are_answered() -> None:
    client, _ = client_of(csv)
    answer = client.post("/export/map.png")
    assert_sentence(answer, 405)
    assert "GET" in answer.headers["Allow"]
    assert_sentence(client.get("/export"), 404)
    assert client.get("/exported").get_data(as_text=True) == "<html>exported</html>"


def test_a_long_address_is_refused_before_any_work() -> None:
    client, runner = client_of(csv)
    path = "/export/overlaps.csv"
    fits = LONGEST - len(path)
    assert client.get(f"{path}?{'a' * fits}").status_code == 200
    assert "20,000 characters" in assert_sentence(client.get(f"{path}?{'a' * (fits + 1)}"), 414)
    assert len(runner.orders) == 1


def test_a_full_queue_says_when_to_come_again() -> None:
    client, _ = client_of(raising(BusyError()))
    answer = client.get("/export/map.png")
    assert assert_sentence(answer, 503) == "Your file is the next; others are exporting too."
    assert (answer.headers["Retry-After"], answer.headers[PLACE]) == ("1", "0")


def test_who_came_first_is_served_first_and_the_others_are_told_where_they_stand() -> None:
    """Two files are made at once here; while they are, the third and the fourth in the line wait, in that order."""
    client, runner = client_of(csv)
    told = dict[str, TestResponse]()

    def ask(who: str) -> int:
        told[who] = client.get("/export/map.png", headers={TICKET: f"ticket-{who}"})
        return told[who].status_code

    def others(_order: Order) -> File:
        if len(runner.orders) == 1:
            assert ask("second") == 200
        elif len(runner.orders) == 2:
            assert [ask("third"), ask("fourth"), ask("third")] == [503, 503, 503]
        return csv(_order)

    runner.make = others
    assert ask("first") == 200
    said = "files are made before yours; others are exporting too."
    assert assert_sentence(told["third"], 503) == f"Two {said}"
    assert assert_sentence(told["fourth"], 503) == f"Three {said}"
    assert [told[who].headers[PLACE] for who in ("third", "fourth")] == ["2", "3"]
    assert [told[who].headers["Retry-After"] for who in ("third", "fourth")] == ["1", "1"]
    assert len(runner.orders) == 2
    # Those who wait were there before who comes now, and the line is empty for who comes last.
    runner.make = csv
    assert [ask("fifth"), ask("third"), ask("fifth"), ask("fourth"), ask("fifth"), ask("first")] == [
        503, 200, 200, 200, 200, 200,
    ]  # fmt: skip


def test_far_back_in_the_line_one_asks_less_often() -> None:
    waiting = [WaitingError(before).retry_seconds for before in (0, 3, 4, 19)]
    assert waiting == [1, 1, 2, 2]
    assert str(WaitingError(1)) == "One file is made before yours; others are exporting too."


@pytest.mark.parametrize("headers", [{}, {TICKET: "short"}, {TICKET: "x" * 65}, {TICKET: "a ticket; drop table"}])
def test_who_has_no_ticket_waits_in_no_line(headers: dict[str, str]) -> None:
    client, runner = client_of(raising(BusyError()))
    assert client.get("/export/map.png", headers=headers).status_code == 503
    runner.make = csv
    told = [client.get("/export/map.png", headers={TICKET: f"reader-{number}"}) for number in range(3)]
    assert [answer.status_code for answer in told] == [200, 200, 200]


@pytest.mark.parametrize(
    "error", [CannotExportError("No."), FailedError("secret"), ZeroDivisionError(), TooSlowError(1)]
)
def test_who_gets_no_file_does_not_stay_in_the_line(error: Exception) -> None:
    client, runner = client_of(raising(error))
    for number in range(4):
        assert client.get("/export/map.png", headers={TICKET: f"reader-{number}"}).status_code != 503
    runner.make = csv
    assert client.get("/export/map.png", headers={TICKET: "somebody"}).status_code == 200


def test_a_queue_that_does_not_answer_is_named() -> None:
    client, _ = client_of(raising(UnreachableError()))
    answer = client.get("/export/map.png")
    assert "queue does not answer" in assert_sentence(answer, 503)
    assert "Retry-After" not in answer.headers


def test_a_slow_file_is_given_up() -> None:
    client, _ = client_of(raising(TooSlowError(60)))
    assert "within 60 seconds" in assert_sentence(client.get("/export/map.png"), 504)


@pytest.mark.parametrize("error", [FailedError("secret words\n  File 'x'"), ZeroDivisionError("secret words")])
def test_a_fault_is_in_the_log_under_the_id_the_reader_is_told(
    caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    client, _ = client_of(raising(error))
    with caplog.at_level(logging.ERROR):
        text = assert_sentence(client.get("/export/map.png?layers=stp"), 500)
    number = re.search(r"in the log as ([0-9a-f]{16})\.", text)
    assert number
    assert "secret" not in text
    assert f"Export {number[1]} failed: /export/map.png?layers=stp" in caplog.text
    assert "secret words" in caplog.text
    assert "Traceback" in caplog.text


def test_ready_warms_the_runner_and_answers_at_once() -> None:
    client, runner = client_of(csv)
    answer = client.get("/export/ready")
    assert (answer.status_code, answer.data, runner.warmed) == (204, b"", 1)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Type" not in answer.headers


def test_every_kind_and_format_there_is_can_be_ordered() -> None:
    client, runner = client_of(csv)
    wanted = [(kind, ending) for kind, formats in makers.MAKERS.items() for ending in formats]
    assert wanted
    for kind, ending in wanted:
        assert client.get(f"/export/{kind}.{ending}").status_code == 200
    assert [(order.kind, order.format) for order in runner.orders] == wanted


def test_the_dashboard_has_exports_and_its_headers_on_them(app: Dash) -> None:
    client = app.server.test_client()
    for answer in (client.get("/export/map.gif"), client.get("/export"), client.post("/export/map.png")):
        for name, value in HEADERS.items():
            assert answer.headers.getlist(name) == [value]
        assert answer.mimetype == "text/plain"
