"""Code names no layer: it asks a layer's record. The few places that do are listed, each with its reason.

What counts is a text that is a layer's id and nothing else, wherever it stands in a module.
"""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

from dashboard.views.map import MapView
from dashboard.views.overlaps import OverlapsView
from dashboard.views.patchwork import PatchworkView
from layers.tables import DATA, read_tables

ROOT = Path(__file__).parents[1]
EXAMPLE = "an example in the API's own description, which is written before there is any data"
OPENING = "what a page opens with: an address that says nothing of it means this for ever"
KEY = "the key of an address that names an STP, which happens to be spelt like the layer"
ALLOWED = {
    "dashboard/api/answers.py": (2, EXAMPLE),
    "dashboard/api/queries.py": (3, EXAMPLE),
    "dashboard/export/tables/files.py": (1, KEY),
    "dashboard/views/map.py": (2, OPENING),
    "dashboard/views/overlaps.py": (2, OPENING),
    "dashboard/views/patchwork.py": (4, OPENING),
}
"""How often each file may name a layer, and why."""


def named_in(source: str, ids: frozenset[str]) -> list[str]:
    """The layers that a module names: its texts that are an id."""
    return [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in ids
    ]


def test_only_where_there_is_a_reason() -> None:
    ids = frozenset(read_tables(DATA)["layers"]["id"])
    files = [*(ROOT / "layers").rglob("*.py"), *(ROOT / "dashboard").rglob("*.py"), ROOT / "app.py"]
    found = Counter({str(path.relative_to(ROOT)): len(named_in(path.read_text("utf-8"), ids)) for path in files})
    assert +found == {name: count for name, (count, _reason) in ALLOWED.items()}


def test_a_name_would_be_noticed() -> None:
    ids = frozenset({"stp", "lep"})
    assert named_in('"""Of stp."""\nif body.layer == "stp" or kinds["lep"]: print("stp-north", f"{x}stp")', ids) == [
        "stp",
        "lep",
        "stp",
    ]


def test_what_pages_open_with_are_layers_of_the_data() -> None:
    """The patchwork opens with the layers whose lines are compared; the map and the overlaps with two of those."""
    compared = [row["id"] for row in read_tables(DATA)["layers"].to_dict("records") if row["compared"] == "yes"]
    assert list(PatchworkView().layers) == compared
    assert {*MapView().layers, OverlapsView().a, OverlapsView().b} <= set(compared)
