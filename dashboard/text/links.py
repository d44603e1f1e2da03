"""Addresses of pages as links on other pages give them: the day goes along."""

from __future__ import annotations

from datetime import date

from layers.dates import DEFAULT_DAY
from layers.landscape import BodyAt


def on_day(day: date, mark: str = "?") -> str:
    """The day as an address ends with it, after ``?`` or ``&``; nothing for the default day."""
    return "" if day == DEFAULT_DAY else f"{mark}as_at={day.isoformat()}"


def body_href(body: BodyAt) -> str:
    """The address of a body's page on the day it is seen."""
    return f"/body/{body.id}{on_day(body.day)}"


def place_href(code: str, day: date = DEFAULT_DAY) -> str:
    """The address of a district's or county's page on the day."""
    return f"/place/{code}{on_day(day)}"
