"""Every mutant of a module: what cosmic-ray can change in it, without what is no change of behaviour."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cosmic_ray.plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

Position = tuple[int, int]
"""A line, from 1, and a column, from 0."""

# Operators that need arguments, and those whose mutants mean the same by nature: small numbers and short strings
# are one object each, so ``==`` and ``is`` agree on them, and on ``None`` and types they agree always.
_NOT_USED = ("Variable", "_Eq_Is", "_NotEq_IsNot", "_Is_Eq", "_IsNot_NotEq")
# Without these a function answers the same, only later.
_CACHES = {"cache", "lru_cache"}
# ``Maker = Callable[[Order], File] | None`` is read by a type checker, as annotations are.
_ALIAS = re.compile(r"_?[A-Z][a-z]\w*")


@dataclass(frozen=True, order=True)
class Mutant:
    """One change: in ``module``, from ``start`` to ``end``, the ``occurrence``-th that ``operator`` can make there."""

    module: str
    start: Position
    end: Position
    operator: str
    occurrence: int

    @property
    def place(self) -> tuple[str, Position]:
        """Where it is: several mutants share one place."""
        return self.module, self.start


@dataclass(frozen=True)
class Span:
    """A piece of a file, both ends included."""

    start: Position
    end: Position

    def holds(self, position: Position) -> bool:
        """Whether a position lies in it."""
        return self.start <= position < self.end


def mutants_of(module: str, root: Path) -> list[Mutant]:
    """Every mutant of a module, in the order of the file.

    ``module`` is a path from ``root``. Annotations, names of types, docstrings, ``__all__``, what only a type checker reads and the
    decorators of caches are left alone, and so is ``strict`` of ``zip``, which tells apart only lists that never differ.
    """
    source = (root / module).read_text("utf-8")
    spared = list(spared_spans(source))
    found = [mutant for mutant in _all(module, source) if not any(span.holds(mutant.start) for span in spared)]
    return sorted(found)


def mutated(mutant: Mutant, source: str) -> str:
    """The module's text with the change made.

    Raises:
        ValueError: the operator can't make it there; the text is another than the mutant was found in.
    """
    changed = mutate_code(source, _operators()[mutant.operator], mutant.occurrence)
    if changed is None or changed == source:
        raise ValueError(f"{mutant.operator} has no occurrence {mutant.occurrence} in {mutant.module}.")
    return str(changed)


def spared_spans(source: str) -> Iterator[Span]:
    """The pieces of a file that aren't behaviour."""
    for node in ast.walk(ast.parse(source)):
        yield from (_span(found) for found in _spared_parts(node))


def _all(module: str, source: str) -> Iterator[Mutant]:
    # Most nodes are names, which no operator changes; each operator counts its own occurrences over the whole file.
    nodes = [node for node in ast_nodes(get_ast(source)) if node.type not in ("name", "newline", "string")]
    for name, operator in _operators().items():
        positions = [position for node in nodes for position in operator.mutation_positions(node)]
        for occurrence, (start, end) in enumerate(positions):
            yield Mutant(module, tuple(start), tuple(end), name, occurrence)


@cache
def _operators() -> dict[str, cosmic_ray.plugins.Operator]:
    names = [name for name in cosmic_ray.plugins.operator_names() if not _left_out(name)]
    return {name.partition("/")[2]: cosmic_ray.plugins.get_operator(name)() for name in names}


def _left_out(operator: str) -> bool:
    short = operator.partition("/")[2]
    return short.startswith("Variable") or short.endswith(_NOT_USED)


def _spared_parts(node: ast.AST) -> list[ast.expr | ast.stmt]:
    found: list[ast.expr | ast.stmt | None] = []
    match node:
        case ast.arg() | ast.AnnAssign():
            found.append(node.annotation)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            found += [node.returns, *(part for part in node.decorator_list if _name(part) in _CACHES)]
        case ast.Assign() if any(
            _name(target) == "__all__" or _ALIAS.fullmatch(_name(target)) for target in node.targets
        ):
            found.append(node)
        case ast.Call(func=ast.Name(id="zip")):
            found += [keyword.value for keyword in node.keywords if keyword.arg == "strict"]
        case ast.If() if _name(node.test) == "TYPE_CHECKING":
            found.append(node)
        case ast.Expr(value=ast.Constant(value=str())):
            found.append(node)
    return [part for part in found if part is not None]


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Call):
        node = node.func
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _span(node: ast.expr | ast.stmt) -> Span:
    # A decorator's expression begins after its "@", where cosmic-ray has its place.
    column = max(node.col_offset - 1, 0) if isinstance(node, ast.Name | ast.Call | ast.Attribute) else node.col_offset
    return Span((node.lineno, column), (node.end_lineno or node.lineno, node.end_col_offset or 0))
