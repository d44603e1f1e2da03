"""What a query parameter takes: each field reads strictly and can say so in words.

Every field's metadata carries ``takes``, the end of the sentence "… it takes …" that a
problem gives to a caller who got it wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from marshmallow import ValidationError, fields, validate

from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY, parse_day

_DAY = r"^201[1-8]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_SHARE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?|\.[0-9]{1,30}", re.ASCII)
_WRONG = "wrong"


class Day(fields.Date):
    """A whole ISO date within the period; anything else, however nearly a date, is wrong."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_kwargs: Any) -> date:
        try:
            day = parse_day(str(value))
        except ValueError as error:
            raise ValidationError(_WRONG) from error
        if not FIRST_DAY <= day <= LAST_DAY:
            raise ValidationError(_WRONG)
        return day


class Fraction(fields.Float):
    """A number from 0 to 1 in plain digits: no spaces, underscores, ``nan`` or ``inf``."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_kwargs: Any) -> float:
        if not _SHARE.fullmatch(str(value)) or not 0 <= float(value) <= 1:
            raise ValidationError(_WRONG)
        return float(value)


def as_at() -> Day:
    """The day looked at; the default is the day the whole application opens on."""
    return Day(
        load_default=DEFAULT_DAY,
        metadata={
            "description": "The day looked at, within 2011 to 2018. Bodies and memberships follow it; statistics and "
            "the mid-2017 population do not.",
            "takes": f"a date from {FIRST_DAY} to {LAST_DAY} (YYYY-MM-DD)",
            "pattern": _DAY,
            "examples": ["2017-12-01", "2014-04-01"],
        },
    )


def min_share() -> Fraction:
    """The least share of a pair; 0 keeps every pair that shares people."""
    return Fraction(
        load_default=0.0,
        metadata={
            "description": "Keep pairs of which the larger of the two shares, by `weight`, is at least this "
            "(fraction 0 to 1).",
            "takes": "a number from 0 to 1",
            "minimum": 0,
            "maximum": 1,
            "examples": [0.01],
        },
    )


def flag(description: str) -> fields.Boolean:
    """``true`` or ``false``, false unless given."""
    return fields.Boolean(
        truthy={"true"},
        falsy={"false"},
        load_default=False,
        metadata={"description": description, "takes": "true or false"},
    )


def choice(values: Iterable[str], description: str, example: str, **options: Any) -> fields.String:
    """One of a few words, spelt exactly; ``options`` are marshmallow's ``required`` or ``load_default``."""
    known = list(values)
    return fields.String(
        validate=validate.OneOf(known, error=_WRONG),
        metadata={"description": description, "takes": f"one of {', '.join(known)}", "examples": [example]},
        **options,
    )


def form() -> fields.String:
    """JSON unless CSV is asked for."""
    return choice(("json", "csv"), "The form of the answer. Problems are always JSON.", "csv", load_default="json")
