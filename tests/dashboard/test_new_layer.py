"""A layer that is added as rows is everywhere: no code knows it, and nothing is missing.

To the toy world come transport bodies, with members of their own dates, and town deals, with amounts: a row each in
``layers.csv``, then rows in the tables that hold them. CONTRIBUTING.md tells the same story.

West Transport: Ash 1000 and Birch 500 (from 2017); East Transport: Elm 4000 and Fir 1500. The Ash Town Deal: Ash.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import fields

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from dashboard.api.service import add_api
from dashboard.components import body as body_page
from dashboard.components import patchwork as patchwork_words
from dashboard.components import place as place_page
from dashboard.components.card import card
from dashboard.components.controls import panel
from dashboard.components.pair import finding_lines
from dashboard.components.place_figures import comparison
from dashboard.export.makers import make
from dashboard.export.order import Order
from dashboard.export.pack.briefing.brief import brief_of
from dashboard.export.pack.briefing.subject import Subject
from dashboard.export.pack.place import facts
from dashboard.ids import Map
from dashboard.palette import tokens
from dashboard.payloads.drawings import bodies_drawing, place_drawing
from dashboard.payloads.overlaps import pair_payload
from dashboard.payloads.page_config import layer_facts
from dashboard.payloads.patchwork import patchwork_payload
from dashboard.payloads.snapshot import snapshot_payload
from dashboard.views.map import MapView
from dashboard.views.overlaps import OverlapsView
from dashboard.views.patchwork import ALL, PatchworkView
from dashboard.views.query import read
from dashboard.views.timeline import TimelineView
from layers import Landscape
from layers.changes import changes_on
from layers.dates import DEFAULT_DAY, parse_day
from layers.geography.built import built
from layers.landscape import Snapshot
from layers.layer import Layer
from layers.place.area import area_of
from layers.place.changes import changes_of
from layers.place.covers import covers_of
from layers.place.mismatches import mismatches
from tests.dashboard.conftest import as_read, walk
from tests.dashboard.export.tables.ask import ORIGIN, by, sheet
from tests.dashboard.pairs import cells_of
from tests.dashboard.toy import World, build_world, served, world
from tests.layers.toy import Toy, code

TRANSPORT, TOWNS = "transport_body", "town_deal"
WEST, ASH_DEAL = "transport-west", "town-ash"


def with_new_layers() -> Toy:
    """The toy world's rows and the new ones."""
    toy = world()
    plain = {field.name: "no" for field in fields(Layer) if field.type == "bool"}
    transport = {"name": "Transport bodies", "name_singular": "Transport body", "short_name": "Transport body"}
    transport |= {"noun": "transport body", "plural": "transport bodies", "name_inside": "transport bodies"}
    transport |= {"category": "body", "rows_in": "bodies", "dated_membership": "yes", "main": "yes", "compared": "yes"}
    transport |= {"briefing": "programme", "briefing_order": "12", "subject": "transport", "subject_name": "Transport"}
    transport |= {"colour": "#008080", "dash": "solid", "width": "1.8", "council_map": "transports"}
    toy.add("layers", id=TRANSPORT, order=14, article="a", what_it_does="Plans roads.", **plain | transport)
    towns = {"name": "Town deals", "name_singular": "Town deal", "short_name": "Town deal", "noun": "town deal"}
    towns |= {"plural": "town deals", "name_inside": "town deals", "category": "deal", "rows_in": "deals"}
    towns |= {"carries_money": "yes", "colour": "#804000", "dash": "3px,1px", "width": "1.8"}
    toy.add("layers", id=TOWNS, order=15, article="a", what_it_does="Pays for towns.", **plain | towns)
    for name, letters in (("west", "AB"), ("east", "EF")):
        body = {"name": f"{name.capitalize()} Transport", "short_name": f"{name.capitalize()} roads"}
        toy.add("bodies", id=f"transport-{name}", layer=TRANSPORT, valid_from="2016-01-01", **body)
        for letter in letters:
            since = "2017-01-01" if letter == "B" else "2016-01-01"
            member = {"body_id": f"transport-{name}", "district_code": code(letter), "role": "member", "share": 1}
            toy.add("memberships", valid_from=since, **member)
    deal = {"name": "Ash Town Deal", "place": "Ash town", "status": "signed", "amount_gbp_m": 20}
    toy.deal(ASH_DEAL, TOWNS, "2017-06-01", "A", **deal)
    toy.add("timeline", date="2016-01-01", event="Roads get bodies", layer="transport")
    return toy


@pytest.fixture(scope="module")
def wider(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The world with the new layers, built and loaded from disk."""
    return build_world(tmp_path_factory.mktemp("wider"), with_new_layers())


@pytest.fixture(scope="module")
def files(wider: World) -> Iterator[None]:
    """Its built files in place of the real ones."""
    yield from served(wider.boundaries)


@pytest.fixture
def land(wider: World, files: None) -> Landscape:
    return wider.land


@pytest.fixture
def snapshot(land: Landscape) -> Snapshot:
    return land.as_at()


@pytest.fixture(scope="module")
def client(wider: World) -> FlaskClient:
    """The API over it."""
    server = Flask(__name__)
    add_api(server, wider.land)
    return server.test_client()


def test_the_maps_day(land):
    """The day's payload names its outlines; controls, colours and words of the page know it too."""
    day = snapshot_payload(land, DEFAULT_DAY)["layers"]
    assert [(body["name"], body["people"], body["shape"]) for body in day[TRANSPORT]["bodies"]] == [
        ("East Transport", 5500, "transport-east"),
        ("West Transport", 1500, WEST),
    ]
    assert day[TRANSPORT]["geometry"] == TRANSPORT
    assert [body["name"] for body in day[TOWNS]["bodies"]] == ["Ash Town Deal"]
    shown = {feature["id"] for feature in built(f"{TRANSPORT}-local-0")["features"]}
    assert shown >= {WEST, "transport-east"}
    assert tokens(land.layers.values())["layers"][TOWNS]["dash"] == "3px,1px"
    assert layer_facts(land.layers[TRANSPORT])["noun"] == "transport body"


def test_the_maps_controls_and_address(land):
    view, said = read(MapView, {"layers": f"stp,{TRANSPORT}", "fill": TRANSPORT, "lead": TOWNS}, land)
    assert (view.layers, view.fill, view.lead, said) == (("stp", TRANSPORT), TRANSPORT, TOWNS, ())
    switches = next(item for item in walk(panel(land, view)) if getattr(item, "id", None) == Map.LAYERS)
    assert [option["value"] for option in switches.options][-2:] == [TRANSPORT, TOWNS]
    assert switches.value == ["stp", TRANSPORT]


def test_the_slider_stops_where_members_join(land):
    assert parse_day("2017-01-01") in land.stops
    assert changes_on(land, parse_day("2017-01-01")) == ("1 district joined West Transport.",)
    assert changes_on(land, parse_day("2016-01-01")) == ("East Transport and West Transport started.",)


def test_the_card(land):
    said = as_read(card(land, code("A"), DEFAULT_DAY, False))
    assert "Transport body West Transport All of the district, since 1 January 2016." in said
    assert "Ash Town Deal" in said
    assert "£20m" in said
    assert "Transport body" in as_read(card(land, code("L"), DEFAULT_DAY, False)).split("None here on this day")[1]
    assert "Plans roads." in as_read(card(land, WEST, DEFAULT_DAY, False))


def test_overlaps(land, snapshot):
    """Against STPs: West's 1500 are North's 800 and 700 of South's."""
    view, said = read(OverlapsView, {"a": TRANSPORT, "b": "stp"}, land)
    assert (view.a, said) == (TRANSPORT, ())
    payload = pair_payload(land, TRANSPORT, "stp", "people", DEFAULT_DAY)
    named = {(payload["a"][cell.a]["id"], payload["b"][cell.b]["id"]): cell.people for cell in cells_of(payload)}
    assert named == {(WEST, "stp-north"): 800, (WEST, "stp-south"): 700, ("transport-east", "stp-vale"): 5500}
    lines = finding_lines(snapshot, TRANSPORT, "stp")
    assert "1,500 people live in the one transport body that an STP boundary cuts." in lines
    assert lines[-2].endswith("7,000 people in one and no one in two transport bodies.")
    both = bodies_drawing(snapshot, (snapshot.by_id[WEST], snapshot.by_id["stp-north"]))
    assert [outline["shape"] for outline in both["outlines"]] == [WEST, "stp-north"]


def test_the_patchwork(land, snapshot):
    view, said = read(PatchworkView, {"layers": TRANSPORT, "colour": "transports"}, land)
    assert (view.layers, view.colour, said) == ((TRANSPORT,), "transports", ())
    rows = patchwork_payload(land, (TRANSPORT,), "bundle", ALL, DEFAULT_DAY)["legend"]
    assert [(row["label"], row["people"]) for row in rows] == [
        ("None of these layers", 11_000),
        ("East roads transport body", 5500),
        ("West roads transport body", 1500),
    ]
    counted = patchwork_payload(land, (TRANSPORT,), "transports", ALL, DEFAULT_DAY)
    assert counted["title"].startswith("How many transport bodies the county or unitary council works with")
    assert [(row["label"], row["people"]) for row in counted["legend"]] == [("0", 11_000), ("1", 7000)]
    assert "West roads transport body" in as_read(patchwork_words.detail(snapshot, (TRANSPORT,), code("A")))


def test_the_place_page(land, snapshot):
    area = area_of(land, code("A"))
    covers = covers_of(snapshot, area)
    assert "Transport body Plans roads. West Transport: the whole place, since 1 January 2016." in as_read(
        place_page.deciders(snapshot, covers)
    )
    assert "West roads transport body" in as_read(place_page.sharers(covers))
    assert "Ash Town Deal" in as_read(place_page.deals(covers))
    assert "£20,000 a head here" in as_read(place_page.deals(covers))
    assert any("the West roads transport body" in line for line in mismatches(snapshot, area))
    assert [change.text for change in changes_of(snapshot, area) if "Transport" in change.text] == [
        "West Transport began here."
    ]
    assert TRANSPORT in {outline["layer"] for outline in place_drawing(snapshot, area)["outlines"]}
    assert "Transport bodies" in as_read(comparison(snapshot, (area, area_of(land, code("B")))))


def words_of(land: Landscape, kind: str, **query: str) -> str:
    """What a pack of A4 pages says."""
    pages = PdfReader(io.BytesIO(make(land, Order(kind, "pdf", query, ORIGIN)).content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_places_pack(land, monkeypatch):
    monkeypatch.setattr(facts, "CHOSEN", tuple(land.measures)[:1])  # the real ones are not in the toy
    said = words_of(land, "place", code=code("A"))
    assert "West Transport" in said
    assert "Ash Town Deal" in said
    assert make(land, Order("place", "pptx", {"code": code("A")}, ORIGIN)).content


def test_the_body_page(snapshot):
    """Its own page, and that of another body, which it meets."""
    mine = as_read(body_page.partners(snapshot, snapshot.by_id[WEST]))
    assert "combined authority" not in mine.split("On this day it shares people with no")[-1]
    assert "no other transport body" in mine
    assert "West roads" in as_read(body_page.partners(snapshot, snapshot.by_id["stp-north"]))
    assert "£20m" in as_read(body_page.deals(snapshot, snapshot.by_id[ASH_DEAL]))
    assert "Plans roads." in as_read(body_page.summary(snapshot, snapshot.by_id[WEST]))


def test_the_api(client):
    layers = client.get("/api/v1/layers").get_json()["rows"]
    assert {row["id"]: row["bodies"] for row in layers[-2:]} == {TRANSPORT: 2, TOWNS: 1}
    bodies = client.get(f"/api/v1/bodies?layer={TRANSPORT}").get_json()["rows"]
    assert [row["people"] for row in bodies] == [5500, 1500]
    pairs = client.get(f"/api/v1/overlaps?a={TRANSPORT}&b=stp").get_json()["rows"]
    assert [row["people"] for row in pairs] == [5500, 800, 700]
    place = client.get(f"/api/v1/places/{code('A')}").get_json()["covers"]
    assert {row["layer"] for row in place} >= {TRANSPORT, TOWNS}


def test_the_apis_description(client):
    document = client.get("/api/v1/openapi.json").get_json()
    given = {item["name"]: item for item in document["paths"]["/api/v1/overlaps"]["get"]["parameters"]}
    assert given["a"]["schema"]["enum"][-2:] == [TRANSPORT, TOWNS]


def test_briefing_packs(land, snapshot):
    """A pack of its own, and a line in that of an STP, among the programmes, where its row puts it."""
    said = words_of(land, "briefing", body=WEST)
    assert "West Transport" in said
    deciders = brief_of(Subject(snapshot, snapshot.by_id["stp-north"]), ORIGIN).sections[1]
    rows = [row for block in deciders.blocks for row in getattr(block, "rows", ())]
    assert [row[:3] for row in rows if row[1] == "transport body"] == [("West Transport", "transport body", "800")]
    assert make(land, Order("briefing", "pptx", {"body": ASH_DEAL}, ORIGIN)).content


def test_tables(land):
    def names(table: str, label: str, **query: str) -> list[object]:
        return [row[0] for row in by(sheet(land, table, **query), label)]

    assert names("map-bodies", "Body", layers=TRANSPORT) == ["East Transport", "West Transport"]
    assert "West Transport" in names("body-partners", "Body", body="stp-north")
    assert names("overlaps-pairs", "Transport body", a=TRANSPORT, b="stp")[0] == "East Transport"
    assert "Transport bodies" in [
        column.label for column in sheet(land, "patchwork-districts", layers=TRANSPORT).columns
    ]
    assert {"West Transport", "Ash Town Deal"} <= set(names("place-deciders", "Body", place=code("A")))
    assert "Ash Town Deal" in names("place-deals", "Deal", place=code("A"))
    assert "Transport" in names("timeline-events", "Subject")


def test_the_map_as_a_file(land):
    picture = make(land, Order("map", "svg", {"layers": f"{TRANSPORT},{TOWNS}"}, ORIGIN)).content.decode("utf-8")
    assert f"{TRANSPORT}-{WEST}" in picture
    assert "stroke: #008080" in picture
    assert make(land, Order("map", "geojson", {"layers": TRANSPORT}, ORIGIN)).content.count(b"transport-") >= 2


def test_search_and_timeline(land):
    assert [row[1:3] for row in built("search")["bodies"] if row[0] == WEST] == [[TRANSPORT, "West Transport"]]
    view, said = read(TimelineView, {"subject": "transport"}, land)
    assert (view.subject, said) == ("transport", ())
