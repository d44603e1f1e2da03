"""Fifty clients at once against the callbacks: the overlaps page's, and the figure-inline peer's."""

from __future__ import annotations

import random
from itertools import product

from bench.crowd_client import Load, crowd
from bench.overlap_request import body_of, dash_request
from bench.peer_figure import LAYERS as PEER_LAYERS
from bench.peer_figure import built
from bench.report import AT_LEAST, Row, Sample
from bench.servers import OURS, PEER, prepare, serving
from dashboard.world import landscape
from layers.overlaps.pairs import WEIGHTS

TITLE = "50 clients at once, gunicorn 2 x 4, client on the same machine"
CLIENTS, SECONDS, MOST, RUNS = 50, 8.0, 20_000, 3
PER_SECOND, P95_MS = 300.0, 150.0
FAMILIAR = 20


def run() -> list[Row]:
    """The rows of this bench."""
    prepare()
    mixed = requests()
    peer = loads(PEER, peer_requests())
    return [
        *_rows("any pair, weight and day", loads(OURS, mixed), peer),
        *_rows(f"the same {FAMILIAR} requests", loads(OURS, mixed[:FAMILIAR]), peer),
    ]


def _rows(words: str, ours: list[Load], peer: list[Load]) -> list[Row]:
    note = "median of the runs, n answers in all of them; the peer's is its map callback, which carries the geometry."
    rates, waits = ([Sample.of(value(load) for load in found) for found in (ours, peer)] for value in (_rate, _p95))
    answers = sum(load.answers for load in ours)
    sizes = [Sample.of(load.kilobytes / load.answers for load in found) for found in (ours, peer)]
    return [
        Row(f"{words}: answers", "/s", _all(rates[0], answers), rates[1], PER_SECOND, AT_LEAST, note),
        Row(f"{words}: 95th percentile", "ms", _all(waits[0], answers), waits[1], P95_MS),
        Row(f"{words}: an answer, headers included", "kB", _all(sizes[0], answers), sizes[1]),
    ]


def _rate(load: Load) -> float:
    return load.per_second


def _p95(load: Load) -> float:
    return load.p95


def _all(sample: Sample, answers: int) -> Sample:
    return Sample(sample.median, sample.least, sample.most, answers)


def loads(target: str, bodies: list[str]) -> list[Load]:
    """Some runs against one fresh server, after a short one that isn't counted."""
    with serving(target) as server:
        crowd(server.port, bodies[-CLIENTS:], CLIENTS, 2, MOST)
        return [crowd(server.port, _turned(bodies, k), CLIENTS, SECONDS, MOST) for k in range(RUNS)]


def _turned(bodies: list[str], k: int) -> list[str]:
    """The same requests begun elsewhere, so that no run repeats what the one before it left in the caches."""
    start = k * len(bodies) // RUNS
    return bodies[start:] + bodies[:start]


def requests() -> list[str]:
    """Every pair, weight and stop of the slider, shuffled: far more than any cache holds."""
    days = [day.isoformat() for day in landscape().stops]
    layers = [layer.id for layer in landscape().area_layers]
    found = [body_of(*asked) for asked in product(layers, layers, WEIGHTS, days)]
    random.Random(1).shuffle(found)
    return found


def peer_requests() -> list[str]:
    """Every measure with every choice of the peer's layers, shuffled."""
    names = [name for name, found in built("measures").items() if found["values"]]
    choices = [[layer for k, layer in enumerate(PEER_LAYERS) if bits >> k & 1] for bits in range(1 << len(PEER_LAYERS))]
    found = [
        dash_request([("map", "figure")], [("measure", "value", name), ("layers", "value", chosen)], "measure.value")
        for name, chosen in product(names, choices)
    ]
    random.Random(1).shuffle(found)
    return found
