"""Tables as files: which one an address names, what the file is called, what it holds."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from dashboard.export.order import CannotExportError, Order
from dashboard.export.tables.files import make_overlaps, make_table
from tests.dashboard.export.tables.ask import ORIGIN


def file(toy, ending="csv", kind="table", **query):
    make = make_table if kind == "table" else make_overlaps
    return make(toy, Order(kind, ending, query, ORIGIN))


def lines(found) -> list[str]:
    return found.content.decode("utf-8-sig").splitlines()


def test_a_table_by_name(toy):
    found = file(toy, table="body-districts", body="ca-vale")
    assert found.name == "body-districts_ca-vale_2017-12-01.csv"
    assert lines(found)[-2:] == [
        "District,Share of its people,Role,Counted in its area,Code",
        "Elm,1.0,constituent,yes,E06000005",
    ]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"table": "brief-leps", "stp": "stp-south"}, "brief-leps_stp-south_2017-12-01.csv"),
        (
            {"table": "place-shared", "place": "E10000001", "as_at": "2018-04-01"},
            "place-shared_e10000001_2018-04-01.csv",
        ),
        ({"table": "map-bodies", "layers": "stp"}, "map-bodies_2017-12-01.csv"),
    ],
)
def test_the_file_is_named_after_the_table_and_whose_page_it_is_on(toy, query, name):
    assert file(toy, **query).name == name


@pytest.mark.parametrize("order", [["map-bodies", "bodies"], ["bodies", "map-bodies"]])
def test_the_map_page_has_a_key_of_the_same_name(toy, order):
    """Of two values the one that names a table of files is taken, and the other stays the page's own."""
    found = file(toy, table=order, layers="stp")
    assert f"This view: {ORIGIN}/?layers=stp&table=bodies" in lines(found)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({}, "names no table"),
        ({"table": ""}, "names no table"),
        ({"table": "canals"}, "no table called “canals”"),
        ({"table": ["map-bodies", "map-districts"]}, "no table called “map-bodies, map-districts”"),
        ({"table": ["map-bodies", "bodies", "districts"]}, "table"),
    ],
)
def test_an_address_that_names_no_table_or_two(toy, query, says):
    with pytest.raises(CannotExportError, match=says):
        file(toy, **query)


def test_overlaps_as_a_workbook_of_four_sheets(toy):
    found = file(toy, "xlsx", "overlaps", a="stp", b="lep")
    book = load_workbook(io.BytesIO(found.content))
    assert book.sheetnames == ["Matrix", "Pairs", "Measures", "Method and sources"]
    assert found.name == "overlaps_stp-footprints-and-local-enterprise-partnerships-leps_2017-12-01.xlsx"
    rows = {row[0]: row[1:] for row in book["Matrix"].iter_rows(values_only=True)}
    assert rows["North"] == (800, 1.0, 0.625, None, 0, 500)
    assert rows["In two or more STPs"][:4] == (None, 0, 0, 0)
    pairs = [row for row in book["Pairs"].iter_rows(values_only=True) if row[0] == "North STP"]
    assert [row[2] for row in pairs] == [800, 500]


def test_overlaps_as_csv_are_the_pairs(toy):
    found = lines(file(toy, "csv", "overlaps", a="stp", b="lep"))
    assert found[-1].startswith("North STP,West LEP,500,0.625,0.454545,crosses,400.0,1,1,0,")
