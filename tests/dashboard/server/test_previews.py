"""How links look where they are passed on: the head of every page's document, as a program that shows links reads it."""

from __future__ import annotations

import struct
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from dashboard.components.shell import PAGES
from dashboard.text.previews import PURPOSE, describe
from layers import Landscape


class Head(HTMLParser):
    """The meta elements of a document by name or property."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name = found.get("property") or found.get("name")
        if tag == "meta" and name:
            assert name not in self.told, "said twice"
            self.told[name] = found["content"] or ""


def head(client: FlaskClient, address: str) -> dict[str, str]:
    """What the head of a page says."""
    return Head(client.get(address).get_data(as_text=True)).told


@pytest.mark.parametrize(
    ("address", "title", "sentence", "view"),
    [
        ("/", "Combined authorities and STP footprints, 1 December 2017", PURPOSE, ""),
        ("/?layers=lep&as_at=2016-03-15&present=1", "Local enterprise partnerships (LEPs), 15 March 2016", PURPOSE, "&layers=lep&as_at=2016-03-15"),
        ("/?layers=lep&amp;utm_source=x", "", "", None),
        ("/place/E07000171", "Bassetlaw · Local growth landscape", "Non-metropolitan district, East Midlands: 116,304 people (mid-2017). As at 1 December 2017.", "&measure=none&select=E07000171"),
        ("/body/ca-west-midlands", "West Midlands Combined Authority · Local growth landscape", "As at 1 December 2017.", "&measure=none&lead=combined_authority&select=ca-west-midlands"),
        ("/overlaps?a=stp&b=lep", "Overlaps · Local growth landscape", "LEP", "&measure=none&layers=lep,stp"),
        ("/briefing", "NHS briefing · Local growth landscape", "For each STP: ", "&measure=none"),
        ("/briefing?stp=stp-greater-manchester", "Greater Manchester Sustainability", "people (mid-2017). ", "&measure=none&select=stp-greater-manchester"),
        ("/timeline?as_at=2014-04-01", "Timeline", "with the map of the day.", "&measure=none&as_at=2014-04-01"),
        ("/about", "About", "The data, the method", ""),
    ],
)  # fmt: skip
def test_a_link_says_what_it_leads_to(
    client: FlaskClient, address: str, title: str, sentence: str, view: str | None
) -> None:
    told = head(client, address)
    if view is None:
        assert told == {}, "it is sent to the address that was meant"
        return
    assert told["og:title"].startswith(title)
    assert sentence in told["og:description"]
    assert told["description"] == told["og:description"]
    assert told["og:image"] == f"http://localhost/export/map.png?size=1200{view}"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "675")
    assert told["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("path", [path for path, _name in PAGES])
def test_every_page_has_a_sentence(client: FlaskClient, path: str) -> None:
    told = head(client, path)
    assert 20 < len(told["og:description"]) < 300
    assert told["og:description"][-1] in ".?"


def test_the_picture_is_the_export(client: FlaskClient) -> None:
    address = urlsplit(head(client, "/?layers=lep&measure=none&lon=-1.9&lat=52.5&zoom=8")["og:image"])
    answer = client.get(f"{address.path}?{address.query}")
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert struct.unpack(">II", answer.data[16:24]) == (1200, 675)
    assert answer.cache_control.max_age


def test_under_a_name_that_may_be_anybodys_there_is_no_picture(client: FlaskClient) -> None:
    told = Head(client.get("/", base_url="https://other.example").get_data(as_text=True)).told
    assert "og:image" not in told
    assert told["twitter:card"] == "summary"
    assert "other.example" not in str(told)


def test_what_is_not_there_says_nothing(client: FlaskClient) -> None:
    assert not {name for name in head(client, "/nowhere") if name.startswith(("og:", "twitter:"))}


@pytest.mark.parametrize("query", ["as_at=%22%3E%3Cscript%3E", "select=%22%3E&layers=%27&title=%22%3E"])
def test_nothing_in_an_address_gets_into_the_head(client: FlaskClient, query: str) -> None:
    for path in ("/", "/overlaps", "/place/E07000171"):
        document = client.get(f"{path}?{query}", follow_redirects=True).get_data(as_text=True)
        assert "<script>" not in document.partition("</head>")[0]
        assert Head(document).told["og:title"]


def test_a_page_of_nobody_says_what_the_product_is_for(land: Landscape) -> None:
    for path in ("/place/nowhere", "/body/nobody", "/nowhere"):
        assert describe(path, {}, land) == PURPOSE
