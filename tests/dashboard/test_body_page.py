"""The page of one body: for every body there is, on the day it began and on the default day."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from dash import Dash, html

from dashboard.ids import BodyPage
from dashboard.views.overlaps import OverlapsView
from dashboard.views.query import read
from layers.dates import DEFAULT_DAY, FIRST_DAY
from tests.dashboard.conftest import as_read, ids_of_page, text_of, walk
from tests.layers.toy import AREA_LAYERS


@pytest.fixture(scope="module")
def page(app: Dash):
    """The page's module; Dash imports it when the application is made."""
    from dashboard.pages import body

    return body


@pytest.fixture
def plain_map(monkeypatch):
    """The empty map made once: it is the same for every body and the slow half of a layout."""
    from dashboard.components import small_map

    figure = small_map.small_figure()
    monkeypatch.setattr(small_map, "small_figure", lambda: figure)


def links(layout):
    return [item.href for item in walk(layout) if isinstance(item, html.A)]


def first_day(body):
    """The first day of the period on which the body is there."""
    begun = body.valid_from or min((item.announced_on for item in body.agreements), default=FIRST_DAY)
    return max(begun, FIRST_DAY)


@pytest.mark.usefixtures("plain_map")
@pytest.mark.parametrize("layer", AREA_LAYERS)
def test_every_body_has_a_page(page, land, layer):
    """On the day it began and on the default day; every link in it leads somewhere."""
    bodies = [body for body in land.all_bodies.values() if body.layer == layer]
    assert bodies
    for body in bodies:
        day = first_day(body)
        began, today = page.layout(body.id, as_at=day.isoformat()), page.layout(body.id)
        assert body.id in land.as_at(day).by_id
        assert "Not in being" not in text_of(began)
        assert ("Not in being" in text_of(today)) == (body.id not in land.as_at().by_id)
        for layout in (began, today):
            assert body.name in text_of(layout)
            assert BodyPage.DRAWING in ids_of_page(layout)
            for href in links(layout):
                check(land, href)


def check(land, href):
    """A link of ours leads to something known, in an address that its page understands."""
    split = urlsplit(href)
    query = {key: values[0] for key, values in parse_qs(split.query).items()}
    if split.netloc:
        return
    if split.path.startswith("/body/"):
        assert split.path.removeprefix("/body/") in land.all_bodies, href
        assert set(query) <= {"as_at"}, href
    elif split.path.startswith("/place/"):
        assert split.path.removeprefix("/place/") in land.districts, href
    elif split.path == "/overlaps":
        state, notes = read(OverlapsView, query, land)
        assert notes == (), href
        if state.pair:
            a, b = state.pair.split("~")
            assert (land.all_bodies[a].layer, land.all_bodies[b].layer) == (state.a, state.b)
    elif "select" in query:
        assert query["select"] in {*land.all_bodies, *land.institutions}, href


@pytest.mark.parametrize("name", ["nowhere", "", "<script>", "STP-DORSET", "x" * 3000])
def test_an_unknown_body_gets_a_friendly_page(page, name):
    layout = page.layout(name)
    assert "There is no body with this name here" in text_of(layout)
    assert "Search for it on the map" in text_of(layout)
    assert not any("select=" in href for href in links(layout))


def test_what_the_address_holds_is_checked(page):
    said = text_of(page.layout("stp-dorset", as_at="soon", colour="red"))
    assert "“soon” is not a date (YYYY-MM-DD), so 1 December 2017 is shown." in said
    assert "The address holds “colour”, which is not used here." in said
    said = text_of(page.layout("stp-dorset", as_at="2025-01-01"))
    assert "1 January 2025 is outside 2011 to 2018, so 31 December 2018 is shown." in said


def test_a_body_not_in_being_says_when_it_was_and_leads_there(page):
    layout = page.layout("ca-north-of-tyne")
    assert "Not in being on 1 December 2017: from 2 November 2018." in text_of(layout)
    assert "?as_at=2018-11-02" in links(layout)


def test_sheffield_city_regions_growth_deal(page):
    said = text_of(page.layout("growth-deal-sheffield-city-region"))
    for line in ("£295.2m", "£30.7m", "£37.8m", "All rounds together: £363.7m, £195 a head of the LEP’s people."):
        assert line in said


def test_the_lep_shows_the_deal_it_leads(page):
    layout = page.layout("lep-sheffield-city-region")
    assert "All rounds together: £363.7m" in text_of(layout)
    assert "/body/growth-deal-sheffield-city-region" in links(layout)


def test_partners_with_both_shares(page):
    said = text_of(page.layout("stp-the-black-country"))
    assert "Greater Birmingham 175,800 12.9% 8.7% crosses" in said
    assert "Districts: 4 whole, 1 in part" in said
    assert "Birmingham , 15.5% of its people" in said


def test_layers_it_meets_nobody_of_are_named_in_words(page):
    said = as_read(page.layout("stp-dorset"))
    assert "On this day it shares people with no combined authority, no other STP, no " in said
    assert "cience or innovation" not in said


def test_a_fallen_deal_is_not_said_to_share_with_nobody(page, land):
    fallen = next(body for body in land.as_at().bodies("devolution_deal", fallen=True) if body.standing == "fallen")
    said = text_of(page.layout(fallen.id))
    assert "Not counted, as it is not in force on this day." in said
    assert "shares people with no" not in said


def test_lineage(page):
    said = text_of(page.layout("stp-cumbria-and-north-east", as_at="2018-04-01"))
    assert said.count("Took over from") == 3


def test_links_keep_the_day(page):
    """On the default day an address needs none."""
    for href in links(page.layout("stp-the-black-country", as_at="2018-06-01")):
        if href.startswith(("/body/", "/place/", "/overlaps?", "/?select=stp")):
            assert "as_at=2018-06-01" in href
    today = links(page.layout("stp-the-black-country", as_at=DEFAULT_DAY.isoformat()))
    assert "/body/lep-black-country" in today


def test_an_initial_drawing_is_of_the_outline_of_the_day(page):
    (store,) = (item for item in walk(page.layout("stp-dorset")) if getattr(item, "id", None) == BodyPage.DRAWING)
    assert [item["shape"] for item in store.data["outlines"]] == ["stp-dorset"]
