"""All pairs of all layers on a day, and the overlaps page's callback on the server."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import _lru_cache_wrapper
from itertools import cycle, product
from types import MappingProxyType
from typing import Any

from flask.testing import FlaskClient

from bench import overlap_peers
from bench.overlap_request import ENCODINGS, body_of
from bench.report import Row, Sample, installed
from dashboard.server.answers import EXTENSION
from dashboard.server.application import create_app
from dashboard.world import landscape
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape, Snapshot
from layers.overlaps.pairs import WEIGHTS, incidence

TITLE = "overlaps on the server, one process"
REPEATS, PEER_REPEATS, NEW_DAYS = 30, 3, 60
ALL_PAIRS_MS, CALLBACK_MS, CALLBACK_KB = 20.0, 15.0, 30.0
KEPT = ("landscape", "all_shapes", "part_borders", "_common")
"""Caches that hold what never changes while the process runs."""


def run() -> list[Row]:
    """The rows of this bench."""
    app = create_app()
    land = landscape()
    return [*all_pairs(land), *callbacks(land), *answers(app.server.test_client())]


def all_pairs(land: Landscape) -> list[Row]:
    """Every pair of every layer from the footprints; then four layers, beside methods that cut the geometry."""
    now = land.as_at(DEFAULT_DAY)
    four = replace(now, by_layer=MappingProxyType({name: now.by_layer[name] for name in overlap_peers.LAYERS}))
    every, some = (timed(lambda day=day: count(day), REPEATS, clear_caches) for day in (now, four))
    frames = overlap_peers.frames(four)
    overlay = timed(lambda: overlap_peers.overlay(frames), PEER_REPEATS)
    ours, theirs = overlap_peers.pairs_by_parts(four), overlap_peers.overlay(frames)
    rows = [
        Row("all pairs of all layers: people, area, districts", "ms", every, None, ALL_PAIRS_MS),
        Row(
            "all pairs of four layers; peer geopandas.overlay",
            "ms",
            some,
            overlay,
            note=f"pairs found: ours {len(ours)}, the peer {len(theirs)}, both {len(ours & theirs)}. "
            "The peer takes the six pairs of unlike layers and gives area only.",
        ),
    ]
    if installed("tobler"):
        tables = timed(lambda: overlap_peers.area_tables(frames), PEER_REPEATS)
        rows.append(Row("all pairs of four layers; peer tobler's area table", "ms", some, tables))
    return rows


def count(snapshot: Snapshot) -> None:
    """Every overlap of a day in people, area and districts."""
    found = incidence(snapshot)
    _ = found.people, found.area_km2, found.districts


def callbacks(land: Landscape) -> list[Row]:
    """`change_layers` as a function, over every ordered pair of layers in every weight."""
    from dashboard.pages.overlaps import change_layers

    layers = [layer.id for layer in land.area_layers]
    asked = list(product(layers, layers, WEIGHTS))
    random.Random(1).shuffle(asked)
    day = DEFAULT_DAY.isoformat()
    clear_caches()
    change_layers(*asked.pop(), day)
    fresh = Sample.of(clock(lambda a=a: change_layers(*a, day)) for a in asked)
    again = Sample.of(clock(lambda a=a: change_layers(*a, day)) for a in asked[-200:])
    elsewhere = Sample.of(
        clock(lambda a=a, d=stop: change_layers(*a, d.isoformat()), clear_caches)
        for a, stop in zip(asked[:NEW_DAYS], cycle(land.stops), strict=False)
    )
    return [
        Row("overlaps callback, pair not asked for before", "ms", fresh, None, CALLBACK_MS),
        Row("overlaps callback, pair asked for before", "ms", again, None, CALLBACK_MS),
        Row(
            "overlaps callback, day and pair not asked for before",
            "ms",
            elsewhere,
            None,
            CALLBACK_MS,
            note="every cache emptied before each call, so the landscape of that day is made anew too.",
        ),
    ]


def answers(client: FlaskClient) -> list[Row]:
    """The callback as the browser asks for it: compressed bytes, and time in the application with JSON and compression."""
    clear_caches()
    layers = [layer.id for layer in landscape().area_layers]
    found = [_answer(client, a, b) for a, b in product(layers, layers)]
    size, time_taken = (Sample.of(item[k] for item in found) for k in (0, 1))
    return [
        Row("overlaps callback's answer, compressed", "kB", size, None, CALLBACK_KB),
        Row("overlaps callback's largest answer, compressed", "kB", Sample.of([size.most]), None, CALLBACK_KB),
        Row("overlaps callback in the application, JSON and compression included", "ms", time_taken),
    ]


def _answer(client: FlaskClient, a: str, b: str) -> tuple[float, float]:
    """Kilobytes and milliseconds of one answer."""
    body = body_of(a, b, "people", DEFAULT_DAY.isoformat())
    client.application.extensions[EXTENSION].clear()
    began = time.perf_counter()
    answer = client.post("/_dash-update-component", data=body, content_type="application/json", headers=ENCODINGS)
    took = (time.perf_counter() - began) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{a}, {b}: the application answered {answer.status_code}")
    return len(answer.get_data()) / 1000, took


def clock(call: Callable[[], Any], before: Callable[[], None] | None = None) -> float:
    """Milliseconds of one call, after something unmeasured."""
    if before:
        before()
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def timed(call: Callable[[], Any], repeats: int, before: Callable[[], None] | None = None) -> Sample:
    """So many calls, after one that isn't counted."""
    clock(call, before)
    return Sample.of(clock(call, before) for _ in range(repeats))


def clear_caches() -> None:
    """Empty every cache of the domain and the dashboard but those of `KEPT`."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] not in ("layers", "dashboard"):
            continue
        for key, value in vars(module).items():
            if isinstance(value, _lru_cache_wrapper) and key not in KEPT:
                value.cache_clear()
