"""What a link to a page says of it where it is passed on: one sentence, the first that the page says."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dashboard.views.body import BodyView
from dashboard.views.briefing import BriefingView
from dashboard.views.overlaps import OverlapsView
from dashboard.views.place import PlaceView, find
from dashboard.views.query import Query, read
from layers.dates import day_words
from layers.landscape import Landscape
from layers.overlaps.pairs import layer_pair
from layers.words import numbers
from layers.words.briefing import finding
from layers.words.capitals import first_upper
from layers.words.findings import findings

PURPOSE = "For councils, the NHS and LEPs: who decides what, with whom, over which places?"
"""What the product is for, and for whom."""
STPS = "For each STP: the authorities, deals, LEPs and councils it meets, and what is easily missed."
_STILL = {
    "patchwork": "Who shares which bundle of bodies, how many cover each place, and what changes at each border.",
    "timeline": "What was created, changed and ended from 2011 to 2018, with the map of the day.",
    "about": "The data, the method, the words and how the pages can be used by everyone.",
}


def describe(path: str, query: Query, land: Landscape) -> str:
    """The sentence of a page."""
    kind, _, name = path.strip("/").partition("/")
    return _PAGES[kind](query, name, land) if kind in _PAGES else _STILL.get(kind, PURPOSE)


def _overlaps(query: Query, _name: str, land: Landscape) -> str:
    view = read(OverlapsView, query, land)[0]
    pair = layer_pair(land.as_at(view.as_at), view.a, view.b)
    return next(iter(findings(pair, land.layers[view.a], land.layers[view.b])), PURPOSE)


def _briefing(query: Query, _name: str, land: Landscape) -> str:
    view = read(BriefingView, query, land)[0]
    snapshot = land.as_at(view.as_at)
    stp = snapshot.by_id.get(view.stp or "")
    return f"{numbers.people(stp.people)} (mid-2017). {finding(snapshot, stp)}" if stp else STPS


def _place(query: Query, name: str, land: Landscape) -> str:
    area = find(land, name)
    if area is None:
        return PURPOSE
    day = read(PlaceView, query, land)[0].as_at
    where = f"{first_upper(area.kind)}, {area.region_name}"
    return f"{where}: {numbers.people(area.people)} (mid-2017). As at {day_words(day)}."


def _body(query: Query, name: str, land: Landscape) -> str:
    body = land.all_bodies.get(name)
    if body is None:
        return PURPOSE
    day = read(BodyView, query, land)[0].as_at
    return f"{land.layers[body.layer].what_it_does} As at {day_words(day)}."


_PAGES: Mapping[str, Callable[[Query, str, Landscape], str]] = {
    "overlaps": _overlaps,
    "briefing": _briefing,
    "place": _place,
    "body": _body,
}
