"""The box of London's inset to the metre, and the boxes by which pages zoom to a body."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from layers.build import __main__ as builder
from layers.build.coverage import to_degrees
from layers.outlines import all_shapes


class Kept:
    """Stands for the folder of files: holds what is added."""

    def __init__(self) -> None:
        self.files = {}

    def add(self, name, content) -> None:
        self.files[name] = content


def test_the_inset_of_london_is_cut_at_495_to_569_and_148_to_209_kilometres():
    folder = Kept()
    wide = np.array([shapely.box(400_000, 100_000, 700_000, 300_000), shapely.box(0, 0, 9_000, 9_000)], dtype=object)
    builder._add_london(folder, "lep", ["near", "far"], wide)
    expected = to_degrees(np.array([shapely.box(495_000, 148_000, 569_000, 209_000)], dtype=object))[0]
    for content in folder.files.values():
        (feature,) = content["features"]
        assert feature["id"] == "near"
        found = shapely.geometry.shape(feature["geometry"])
        assert found.bounds == pytest.approx(expected.bounds, abs=5e-6)


def test_a_body_that_is_drawn_as_a_shape_of_another_id_has_that_shapes_box(land):
    boxes = {shape.id: (at, at, at + 1, at + 1) for at, shape in enumerate(all_shapes(land).values())}
    found = builder._body_boxes(land, boxes)
    shapes = list(all_shapes(land).values())
    assert shapes
    assert {shape.body_id for shape in shapes} <= set(found)
    only = {shape.body_id: shape for shape in reversed(shapes)}
    assert all(found[body] == boxes[shape.id] for body, shape in only.items() if body not in boxes)


def test_the_layer_of_an_agreement_is_the_layer_of_its_body(land):
    agreed = [(body, agreement) for body in land.all_bodies.values() for agreement in body.agreements]
    assert agreed
    assert all(agreement.layer == body.layer for body, agreement in agreed)
