"""Classes and middle districts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.statistics.measures import CAVEATS, class_of, middle, middle_by_region

NUMBERS = st.floats(-1e9, 1e9)


@pytest.mark.parametrize(("value", "found"), [(-5, 0), (10, 0), (10.01, 1), (20, 1), (30, 2), (31, 3)])
def test_a_class_includes_its_upper_edge(value, found):
    assert class_of(value, [10, 20, 30]) == found


def test_without_breaks_there_is_one_class():
    assert class_of(7, []) == 0


@given(NUMBERS, NUMBERS, st.lists(NUMBERS, unique=True, max_size=5).map(sorted))
def test_classes_rise_with_values(one, other, breaks):
    low, high = sorted((one, other))
    assert 0 <= class_of(low, breaks) <= class_of(high, breaks) <= len(breaks)


@given(NUMBERS, st.lists(NUMBERS, unique=True, max_size=5).map(sorted))
def test_a_value_lies_between_the_edges_of_its_class(value, breaks):
    found = class_of(value, breaks)
    assert found == len(breaks) or value <= breaks[found]
    assert found == 0 or breaks[found - 1] < value


def test_the_middle_of_none_is_not_known():
    assert middle([]) is None
    assert middle([4]) == 4
    assert middle([40, 10, 20]) == 20
    assert middle([40, 10]) == 25


def test_the_middle_of_a_region_is_over_its_districts_with_a_value(land):
    values = land.measures["pay"].values
    assert middle_by_region(land, values) == {"E12000001": 15, "E12000007": 40}
    assert middle_by_region(land, {}) == {"E12000001": None, "E12000007": None}


def test_every_level_of_the_data_has_its_caveat(real):
    assert {measure.level for measure in real.measures.values()} == set(CAVEATS)
    assert CAVEATS["district"] == ""
    assert all(CAVEATS[level].endswith(".") for level in CAVEATS if level != "district")
