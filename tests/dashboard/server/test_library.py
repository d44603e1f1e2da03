"""Which plotly.js is served: the bundle of maps where it is the version that figures are made for, else the whole."""

from __future__ import annotations

from pathlib import Path

import plotly
import pytest
from flask import Flask

from dashboard.server import library, static

HEAD = "/**\n* plotly.js (geo - minified) v{version}\n* Copyright 2012-2026, Plotly, Inc.\n*/\n"


@pytest.fixture
def version() -> str:
    """The version of the library in plotly's own package."""
    found = library.version_of(library.whole())
    assert found.count(".") == 2
    return found


def made(folder: Path, head: str) -> Path:
    """A script that begins so."""
    script = folder / "plotly-geo.min.js"
    script.write_text(f"{head}window.Plotly = {{}};\n", "utf-8")
    return script


def test_the_installed_bundle_is_of_the_version_of_the_whole(version: str) -> None:
    assert library.version_of(library.BUNDLE) == version
    assert library.whole() == Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    assert library.plotly_url().startswith("static/plotly-geo.")
    assert library.BUNDLE.stat().st_size < library.whole().stat().st_size / 3


def test_only_the_same_version_is_taken(tmp_path: Path, version: str) -> None:
    same = made(tmp_path, HEAD.format(version=version))
    assert library.bundle(same) == same
    for head in (HEAD.format(version="0.0.1"), HEAD.format(version=f"{version}9"), "", "/* plotly.js */\n"):
        assert library.bundle(made(tmp_path, head)) is None, head
    assert library.bundle(tmp_path / "none.js") is None


def test_without_the_bundle_the_whole_library_is_served_with_its_version(
    monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setattr(library, "bundle", lambda: None)
    assert library.plotly_url() == f"_dash-component-suites/plotly/package_data/plotly.min.js?v={version}"


def test_the_bundle_changes_its_address_with_its_content(tmp_path: Path, version: str) -> None:
    names = {library.bundle_name(made(tmp_path, HEAD.format(version=version) + more)) for more in ("", "//")}
    assert len(names) == 2
    assert all(len(name) == len("plotly-geo..js") + 12 for name in names)


def test_before_compressed_copies_are_made_the_bundle_is_served_from_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(static, "PREPARED", tmp_path / "none")
    server = Flask("bare")
    static.serve(server)
    answer = server.test_client().get(f"/{library.plotly_url()}")
    assert (answer.status_code, answer.cache_control.immutable) == (200, True)
    assert answer.data == library.BUNDLE.read_bytes()
