"""The map page's view as a picture or a slide."""

from __future__ import annotations

from dashboard.export.map.build import scene
from dashboard.export.map.plan import Plan, map_plan, name_of, size_of
from dashboard.export.order import File, Order
from layers.landscape import Landscape


def make(land: Landscape, order: Order) -> File:
    """The map of an order as ``png``, ``svg``, ``pdf`` or ``pptx``.

    Raises:
        CannotExportError: the query holds something that was not understood.
    """
    pixels = size_of(order)
    plan = map_plan(land, order)
    return File(name_of(plan, order.format, pixels), _content(land, plan, order.format, pixels))


def _content(land: Landscape, plan: Plan, ending: str, pixels: int) -> bytes:
    drawn = scene(land, plan)
    if ending == "pptx":
        # Each format loads its own library alone: a worker that draws a picture needs no slides, and the other way round.
        from dashboard.export.map.map_slide import map_deck

        return map_deck(drawn)
    from dashboard.export.map.picture import picture

    return picture(drawn, ending, pixels)
