"""Districts in the classes of a measure: the same breaks and colours as on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.export.map.geometry import built
from dashboard.export.map.scene import Key, Legend
from dashboard.palette import CLASSES, NOT_AVAILABLE
from dashboard.views.map import NO_MEASURE
from layers.geography.contents import MeasureFacts, Measures
from layers.landscape import Snapshot
from layers.statistics.growth import GROWTH_PER_HEAD, growth_per_head
from layers.statistics.measures import class_of
from layers.words import numbers

PLAIN = "#f7f9fb"
"""Districts that are not shaded."""


@dataclass(frozen=True)
class Shading:
    """The colour of each district, and the legend that explains the colours; ``values`` lacks what is not available."""

    colours: Mapping[str, str]
    values: Mapping[str, float]
    legend: Legend | None


@cache
def _facts() -> Measures:
    """Label, unit, period, class breaks, caveat and source of each measure, as the map page has them."""
    found: Measures = built("measures")
    return found


def class_colours(count: int) -> tuple[str, ...]:
    """Colours for so many classes, spread over the palette."""
    if count == 1:
        return (CLASSES[2],)
    return tuple(CLASSES[int(k * (len(CLASSES) - 1) / (count - 1) + 0.5)] for k in range(count))


def shading(snapshot: Snapshot, measure: str) -> Shading:
    """The districts of England in the classes of a measure; plain when it is ``none``."""
    land = snapshot.landscape
    if measure == NO_MEASURE:
        return Shading(dict.fromkeys(land.districts, PLAIN), {}, None)
    facts = _facts()[measure]
    values = growth_per_head(snapshot) if measure == GROWTH_PER_HEAD else land.measures[measure].values
    breaks = facts["breaks"]
    colours = class_colours(len(breaks) + 1)
    found = {
        code: colours[class_of(values[code], breaks)] if values.get(code) is not None else NOT_AVAILABLE
        for code in land.districts
    }
    return Shading(found, values, _legend(facts, colours, list(found.values()), list(values.values())))


def _legend(facts: MeasureFacts, colours: Sequence[str], found: list[str], values: list[float]) -> Legend:
    edges = [min(values, default=0.0), *facts["breaks"], max(values, default=0.0)]
    keys = [
        Key(
            "class",
            f"{'over ' if k else ''}{_edge(edges[k], facts)} to {_edge(edges[k + 1], facts)}",
            colour,
            str(found.count(colour)),
        )
        for k, colour in enumerate(colours)
    ]
    missing = found.count(NOT_AVAILABLE)
    if missing:
        keys.append(Key("class", "not available", NOT_AVAILABLE, str(missing)))
    return Legend(
        facts["label"],
        tuple(keys),
        f"{numbers.unit_words(facts['unit'])}, {facts['period']}; number of districts on the right. {facts['caveat']}".strip(),
    )


def _edge(value: float, facts: MeasureFacts) -> str:
    return numbers.number(value, facts["kind"], facts["unit"])


def measure_source(measure: str) -> str:
    """Where a measure comes from, in one sentence; blank when districts are not shaded."""
    if measure == NO_MEASURE:
        return ""
    facts = _facts()[measure]
    return f"{facts['label']}: {facts['source']}."
