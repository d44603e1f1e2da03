"""The seven measures on arrays small enough to work by hand."""

from __future__ import annotations

import numpy as np
import pytest

from layers.overlaps.measures import (
    MATCHES,
    coverage,
    is_cut,
    match_word,
    neat_fit,
    on_seam,
    partners,
    shares,
)

NO_B = np.zeros((3, 0), dtype=np.int64)
"""Three A and no B."""


def test_shares_are_of_each_row():
    both = np.array([[30, 70], [5, 0], [0, 0]])
    assert shares(both, np.array([100, 20, 0])).tolist() == [[0.3, 0.7], [0.25, 0], [0, 0]]


def test_shares_of_a_body_without_people_are_nothing_and_no_warning(recwarn):
    assert shares(np.array([[0, 0]]), np.array([0])).tolist() == [[0, 0]]
    assert shares(NO_B, np.array([1, 2, 0])).shape == (3, 0)
    assert not recwarn.list


@pytest.mark.parametrize(
    ("of_a", "of_b", "word"),
    [
        (1, 1, "same"),
        (0.99, 0.99, "same"),
        (0.99, 0.9899, "inside"),
        (1, 0.0001, "inside"),
        (0.9899, 0.99, "contains"),
        (0.002, 1, "contains"),
        (0.9899, 0.9899, "crosses"),
        (0.01, 0.0001, "crosses"),
        (0.0001, 0.01, "crosses"),
        (0.5, 0.002, "crosses"),
        (0.0099, 0.0099, "touches"),
        (0.000001, 0.000001, "touches"),
        (0, 0, "no overlap"),
        (0, 0.5, "crosses"),
        (0.5, 0, "crosses"),
        (0, 0.005, "touches"),
    ],
)
def test_match_words_to_either_side_of_the_tolerance(of_a, of_b, word):
    assert match_word(of_a, of_b) == word
    assert word in MATCHES


def test_match_of_a_share_counted_in_people():
    """990 of 1,000 is all and 10 of 1,000 is some: the tolerance itself counts, as fractions come out of a division."""
    assert match_word(990 / 1000, 990 / 1000) == "same"
    assert match_word(10 / 1000, 10 / 1000) == "crosses"


def test_match_with_another_tolerance():
    assert match_word(0.96, 0.96, tolerance=0.05) == "same"
    assert match_word(0.04, 0.04, tolerance=0.05) == "touches"


def test_partners_hold_at_least_one_in_a_hundred():
    share = shares(np.array([[10, 990, 0], [9, 991, 0], [0, 0, 0]]), np.array([1000, 1000, 1000]))
    assert partners(share).tolist() == [2, 1, 0]
    assert partners(shares(NO_B, np.array([1, 2, 3]))).tolist() == [0, 0, 0]


def test_seam_leaves_out_the_largest_and_people_in_no_b():
    """Of 100 people, 60 and 30 are in two B and 10 in none; 100 in one B; a cover, where 20 are in both B."""
    both = np.array([[60, 30], [100, 0], [70, 50], [0, 0]])
    assert on_seam(both, np.array([90, 100, 100, 0])).tolist() == [30, 0, 30, 0]


def test_seam_without_any_b():
    assert on_seam(NO_B, np.zeros(3, dtype=np.int64)).tolist() == [0, 0, 0]


def test_neat_fit():
    assert neat_fit(np.array([[60, 30], [100, 0]]), np.array([90, 100])) == 160 / 190
    assert neat_fit(np.array([[60, 0], [0, 5]]), np.array([60, 5])) == 1
    assert neat_fit(np.array([[50, 50]]), np.array([50])) == 1, "a cover: all of it in each"


def test_neat_fit_where_nothing_meets():
    assert neat_fit(np.zeros((2, 2), dtype=np.int64), np.zeros(2, dtype=np.int64)) is None
    assert neat_fit(NO_B, np.zeros(3, dtype=np.int64)) is None
    assert neat_fit(np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.int64)) is None


def test_cut_is_between_one_and_ninety_nine_in_a_hundred_both_included():
    share = np.array([[0.01, 0], [0.0099, 0], [0.99, 0], [0.9901, 0], [0.9901, 0.01], [1, 0], [0, 0]])
    assert is_cut(share).tolist() == [True, False, True, False, True, False, False]
    assert is_cut(np.zeros((3, 0))).tolist() == [False] * 3


def test_cut_is_not_the_same_word_as_crosses():
    """A body that contains a small one is cut by it and crosses nothing."""
    assert match_word(0.2, 1) == "contains"
    assert is_cut(np.array([[0.2]])).tolist() == [True]


def test_coverage_by_how_many_bodies():
    people = np.array([5, 7, 11, 13])
    assert coverage(people, np.array([0, 1, 2, 3])) == (5, 7, 24)
    assert coverage(people, np.zeros(4, dtype=np.int64)) == (36, 0, 0)
