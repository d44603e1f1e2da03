"""The timeline's subjects, its events, and what its map shows in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.glossary import CITATION, marked
from dashboard.views.timeline import ALL, TimelineView
from layers.dates import FIRST_DAY, LAST_DAY, day_words
from layers.landscape import Landscape, Snapshot
from layers.layer import Layer
from layers.model import Event
from layers.subjects import Subject, subjects_of
from layers.words import sentences
from layers.words.lists import listed


def caption(snapshot: Snapshot, layers: tuple[Layer, ...]) -> str:
    """How many bodies of each layer there are on the day."""
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
