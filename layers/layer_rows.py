"""Read the layers' own table into records, and check what no single column's rule can."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from layers.layer import Cut, Layer
from layers.tables import Row, TableError

_FLAGS = frozenset(field.name for field in fields(Layer) if field.type == "bool")
_NONE_WHEN_BLANK = frozenset(field.name for field in fields(Layer) if field.type == "str | None")
OPEN_ROLE = "programme"
"""The one part in the briefing that several layers may have."""


def read_layers(rows: Iterable[Row], columns: Collection[str]) -> dict[str, Layer]:
    """The layers by id, in their order. ``columns`` are those of ``small_areas.csv``.

    Raises:
        TableError: a layer is cut by a column that isn't there, has a part in the briefing that another has, draws
            a layer that can't be drawn from, or isn't an area or a point as its category says.
    """
    numbered = list(enumerate(rows, 2))
    for number, row in numbered:
        _check_cuts(number, row, columns)
        _check_kind(number, row)
    _check_roles(numbered)
    _check_subjects(numbered)
    found = sorted((_layer(row) for _, row in numbered), key=lambda layer: layer.order)
    return {layer.id: layer for layer in found}


def _layer(row: Row) -> Layer:
    values: dict[str, Any] = {field.name: row[field.name] for field in fields(Layer)}
    values |= {name: row[name] == "yes" for name in _FLAGS}
    values |= {name: row[name] or None for name in _NONE_WHEN_BLANK}
    values |= {name: date.fromisoformat(row[name]) if row[name] else None for name in ("first_day", "last_day")}
    values |= {"order": int(row["order"]), "width": float(row["width"]), "cut_by": cuts(row["cut_by"])}
    values["briefing_order"] = int(row["briefing_order"]) if row["briefing_order"] else None
    return Layer(**values)


def cuts(text: str) -> tuple[Cut, ...]:
    """``stp_2017; stp_2018 from 2018-04-01`` as columns with their first days; blank as none.

    Raises:
        ValueError: a day isn't in the calendar.
    """
    found = [item.partition(" from ") for item in text.split("; ") if item]
    return tuple(Cut(column, date.fromisoformat(day) if day else None) for column, _, day in found)


def _wrong(number: int, row: Row, column: str, what: str) -> TableError:
    return TableError(f"layers.csv, row {number}, column {column}: {row[column]!r} {what}.")


def _check_cuts(number: int, row: Row, columns: Collection[str]) -> None:
    try:
        found = cuts(row["cut_by"])
    except ValueError as error:
        raise _wrong(number, row, "cut_by", "holds a day that is not in the calendar") from error
    missing = [cut.column for cut in found if cut.column not in columns]
    if missing:
        raise _wrong(number, row, "cut_by", f"names {missing[0]}, which is not a column of small_areas.csv")
    days = [cut.since for cut in found[1:] if cut.since]
    if days != sorted(days):
        raise _wrong(number, row, "cut_by", "does not have its days in order")


_TABLES = {
    "body": ("bodies",),
    "deal": ("deals",),
    "programme": ("programmes",),
    "institution": ("universities", "trusts"),
}


def _check_kind(number: int, row: Row) -> None:
    allowed = _TABLES[row["category"]]
    if row["rows_in"] not in allowed:
        raise _wrong(
            number, row, "rows_in", f"does not hold what is {row['category']}; it takes {' or '.join(allowed)}"
        )
    if (row["category"] == "institution") != bool(row["symbol"]):
        raise _wrong(number, row, "symbol", "should be given for institutions, and for nothing else")


def _check_roles(numbered: Iterable[tuple[int, Row]]) -> None:
    seen: dict[str, str] = {}
    for number, row in numbered:
        role = row["briefing"]
        if role in seen and role != OPEN_ROLE:
            raise _wrong(number, row, "briefing", f"is already the part of {seen[role]}")
        if bool(role) != bool(row["briefing_order"]):
            raise _wrong(number, row, "briefing_order", "should be given with a part in the briefing, and only then")
        seen |= {role: row["id"]} if role else {}


def _check_subjects(numbered: Iterable[tuple[int, Row]]) -> None:
    named: dict[str, str] = {}
    for number, row in numbered:
        name = named.setdefault(row["subject"], row["subject_name"])
        if name != row["subject_name"] or bool(row["subject"]) != bool(row["subject_name"]):
            raise _wrong(number, row, "subject_name", f"is not the one name of the subject {row['subject']!r}")
