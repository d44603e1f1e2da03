"""The address: every view survives it, and nothing that anybody writes there breaks the page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.map import NO_MEASURE, TABLES, MapView
from dashboard.views.query import Query, keys_of, read, serialise
from dashboard.world import landscape
from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY
from layers.landscape import Landscape
from layers.statistics.growth import GROWTH_PER_HEAD
from tests.dashboard.views.addresses import queries, query_of
from tests.layers.toy import AREA_LAYERS, records

DEFAULTS = MapView()
KEYS = tuple(keys_of(MapView))
OVERLAYS = tuple(records())
LIMITS = {"lon": (-12.0, 6.0, 3), "lat": (48.0, 58.0, 3), "zoom": (0.8, 60.0, 2)}
"""Lowest, highest and decimals of the viewport numbers."""


def selectable(land: Landscape) -> list[str]:
    """Everything that can be selected."""
    return [*land.districts, *land.all_bodies, *land.institutions]


def coordinate(key: str) -> st.SearchStrategy[float]:
    """A viewport number as the page writes it: within its limits and decimals."""
    low, high, decimals = LIMITS[key]
    scale = 10**decimals
    return st.integers(round(low * scale), round(high * scale)).map(lambda number: number / scale)


@st.composite
def views(draw: st.DrawFn) -> MapView:
    """Any valid view."""
    land = landscape()
    chosen = draw(st.sets(st.sampled_from(OVERLAYS)))
    placed = draw(st.booleans())
    return MapView(
        measure=draw(st.sampled_from([*land.measures, GROWTH_PER_HEAD, NO_MEASURE])),
        layers=tuple(layer for layer in OVERLAYS if layer in chosen),
        fill=draw(st.none() | st.sampled_from([layer for layer in AREA_LAYERS if layer in chosen] or [None])),
        lead=draw(st.none() | st.sampled_from(list(AREA_LAYERS))),
        only=draw(st.booleans()),
        fallen=draw(st.booleans()),
        as_at=draw(st.dates(FIRST_DAY, LAST_DAY)),
        select=draw(st.none() | st.sampled_from(selectable(land))),
        lon=draw(coordinate("lon")) if placed else None,
        lat=draw(coordinate("lat")) if placed else None,
        zoom=draw(coordinate("zoom")) if placed else None,
        table=draw(st.sampled_from(TABLES)),
        present=draw(st.booleans()),
        embed=draw(st.booleans()),
    )


def is_valid(view: MapView, land: Landscape) -> bool:
    """Whether a view is one that the controls could have made."""
    placed = [getattr(view, key) for key in LIMITS]
    return (
        view.measure in {*land.measures, GROWTH_PER_HEAD, NO_MEASURE}
        and list(view.layers) == [layer for layer in OVERLAYS if layer in view.layers]
        and (view.fill is None or (view.fill in AREA_LAYERS and view.fill in view.layers))
        and (view.lead is None or view.lead in AREA_LAYERS)
        and FIRST_DAY <= view.as_at <= LAST_DAY
        and (view.select is None or view.select in selectable(land))
        and view.table in TABLES
        and (placed == [None] * 3 or all(LIMITS[key][0] <= getattr(view, key) <= LIMITS[key][1] for key in LIMITS))
    )


@given(views())
def test_every_view_survives_its_address(view: MapView) -> None:
    assert read(MapView, query_of(serialise(view)), landscape()) == (view, ())


def test_the_default_view_has_the_bare_address(land: Landscape) -> None:
    assert serialise(DEFAULTS) == ""
    assert read(MapView, {}, land) == (DEFAULTS, ())
    assert DEFAULTS.as_at == date(2017, 12, 1)


@given(queries(KEYS))
@settings(max_examples=300)
def test_no_query_breaks_the_page(query: Query) -> None:
    view, notes = read(MapView, query, landscape())
    assert is_valid(view, landscape())
    assert read(MapView, query_of(serialise(view)), landscape()) == (view, ())
    if any(isinstance(value, list) for key, value in query.items() if key in KEYS) or set(query) - set(KEYS):
        assert notes


MANY = "x" * 10_000
SHORT = "“" + "x" * 40 + "…”"
NOTES = [
    ({"measure": "iq"}, "“iq” is not a measure known here, so it was left out."),
    ({"layers": "stp,roads,rail"}, "“roads, rail” is not a layer known here, so it was left out."),
    ({"fill": "university"}, "“university” is not a layer known here, so it was left out."),
    ({"select": "E99"}, "“E99” is not a place, body or institution known here, so it was left out."),
    ({"table": "deals"}, "“deals” is not a table known here, so it was left out."),
    ({"fallen": "yes"}, "fallen takes 1 or 0, not “yes”."),
    ({"present": "2"}, "present takes 1 or 0, not “2”."),
    ({"as_at": "1/12/2017"}, "“1/12/2017” is not a date (YYYY-MM-DD), so 1 December 2017 is shown."),
    ({"as_at": "2017-02-30"}, "“2017-02-30” is not a date (YYYY-MM-DD), so 1 December 2017 is shown."),
    ({"as_at": "2019-01-01"}, "1 January 2019 is outside 2011 to 2018, so 31 December 2018 is shown."),
    ({"as_at": "0001-01-01"}, "1 January 1 is outside 2011 to 2018, so 1 January 2011 is shown."),
    ({"lon": "-1", "lat": "53"}, "A place on the map needs lon, lat and zoom together, so England is shown."),
    ({"lon": "-1", "lat": "53", "zoom": "close"}, "zoom takes a number, not “close”, so England is shown."),
    ({"lon": "-1", "lat": "53", "zoom": "99"}, "zoom “99” is outside 0.8 to 60; the nearest is used."),
    ({"colour": "red", "at": "1"}, "The address holds “at, colour”, which is not used here."),
    ({"table": ["bodies", "districts"]}, "The address gives table more than once; the last is used."),
    *(({key: MANY}, SHORT) for key in ("measure", "layers", "fill", "select", "table", "as_at", "fallen", "present")),
    ({MANY: "1"}, SHORT),
]


@pytest.mark.parametrize(("query", "note"), NOTES, ids=lambda value: str(value)[:50])
def test_each_thing_not_understood_is_said_once(query: dict[str, Any], note: str, land: Landscape) -> None:
    view, notes = read(MapView, query, land)
    assert is_valid(view, land)
    assert len(notes) == 1
    if note == SHORT:
        assert note in notes[0]
        assert len(notes[0]) < 200
    else:
        assert notes == (note,)


def test_what_is_understood_is_kept_beside_what_is_not(land: Landscape) -> None:
    view, notes = read(
        MapView, {"layers": "roads,stp,stp,lep", "as_at": "2031-01-01", "lon": "9", "lat": "53", "zoom": "4"}, land
    )
    assert view == MapView(layers=("lep", "stp"), as_at=LAST_DAY, lon=6.0, lat=53.0, zoom=4.0)
    assert len(notes) == 3


def test_only_unknown_layers_leave_the_default(land: Landscape) -> None:
    assert read(MapView, {"layers": "roads"}, land)[0].layers == DEFAULTS.layers
    assert read(MapView, {"layers": "none"}, land)[0].layers == ()


def test_a_key_given_twice_takes_the_last(land: Landscape) -> None:
    view, notes = read(
        MapView, query_of("measure=none&measure=imd2015_average_score&table=bodies&table=districts"), land
    )
    assert (view.measure, view.table) == ("imd2015_average_score", "districts")
    assert len(notes) == 2


def test_blank_values_are_defaults_without_a_note(land: Landscape) -> None:
    assert read(MapView, dict.fromkeys(KEYS, ""), land)[0] == DEFAULTS
    assert read(MapView, {"as_at": "", "layers": "", "measure": ""}, land) == (DEFAULTS, ())


def test_viewport_numbers_are_rounded_as_the_page_writes_them(land: Landscape) -> None:
    view, notes = read(MapView, {"lon": "-1.23456", "lat": "53.00049", "zoom": "4.999"}, land)
    assert (view.lon, view.lat, view.zoom) == (-1.235, 53.0, 5.0)
    assert not notes
    assert serialise(view) == "lon=-1.235&lat=53&zoom=5"


def test_a_day_is_written_in_full() -> None:
    assert serialise(MapView(as_at=FIRST_DAY, layers=(), fallen=True)) == "layers=none&fallen=1&as_at=2011-01-01"
    assert DEFAULT_DAY.isoformat() not in serialise(DEFAULTS)
