"""The payloads' types as the scripts read them: each form by a case worked by hand, and what can't be told is refused."""

from __future__ import annotations

import ast
import typing

import pytest

from dashboard.payloads import types
from dashboard.payloads.typescript import UnknownTypeError, declarations, typescript, written


@pytest.mark.parametrize(
    ("python", "wanted"),
    [
        ("str", "string"),
        ("None", "null"),
        ("int | float | None", "number | null"),
        ("list[str]", "string[]"),
        ("list[str | None] | None", "(string | null)[] | null"),
        ("list[list[int]]", "number[][]"),
        ("dict[str, list[bool]]", "Record<string, boolean[]>"),
        ("tuple[str, Box | None]", "[string, Box | null]"),
        ("Literal['row', 'column']", '"row" | "column"'),
        ("list[Literal['row', 'column']]", '("row" | "column")[]'),
        ("object", "unknown"),
    ],
)
def test_a_type_is_said_as_typescript_says_it(python: str, wanted: str) -> None:
    assert typescript(ast.parse(python, mode="eval").body) == wanted


@pytest.mark.parametrize("python", ["set[str]", "Mapping[str, int]", "datetime.date", "1", "'str'"])
def test_a_type_that_scripts_have_no_name_for_is_refused(python: str) -> None:
    with pytest.raises(UnknownTypeError):
        typescript(ast.parse(python, mode="eval").body)


SOURCE = '''
"""A module."""

Box = tuple[float, float]
"""Two ``numbers``,
and a line more."""
LIMIT = 3
NAMES = ("a", "b")


class Base(TypedDict):
    """What it is."""

    name: str
    """Its name."""
    box: NotRequired[Box]


class Longer(Base):
    many: list[Base]


@dataclass(frozen=True)
class Style(Drawn):
    dash: set[str]


class Plain:
    other: set[str]


def tokens() -> Base: ...
'''

WANTED = """/** Two `numbers`, and a line more. */
export type Box = [number, number];

/** What it is. */
export interface Base {
  /** Its name. */
  name: string;
  box?: Box;
}

export interface Longer extends Base {
  many: Base[];
}
"""


def test_a_module_is_told_in_its_order_with_its_words() -> None:
    assert declarations(SOURCE) == WANTED


def test_every_payload_is_in_the_file_with_every_field() -> None:
    text = written()
    payloads = {name: found for name, found in vars(types).items() if typing.is_typeddict(found)}
    assert {"Config", "DaySnapshot", "PairPayload", "PatchworkPayload", "Drawing", "Table"} <= set(payloads)
    for name, found in payloads.items():
        own = text.partition(f"export interface {name} ")[2].partition("\n}")[0]
        fields = found.__annotations__.keys() - typing.get_type_hints(types.Common).keys()
        assert all(f"  {field}:" in own or f"  {field}?:" in own for field in fields), name
