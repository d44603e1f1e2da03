"""The view of a place's page as its address holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.views.query import Query, Reader, quote
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape
from layers.local import Area, area_of

MOST = 3


@dataclass(frozen=True)
class PlaceState:
    """The day, and up to three other places beside this one."""

    as_at: date = DEFAULT_DAY
    beside: tuple[str, ...] = ()


def parse(given: Query, land: Landscape) -> tuple[PlaceState, tuple[str, ...]]:
    """The view a query asks for, and a sentence for each thing in it that was not understood."""
    reader = Reader(given)
    asked = [code for code in dict.fromkeys((reader.text("with") or "").split(",")) if code]
    known = [code for code in asked if find(land, code)]
    odd = [code for code in asked if code not in known]
    if odd:
        reader.notes.append(f"{quote(', '.join(odd))} is not a district or county known here, so it was left out.")
    if len(known) > MOST:
        reader.notes.append(f"At most {MOST} places stand beside one another; the rest were left out.")
    state = PlaceState(reader.day(), tuple(known[:MOST]))
    reader.unknown(("as_at", "with"))
    return state, tuple(reader.notes)


def find(land: Landscape, code: object) -> Area | None:
    """The district or county with a code, or ``None``; an address can hand over several codes, which is none."""
    try:
        return area_of(land, code) if isinstance(code, str) else None
    except KeyError:
        return None
