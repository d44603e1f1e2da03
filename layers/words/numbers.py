"""Figures as text: counts, measures, shares and money. The scripts write the same: see tests/words/cases.json.

A number is rounded half up as it is *written in decimal*, not as its binary neighbour: 36.05 is 36.1 with one decimal.

A share is **whole** when all people are in it: when it is 1 by counts, however close another comes. What isn't whole
never reads as "100%" or "all", and what isn't nothing never as "0%" or "none".
"""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from layers.model import Measure

NOT_AVAILABLE = "not available"
NOT_KNOWN = "not known"
UNITS = {"GBP": "pounds", "EUR": "euros", "%": "per cent"}

_LEAST, _MOST = 0.001, 0.9995
"""Below and from where one decimal of a per cent would say nothing or all of what is neither."""


def rounded(value: float | Decimal, digits: int = 0) -> Decimal:
    """The value as it is written in decimal with so many decimals (below zero: to tens, hundreds …), halves away from zero."""
    return _to(value, digits, ROUND_HALF_UP)


def cut(value: float, digits: int = 6) -> float:
    """The value with the decimals past so many left off, for a script that rounds it for itself: to round a second time
    what was rounded before could carry 79.649 to 79.65 and on to 79.7.
    """
    return float(_to(value, digits, ROUND_DOWN))


def _to(value: float | Decimal, digits: int, rounding: str) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding)


def cut_share(share: float) -> float:
    """A share from 0 to 1 with six decimals that a script words as the share itself would be: neither what is whole nor
    what is nothing is reached by any other.
    """
    return max(cut(share), 1e-6) if share > 0 else 0.0


def is_whole(share: float) -> bool:
    """Whether a share of people is all of them, by counts."""
    return share >= 1


def count(value: float | Decimal) -> str:
    """A whole number with thousands separated: ``1,234``."""
    sign, text = _signed(value, 0)
    return sign + text


def amount(value: float | Decimal) -> str:
    """A number with thousands separated and one decimal when it has one, as of square kilometres: ``1,234.6``, ``12``."""
    sign, text = _signed(value, 1)
    return sign + text.removesuffix(".0")


def percent(share: float) -> str:
    """A share from 0 to 1 with one decimal, without an idle zero: ``15.5%``, ``36%``; ``under 0.1%`` and ``over 99.9%``
    for what is neither nothing nor whole but would read so.
    """
    if 0 < share < _LEAST:
        return "under 0.1%"
    if _MOST <= share < 1:
        return "over 99.9%"
    return f"{amount(100 * rounded(share, 3))}%"


def part(share: float) -> str:
    """``all`` of what is whole, else the per cent of it."""
    return "all" if is_whole(share) else percent(share)


def thousandths(value: float) -> str:
    """A fraction of one with three decimals: ``0.931``; ``over 0.999`` for what would read as one and isn't."""
    return "over 0.999" if _MOST <= value < 1 else f"{rounded(value, 3):f}"


def unit_words(unit: str) -> str:
    """A measure's unit as words beside a figure."""
    return UNITS.get(unit, unit)


def figure(value: float | None, measure: Measure) -> str:
    """A measure's value with its sign or unit where that is short; ``not available`` when blank."""
    return number(value, measure.kind, measure.unit)


def number(value: float | None, kind: str, unit: str) -> str:
    """A value of a kind and unit of measure: thousands separated, one decimal below a hundred, money with its sign;
    ``not available`` when blank.
    """
    if value is None:
        return NOT_AVAILABLE
    sign, text = _signed(value, 0 if kind in ("count", "rank") or abs(value) >= 100 else 1)
    if unit == "GBP" or unit.startswith("£"):
        return f"{sign}£{text}"
    if unit == "EUR":
        return f"{sign}€{text}"
    return f"{sign}{text}%" if unit.startswith("%") else f"{sign}{text}"


def money(millions: float | None) -> str:
    """Million pounds to the ten thousand, ``£363.7m``, or ``not known``."""
    if millions is None:
        return NOT_KNOWN
    sign, text = _signed(millions, 2)
    return f"{sign}£{text.rstrip('0').rstrip('.')}m"


def a_head(pounds: float | None) -> str:
    """Pounds for each resident, ``£1,234``, or ``not known``."""
    if pounds is None:
        return NOT_KNOWN
    sign, text = _signed(pounds, 0)
    return f"{sign}£{text}"


def people(value: int) -> str:
    """The exact number of people: ``1,234 people``, ``1 person``; as people speak is `layers.words.spoken.people`."""
    return f"{count(value)} {'person' if value == 1 else 'people'}"


def districts(value: int) -> str:
    """The number of districts: ``1 district``, ``12 districts``."""
    return f"{count(value)} {'district' if value == 1 else 'districts'}"


def _signed(value: float | Decimal, digits: int) -> tuple[str, str]:
    """The sign apart, so that a currency can come between, and none on what rounds to nothing; and the rest."""
    units = rounded(value, digits)
    return "−" if units < 0 else "", f"{abs(units):,f}"
