"""Reading the exports back: a CSV file and a workbook as their header lines and their table; and asking for one."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

import openpyxl

from dashboard.export.makers import make
from dashboard.export.order import Order
from layers.landscape import Landscape

ORIGIN = "http://127.0.0.1:8050"
BATH = "stp-bath-swindon-and-wiltshire"
LEP = "lep-greater-birmingham-and-solihull"
PAIR = {"b": "lep", "pair": f"stp-the-black-country~{LEP}"}
NEEDED: dict[str, dict[str, str]] = {
    "map-figures": {"select": "E07000171"},
    "map-institutions": {"layers": "stp,university,nhs_trust"},
    "overlaps-sides": PAIR,
    "overlaps-districts": PAIR,
    "place-comparison": {"with": "E10000019,E08000003"},
}
"""What some tables need in their query beside the name."""
SUBJECTS = {"brief": {"stp": BATH}, "body": {"body": LEP}, "place": {"place": "E07000171"}}


@dataclass(frozen=True)
class Read:
    """A table as a reader's program finds it."""

    header: list[str]
    columns: list[str]
    rows: list[list[Any]]

    def column(self, label: str) -> list[Any]:
        """The cells under a head."""
        return [row[self.columns.index(label)] for row in self.rows]


def read_csv(content: bytes) -> Read:
    """A CSV file: lines up to the blank one are the header."""
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    blank = lines.index([])
    return Read([line[0] for line in lines[:blank]], lines[blank + 1], lines[blank + 2 :])


def read_tabs(content: bytes) -> dict[str, Read]:
    """Every tab of a workbook by name."""
    return {tab.title: _read(tab) for tab in openpyxl.load_workbook(io.BytesIO(content))}


def _read(tab: Any) -> Read:
    cells = [[cell.value for cell in row] for row in tab.iter_rows()]
    blank = next(position for position, row in enumerate(cells) if not any(value is not None for value in row))
    return Read([row[0] for row in cells[:blank]], cells[blank + 1], cells[blank + 2 :])


def query_of(name: str) -> dict[str, str]:
    """A query that the table can be had with."""
    return {**SUBJECTS.get(name.split("-")[0], {}), **NEEDED.get(name, {})}


def order(name: str, ending: str, query: dict[str, Any]) -> Order:
    """The order of a table."""
    return Order("table", ending, {"table": name, **query}, ORIGIN)


def table(land: Landscape, name: str, **query: str) -> Read:
    """A table as a workbook gives it back."""
    return read_tabs(make(land, order(name, "xlsx", {**query_of(name), **query})).content)["Table"]
