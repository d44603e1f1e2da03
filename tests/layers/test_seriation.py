"""Orders that put the large overlaps along the diagonal."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from layers.overlaps.pairs import layer_pair
from layers.overlaps.seriation import diagonal_order

matrices = st.tuples(st.integers(0, 6), st.integers(0, 6)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.one_of(st.just(0), st.integers(0, 3_000_000)))
)


def spread(both, rows, columns):
    """Mean distance from the diagonal, each cell weighing its people, of the rows and columns that share any."""
    block = both[np.ix_(rows, columns)].astype(float)
    block = block[block.any(axis=1)][:, block.any(axis=0)]
    across = np.linspace(0, 1, block.shape[0])[:, None] - np.linspace(0, 1, block.shape[1])[None, :]
    return float((block * np.abs(across)).sum() / block.sum())


@settings(deadline=None)
@given(matrices)
def test_orders_are_orders_of_every_row_and_column(both):
    rows, columns = diagonal_order(both)
    assert sorted(rows) == list(range(both.shape[0]))
    assert sorted(columns) == list(range(both.shape[1]))
    assert (rows, columns) == diagonal_order(both), "the same each time"


@settings(deadline=None)
@given(matrices)
def test_rows_and_columns_of_zeros_come_last_in_their_own_order(both):
    for order, sums in zip(diagonal_order(both), (both.sum(axis=1), both.sum(axis=0)), strict=True):
        empty = [int(k) for k in np.flatnonzero(sums == 0)]
        assert order[len(order) - len(empty) :] == empty


def test_blocks_that_share_nothing_stand_apart_the_largest_first():
    both = np.array([[1, 0, 0], [0, 0, 50], [0, 9, 0], [2, 0, 0]])
    assert diagonal_order(both) == ([1, 2, 3, 0], [2, 1, 0])


def test_a_shuffled_staircase_comes_back_in_order():
    """A seriation is known up to its direction."""
    size = 8
    stairs = np.zeros((size, size), dtype=np.int64)
    for k in range(size):
        stairs[k, max(0, k - 1) : k + 2] = 10
        stairs[k, k] = 100
    random = np.random.default_rng(7)
    row_mix, column_mix = random.permutation(size), random.permutation(size)
    rows, columns = diagonal_order(stairs[np.ix_(row_mix, column_mix)])
    found = [int(row_mix[i]) for i in rows], [int(column_mix[j]) for j in columns]
    up = list(range(size))
    assert found in ((up, up), (up[::-1], up[::-1]))


def test_a_staircase_begins_with_its_first_row():
    """Either end of an axis could come first: it is the one at which the first row stands."""
    both = np.array([[5, 5, 0], [0, 5, 5], [0, 0, 5]])
    assert diagonal_order(both) == ([0, 1, 2], [0, 1, 2])
    assert diagonal_order(both[::-1]) == ([0, 1, 2], [2, 1, 0])


def test_one_row_is_in_order_of_people():
    assert diagonal_order(np.array([[5, 0, 7, 6]])) == ([0], [2, 3, 0, 1])
    assert diagonal_order(np.array([[5], [0], [7]])) == ([2, 0, 1], [0])


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (2, 2)])
def test_nothing_shared(shape):
    assert diagonal_order(np.zeros(shape, dtype=np.int64)) == (list(range(shape[0])), list(range(shape[1])))


@pytest.mark.parametrize("layers", [("stp", "lep"), ("lep", "stp"), ("stp", "combined_authority"), ("lep", "lep")])
def test_the_real_overlaps_lie_nearer_the_diagonal_than_by_name(real, layers):
    both = layer_pair(real.as_at(), *layers).people
    by_name = spread(both, range(both.shape[0]), range(both.shape[1]))
    assert spread(both, *diagonal_order(both)) < 0.6 * by_name
