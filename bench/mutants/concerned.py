"""Which tests concern a mutant: those that run its line, quickest first, then those of the same files."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.mutants.places import Mutant


@dataclass(frozen=True)
class Seen:
    """What the tests of one file ran: each test's seconds, and for each module and line the tests that ran it."""

    seconds: Mapping[str, float]
    lines: Mapping[str, Mapping[int, Sequence[str]]]


@dataclass(frozen=True)
class Record:
    """What all tests ran, by file of tests; ``root`` is where the code is read."""

    root: Path
    files: Mapping[str, Seen]
    budget: float = 60.0
    """Seconds of tests that one mutant may cost, as they took on sound code."""
    _importers: dict[str, list[str]] = field(default_factory=dict)

    def first(self, mutant: Mutant) -> list[str]:
        """The tests that run the mutated statement, quickest first, as far as the budget goes.

        What runs when a module is imported, such as its constants, concerns every test that runs anything of the
        module, or of those that import it when nothing of it runs later.
        """
        lines = statement_lines((self.root / mutant.module).read_text("utf-8"), mutant.start[0])
        found = set(self._running(mutant.module, lines))
        found = found or set(self._running(mutant.module))
        found = found or {test for module in self.importers(mutant.module) for test in self._running(module)}
        return self._affordable(found)

    def then(self, mutant: Mutant, asked: Iterable[str]) -> list[str]:
        """The other tests of the files that touch the module: what one test works out and keeps, another only reads."""
        files = [name for name, seen in self.files.items() if seen.lines.get(mutant.module)]
        others = {test for name in files for test in self.files[name].seconds}
        return self._affordable(others - set(asked))

    def seconds(self, tests: Iterable[str]) -> float:
        """How long some tests took on sound code."""
        wanted = set(tests)
        return sum(took for seen in self.files.values() for test, took in seen.seconds.items() if test in wanted)

    def importers(self, module: str) -> list[str]:
        """The modules that import a module, by their text."""
        if not self._importers:
            for path in self.root.glob("*/**/*.py"):
                name = path.relative_to(self.root).as_posix()
                for imported in imports(path.read_text("utf-8")):
                    self._importers.setdefault(imported, []).append(name)
        return self._importers.get(module.removesuffix(".py").replace("/", "."), [])

    def _running(self, module: str, lines: range | None = None) -> Iterator[str]:
        for seen in self.files.values():
            for line, tests in seen.lines.get(module, {}).items():
                if lines is None or line in lines:
                    yield from tests

    def _affordable(self, tests: Iterable[str]) -> list[str]:
        took = {test: seconds for seen in self.files.values() for test, seconds in seen.seconds.items()}
        ordered = sorted((took[test], test) for test in set(tests) if test in took)
        kept: list[str] = []
        spent = 0.0
        for seconds, test in ordered:
            if kept and spent + seconds > self.budget:
                break
            kept.append(test)
            spent += seconds
        return kept


def statement_lines(source: str, line: int) -> range:
    """The lines of the smallest statement around a line; of a statement with a body only its head."""
    best = range(line, line + 1)
    smallest = 10**9
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt):
            span = _head(node)
            if line in span and len(span) < smallest:
                best, smallest = span, len(span)
    return best


def imports(source: str) -> set[str]:
    """The modules that a file imports, and the names it takes from packages, dotted."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def _head(node: ast.stmt) -> range:
    first = min([node.lineno, *(part.lineno for part in getattr(node, "decorator_list", []))])
    body = getattr(node, "body", None) or getattr(node, "cases", None)
    if not body:
        return range(first, (node.end_lineno or node.lineno) + 1)
    start = getattr(body[0], "lineno", None) or body[0].pattern.lineno
    return range(first, max(start, node.lineno + 1))
