"""One place, a district or a county, on a page that prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, clientside_callback, html

from dashboard.components import place_figures, shell
from dashboard.components.attributes import attributes
from dashboard.components.clientside import draw_small_map
from dashboard.components.downloads import table_links
from dashboard.components.map_area import notes
from dashboard.components.part import looked_for
from dashboard.components.payload import payload
from dashboard.components.place import anchors, deals, deciders, history, lines, sharers, summary
from dashboard.components.small_map import small_map
from dashboard.ids import Place
from dashboard.payloads.drawings import place_drawing
from dashboard.payloads.page_config import page_config
from dashboard.text.links import on_day
from dashboard.views.place import PlaceView, find
from dashboard.views.query import read
from dashboard.views.values import Note, quote
from dashboard.world import landscape
from layers.landscape import Snapshot
from layers.place.area import Area, area_of
from layers.place.covers import covers_of
from layers.place.part import part_covers

SITE = "Local growth landscape"


def title(code: str = "") -> str:
    """The place's name first, as a tab and the head of a printed page show it."""
    area = find(landscape(), code)
    return f"{area.name} · {SITE}" if area else SITE


dash.register_page(__name__, path_template="/place/<code>", title=title)


def layout(code: str = "", **given: str) -> html.Div:
    """The page of a place as at the day in the address; a friendly sentence when there is no such place."""
    land = landscape()
    view, said = read(PlaceView, given, land)
    area = find(land, code)
    content = page(land.as_at(view.as_at), area, view, (*said, *_elsewhere(view.part, area))) if area else lost()
    return html.Div(
        [
            payload(Place.CONFIG, page_config(Place)),
            shell.header("", "place-main"),
            content,
            shell.footer(land.version),
        ],
        id=Place.PAGE,
        className="page",
    )


def lost() -> html.Main:
    """No such place: what is wrong, and how to find it."""
    return html.Main(
        [
            html.H1("There is no district or county with this code here"),
            html.P(
                "Places have the codes of districts and counties in December 2017, like E07000171. A code of another "
                "year, of a region or of a place outside England leads nowhere."
            ),
            html.P(
                ["Type the name of the place in the search field, or ", html.A("find it on the map", href="/"), "."]
            ),
            # The search field works once the page's script has run, and that writes here.
            html.P(id=Place.STATUS, className="visually-hidden", role="status"),
        ],
        className="lost",
        id="place-main",
    )


def page(snapshot: Snapshot, area: Area, view: PlaceView, said: tuple[str, ...]) -> html.Main:
    """All sections, with the map beside them."""
    covers = covers_of(snapshot, area)
    others = [area_of(snapshot.landscape, other) for other in view.beside if other != area.code]
    asked = looked_for(part_covers(snapshot, view.part), snapshot) if _is_of(view.part, area) else ""
    sections = [
        _taken(place_figures.comparison(snapshot, [area, *others]), "comparison", area, snapshot, others)
        if others
        else "",
        _taken(deciders(snapshot, covers), "deciders", area, snapshot),
        _taken(sharers(covers), "shared", area, snapshot),
        lines(snapshot, area),
        _taken(deals(covers), "deals", area, snapshot),
        _taken(anchors(snapshot, area), "institutions", area, snapshot),
        _taken(place_figures.statistics(snapshot, area), "figures", area, snapshot),
        _taken(history(snapshot, area), "changes", area, snapshot),
    ]
    return html.Main(
        [
            html.Div([*notes(said), summary(snapshot, area), asked], className="place-top"),
            _side(snapshot, area),
            html.Div(sections, className="place-sections"),
            html.P(id=Place.STATUS, className="visually-hidden", role="status"),
        ],
        className="body-page place",
        id="place-main",
    )


def _is_of(part: str, area: Area) -> bool:
    return part.rpartition("-")[0] in area.districts


def _elsewhere(part: str, area: Area) -> tuple[str, ...]:
    """What is said of a part that is not of this place."""
    wrong = Note(f"{quote(part)} is not a part of {area.name}", ", so it was left out")
    return (wrong,) if part and not _is_of(part, area) else ()


def _taken(
    section: html.Section, table: str, area: Area, snapshot: Snapshot, others: Sequence[Area] = ()
) -> html.Section:
    """A section with the links that take its table away, under its heading."""
    beside = f"&with={','.join(other.code for other in others)}" if others else ""
    links = table_links(f"place-{table}", f"place={area.code}{on_day(snapshot.day, '&')}{beside}")
    heading, *rest = section.children
    return html.Section([heading, links, *rest], className=getattr(section, "className", None))


def _side(snapshot: Snapshot, area: Area) -> html.Aside:
    """The map and the field that puts another place beside this one. It follows the name: on a phone and on paper too."""
    return html.Aside(
        [
            payload(Place.DRAWING, place_drawing(snapshot, area)),
            small_map(Place.GRAPH, Place.SHELL, f"Map of {area.name}"),
            html.Div(
                [
                    html.P(["The place, filled, with its combined authority, LEPs and STPs. ", *_on_map(area)]),
                    html.P(shell.SOURCE, className="place-source"),
                ],
                className="muted",
            ),
            html.Div(
                [
                    html.Label("Compare with another place", htmlFor=Place.COMPARE),
                    html.Select(id=Place.COMPARE, className="form-select"),
                ],
                className="field no-print",
            ),
        ],
        className="body-side",
        **attributes(aria_label="Map"),
    )


def _on_map(area: Area) -> list[Any]:
    link = html.A("Open it on the main map", href=f"/?select={area.code}", className="no-print")
    return [link] if len(area.districts) == 1 else []


draw_small_map(Place.GRAPH, Place.DRAWING, Place.CONFIG)
clientside_callback(
    ClientsideFunction("place", "strips"),
    Output(Place.STATUS, "children"),
    Input(Place.CONFIG, "data"),
)
