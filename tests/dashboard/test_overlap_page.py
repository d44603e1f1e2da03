"""The overlaps page: its callbacks as plain functions, its ids, and what it sends."""

from __future__ import annotations

import json
from datetime import date

import brotli
import pytest
from dash import Dash

from dashboard.components.pair import pair_detail
from dashboard.ids import Overlaps, ids_of
from dashboard.payloads.drawings import bodies_drawing
from dashboard.payloads.overlaps import pair_payload, selected
from layers.dates import DEFAULT_DAY
from layers.overlaps.frame import overlap_frame
from layers.overlaps.measures import MATCHES
from layers.overlaps.pairs import WEIGHTS, layer_pair
from layers.words.numbers import percent
from tests.dashboard.conftest import as_read, ids_of_page, text_of, walk
from tests.dashboard.pairs import cells_of
from tests.layers.toy import AREA_LAYERS

BLACK_COUNTRY = "lep-greater-birmingham-and-solihull~stp-the-black-country"
CHANGING = (DEFAULT_DAY, date(2011, 1, 1), date(2018, 12, 31))


@pytest.fixture(scope="module")
def page(app: Dash):
    """The page's module; Dash imports it when the application is made."""
    from dashboard.pages import overlaps

    return overlaps


def test_every_id_of_a_callback_is_in_the_layout(app, page):
    used = {part for part in vars(Overlaps).values() if isinstance(part, str) and part.startswith("overlaps-")}
    asked = set()
    for name, item in app.callback_map.items():
        outputs = name.strip(".").replace("...", "..").split("..")
        asked |= {part.split(".")[0] for part in outputs if part.startswith("overlaps-")}
        asked |= {x["id"] for x in [*item["inputs"], *item["state"]] if str(x["id"]).startswith("overlaps-")}
    assert len(asked) >= 12
    assert asked <= ids_of_page(page.layout())
    assert asked <= used


def test_every_id_the_scripts_look_for_is_in_the_layout(page):
    """Both are drawn by scripts in the header: the list of what was found, and the note of a change of day."""
    assert set(ids_of(Overlaps).values()) - ids_of_page(page.layout()) <= {Overlaps.SEARCH_LIST, Overlaps.CHANGED}


def test_ids_are_unique(page):
    ids = [item.id for item in walk(page.layout(pair=BLACK_COUNTRY)) if getattr(item, "id", None)]
    assert len(ids) == len(set(ids))


def test_the_layout_says_what_it_did_not_understand(page):
    said = text_of(page.layout(a="councils", pair="x~y", colour="red"))
    for note in ("“councils” is not a layer known here", "“x~y” is not a pair of bodies", "The address holds “colour”"):
        assert note in said


@pytest.mark.parametrize("a", AREA_LAYERS)
def test_the_layout_of_every_layer_against_itself_and_stps(page, a):
    for b in (a, "stp"):
        assert "Overlaps" in text_of(page.layout(a=a, b=b, as_at="2012-06-01"))


def test_change_layers(page, land):
    data, said = page.change_layers("lep", "stp", "area", "2017-12-01")
    assert data == pair_payload(land, "lep", "stp", "area", DEFAULT_DAY)
    text = as_read(said)
    assert "39.3 million people live in the 21 LEPs that an STP boundary cuts." in text
    assert "(neat fit 0.689, where 1 is a perfect nesting)" in text
    assert "4.2 million people in two or more LEPs." in text
    assert "A share under 1% of both counts as a touch, and over 99% as all; partners are counted from 1%." in text


def test_change_layers_with_one_layer_says_its_coverage_once(page):
    _, said = page.change_layers("lep", "lep", "people", "2017-12-01")
    assert as_read(said).count("Everyone in England lives in a LEP") == 1
    assert "18 of the 38 LEPs overlap another; 4.2 million people live in two or more." in as_read(said)


@pytest.mark.parametrize("sent", [("x", "y", "z", "soon"), (None, None, None, None), (1, ["stp"], {}, 5)])
def test_change_layers_never_raises_on_what_a_client_sends(page, land, sent):
    data, _ = page.change_layers(*sent)
    assert data == pair_payload(land, "stp", "combined_authority", "people", DEFAULT_DAY)


def test_change_pair(page, land):
    said, picture = page.change_pair(BLACK_COUNTRY, "2017-12-01")
    text = as_read(said)
    for line in (
        "Greater Birmingham and Black Country cross: each holds people that the other does not.",
        "176,000 people live in both: about 1 in 12 of Greater Birmingham’s and about 1 in 8 of Black Country’s.",
        "In both 175,800 8.7% of Greater Birmingham, 12.9% of Black Country",
        "Birmingham 175,800 15.5% 92",
    ):
        assert line in text
    assert [item["shape"] for item in picture["outlines"]] == BLACK_COUNTRY.split("~")
    assert picture["parts"] == ["E08000025-2"]


def test_the_page_opens_on_the_pair_of_its_address(page):
    assert "Birmingham 175,800 15.5% 92" in text_of(page.layout(a="lep", b="stp", pair=BLACK_COUNTRY))


@pytest.mark.parametrize("sent", ["", None, "x", "x~y", 7, ["a"]])
def test_no_pair_or_an_unknown_one_says_how_to_choose(page, sent):
    said, picture = page.change_pair(sent, "2017-12-01")
    assert text_of(said).startswith("Choose a cell of the matrix")
    assert picture is None


@pytest.mark.parametrize(
    ("pair", "day"),
    [
        (BLACK_COUNTRY, "2012-01-01"),
        ("ca-north-of-tyne~stp-cumbria-and-north-east", "2017-12-01"),
        ("city-deal-milton-keynes~stp-dorset", "2017-12-01"),
    ],
)
def test_a_body_not_in_being_or_without_an_area_gets_a_sentence(page, pair, day):
    said, picture = page.change_pair(pair, day)
    assert text_of(said).startswith("One of these two is not in being on this day, or its area is not known.")
    assert picture is None


def test_a_pair_that_shares_nobody(page):
    said, picture = page.change_pair("ca-tees-valley~stp-dorset", "2017-12-01")
    assert "No one lives in both Tees Valley and Dorset." in text_of(said)
    assert picture["parts"] == []


def test_people_of_a_pairs_districts_add_up(land):
    snapshot = land.as_at()
    for row in overlap_frame(snapshot, "lep", "stp").itertuples():
        found = bodies_drawing(snapshot, selected(snapshot, f"{row.a_id}~{row.b_id}"))
        position = {name: place for place, name in enumerate(land.parts.ids)}
        assert land.parts.people_in(position[name] for name in found["parts"]) == row.people


@pytest.mark.parametrize("a", AREA_LAYERS)
def test_every_pair_of_layers_is_small_to_send(land, a):
    for b in AREA_LAYERS:
        data = json.dumps(pair_payload(land, a, b, "people", DEFAULT_DAY), separators=(",", ":"))
        assert len(brotli.compress(data.encode(), quality=5)) < 30_000, (a, b)


@pytest.mark.parametrize("day", CHANGING)
@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_cell_is_a_row_of_the_frame(land, weight, day):
    snapshot = land.as_at(day)
    for a in AREA_LAYERS:
        for b in AREA_LAYERS:
            data = pair_payload(land, a, b, weight, day)
            frame = overlap_frame(snapshot, a, b, weight)
            cells = [
                (data["a"][c.a]["id"], data["b"][c.b]["id"], c.people, MATCHES[c.match], c.whole, c.part)
                for c in cells_of(data)
            ]
            columns = ["a_id", "b_id", "people", "match", "districts_whole", "districts_part"]
            assert cells == list(frame[columns].itertuples(index=False, name=None)), (a, b)
            for column, name, within in (
                ("area_km2", "km2", 0.051),
                ("share_of_a", "of_a", 6e-5),
                ("share_of_b", "of_b", 6e-5),
            ):
                sent = [getattr(cell, name) for cell in cells_of(data)]
                assert sent == pytest.approx(list(frame[column]), abs=within)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_share_sent_to_a_script_reads_as_the_share_itself(land, weight):
    """It was rounded before it was sent, and what the script rounded again could differ from the export."""
    for a in AREA_LAYERS:
        for b in AREA_LAYERS:
            pair = layer_pair(land.as_at(), a, b)
            data = pair_payload(land, a, b, weight, DEFAULT_DAY)
            ids = [[body["id"] for body in data[side]] for side in ("a", "b")]
            sent = {
                (ids[0][cell.a], ids[1][cell.b]): [percent(cell.of_a), percent(cell.of_b)] for cell in cells_of(data)
            }
            shares = pair.shares_by(weight)
            said = {(pair.a[i].id, pair.b[j].id): [percent(of[i, j]) for of in shares] for i, j in pair.pairs()}
            assert sent == said


def test_a_body_all_of_whose_land_is_inside_another_is_whole(land):
    """Square kilometres are sums of fractions, whose order can leave a rest."""
    for a in AREA_LAYERS:
        for b in AREA_LAYERS:
            pair = layer_pair(land.as_at(), a, b)
            of_a, of_b = pair.shares_by("area")
            for i, j in pair.pairs():
                one, other = set(pair.a[i].parts), set(pair.b[j].parts)
                assert (of_a[i, j] == 1, of_b[i, j] == 1) == (one <= other, other <= one), (a, b, i, j)


def test_a_district_of_the_overlap_is_all_in_it_or_says_how_much(land):
    """Four boroughs of the Black Country STP and the west of Birmingham are in the West Midlands."""
    bodies = selected(land.as_at(), "ca-west-midlands~stp-the-black-country")
    said = as_read(pair_detail(land.as_at(), *bodies))
    assert "Wolverhampton 259,926 all 158 Birmingham 175,800 15.5% 92" in said


def test_bristols_share_of_the_west_of_england_reads_the_same_everywhere(land):
    """738,279 of 926,957 people are 0.796454… of them: not 0.7965 first, and then 79.7%."""
    data = pair_payload(land, "combined_authority", "stp", "people", DEFAULT_DAY)
    names = [[body["short"] for body in data[side]] for side in ("a", "b")]
    sent = {(names[0][cell.a], names[1][cell.b]): cell.of_a for cell in cells_of(data)}
    assert sent["West of England", "Bristol, N Som & S Glos"] == 0.796454
    bodies = selected(land.as_at(), "ca-west-of-england~stp-bristol-north-somerset-and-south-gloucestershire")
    assert "79.6% of West of England" in as_read(pair_detail(land.as_at(), *bodies))


def test_sides_of_the_payload(land):
    snapshot = land.as_at()
    data = pair_payload(land, "stp", "combined_authority", "people", DEFAULT_DAY)
    assert {item["id"]: item["people"] for item in data["a"]} == {b.id: b.people for b in snapshot.bodies("stp")}
    assert len(data["b"]) == 9
    sums = dict.fromkeys(range(len(data["a"])), 0)
    for cell in cells_of(data):
        sums[cell.a] += cell.people
    assert {i: item["people"] - item["none"] for i, item in enumerate(data["a"])} == sums, "authorities do not overlap"
    assert not any(item["many"] for item in data["a"])
