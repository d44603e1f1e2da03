"""The tables of the page about the data."""

from __future__ import annotations

from dashboard.export.order import view_of
from dashboard.export.tables.common import Asked
from dashboard.export.tables.sheets import Sheet, texts
from dashboard.text.sources import view_address
from dashboard.views.query import View
from layers.dates import DEFAULT_DAY
from layers.package import package


def sources(asked: Asked) -> Sheet:
    """Every table of the data package with its description, sources and licences."""
    view_of(View, asked.query, asked.land)
    rows = [
        (
            item["name"],
            item.get("description", ""),
            "; ".join(source["title"] for source in item.get("sources", [])),
            "; ".join(licence.get("title", licence.get("name", "")) for licence in item.get("licenses", [])),
        )
        for item in package()["resources"]
    ]
    return Sheet(
        title=f"Data package {package()['version']}",
        day=DEFAULT_DAY,
        columns=texts("Table", "What it holds", "Sources", "Licence"),
        rows=rows,
        address=view_address(asked.origin, "/about", ""),
        notes=("Sources are the same whatever day is shown.",),
    )
