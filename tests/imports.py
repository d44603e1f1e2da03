"""Who imports whom in a tree of modules, read from the source: `tests.test_architecture` says what may be.

Every ``import`` counts, wherever it stands: at the top, inside a function (it is run all the same) and under
``TYPE_CHECKING`` (a reader has to know that module too).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

Arrows = Mapping[str, frozenset[str]]
"""For each module the names it imports: modules of the tree in full, all else as it is written."""


def module_name(path: Path) -> str:
    """The dotted name of a file, given from the root; a package is called by its folder."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def arrows(root: Path, folders: Iterable[str], loose: Iterable[str] = ()) -> dict[str, frozenset[str]]:
    """What every module in some folders, and some loose files beside them, imports."""
    paths = [path for folder in folders for path in (root / folder).rglob("*.py")] + [root / name for name in loose]
    sources = {module_name(path.relative_to(root)): path for path in sorted(paths)}
    return {
        name: arrows_of(path.read_text("utf-8"), sources, name, path.name == "__init__.py")
        for name, path in sources.items()
    }


def arrows_of(source: str, known: Iterable[str], name: str = "", package: bool = False) -> frozenset[str]:
    """What one source imports. ``from a import b`` is an arrow to the module ``a.b`` when there is one, else to ``a``."""
    modules, found = set(known), set[str]()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, name, package)
            inner = {alias.name: f"{base}.{alias.name}" for alias in node.names}
            found.update(full if full in modules else base for full in inner.values())
    return frozenset(found)


def _base(node: ast.ImportFrom, name: str, package: bool) -> str:
    """The package that ``from … import`` names; dots count upward from the module's own package."""
    if not node.level:
        return node.module or ""
    own = name.split(".")
    above = own[: len(own) - node.level + (1 if package else 0)]
    return ".".join([*above, *([node.module] if node.module else [])])


def cycle(found: Arrows) -> list[str]:
    """The names of one cycle, from a name round to itself; nothing when there is none."""
    try:
        TopologicalSorter(found).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def between(found: Arrows, room_of: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """The arrows between rooms: for each room the other rooms that any of its modules imports."""
    rooms: dict[str, set[str]] = {}
    for name, others in found.items():
        own = rooms.setdefault(room_of(name), set())
        own.update(room_of(other) for other in others if other in found and room_of(other) != room_of(name))
    return {room: frozenset(others) for room, others in rooms.items()}
