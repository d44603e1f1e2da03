"""The view as the URL holds it: parse, clamp, serialise.

The URL owns the state. Parsing never fails: what can't be understood falls back to its
default and leaves a note for the reader. ``parse(serialise(state)) == state`` always.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

from dashboard.palette import LAYERS, POINTS
from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY, day_words, parse_day
from layers.growth import GROWTH_PER_HEAD
from layers.landscape import Landscape

OVERLAYS = (*LAYERS, *POINTS)
TABLES = ("districts", "bodies", "institutions")
NO_MEASURE = "none"
LIMITS = {"lon": (-12.0, 6.0, 3), "lat": (48.0, 58.0, 3), "zoom": (0.8, 60.0, 2)}
"""Lowest, highest and decimals of the viewport numbers."""
_SHOWN = 40


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
Query = Mapping[str, str | Sequence[str]]


def serialise(state: ViewState) -> str:
    """The query string (without ``?``) of a view; what is at its default is left out."""
    pairs = []
    for key in KEYS:
        value = getattr(state, key)
        if value != getattr(DEFAULTS, key):
            pairs.append((key, _text(value)))
    return urlencode(pairs, safe=",")


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(value) or "none"
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, date) else str(value)


def parse(query: Query, land: Landscape) -> tuple[ViewState, tuple[str, ...]]:
    """The view a query asks for, and a sentence for each thing in it that was not understood."""
    reader = _Reader(query)
    measures = {*land.measures, GROWTH_PER_HEAD, NO_MEASURE}
    lon, lat, zoom = (reader.number(key) for key in LIMITS)
    if None in (lon, lat, zoom):
        if any(key in query for key in LIMITS) and not reader.notes:
            reader.notes.append("A place on the map needs lon, lat and zoom together, so England is shown.")
        lon = lat = zoom = None
    state = ViewState(
        measure=reader.choice("measure", measures, "a measure") or DEFAULTS.measure,
        layers=reader.layers(),
        fill=reader.choice("fill", set(LAYERS), "a layer"),
        fallen=reader.flag("fallen"),
        as_at=reader.day(),
        select=reader.choice("select", {*land.districts, *land.all_bodies, *land.institutions}, "a place, body or institution"),
        lon=lon,
        lat=lat,
        zoom=zoom,
        table=reader.choice("table", set(TABLES), "a table") or DEFAULTS.table,
        present=reader.flag("present"),
    )
    unknown = sorted(set(query) - set(KEYS))
    if unknown:
        reader.notes.append(f"The address holds {_quote(', '.join(unknown))}, which this page does not use.")
    return state, tuple(reader.notes)


class _Reader:
    """Takes values out of a query and keeps a note of each one it could not use."""

    def __init__(self, query: Query) -> None:
        self.query, self.notes = query, list[str]()

    def text(self, key: str) -> str | None:
        value = self.query.get(key)
        if value is None or isinstance(value, str):
            return value or None
        self.notes.append(f"The address gives {key} more than once; the last is used.")
        return str(value[-1]) or None

    def choice(self, key: str, allowed: set[str], what: str) -> str | None:
        text = self.text(key)
        if text is None or text in allowed:
            return text
        self.notes.append(f"{_quote(text)} is not {what} known here, so it was left out.")
        return None

    def layers(self) -> tuple[str, ...]:
        text = self.text("layers")
        if text is None:
            return DEFAULTS.layers
        asked = [] if text == "none" else text.split(",")
        odd = [name for name in asked if name not in OVERLAYS]
        if odd:
            self.notes.append(f"{_quote(', '.join(odd))} is not a layer known here, so it was left out.")
            if len(odd) == len(asked):
                return DEFAULTS.layers
        return tuple(name for name in OVERLAYS if name in asked)

    def flag(self, key: str) -> bool:
        text = self.text(key)
        if text not in (None, "0", "1"):
            self.notes.append(f"{key} takes 1 or 0, not {_quote(str(text))}.")
        return text == "1"

    def day(self) -> date:
        text = self.text("as_at")
        if text is None:
            return DEFAULTS.as_at
        try:
            day = parse_day(text)
        except ValueError:
            self.notes.append(f"{_quote(text)} is not a date (YYYY-MM-DD), so {day_words(DEFAULT_DAY)} is shown.")
            return DEFAULTS.as_at
        clamped = min(max(day, FIRST_DAY), LAST_DAY)
        if clamped != day:
            self.notes.append(f"{day_words(day)} is outside 2011 to 2018, so {day_words(clamped)} is shown.")
        return clamped

    def number(self, key: str) -> float | None:
        text, (low, high, decimals) = self.text(key), LIMITS[key]
        if text is None:
            return None
        if not re.fullmatch(r"-?\d{1,6}(\.\d{1,12})?", text):
            self.notes.append(f"{key} takes a number, not {_quote(text)}, so England is shown.")
            return None
        value = round(float(text), decimals)
        if not low <= value <= high:
            self.notes.append(f"{key} {_quote(text)} is outside {low:g} to {high:g}; the nearest is used.")
        return min(max(value, low), high)


def _quote(text: str) -> str:
    return f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"
