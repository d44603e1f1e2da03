"""Read the data package's CSV tables and check them against their schema.

The schema is ``datapackage.json`` itself (Frictionless Table Schema), so a rule is
written once and both this loader and the package's tests hold it. Anything wrong
stops the load with one sentence that names file, row, column and value.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

DATA = Path(__file__).resolve().parent.parent / "data"


Row = Mapping[str, str]
Tables = Mapping[str, pd.DataFrame]


class TableError(ValueError):
    """The data package breaks its own schema; the message says where and how."""


def read_tables(folder: Path = DATA) -> Tables:
    """Every table of the package by name, each a frame of strings, checked.

    A blank cell is the empty string. Row numbers in messages count the header as
    row 1, as a spreadsheet does.

    Raises:
        TableError: a file is missing or a cell breaks the schema.
    """
    try:
        package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    except FileNotFoundError as error:
        raise TableError(f"datapackage.json is missing from {folder}.") from error
    except (OSError, ValueError) as error:
        raise TableError(f"datapackage.json can't be read as JSON: {error}.") from error
    tables = {item["name"]: _read(folder / item["path"], item["schema"]) for item in package["resources"]}
    for item in package["resources"]:
        for key in item["schema"].get("foreignKeys", []):
            _check_reference(tables, item, key)
    return tables


def rows_of(tables: Tables, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, each by column."""
    columns = list(tables[name].columns)
    for values in tables[name].itertuples(index=False, name=None):
        yield dict(zip(columns, values, strict=True))


def _read(path: Path, schema: Mapping[str, Any]) -> pd.DataFrame:
    header, rows = _rows(path)
    expected = [field["name"] for field in schema["fields"]]
    if header != expected:
        odd = ", ".join(sorted(set(expected).symmetric_difference(header))) or "their order"
        raise TableError(f"{path.name}, row 1: the columns should be {', '.join(expected)}; check {odd}.")
    for number, row in enumerate(rows, 2):
        if len(row) != len(expected):
            raise TableError(f"{path.name}, row {number}: {len(row)} cells where there should be {len(expected)}.")
    frame = pd.DataFrame(rows, columns=expected, dtype=str)
    for field in schema["fields"]:
        _check_field(path.name, frame[field["name"]], field)
    key = schema.get("primaryKey", [])
    _check_unique(path.name, frame, [key] if isinstance(key, str) else list(key))
    return frame


def _rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """The header and the rows. The csv module, as pandas pads short rows, shifts long ones and skips blank ones."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
    except FileNotFoundError as error:
        raise TableError(f"{path.name} is missing from {path.parent}.") from error
    except (OSError, ValueError, csv.Error) as error:
        what = str(error) if path.is_file() and path.stat().st_size else "it is empty or no file"
        raise TableError(f"{path.name} can't be read as a UTF-8 table: {what}.") from error
    return header, rows


def _check_field(file: str, column: pd.Series, field: Mapping[str, Any]) -> None:
    rules, filled = field.get("constraints", {}), column[column != ""]
    if rules.get("required"):
        _complain(file, column, column == "", "is blank but must be filled")
    kind = field.get("type", "string")
    if kind in ("integer", "number"):
        numbers = pd.to_numeric(filled, errors="coerce").astype(float)
        whole = kind == "integer"
        bad = ~np.isfinite(numbers) | (~filled.str.fullmatch(r"[+-]?\d+") if whole else False)
        _complain(file, filled, bad, f"is not {'a whole number' if whole else 'a number'}")
        if "minimum" in rules:
            _complain(file, filled, numbers < rules["minimum"], f"is below {rules['minimum']}")
        if "maximum" in rules:
            _complain(file, filled, numbers > rules["maximum"], f"is above {rules['maximum']}")
    if kind == "date":
        parsed = pd.to_datetime(filled, format="%Y-%m-%d", errors="coerce")
        _complain(file, filled, parsed.isna() | (filled.str.len() != 10), "is not a date (YYYY-MM-DD)")
        if "minimum" in rules:
            _complain(file, filled, filled < rules["minimum"], f"is before {rules['minimum']}")
        if "maximum" in rules:
            _complain(file, filled, filled > rules["maximum"], f"is after {rules['maximum']}")
    if "enum" in rules:
        allowed = [str(value) for value in rules["enum"]]
        _complain(file, filled, ~filled.isin(allowed), f"is not one of {', '.join(allowed)}")
    if "pattern" in rules:
        _complain(file, filled, ~filled.str.fullmatch(rules["pattern"]), f"does not look like {rules['pattern']}")
    if rules.get("unique"):
        _complain(file, filled, filled.duplicated(), "appears twice")


def _check_unique(file: str, frame: pd.DataFrame, key: list[str]) -> None:
    if key:
        together = frame[key[0]]
        for column in key[1:]:
            together = together + " / " + frame[column]
        _complain(file, together.rename(" + ".join(key)), together.duplicated(), "appears twice")


def _check_reference(tables: Mapping[str, pd.DataFrame], item: Mapping[str, Any], key: Mapping[str, Any]) -> None:
    field = key["fields"] if isinstance(key["fields"], str) else key["fields"][0]
    target = key["reference"]
    known = target["fields"] if isinstance(target["fields"], str) else target["fields"][0]
    column = tables[item["name"]][field]
    other = tables[target["resource"] or item["name"]][known]
    bad = (column != "") & ~column.isin(other)
    _complain(Path(item["path"]).name, column, bad, f"is not known in {target['resource'] or 'this table'} ({known})")


def _complain(file: str, column: pd.Series, bad: Any, what: str) -> None:
    """Raise for the first row of ``column`` where ``bad`` is true."""
    wrong = column[bad]
    if len(wrong):
        row = int(wrong.index[0]) + 2
        raise TableError(f"{file}, row {row}, column {column.name}: {wrong.iloc[0]!r} {what}.")
