"""Numbers as people speak them in sentences; the exact figures stand beside wherever these are shown."""

from __future__ import annotations

from layers.words import numbers
from layers.words.capitals import first_upper

_DIGITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FRACTIONS = (
    (2 / 5, "about 2 in 5"),
    (1 / 2, "about half"),
    (2 / 3, "about two-thirds"),
    (3 / 4, "about three-quarters"),
    (4 / 5, "about 4 in 5"),
    (9 / 10, "about 9 in 10"),
)


def count(value: int) -> str:
    """A count in a sentence: words to nine, figures from ten."""
    return _DIGITS[value] if 0 <= value < 10 else numbers.count(value)


def people(value: int) -> str:
    """``14.1 million people``, ``176,000 people``, ``1,400 people``, ``one person``: rounded as people speak."""
    if value >= 999_500:
        return f"{numbers.amount(numbers.rounded(value, -5).scaleb(-6))} million people"
    if value >= 10_000:
        return f"{numbers.count(numbers.rounded(value, -3))} people"
    if value >= 1_000:
        return f"{numbers.count(numbers.rounded(value, -2))} people"
    return f"{count(value)} {'person' if value == 1 else 'people'}"


def living(value: int) -> str:
    """``176,000 people live``, ``One person lives``: people as the subject that opens a sentence."""
    return f"{first_upper(people(value))} {live(value)}"


def live(value: int) -> str:
    """The verb after so many people."""
    return "lives" if value == 1 else "live"


def share(value: float) -> str:
    """A share as people speak: ``all``, ``nearly all``, ``about 1 in 6``, ``about half``, ``under 1 in 100``, ``none``."""
    if value <= 0:
        return "none"
    if value < 0.01:
        return "under 1 in 100"
    if numbers.is_whole(value):
        return "all"
    if value >= 0.95:
        return "nearly all"
    if value < 0.366:
        return f"about 1 in {numbers.count(1 / value)}"
    return min(_FRACTIONS, key=lambda fraction: abs(fraction[0] - value))[1]
