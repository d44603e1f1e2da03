"""Read the data package's CSV tables and check them against their schema.

The schema is ``datapackage.json`` itself (Frictionless Table Schema), so a rule is
written once and both this loader and the package's tests hold it. Anything wrong
stops the load with one sentence that names file, row, column and value.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from layers.package import DATA, TableError, check_content, read_package

__all__ = ["DATA", "Row", "TableError", "Tables", "read_tables", "rows_of"]

Row = Mapping[str, str]
Tables = Mapping[str, pd.DataFrame]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_tables(folder: Path = DATA) -> Tables:
    """Every table of the package by name, each a frame of strings, checked.

    A blank cell is the empty string. Row numbers in messages count the header as
    row 1, as a spreadsheet does.

    Raises:
        TableError: a file is missing, cut or changed, or a cell breaks the schema.
    """
    resources = read_package(folder)["resources"]
    tables = {item["name"]: _read(folder / item["path"], item) for item in resources}
    for item in resources:
        for key in item["schema"].get("foreignKeys", []):
            _check_reference(tables, item, key)
    return tables


def rows_of(tables: Tables, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, each by column."""
    columns = list(tables[name].columns)
    for values in tables[name].itertuples(index=False, name=None):
        yield dict(zip(columns, values, strict=True))


def _read(path: Path, item: Mapping[str, Any]) -> pd.DataFrame:
    schema = item["schema"]
    data = _bytes(path)
    header, rows = _rows(path, data)
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
    key = schema["primaryKey"]
    _check_unique(path.name, frame, [key] if isinstance(key, str) else list(key))
    check_content(item, data, len(rows))
    return frame


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise TableError(f"{path.name} is missing from {path.parent}.") from error
    except OSError as error:
        raise TableError(f"{path.name} can't be read: {error.strerror}.") from error


def _rows(path: Path, data: bytes) -> tuple[list[str], list[list[str]]]:
    """The header and the rows. The csv module, as pandas pads short rows, shifts long ones and skips blank ones."""
    if not data.strip():
        raise TableError(f"{path.name} is empty.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise TableError(f"{path.name}, row {row}: this is not text in UTF-8.") from error
    odd = _CONTROL.search(text)
    if odd:
        row = text.count("\n", 0, odd.start()) + 1
        raise TableError(f"{path.name}, row {row}: it holds the control character {odd[0]!r}, which no text does.")
    try:
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    except csv.Error as error:
        raise TableError(f"{path.name} can't be read as a table: {error}.") from error
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
    table = f"{target['resource']}.csv" if target["resource"] else "this table"
    _complain(Path(item["path"]).name, column, bad, f"is not in {table}, column {known}")


def _complain(file: str, column: pd.Series, bad: Any, what: str) -> None:
    """Raise for the first row of ``column`` where ``bad`` is true."""
    wrong = column[bad]
    if len(wrong):
        row = int(wrong.index[0]) + 2
        raise TableError(f"{file}, row {row}, column {column.name}: {wrong.iloc[0]!r} {what}.")
