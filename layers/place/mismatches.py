"""Where the lines over an area don't match, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from layers.landscape import BodyAt, Snapshot
from layers.model import Layer
from layers.overlaps.measures import match_word
from layers.place.area import Area
from layers.place.covers import Cover, covers_of
from layers.words import numbers, sentences
from layers.words.capitals import first_upper
from layers.words.lists import listed


def mismatches(snapshot: Snapshot, area: Area) -> tuple[str, ...]:
    """Sentences on where lines don't match: layers that split or double here, then each two main bodies that cover it."""
    covers = [cover for cover in covers_of(snapshot, area) if cover.share is not None]
    lines = []
    for layer in snapshot.landscape.layers_with(lambda layer: layer.compared):
        here = [cover for cover in covers if cover.body.layer == layer.id]
        if here:
            lines += _within_layer(area, layer, here)
    main = [cover.body for cover in covers if cover.body.layer_record.compared]
    for a, b in combinations(main, 2):
        if a.layer != b.layer:
            lines.append(_between(snapshot, a, b))
    return tuple(lines)


def _within_layer(area: Area, layer: Layer, here: Sequence[Cover]) -> list[str]:
    shared = [(cover, cover.share) for cover in here if cover.share is not None]
    whole = [cover for cover, share in shared if numbers.is_whole(share)]
    part = [(cover, share) for cover, share in shared if not numbers.is_whole(share)]
    lines = []
    if len(whole) > 1:
        names = listed([cover.body.short_name for cover in whole])
        lines.append(f"{area.name} lies wholly in {sentences.of(len(whole), layer)}: {names}.")
    if len(part) == 1:
        who = first_upper(sentences.indefinite(layer))
        cover, share = part[0]
        lines.append(
            f"{who} covers part of {area.name}: {cover.body.short_name}, with {numbers.percent(share)} of its people."
        )
    elif part:
        names = listed([f"{cover.body.short_name} ({numbers.percent(share)})" for cover, share in part])
        who = first_upper(sentences.of(len(part), layer))
        lines.append(f"{who} divide {area.name}, with these shares of its people: {names}.")
    return lines


def _between(snapshot: Snapshot, a: BodyAt, b: BodyAt) -> str:
    both = snapshot.landscape.parts.people_in(set(a.parts).intersection(b.parts))
    word = match_word(both / a.people, both / b.people)
    return first_upper(
        sentences.match(word, *(f"the {sentences.called(body.short_name, body.layer_record)}" for body in (a, b)))
    )
