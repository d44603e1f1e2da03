"""The seven measures of how two layers lie over one another, each a small pure function.

Arrays: ``both[i, j]`` is people of body *i* of layer A in body *j* of layer B; ``total_a[i]``
all people of *i*; ``in_any_b[i]`` people of *i* in at least one B. All counts are mid-2017
residents of small areas. Nothing here assumes a partition: LEPs are a cover, so
``both.sum(axis=1)`` may exceed ``in_any_b``.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]

TOLERANCE = 0.01
"""Shares within 1% of all or nothing count as all or nothing, in words: always said beside them."""

MATCHES = ("same", "inside", "contains", "crosses", "touches", "no overlap")
"""The match words, from the point of view of *a*."""


def shares(both: Counts | Shares, total: Counts | Shares) -> Shares:
    """Fraction of each row's people who live in each column, 0 to 1; 0 where the row has no people.

    Says nothing about the other direction: always give both.
    """
    whole = np.asarray(total, dtype=float)[:, None]
    return np.divide(both, whole, out=np.zeros(both.shape), where=whole > 0)


def match_word(share_of_a: float, share_of_b: float, tolerance: float = TOLERANCE) -> str:
    """How *a* lies to *b* in one word.

    ``same``: both shares at least 99%; ``inside``: nearly all of *a* in *b*; ``contains``: nearly all of
    *b* in *a*; ``touches``: some people, but under 1% of either; ``crosses``: anything else shared.
    Can't say how much is shared: the shares do.
    """
    if share_of_a <= 0 and share_of_b <= 0:
        return "no overlap"
    nearly_all = 1 - tolerance
    if share_of_a >= nearly_all:
        return "same" if share_of_b >= nearly_all else "inside"
    if share_of_b >= nearly_all:
        return "contains"
    return "touches" if share_of_a < tolerance and share_of_b < tolerance else "crosses"


def partners(share_of_a: Shares, tolerance: float = TOLERANCE) -> Counts:
    """For each *a*, how many B bodies hold at least 1% of its people. Can't say how big each is."""
    return (share_of_a >= tolerance).sum(axis=1).astype(np.int64)


def on_seam(both: Counts, in_any_b: Counts) -> Counts:
    """People of each *a* who live in some B but outside the B that holds most of *a*.

    People in no B are a matter of coverage, not of seams. Where A is a cover, a person
    counts once for each A body that covers them.
    """
    largest = both.max(axis=1) if both.shape[1] else np.zeros(both.shape[0], dtype=np.int64)
    return np.asarray(in_any_b - largest, dtype=np.int64)


def neat_fit(both: Counts, in_any_b: Counts) -> float | None:
    """How far each A nests in one B: the sum of largest overlaps over the people of A in any B.

    1 when every A lies within a single B (van Dongen's projection, 2000); ``None`` when
    no A meets any B. Says nothing of people in no B.
    """
    covered = int(in_any_b.sum())
    return float(both.max(axis=1).sum() / covered) if covered else None


def is_cut(share_of_a: Shares, tolerance: float = TOLERANCE) -> npt.NDArray[np.bool_]:
    """Whether some B holds between 1% and 99% of each *a*'s people, whatever the match word."""
    inside = (share_of_a >= tolerance) & (share_of_a <= 1 - tolerance)
    return np.asarray(inside.any(axis=1))


def coverage(people: Counts, times: npt.NDArray[np.integer]) -> tuple[int, int, int]:
    """People in 0, 1 and 2 or more bodies of a layer; ``times[p]`` is how many bodies cover part *p*."""
    none, one, more = (int(people[mask].sum()) for mask in (times == 0, times == 1, times >= 2))
    return none, one, more
