"""``python -m dashboard.payloads.typescript``: write the payloads' types for the scripts, as TypeScript has them.

Every ``TypedDict`` of the modules that describe payloads becomes an interface, every name given to a type becomes a
type, and what is said of them becomes their comments. `tests/dashboard/payloads/test_typescript.py` fails when the
file in ``web/src`` is not what the modules say.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from dashboard.settings import ROOT

SOURCES = ("layers/geography/contents.py", "dashboard/palette.py", "dashboard/payloads/types.py")
TARGET = ROOT / "web" / "src" / "payloads.d.ts"
HEAD = "/* Written by `python -m dashboard.payloads.typescript` from the types in Python: change those. */\n"
PLAIN = {"str": "string", "int": "number", "float": "number", "bool": "boolean", "None": "null", "object": "unknown"}


class UnknownTypeError(Exception):
    """A type has no counterpart here; the message is its source."""


def declarations(source: str) -> str:
    """The types that a module declares, in its order, as TypeScript.

    Raises:
        UnknownTypeError: a payload's field has a type that the scripts can't be told.
    """
    body = ast.parse(source).body
    return "\n".join(found for statement, said in _with_words(body) for found in _declaration(statement, said))


def _with_words(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, str]]:
    """Each statement with the text that stands alone below it, blank where there is none."""
    for statement, after in zip(body, [*body[1:], None], strict=True):
        words = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
        yield statement, words if isinstance(words, str) else ""


def _declaration(statement: ast.stmt, said: str) -> Iterator[str]:
    """A TypedDict or a named type as a declaration; nothing for any other statement."""
    if isinstance(statement, ast.ClassDef):
        bases = [base.id for base in statement.bases if isinstance(base, ast.Name)]
        if bases and _is_payload(statement):
            yield _interface(statement, [base for base in bases if base != "TypedDict"])
    elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        name = statement.targets[0].id
        if _names_a_type(name, statement.value):
            yield f"{_comment(said, '')}export type {name} = {typescript(statement.value)};\n"


def _is_payload(found: ast.ClassDef) -> bool:
    """Whether a class is a TypedDict, or adds fields to one: no other class here has a base but no decorator."""
    return bool(found.bases) and not found.decorator_list


def _names_a_type(name: str, value: ast.expr) -> bool:
    """Whether an assignment names a type: a name in capitals and small letters, for what is no plain value."""
    return bool(re.fullmatch(r"[A-Z][a-z]\w*", name)) and isinstance(value, ast.Subscript | ast.BinOp)


def _interface(found: ast.ClassDef, bases: list[str]) -> str:
    head = f"{_comment(ast.get_docstring(found) or '', '')}export interface {found.name}"
    head += f" extends {', '.join(bases)}" if bases else ""
    return "\n".join([f"{head} {{", *_fields(found), "}\n"])


def _fields(found: ast.ClassDef) -> Iterator[str]:
    for statement, said in _with_words(found.body):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            given, mark = statement.annotation, ""
            if isinstance(given, ast.Subscript) and ast.unparse(given.value) == "NotRequired":
                given, mark = given.slice, "?"
            yield f"{_comment(said, '  ')}  {statement.target.id}{mark}: {typescript(given)};"


def _comment(said: str, indent: str) -> str:
    """A text as a comment on one line, code marked as TypeScript's editors expect it."""
    words = " ".join(said.split()).replace("``", "`")
    return f"{indent}/** {words} */\n" if words else ""


def typescript(found: ast.expr) -> str:
    """A type of Python as one of TypeScript.

    Raises:
        UnknownTypeError: there is no telling.
    """
    match found:
        case ast.Constant(value=None):
            return "null"
        case ast.Name(id=name):
            return PLAIN.get(name, name)
        case ast.BinOp(op=ast.BitOr()):
            # int and float are both number, which is said once.
            return " | ".join(dict.fromkeys(typescript(choice) for choice in _choices(found)))
        case ast.Subscript(value=ast.Name(id=name), slice=inner):
            return _filled(name, inner.elts if isinstance(inner, ast.Tuple) else [inner])
    raise UnknownTypeError(ast.unparse(found))


def _choices(found: ast.expr) -> Iterator[ast.expr]:
    """The types of a union, from the left."""
    if isinstance(found, ast.BinOp):
        yield from _choices(found.left)
        yield from _choices(found.right)
    else:
        yield found


def _filled(name: str, inner: list[ast.expr]) -> str:
    """A type that takes others: list, dict, tuple or Literal."""
    if name == "Literal":
        return " | ".join(f'"{ast.literal_eval(item)}"' for item in inner)
    kinds = [typescript(item) for item in inner]
    if name == "list":
        return f"({kinds[0]})[]" if "|" in kinds[0] else f"{kinds[0]}[]"
    if name == "dict":
        return f"Record<{', '.join(kinds)}>"
    if name == "tuple":
        return f"[{', '.join(kinds)}]"
    raise UnknownTypeError(name)


def written(root: Path = ROOT) -> str:
    """The whole file."""
    parts = [f"// ---- {path}\n\n{declarations((root / path).read_text('utf-8'))}" for path in SOURCES]
    return "\n".join([HEAD, *parts])


def main() -> None:
    """Write the file."""
    TARGET.write_text(written(), "utf-8")
    print(f"{TARGET.relative_to(ROOT)} written")


if __name__ == "__main__":
    main()
