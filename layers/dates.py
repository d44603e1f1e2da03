"""Days, partial dates, and what "in force" means.

Every record in the data carries dates that are *inclusive at both ends*: a body
whose ``valid_to`` is 2018-03-31 still exists on that day and is gone on the next.
A blank date means nobody found it, so it never excludes anything.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_DAY = date(2011, 1, 1)
LAST_DAY = date(2018, 12, 31)
DEFAULT_DAY = date(2017, 12, 1)

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date known to the day, the month or only the year.

    ``first`` and ``last`` are the first and last day it can mean;
    ``precision`` is ``"day"``, ``"month"`` or ``"year"``.
    """

    first: date
    last: date
    precision: str

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises:
            ValueError: the text is none of these, or not in the calendar.
        """
        found = _PARTIAL.fullmatch(text)
        if not found:
            raise ValueError(f"{text!r} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31), "year")
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return cls(date(year, month, 1), date(year, month, last), "month")
        exact = date(year, month, day)
        return cls(exact, exact, "day")

    @classmethod
    def of(cls, day: date, precision: str) -> PartialDate:
        """The date that ``day`` stands for when only ``precision`` is known."""
        return cls.parse(day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]])

    def words(self) -> str:
        """The date as a reader writes it: ``2014``, ``March 2014``, ``14 March 2014``."""
        if self.precision == "year":
            return str(self.first.year)
        if self.precision == "month":
            return f"{self.first:%B} {self.first.year}"
        return day_words(self.first)


def day_words(day: date) -> str:
    """``date(2017, 12, 1)`` as ``1 December 2017``."""
    return f"{day.day} {day:%B} {day.year}"


def parse_day(text: str) -> date:
    """Read a whole ISO date.

    Raises:
        ValueError: not a ``YYYY-MM-DD`` date in the calendar.
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(f"{text!r} is not a date (YYYY-MM-DD)")
    return date.fromisoformat(text)


def in_force(day: date, valid_from: date | None, valid_to: date | None) -> bool:
    """Whether a record with these inclusive dates is in force on ``day``."""
    return (valid_from is None or valid_from <= day) and (valid_to is None or day <= valid_to)


def change_days(valid_from: date | None, valid_to: date | None) -> tuple[date, ...]:
    """The days on which such a record changes the landscape: its first, and the day after its last."""
    ends = () if valid_to is None else (valid_to + timedelta(days=1),)
    return (() if valid_from is None else (valid_from,)) + ends
