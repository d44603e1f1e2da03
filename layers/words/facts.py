"""Facts as short phrases, the same on pages and in files."""

from __future__ import annotations

from layers.dates import day_words
from layers.model import Agreement, Institution
from layers.place.covers import Cover
from layers.place.figures import Figure
from layers.words import numbers
from layers.words.lists import listed


def amount(item: Agreement, unknown: str = "amount not known") -> str:
    """The money of one agreement, with its period where that belongs to it; ``unknown`` when blank."""
    if item.amount_gbp_m is None:
        return unknown
    period = f" ({item.amount_period})" if item.amount_period and item.layer_record.amount_with_period else ""
    return numbers.money(item.amount_gbp_m) + period


def students(item: Institution) -> str:
    """``19,835 students (2017/18)``, ``students not known``, or the kind of trust."""
    if not item.layer_record.students:
        return f"{item.kind} trust"
    if item.students is None:
        return "students not known"
    return f"{numbers.count(item.students)} students ({item.students_year})"


def terms(cover: Cover) -> str:
    """How much of the place, in what role, since when, and whether there is a mayor."""
    if cover.share is None:
        how = f"associate ({listed(sorted({member.role for member in cover.members}))}), not counted in its area"
    else:
        how = "the whole place" if numbers.is_whole(cover.share) else f"{numbers.percent(cover.share)} of its people"
    known = cover.body.body
    if cover.body.agreements:
        latest = cover.body.agreements[-1]
        return f"{how}; {cover.body.status_of(latest)}, announced {latest.announced.words()}"
    since = f"since {day_words(cover.since) if cover.since else 'a day not known'}"
    mayor = (
        f", with an elected mayor since {day_words(known.mayor_from)}"
        if known.mayor_from and known.mayor_from <= cover.body.day and cover.share
        else ""
    )
    return f"{how}, {since}{mayor}"


def here(item: Figure) -> str:
    """The place's value, the range of its districts, or that it is not available."""
    if item.low is None or item.high is None:
        return numbers.NOT_AVAILABLE
    low, high = numbers.figure(item.low, item.measure), numbers.figure(item.high, item.measure)
    some = "" if item.known == item.total else f" ({item.known} of {item.total} districts)"
    return f"{low}{some}" if low == high else f"{low} to {high}{some}"
