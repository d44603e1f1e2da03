"""The briefing pack of an STP, or of another body, as a deck of slides or as two A4 pages."""

from __future__ import annotations

from dashboard.export.map.plan import order_words
from dashboard.export.order import CannotExportError, File, Order, file_name, refuse_notes
from dashboard.export.pack.briefing.brief import brief_of
from dashboard.export.pack.briefing.subject import Subject, is_subject
from dashboard.views.query import Query, View, read
from dashboard.views.values import Day, Text, quote
from layers.dates import DEFAULT_DAY, day_words
from layers.landscape import Landscape

MOST_PAGES = 2


def make(land: Landscape, order: Order) -> File:
    """The pack of the body in an order.

    Raises:
        CannotExportError: there is no such body on the day, nothing is known of its area, or the query holds
            something that was not understood.
    """
    query, title, subtitle = order_words(order)
    subject = _subject(land, query)
    brief = brief_of(subject, order.origin, title, subtitle)
    name = file_name("briefing", subject.stem, day=subject.body.day, ending=order.format)
    if order.format == "pptx":
        from dashboard.export.pack.deck import brief_deck

        return File(name, brief_deck(land, brief))
    from dashboard.export.pack.document import brief_pages

    return File(name, brief_pages(land, brief, MOST_PAGES))


class _PackView(View):
    """The day, and whose pack: any body by ``body``, an STP by ``stp`` as the briefing page's address has it."""

    as_at: Day = DEFAULT_DAY
    body: Text | None = None
    stp: Text | None = None


def _subject(land: Landscape, query: Query) -> Subject:
    view, said = read(_PackView, query, land)
    day, identifier = view.as_at, _identifier(land, view)
    refuse_notes(said[:1])
    snapshot = land.as_at(day)
    body = snapshot.by_id.get(identifier)
    name = land.all_bodies[identifier].name
    if body is None:
        raise CannotExportError(f"{name} is not in being on {day_words(day)}, so there is no briefing pack of it.")
    if not body.parts:
        raise CannotExportError(f"The area of {name} is not in the data, so there is no briefing pack of it.")
    if body.standing != "live":
        raise CannotExportError(
            f"{name} is not in force on {day_words(day)}, so what it meets is not counted and there is no briefing pack of it."
        )
    return Subject(snapshot, body)


def _identifier(land: Landscape, view: _PackView) -> str:
    body, stp = view.body, view.stp
    if body and stp and body != stp:
        raise CannotExportError("The address names one body as body and another as stp; give one of them.")
    chosen = body or stp
    if chosen is None:
        raise CannotExportError("The address does not say whose briefing pack to make: give the id of an STP as body.")
    known = land.all_bodies.get(chosen)
    if known is None or (stp and not is_subject(known)):
        raise CannotExportError(f"{quote(chosen)} is not {'an STP' if stp else 'a body'} known here.")
    return chosen
