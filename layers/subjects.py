"""What the timeline tells of: the subjects of layers, and those that are of no layer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from layers.layer import Layer

BESIDE_LAYERS = {"enterprise_zone": "Enterprise zones", "region": "Regions", "policy": "Policy"}
"""Subjects of no layer, by the word that the timeline's table has for them."""


@dataclass(frozen=True)
class Subject:
    """A subject by name, and the layers that it is about."""

    name: str
    layers: tuple[Layer, ...] = ()


def subjects_of(layers: Iterable[Layer]) -> dict[str, Subject]:
    """Every subject by the timeline table's own word for it: those of layers in layer order, then the others."""
    found: dict[str, Subject] = {}
    for layer in layers:
        if layer.subject and layer.subject_name:
            before = found.get(layer.subject, Subject(layer.subject_name))
            found[layer.subject] = Subject(before.name, (*before.layers, layer))
    return found | {word: Subject(name) for word, name in BESIDE_LAYERS.items()}
