"""Which way the arrows point: from the application down to the data, from room to room, never in a circle.

`FLOORS` is the house from the roof down. A module imports its own room and rooms of lower floors; rooms of one
floor don't know each other, and neither do the three `WINGS`, whatever floors their rooms are on.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.imports import Arrows, arrows, arrows_of, between, cycle

ROOT = Path(__file__).parents[1]
FLOORS = (
    ("app",),
    ("dashboard.server",),
    ("dashboard.pages", "dashboard.api", "dashboard.export.routes", "dashboard.export.tasks"),
    ("dashboard.export.workers",),
    ("dashboard.export.makers",),
    ("dashboard.export.pack", "dashboard.export.geodata"),
    ("dashboard.export.map", "dashboard.export.tables"),
    ("dashboard.export.drawing",),
    ("dashboard.export.order",),
    ("dashboard.export",),
    ("dashboard.components",),
    ("dashboard.figures",),
    ("dashboard.payloads",),
    ("dashboard.text",),
    ("dashboard.views",),
    ("dashboard.ids", "dashboard.palette", "dashboard.settings", "dashboard.world"),
    ("dashboard",),
    ("layers.build",),
    ("layers",),
    ("layers.words.facts",),
    ("layers.words.findings", "layers.words.briefing", "layers.bodies"),
    ("layers.briefing",),
    ("layers.place", "layers.patchwork", "layers.fits"),
    (
        "layers.statistics",
        "layers.overlaps",
        "layers.outlines",
        "layers.changes",
        "layers.load",
        "layers.briefing_roles",
    ),
    ("layers.landscape",),
    (
        "layers.geography",
        "layers.deals",
        "layers.table_rules",
        "layers.layer_rows",
        "layers.institution_rows",
        "layers.subjects",
    ),
    ("layers.words",),
    ("layers.model", "layers.tables"),
    ("layers.describe",),
    ("layers.dates", "layers.layer", "layers.package"),
)
WINGS = ("dashboard.pages", "dashboard.api", "dashboard.export")
"""What the server offers: pages to look at, answers for programs, files to take away."""
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

WEB = {"dash", "plotly", "flask"}
DRAWING = {
    "matplotlib",
    "pptx",
    "reportlab",
    "xlsxwriter",
    "shapely",
    "pyproj",
    "fontTools",
    "pypdf",
    "celery",
    "pebble",
}
BUILD = {"geopandas", "mapclassify", "matplotlib"}


@pytest.fixture(scope="module")
def found() -> Arrows:
    """Every module of the product with what it imports."""
    return arrows(ROOT, ("layers", "dashboard"), ("app.py",))


def room_of(module: str) -> str:
    """The room in which a module stands: the longest name in `FLOORS` that it begins with.

    Raises:
        KeyError: it stands in none, so `FLOORS` has to say where it belongs.
    """
    names = module.split(".")
    for length in range(len(names), 0, -1):
        room = ".".join(names[:length])
        # What a whole package says in its __init__ is not the room of a folder inside it.
        if room in FLOOR_OF and (length == len(names) or room not in ("dashboard", "dashboard.export", "layers")):
            return room
    raise KeyError(module)


def wing_of(module: str) -> str:
    """The wing in which a module stands, if it stands in one."""
    return next((wing for wing in WINGS if f"{module}.".startswith(f"{wing}.")), "")


def may_import(name: str, other: str) -> bool:
    """Whether the arrow from one module to another is one of the plan."""
    if wing_of(name) and wing_of(other) not in ("", wing_of(name)):
        return False
    return room_of(name) == room_of(other) or FLOOR_OF[room_of(name)] < FLOOR_OF[room_of(other)]


def wrong(found: Arrows) -> list[tuple[str, str]]:
    """The arrows that don't point down, or lead from one wing to another."""
    return [
        (name, other)
        for name, others in sorted(found.items())
        for other in sorted(others)
        if other in found and not may_import(name, other)
    ]


def outside(found: Arrows, inside: str) -> set[str]:
    """The top-level packages that the modules of one package import."""
    own = [others for name, others in found.items() if f"{name}.".startswith(f"{inside}.")]
    return {other.partition(".")[0] for others in own for other in others}


def test_every_room_has_its_floor_and_every_floor_its_room(found: Arrows) -> None:
    assert {room_of(name) for name in found} == set(FLOOR_OF)


def test_no_module_imports_itself_round_a_corner(found: Arrows) -> None:
    assert cycle(found) == []


def test_no_room_imports_itself_round_a_corner(found: Arrows) -> None:
    assert cycle(between(found, room_of)) == []


def test_arrows_point_down(found: Arrows) -> None:
    assert wrong(found) == []


def test_the_domain_imports_nothing_of_the_web(found: Arrows) -> None:
    assert "pandas" in outside(found, "layers")
    assert not outside(found, "layers") & (WEB | {"dashboard", "app"})


def test_nobody_needs_what_builds_the_boundaries(found: Arrows) -> None:
    others = {name: kin for name, kin in found.items() if room_of(name) != "layers.build"}
    assert not [name for name, kin in others.items() if any(f"{other}.".startswith("layers.build.") for other in kin)]


def planted(found: Arrows, module: str, source: str) -> dict[str, frozenset[str]]:
    """The same modules, with one more import in one of them."""
    return {**found, module: found[module] | arrows_of(source, found, module)}


LAZY = "def f():\n    from dashboard.server.static import serve"
FOR_TYPES = "if TYPE_CHECKING:\n    from dashboard.components import brief"


@pytest.mark.parametrize(
    ("module", "source", "arrow"),
    [
        ("dashboard.payloads.page_config", LAZY, "dashboard.server.static"),
        ("dashboard.text.titles", FOR_TYPES, "dashboard.components.brief"),
        ("dashboard.pages.map", "import dashboard.export.makers", "dashboard.export.makers"),
        ("dashboard.export.tables.overlaps", "from dashboard.api import rows", "dashboard.api.rows"),
        ("dashboard.api.rows", "from ..pages.map import layout", "dashboard.pages.map"),
        ("layers.landscape", "from layers.overlaps.pairs import layer_pair", "layers.overlaps.pairs"),
        ("layers.landscape", "from dashboard.world import landscape", "dashboard.world"),
        ("dashboard.views.map", "from dashboard.text import links", "dashboard.text.links"),
    ],
)
def test_a_planted_arrow_is_noticed(found: Arrows, module: str, source: str, arrow: str) -> None:
    assert wrong(planted(found, module, source)) == [(module, arrow)]


def test_a_circle_is_noticed_at_either_level(found: Arrows) -> None:
    module = planted(found, "dashboard.export.map.symbols", "from dashboard.export.map.picture import picture")
    assert set(cycle(module)) >= {"dashboard.export.map.symbols", "dashboard.export.map.picture"}
    # No module of these two comes back to itself, yet each room needs the other.
    rooms = planted(
        found, "dashboard.export.map.scene", "def f():\n    from dashboard.export.geodata.boundaries import make"
    )
    assert set(cycle(between(rooms, room_of))) == {"dashboard.export.map", "dashboard.export.geodata"}


def test_a_module_without_a_floor_is_noticed(found: Arrows) -> None:
    for name in ("dashboard.loose", "layers.loose", "dashboard.export.loose", "elsewhere"):
        with pytest.raises(KeyError):
            room_of(name)


def test_imports_are_found_wherever_and_however_they_are_written() -> None:
    known = ("a", "a.b", "a.b.c", "a.d")
    assert arrows_of("def f():\n    from dash.exceptions import PreventUpdate\n    import plotly.io as pio", known) == {
        "dash.exceptions", "plotly.io",
    }  # fmt: skip
    assert arrows_of("from a import b, d, e", known) == {"a.b", "a.d", "a"}
    assert arrows_of("from . import d\nfrom .c import x", known, "a.b", package=True) == {"a.b", "a.b.c"}
    assert arrows_of("from . import c\nfrom .. import d", known, "a.b.x") == {"a.b.c", "a.d"}


def loaded_by(statement: str) -> set[str]:
    """Top-level packages in memory after a statement in a process of its own."""
    code = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_domain_loads_without_the_builds_tools() -> None:
    loaded = loaded_by("from layers import load_landscape; load_landscape()")
    assert "pandas" in loaded
    assert not loaded & (BUILD | WEB | {"shapely", "dashboard", "app"})


def test_the_application_loads_without_what_draws_and_builds() -> None:
    loaded = loaded_by("from dashboard.server.application import create_app; create_app()")
    assert {"dash", "dashboard"} <= loaded
    assert not loaded & (BUILD | DRAWING)


def test_what_makes_files_loads_without_the_web_server() -> None:
    loaded = loaded_by("import dashboard.export.workers.preload")
    assert {"matplotlib", "pptx", "reportlab", "shapely"} <= loaded
    assert not loaded & {"dash", "flask", "plotly", "celery"}
