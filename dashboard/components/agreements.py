"""The deals of a place, as a list: round, status that day, date with its precision, money."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard import words
from layers.landscape import BodyAt
from layers.model import Agreement

MONEY_LAYERS = frozenset({"city_deal", "growth_deal", "devolution_deal"})


def agreement_list(body: BodyAt, *, full: bool = False) -> list[Any]:
    """One line an agreement begun by the day; with ``full``, headline and source of each too."""
    if not body.agreements:
        return []
    rows = [_row(body, item, full) for item in body.agreements]
    rows += [_row(body, item, full, note="of a LEP since merged; not added") for item in body.inherited]
    return [html.Ul(rows, className="agreements")]


def _row(body: BodyAt, item: Agreement, full: bool, note: str = "") -> html.Li:
    title = item.name if len({other.name for other in body.agreements}) > 1 else item.round
    parts = [f"{title}: {body.status_of(item)}, announced {item.announced.words()}"]
    if item.layer in MONEY_LAYERS:
        parts.append(amount(item))
    if note:
        parts.append(note)
    extra = [html.P(item.headline)] if full and item.headline else []
    if full:
        extra.append(
            html.P(["Source: ", item.source, f". {item.doubt}" if item.doubt else ""], className="muted small")
        )
    return html.Li(["; ".join(parts) + ".", *extra])


def amount(item: Agreement) -> str:
    """The money of one agreement, with its period; ``amount not known`` when blank."""
    if item.amount_gbp_m is None:
        return "amount not known"
    period = f" ({item.amount_period})" if item.amount_period and item.layer == "devolution_deal" else ""
    return words.money(item.amount_gbp_m) + period
