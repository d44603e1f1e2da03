"""Addresses as mail programs, trackers and sentences change them, and what is never changed back."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.api.queries import BodiesQuery, DayQuery, OverlapsQuery
from dashboard.views.body import BodyView
from dashboard.views.briefing import BriefingView
from dashboard.views.map import MapView
from dashboard.views.mended import TRACKING, WORDS, mend, without_marks
from dashboard.views.overlaps import OverlapsView
from dashboard.views.patchwork import PatchworkView
from dashboard.views.place import PlaceView
from dashboard.views.query import keys_of, serialise
from dashboard.views.timeline import TimelineView
from layers.dates import FIRST_DAY, LAST_DAY

MODELS = (
    BodyView, BriefingView, MapView, OverlapsView, PatchworkView, PlaceView, TimelineView, BodiesQuery, DayQuery,
    OverlapsQuery,
)  # fmt: skip
VIEW = "layers=stp,lep&as_at=2016-03-15"


@pytest.mark.parametrize(
    "query",
    [
        "layers=stp,lep&amp;as_at=2016-03-15",
        "layers=stp,lep&AMP;as_at=2016-03-15",
        "layers=stp,lep&amp;amp;as_at=2016-03-15",
        "layers=stp,lep&amp%3Bas_at=2016-03-15",
        "layers=stp,lep%26as_at=2016-03-15",
        "layers=stp,lep%26as_at%3D2016-03-15",
        "layers=stp,lep%26amp;as_at=2016-03-15",
        "layers=stp,lep%26amp%3Bas_at%3D2016-03-15",
        "layers%3Dstp,lep%26as_at%3D2016-03-15",
        "layers%3Dstp,lep&as_at%3d2016-03-15",
        "layers%253Dstp,lep%2526as_at%253D2016-03-15",
        "utm_source=news&layers=stp,lep&as_at=2016-03-15",
        "layers=stp,lep&utm_campaign=a.b&as_at=2016-03-15&fbclid=IwAR0x.",
        "layers=stp,lep&as_at=2016-03-15?utm_source=news",
        "layers=stp,lep&as_at=2016-03-15%3Futm_source%3Dnews",
        "layers=stp,lep&as_at=2016-03-15%26gclid=1&mc_cid&UTM_Medium=mail",
        "layers=stp,lep&as_at=2016-03-15&amp;",
        *(f"{VIEW}{mark}" for mark in ".,;:!)]}>\"'+ \u00a0"),
        *(f"{VIEW}{mark}" for mark in (").", ".)", "...", "%2E", "%2c%20", "%20", "%C2%A0", "%E2%80%9D", "%26", ">,", "%5D", "%29")),
    ],
)  # fmt: skip
def test_the_view_that_was_meant(query):
    assert mend(query) == VIEW


@pytest.mark.parametrize(
    "query",
    [
        "",
        "&",
        "=",
        "x",
        "as_at=",
        "as_at=2016-03-15&&layers=stp",
        "title=A+map+of+Kent.",
        "title=Who+decides%3F&subtitle=In+Kent+%28and+Medway%29",
        "title=Health+%26+care%26layers%3Dstp",
        "title=a%26layers=stp",
        "layers=stp&title=%22Kent%22.",
        "title=Kent?utm_source=x",
        "with=E07000171&select=a~b",
        "amplitude=1",
        "select=%C3%A9&lat=-1.5",
    ],
)
def test_what_nothing_has_touched_stays(query):
    assert mend(query) == query


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("title=A+map.&amp;subtitle=Of+Kent.", "title=A+map.&subtitle=Of+Kent."),
        ("title=A+map.&layers=stp.", "title=A+map.&layers=stp"),
        ("layers=stp%26title=A%26b=c.", "layers=stp&title=A%26b=c."),
        ("title%3DFish%2526chips.%26layers%3Dstp", "title=Fish%26chips.&layers=stp"),
        ("title=Kent.&utm_source=x", "title=Kent."),
        # What is no Unicode, or none that a server hands over, stays what it can hand over.
        ("select%3D%E2%82%AC", "select=\u00e2\u0082\u00ac"),
    ],
)
def test_the_reader_s_own_words_are_left_alone(query, meant):
    assert mend(query) == meant


def test_no_key_of_the_product_is_taken_for_a_tracker_s():
    known = {key for model in MODELS for key in keys_of(model)} | set(WORDS)
    assert not known & TRACKING
    assert not any(key.startswith("utm_") for key in known)


DAY = st.dates(FIRST_DAY, LAST_DAY)
VIEWS = (
    st.builds(
        MapView,
        as_at=DAY,
        fallen=st.booleans(),
        layers=st.sampled_from([(), ("stp",), ("combined_authority", "lep")]),
        select=st.sampled_from([None, "stp-the-black-country", "E07000171"]),
    )
    | st.builds(OverlapsView, as_at=DAY, pair=st.sampled_from([None, "stp-a~lep-b"]))
    | st.builds(PlaceView, as_at=DAY, beside=st.sampled_from([(), ("E07000171", "E07000141")]))
)
SEPARATORS = st.sampled_from(["&", "&amp;", "%26", "&amp;amp;", "%26amp%3B"])
TAILS = st.sampled_from(["", ".", ",", ")", "%20", "+", ").", "&utm_source=a.b", "&amp;fbclid=x", "%26gclid=y"])
quick = settings(deadline=None)


@quick
@given(VIEWS, SEPARATORS, TAILS, st.booleans())
def test_however_it_is_changed_a_view_is_the_same(view, separator, tail, encoded):
    query = serialise(view)
    assert mend(query) == query
    if query:
        assert mend((quote(query) if encoded else query.replace("&", separator)) + tail) == query


@quick
@given(st.text(max_size=80) | st.text("&?=%26amp;3D.,title_", max_size=60))
def test_what_is_mended_is_whole(query):
    whole = mend(query)
    assert mend(whole) == whole
    assert len(whole) <= len(query)
    assert without_marks(without_marks(query)) == without_marks(query)


@quick
@given(st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_any_title_of_an_export_survives(title, subtitle):
    try:
        query = urlencode({"layers": "stp", "as_at": date(2016, 3, 15), "title": title, "subtitle": subtitle})
    except UnicodeEncodeError:
        return
    assert mend(query) == query
    assert mend(query.replace("&", "&amp;")) == query


def test_long_nonsense_takes_no_time():
    for piece in ("%26a=", "?a=", "amp;", "%25", ".", "a%3D", "%253D"):
        mend(piece * (8_000 // len(piece)))
