"""Whatever is wrong with the data stops the load with one sentence that says where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from layers import TableError, load_landscape
from layers.describe import record
from layers.tables import read_tables
from tests.layers.toy import Toy, code, county


def sentence(folder: Path) -> str:
    """The complaint about the package in ``folder``."""
    with pytest.raises(TableError) as caught:
        read_tables(folder)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


def edit(folder: Path, name: str, old: str, new: str) -> Path:
    """Change a file by hand, as an editor would."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_a_sound_package_reads_as_text(toy, tmp_path):
    tables = read_tables(toy.write(tmp_path))
    assert list(tables["bodies"]["id"])[:3] == ["stp-north", "stp-south", "stp-union"]
    assert tables["bodies"]["valid_to"][1] == ""
    assert tables["memberships"]["share"][0] == "0.3"


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "complaint"),
    [
        ("districts", 1, "name", "", "is blank but must be filled."),
        ("districts", 0, "area_km2", "big", "is not a number."),
        ("districts", 0, "area_km2", "inf", "is not a number."),
        ("districts", 0, "area_km2", "nan", "is not a number."),
        ("districts", 0, "lon", "1.9", "is above 1.8."),
        ("districts", 3, "lat", "-52", "is below 49.8."),
        ("measures", 0, "coverage", "1.5", "is not a whole number."),
        ("measures", 1, "coverage", "4.0", "is not a whole number."),
        ("measures", 1, "coverage", "1e2", "is not a whole number."),
        ("small_areas", 7, "population_2017", "0", "is below 1."),
        ("memberships", 0, "share", "1.01", "is above 1."),
        ("bodies", 2, "valid_to", "31/3/2018", "is not a date (YYYY-MM-DD)."),
        ("bodies", 0, "valid_from", "2017-02-30", "is not a date (YYYY-MM-DD)."),
        ("bodies", 0, "valid_from", "2017-1-1", "is not a date (YYYY-MM-DD)."),
        ("deals", 0, "announced_on", "2010-12-31", "is before 2011-01-01."),
        ("timeline", 0, "date", "2019-01-01", "is after 2018-12-31."),
        ("memberships", 4, "role", "friend",
         "is not one of constituent, non-constituent, member."),
        ("bodies", 0, "official_code", "E9900001",
         r"does not look like E\d{8}."),
        ("bodies", 7, "name", "North STP", "appears twice."),
        ("memberships", 0, "body_id", "stp-nowhere",
         "is not in bodies.csv, column id."),
        ("small_areas", 5, "lep_2017_second", "lep-nowhere",
         "is not in bodies.csv, column id."),
        ("measure_values", 0, "district_code", "E06000026",
         "is not in districts.csv, column code."),
    ],
)  # fmt: skip
def test_a_bad_cell_is_named(toy, tmp_path, table, row, column, value, complaint):
    """The header is row 1, so the first row of data is row 2, as in a spreadsheet."""
    toy.tables[table][row][column] = value
    assert sentence(toy.write(tmp_path)) == f"{table}.csv, row {row + 2}, column {column}: {value!r} {complaint}"


def test_the_whole_sentence_of_a_bad_cell(toy, tmp_path):
    toy.row("districts", name="District B")["area_km2"] = "big"
    assert sentence(toy.write(tmp_path)) == "districts.csv, row 3, column area_km2: 'big' is not a number."


def test_a_repeated_key_of_one_column(toy, tmp_path):
    toy.row("bodies", id="stp-south")["id"] = "stp-north"
    assert sentence(toy.write(tmp_path)) == "bodies.csv, row 3, column id: 'stp-north' appears twice."


def test_a_repeated_key_of_two_columns(toy, tmp_path):
    toy.add("memberships", body_id="stp-north", district_code=code("B"), role="member", share=1)
    row = len(toy.tables["memberships"]) + 1
    assert sentence(toy.write(tmp_path)) == (
        f"memberships.csv, row {row}, column body_id + district_code: 'stp-north / {code('B')}' appears twice."
    )


def test_of_several_spans_the_first_wrong_one_is_named(toy, tmp_path):
    for row in (2, 4, 6):
        toy.tables["memberships"][row] |= {"valid_from": "2017-05-01", "valid_to": "2017-04-30"}
    with pytest.raises(TableError) as caught:
        toy.load(tmp_path)
    assert str(caught.value) == (
        "memberships.csv, row 4, column valid_to: '2017-04-30' is before valid_from, 2017-05-01."
    )


def test_a_table_of_institutions_needs_a_layer_only_when_it_has_rows(toy, tmp_path):
    for row in toy.tables["layers"]:
        if row["rows_in"] == "trusts":
            row["rows_in"] = "universities"
    with pytest.raises(TableError) as caught:
        toy.load(tmp_path)
    assert str(caught.value) == "layers.csv, column rows_in: no layer has its rows in trusts.csv, which has some."
    toy.tables["trusts"].clear()
    assert toy.load(tmp_path).layers["nhs_trust"].rows_in == "universities"


def test_a_missing_file(toy, tmp_path):
    (toy.write(tmp_path) / "deals.csv").unlink()
    assert sentence(tmp_path) == f"deals.csv is missing from {tmp_path}."


def test_a_missing_description(tmp_path):
    assert sentence(tmp_path) == f"datapackage.json is missing from {tmp_path}."


def test_a_broken_description(toy, tmp_path):
    (toy.write(tmp_path) / "datapackage.json").write_text("{", "utf-8")
    assert sentence(tmp_path).startswith("datapackage.json can't be read as JSON: ")


def test_a_missing_and_an_odd_column(toy, tmp_path):
    message = sentence(edit(toy.write(tmp_path), "measure_values.csv", "value", "figure"))
    assert message == (
        "measure_values.csv, row 1: the columns should be measure_id, district_code, value; check figure, value."
    )


def test_columns_in_another_order(toy, tmp_path):
    edit(toy.write(tmp_path), "measure_values.csv", "measure_id,district_code", "district_code,measure_id")
    assert sentence(tmp_path) == (
        "measure_values.csv, row 1: the columns should be measure_id, district_code, value; check their order."
    )


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (",10\n", "\n", "measure_values.csv, row 2: 2 cells where there should be 3."),
        (",20\n", ",20,\n", "measure_values.csv, row 3: 4 cells where there should be 3."),
        (",10\n", ",10\n\n", "measure_values.csv, row 3: 0 cells where there should be 3."),
    ],
    ids=["short", "long", "blank"],
)
def test_a_row_of_the_wrong_length(toy, tmp_path, old, new, complaint):
    assert sentence(edit(toy.write(tmp_path), "measure_values.csv", old, new)) == complaint


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "measure_values.csv is empty."),
        (b"\xff\xfe", "measure_values.csv, row 1: this is not text in UTF-8."),
        (b"measure_id,district_code,value\na,b,1\nc,\xff,2\n", "measure_values.csv, row 3: this is not text in UTF-8."),
        (b"measure_id,district_code,value\na,b\x00,1\n", "measure_values.csv, row 2: it holds the control character '\\x00', which no text does."),
        (b'measure_id,district_code,value\n"pay', "measure_values.csv can't be read as a table: unexpected end of data."),
    ],
)  # fmt: skip
def test_an_unreadable_file(toy, tmp_path, content, said):
    (toy.write(tmp_path) / "measure_values.csv").write_bytes(content)
    assert sentence(tmp_path) == said


def test_a_folder_in_place_of_a_file(toy, tmp_path):
    (toy.write(tmp_path) / "measure_values.csv").unlink()
    (tmp_path / "measure_values.csv").mkdir()
    assert sentence(tmp_path) == "measure_values.csv can't be read: Is a directory."


def test_a_byte_order_mark_is_no_error(toy, tmp_path):
    path = toy.write(tmp_path) / "measure_values.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    record(tmp_path)
    assert list(read_tables(tmp_path)["measure_values"].columns) == ["measure_id", "district_code", "value"]


def test_a_table_without_rows_is_sound(tmp_path):
    toy = county()
    for name in ("deals", "deal_areas", "measure_values", "timeline"):
        toy.tables[name] = []
    tables = read_tables(toy.write(tmp_path))
    assert len(tables["deals"]) == 0
    assert not load_landscape(tmp_path).as_at().bodies("growth_deal", fallen=True)


def test_every_rule_of_the_real_schema_is_one_that_the_loader_holds():
    """A rule that `read_tables` does not know would be silently ignored."""
    known = {"required", "unique", "enum", "pattern", "minimum", "maximum"}
    package = json.loads((Path(__file__).parents[2] / "data" / "datapackage.json").read_text("utf-8"))
    fields = [field for item in package["resources"] for field in item["schema"]["fields"]]
    assert {rule for field in fields for rule in field.get("constraints", {})} <= known
    assert {field["type"] for field in fields} <= {"string", "integer", "number", "date"}
    keys = [key for item in package["resources"] for key in item["schema"].get("foreignKeys", [])]
    assert all(isinstance(key["fields"], str) for key in keys)


def test_the_toys_are_written_to_the_real_schema():
    """Guards the tests themselves: a toy that skipped a column would test nothing."""
    toy = Toy()
    toy.district("A", (5, "north", "east"))
    assert re.fullmatch(r"E06\d{6}", toy.tables["districts"][0]["code"])
    with pytest.raises(AssertionError, match="no column"):
        toy.add("districts", colour="red")
