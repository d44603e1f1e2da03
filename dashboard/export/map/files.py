"""The map page's view as a picture, a slide or data."""

from __future__ import annotations

from dashboard.export.map.plan import Plan, map_plan, size_of
from dashboard.export.order import File, Order, file_name
from layers.landscape import Landscape


def make(land: Landscape, order: Order) -> File:
    """The map of an order in its format.

    Raises:
        CannotExportError: the query holds something that was not understood.
    """
    pixels = size_of(order)
    plan = map_plan(land, order)
    return File(_name(plan, order.format, pixels), _content(land, plan, order.format, pixels))


def _name(plan: Plan, ending: str, pixels: int) -> str:
    layers = "-".join(name.replace("_", "-") for name, _bodies in plan.shown) or plan.measure
    size = f"{pixels}px" if ending == "png" and pixels != 1920 else ""
    return file_name("map", layers, size, day=plan.day, ending=ending)


def _content(land: Landscape, plan: Plan, ending: str, pixels: int) -> bytes:
    if ending in ("geojson", "gpkg"):
        from dashboard.export.geodata import boundaries as geodata

        return geodata.geojson(land, plan) if ending == "geojson" else geodata.geopackage(land, plan)
    from dashboard.export.map.build import scene

    drawn = scene(land, plan)
    if ending == "pptx":
        from dashboard.export.map.map_slide import map_deck

        return map_deck(drawn)
    from dashboard.export.map.picture import picture

    return picture(drawn, ending, pixels)
