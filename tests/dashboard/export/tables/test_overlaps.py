"""The overlaps page's tables: STPs against LEPs on 1 December 2017 (the sums stand in `tests.dashboard.payloads.test_overlaps`)."""

from __future__ import annotations

import pytest

from dashboard.export.order import CannotExportError
from tests.dashboard.export.tables.ask import ORIGIN, kinds, sheet
from tests.layers.toy import code

PAIR = {"a": "stp", "b": "lep"}


def test_pairs(toy):
    """Most people first. South and Coast share 200 km² of Cedar and 400 of Dale; North and East 200 of Ash and Birch's 400."""
    found = sheet(toy, "overlaps-pairs", **PAIR)
    assert list(found.rows) == [
        ("Vale STP", "Coast LEP", 5500, 1.0, 0.696203, "inside", 800.0, 2, 2, 0, "stp-vale", "lep-coast"),
        ("South STP", "Coast LEP", 2400, 0.648649, 0.303797, "crosses", 600.0, 2, 1, 1, "stp-south", "lep-coast"),
        ("North STP", "East LEP", 800, 1.0, 0.533333, "inside", 600.0, 2, 1, 1, "stp-north", "lep-east"),
        ("South STP", "East LEP", 700, 0.189189, 0.466667, "crosses", 200.0, 1, 0, 1, "stp-south", "lep-east"),
        ("South STP", "West LEP", 600, 0.162162, 0.545455, "crosses", 200.0, 1, 0, 1, "stp-south", "lep-west"),
        ("North STP", "West LEP", 500, 0.625, 0.454545, "crosses", 400.0, 1, 1, 0, "stp-north", "lep-west"),
    ]
    assert found.title == "STP footprints and local enterprise partnerships (LEPs)"
    assert kinds(found)["Share of STP"] == kinds(found)["Share of LEP"] == "percent"


@pytest.mark.parametrize(
    ("view", "people"),
    [
        ({"match": "inside"}, [5500, 800]),
        ({"least": "50"}, [5500, 2400, 800, 600, 500]),
        ({"least": "55"}, [5500, 2400, 800, 500]),  # 600 of West's 1100 are 54.5%
        ({"match": "crosses", "least": "60"}, [2400, 500]),
        ({"least": "100"}, [5500, 800]),
        ({"match": "touches"}, []),
    ],
)
def test_pairs_that_pass_the_filters(toy, view, people):
    assert [row[2] for row in sheet(toy, "overlaps-pairs", **PAIR, **view).rows] == people


def test_filters_are_said(toy):
    found = sheet(toy, "overlaps-pairs", **PAIR, weight="area", match="crosses", least="20")
    assert found.filters == (
        ("Shares counted in", "square kilometres"),
        ("Only pairs with the match", "crosses"),
        ("Larger share at least", "20%"),
    )
    assert sheet(toy, "overlaps-pairs", **PAIR).filters == (("Shares counted in", "people"),)
    assert found.columns[3].label == "Share of STP by area"


def rows_of(found) -> dict[object, dict[str, object]]:
    """The matrix by its rows' names and its heads."""
    heads = [column.label for column in found.columns]
    return {row[0]: dict(zip(heads[1:], row[1:], strict=True)) for row in (*found.rows, *found.totals)}


def test_matrix_of_rows(toy):
    rows = rows_of(sheet(toy, "overlaps-matrix", **PAIR))
    more = {"In no LEP": 0, "In two or more": 0}
    assert rows["North"] == {"People": 800, "East": 1.0, "West": 0.625, "Coast": None} | more | {"In two or more": 500}
    assert rows["South"] == {"People": 3700, "East": 0.189189, "West": 0.162162, "Coast": 0.648649} | more
    assert rows["Vale"] == {"People": 5500, "East": None, "West": None, "Coast": 1.0} | more
    assert "Thames" not in rows, "it shares people with none"
    assert rows["People"] | more == {"People": None, "East": 1500, "West": 1100, "Coast": 7900} | more


def test_totals_of_both_sides_of_the_matrix(toy):
    """LEPs in rows, STPs in columns: North's 500 people of Birch live in two LEPs; all of each STP shown lives in one."""
    found = sheet(toy, "overlaps-matrix", a="lep", b="stp")
    rows = rows_of(found)
    assert (rows["In no LEP"]["North"], rows["In two or more LEPs"]["North"]) == (0, 500)
    assert (rows["In no LEP"]["South"], rows["In two or more LEPs"]["South"]) == (0, 0)
    authorities = rows_of(sheet(toy, "overlaps-matrix", a="combined_authority", b="lep"))
    assert [authorities["In no combined authority"][name] for name in ("East", "West", "Coast")] == [0, 600, 1900]
    assert (authorities["Alpha"]["In no LEP"], authorities["Alpha"]["In two or more"]) == (0, 500)


def test_matrix_of_columns_and_another_weight(toy):
    rows = rows_of(sheet(toy, "overlaps-matrix", **PAIR, share_of="column"))
    assert rows["South"]["West"] == 0.545455
    by_area = rows_of(sheet(toy, "overlaps-matrix", **PAIR, weight="area", share_of="column"))
    assert by_area["North"]["West"] == 0.666667, "400 of West's 600 km²"
    assert sheet(toy, "overlaps-matrix", **PAIR, share_of="column").filters[0] == ("Share of", "the column")


def test_the_matrix_leaves_out_what_the_filters_do(toy):
    found = sheet(toy, "overlaps-matrix", **PAIR, match="inside")
    rows = rows_of(found)
    assert set(rows) == {"North", "Vale", "People", "In no STP", "In two or more STPs"}
    assert "West" not in rows["North"]
    assert rows["North"]["Coast"] is None


def test_a_layer_against_itself(toy):
    found = sheet(toy, "overlaps-pairs", a="lep", b="lep")
    assert found.title == "Local enterprise partnerships (LEPs) against one another"
    assert [column.label for column in found.columns[:2]] == ["LEP", "Other LEP"]
    assert {(row[0], row[1], row[2]) for row in found.rows} == {
        ("East LEP", "West LEP", 500),
        ("West LEP", "East LEP", 500),
    }


def test_sides_of_a_seam(toy):
    found = sheet(toy, "overlaps-sides", **PAIR, pair="stp-north~lep-west")
    assert list(found.rows) == [
        ("In North only", 300, None, None),
        ("In both", 500, 0.625, 0.454545),
        ("In West only", 600, None, None),
    ]
    assert found.title == "North STP and West LEP"


def test_districts_of_an_overlap(toy):
    """Coast has one small area of Cedar, and Dale is one small area; Ash's south is two."""
    assert list(sheet(toy, "overlaps-districts", **PAIR, pair="stp-south~lep-coast").rows) == [
        ("Dale", 2000, 1.0, 1, code("D")),
        ("Cedar", 400, 0.4, 1, code("C")),
    ]
    assert list(sheet(toy, "overlaps-districts", **PAIR, pair="stp-south~lep-east").rows) == [
        ("Ash", 700, 0.7, 2, code("A"))
    ]


@pytest.mark.parametrize("table", ["overlaps-sides", "overlaps-districts"])
def test_a_table_of_a_pair_needs_one_with_an_area(toy, table):
    with pytest.raises(CannotExportError, match="Select a pair"):
        sheet(toy, table, **PAIR)
    with pytest.raises(CannotExportError, match="not in being on this day, or has no known area"):
        sheet(toy, table, **PAIR, pair="stp-union~lep-west")


def test_measures(toy):
    """Main partners hold 800, 2400 and 5500 of the 10,000 people in both; North and South are each cut and crossed."""
    rows = [row[:3] for row in sheet(toy, "overlaps-measures", **PAIR).rows]
    assert rows == [
        ("Shares", "pairs that share people", 6),
        ("Match words", "pairs: same", 0),
        ("Match words", "pairs: inside", 2),
        ("Match words", "pairs: contains", 0),
        ("Match words", "pairs: crosses", 4),
        ("Match words", "pairs: touches", 0),
        ("Crossing", "pairs of STP and LEP that cross", 4),
        ("Crossing", "STPs in such a pair", 2),
        ("Crossing", "people of those STPs", 800 + 3700),
        ("Partners", "fewest partners of an STP", 0),
        ("Partners", "most partners of an STP", 3),
        ("Seam", "people outside the main partner", 700 + 600),
        ("Neat fit", "fraction in the main partner", 0.87),
        ("Cut", "STPs that a LEP boundary cuts", 2),
        ("Cut", "people of those STPs", 4500),
        ("Coverage", "people in no STP", 0),
        ("Coverage", "people in one STP", 18_000),
        ("Coverage", "people in two or more STPs", 0),
        ("Coverage", "people in no LEP", 8000),
        ("Coverage", "people in one LEP", 9500),
        ("Coverage", "people in two or more LEPs", 500),
    ]


def test_measures_have_their_sentence_beside_them(toy):
    words = {row[1]: row[3] for row in sheet(toy, "overlaps-measures", **PAIR).rows}
    assert words["pairs of STP and LEP that cross"].startswith("Four pairs of STP and LEP cross")
    assert words["fewest partners of an STP"] == "An STP shares people with up to three LEPs."
    assert words["people outside the main partner"].startswith("1,300 people live in a LEP other than the main one")
    assert "0.870" in words["fraction in the main partner"]
    assert words["STPs that a LEP boundary cuts"] == "4,500 people live in the two STPs that a LEP boundary cuts."


def test_measures_of_a_layer_against_itself(toy):
    rows = [row[:3] for row in sheet(toy, "overlaps-measures", a="lep", b="lep").rows]
    assert rows[6:9] == [
        ("Overlapping", "LEPs that overlap another", 2),
        ("Partners", "fewest partners", 0),
        ("Partners", "most partners", 1),
    ]
    assert rows[9:] == [
        ("Coverage", "people in no LEP", 8000),
        ("Coverage", "people in one LEP", 9500),
        ("Coverage", "people in two or more LEPs", 500),
    ]


def test_the_address_goes_along(toy):
    assert sheet(toy, "overlaps-pairs", **PAIR, least="20").address == f"{ORIGIN}/overlaps?b=lep&least=20"
