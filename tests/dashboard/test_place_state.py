"""The address of a place's page: up to three others beside it, and nothing written there breaks the page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.place import MOST, PlaceState, find, parse
from dashboard.world import landscape
from layers.dates import FIRST_DAY, LAST_DAY
from tests.dashboard.test_patchwork_state import NONSENSE, read

quick = settings(deadline=None)
CODES = sorted({*landscape().districts, *(d.upper_tier_code for d in landscape().districts.values())})
DEFAULTS = PlaceState()


@quick
@given(st.dates(FIRST_DAY, LAST_DAY), st.lists(st.sampled_from(CODES), max_size=MOST, unique=True))
def test_every_view_survives_its_address(day, beside):
    query = f"as_at={day.isoformat()}" + (f"&with={','.join(beside)}" if beside else "")
    assert parse(read(query), landscape()) == (PlaceState(day, tuple(beside)), ())


@quick
@given(
    st.dictionaries(
        st.sampled_from(["with", "as_at"]) | st.text(max_size=10),
        NONSENSE | st.lists(NONSENSE | st.just(""), min_size=1, max_size=3),
    )
)
def test_nonsense_never_raises_and_leaves_a_valid_view(asked):
    view, notes = parse(asked, landscape())
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
        ({"select": "E07000141"}, "The address holds “select”, which this page does not use."),
    ],
)
def test_what_is_not_understood_is_said(land, query, note):
    assert parse(query, land) == (DEFAULTS, (note,))


def test_at_most_three_beside_and_each_once(land):
    view, notes = parse({"with": ",".join([CODES[0], CODES[0], *CODES[1:4]])}, land)
    assert view.beside == tuple(CODES[:3])
    assert notes == ("At most 3 places stand beside one another; the rest were left out.",)


@pytest.mark.parametrize("text", ["", ",", "E07000141,", ",E07000141,,E07000141"])
def test_empty_pieces_are_no_places(land, text):
    view, notes = parse({"with": text}, land)
    assert set(view.beside) <= {"E07000141"}
    assert notes == ()


@pytest.mark.parametrize("code", ["", "x", "E12000001", None, 5, ["E07000141"], {"a": 1}])
def test_no_such_place(land, code):
    assert find(land, code) is None


def test_districts_and_counties_are_found(land):
    assert find(land, "E07000141").name == "South Kesteven"
    assert find(land, "E10000019").name == "Lincolnshire"
