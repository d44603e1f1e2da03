"""`docs/architecture.md` names every room, and every module that it names exists."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from tests.docs.markdown import ROOT, read, rows, spans

PAGE = "docs/architecture.md"
CODE = {".py", ".js", ".mjs", ".ts", ".sh"}
HOUSES = ("layers", "dashboard", "web", "assets", "tests", "bench", "scripts")
NO_ROOMS = {"node_modules", "__pycache__", "coverage"}


def rooms(root: Path) -> set[str]:
    """Every folder that holds code, as the page writes it."""
    found = {path.parent for house in HOUSES for path in (root / house).rglob("*") if path.suffix in CODE}
    names = {path.relative_to(root) for path in found}
    return {f"{name.as_posix()}/" for name in names if not (NO_ROOMS & set(name.parts) or ".stryker" in str(name))}


def mirrors(room: str) -> bool:
    """Whether a folder of tests stands for a room below the first level: `tests/layers/words/` for `layers/words/`."""
    name = PurePosixPath(room)
    inner = (
        ROOT / name.relative_to(name.parts[0])
        if name.parts[0] == "tests"
        else ROOT / "web/src" / name.relative_to("web/test")
    )
    return len(name.parts) > 2 and inner.is_dir()


def missing(page: str, root: Path) -> list[str]:
    """The rooms that the page doesn't name."""
    named = set(spans(page))
    tests = ("tests/", "web/test/")
    return sorted(room for room in rooms(root) - named if not (room.startswith(tests) and mirrors(room)))


def untrue(page: str, root: Path) -> list[str]:
    """The files and folders that the page names and that don't exist; a bare name is of the room of its row."""
    found = [span for span in spans(page) if span.endswith("/") and "…" not in span and not _is_dir(root, span)]
    for cells in rows(page):
        room = re.findall(r"`([^`]+/)`", cells[0])
        for name in spans(" ".join(cells[1:])):
            if name.endswith(tuple(CODE)) and not any((root / folder / name).is_file() for folder in room):
                found.append(f"{cells[0]} {name}")
    return found


def _is_dir(root: Path, span: str) -> bool:
    # `views/` in running text is short for the one room that is called so.
    return (root / span).is_dir() or any(room.endswith(f"/{span}") for room in rooms(root))


def test_every_room_is_named() -> None:
    assert missing(read(PAGE), ROOT) == []


def test_every_module_and_folder_that_is_named_exists() -> None:
    assert untrue(read(PAGE), ROOT) == []


def test_every_room_of_code_has_its_row() -> None:
    first = [span for cells in rows(read(PAGE)) for span in spans(cells[0])]
    assert len(first) == len(set(first))
    assert {room for room in rooms(ROOT) if room.startswith(("layers/", "dashboard/"))} <= set(first)


def test_what_is_missing_or_made_up_would_be_noticed() -> None:
    page = read(PAGE)
    assert missing(page.replace("`dashboard/views/`", "the views"), ROOT) == ["dashboard/views/"]
    assert untrue(page.replace("`registry.py`", "`registrar.py`"), ROOT) == ["`dashboard/export/tables/` registrar.py"]
    assert untrue(page + "\n\n`dashboard/attic/`", ROOT) == ["dashboard/attic/"]
    assert mirrors("tests/layers/words/")
    assert not mirrors("tests/layers/attic/")


def test_the_drawing_has_the_order_of_the_floors() -> None:
    drawing = page_drawing(read(PAGE))
    order = ["app.py", "dashboard/server/", "components/", "payloads/", "text/", "views/", "layers/", "data/"]
    places = [drawing.index(name) for name in order]
    assert places == sorted(places)


def page_drawing(page: str) -> str:
    """The drawing of the house."""
    return page.split("```")[1]
