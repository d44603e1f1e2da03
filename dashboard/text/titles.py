"""The title and subtitle of a view, written from what it holds; light enough for the server to ask."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.text import words
from dashboard.views.map import NO_MEASURE, MapView
from dashboard.views.place import find
from layers.dates import day_words
from layers.landscape import Landscape, Snapshot
from layers.statistics.growth import GROWTH_PER_HEAD, LABEL

LONGEST_TITLE, LONGEST_SUBTITLE = 160, 240


def plain_words(text: str, longest: int) -> str:
    """Text as one line of printable characters, cut with an ellipsis when longer than a page can hold."""
    line = " ".join("".join(c if c.isprintable() or c in "\u200e\u200f" else " " for c in text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def title_of(snapshot: Snapshot, view: MapView) -> tuple[str, str]:
    """Title and subtitle of a view: what is shown, and when."""
    land = snapshot.landscape
    measures = measure_labels(land)
    layers = [words.inside(land.layers[name].name) for name in view.layers]
    listed = f"{', '.join(layers[:-1])} and {layers[-1]}" if len(layers) > 1 else "".join(layers)
    shading = "" if view.measure == NO_MEASURE else measures[view.measure]
    head = listed[:1].upper() + listed[1:] if listed else shading or "Districts of England"
    below = [f"Districts shaded by {shading}"] if shading and listed else []
    selected = name_of(snapshot, view.select)
    if selected:
        below.append(f"outlined in black: {selected}")
    line = "; ".join(below)
    return f"{head}, {day_words(view.as_at)}", line[:1].upper() + line[1:]


def measure_labels(land: Landscape) -> Mapping[str, str]:
    """The label of every measure districts can be shaded by, by its id."""
    return {**{name: item.label for name, item in land.measures.items()}, GROWTH_PER_HEAD: LABEL}


def name_of(snapshot: Snapshot, identifier: str | None) -> str:
    """The name of a selected district, county, body or institution, or blank when it does not exist on the day."""
    land, chosen = snapshot.landscape, identifier or ""
    place = find(land, chosen)
    if place:
        return place.name
    if chosen in land.institutions:
        return land.institutions[chosen].name
    body = snapshot.by_id.get(chosen)
    return body.name if body else ""
