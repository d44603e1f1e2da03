"""The small areas cut into pieces, so that there are many more of them and every overlap stays what it is."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

Row = dict[str, str]


def multiply(source: Path, target: Path, times: int) -> int:
    """Write ``source`` with each small area cut into so many pieces; the number of rows written.

    Raises:
        ValueError: fewer than one piece.
    """
    if times < 1:
        raise ValueError(f"a small area can't be cut into {times}")
    count = 0
    with source.open(encoding="utf-8", newline="") as file, target.open("w", encoding="utf-8", newline="") as out:
        rows = csv.DictReader(file)
        writer = csv.DictWriter(out, rows.fieldnames or (), lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerows(pieces(row, times))
            count += times
    return count


def pieces(row: Row, times: int) -> Iterator[Row]:
    """One small area in so many, which share out its people and its tenths of square metres with nothing over."""
    people = shared(int(row["population_2017"]), times)
    tenths = shared(round(float(row["area_m2"]) * 10), times)
    for k in range(times):
        area = f"{tenths[k] // 10}.{tenths[k] % 10}"
        yield {**row, "code": f"{row['code']}-{k + 1}", "population_2017": str(people[k]), "area_m2": area}


def shared(total: int, times: int) -> list[int]:
    """A whole number in so many whole numbers, as even as can be, that add up to it."""
    each, over = divmod(total, times)
    return [each + (k < over) for k in range(times)]
