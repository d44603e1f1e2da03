"""The title and subtitle of a view, written from what it holds; light enough for the server to ask."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.views.map import NO_MEASURE, MapView, drawn
from dashboard.views.place import find
from layers.dates import day_words
from layers.landscape import Landscape, Snapshot
from layers.statistics.growth import GROWTH_PER_HEAD, LABEL
from layers.words.capitals import first_upper
from layers.words.titles import view_subtitle, view_title

LONGEST_TITLE, LONGEST_SUBTITLE = 160, 240


def plain_words(text: str, longest: int) -> str:
    """Text as one line of printable characters, cut with an ellipsis when longer than a page can hold."""
    line = " ".join("".join(c if c.isprintable() or c in "\u200e\u200f" else " " for c in text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def title_of(snapshot: Snapshot, view: MapView) -> tuple[str, str]:
    """Title and subtitle of a view: what is shown and when; what districts are shaded by, and what is selected."""
    land = snapshot.landscape
    shading = None if view.shading == NO_MEASURE else measure_labels(land)[view.shading]
    layers = [land.layers[name].name_inside for name in drawn(view, land)]
    selected = name_of(snapshot, view.select)
    below = (view_subtitle(shading, layers), f"outlined in black: {selected}" if selected else "")
    return view_title(shading, layers, day_words(view.as_at)), first_upper("; ".join(filter(None, below)))


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
