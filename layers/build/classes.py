"""Quantile class breaks of every measure, computed once."""

from __future__ import annotations

from collections.abc import Mapping

import mapclassify
import numpy as np

from layers.dates import LAST_DAY
from layers.landscape import Landscape
from layers.statistics.growth import GROWTH_PER_HEAD, growth_per_head

CLASSES = 5


def quantile_breaks(values: Mapping[str, float]) -> list[float]:
    """The upper edges of all classes but the last; fewer than four where values repeat so much that edges coincide."""
    array = np.array(sorted(values.values()))
    edges = mapclassify.Quantiles(array, k=CLASSES).bins
    return sorted({float(f"{edge:.6g}") for edge in edges[:-1]})


def class_breaks(land: Landscape) -> dict[str, list[float]]:
    """Breaks by measure id; growth deals per head are classed once, on all rounds, so that dates compare."""
    found = {measure.id: quantile_breaks(measure.values) for measure in land.measures.values()}
    found[GROWTH_PER_HEAD] = quantile_breaks(growth_per_head(land.as_at(LAST_DAY)))
    return found
