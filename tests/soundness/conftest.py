"""A toy world's files to be damaged, and the start as the application makes it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from layers import Landscape, TableError, load_landscape, tables
from layers.describe import record
from layers.fits import check_built
from layers.geography.built import read_manifest
from layers.package import content_hash
from tests.dashboard.toy import kept_world

Start = Callable[[], Landscape]


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """A table with the same content and description is read once for all tests: only what is damaged is read anew."""
    read, known = tables._read, {}

    def remembered(path, item):
        key = (path.name, path.read_bytes() if path.is_file() else None, json.dumps(item))
        if key not in known or key[1] is None:
            known[key] = read(path, item)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "_read", remembered)
        yield


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the toy world's tables, with its built files linked."""
    folder, kept = tmp_path / "data", kept_world().data
    shutil.copytree(kept, folder, ignore=shutil.ignore_patterns("boundaries"))
    (folder / "boundaries").symlink_to(kept / "boundaries")
    return folder


@pytest.fixture
def own_boundaries(data: Path) -> None:
    """The built files copied too, to be damaged."""
    (data / "boundaries").unlink()
    shutil.copytree(kept_world().boundaries, data / "boundaries")


@pytest.fixture
def start(data: Path) -> Start:
    """What the application does before it serves."""

    def started() -> Landscape:
        read_manifest.cache_clear()
        land = load_landscape(data)
        check_built(land, data / "boundaries")
        return land

    return started


def refusal(start: Start) -> str:
    """The sentence with which a start is refused; the test fails when it isn't, or when it is a trace."""
    with pytest.raises(TableError) as caught:
        start()
    said = str(caught.value)
    assert "\n" not in said
    assert re.search(r"[.)]$", said), said
    return said


def describe_again(data: Path) -> None:
    """Take damaged tables into the description, as after a change that is meant."""
    record(data)


def list_again(data: Path) -> None:
    """Take damaged built files into the manifest."""
    place = data / "boundaries" / "manifest.json"
    found = json.loads(place.read_text("utf-8"))
    for file in found["files"]:
        content = (place.parent / file).read_bytes()
        found["files"][file] = {"bytes": len(content), "hash": content_hash(content)}
    place.write_text(json.dumps(found), "utf-8")
