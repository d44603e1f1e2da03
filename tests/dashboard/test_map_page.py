"""The map page as a pure function of its query, its callbacks as plain functions, and what the card says."""

from __future__ import annotations

import importlib
import json
from datetime import date
from types import ModuleType
from typing import Any

import plotly.graph_objects as go
import pytest
from dash import Dash

from dashboard.components.card import QUESTIONS, card
from dashboard.ids import Map
from dashboard.payloads.snapshot import snapshot_payload
from dashboard.views.map import MapView
from dashboard.views.query import clamp_day, read
from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY
from layers.landscape import Landscape
from tests.dashboard.conftest import as_read, ids_of_page, text_of, walk
from tests.dashboard.views.addresses import query_of

BASSETLAW, SANDWELL = "E07000171", "E08000028"


@pytest.fixture(scope="module")
def page(app: Dash) -> ModuleType:
    """The page's module, which only an application may import."""
    return importlib.import_module("dashboard.pages.map")


def plain(component: Any) -> str:
    """A component as it travels to the browser."""
    text: str = component.to_plotly_json() and json.dumps(
        component, default=lambda item: item.to_plotly_json(), sort_keys=True
    )
    return text


def by_id(component: Any, identifier: str) -> Any:
    """The one component with that id."""
    (found,) = (item for item in walk(component) if getattr(item, "id", None) == identifier)
    return found


def test_the_layout_is_a_pure_function_of_its_query(page: ModuleType) -> None:
    query = {"layers": "lep", "select": BASSETLAW, "as_at": "2014-04-01", "zoom": "nonsense"}
    first = plain(page.layout(**query))
    assert plain(page.layout()) != first
    assert plain(page.layout(**query)) == first


def test_every_id_is_there_once(page: ModuleType) -> None:
    ids = [item.id for item in walk(page.layout(layers="none", x="1")) if getattr(item, "id", None)]
    assert len(ids) == len(set(ids))
    assert {value for name, value in vars(Map).items() if name.isupper()} <= set(ids)


def referred(app: Dash, prefix: str) -> set[str]:
    """Every component id that the callbacks of a page name."""
    found: set[str] = set()
    for output, entry in app.callback_map.items():
        named = [item["id"] for item in (*entry["inputs"], *entry["state"])]
        named += [part.rpartition(".")[0] for part in output.strip(".").split("...") if "." in part]
        found.update(str(item) for item in named if str(item).startswith(prefix))
    return found


def test_every_callback_finds_its_components(app: Dash, page: ModuleType) -> None:
    app.server.test_client().get("/")
    named = referred(app, "map-")
    assert len(named) >= 14
    for query in ({}, {"layers": "none", "measure": "none"}, {"select": "nonsense", "present": "1"}):
        assert named <= ids_of_page(page.layout(**query))


def test_the_layout_carries_the_view(page: ModuleType, land: Landscape) -> None:
    shown = page.layout(
        layers="lep,university", fill="lep", as_at="2016-06-17", select=BASSETLAW, table="bodies", fallen="1"
    )
    assert by_id(shown, Map.LAYERS).value == ["lep"]
    assert by_id(shown, Map.POINTS).value == ["university"]
    assert by_id(shown, Map.FILL).value == "lep"
    assert by_id(shown, Map.FALLEN).value == ["fallen"]
    assert by_id(shown, Map.DAY_INPUT).value == "17 June 2016"
    assert by_id(shown, Map.DAY_SLIDER).value == (date(2016, 6, 17) - FIRST_DAY).days
    assert by_id(shown, Map.TABLE_KIND).value == "bodies"
    assert by_id(shown, Map.SNAPSHOT).data is snapshot_payload(land, date(2016, 6, 17))
    assert "Bassetlaw" in text_of(by_id(shown, Map.CARD))
    assert "present" not in by_id(shown, Map.PAGE).className
    assert "present" in by_id(page.layout(present="1"), Map.PAGE).className


def test_a_viewport_reaches_the_figure(page: ModuleType) -> None:
    geo = go.Figure(by_id(page.layout(lon="-1.05", lat="53.35", zoom="6"), Map.GRAPH).figure).layout.geo
    assert (geo.center.lon, geo.center.lat, geo.projection.scale) == (-1.05, 53.35, 6)
    assert go.Figure(by_id(page.layout(), Map.GRAPH).figure).layout.geo.projection.scale is None


def test_what_was_not_understood_is_said(page: ModuleType) -> None:
    text = text_of(page.layout(layers="roads", as_at=["2017-01-01", "never"]))
    assert "“roads” is not a layer known here" in text
    assert "The address gives as_at more than once" in text
    assert "“never” is not a date" in text
    assert "known here" not in text_of(page.layout())


def test_change_day(page: ModuleType, land: Landscape) -> None:
    assert page.change_day("2016-03-15") == snapshot_payload(land, date(2016, 3, 15))
    assert page.change_day("3000-01-01") == snapshot_payload(land, LAST_DAY)
    assert page.change_day(None) == snapshot_payload(land, DEFAULT_DAY)


@pytest.mark.parametrize("sent", [None, "", "never", "2017-13-01", 7, [], {"a": 1}, "2017-12-01T00:00"])
def test_a_day_that_is_none_is_the_default(sent: Any) -> None:
    assert clamp_day(sent) == DEFAULT_DAY


@pytest.mark.parametrize(
    ("sent", "day"), [("1066-10-14", FIRST_DAY), ("2011-01-01", FIRST_DAY), ("2099-01-01", LAST_DAY)]
)
def test_a_day_is_kept_within_the_period(sent: str, day: date) -> None:
    assert clamp_day(sent) == day


def test_change_card(page: ModuleType) -> None:
    assert "Bassetlaw" in text_of(page.change_card(BASSETLAW, "2017-12-01", []))
    assert "North Midlands" not in text_of(page.change_card(BASSETLAW, "2017-12-01", []))
    assert "North Midlands" in text_of(page.change_card(BASSETLAW, "2017-12-01", ["fallen"]))
    for nothing in ("", None, "nonsense"):
        assert "start with a question" in text_of(page.change_card(nothing, "never", []))


def said(land: Landscape, identifier: str | None, day: date = DEFAULT_DAY, fallen: bool = False) -> str:
    """All that a card says, on one line."""
    return as_read(card(land, identifier, day, fallen))


def test_bassetlaw_looks_both_ways(land: Landscape) -> None:
    text = said(land, BASSETLAW)
    assert "Non-metropolitan district in Nottinghamshire, East Midlands" in text
    assert "116,304 people (mid-2017), 638 km²." in text
    assert "Who covers it, 1 December 2017" in text
    assert "Associate (non-constituent member), since 1 April 2014." in text
    for body in ("Derby, Derbyshire, Nottingham and Nottinghamshire", "Sheffield City Region"):
        assert f"{body} Local Enterprise Partnership" in text
    assert "Local enterprise partnerships (LEPs)" in text
    assert "round 1 (2014): signed, announced 7 July 2014; £295.2m." in text
    assert "city deal" not in text.split("None here on this day")[-1] or "None here" not in text


def test_sandwells_stp_reaches_into_birmingham(land: Landscape) -> None:
    text = said(land, SANDWELL)
    assert "Shared with Dudley, Walsall and Wolverhampton; also holds 15.5% of Birmingham’s people." in text
    assert "clinical commissioning groups, not from council boundaries" in text
    assert "mayor since 8 May 2017" in text
    assert "mayor since" not in said(land, SANDWELL, date(2017, 5, 7))


def test_a_body(land: Landscape) -> None:
    text = said(land, "stp-the-black-country")
    assert "1,361,898 people, 390 km², 5 districts." in text
    assert "Birmingham 15.5% of its people" in text
    assert "From 15 March 2016." in text
    before = said(land, "stp-the-black-country", date(2016, 3, 14))
    assert "Not in being on 14 March 2016: from 15 March 2016." in before
    assert "people," not in before


def test_a_fallen_deal_and_a_bid(land: Landscape) -> None:
    fallen = said(land, "devolution-north-east")
    assert "withdrawn" in fallen or "rejected" in fallen
    bid = said(land, "devolution-north-midlands")
    assert "not agreed, announced January 2016; amount not known." in bid
    assert "Bassetlaw invited" in bid
    assert "£0" not in fallen + bid


def test_a_body_without_an_area_says_so(land: Landscape) -> None:
    assert "Its area is not in the data, so the map can’t draw it." in said(land, "devolution-cumbria")


def test_an_institution(land: Landscape) -> None:
    university = next(item for item in land.institutions.values() if item.name == "University of Hull")
    text = said(land, university.id)
    assert f"{university.students:,} students ({university.students_year})." in text
    assert "Kingston upon Hull" in text
    assert "Humber, Coast and Vale" in text
    trust = next(item for item in land.institutions.values() if item.layer == "nhs_trust")
    assert "students" not in said(land, trust.id)


@pytest.mark.parametrize("identifier", [None, "", "nonsense", "E07000999"])
def test_nothing_known_is_the_welcome(land: Landscape, identifier: str | None) -> None:
    assert said(land, identifier).startswith("Choose a district on the map, search above, or start with a question:")


def test_the_questions_are_addresses_that_are_understood(land: Landscape) -> None:
    for _, link in QUESTIONS:
        state, notes = read(MapView, query_of(link.removeprefix("?")), land)
        assert not notes
        assert state.layers


@pytest.mark.parametrize("day", [FIRST_DAY, date(2014, 4, 1), LAST_DAY])
def test_every_card_can_be_written_on_any_day(land: Landscape, day: date) -> None:
    for identifier in (*land.all_bodies, *list(land.districts)[::15], *list(land.institutions)[::15]):
        text = said(land, identifier, day, fallen=True)
        assert len(text) > 40
        assert "None None" not in text
        assert "nan" not in text.split()


def test_the_export_panel_offers_the_title_of_the_view_on_screen(app):
    from dashboard.pages.map import offer_words

    view = {
        "measure": "none",
        "layers": ["lep", "nhs_trust"],
        "as_at": "2016-05-01",
        "select": "E07000171",
        "fill": None,
    }
    title, subtitle = offer_words(1, view)
    assert title == "Local enterprise partnerships (LEPs) and NHS trusts, 1 May 2016"
    assert subtitle == "Outlined in black: Bassetlaw"
    shaded = {"measure": "growth_deal_per_head", "layers": ["lep", "stp", "nhs_trust"], "as_at": "2016-04-01"}
    assert offer_words(1, shaded) == (
        "Local enterprise partnerships (LEPs), STP footprints and NHS trusts, 1 April 2016",
        "Districts shaded by Growth Deal money per head",
    )


def test_the_export_panel_offers_the_pages_that_an_export_takes():
    """What goes without saying has no value, and so stands in no address; every other value is one that the address takes."""
    from dash import html

    from dashboard.components.export_panel import export_panel
    from dashboard.ids import Map
    from dashboard.views.query import keys_of
    from dashboard.views.sheet import SheetView

    def within(part):
        yield part
        children = getattr(part, "children", None)
        for child in children if isinstance(children, list) else [children]:
            if child is not None and not isinstance(child, str):
                yield from within(child)

    lists = {part.name: part for part in within(export_panel()) if isinstance(part, html.Select)}
    assert set(lists) == set(keys_of(SheetView)) == {"shape", "panel"}
    assert (lists["shape"].id, lists["panel"].id) == (Map.EXPORT_SHAPE, Map.EXPORT_PANEL)
    values = {name: [option.value for option in chosen.children] for name, chosen in lists.items()}
    assert values == {"shape": ["", "4:3"], "panel": ["", "0"]}
    labels = {part.htmlFor for part in within(export_panel()) if isinstance(part, html.Label)}
    assert {Map.EXPORT_SHAPE, Map.EXPORT_PANEL} <= labels
