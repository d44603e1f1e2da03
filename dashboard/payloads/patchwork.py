"""The patchwork map as plain numbers: a class and a few words for each part, and the legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from dashboard.palette import CLASSES, HUES
from dashboard.payloads.types import LegendRow, PatchworkPayload
from dashboard.views.patchwork import ALL
from layers.dates import day_words
from layers.geography.borders import part_borders
from layers.landscape import Landscape, Snapshot
from layers.outlines import shape_of
from layers.patchwork import (
    bodies_to_work_with,
    body_counts,
    bundles,
    council_maps,
    groups,
    hues,
    named,
    region_parts,
    splitting_layers,
)
from layers.words import sentences, spoken

TITLES = {
    "bundle": "Who shares which bundle of bodies",
    "bodies": "How many bodies cover each place",
    "splits": "How many layers have a boundary through the county or unitary council",
}


def title_of(land: Landscape, colour: str) -> str:
    """What a way to colour the map shows."""
    maps = council_maps(land)
    if colour in maps:
        return f"How many {maps[colour].plural} the county or unitary council works with"
    return TITLES[colour]


@lru_cache(maxsize=128)
def patchwork_payload(
    land: Landscape, layers: tuple[str, ...], colour: str, region: str, day: date
) -> PatchworkPayload:
    """Parts of the region with their class, hover words and the legend. Kept for the views asked for last: don't change it.

    ``parts`` and ``classes`` run side by side; ``colours`` gives the colour of each class; ``legend`` has a row a class
    (for bundles, a row a bundle) with people and districts; ``shapes`` names each layer's outlines of the day.
    """
    snapshot = land.as_at(day)
    shown = region_parts(snapshot, None if region == ALL else region)
    classes, colours, legend = (
        _bundles(snapshot, layers, shown) if colour == "bundle" else _counts(snapshot, layers, colour, shown)
    )
    return {
        "day": day.isoformat(),
        "title": f"{title_of(land, colour)}, {_region_name(land, region)}, {day_words(day)}",
        "layers": list(layers),
        "colour": colour,
        "region": region,
        "parts": [land.parts.ids[part] for part in shown],
        "classes": [classes[part] for part in shown],
        "hover": [_hover(snapshot, layers, part) for part in shown],
        "colours": colours,
        "legend": legend,
        "shapes": {layer: _shapes(snapshot, layer) for layer in layers},
    }


def _shapes(snapshot: Snapshot, layer: str) -> list[str]:
    """The outlines of a layer's bodies that have an area."""
    found = (shape_of(snapshot.landscape, body) for body in snapshot.bodies(layer) if body.parts)
    return [shape for shape in found if shape]


def _region_name(land: Landscape, region: str) -> str:
    return (
        "England" if region == ALL else next(d.region_name for d in land.districts.values() if d.region_code == region)
    )


def _hover(snapshot: Snapshot, layers: tuple[str, ...], part: int) -> list[str]:
    """The bodies over a part by short name, then in how many parts its district is."""
    return [body.short_name for body in named(snapshot, bundles(snapshot, layers)[part])]


def _bundles(
    snapshot: Snapshot, layers: tuple[str, ...], shown: Sequence[int]
) -> tuple[Mapping[int, int], list[str], list[LegendRow]]:
    colours = hues(snapshot, layers, part_borders())
    inside = frozenset(shown)
    classes: dict[int, int] = {}
    legend: list[LegendRow] = []
    for group, hue in zip(groups(snapshot, layers), colours, strict=True):
        classes.update(dict.fromkeys(group.parts, hue))
        own = [part for part in group.parts if part in inside]
        if own:
            words = [sentences.called(body.short_name, body.layer_record) for body in named(snapshot, group.bundle)]
            legend.append(_row(snapshot, ", ".join(words) or "None of these layers", HUES[hue], own))
    return classes, list(HUES), sorted(legend, key=lambda row: -row["people"])


def _counts(
    snapshot: Snapshot, layers: tuple[str, ...], colour: str, shown: Sequence[int]
) -> tuple[Mapping[int, int], list[str], list[LegendRow]]:
    values = _values(snapshot, layers, colour)
    present = sorted({values[part] for part in shown})
    top = max(present, default=0)
    colours = [CLASSES[round(value * (len(CLASSES) - 1) / max(top, 1))] for value in range(top + 1)]
    legend = [
        _row(snapshot, str(value), colours[value], [part for part in shown if values[part] == value])
        for value in present
    ]
    return dict(enumerate(values)), colours, legend


def _values(snapshot: Snapshot, layers: tuple[str, ...], colour: str) -> Sequence[int]:
    if colour == "bodies":
        return body_counts(snapshot, layers)
    found: Mapping[str, Sequence[str]]
    if colour == "splits":
        found = splitting_layers(snapshot, layers)
    else:
        found = bodies_to_work_with(snapshot, council_maps(snapshot.landscape)[colour].id)
    known = snapshot.landscape.districts
    return [len(found[known[code].upper_tier_code]) for code in snapshot.landscape.parts.district]


def _row(snapshot: Snapshot, label: str, colour: str, own: Sequence[int]) -> LegendRow:
    parts = snapshot.landscape.parts
    codes = {parts.district[part] for part in own}
    whole = sum(set(parts.of_district[code]) <= set(own) for code in codes)
    split = len(codes) - whole
    districts = (
        sentences.of(whole, sentences.DISTRICT) + (f" and part of {spoken.count(split)}" if split else "")
        if whole
        else f"part of {sentences.of(split, sentences.DISTRICT)}"
    )
    return {"label": label, "colour": colour, "people": parts.people_in(own), "districts": districts}
