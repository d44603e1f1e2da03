"""``python -m bench.scale_once FILE``: the overlaps from one file of small areas, their time and memory, as JSON."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from layers.dates import DEFAULT_DAY
from layers.geography.areas import build_areas
from layers.landscape import Landscape
from layers.load import load_landscape
from layers.overlaps.pairs import Incidence, incidence


def measure(path: Path) -> dict[str, Any]:
    """Milliseconds and megabytes of each step, and what came out."""
    land = load_landscape()
    before = peak_megabytes()
    begun = time.perf_counter()
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    read = time.perf_counter()
    mine = with_areas(land, table)
    built = time.perf_counter()
    found = incidence(mine.as_at(DEFAULT_DAY))
    answer = results(found)
    done = time.perf_counter()
    return {
        "rows": len(table),
        "read_ms": (read - begun) * 1000,
        "build_ms": (built - read) * 1000,
        "pairs_ms": (done - built) * 1000,
        "before_mb": before,
        "peak_mb": peak_megabytes(),
        **answer,
    }


def with_areas(land: Landscape, table: pd.DataFrame) -> Landscape:
    """The landscape over other small areas."""
    small, parts = build_areas(table, list(land.parts.columns))
    return replace(land, small_areas=small, parts=parts)


def results(found: Incidence) -> dict[str, Any]:
    """Every pair in people, square metres and districts: what two sizes must have in common."""
    # The areas are written in tenths of a square metre, so that a rounding error of the sums is never half of one.
    tenths = np.rint(found.area_km2 * 1e7).astype(np.int64)
    digest = hashlib.sha256()
    for array in (found.people, tenths, *found.districts):
        digest.update(np.ascontiguousarray(array).tobytes())
    return {"pairs": int(np.count_nonzero(found.people)), "digest": digest.hexdigest()}


def peak_megabytes() -> float:
    """The most memory that this process held. Not ``ru_maxrss``, which begins with what the starter held."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    if not found:
        raise RuntimeError("this system does not say how much memory a process held")
    return int(found[1]) / 1000


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
