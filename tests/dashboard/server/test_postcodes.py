"""``POST /find/postcode``: what it answers, what it refuses, and that no log holds what was asked."""

from __future__ import annotations

import io

import pytest
from flask.testing import FlaskClient

from dashboard.payloads.postcodes import postcode_answer
from layers.build.postcodes import packed
from layers.landscape import Landscape

PATH = "/find/postcode"


def test_a_postcode_leads_to_its_district(client: FlaskClient) -> None:
    answer = client.post(PATH, json={"postcode": "ng316sf"})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    place = {"code": "E07000141", "name": "South Kesteven", "part": None, "words": "Postcode"}
    assert answer.get_json() == {"asked": "NG31 6SF", "places": [place], "said": ""}


def test_a_postcode_of_a_split_district_names_the_part(client: FlaskClient) -> None:
    (place,) = client.post(PATH, json={"postcode": "B1 1BB"}).get_json()["places"]
    assert place["part"] in ("E08000025-1", "E08000025-2")
    assert place["words"] == "Postcode; the bodies of its part of the district"


def test_a_beginning_leads_to_each_of_its_districts_most_first(toy: Landscape) -> None:
    first, second, third = (toy.parts.ids.index(name) for name in ("E06000001-1", "E06000001-2", "E06000002"))
    table = packed(["AA1 1AA", "AA1 1AB", "AA1 1AD", "AA1 2AA"], [third, first, second, first], toy.parts.ids)
    answer = postcode_answer(toy, table, "aa1")
    assert answer is not None
    assert [(place["name"], place["part"], place["words"]) for place in answer["places"]] == [
        ("Ash", None, "75% of its postcodes"),
        ("Birch", None, "25% of its postcodes"),
    ]
    alone = postcode_answer(toy, table, "AA1 2")
    assert alone is not None
    assert [place["words"] for place in alone["places"]] == ["All of its postcodes"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("NG31 9ZZ", "England had no postcode NG31 9ZZ in September 2025."),
        ("ZZ9", "England had no postcode that begins with ZZ9 in September 2025."),
        ("EH1 1YZ", "England had no postcode EH1 1YZ in September 2025."),
    ],
)
def test_a_postcode_that_is_not_there_is_said(client: FlaskClient, typed: str, said: str) -> None:
    assert client.post(PATH, json={"postcode": typed}).get_json() == {
        "asked": typed,
        "places": [],
        "said": said,
    }


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {}},
        {"json": []},
        {"json": {"postcode": 1}},
        {"json": {"postcode": "Grantham"}},
        {"data": "NG31 6SF"},
        {},
    ],
)
def test_anything_else_is_refused_with_a_sentence(client: FlaskClient, sent: dict[str, object]) -> None:
    answer = client.post(PATH, **sent)  # type: ignore[arg-type]
    assert answer.status_code == 400
    assert "such as {“postcode”: “NG31 6SF”}" in answer.get_data(as_text=True)


def test_it_is_asked_in_the_body_alone(client: FlaskClient) -> None:
    assert client.get(f"{PATH}?postcode=NG316SF").status_code == 404


def test_no_log_holds_a_postcode(client: FlaskClient, told: io.StringIO) -> None:
    for typed in ("NG31 6SF", "NG31 6SF but more"):
        client.post(PATH, json={"postcode": typed}).close()
    assert told.getvalue().count(PATH) == 2
    assert "NG31" not in told.getvalue().upper()
