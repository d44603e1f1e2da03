"""Every table damaged in every way: the start is refused with a sentence that names the file, or nothing is changed."""

from __future__ import annotations

import contextlib
import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from layers import Landscape, TableError
from layers.package import COMMAND
from tests.layers.toy import resources
from tests.soundness.conftest import Start, describe_again, refusal

TABLES = sorted(resources())
Damage = Callable[[bytes], bytes]


def _row(data: bytes) -> bytes:
    """The first row, or one of as many cells as the header where there is none."""
    lines = data.splitlines(keepends=True)
    return lines[1] if len(lines) > 1 else b",".join([b"x"] * (lines[0].count(b",") + 1)) + b"\n"


def _without_last_row(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(lines[:-1]) if len(lines) > 1 else data + _row(data)


def _columns_swapped(data: bytes) -> bytes:
    header, _, rest = data.partition(b"\n")
    first, second, *others = header.split(b",")
    return b",".join([second, first, *others]) + b"\n" + rest


DAMAGES: dict[str, Damage] = {
    "cut at a row": _without_last_row,
    "cut inside a row": lambda data: data + _row(data)[: _row(data).rindex(b",")],
    "only the header": lambda data: data.partition(b"\n")[0] + b"\n" if data.count(b"\n") > 1 else data + _row(data),
    "nothing": lambda data: b"",
    "blanks": lambda data: b" \n\n",
    "half the header": lambda data: data[: data.index(b"\n") // 2],
    "a row twice": lambda data: data + _row(data),
    "a cell too many": lambda data: data + _row(data).rstrip(b"\n") + b",more\n",
    "a blank row": lambda data: data + b"\n",
    "columns swapped": _columns_swapped,
    "a column renamed": lambda data: b"x" + data,
    "a NUL byte": lambda data: data[:-2] + b"\x00" + data[-2:],
    "a byte that is no UTF-8": lambda data: data + b"\xff\n",
    "an open quote": lambda data: data + b'"' + _row(data),
    "HTML instead": lambda data: b"<!DOCTYPE html><html><body>Not found</body></html>\n",
}
LAYOUT: dict[str, Damage] = {
    "lines ended as Windows does": lambda data: data.replace(b"\n", b"\r\n"),
    "a mark of the byte order": lambda data: b"\xef\xbb\xbf" + data,
    "a quoted heading": lambda data: b'"' + data.replace(b",", b'",', 1),
}
"""What changes a file but nothing that it says."""


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_table_is_named(data: Path, start: Start, name: str, damage: str) -> None:
    path = data / resources()[name]["path"]
    before = path.read_bytes()
    path.write_bytes(DAMAGES[damage](before))
    assert path.read_bytes() != before
    assert refusal(start).startswith(path.name)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_gone_or_no_file_is_named(data: Path, start: Start, name: str) -> None:
    path = data / resources()[name]["path"]
    path.unlink()
    assert refusal(start).startswith(f"{path.name} is missing")
    path.mkdir()
    assert refusal(start).startswith(f"{path.name} can't be read")


@pytest.mark.parametrize("name", [name for name in TABLES if name != "trust_stps"])
def test_a_changed_letter_or_digit_is_noticed(data: Path, start: Start, name: str) -> None:
    """At six places of each table."""
    path = data / resources()[name]["path"]
    before = path.read_bytes()
    places = [k for k in range(before.index(b"\n"), len(before)) if chr(before[k]).isalnum()]
    for place in places[:: max(1, len(places) // 5)]:
        other = b"7" if before[place : place + 1] != b"7" else b"8"
        path.write_bytes(before[:place] + other + before[place + 1 :])
        assert refusal(start).startswith(path.name)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("layout", LAYOUT)
def test_another_layout_is_noticed_and_once_described_changes_nothing(
    data: Path, start: Start, name: str, layout: str
) -> None:
    path = data / resources()[name]["path"]
    path.write_bytes(LAYOUT[layout](path.read_bytes()))
    said = refusal(start)
    assert said.startswith(path.name)
    assert COMMAND in said
    as_before = start_after(data, start)
    assert (len(as_before.districts), len(as_before.all_bodies), int(as_before.parts.people.sum())) == (7, 24, 18_000)


def start_after(data: Path, start: Start) -> Landscape:
    """The landscape after the tables were described as they are."""
    describe_again(data)
    return start()


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_that_was_described_is_refused_by_what_the_table_says_or_lacks(
    data: Path, start: Start, name: str, damage: str
) -> None:
    """Rows that are taken out on purpose leave a smaller landscape, or one that others refer to in vain."""
    path = data / resources()[name]["path"]
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    with contextlib.suppress(ValueError):  # what can't be read keeps its old description
        describe_again(data)
    try:
        start()
    except TableError as refused:
        said = str(refused)
        assert path.name in said or "was built from other tables" in said or "another make" in said, said


def rewritten(data: Path, name: str, row: int, **changes: str) -> None:
    """Change cells of a table's row, counted as a spreadsheet does, and describe it so."""
    path = data / resources()[name]["path"]
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[row - 2] |= changes
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    describe_again(data)


@pytest.mark.parametrize(
    ("name", "row", "changes", "said"),
    [
        ("small_areas", 3, {"area_m2": ""}, "small_areas.csv, row 3, column area_m2: '' is blank but must be filled."),
        ("bodies", 2, {"valid_to": "1066-01-01"}, "bodies.csv, row 2, column valid_to: '1066-01-01' is before 2010-01-01."),
        ("bodies", 3, {"valid_from": "2999-01-01"}, "bodies.csv, row 3, column valid_from: '2999-01-01' is after 2018-12-31."),
        ("bodies", 3, {"valid_to": "2015-01-01"}, "bodies.csv, row 3, column valid_to: '2015-01-01' is before valid_from, 2016-03-15."),
        ("memberships", 2, {"valid_from": "2017-05-01", "valid_to": "2017-04-30"}, "memberships.csv, row 2, column valid_to: '2017-04-30' is before valid_from, 2017-05-01."),
        ("layers", 2, {"first_day": "2016-01-01", "last_day": "2015-01-01"}, "layers.csv, row 2, column last_day: '2015-01-01' is before first_day, 2016-01-01."),
        ("small_areas", 2, {"population_2017": "101"}, "districts.csv, row 2, column population_2017: '1000' is not what the district's small areas in small_areas.csv come to, 1001."),
        ("districts", 4, {"population_2017": "999"}, "districts.csv, row 4, column population_2017: '999' is not what the district's small areas in small_areas.csv come to, 1000."),
        ("memberships", 2, {"body_id": "stp-lost"}, "memberships.csv, row 2, column body_id: 'stp-lost' is not in bodies.csv, column id."),
        ("memberships", 2, {"district_code": "E06000099"}, "memberships.csv, row 2, column district_code: 'E06000099' is not in districts.csv, column code."),
        ("deals", 2, {"announced_on": "1999-01-01"}, "deals.csv, row 2, column announced_on: '1999-01-01' is before 2011-01-01."),
        ("districts", 2, {"lat": "52.1.1"}, "districts.csv, row 2, column lat: '52.1.1' is not a number."),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_by_file_row_and_column(
    data: Path, start: Start, name: str, row: int, changes: dict[str, str], said: str
) -> None:
    rewritten(data, name, row, **changes)
    assert refusal(start) == said


def test_a_row_taken_out_is_told_by_counts(data: Path, start: Start) -> None:
    path = data / "memberships.csv"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-4]))
    assert refusal(start) == (
        "memberships.csv ends at row 21: it holds 20 rows where datapackage.json counted 24 rows. "
        "If that is meant, python -m layers.describe takes it into datapackage.json."
    )


def test_what_others_refer_to_is_told_from_both_ends(data: Path, start: Start) -> None:
    path = data / "bodies.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("ca-vale,")), "utf-8")
    describe_again(data)
    said = refusal(start)
    assert said.startswith("memberships.csv, row ")
    assert said.endswith("column body_id: 'ca-vale' is not in bodies.csv, column id.")


def test_the_description_is_written_anew_only_where_a_table_changed(data: Path) -> None:
    place = data / "datapackage.json"
    before = json.loads(place.read_text("utf-8"))
    rewritten(data, "timeline", 2, event="Another event.")
    after = json.loads(place.read_text("utf-8"))
    changed = [one["name"] for one, other in zip(before["resources"], after["resources"], strict=True) if one != other]
    assert changed == ["timeline"]
    assert list(before) == list(after)
