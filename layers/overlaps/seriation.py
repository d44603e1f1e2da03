"""Ordering a matrix of overlaps so that its big blocks lie along the diagonal."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def diagonal_order(both: npt.NDArray[np.int64]) -> tuple[list[int], list[int]]:
    """Row and column orders that put large values near the diagonal.

    Rows and columns that share nothing with the rest form groups of their own, largest
    first; within a group they follow the first axis of correspondence analysis
    (reciprocal averaging, Hill 1974). Rows and columns of zeros come last, in their own order.
    """
    rows: list[int] = []
    columns: list[int] = []
    for group_rows, group_columns in _groups(both):
        block = both[np.ix_(group_rows, group_columns)].astype(float)
        row_score, column_score = _axis(block)
        rows += [group_rows[i] for i in np.argsort(row_score, kind="stable")]
        columns += [group_columns[j] for j in np.argsort(column_score, kind="stable")]
    rows += [i for i in range(both.shape[0]) if not both[i].any()]
    columns += [j for j in range(both.shape[1]) if not both[:, j].any()]
    return rows, columns


def _groups(both: npt.NDArray[np.int64]) -> list[tuple[list[int], list[int]]]:
    """Sets of rows and columns connected by shared people, largest number of people first."""
    left = {i for i in range(both.shape[0]) if both[i].any()}
    found = []
    while left:
        rows, columns = {min(left)}, set[int]()
        while True:
            more_columns = {int(j) for i in rows for j in np.flatnonzero(both[i])}
            more_rows = {int(i) for j in more_columns for i in np.flatnonzero(both[:, j])} | rows
            if more_rows == rows and more_columns == columns:
                break
            rows, columns = more_rows, more_columns
        left -= rows
        found.append((sorted(rows), sorted(columns)))
    return sorted(found, key=lambda group: -int(both[np.ix_(*group)].sum()))


def _axis(block: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Scores of rows and columns on the first non-trivial axis; the sign is fixed so that the order is stable."""
    if min(block.shape) < 2:
        return -block.sum(axis=1), -block.sum(axis=0)
    total = block.sum()
    row_mass, column_mass = block.sum(axis=1) / total, block.sum(axis=0) / total
    expected = np.outer(row_mass, column_mass)
    left, _, right = np.linalg.svd((block / total - expected) / np.sqrt(expected), full_matrices=False)
    sign = 1.0 if left[0, 0] <= 0 else -1.0
    return sign * left[:, 0] / np.sqrt(row_mass), sign * right[0] / np.sqrt(column_mass)
