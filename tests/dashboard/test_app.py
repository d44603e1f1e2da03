"""Starting the application: with bad data it stops with one sentence that says where, never a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dash import html

from dashboard.settings import ROOT, ExportSettings, SettingError, Settings
from layers.tables import DATA
from tests.dashboard.conftest import walk

START = """
import sys
import layers, layers.load
layers.load_landscape.__defaults__ = (layers.load.Path(sys.argv[1]),)
import app
print("started")
"""


def start(folder: Path) -> subprocess.CompletedProcess[str]:
    """Import app.py in a process of its own over another data package."""
    return subprocess.run(
        [sys.executable, "-c", START, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the data package's tables, for a test to break."""
    target = tmp_path / "data"
    shutil.copytree(DATA, target, ignore=shutil.ignore_patterns("boundaries"))
    return target


def replace_in(path: Path, row: int, old: str, new: str) -> None:
    """Change one row of a table, counting the header as row 1."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert old in lines[row - 1]
    lines[row - 1] = lines[row - 1].replace(old, new, 1)
    path.write_text("".join(lines), "utf-8")


def test_good_data_starts(package: Path) -> None:
    done = start(package)
    assert (done.returncode, done.stdout.strip()) == (0, "started"), done.stderr


def assert_one_sentence(done: subprocess.CompletedProcess[str], *pieces: str) -> None:
    """The start failed, and said only one line, with each of the pieces in it."""
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert done.stderr.startswith("The data package can't be used. ")
    for piece in pieces:
        assert piece in done.stderr


def test_a_bad_cell_stops_the_start_with_a_sentence(package: Path) -> None:
    replace_in(package / "districts.csv", 2, "E06000001", "somewhere")
    assert_one_sentence(start(package), "districts.csv", "row 2", "column", "'somewhere'")


def test_a_missing_table_stops_the_start_with_a_sentence(package: Path) -> None:
    (package / "deals.csv").unlink()
    assert_one_sentence(start(package), "deals.csv is missing")


def test_a_broken_description_stops_the_start_with_a_sentence(package: Path) -> None:
    (package / "datapackage.json").write_text("{", "utf-8")
    assert_one_sentence(start(package), "datapackage.json can't be read as JSON")


def test_without_the_built_scripts_the_start_stops_with_a_sentence() -> None:
    code = "from pathlib import Path; import dashboard.server.static as s; s.SCRIPT = Path('none.js'); import app"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert done.stderr.strip() == "The page's scripts have not been built; run make run once."


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOST", "PORT", "DEBUG"):
        monkeypatch.delenv(name, raising=False)
    assert Settings.from_environment() == Settings("127.0.0.1", 8050, False)
    monkeypatch.setenv("HOST", "0.0.0.0")
    monkeypatch.setenv("PORT", "80")
    monkeypatch.setenv("DEBUG", "1")
    assert Settings.from_environment() == Settings("0.0.0.0", 80, True)


@pytest.mark.parametrize("port", ["", "0", "65536", "eighty", "-1", "80.0"])
def test_a_port_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(ValueError, match="it takes a whole number from 1 to 65535"):
        Settings.from_environment()


EXPORTS = ("EXPORT_WORKERS", "EXPORT_TASKS_PER_WORKER", "EXPORT_WAITING", "EXPORT_QUEUE", "EXPORT_SECONDS", "REDIS_URL")


def test_limits_of_exports_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in EXPORTS:
        monkeypatch.delenv(name, raising=False)
    assert ExportSettings.from_environment() == ExportSettings(1, 50, 2, 8, 60, "")
    for name, text in zip(EXPORTS, ("8", "1", "3", "0", "30", "rediss://queue:6379/1"), strict=True):
        monkeypatch.setenv(name, text)
    assert ExportSettings.from_environment() == ExportSettings(8, 1, 3, 0, 30, "rediss://queue:6379/1")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("EXPORT_WORKERS", "0", "EXPORT_WORKERS is '0'; it takes a whole number from 1 to 8."),
        ("EXPORT_WORKERS", "9", "EXPORT_WORKERS is '9'; it takes a whole number from 1 to 8."),
        ("EXPORT_TASKS_PER_WORKER", "many", "it takes a whole number from 1 to 10000."),
        ("EXPORT_QUEUE", "-1", "it takes a whole number from 0 to 1000."),
        ("EXPORT_SECONDS", "9" * 5000, "it takes a whole number from 1 to 600."),
        ("REDIS_URL", "http://:secret@queue", "REDIS_URL takes an address that starts with redis:// or rediss://."),
    ],
)
def test_a_limit_that_is_none_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, text: str, said: str
) -> None:
    monkeypatch.setenv(name, text)
    with pytest.raises(SettingError) as refusal:
        ExportSettings.from_environment()
    assert str(refusal.value).endswith(said)
    assert "secret" not in str(refusal.value)
    assert len(str(refusal.value)) < 150


@pytest.mark.parametrize(("name", "text"), [("PORT", "eighty"), ("EXPORT_WORKERS", "none")])
def test_a_bad_setting_stops_the_start_with_a_sentence(name: str, text: str) -> None:
    done = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, name: text},
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [done.stderr.strip()]
    assert done.stderr.startswith(f"{name} is '{text}'; it takes a whole number from ")


def test_the_data_page_offers_all_tables_and_the_boundaries() -> None:
    from dashboard.components.about import tables

    hrefs = [item.href for item in walk(tables()) if isinstance(item, html.A)]
    assert "/export/data.zip" in hrefs
    assert any(href.startswith("/export/map.geojson?") for href in hrefs)
    assert any(href.startswith("/export/map.gpkg?") for href in hrefs)
