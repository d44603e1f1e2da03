"""Which code is mutated, which tests are asked, and in which room a file is scored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Area:
    """A package with the folders, or files, of tests that hold it. ``target`` is the share of mutants that they should kill."""

    name: str
    tests: tuple[str, ...]
    target: float

    def sources(self, root: Path) -> list[str]:
        """Every module of the area, as paths from ``root``."""
        return sorted(path.relative_to(root).as_posix() for path in (root / self.name).rglob("*.py"))

    def test_files(self, root: Path) -> list[str]:
        """Every file of tests that is asked, as paths from ``root``."""
        inside = [path for place in self.tests for path in (root / place).rglob("test_*.py")]
        alone = [root / place for place in self.tests if place.endswith(".py")]
        return sorted(path.relative_to(root).as_posix() for path in (*inside, *alone))


AREAS = {
    "layers": Area("layers", ("tests/layers", "tests/data"), 0.95),
    "dashboard": Area("dashboard", ("tests/dashboard",), 0.90),
}


def room_of(module: str) -> str:
    """The folder that a module is scored with: ``dashboard/export/map/plan.py`` counts for ``dashboard/export/map``."""
    return str(PurePosixPath(module).parent)
