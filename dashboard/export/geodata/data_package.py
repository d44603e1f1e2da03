"""The data package as one file: its tables, their description and its own notes."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from dashboard.export.order import File, Order, view_of
from dashboard.views.query import View
from layers.landscape import Landscape
from layers.tables import DATA

MOMENT = (2017, 12, 1, 0, 0, 0)
"""The time that every file in the archive carries, so that the same data make the same bytes."""


def make(land: Landscape, order: Order) -> File:
    """The data package of the landscape, named with its version.

    Raises:
        CannotExportError: the query holds something; there is only one data package.
    """
    view_of(View, order.query, land)
    return File(f"local-growth-landscape-data_{land.version}.zip", archive(DATA))


def archive(folder: Path) -> bytes:
    """Description, notes and every table that the description names, in a folder of the package's name.

    Boundaries stay out: they are built from the tables and served as maps.
    """
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    names = ["datapackage.json", "README.md", *sorted(item["path"] for item in package["resources"])]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as found:
        for name in names:
            entry = zipfile.ZipInfo(f"{package['name']}/{name}", MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            found.writestr(entry, (folder / name).read_bytes())
    return out.getvalue()
