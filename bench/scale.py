"""The overlaps of 1, 10 and 100 times as many small areas: time and memory, with equal results."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.multiplied import multiply
from bench.report import Row, Sample
from bench.servers import ROOT
from layers.package import DATA

TITLE = "overlaps of all layers from 1, 10 and 100 times as many small areas, one process each"
TIMES = (1, 10, 100)
REPEATS = 3
MOST_MB = 4000.0
LIMIT = 900
"""Seconds a size may take."""


def run() -> list[Row]:
    """The rows of this bench.

    Raises:
        RuntimeError: a size gave other overlaps than the small areas as they are.
    """
    found = {times: measured(times) for times in TIMES}
    check_equal(found)
    return [row for times, runs in found.items() for row in rows_of(times, runs)]


def measured(times: int) -> list[dict[str, Any]]:
    """Some runs, each in a process of its own, over the small areas cut into so many pieces."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "small_areas.csv")
        multiply(DATA / "small_areas.csv", path, times)
        return [_once(path) for _ in range(REPEATS)]


def _once(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.scale_once", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=LIMIT)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def check_equal(found: Mapping[int, Sequence[Mapping[str, Any]]]) -> None:
    """Every size gives the same people, square metres and districts of every pair.

    Raises:
        RuntimeError: one doesn't.
    """
    digests = {times: {run["digest"] for run in runs} for times, runs in found.items()}
    if len(set().union(*digests.values())) > 1:
        raise RuntimeError(f"the sizes {', '.join(map(str, digests))} do not all give the same overlaps")


def rows_of(times: int, runs: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Time of each step and memory of one size."""
    words = f"{runs[0]['rows']:,} small areas ({times}x)"
    steps = (("read_ms", "reading the table"), ("build_ms", "areas and parts"), ("pairs_ms", "all pairs of all layers"))
    rows = [Row(f"{words}: {step}", "ms", Sample.of(run[key] for run in runs)) for key, step in steps]
    note = f"of it {runs[0]['before_mb']:,.0f} MB before the table was read; {runs[0]['pairs']:,} pairs."
    peak = Sample.of(run["peak_mb"] for run in runs)
    return [*rows, Row(f"{words}: most memory", "MB", peak, target=MOST_MB, note=note)]
