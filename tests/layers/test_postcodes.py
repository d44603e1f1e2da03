"""Postcodes: read as typed, packed and found again, and how one comes by its small area."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from layers.build.postcodes import REACH, packed, read_postcodes, small_areas_of
from layers.geography.built import built
from layers.geography.postcodes import LETTERS, Asked, bitmap, find_postcodes, read_postcode, units
from layers.load import load_landscape

ENDS = st.sets(st.tuples(st.sampled_from(LETTERS), st.sampled_from(LETTERS)).map("".join))


@pytest.mark.parametrize(
    ("typed", "text", "whole"),
    [
        ("NG31 6SF", "NG31 6SF", True),
        ("ng316sf", "NG31 6SF", True),
        ("  ng31   6sf. ", "NG31 6SF", True),
        ("NG31", "NG31", False),
        ("NG31 6", "NG31 6", False),
        ("NG31 6S", "NG31 6S", False),
        ("E14AB", "E1 4AB", True),
        ("E14", "E14", False),
        ("E1 4", "E1 4", False),
        ("W1A1AA", "W1A 1AA", True),
        ("SW1A 1AA", "SW1A 1AA", True),
    ],
)
def test_a_postcode_is_read_however_it_is_typed(typed: str, text: str, whole: bool) -> None:
    found = read_postcode(typed)
    assert found is not None
    assert (found.text, found.whole) == (text, whole)


@pytest.mark.parametrize(
    "typed", ["", "NG", "31", "Bassetlaw", "RHQ", "NG31 6SFX", "NGG1 1AA", "NG31 SF6", "E06000001", "NG31-6SF"]
)
def test_what_is_no_postcode_is_none(typed: str) -> None:
    assert read_postcode(typed) is None


@given(ENDS)
def test_a_bitmap_holds_the_ends_it_was_made_of_in_order(ends: set[str]) -> None:
    assert units(bitmap(ends)) == sorted(ends)


def test_an_end_with_a_letter_that_postcodes_lack_is_refused() -> None:
    with pytest.raises(ValueError, match="substring"):
        bitmap({"AC"})


POSTCODES = ["AA1 1AA", "AA1 1AB", "AA1 1BA", "AA1 2ZZ", "AA11 1AA"]
TABLE = packed(POSTCODES, [0, 0, 1, 1, 2], ["X-1", "X-2", "Y"])


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("AA1 1AA", {"X-1": 1}),
        ("AA1 1BA", {"X-2": 1}),
        ("AA1 1A", {"X-1": 2}),
        ("AA1 1", {"X-1": 2, "X-2": 1}),
        ("AA1", {"X-1": 2, "X-2": 2}),
        ("AA11", {"Y": 1}),
        ("AA1 1AC", {}),
        ("AA1 3", {}),
        ("AA2", {}),
    ],
)
def test_a_postcode_is_found_with_its_part_and_a_beginning_with_those_of_all(typed: str, parts: dict[str, int]) -> None:
    asked = read_postcode(typed)
    assert asked is not None
    assert find_postcodes(asked, TABLE) == parts
    assert list(find_postcodes(asked, TABLE)) == list(parts), "most first"


def test_neighbours_that_share_a_part_are_one_run() -> None:
    assert TABLE["sectors"]["AA1 1"][1] == [(2, 0), (1, 1)]
    assert list(TABLE["sectors"]) == ["AA1 1", "AA1 2", "AA11 1"]


# Two English squares side by side from nought to 20 km, a Welsh one west of them.
ENGLAND = np.array([shapely.box(0, 0, 10_000, 10_000), shapely.box(10_000, 0, 20_000, 10_000)], dtype=object)
WALES = np.array([shapely.box(-10_000, 0, 0, 10_000)], dtype=object)


@pytest.mark.parametrize(
    ("postcode", "east", "north", "position"),
    [
        ("AA1 1AA", 5_000, 5_000, 0),
        ("AA1 1AA", 15_000, 5_000, 1),
        ("AA1 1AA", -5_000, 5_000, -1),
        ("AA1 1AA", 5_000, 10_000 + REACH, 0),
        ("AA1 1AA", 15_000, 10_000 + REACH + 1, -1),
        ("AA1 1AA", -300, 10_500, -1),
        ("AA1 1AA", 10_000, 5_000, 0),
        ("TD1 1AA", 5_000, 9_999, 0),
        ("TD1 1AA", 5_000, 10_001, -1),
    ],
    ids=["in", "in the other", "in Wales", "at sea", "too far", "nearer to Wales", "on a line", "in, by a Scottish name", "out"],
)  # fmt: skip
def test_a_postcode_is_in_the_small_area_it_lies_in_or_is_nearest_to(
    postcode: str, east: float, north: float, position: int
) -> None:
    table = pd.DataFrame({"postcode": [postcode], "easting": [east], "northing": [north]})
    assert small_areas_of(table, ENGLAND, WALES).tolist() == [position]


def test_the_source_is_read_with_one_space_and_without_what_has_no_point(tmp_path: Path) -> None:
    rows = "AA11AB,10,5,6\r\nAA1 1AA,10,3,4\r\nAA111AA,90,0,0\r\n"
    (tmp_path / "aa.csv.gz").write_bytes(gzip.compress(rows.encode()))
    found = read_postcodes(tmp_path)
    assert found.to_numpy().tolist() == [["AA1 1AA", 3, 4], ["AA1 1AB", 5, 6]]


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("NG31 6SF", "E07000141"),  # South Kesteven District Council's offices, Grantham
        ("S80 2AH", "E07000171"),  # Bassetlaw District Council's offices, Worksop
        ("B1 1BB", "E08000025"),  # Birmingham's Council House
        ("TD15 1AA", "E06000057"),  # Berwick-upon-Tweed, with a Scottish name
        ("TR21 0LW", "E06000053"),  # the town hall of the Isles of Scilly
        ("SW1A 1AA", "E09000033"),  # Buckingham Palace
    ],
)
def test_known_postcodes_are_in_their_districts(typed: str, district: str) -> None:
    land, asked = load_landscape(), read_postcode(typed)
    assert asked is not None
    (part,) = find_postcodes(asked, built("postcodes"))
    assert land.parts.district[land.parts.ids.index(part)] == district


@pytest.mark.parametrize("typed", ["CF10 1EP", "EH1 1YZ", "BT1 5GS", "LL55 1SH", "TD1 1AA", "DG16 5EA"])
def test_postcodes_of_other_countries_are_not_there(typed: str) -> None:
    assert find_postcodes(read_postcode(typed) or Asked(""), built("postcodes")) == {}
