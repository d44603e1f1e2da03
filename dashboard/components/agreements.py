"""The deals of a place, as a list: round, status that day, date with its precision, money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.components.glossary import CITATION
from dashboard.components.linked import linked
from layers.deals import known_amount
from layers.landscape import BodyAt
from layers.model import Agreement
from layers.statistics.growth import per_head
from layers.words import numbers
from layers.words.facts import amount


def agreement_list(body: BodyAt, *, full: bool = False, places: Mapping[str, str] | None = None) -> list[Any]:
    """One line an agreement begun by the day; with ``full``, headline and source of each too.

    The names of ``places`` (codes by name) in a headline or doubt are links to their pages.
    """
    if not body.agreements:
        return []
    notes = [""] * len(body.agreements) + ["of a LEP since merged; not added"] * len(body.inherited)
    rows = [
        html.Li([_line(body, item, note), *(_more(body, item, places or {}) if full else [])])
        for item, note in zip((*body.agreements, *body.inherited), notes, strict=True)
    ]
    return [html.Ul(rows, className="agreements")]


def _line(body: BodyAt, item: Agreement, note: str) -> str:
    """Round, status, date, and money where the layer has any."""
    title = item.name if len({other.name for other in body.agreements}) > 1 else item.round
    parts = [f"{title}: {body.status_of(item)}, announced {item.announced.words()}"]
    if item.layer_record.carries_money:
        parts.append(amount(item))
    if note:
        parts.append(note)
    return "; ".join(parts) + "."


def _more(body: BodyAt, item: Agreement, places: Mapping[str, str]) -> list[html.P]:
    """Headline, then source and doubt; the names of bodies in them are left whole."""
    keep = (body.name, body.short_name, item.name, item.place)
    doubt = [". ", *linked(item.doubt, places, body.day, keep)] if item.doubt else []
    headline = [html.P(linked(item.headline, places, body.day, keep))] if item.headline else []
    return [*headline, html.P(["Source: ", item.source, *doubt], className=f"muted small {CITATION}")]


def total(body: BodyAt) -> list[str]:
    """The rounds of a growth deal added, in all and a head; of another deal nothing, as those are never added."""
    if not body.layer_record.adds_rounds:
        return []
    amount, each = known_amount(body.agreements), per_head(body)
    if amount is None or each is None:
        return ["not known, as the amount of a round was not found"]
    return [f"{numbers.money(amount)}, {numbers.a_head(each)} a head of the LEP’s people"]
