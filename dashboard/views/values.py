"""What one value of an address may be: each kind reads its text, and has a sentence for a text it does not understand.

In code a view is made of values; from an address it is made of texts, with the landscape as the validation's
context, which says what is known. So each kind stands before pydantic's own type and reads only then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Self

from pydantic import GetCoreSchemaHandler, InstanceOf, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY, day_words, parse_day
from layers.landscape import Landscape
from layers.overlaps.pairs import WEIGHTS

Allowed = Callable[[Landscape], Collection[str]]
_SHOWN = 40
_DAY = r"^201[1-8]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_FRACTION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?|\.[0-9]{1,30}", re.ASCII)


class Note(str):
    """A sentence on what of an address was not understood. A page goes on to say what it shows instead; ``wrong`` is the
    sentence without that, for a file, which shows nothing instead.
    """

    __slots__ = ("wrong",)

    wrong: str

    def __new__(cls, wrong: str, instead: str = "") -> Self:
        note = super().__new__(cls, f"{wrong}{instead}.")
        note.wrong = f"{wrong}."
        return note


class NotUnderstoodError(ValueError):
    """A text that can't be used as it is.

    ``said`` is the sentence (or sentences) for the reader, ``instead`` the nearest value that can be used, ``None``
    where only the default is left; ``fields`` are those that a sentence about several of them concerns.
    """

    def __init__(self, *said: Note, instead: object = None, fields: tuple[str, ...] = ()) -> None:
        # Pydantic formats the arguments, and would fail on a text that is no Unicode: so the sentence is none of them.
        super().__init__("not understood")
        self.said, self.instead, self.fields = said, instead, fields


def quote(text: str) -> str:
    """What was given, in quotation marks, cut short when long."""
    return f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"


def unknown(text: str, what: str) -> Note:
    """The note on a word that is not known: ``what`` it is not, with its article."""
    return Note(f"{quote(text)} is not {what} known here", ", so it was left out")


class Kind:
    """How the texts of one kind of value read."""

    def read(self, text: str, key: str, land: Landscape) -> object:
        """The value that a text stands for under a key of the address.

        Raises:
            NotUnderstoodError: it stands for none.
        """
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read before pydantic checks the type."""
        return core_schema.with_info_before_validator_function(self._value, handler(source))

    def _value(self, given: object, info: ValidationInfo) -> object:
        if info.context is None or not isinstance(given, str):
            return given
        return self.read(given, str(info.field_name), info.context)


class Described(Kind):
    """A kind that the API takes too, and so can describe."""

    def takes(self, land: Landscape) -> str:
        """The end of the sentence "… it takes …"."""
        raise NotImplementedError

    def schema(self, land: Landscape) -> dict[str, Any]:
        """The kind as OpenAPI describes it."""
        raise NotImplementedError


class _Day(Described):
    def read(self, text: str, key: str, land: Landscape) -> date:
        return day_of(text)

    def takes(self, land: Landscape) -> str:
        return f"a date from {FIRST_DAY} to {LAST_DAY} (YYYY-MM-DD)"

    def schema(self, land: Landscape) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": _DAY}


def day_of(text: str) -> date:
    """A day within the period.

    Raises:
        NotUnderstoodError: it is no date; or it is outside the period, whose nearest day is used instead.
    """
    try:
        day = parse_day(text)
    except ValueError as error:
        said = Note(f"{quote(text)} is not a date (YYYY-MM-DD)", f", so {day_words(DEFAULT_DAY)} is shown")
        raise NotUnderstoodError(said) from error
    nearest = min(max(day, FIRST_DAY), LAST_DAY)
    if nearest != day:
        said = Note(f"{day_words(day)} is outside 2011 to 2018", f", so {day_words(nearest)} is shown")
        raise NotUnderstoodError(said, instead=nearest)
    return day


@dataclass(frozen=True)
class OneOf(Described):
    """One of the words that are known: ``what`` with its article, as in "a layer"."""

    what: str
    allowed: Allowed

    def read(self, text: str, key: str, land: Landscape) -> str:
        if text not in self.allowed(land):
            raise NotUnderstoodError(unknown(text, self.what))
        return text

    def takes(self, land: Landscape) -> str:
        return f"one of {', '.join(self.allowed(land))}"

    def schema(self, land: Landscape) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.allowed(land))}


@dataclass(frozen=True)
class SomeOf(Kind):
    """Any of the words that are known, with commas between, or ``none``; in their own order, each once."""

    what: str
    allowed: Allowed

    def read(self, text: str, key: str, land: Landscape) -> tuple[str, ...]:
        known = self.allowed(land)
        asked = [] if text == "none" else text.split(",")
        kept = tuple(name for name in known if name in asked)
        odd = [name for name in asked if name not in known]
        if odd:
            raise NotUnderstoodError(unknown(", ".join(odd), self.what), instead=kept or None)
        return kept


@dataclass(frozen=True)
class _YesOrNo(Described):
    yes: str
    no: str

    def read(self, text: str, key: str, land: Landscape) -> bool:
        if text not in (self.yes, self.no):
            raise NotUnderstoodError(Note(f"{key} takes {self.takes(land)}, not {quote(text)}"))
        return text == self.yes

    def takes(self, land: Landscape) -> str:
        return f"{self.yes} or {self.no}"

    def schema(self, land: Landscape) -> dict[str, Any]:
        return {"type": "boolean"}


class _Fraction(Described):
    """Plain digits: no spaces, underscores, ``nan`` or ``inf``."""

    def read(self, text: str, key: str, land: Landscape) -> float:
        if not _FRACTION.fullmatch(text) or not 0 <= float(text) <= 1:
            raise NotUnderstoodError(Note(f"{key} takes {self.takes(land)}, not {quote(text)}"))
        return float(text)

    def takes(self, land: Landscape) -> str:
        return "a number from 0 to 1"

    def schema(self, land: Landscape) -> dict[str, Any]:
        return {"type": "number", "minimum": 0, "maximum": 1}


class _Percent(Kind):
    def read(self, text: str, key: str, land: Landscape) -> int:
        # Of thousands of noughts only the last digits are read: Python refuses to make a number of so many.
        if not re.fullmatch(r"0*\d{1,3}", text, re.ASCII) or int(text[-3:]) > 100:
            raise NotUnderstoodError(Note(f"{key} takes a whole percentage from 0 to 100, not {quote(text)}"))
        return int(text[-3:])


@dataclass(frozen=True)
class Coordinate(Kind):
    """A number of the map's viewport: its lowest and highest, and its decimals."""

    low: float
    high: float
    decimals: int

    def read(self, text: str, key: str, land: Landscape) -> float:
        if not re.fullmatch(r"-?\d{1,6}(\.\d{1,12})?", text):
            raise NotUnderstoodError(Note(f"{key} takes a number, not {quote(text)}", ", so England is shown"))
        value = round(float(text), self.decimals)
        nearest = min(max(value, self.low), self.high)
        if nearest != value:
            said = Note(f"{key} {quote(text)} is outside {self.low:g} to {self.high:g}", "; the nearest is used")
            raise NotUnderstoodError(said, instead=nearest)
        return value


class _Pair(Kind):
    def read(self, text: str, key: str, land: Landscape) -> str:
        ids = text.split("~")
        if len(ids) != 2 or not all(name in land.all_bodies for name in ids):
            raise NotUnderstoodError(Note(f"{quote(text)} is not a pair of bodies known here", ", so none is selected"))
        return text


def footprint_layers(land: Landscape) -> tuple[str, ...]:
    """The layers whose bodies have a footprint: all but the institutions, which are points."""
    return tuple(layer.id for layer in land.area_layers)


def point_layers(land: Landscape) -> tuple[str, ...]:
    """The layers of institutions, which are points."""
    return tuple(layer.id for layer in land.point_layers)


Day = Annotated[date, _Day()]
"""A day within the period."""
LayerId = Annotated[str, OneOf("a layer", footprint_layers)]
"""A layer whose bodies have a footprint."""
LayerIds = Annotated[tuple[str, ...], SomeOf("a layer", footprint_layers)]
"""Such layers, in their own order."""
DistrictCode = Annotated[str, OneOf("a district", lambda land: land.districts)]
"""The code of a district."""
Pair = Annotated[str, _Pair()]
"""Two bodies, of any day, as ``a~b``."""
Weight = Annotated[str, OneOf("a weight", lambda _land: WEIGHTS)]
"""What shares count."""
Flag = Annotated[bool, _YesOrNo("1", "0")]
"""``1`` or ``0``, as addresses of pages hold it."""
TrueOrFalse = Annotated[bool, _YesOrNo("true", "false")]
"""``true`` or ``false``, as the API takes it."""
Fraction = Annotated[float, _Fraction()]
"""A number from 0 to 1."""
Percent = Annotated[int, _Percent()]
"""A whole number from 0 to 100."""
Text = InstanceOf[str]
"""Any text: whose it is is found out by whoever asked for it."""
