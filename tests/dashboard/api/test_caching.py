"""ETags, and how cells are written."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.api.respond import csv_text, edition, json_text

ADDRESSES = (
    "/api/v1/layers",
    "/api/v1/bodies?layer=stp",
    "/api/v1/bodies/stp-the-black-country",
    "/api/v1/places/E08000025",
    "/api/v1/overlaps?a=stp&b=lep",
    "/api/v1/openapi.json",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_held_already_is_not_sent_again(client, address):
    first = client.get(address)
    etag = first.headers["ETag"]
    assert not etag.startswith("W/")
    assert first.headers["Cache-Control"] == "public, max-age=3600"
    again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)
    assert client.get(address, headers={"If-None-Match": '"another"'}).status_code == 200


def test_an_answer_held_compressed_is_not_sent_again(client):
    asked = {"Accept-Encoding": "gzip"}
    first = client.get("/api/v1/places/E08000025", headers=asked)
    assert first.headers["Content-Encoding"] == "gzip"
    again = client.get("/api/v1/places/E08000025", headers={**asked, "If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_refusal_is_never_not_modified(client):
    for address in ("/api/v1/bodies/nobody", "/api/v1/layers?as_at=x", "/api/v1/nothing"):
        answer = client.get(address, headers={"If-None-Match": "*"})
        assert answer.status_code in (400, 404)
        assert "ETag" not in answer.headers


def test_the_etag_follows_what_the_parameters_mean(client):
    def etag(query: str) -> str:
        return client.get(f"/api/v1/overlaps?{query}").headers["ETag"]

    plain = etag("a=stp&b=lep")
    assert etag("b=lep&a=stp&as_at=2017-12-01&weight=people&min_share=0.0&format=json") == plain
    other = ("a=lep&b=stp", "a=stp&b=lep&format=csv", "a=stp&b=lep&min_share=0.1", "a=stp&b=lep&as_at=2017-12-02")
    assert len({plain, *map(etag, other)}) == 5


def test_the_edition_is_one_for_one_release(land):
    assert edition(land) == edition(land)


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_becomes_a_formula(first):
    written = csv_text(("name", "number"), [{"name": f"{first}1+1", "number": -1.5}])
    assert f"'{first}1+1" in written
    assert ",-1.5\r\n" in written
    assert "'-1.5" not in written


def test_cells(client):
    row = {"a": None, "b": True, "c": date(2017, 12, 1), "d": 'a "b", c', "e": 0, "f": "Côte – 1"}
    assert csv_text(tuple(row), [row]) == 'a,b,c,d,e,f\r\n,true,2017-12-01,"a ""b"", c",0,Côte – 1\r\n'


def test_json_holds_no_number_that_is_none():
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text({"value": float("nan")})
    with pytest.raises(TypeError, match="can't be written"):
        json_text({"value": object()})
