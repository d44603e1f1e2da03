"""Cells of CSV files: dates ISO, and no text that a spreadsheet could take for a formula."""

from __future__ import annotations

from datetime import date
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_cell(value: Any) -> Any:
    """A cell of any CSV file: numbers as they are, dates ISO, true and false in small letters, text made harmless."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return plain_date(value) if isinstance(value, date) else value


def plain_date(value: Any) -> str:
    """A date as text.

    Raises:
        TypeError: it is no date, so there is no telling how to write it.
    """
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} can't be written")
