"""A place's figures: against the middle district of England and of its region, and beside those of other places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.linked import place_link
from dashboard.components.place import commas, scroll, section
from dashboard.text.links import body_href
from layers.landscape import Snapshot
from layers.place.area import Area
from layers.place.covers import Cover, covers_of
from layers.place.figures import Figure, figures_of
from layers.statistics.measures import CAVEATS
from layers.words import numbers
from layers.words.facts import here


def statistics(snapshot: Snapshot, area: Area) -> html.Section:
    """Measures against the middle district of England and of the region, with a strip of all districts drawn in the page."""
    head = html.Tr(
        [
            html.Th(text, scope="col")
            for text in (
                "Measure",
                "Here",
                "Middle district, England",
                f"Middle district, {area.region_name}",
                "All districts",
            )
        ]
    )
    rows = [_figure_row(item, area) for item in figures_of(snapshot.landscape, area)]
    note = (
        "A thin line a district; the thick mark is here, the open mark the middle district of England. Not for ranking."
    )
    table = scroll(html.Table([html.Thead(head), html.Tbody(rows)], className="figures strips"), "Figures")
    return section("The figures", table, html.P(note, className="muted small"), name="figures")


def _figure_row(item: Figure, area: Area) -> html.Tr:
    strip = html.Td(**attributes(data_strip=item.measure.id, data_codes=",".join(area.districts)))
    return html.Tr(
        [
            html.Th(_named(item), scope="row"),
            html.Td(here(item)),
            html.Td(numbers.figure(item.middle_england, item.measure)),
            html.Td(numbers.figure(item.middle_region, item.measure)),
            strip,
        ]
    )


def comparison(snapshot: Snapshot, areas: Sequence[Area]) -> html.Section:
    """Places side by side: their bodies layer by layer, then their figures. In the order asked for, never ranked."""
    covers = [covers_of(snapshot, area) for area in areas]
    head = html.Tr(
        [
            html.Th("Layer or figure", scope="col"),
            html.Th(areas[0].name, scope="col"),
            *(html.Th(place_link(area.code, area.name, snapshot.day), scope="col") for area in areas[1:]),
        ]
    )
    bodies = [
        html.Tr(
            [
                html.Th(layer.name, scope="row"),
                *(html.Td(_short([c for c in found if c.body.layer == layer.id])) for found in covers),
            ]
        )
        for layer in snapshot.landscape.area_layers
    ]
    each = [figures_of(snapshot.landscape, area) for area in areas]
    values = [
        html.Tr(
            [
                html.Th(_named(row[0]), scope="row"),
                *(html.Td(here(item)) for item in row),
            ]
        )
        for row in zip(*each, strict=True)
    ]
    table = html.Table([html.Thead(head), html.Tbody([*bodies, *values])], className="figures words")
    return section("Side by side", scroll(table, "Places side by side"), name="beside")


def _named(item: Figure) -> list[Any]:
    """The measure with its period and, where a value is not a district's own, whose; each unless the label says it."""
    measure = item.measure
    caveat = CAVEATS[measure.level]
    notes = [measure.period, f"{measure.level} value" if caveat else ""]
    said = [note for note in notes if note and note.removesuffix(" value") not in measure.label]
    return [measure.label, *([html.Small(", ".join(said), title=caveat)] if said else [])]


def _short(covers: Sequence[Cover]) -> list[Any]:
    if not covers:
        return ["none"]
    return commas([html.A(cover.body.short_name, href=body_href(cover.body)), _part(cover)] for cover in covers)


def _part(cover: Cover) -> str:
    if cover.share is None:
        return " (associate)"
    return "" if numbers.is_whole(cover.share) else f" ({numbers.percent(cover.share)})"
