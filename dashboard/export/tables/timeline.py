"""The timeline's events."""

from __future__ import annotations

from dashboard.export.order import view_of
from dashboard.export.tables.common import Asked
from dashboard.export.tables.sheets import Column, Sheet, texts
from dashboard.text.sources import view_address
from dashboard.views.query import serialise
from dashboard.views.timeline import ALL, TimelineView
from layers.subjects import subjects_of


def events(asked: Asked) -> Sheet:
    """The events of the subject, first to last: all of them, whatever day the page's map shows."""
    view = view_of(TimelineView, asked.query, asked.land)
    subjects = subjects_of(asked.land.layers.values())
    rows = [
        (event.date, subjects[event.layer].name, event.text, event.source, event.confidence)
        for event in asked.land.events
        if view.subject in (ALL, event.layer)
    ]
    return Sheet(
        title="What was created, changed and ended",
        day=view.as_at,
        columns=(Column("Date", "date"), *texts("Subject", "Event", "Source of the event", "Confidence")),
        rows=rows,
        address=view_address(asked.origin, "/timeline", serialise(view)),
        filters=(("Subject", "everything" if view.subject == ALL else subjects[view.subject].name),),
        notes=("Every event is listed, before and after the day that the page’s map shows.",),
    )
