"""Which bodies a map has in view, and what there is to say of them where it shows only a part of England."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import shapely

from dashboard.export.map.geometry import Extent, filled, outlines
from dashboard.export.map.plan import Plan
from dashboard.views.overlaps import OverlapsView
from layers.landscape import BodyAt, Snapshot
from layers.outlines import shape_of
from layers.overlaps.pairs import layer_pair
from layers.words import sentences
from layers.words.capitals import first_upper
from layers.words.lists import listed

LEAST = 0.1
"""A body is in view when a tenth of its area is, or when it takes a tenth of the map: the corner of one is nothing to speak of."""
MOST_NAMED = 4

Seen = tuple[str, tuple[BodyAt, ...]]


def live_in_view(snapshot: Snapshot, plan: Plan) -> tuple[Seen, ...]:
    """The layers shown with their bodies that are live and in view, most people first; a layer without any is left out."""
    found = []
    for layer, bodies in plan.shown:
        live = [body for body in bodies if body.standing == "live"]
        if not plan.national:
            file = outlines(f"{snapshot.landscape.layers[layer].geometry}-national-0")
            shapes = ((body, file.get(shape_of(snapshot.landscape, body) or "")) for body in live)
            live = [body for body, shape in shapes if shape is not None and _is_in(shape, plan.extent)]
        if live:
            found.append((layer, tuple(sorted(live, key=lambda body: -body.people))))
    return tuple(found)


def _is_in(shape: shapely.Geometry, extent: Extent) -> bool:
    shown = filled(shape, extent)
    if shown is None:
        return False
    west, south, east, north = extent
    return bool(shown.area >= LEAST * min(shape.area, (east - west) * (north - south)))


def compared(names: Sequence[str]) -> tuple[str, str]:
    """Which two of some layers are laid against each other: those that the page of overlaps opens with, else the first two."""
    opening = OverlapsView()
    both = (opening.a, opening.b)
    return both if set(both) <= set(names) else (names[0], names[1])


def sentences_of(snapshot: Snapshot, seen: Sequence[Seen]) -> Iterator[str]:
    """The bodies in view, a sentence a layer; then which of them a boundary cuts."""
    layers = snapshot.landscape.layers
    for layer, bodies in seen:
        names = listed([body.short_name for body in bodies], MOST_NAMED)
        yield f"{first_upper(sentences.of(len(bodies), layers[layer]))} in view: {names}."
    if len(seen) > 1:
        yield _cut(snapshot, dict(seen))


def _cut(snapshot: Snapshot, seen: dict[str, tuple[BodyAt, ...]]) -> str:
    """Which bodies in view of one layer a boundary of another cuts, wherever it does."""
    first, second = compared(tuple(seen))
    kind_a, kind_b = (snapshot.landscape.layers[layer] for layer in (first, second))
    pair = layer_pair(snapshot, first, second)
    cut = {body.id for body, is_cut in zip(pair.a, pair.cut, strict=True) if is_cut}
    names = [body.short_name for body in seen[first] if body.id in cut]
    if not names:
        return f"{first_upper(sentences.indefinite(kind_b))} boundary cuts none of the {kind_a.plural} in view."
    return f"{first_upper(sentences.indefinite(kind_b))} boundary cuts {sentences.of(len(names), kind_a)} in view: {listed(names, MOST_NAMED)}."
