"""The view of the briefing page as its address holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.views.query import Query, Reader
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape


@dataclass(frozen=True)
class BriefingState:
    """The day, and the STP whose brief is open."""

    as_at: date = DEFAULT_DAY
    stp: str | None = None


def parse(given: Query, land: Landscape) -> tuple[BriefingState, tuple[str, ...]]:
    """The view a query asks for, and a sentence for each thing in it that was not understood."""
    reader = Reader(given)
    stps = [body.id for body in land.all_bodies.values() if body.layer == "stp"]
    state = BriefingState(reader.day(), reader.choice("stp", stps, "an STP"))
    reader.unknown(("as_at", "stp"))
    return state, tuple(reader.notes)
