"""The patchwork page: its callbacks as plain functions, its ids, its words and where its links lead."""

from __future__ import annotations

from datetime import date

import pytest
from dash import Dash

from dashboard.ids import Patchwork, ids_of
from dashboard.payloads.patchwork import patchwork_payload
from dashboard.views.patchwork import ALL, COLOURS, PatchworkView
from layers.dates import DEFAULT_DAY
from tests.dashboard.conftest import as_read, ids_of_page, text_of, walk
from tests.dashboard.test_place_page import asked_ids, check_links
from tests.layers.toy import AREA_LAYERS

DAYS = ("2011-01-01", "2016-03-15", "2017-12-01", "2018-04-01", "2018-12-31")
MAIN = list(PatchworkView().layers)
BASSETLAW, BIRMINGHAM = "E07000171", "E08000025"


@pytest.fixture(scope="module")
def page(app: Dash):
    """The page's module; Dash imports it when the application is made."""
    from dashboard.pages import patchwork

    return patchwork


def test_every_id_of_a_callback_is_in_the_layout(app, page):
    asked = asked_ids(app, "patchwork-")
    assert len(asked) >= 12
    assert asked <= ids_of_page(page.layout())
    assert asked <= set(ids_of(Patchwork).values())


def test_every_id_the_scripts_look_for_is_in_the_layout(page):
    """Both are drawn by scripts in the header: the list of what was found, and the note of a change of day."""
    assert set(ids_of(Patchwork).values()) - ids_of_page(page.layout()) <= {Patchwork.SEARCH_LIST, Patchwork.CHANGED}


def test_ids_are_unique(page):
    ids = [item.id for item in walk(page.layout(select=BIRMINGHAM)) if getattr(item, "id", None)]
    assert len(ids) == len(set(ids))


def test_the_layout_says_what_it_did_not_understand(page):
    said = text_of(page.layout(layers="councils", region="Wales", hue="red"))
    for note in ("“councils” is not a layer known here", "“Wales” is not a region", "The address holds “hue”"):
        assert note in said


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("day", DAYS)
def test_the_layout_of_every_colour_and_several_days(page, land, colour, day):
    layout = page.layout(colour=colour, as_at=day, select=BASSETLAW, region="E12000004")
    assert "Bassetlaw" in text_of(layout)
    check_links(land, layout, day)


def test_the_summary_in_sentences(page):
    text = as_read(page.layout())
    assert "88 different bundles of bodies over 152 county and unitary councils." in text
    assert "Choose a district on the map" in text


def test_no_layers_split_none_of_the_councils(page):
    _, said = page.change_view([], "bundle", ALL, "2017-12-01")
    assert "Choose at least one layer to see how far it reaches." in text_of(said)
    _, said = page.change_view(["combined_authority"], "bundle", ALL, "2011-01-01")
    assert "A boundary of these layers runs through none of those councils." in text_of(said)


def test_change_view(page, land):
    data, said = page.change_view(["stp", "lep"], "leps", "E12000001", "2016-03-15")
    assert data == patchwork_payload(land, ("lep", "stp"), "leps", "E12000001", date(2016, 3, 15))
    assert "How far each layer reaches" in text_of(said)
    everywhere = page.change_view(MAIN, "bundle", ALL, "2017-12-01")[1]
    assert text_of(everywhere).count("55,619,430") == 1, "everyone is in one STP"


@pytest.mark.parametrize(
    "sent",
    [
        (None, None, None, None),
        (["x"], "y", "z", "soon"),
        (5, 5, 5, 5),
        ([1, None, ["stp"], {}], ["bundle"], {"a": 1}, []),
        ("stp", True, 1.5, {"day": 1}),
        ({"stp": 1}, [], [[]], [["2017-12-01"]]),
    ],
)
def test_change_view_never_raises_on_what_a_client_sends(page, land, sent):
    data, said = page.change_view(*sent)
    assert data["colour"] == PatchworkView().colour
    assert data["region"] == ALL
    assert data["day"] == DEFAULT_DAY.isoformat()
    assert set(data["layers"]) <= set(AREA_LAYERS)
    assert said


@pytest.mark.parametrize("sent", ["", None, "x", 7, ["E07000171"], {"a": 1}, True])
def test_change_detail_without_a_district_says_how_to_choose(page, sent):
    assert text_of(page.change_detail(sent, MAIN, "2017-12-01")).startswith("Choose a district on the map")


@pytest.mark.parametrize("layers", [None, 5, "stp", {"stp": 1}, [None], ["x"]])
def test_change_detail_with_odd_layers(page, layers):
    assert "Bassetlaw" in text_of(page.change_detail(BASSETLAW, layers, None))


def test_a_district_in_two_parts(page):
    text = as_read(page.change_detail(BIRMINGHAM, ["lep", "stp"], "2017-12-01"))
    assert "Part 1: 84.5% of its people" in text
    assert "Part 2: 15.5% of its people" in text
    assert "Black Country STP" in text


def test_the_seams_round_bassetlaw(page):
    text = " ".join(text_of(page.change_detail(BASSETLAW, MAIN, "2017-12-01")).split())
    seams = text.partition("The seams round it")[2]
    assert seams.startswith(" Doncaster : Combined authority, ")
    assert seams.count(":") == 7


def test_no_body_at_all(page):
    text = text_of(page.change_detail(BASSETLAW, ["combined_authority"], "2011-01-01"))
    assert "No body of these layers covers it." in text
    assert "No other bundle differs by just one body." in text
    assert "Nothing changes at any of its borders." in text


@pytest.mark.parametrize("day", DAYS)
def test_the_words_on_every_district(page, land, day):
    for code, district in land.districts.items():
        said = page.change_detail(code, MAIN, day)
        assert text_of(said).startswith(district.name)
        check_links(land, said, day)
