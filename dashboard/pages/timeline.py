"""What was created, changed and ended, with the map as at each date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import dash
from dash import dcc, html

from dashboard.components import shell
from dashboard.components.attributes import attributes
from dashboard.components.clientside import draw_small_map
from dashboard.components.downloads import table_links
from dashboard.components.glossary import CITATION, marked
from dashboard.components.map_area import notes
from dashboard.components.small_map import small_map
from dashboard.ids import Timeline
from dashboard.payloads.overlaps import outlines_of
from dashboard.payloads.page_config import page_config
from dashboard.views.query import read
from dashboard.views.timeline import ALL, TimelineView
from dashboard.world import landscape
from layers.dates import FIRST_DAY, LAST_DAY, day_words
from layers.landscape import Landscape, Snapshot
from layers.model import Event, Layer
from layers.subjects import Subject, subjects_of
from layers.words import sentences
from layers.words.lists import listed

dash.register_page(__name__, path="/timeline", title="Timeline · Local growth landscape")


def layout(**given: str) -> html.Div:
    """The events of a subject, and the map as at one of them."""
    land = landscape()
    view, said = read(TimelineView, given, land)
    snapshot = land.as_at(view.as_at)
    known = subjects_of(land.layers.values())
    dated = land.layers_with(lambda layer: layer.dated_membership)
    layers = known[view.subject].layers if view.subject != ALL else dated
    side = [
        dcc.Store(id=Timeline.DRAWING, data=outlines_of(snapshot, tuple(layer.id for layer in layers))),
        small_map(Timeline.GRAPH, Timeline.SHELL, "Map on the day"),
        html.P(
            [
                html.Strong(day_words(view.as_at)),
                *marked([f": {_caption(snapshot, layers)} "]),
                html.A("Open this day on the main map", href=f"/?as_at={view.as_at}"),
            ],
            className="muted",
        ),
    ]
    return html.Div(
        [
            dcc.Store(id=Timeline.CONFIG, data=page_config(Timeline)),
            shell.header("/timeline", "timeline-main"),
            html.Main(
                [
                    html.Div(
                        [
                            *notes(said),
                            html.H1("What was created, changed and ended"),
                            subjects(known, view),
                            table_links("timeline-events", f"subject={view.subject}&as_at={view.as_at}"),
                            events(land, view),
                        ],
                        id="timeline-main",
                    ),
                    html.Aside(side, className="body-side", **attributes(aria_label="Map on the day")),
                    html.P(id=Timeline.STATUS, className="visually-hidden", role="status"),
                ],
                className="body-page",
            ),
            shell.footer(land.version),
        ],
        id=Timeline.PAGE,
        className="page",
    )


def _caption(snapshot: Snapshot, layers: tuple[Layer, ...]) -> str:
    counts = [sentences.of(len(snapshot.bodies(layer.id)), layer) for layer in layers]
    return f"{listed(counts)}." if counts else "this subject has no bodies to draw."


def subjects(known: Mapping[str, Subject], view: TimelineView) -> html.Nav:
    """One link a subject."""
    links = [_subject(ALL, "Everything", view), *(_subject(key, item.name, view) for key, item in known.items())]
    return html.Nav(links, className="subjects", **attributes(aria_label="Subjects"))


def _subject(key: str, name: str, view: TimelineView) -> html.A:
    here = attributes(aria_current="true") if key == view.subject else {}
    return html.A(
        name,
        href=f"/timeline?subject={key}&as_at={view.as_at.isoformat()}",
        className="current" if here else "",
        **here,
    )


def events(land: Landscape, view: TimelineView) -> html.Ol:
    """The events in order; each within the period leads to the map of its day."""
    shown = [event for event in land.events if view.subject in (ALL, event.layer)]
    before: dict[date, int] = {}
    rows, known = [], subjects_of(land.layers.values())
    for event in shown:
        rows.append(_event(event, known[event.layer].name, view, before.get(event.date, 0)))
        before[event.date] = before.get(event.date, 0) + 1
    return html.Ol(marked(rows), className="events")


def _event(event: Event, subject: str, view: TimelineView, position: int) -> html.Li:
    """One event; the first of a day has the day alone as its id, which its link leads to."""
    chosen = event.date == view.as_at
    within = FIRST_DAY <= event.date <= LAST_DAY
    when: Any = (
        html.A(
            day_words(event.date),
            href=f"/timeline?subject={view.subject}&as_at={event.date.isoformat()}#on-{event.date.isoformat()}",
        )
        if within
        else day_words(event.date)
    )
    doubt = "" if event.confidence == "high" else f" Confidence: {event.confidence}."
    return html.Li(
        [
            html.Strong(when),
            html.Span(subject, className="subject"),
            html.P(event.text),
            html.P(f"Source: {event.source}.{doubt}", className=f"muted small {CITATION}"),
        ],
        className="chosen" if chosen else "",
        id=f"on-{event.date.isoformat()}-{position}" if position else f"on-{event.date.isoformat()}",
    )


draw_small_map(Timeline.GRAPH, Timeline.DRAWING, Timeline.CONFIG)
