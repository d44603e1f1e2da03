"""Reading and writing the query of an address: what every page's state is built with."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any
from urllib.parse import urlencode

from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY, day_words, parse_day

Query = Mapping[str, str | Sequence[str]]
_SHOWN = 40


def serialise(state: Any, defaults: Any) -> str:
    """The query string of a state (a dataclass); fields at their default are left out."""
    pairs = []
    for field in fields(state):
        value = getattr(state, field.name)
        if value != getattr(defaults, field.name):
            pairs.append((field.name, text_of(value)))
    return urlencode(pairs, safe=",")


def text_of(value: object) -> str:
    """One value as the address writes it."""
    if isinstance(value, (tuple, list)):
        return ",".join(value) or "none"
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, date) else str(value)


def plain(value: Any) -> Any:
    """A state's value as JSON holds it."""
    return value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value


def clamp_day(text: object) -> date:
    """A day sent by a page, kept within the period; the default day when a client sends no date at all."""
    try:
        return min(max(parse_day(str(text)), FIRST_DAY), LAST_DAY)
    except ValueError:
        return DEFAULT_DAY


def quote(text: str) -> str:
    """What was given, in quotation marks, cut short when long."""
    return f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"


class Reader:
    """Takes values out of a query and keeps a note of each one it could not use."""

    def __init__(self, query: Query) -> None:
        self.query, self.notes = query, list[str]()

    def text(self, key: str) -> str | None:
        value = self.query.get(key)
        if value is None or isinstance(value, str):
            return value or None
        self.notes.append(f"The address gives {key} more than once; the last is used.")
        return str(value[-1]) or None

    def choice(self, key: str, allowed: Collection[str], what: str) -> str | None:
        text = self.text(key)
        if text is None or text in allowed:
            return text
        self.notes.append(f"{quote(text)} is not {what} known here, so it was left out.")
        return None

    def flag(self, key: str) -> bool:
        text = self.text(key)
        if text not in (None, "0", "1"):
            self.notes.append(f"{key} takes 1 or 0, not {quote(str(text))}.")
        return text == "1"

    def day(self) -> date:
        text = self.text("as_at")
        if text is None:
            return DEFAULT_DAY
        try:
            day = parse_day(text)
        except ValueError:
            self.notes.append(f"{quote(text)} is not a date (YYYY-MM-DD), so {day_words(DEFAULT_DAY)} is shown.")
            return DEFAULT_DAY
        clamped = min(max(day, FIRST_DAY), LAST_DAY)
        if clamped != day:
            self.notes.append(f"{day_words(day)} is outside 2011 to 2018, so {day_words(clamped)} is shown.")
        return clamped

    def unknown(self, keys: Collection[str]) -> None:
        """Note whatever the query holds that the page does not use."""
        odd = sorted(set(self.query) - set(keys))
        if odd:
            self.notes.append(f"The address holds {quote(', '.join(odd))}, which this page does not use.")
