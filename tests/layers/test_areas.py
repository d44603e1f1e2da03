"""Small areas sorted into parts: what tells parts apart, and their order."""

from __future__ import annotations

import pandas as pd

from layers.geography.areas import build_areas

COLUMNS = ["code", "district_code", "stp", "lep", "population_2017", "area_m2", "easting", "northing"]


def table(*rows: tuple[str, str, str, str, int]) -> pd.DataFrame:
    """Small areas of a square kilometre: code, district, STP, LEP, people."""
    return pd.DataFrame([[*row[:4], str(row[4]), "1000000", "1", "2"] for row in rows], columns=COLUMNS, dtype=str)


def test_parts_are_told_apart_by_district_and_each_column_in_the_order_of_their_joined_words():
    """``a-b|`` comes before ``a|``, as a hyphen comes before the bar; a blank is a value like others."""
    given = table(
        ("S4", "D", "a", "", 1),
        ("S1", "D", "a-b", "x", 2),
        ("S3", "C", "z", "x", 4),
        ("S2", "D", "a", "", 8),
        ("S5", "D", "a", "x", 16),
    )
    small, parts = build_areas(given, ["stp", "lep"])
    assert list(small.code) == ["S1", "S2", "S3", "S4", "S5"]
    assert list(small.part) == [1, 2, 0, 2, 3]
    assert parts.district == ("C", "D", "D", "D")
    assert parts.columns == {"stp": ("z", "a-b", "a", "a"), "lep": ("x", "x", "", "x")}
    assert list(parts.people) == [4, 2, 9, 16]
    assert list(parts.area_km2) == [1.0, 1.0, 2.0, 1.0]


def test_without_columns_each_district_is_a_part():
    small, parts = build_areas(table(("S1", "D", "a", "x", 1), ("S2", "C", "b", "y", 2)), [])
    assert (list(small.part), parts.district, dict(parts.columns)) == ([1, 0], ("C", "D"), {})
