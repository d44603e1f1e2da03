"""The address of the overlaps page: every view survives it, and nothing written there breaks the page."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.overlaps import MATCH_FILTERS, SHARE_OF, OverlapsView
from dashboard.views.query import keys_of, read, serialise
from dashboard.world import landscape
from layers.dates import FIRST_DAY, LAST_DAY
from layers.overlaps.pairs import WEIGHTS
from tests.dashboard.views.addresses import queries, query_of
from tests.layers.toy import AREA_LAYERS

DEFAULTS = OverlapsView()
KEYS = tuple(keys_of(OverlapsView))
quick = settings(deadline=None)
BODIES = st.sampled_from(sorted(landscape().all_bodies))
VIEWS = st.builds(
    OverlapsView,
    a=st.sampled_from(list(AREA_LAYERS)),
    b=st.sampled_from(list(AREA_LAYERS)),
    weight=st.sampled_from(WEIGHTS),
    as_at=st.dates(FIRST_DAY, LAST_DAY),
    share_of=st.sampled_from(SHARE_OF),
    match=st.sampled_from(MATCH_FILTERS),
    least=st.integers(0, 100),
    pair=st.none() | st.builds("{}~{}".format, BODIES, BODIES),
)


@quick
@given(VIEWS)
def test_every_view_survives_its_address(view):
    query = serialise(view)
    assert read(OverlapsView, query_of(query), landscape()) == (view, ())
    assert serialise(read(OverlapsView, query_of(query), landscape())[0]) == query


def test_the_default_view_has_an_empty_address(land):
    assert serialise(DEFAULTS) == ""
    assert read(OverlapsView, {}, land) == (DEFAULTS, ())
    assert DEFAULTS.model_dump() == {
        "a": "stp",
        "b": "combined_authority",
        "weight": "people",
        "as_at": date(2017, 12, 1),
        "share_of": "row",
        "match": "any",
        "least": 0,
        "pair": None,
    }


def test_only_what_differs_is_in_the_address():
    view = OverlapsView(a="lep", b="stp", least=5, pair="lep-solent~stp-dorset")
    assert serialise(view) == "a=lep&b=stp&least=5&pair=lep-solent~stp-dorset"


@quick
@given(queries(KEYS))
def test_nonsense_never_raises_and_leaves_a_valid_view(given_query):
    land = landscape()
    view, notes = read(OverlapsView, given_query, land)
    assert {view.a, view.b} <= set(AREA_LAYERS)
    assert view.weight in WEIGHTS
    assert view.share_of in SHARE_OF
    assert view.match in MATCH_FILTERS
    assert FIRST_DAY <= view.as_at <= LAST_DAY
    assert 0 <= view.least <= 100
    assert view.pair is None or all(name in land.all_bodies for name in view.pair.split("~"))
    assert read(OverlapsView, query_of(serialise(view)), land) == (view, ())
    assert all(len(note) < 250 and note.endswith(".") for note in notes)


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ({"a": "councils"}, "“councils” is not a layer known here, so it was left out."),
        ({"b": "university"}, "“university” is not a layer known here, so it was left out."),
        ({"weight": "votes"}, "“votes” is not a weight known here, so it was left out."),
        ({"share_of": "both"}, "“both” is not a side known here, so it was left out."),
        ({"match": "no overlap"}, "“no overlap” is not a match word known here, so it was left out."),
        ({"least": "101"}, "least takes a whole percentage from 0 to 100, not “101”."),
        ({"least": "0000500"}, "least takes a whole percentage from 0 to 100, not “0000500”."),
        ({"least": "12.5"}, "least takes a whole percentage from 0 to 100, not “12.5”."),
        ({"least": "٣"}, "least takes a whole percentage from 0 to 100, not “٣”."),
        ({"pair": "stp-dorset"}, "“stp-dorset” is not a pair of bodies known here, so none is selected."),
        ({"pair": "stp-dorset~x"}, "“stp-dorset~x” is not a pair of bodies known here, so none is selected."),
        ({"as_at": "soon"}, "“soon” is not a date (YYYY-MM-DD), so 1 December 2017 is shown."),
        ({"colour": "red"}, "The address holds “colour”, which is not used here."),
    ],
)
def test_what_is_not_understood_is_said(land, query, note):
    assert read(OverlapsView, query, land) == (DEFAULTS, (note,))


def test_a_day_outside_the_period_is_brought_into_it(land):
    view, notes = read(OverlapsView, {"as_at": "2020-01-01"}, land)
    assert view.as_at == LAST_DAY
    assert notes == ("1 January 2020 is outside 2011 to 2018, so 31 December 2018 is shown.",)


def test_a_key_given_twice_counts_once(land):
    view, notes = read(OverlapsView, {"a": ["lep", "city_deal"]}, land)
    assert view.a == "city_deal"
    assert notes == ("The address gives a more than once; the last is used.",)


def test_leading_zeros_and_empty_values(land):
    assert read(OverlapsView, {"least": "007", "a": "", "pair": ""}, land) == (OverlapsView(least=7), ())
