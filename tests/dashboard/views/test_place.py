"""The address of a place's page: up to three others beside it, and nothing written there breaks the page."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.place import MOST, PlaceView, find
from dashboard.views.query import read, serialise
from dashboard.world import landscape
from layers.dates import FIRST_DAY, LAST_DAY
from tests.dashboard.views.addresses import queries, query_of

DEFAULTS = PlaceView()
quick = settings(deadline=None)
CODES = sorted({*landscape().districts, *(d.upper_tier_code for d in landscape().districts.values())})


@quick
@given(st.dates(FIRST_DAY, LAST_DAY), st.lists(st.sampled_from(CODES), max_size=MOST, unique=True))
def test_every_view_survives_its_address(day, beside):
    view = PlaceView(as_at=day, beside=tuple(beside))
    assert read(PlaceView, query_of(serialise(view)), landscape()) == (view, ())


def test_only_what_differs_is_in_the_address():
    assert serialise(DEFAULTS) == ""
    view = PlaceView(as_at=date(2016, 3, 15), beside=("E07000141", "E10000019"))
    assert serialise(view) == "as_at=2016-03-15&with=E07000141,E10000019"


@quick
@given(queries(("with", "as_at")))
def test_nonsense_never_raises_and_leaves_a_valid_view(asked):
    view, notes = read(PlaceView, asked, landscape())
    assert len(view.beside) <= MOST
    assert set(view.beside) <= set(CODES)
    assert FIRST_DAY <= view.as_at <= LAST_DAY
    assert all(len(note) < 250 and note.endswith(".") for note in notes)


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ({"with": "Lincoln"}, "“Lincoln” is not a district or county known here, so it was left out."),
        ({"with": "E12000001,x"}, "“E12000001, x” is not a district or county known here, so it was left out."),
        ({"as_at": "soon"}, "“soon” is not a date (YYYY-MM-DD), so 1 December 2017 is shown."),
        ({"select": "E07000141"}, "The address holds “select”, which is not used here."),
    ],
)
def test_what_is_not_understood_is_said(land, query, note):
    assert read(PlaceView, query, land) == (DEFAULTS, (note,))


def test_at_most_three_beside_and_each_once(land):
    view, notes = read(PlaceView, {"with": ",".join([CODES[0], CODES[0], *CODES[1:4]])}, land)
    assert view.beside == tuple(CODES[:3])
    assert notes == ("At most 3 places stand beside one another; the rest were left out.",)


@pytest.mark.parametrize("text", ["", ",", "E07000141,", ",E07000141,,E07000141"])
def test_empty_pieces_are_no_places(land, text):
    view, notes = read(PlaceView, {"with": text}, land)
    assert set(view.beside) <= {"E07000141"}
    assert notes == ()


@pytest.mark.parametrize("code", ["", "x", "E12000001", None, 5, ["E07000141"], {"a": 1}])
def test_no_such_place(land, code):
    assert find(land, code) is None


def test_districts_and_counties_are_found(land):
    assert find(land, "E07000141").name == "South Kesteven"
    assert find(land, "E10000019").name == "Lincolnshire"
