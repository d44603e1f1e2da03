"""The reader of every address: what it keeps, what it replaces, and what it says."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from dashboard.api.parameters import asked
from dashboard.api.problems import Problem
from dashboard.api.queries import BodiesQuery, DayQuery, OverlapsQuery
from dashboard.export.order import CannotExportError, view_of
from dashboard.views.body import BodyView
from dashboard.views.briefing import BriefingView
from dashboard.views.map import MapView
from dashboard.views.overlaps import OverlapsView
from dashboard.views.patchwork import PatchworkView
from dashboard.views.place import PlaceView
from dashboard.views.query import View, clamp_day, held, keys_of, read, serialise
from dashboard.views.timeline import TimelineView
from dashboard.views.values import Fraction, Text
from dashboard.world import landscape
from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY
from tests.dashboard.views.addresses import NONSENSE, ODD, query_of

quick = settings(deadline=None)
VIEWS = (BodyView, BriefingView, MapView, OverlapsView, PatchworkView, PlaceView, TimelineView)
DAYS = st.dates().map(date.isoformat) | st.dates(FIRST_DAY, LAST_DAY).map(date.isoformat)
LAYERS = st.sampled_from([*landscape().layers, "councils"])


@pytest.mark.parametrize("model", VIEWS)
@pytest.mark.parametrize("text", ODD)
def test_no_odd_text_under_any_key_breaks_a_view(land, model, text):
    view, notes = read(model, dict.fromkeys(keys_of(model), text), land)
    assert isinstance(view, model)
    assert all(note.endswith(".") and len(note) < 250 for note in notes)
    assert read(model, {"as_at": text}, land)[0].as_at in (DEFAULT_DAY, FIRST_DAY, LAST_DAY)


@pytest.mark.parametrize("model", VIEWS)
def test_a_view_can_be_shared(model):
    assert hash(model()) == hash(model())
    with pytest.raises(ValidationError):
        model().as_at = LAST_DAY


def test_notes_come_in_the_order_of_the_keys_then_what_no_key_knows(land):
    query = {"zoo": "1", "pair": "x", "as_at": ["2016-01-01", "soon"], "a": "councils", "art": "2"}
    view, notes = read(OverlapsView, query, land)
    assert view == OverlapsView()
    assert notes == (
        "“councils” is not a layer known here, so it was left out.",
        "The address gives as_at more than once; the last is used.",
        "“soon” is not a date (YYYY-MM-DD), so 1 December 2017 is shown.",
        "“x” is not a pair of bodies known here, so none is selected.",
        "The address holds “art, zoo”, which is not used here.",
    )


def test_a_page_that_takes_nothing(land):
    assert read(View, {}, land) == (View(), ())
    assert read(View, {"as_at": ""}, land)[1] == ("The address holds “as_at”, which is not used here.",)


def test_places_too_many_and_not_known_are_two_sentences(land):
    codes = sorted(land.districts)[:4]
    view, notes = read(PlaceView, {"with": ",".join([*codes, "x"])}, land)
    assert view.beside == tuple(codes[:3])
    assert notes == (
        "“x” is not a district or county known here, so it was left out.",
        "At most 3 places stand beside one another; the rest were left out.",
    )


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ({"subject": "lep", "as_at": "2014-04-01"}, ()),
        ({"subject": "stp"}, ("“stp” is not a subject known here, so it was left out.",)),
        ({"layers": "stp"}, ("The address holds “layers”, which is not used here.",)),
    ],
)
def test_the_timeline(land, query, notes):
    view, said = read(TimelineView, query, land)
    assert said == notes
    assert serialise(view) == ("" if notes else "subject=lep&as_at=2014-04-01")


SUBJECTS = st.sampled_from(sorted({"all", *(event.layer for event in landscape().events)}))
DAY = st.dates(FIRST_DAY, LAST_DAY)


@quick
@given(st.builds(TimelineView, subject=SUBJECTS, as_at=DAY) | st.builds(BodyView, as_at=DAY))
def test_views_of_a_day_survive_their_address(view):
    assert read(type(view), query_of(serialise(view)), landscape()) == (view, ())


@pytest.mark.parametrize("lon", ["", None])
def test_a_viewport_without_one_of_its_numbers_is_england(land, lon):
    query = {"lat": "53", "zoom": "4", **({} if lon is None else {"lon": lon})}
    said = "A place on the map needs lon, lat and zoom together, so England is shown."
    assert read(MapView, query, land) == (MapView(), (said,))
    with pytest.raises(ValidationError):
        MapView(lat=53, zoom=4)


def test_what_controls_hold_is_read_as_an_address_is(land):
    sent = {"layers": ["stp", "lep", None], "colour": "bodies", "select": ["E07000171"], "as_at": "2020-01-01", "x": 1}
    view = held(PatchworkView, sent, land)
    assert view == PatchworkView(layers=("lep", "stp"), colour="bodies", as_at=LAST_DAY)
    assert held(PatchworkView, {"layers": []}, land) == PatchworkView(layers=())
    assert held(MapView, {"lon": -1.5, "lat": 53.0, "zoom": 4, "fallen": True, "select": None}, land) == MapView(
        lon=-1.5, lat=53.0, zoom=4.0, fallen=True
    )


@pytest.mark.parametrize(
    ("sent", "day"),
    [("2016-03-15", date(2016, 3, 15)), ("1999-12-31", FIRST_DAY), ("2019-01-01", LAST_DAY), (None, DEFAULT_DAY)],
)
def test_a_day_that_a_page_sends(sent, day):
    assert clamp_day(sent) == day


class _Order(View):
    share: Fraction = 0.0
    whose: Text = ""


def test_any_text_is_a_name(land):
    view, notes = read(_Order, {"whose": "\ud800\0", "share": "1e-2"}, land)
    assert (view.whose, view.share, notes) == ("\ud800\0", 0.01, ())


@pytest.mark.parametrize("share", ["-0.1", "1.1", "nan", "inf", "0_1", " 0.5", "٠.٥", "1e400", "half"])
def test_a_share_that_is_none(land, share):
    assert read(_Order, {"share": share}, land)[1] == (f"share takes a number from 0 to 1, not “{share}”.",)


def refused(model: type[View], **given: str) -> bool:
    """Whether the API refuses what is given."""
    try:
        asked(model, MultiDict(given), landscape())
    except Problem:
        return True
    return False


@quick
@given(DAYS | LAYERS | NONSENSE.filter(bool))
def test_page_file_and_api_understand_the_same_values(text):
    """A page leaves a note exactly where a file and the API are refused; a file is refused in the page's words, but for
    those on what the page shows instead: a file shows nothing instead.
    """
    land = landscape()
    for key, page, query in (
        ("as_at", BodyView, {"as_at": text}),
        ("as_at", DayQuery, {"as_at": text}),
        ("a", OverlapsView, {"a": text}),
        ("weight", OverlapsView, {"weight": text}),
    ):
        notes = read(page, query, land)[1]
        assert refused(OverlapsQuery, **({"a": "stp", "b": "lep"} | {key: text})) == bool(notes)
        if notes:
            with pytest.raises(CannotExportError) as stopped:
                view_of(page, query, land)
            assert str(stopped.value) == " ".join(note.wrong for note in notes)
            assert all(note.startswith(note.wrong[:-1]) for note in notes)
            assert not re.search(r" (shown|left out|none is selected)\b", str(stopped.value))
    assert refused(BodiesQuery, layer=text) == refused(OverlapsQuery, a=text, b="stp")
