"""What no page asks is answered with 400, one sentence and one log line; what a page asks goes on as it came."""

from __future__ import annotations

import json
import logging
import random
from typing import Any

import dash
import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.server.answers import CALLBACKS, EXTENSION
from dashboard.server.questions import path_variables

LOADED = "_pages_content"


def question(app: Dash, output: str, values: list[Any]) -> dict[str, Any]:
    """A question as the browser writes it, with some values in the order that the callback takes them."""
    known = app.callback_map[output]
    names = output.strip(".").split("...")
    outputs = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    items = [{**item, "value": value} for item, value in zip([*known["inputs"], *known["state"]], values, strict=True)]
    count = len(known["inputs"])
    given = {"inputs": items[:count], "state": items[count:]}
    changed = [f"{item['id']}.{item['property']}" for item in items[:1]]
    return {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        **given,
        "changedPropIds": changed,
    }


def answered(app: Dash) -> list[str]:
    """The outputs of every callback that the server answers."""
    return [output for output, known in app.callback_map.items() if "callback" in known]


def count(app: Dash, output: str) -> int:
    """How many values a callback takes."""
    return len(app.callback_map[output]["inputs"]) + len(app.callback_map[output]["state"])


def router(app: Dash) -> str:
    """The callback that brings a page's content."""
    return next(output for output in answered(app) if LOADED in output)


GOOD: dict[str, list[Any]] = {
    "map-snapshot": ["2016-05-01"],
    "map-card": ["E08000025", "2016-05-01", []],
    "map-export-title": [1, {"layers": ["stp"], "measure": "imd2015_average_score", "select": None, "fallen": False}],
    "overlaps-data": ["stp", "lep", "people", "2017-12-01"],
    "overlaps-detail": ["", "2017-12-01"],
    "patchwork-data": [["stp", "lep"], "count", "", "2017-12-01"],
    "patchwork-detail": ["", ["stp", "lep"], "2017-12-01"],
    LOADED: ["/place/E08000025", "?as_at=2016-05-01"],
}
"""For each callback what a page sends to it."""


def good(app: Dash, output: str) -> dict[str, Any]:
    """A good question for a callback."""
    name = next(name for name in GOOD if name in output)
    return question(app, output, GOOD[name])


def test_what_a_page_asks_is_answered(app: Dash, client: FlaskClient) -> None:
    for output in answered(app):
        assert client.post(CALLBACKS, json=good(app, output)).status_code in (200, 204), output


ODD: list[Any] = [
    None, 7, -1, 1.5, 10**40, True, "", "x", "/", "2016-13-01", "\x00", "é" * 50_000, [], [1], [None], [[]], ["x"], ["x", 1],
    {}, {"layers": [1]}, {"layers": {"a": 1}}, {"x": None}, {"select": [{}]}, {"as_at": 1}, {"lon": "x"},
]  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_no_value_breaks_a_callback(
    app: Dash, client: FlaskClient, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    """Each callback with one value after another replaced, and with all of them drawn by chance."""
    chance = random.Random(seed)
    for output in answered(app):
        name = next(name for name in GOOD if name in output)
        tries = [[chance.choice(ODD) for _ in range(count(app, output))] for _ in range(15)]
        for at in range(count(app, output)):
            tries += [[*GOOD[name][:at], odd, *GOOD[name][at + 1 :]] for odd in chance.sample(ODD, 8)]
        for values in tries:
            caplog.clear()
            with caplog.at_level(logging.INFO):
                answer = client.post(CALLBACKS, json=question(app, output, values), buffered=True)
            assert answer.status_code in (200, 204, 400), (output, values, answer.get_data(as_text=True)[:300])
            assert len(caplog.records) == 1, [record.getMessage() for record in caplog.records]
            assert not caplog.records[0].exc_info


SHAPES: list[Any] = [
    None, [], {}, 3, "x", True, [[[[]]]], {"output": 1}, {"output": []}, {"output": {}}, {"output": "x.y"},
    {"output": "..", "outputs": []}, {"inputs": 5}, {"inputs": {}}, {"inputs": [1]}, {"inputs": [[]]}, {"inputs": [{}]},
    {"inputs": None}, {"outputs": None}, {"outputs": 3}, {"outputs": [{"id": 1, "property": 2}]}, {"outputs": []},
    {"state": 7}, {"state": None}, {"state": [None]}, {"changedPropIds": 1}, {"changedPropIds": {"a": 1}}, {"changedPropIds": [1]},
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
def test_no_shape_of_a_question_breaks_the_server(
    app: Dash, client: FlaskClient, caplog: pytest.LogCaptureFixture, shape: Any
) -> None:
    """Alone, and in the place of a part of each good question."""
    whole = [shape] + [good(app, output) | shape for output in answered(app) if isinstance(shape, dict) and shape]
    for body in whole:
        caplog.clear()
        with caplog.at_level(logging.INFO):
            answer = client.post(CALLBACKS, data=json.dumps(body), content_type="application/json", buffered=True)
        assert answer.status_code == 400, answer.get_data(as_text=True)[:300]
        assert answer.headers["X-Request-Id"] in answer.get_data(as_text=True)
        assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b'{"output": NaN}', "application/json", 400),
        (b'{"output": "\\ud800"}', "application/json", 400),
        (b"[" * 50_000, "application/json", 400),
        (b"[" * 5_000 + b"]" * 5_000, "application/json", 400),
        (b'{"a":' * 500 + b"1" + b"}" * 500, "application/json", 400),
        (b"x" * 1_000_001, "application/json", 413),
        (b"{}", "text/plain", 415),
        (b"{}", "", 415),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused(client: FlaskClient, data: bytes, kind: str, status: int) -> None:
    answer = client.post(CALLBACKS, data=data, content_type=kind)
    assert answer.status_code == status
    assert "Traceback" not in answer.get_data(as_text=True)


def test_a_body_of_unknown_length_is_bounded_too(client: FlaskClient) -> None:
    from io import BytesIO

    stream = BytesIO(b"x" * 3_000_000)
    environ = {"wsgi.input_terminated": True, "CONTENT_LENGTH": ""}
    answer = client.post(CALLBACKS, input_stream=stream, content_type="application/json", environ_overrides=environ)
    assert answer.status_code in (400, 413), "what was read of it is no JSON, or it is too much"
    assert stream.tell() <= 1_100_000


def test_a_page_of_another_release_is_told_so(app: Dash, client: FlaskClient) -> None:
    asked = good(app, router(app))
    for other in (
        asked | {"output": "gone.children"},
        asked | {"inputs": asked["inputs"][:1]},
        asked | {"inputs": asked["inputs"][::-1]},
        asked | {"state": asked["inputs"]},
    ):
        answer = client.post(CALLBACKS, json=other)
        assert answer.status_code == 400
        assert "another release" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("path", "search", "shown", "other"),
    [
        ("/place/E08000025", "?code=E07000171", "Birmingham", "Bassetlaw"),
        ("/place/E08000025", "?as_at=2016-05-01&code=E07000171", "Birmingham", "Bassetlaw"),
        ("/body/lep-leeds-city-region", "?body=stp-the-black-country&body_id=x&name=y&code=z", "Leeds City Region", "The Black Country"),
    ],
)  # fmt: skip
def test_the_path_wins_over_a_query_that_names_the_same(
    app: Dash, client: FlaskClient, path: str, search: str, shown: str, other: str
) -> None:
    answer = client.post(CALLBACKS, json=question(app, router(app), [path, search]))
    content = json.dumps(answer.get_json()["response"][LOADED]["children"])
    title = answer.get_json()["response"]["_pages_store"]["data"]["title"]
    assert f'"{shown}' in content
    assert shown in title
    assert other not in title
    assert "which is not used here" in content


def test_every_page_with_a_name_in_its_path_is_guarded(app: Dash) -> None:
    templates = {page["path_template"] for page in dash.page_registry.values() if page["path_template"]}
    assert templates
    for template in templates:
        name = template.partition("<")[2].rstrip(">")
        assert path_variables(template.replace(f"<{name}>", "a%20b")) == {name: "a b"}
    assert path_variables("/overlaps") == {}


@pytest.fixture(autouse=True)
def nothing_kept(app: Dash) -> None:
    """Every question reaches the checks."""
    app.server.extensions[EXTENSION].clear()
