"""Plans of toy maps, stated by what matters."""

from __future__ import annotations

from typing import Any

from dashboard.export.map.plan import Plan, extent_round
from layers.landscape import Snapshot
from tests.dashboard.toy import CORNERS, SIDE


def middle(letter: str) -> tuple[float, float]:
    """The middle of a district's square on the grid."""
    west, south = CORNERS[letter]
    return west + SIDE / 2, south + SIDE / 2


def plan(
    now: Snapshot, *layers: str, at: str = "E", height: float = 209_000, fallen: bool = False, **stated: Any
) -> Plan:
    """A map of some layers round the middle of a district; 209 km high, a point of the page is 500 metres."""
    shown = tuple((layer, now.bodies(layer, fallen=fallen)) for layer in layers)
    fixed = {
        "title": "A title",
        "subtitle": "",
        "day": now.day,
        "measure": "none",
        "points": (),
        "address": "https://toy/",
    }
    return Plan(**{**fixed, "shown": shown, "extent": extent_round(*middle(at), height)} | stated)
