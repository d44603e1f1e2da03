"""Universities and NHS trusts: lists of them, and what the map's card says of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.glossary import CITATION
from dashboard.views.map import MapView
from layers.dates import day_words
from layers.landscape import Snapshot
from layers.model import Institution
from layers.words.facts import students


def institution_list(found: Sequence[Institution], title: str) -> list[Any]:
    """Universities, then trusts, by head office; says so when there are none."""
    if not found:
        return [html.H3(title), html.P("No university or NHS trust has its head office here.", className="muted")]
    rows = [
        html.Li(
            [
                html.A(item.name, href=f"/?select={item.id}&layers={','.join((*MapView().layers, item.layer))}"),
                f", {students(item)}",
            ]
        )
        for item in found
    ]
    count = f"{len(found)} by head office" if len(found) > 1 else "one by head office"
    return [html.H3(f"{title} ({count})"), html.Ul(rows, className="plain")]


def chooser(identifier: str, name: str, extra: str = "") -> html.Button:
    """A name that selects what it names on the map."""
    return html.Button(name, type="button", className=f"link {extra}".strip(), **attributes(data_select=identifier))


def selectable_list(found: Sequence[Institution]) -> list[Any]:
    """The institutions of a district as the card lists them: each selects itself on the map."""
    title = html.H3("Universities and NHS trusts")
    if not found:
        return [title, html.P("None has its head office here.", className="muted")]
    rows = [html.Li([chooser(item.id, item.name), f", {students(item)}"]) for item in found]
    note = html.P("By head office, not campus or hospital.", className="muted")
    return [title, html.Ul(rows, className="plain"), note]


def where_it_stands(snapshot: Snapshot, item: Institution) -> list[Any]:
    """The district of a head office, the bodies round it, and who says so."""
    land = snapshot.landscape
    position = land.small_areas.index[item.small_area_code]
    rows = [
        html.Li([f"{land.layers[body.layer].name_singular}: ", chooser(body.id, body.name)])
        for body in snapshot.by_part[int(land.small_areas.part[position])]
    ]
    return [
        html.P(["Head office in ", chooser(item.district_code, land.districts[item.district_code].name), "."]),
        html.H3(f"Bodies round its head office, {day_words(snapshot.day)}"),
        html.Ul(rows, className="plain"),
        html.P(item.doubt, className=f"muted {CITATION}") if item.doubt else "",
        html.P(f"Source: {item.source}", className=f"muted small {CITATION}"),
    ]
