"""A place to take away: three slides, or one A4 page."""

from __future__ import annotations

from functools import cache, partial

from dashboard.export.map.plan import order_words
from dashboard.export.order import CannotExportError, File, Order, file_name, view_of
from dashboard.export.pack.deck import brief_deck
from dashboard.export.pack.document import one_page
from dashboard.export.pack.place.pack import LEVELS, Asked, page_brief, slides_brief
from dashboard.text.sources import view_address
from dashboard.views.place import PlaceView, find
from dashboard.views.query import serialise
from dashboard.views.values import quote
from layers.landscape import Landscape
from layers.place.area import Area, area_of

LEAST_TYPE = 7.5
"""Points of the smallest type on the page."""


def make(land: Landscape, order: Order) -> File:
    """The place of an order as slides or as a page.

    Raises:
        CannotExportError: there is no such place, or the query holds something that was not understood.
    """
    asked = asked_of(land, order)
    name = file_name("place", asked.area.name, day=asked.day, ending=order.format)
    if order.format == "pptx":
        return File(name, brief_deck(land, slides_brief(land, asked), opening=False, closing=False))
    brief_at = cache(partial(page_brief, land, asked))
    return File(name, one_page(land, brief_at, LEVELS, LEAST_TYPE))


def asked_of(land: Landscape, order: Order) -> Asked:
    """What an order asks for.

    Raises:
        CannotExportError: there is no such place, or the query holds something that was not understood.
    """
    rest, title, subtitle = order_words(order)
    if subtitle is not None:
        raise CannotExportError("A place’s pack takes a title of your own, and no subtitle.")
    query = {key: value for key, value in rest.items() if key != "code"}
    area = _area(land, order)
    view = view_of(PlaceView, query, land)
    beside = tuple(area_of(land, code) for code in view.beside if code != area.code)
    page = serialise(PlaceView(as_at=view.as_at, beside=tuple(other.code for other in beside)))
    return Asked(area, beside, view.as_at, view_address(order.origin, f"/place/{area.code}", page), title)


def _area(land: Landscape, order: Order) -> Area:
    code = order.query.get("code", "")
    if not isinstance(code, str):
        raise CannotExportError("The address gives code more than once; a pack is of one place.")
    if not code:
        raise CannotExportError("The address names no place: code takes that of a district or county, as in E07000141.")
    area = find(land, code)
    if area is None:
        raise CannotExportError(f"{quote(code)} is not the code of a district or county known here.")
    return area
