"""A sample of mutants that anyone can draw again from its seed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from bench.mutants.places import Mutant

EXCLUDED = Path(__file__).parent / "equivalent.txt"


def draw(mutants: Iterable[Mutant], size: int, seed: int) -> list[Mutant]:
    """``size`` mutants, one a place, in the order of the code; all places when there are fewer.

    A place is drawn first and then one of its mutants: otherwise a ``+``, of which cosmic-ray makes eleven mutants,
    would count eleven times as much as an ``and``.
    """
    places: dict[object, list[Mutant]] = {}
    for mutant in sorted(mutants):
        places.setdefault(mutant.place, []).append(mutant)
    chance = Random(seed)
    chosen = chance.sample(list(places.values()), min(size, len(places)))
    return sorted(chance.choice(group) for group in chosen)


def equivalents(path: Path = EXCLUDED) -> set[tuple[str, str, str]]:
    """Mutants that a reviewer found to mean the same as the code: module, operator and the line's text.

    Each line of the file holds these and the reason, separated by `` | ``; ``#`` begins a comment. The line's text and
    not its number, so that the code may move, and an exclusion ends when its line is written anew.

    Raises:
        ValueError: a line has no reason.
    """
    found = set()
    for line in path.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split(" | ")]
        if len(parts) != 4 or not all(parts):
            raise ValueError(f"{path.name}: {line!r} needs a module, an operator, the line's text and a reason.")
        found.add((parts[0], parts[1], parts[2]))
    return found


def without(mutants: Iterable[Mutant], excluded: set[tuple[str, str, str]], root: Path) -> list[Mutant]:
    """The mutants that are not excluded."""
    lines: dict[str, Sequence[str]] = {}
    kept = []
    for mutant in mutants:
        text = lines.setdefault(mutant.module, (root / mutant.module).read_text("utf-8").splitlines())
        if (mutant.module, mutant.operator, text[mutant.start[0] - 1].strip()) not in excluded:
            kept.append(mutant)
    return kept
