"""The briefing's tables as plain rows, drawn in the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard import words
from layers import brief_words
from layers.briefing import (
    DEVOLUTION,
    ECONOMIC,
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
from layers.landscape import BodyAt, Landscape, Snapshot

Table = dict[str, Any]
COLUMNS = (
    ("STP", False), ("Finding", False), ("Combined authorities met", False), ("Devolution deals", False), ("City deals", False),
    ("Growth Deal money, £m, by people", True), ("LEPs", True), ("People under two LEPs", True), ("Upper-tier councils", True),
    ("Universities", True), ("Trusts, sourced", True), ("Trusts by head office only", True), ("Integrated care system", False), ("Leading Places", False),
)  # fmt: skip


def columns(items: Sequence[tuple[str, bool]]) -> list[dict[str, Any]]:
    """Column heads; ``number`` aligns right and sorts by value."""
    return [{"label": label, "number": number} for label, number in items]


@lru_cache(maxsize=32)
def stp_table(land: Landscape, day: date) -> Table:
    """All STPs of the day, one row each. Kept for the days asked for last: callers must not change it."""
    snapshot = land.as_at(day)
    rows = [stp_row(snapshot, stp) for stp in snapshot.bodies("stp")]
    return {"label": "STPs", "caption": "Every STP and what it meets.", "columns": columns(COLUMNS), "rows": rows}


def stp_row(snapshot: Snapshot, stp: BodyAt) -> list[Any]:
    """One STP: links, counts and words in the order of `COLUMNS`."""
    money = growth_money(snapshot, stp.id)
    own = trusts(snapshot, stp)
    return [
        {"t": stp.short_name, "h": f"/briefing?stp={stp.id}&as_at={snapshot.day.isoformat()}"},
        brief_words.finding(snapshot, stp),
        shares(met(snapshot, stp.id, "combined_authority")),
        _deals(met(snapshot, stp.id, "devolution_deal")),
        ", ".join(item.body.short_name for item in met(snapshot, stp.id, "city_deal")),
        money.amount_gbp_m if money.amount_gbp_m is not None else ("not known" if money.unknown else None),
        len(met(snapshot, stp.id, "lep")),
        under_several(snapshot, stp.id, "lep"),
        len(councils(snapshot, stp)),
        len(universities(snapshot, stp)),
        len(own.sourced),
        len(own.by_head_office),
        ", ".join(item.body.short_name for item in met(snapshot, stp.id, "integrated_care_system")),
        ", ".join(item.body.short_name for item in met(snapshot, stp.id, "leading_places")),
    ]


def shares(found: Sequence[Met]) -> str:
    """``West of England (188,678 people: 20.7% of the STP, 20.4% of the authority)``, one after the other."""
    return "; ".join(
        f"{item.body.short_name} ({words.count(item.people)} people: {words.percent(item.share_of_stp)} of the STP’s, "
        f"{words.percent(item.share_of_body)} of its own)"
        for item in found
    )


def _deals(found: Sequence[Met]) -> str:
    return "; ".join(f"{item.body.short_name} ({item.body.status_of(item.body.agreements[-1])})" for item in found)


@lru_cache(maxsize=32)
def missed_table(land: Landscape, day: date, economic: bool) -> Table:
    """The easily missed footprints of every STP. Kept for the days asked for last: callers must not change it."""
    snapshot = land.as_at(day)
    found = easily_missed(snapshot, ECONOMIC if economic else DEVOLUTION)
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


def missed_row(snapshot: Snapshot, item: Missed) -> list[Any]:
    """One footprint: who has it, people in both, shares, districts."""
    names = snapshot.landscape.districts
    return [
        {"t": item.stp.short_name, "h": f"/briefing?stp={item.stp.id}&as_at={snapshot.day.isoformat()}"},
        ", ".join(body.name for body in item.bodies),
        item.people,
        _percent(item.share_of_stp),
        _percent(item.share_of_body),
        ", ".join(names[code].name for code in item.districts),
    ]


def _percent(share: float) -> dict[str, Any]:
    return {"t": words.percent(share), "v": round(share, 6)}
