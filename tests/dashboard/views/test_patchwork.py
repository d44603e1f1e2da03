"""The address of the patchwork page: every view survives it, and nothing written there breaks the page."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.patchwork import ALL, COLOURS, PatchworkView
from dashboard.views.query import keys_of, read, serialise
from dashboard.world import landscape
from layers.dates import FIRST_DAY, LAST_DAY
from tests.dashboard.views.addresses import queries, query_of
from tests.layers.toy import AREA_LAYERS

DEFAULTS = PatchworkView()
KEYS = tuple(keys_of(PatchworkView))
quick = settings(deadline=None)
REGIONS = sorted({district.region_code for district in landscape().districts.values()})
VIEWS = st.builds(
    PatchworkView,
    layers=st.sets(st.sampled_from(list(AREA_LAYERS))).map(lambda chosen: tuple(x for x in AREA_LAYERS if x in chosen)),
    colour=st.sampled_from(COLOURS),
    region=st.sampled_from([ALL, *REGIONS]),
    as_at=st.dates(FIRST_DAY, LAST_DAY),
    select=st.none() | st.sampled_from(sorted(landscape().districts)),
)


@quick
@given(VIEWS)
def test_every_view_survives_its_address(view):
    query = serialise(view)
    assert read(PatchworkView, query_of(query), landscape()) == (view, ())
    assert serialise(read(PatchworkView, query_of(query), landscape())[0]) == query


def test_the_default_view_has_an_empty_address(land):
    assert serialise(DEFAULTS) == ""
    assert read(PatchworkView, {}, land) == (DEFAULTS, ())


def test_only_what_differs_is_in_the_address():
    view = PatchworkView(layers=("lep", "stp"), colour="leps", as_at=date(2016, 3, 15), select="E07000171")
    assert serialise(view) == "layers=lep,stp&colour=leps&as_at=2016-03-15&select=E07000171"
    assert serialise(PatchworkView(layers=())) == "layers=none"


def test_layers_come_in_their_own_order_once(land):
    assert read(PatchworkView, {"layers": "stp,lep,stp"}, land) == (PatchworkView(layers=("lep", "stp")), ())


@quick
@given(queries(KEYS))
def test_nonsense_never_raises_and_leaves_a_valid_view(asked):
    land = landscape()
    view, notes = read(PatchworkView, asked, land)
    assert set(view.layers) <= set(AREA_LAYERS)
    assert view.colour in COLOURS
    assert view.region in (ALL, *REGIONS)
    assert FIRST_DAY <= view.as_at <= LAST_DAY
    assert view.select is None or view.select in land.districts
    assert read(PatchworkView, query_of(serialise(view)), land) == (view, ())
    assert all(len(note) < 250 and note.endswith(".") for note in notes)


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ({"layers": "councils"}, "“councils” is not a layer known here, so it was left out."),
        ({"colour": "red"}, "“red” is not a way to colour the map known here, so it was left out."),
        ({"region": "Wales"}, "“Wales” is not a region known here, so it was left out."),
        ({"select": "E10000002"}, "“E10000002” is not a district known here, so it was left out."),
        ({"as_at": "soon"}, "“soon” is not a date (YYYY-MM-DD), so 1 December 2017 is shown."),
        ({"hue": "red"}, "The address holds “hue”, which is not used here."),
    ],
)
def test_what_is_not_understood_is_said(land, query, note):
    assert read(PatchworkView, query, land) == (DEFAULTS, (note,))


def test_a_known_layer_beside_an_unknown_one_stays(land):
    view, notes = read(PatchworkView, {"layers": "stp,councils"}, land)
    assert view.layers == ("stp",)
    assert notes == ("“councils” is not a layer known here, so it was left out.",)
