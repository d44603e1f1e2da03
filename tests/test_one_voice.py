"""Numbers, shares and lists have one writer, `layers/words`: elsewhere nobody formats a figure for readers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORMATTED = re.compile(r"[,_%]$|\.\d+[fge%]|,")
"""The ends of format specs that write thousands, decimals or per cents."""
OWN_LISTS = re.compile(r"\[:-1\]\)\} and \{|\"\s?and \"\.join|' and '\.join")
NAMES = (ast.Name, ast.Attribute)
ALLOWED = {
    "dashboard/components/as_at.py": "a length in a stylesheet",
    "dashboard/export/tables/sheets.py": "how wide a cell is, as the workbook's own format shows it",
    "layers/build/__main__.py": "what the build prints",
    "layers/build/classes.py": "the edges of classes, as numbers",
    "layers/build/source.py": "numbers in a file",
    "layers/geography/footprints.py": "the share of a district that its membership says, not one of people",
}
"""Modules that write numbers, and for what if not for readers."""


def sources() -> Iterator[tuple[str, str]]:
    """The modules of the product outside the room of words, by path."""
    for package in ("layers", "dashboard"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith("layers/words/"):
                yield name, path.read_text("utf-8")


def writers(source: str) -> list[str]:
    """The pieces of a module that write a number, a list or a whole share by themselves."""
    nodes = [node for node in ast.walk(ast.parse(source)) if formats(node) or decides_what_is_whole(node)]
    return [ast.unparse(node) for node in nodes] + OWN_LISTS.findall(source)


def formats(node: ast.AST) -> bool:
    """Whether a piece of an f-string writes thousands, decimals or per cents."""
    if not isinstance(node, ast.FormattedValue) or not isinstance(node.format_spec, ast.JoinedStr):
        return False
    spec = "".join(part.value for part in node.format_spec.values if isinstance(part, ast.Constant))
    return bool(FORMATTED.search(re.sub(r"%[a-zA-Z]", "", spec)))


def decides_what_is_whole(node: ast.AST) -> bool:
    """Whether something called a share is compared with one, or with what is nearly one."""
    if not isinstance(node, ast.Compare):
        return False
    sides = [node.left, *node.comparators]
    named = [side.id if isinstance(side, ast.Name) else side.attr for side in sides if isinstance(side, NAMES)]
    numbers = [side.value for side in sides if isinstance(side, ast.Constant)]
    return any("share" in name for name in named) and any(
        isinstance(number, int | float) and 0.99 < number <= 1 for number in numbers
    )


def test_only_the_room_of_words_writes_numbers_lists_and_whole_shares():
    assert {name: writers(source) for name, source in sources() if name not in ALLOWED and writers(source)} == {}


def test_no_exception_is_left_that_is_not_needed():
    assert {name for name, source in sources() if writers(source)} == set(ALLOWED)


@pytest.mark.parametrize(
    "source",
    [
        "f'{count:,} people'",
        "f'{share:.0%}'",
        "f'{value:.1f}'",
        "f'{value:,.{digits}f}'",
        """f"{', '.join(names[:-1])} and {names[-1]}\"""",
        "share == 1",
        "1 <= item.share_of_stp",
        "cover.share < 1",
        "share < 0.9995",
    ],
)
def test_a_new_writer_would_be_noticed(source):
    assert writers(source)


@pytest.mark.parametrize(
    "source", ["f'{day:%d %B %Y}'", "f'{place:02}'", "f'{name:>12}'", "share < 0.5", "share >= 1 - LEAST"]
)
def test_other_formats_are_nobodys_business(source):
    assert not writers(source)
