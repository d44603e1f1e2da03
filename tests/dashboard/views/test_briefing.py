"""The address of the briefing: every view survives it, and nothing written there breaks the page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.briefing import BriefingView
from dashboard.views.query import read, serialise
from dashboard.world import landscape
from layers.dates import FIRST_DAY, LAST_DAY
from tests.dashboard.views.addresses import queries, query_of

DEFAULTS = BriefingView()
quick = settings(deadline=None)
STPS = [body.id for body in landscape().all_bodies.values() if body.layer == "stp"]


@quick
@given(st.builds(BriefingView, as_at=st.dates(FIRST_DAY, LAST_DAY), stp=st.none() | st.sampled_from(STPS)))
def test_every_view_survives_its_address(view):
    assert read(BriefingView, query_of(serialise(view)), landscape()) == (view, ())


def test_the_default_view_has_an_empty_address(land):
    assert serialise(DEFAULTS) == ""
    assert read(BriefingView, {}, land) == (DEFAULTS, ())


@quick
@given(queries(("stp", "as_at"), st.sampled_from(STPS)))
def test_nonsense_never_raises_and_leaves_a_valid_view(asked):
    view, notes = read(BriefingView, asked, landscape())
    assert view.stp is None or view.stp in STPS
    assert FIRST_DAY <= view.as_at <= LAST_DAY
    assert all(len(note) < 250 and note.endswith(".") for note in notes)


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ({"stp": "lep-solent"}, "“lep-solent” is not an STP known here, so it was left out."),
        ({"stp": "dorset"}, "“dorset” is not an STP known here, so it was left out."),
        ({"as_at": "soon"}, "“soon” is not a date (YYYY-MM-DD), so 1 December 2017 is shown."),
        ({"layers": "stp"}, "The address holds “layers”, which is not used here."),
    ],
)
def test_what_is_not_understood_is_said(land, query, note):
    assert read(BriefingView, query, land) == (DEFAULTS, (note,))


def test_an_stp_of_another_day_is_known(land):
    assert read(BriefingView, {"stp": "stp-cumbria-and-north-east"}, land) == (
        BriefingView(stp="stp-cumbria-and-north-east"),
        (),
    )
