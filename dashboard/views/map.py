"""The view as the URL holds it: parse, clamp, serialise.

The URL owns the state. Parsing never fails: what can't be understood falls back to its
default and leaves a note for the reader. ``parse(serialise(state)) == state`` always.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date

from dashboard.palette import LAYERS, POINTS
from dashboard.views import query
from dashboard.views.query import Query, Reader, quote
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape
from layers.statistics.growth import GROWTH_PER_HEAD

OVERLAYS = (*LAYERS, *POINTS)
TABLES = ("districts", "bodies", "institutions")
NO_MEASURE = "none"
LIMITS = {"lon": (-12.0, 6.0, 3), "lat": (48.0, 58.0, 3), "zoom": (0.8, 60.0, 2)}
"""Lowest, highest and decimals of the viewport numbers."""


@dataclass(frozen=True)
class ViewState:
    """One view of the map page. ``lon``, ``lat`` and ``zoom`` are all given or all ``None`` (England in view)."""

    measure: str = "imd2015_average_score"
    layers: tuple[str, ...] = ("combined_authority", "stp")
    fill: str | None = None
    fallen: bool = False
    as_at: date = DEFAULT_DAY
    select: str | None = None
    lon: float | None = None
    lat: float | None = None
    zoom: float | None = None
    table: str = "districts"
    present: bool = False


DEFAULTS = ViewState()
KEYS = tuple(field.name for field in fields(ViewState))


def serialise(state: ViewState) -> str:
    """The query string (without ``?``) of a view; what is at its default is left out."""
    return query.serialise(state, DEFAULTS)


def parse(given: Query, land: Landscape) -> tuple[ViewState, tuple[str, ...]]:
    """The view a query asks for, and a sentence for each thing in it that was not understood."""
    reader = _MapReader(given)
    measures = {*land.measures, GROWTH_PER_HEAD, NO_MEASURE}
    lon, lat, zoom = (reader.number(key) for key in LIMITS)
    if None in (lon, lat, zoom):
        if any(key in given for key in LIMITS) and not reader.notes:
            reader.notes.append("A place on the map needs lon, lat and zoom together, so England is shown.")
        lon = lat = zoom = None
    state = ViewState(
        measure=reader.choice("measure", measures, "a measure") or DEFAULTS.measure,
        layers=reader.layers(),
        fill=reader.choice("fill", set(LAYERS), "a layer"),
        fallen=reader.flag("fallen"),
        as_at=reader.day(),
        select=reader.choice(
            "select", {*land.districts, *land.all_bodies, *land.institutions}, "a place, body or institution"
        ),
        lon=lon,
        lat=lat,
        zoom=zoom,
        table=reader.choice("table", set(TABLES), "a table") or DEFAULTS.table,
        present=reader.flag("present"),
    )
    reader.unknown(KEYS)
    return state, tuple(reader.notes)


class _MapReader(Reader):
    """Reads what only the map page's address holds."""

    def layers(self) -> tuple[str, ...]:
        text = self.text("layers")
        if text is None:
            return DEFAULTS.layers
        asked = [] if text == "none" else text.split(",")
        odd = [name for name in asked if name not in OVERLAYS]
        if odd:
            self.notes.append(f"{quote(', '.join(odd))} is not a layer known here, so it was left out.")
            if len(odd) == len(asked):
                return DEFAULTS.layers
        return tuple(name for name in OVERLAYS if name in asked)

    def number(self, key: str) -> float | None:
        text, (low, high, decimals) = self.text(key), LIMITS[key]
        if text is None:
            return None
        if not re.fullmatch(r"-?\d{1,6}(\.\d{1,12})?", text):
            self.notes.append(f"{key} takes a number, not {quote(text)}, so England is shown.")
            return None
        value = round(float(text), decimals)
        if not low <= value <= high:
            self.notes.append(f"{key} {quote(text)} is outside {low:g} to {high:g}; the nearest is used.")
        return min(max(value, low), high)
