"""A few mutants that are known to be noticed, tried by `make test`: they hold the machinery, and depend on no chance."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bench.mutants.places import Mutant, mutants_of

LISTED = Path(__file__).parent / "fixed.txt"


@dataclass(frozen=True)
class Fixed:
    """A mutant by what its line says, so that the code may move, and the file of tests that notices it."""

    module: str
    operator: str
    line: str
    tests: str

    def mutant(self, root: Path) -> Mutant:
        """The first such mutant of the module.

        Raises:
            LookupError: the line was written anew; another mutant should stand in its place.
        """
        text = (root / self.module).read_text("utf-8").splitlines()
        for mutant in mutants_of(self.module, root):
            if mutant.operator == self.operator and text[mutant.start[0] - 1].strip() == self.line:
                return mutant
        raise LookupError(
            f"{self.module} has no line {self.line!r} for {self.operator}: put another into {LISTED.name}."
        )


def fixed(path: Path = LISTED) -> list[Fixed]:
    """The list: module, operator, the line's text and the file of tests, separated by `` | ``."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return [Fixed(*(part.strip() for part in line.split(" | "))) for line in lines]
