"""A day's landscape as the page's scripts need it: ids, numbers and words, never geometry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import cast

from dashboard.payloads.types import DayBody, DaySnapshot
from layers.changes import latest_change
from layers.dates import day_words
from layers.deals import known_amount
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.model import Member
from layers.outlines import associate_shape_of, shape_of
from layers.place.covers import district_shares
from layers.statistics.growth import growth_per_head, per_head
from layers.words import numbers


@lru_cache(maxsize=64)
def snapshot_payload(land: Landscape, day: date) -> DaySnapshot:
    """Everything that moves with the date. Districts are positions in `Landscape.districts`.

    ``layers`` maps a layer to its bodies (fallen deals and bids too, marked); ``growth`` is
    pounds per head by district, null where not available; ``changed`` is the latest change.
    Kept for the days asked for last: callers must not change it.
    """
    snapshot = land.as_at(day)
    position = {code: index for index, code in enumerate(land.districts)}
    growth = growth_per_head(snapshot)
    change = latest_change(land, day)
    return {
        "day": day.isoformat(),
        "words": day_words(day),
        "layers": {
            layer: {
                "geometry": land.layers[layer].geometry,
                "bodies": [_body(snapshot, body, position) for body in snapshot.bodies(layer, fallen=True)],
            }
            for layer in snapshot.by_layer
            if land.layers[layer].is_area
        },
        "growth": [numbers.cut(growth[code], 2) if code in growth else None for code in land.districts],
        "changed": {"words": day_words(change[0]), "lines": list(change[1])} if change else None,
    }


def _body(snapshot: Snapshot, body: BodyAt, position: Mapping[str, int]) -> DayBody:
    """One body, with only the keys that say something."""
    land = snapshot.landscape
    shares = district_shares(snapshot, body)
    whole = [position[code] for code, share in shares.items() if numbers.is_whole(share)]
    part = [[position[code], numbers.cut_share(share)] for code, share in shares.items() if not numbers.is_whole(share)]
    found = {
        "id": body.id,
        "name": body.name,
        "short": body.short_name if body.short_name != body.name else None,
        "shape": shape_of(land, body),
        "standing": body.standing if body.standing != "live" else None,
        "people": body.people if body.standing == "live" else None,
        "whole": whole if body.standing != "bid" else _positions(body.members, position),
        "part": part,
        "status": status_words(body),
        "associates": _positions(body.associates, position),
        "associateShape": associate_shape_of(land, body),
        "money": money_words(body),
    }
    # What says nothing is left out, which no type checker can follow.
    return cast(DayBody, {key: value for key, value in found.items() if value not in (None, [], "")})


def _positions(members: Sequence[Member], position: Mapping[str, int]) -> list[int]:
    return [position[member.district_code] for member in members]


def status_words(body: BodyAt) -> str:
    """How the latest agreement of a deal place stood that day, or since when a body exists."""
    if body.agreements:
        latest = body.agreements[-1]
        return f"{body.status_of(latest)}; announced {latest.announced.words()}"
    since = body.body.valid_from
    return f"since {day_words(since)}" if since else "start date not known"


def money_words(body: BodyAt) -> str:
    """A growth deal's money, in words; blank for other layers, whose sums can't be compared."""
    if not body.layer_record.adds_rounds:
        return ""
    amount, each = known_amount(body.agreements), per_head(body)
    if amount is None or each is None:
        return "not known for every round"
    return f"{numbers.money(amount)}, {numbers.a_head(each)} a head"
