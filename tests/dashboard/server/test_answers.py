"""Answers to callbacks are kept whole, and only good ones."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from flask import Flask, Response, jsonify, request
from flask.testing import FlaskClient
from flask_compress import Compress
from hypothesis import given
from hypothesis import strategies as st

from dashboard.server.answers import CALLBACKS, LONGEST_QUESTION, Answers, Kept, keep_answers

Ask = Callable[..., Response]


@pytest.fixture
def asked() -> list[object]:
    """What reached the callbacks."""
    return []


@pytest.fixture
def client(asked: list[object]) -> FlaskClient:
    """A server whose callback doubles a number, and refuses what is none."""
    server = Flask("double")
    keep_answers(server)
    Compress(server)

    @server.post(CALLBACKS)
    def double() -> Response:
        given = request.get_json()
        asked.append(given)
        if not isinstance(given.get("value"), int):
            return Response("no number", 400)
        answer = jsonify({"value": 2 * given["value"], "padding": "x" * 2000})
        if "cookie" in given:
            answer.set_cookie("seen", "yes")
        return answer

    return server.test_client()


def test_the_same_question_is_answered_once(client: FlaskClient, asked: list[object]) -> None:
    first, again = (client.post(CALLBACKS, json={"value": 21}) for _ in range(2))
    assert first.get_json()["value"] == again.get_json()["value"] == 42
    assert (again.status_code, again.mimetype) == (200, "application/json")
    assert len(asked) == 1


def test_another_question_has_its_own_answer(client: FlaskClient, asked: list[object]) -> None:
    assert [client.post(CALLBACKS, json={"value": k}).get_json()["value"] for k in (1, 2, 1)] == [2, 4, 2]
    assert len(asked) == 2


def test_what_was_compressed_is_kept_so_for_those_who_take_it(client: FlaskClient, asked: list[object]) -> None:
    for _ in range(2):
        answer = client.post(CALLBACKS, json={"value": 1}, headers={"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert b'"value":2' in gzip.decompress(answer.get_data()).replace(b" ", b"")
    plain = client.post(CALLBACKS, json={"value": 1})
    assert "Content-Encoding" not in plain.headers
    assert plain.get_json()["value"] == 2
    assert len(asked) == 2


def test_the_page_load_is_no_part_of_the_question(client: FlaskClient, asked: list[object]) -> None:
    for load in ("one", "two"):
        client.post(f"{CALLBACKS}?endId={load}", json={"value": 1})
    assert len(asked) == 1


@pytest.mark.parametrize(
    "question", [{"value": "x"}, {"value": 3, "cookie": True}, {"value": 1, "x": "y" * LONGEST_QUESTION}]
)
def test_refusals_cookies_and_what_is_too_long_are_not_kept(
    client: FlaskClient, asked: list[object], question: dict[str, object]
) -> None:
    for _ in range(2):
        client.post(CALLBACKS, json=question)
    assert len(asked) == 2


def test_only_callbacks_are_looked_up(client: FlaskClient) -> None:
    client.post(CALLBACKS, json={"value": 1})
    assert client.get(CALLBACKS).status_code == 405
    assert client.post("/elsewhere", json={"value": 1}).status_code == 404
    assert client.post(CALLBACKS, data='{"value": 1}', content_type="text/plain").status_code == 415


@given(st.lists(st.integers(0, 8), max_size=30))
def test_what_is_kept_never_outgrows_its_room_and_is_what_was_said(keys: list[int]) -> None:
    answers = Answers(most=3_000)
    for key in keys:
        answers.keep(bytes([key]), Kept(b"x" * (key * 100), "text/plain", str(key)))
        found = [kept for kept in (answers.find(bytes([k])) for k in range(9)) if kept]
        assert sum(kept.size for kept in found) <= 3_000
        assert all(kept.body == b"x" * (int(kept.encoding) * 100) for kept in found)
    answers.keep(b"large", Kept(b"x" * 3_000, "text/plain", ""))
    assert answers.find(b"large") is None
