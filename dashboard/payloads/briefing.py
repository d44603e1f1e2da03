"""The briefing's tables as plain rows, drawn in the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from dashboard.payloads.types import Cell, Column, Link, RichCell, Table
from dashboard.text.links import body_href, on_day
from layers.briefing import (
    Met,
    Missed,
    councils,
    easily_missed,
    growth_money,
    met,
    trusts,
    under_several,
    universities,
)
from layers.briefing_roles import roles
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.words import briefing as brief_words
from layers.words import numbers

COLUMNS = (
    ("STP", False), ("Finding", False), ("Combined authorities met", False), ("Devolution deals", False), ("City deals", False),
    ("Growth Deal money, £m, by people", True), ("LEPs", True), ("People under two LEPs", True), ("Upper-tier councils", True),
    ("Universities", True), ("Trusts, sourced", True), ("Trusts by head office only", True), ("Integrated care system", False), ("Leading Places", False),
)  # fmt: skip


def columns(items: Sequence[tuple[str, bool]]) -> list[Column]:
    """Column heads; ``number`` aligns right and sorts by value."""
    return [{"label": label, "number": number} for label, number in items]


@lru_cache(maxsize=32)
def stp_table(land: Landscape, day: date) -> Table:
    """All STPs of the day, one row each. Kept for the days asked for last: callers must not change it."""
    snapshot = land.as_at(day)
    rows = [stp_row(snapshot, stp) for stp in snapshot.bodies(roles(land).subject.id)]
    return {"label": "STPs", "caption": "Every STP and what it meets.", "columns": columns(COLUMNS), "rows": rows}


def _brief_link(snapshot: Snapshot, stp: BodyAt) -> RichCell:
    """An STP by the name people say, found by its whole name and its abbreviation too."""
    also = " ".join(filter(None, (stp.name, stp.body.abbreviation)))
    return {"t": stp.short_name, "h": f"/briefing?stp={stp.id}&as_at={snapshot.day.isoformat()}", "also": also}


def stp_row(snapshot: Snapshot, stp: BodyAt) -> list[Cell]:
    """One STP: links, counts and words in the order of `COLUMNS`."""
    part, money = roles(snapshot.landscape), growth_money(snapshot, stp.id)
    own = trusts(snapshot, stp)
    return [
        _brief_link(snapshot, stp),
        brief_words.finding(snapshot, stp),
        shares(met(snapshot, stp.id, part.authority.id)),
        _deals(met(snapshot, stp.id, part.devolution.id)),
        _bodies(met(snapshot, stp.id, part.city.id)),
        {"t": "not known", "v": None} if money.unknown else money.amount_gbp_m,
        len(met(snapshot, stp.id, part.partnership.id)),
        under_several(snapshot, stp.id, part.partnership.id),
        len(councils(snapshot, stp)),
        len(universities(snapshot, stp)),
        len(own.sourced),
        len(own.by_head_office),
        _bodies(met(snapshot, stp.id, part.system.id)),
        _bodies(met(snapshot, stp.id, part.places.id)),
    ]


def cell(names: Iterable[tuple[str, str, str]], between: str = ", ") -> RichCell | None:
    """A cell of names, each a link with words after it (name, address, words): ``t`` to sort and filter by, ``parts`` to show.

    ``None`` without names: a blank cell, which sorts last.
    """
    parts: list[str | Link] = []
    for name, address, after in names:
        parts += [*([between] if parts else []), {"t": name, "h": address}, *([after] if after else [])]
    text = "".join(part if isinstance(part, str) else part["t"] for part in parts)
    return {"t": text, "parts": parts} if parts else None


def shares(found: Sequence[Met]) -> RichCell | None:
    """``West of England (188,678 people: 20.7% of the STP’s, 20.4% of its own)``, one after the other."""
    return cell(
        (
            (
                item.body.short_name,
                body_href(item.body),
                f" ({numbers.count(item.people)} people: {numbers.percent(item.share_of_stp)} of the STP’s, "
                f"{numbers.percent(item.share_of_body)} of its own)",
            )
            for item in found
        ),
        "; ",
    )


def _deals(found: Sequence[Met]) -> RichCell | None:
    deals = [item.body for item in found]
    return cell(
        ((deal.short_name, body_href(deal), f" ({deal.status_of(deal.agreements[-1])})") for deal in deals), "; "
    )


def _bodies(found: Sequence[Met]) -> RichCell | None:
    return cell((item.body.short_name, body_href(item.body), "") for item in found)


@lru_cache(maxsize=32)
def missed_table(land: Landscape, day: date, economic: bool) -> Table:
    """The easily missed footprints of every STP. Kept for the days asked for last: callers must not change it."""
    snapshot = land.as_at(day)
    found = easily_missed(snapshot, roles(land).economic if economic else roles(land).powers)
    head = (
        ("STP", False),
        ("Easily missed", False),
        ("People in both", True),
        ("Of the STP’s people, %", True),
        ("Of its own, %", True),
        ("Districts", False),
    )
    what = "growth deals and LEPs" if economic else "combined authorities, devolution deals and city deals"
    caption = f"Footprints that hold 1 to 35% of an STP’s people, or of which the STP holds under half: {what}, one row a footprint."
    return {
        "label": f"Easily missed: {what}",
        "caption": caption,
        "columns": columns(head),
        "rows": [missed_row(snapshot, item) for item in found],
    }


def missed_row(snapshot: Snapshot, item: Missed) -> list[Cell]:
    """One footprint: who has it, people in both, shares, districts."""
    names, day = snapshot.landscape.districts, on_day(snapshot.day)
    return [
        _brief_link(snapshot, item.stp),
        cell((body.name, body_href(body), "") for body in item.bodies),
        item.people,
        _percent(item.share_of_stp),
        _percent(item.share_of_body),
        cell((names[code].name, f"/place/{code}{day}", "") for code in item.districts),
    ]


def _percent(share: float) -> RichCell:
    """A share as it is read, with its value in per cent: a filter for ``>10`` means ten per cent."""
    return {"t": numbers.percent(share), "v": round(100 * share, 4)}
