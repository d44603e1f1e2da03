"""The briefing's tables: every STP, and what is easily missed, from the rows that the page itself draws."""

from __future__ import annotations

from dashboard.export.order import view_of
from dashboard.export.tables.common import Asked
from dashboard.export.tables.sheets import Column, Sheet, Value
from dashboard.payloads import types as payloads
from dashboard.payloads.briefing import missed_table, stp_table
from dashboard.payloads.types import Cell, Table
from dashboard.text.sources import view_address
from dashboard.views.briefing import BriefingView
from dashboard.views.query import serialise

PER_CENT = ", %"
MONEY = "£m"


def address(asked: Asked, view: BriefingView) -> str:
    """The page with the same view."""
    return view_address(asked.origin, "/briefing", serialise(view))


def stps(asked: Asked) -> Sheet:
    """Every STP and what it meets."""
    view = view_of(BriefingView, asked.query, asked.land)
    money = "Growth Deal money: each LEP’s announced rounds times the share of the LEP’s people in the STP; not known where the amount of a round was not found."
    trusts = "Trusts: a source places them, or, where none was found, their head office stands in the STP."
    return _sheet(asked, view, stp_table(asked.land, view.as_at), trusts, money)


def missed(asked: Asked) -> Sheet:
    """The authorities, devolution deals and city deals that STPs easily miss."""
    view = view_of(BriefingView, asked.query, asked.land)
    return _sheet(asked, view, missed_table(asked.land, view.as_at, False))


def missed_economic(asked: Asked) -> Sheet:
    """The growth deals and LEPs that STPs easily miss."""
    view = view_of(BriefingView, asked.query, asked.land)
    return _sheet(asked, view, missed_table(asked.land, view.as_at, True))


def _sheet(asked: Asked, view: BriefingView, table: Table, *notes: str) -> Sheet:
    """A table of the page: its cells' values, where they have one, else their words."""
    columns = tuple(_column(item) for item in table["columns"])
    rows = [tuple(_value(cell, column) for cell, column in zip(row, columns, strict=True)) for row in table["rows"]]
    return Sheet(
        title=table.get("label", ""),
        day=view.as_at,
        columns=columns,
        rows=rows,
        address=address(asked, view),
        notes=(table["caption"], *notes),
    )


def _column(given: payloads.Column) -> Column:
    label = given["label"]
    if label.endswith(PER_CENT):
        return Column(label.removesuffix(PER_CENT), "percent")
    if MONEY in label:
        return Column(label, "money")
    return Column(label, "number" if given.get("number") else "text")


def _value(cell: Cell, column: Column) -> Value:
    """A cell as a plain value: of a cell of words and value the value, in per cent for shares."""
    if isinstance(cell, dict):
        known = cell.get("v") if column.kind != "text" else None
        value: Value = cell["t"] if known is None else known
    else:
        value = cell
    if column.kind == "percent" and isinstance(value, int | float):
        return round(value / 100, 6)
    return value
