"""The address of the overlaps page: every view survives it, and nothing written there breaks the page."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.palette import LAYERS
from dashboard.views.overlaps import DEFAULTS, KEYS, MATCH_FILTERS, SHARE_OF, OverlapState, parse, serialise
from dashboard.world import landscape
from layers.dates import FIRST_DAY, LAST_DAY
from layers.overlaps.pairs import WEIGHTS

quick = settings(deadline=None)
BODIES = st.sampled_from(sorted(landscape().all_bodies))
VIEWS = st.builds(
    OverlapState,
    a=st.sampled_from(list(LAYERS)),
    b=st.sampled_from(list(LAYERS)),
    weight=st.sampled_from(WEIGHTS),
    as_at=st.dates(FIRST_DAY, LAST_DAY),
    share_of=st.sampled_from(SHARE_OF),
    match=st.sampled_from(MATCH_FILTERS),
    least=st.integers(0, 100),
    pair=st.none() | st.builds("{}~{}".format, BODIES, BODIES),
)
NONSENSE = st.text(max_size=60) | st.sampled_from(
    ["9" * 5000, "0" * 5000, "0000500", "-1", "1e9", "٣", "²", "~", "~~", "stp~lep", "2017-02-30", "٢٠١٧-١٢-٠١", "none"]
)


def read(query: str) -> dict[str, str | list[str]]:
    """A query string as Dash gives it to a layout."""
    found = parse_qs(query, keep_blank_values=True)
    return {key: values if len(values) > 1 else values[0] for key, values in found.items()}


@quick
@given(VIEWS)
def test_every_view_survives_its_address(view):
    query = serialise(view)
    assert parse(read(query), landscape()) == (view, ())
    assert serialise(parse(read(query), landscape())[0]) == query


def test_the_default_view_has_an_empty_address(land):
    assert serialise(DEFAULTS) == ""
    assert parse({}, land) == (DEFAULTS, ())
    assert OverlapState("stp", "combined_authority", "people", date(2017, 12, 1), "row", "any", 0, None) == DEFAULTS


def test_only_what_differs_is_in_the_address():
    view = OverlapState(a="lep", b="stp", least=5, pair="lep-solent~stp-dorset")
    assert serialise(view) == "a=lep&b=stp&least=5&pair=lep-solent~stp-dorset"


@quick
@given(
    st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=10), NONSENSE | st.lists(NONSENSE, min_size=1, max_size=3))
)
def test_nonsense_never_raises_and_leaves_a_valid_view(given_query):
    land = landscape()
    view, notes = parse(given_query, land)
    assert {view.a, view.b} <= set(LAYERS)
    assert view.weight in WEIGHTS
    assert view.share_of in SHARE_OF
    assert view.match in MATCH_FILTERS
    assert FIRST_DAY <= view.as_at <= LAST_DAY
    assert 0 <= view.least <= 100
    assert view.pair is None or all(name in land.all_bodies for name in view.pair.split("~"))
    assert parse(read(serialise(view)), land) == (view, ())
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
        ({"colour": "red"}, "The address holds “colour”, which this page does not use."),
    ],
)
def test_what_is_not_understood_is_said(land, query, note):
    assert parse(query, land) == (DEFAULTS, (note,))


def test_a_day_outside_the_period_is_brought_into_it(land):
    view, notes = parse({"as_at": "2020-01-01"}, land)
    assert view.as_at == LAST_DAY
    assert notes == ("1 January 2020 is outside 2011 to 2018, so 31 December 2018 is shown.",)


def test_a_key_given_twice_counts_once(land):
    view, notes = parse({"a": ["lep", "city_deal"]}, land)
    assert view.a == "city_deal"
    assert notes == ("The address gives a more than once; the last is used.",)


def test_leading_zeros_and_empty_values(land):
    assert parse({"least": "007", "a": "", "pair": ""}, land) == (OverlapState(least=7), ())
