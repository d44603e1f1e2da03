"""Numbers and dates as people read them."""

from __future__ import annotations

from layers.model import Measure

NOT_AVAILABLE = "not available"
NOT_KNOWN = "not known"


def count(value: int | float) -> str:
    """A whole number with thousands separated."""
    return f"{value:,.0f}"


def people(value: int) -> str:
    """``about 116,000 people``: to the thousand from ten thousand up, else exact."""
    return f"about {round(value, -3):,} people" if value >= 10_000 else f"{value:,} people"


def sentence(text: str) -> str:
    """The text with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def percent(share: float) -> str:
    """A share from 0 to 1 with one decimal, without an idle zero: ``15.5%``, ``36%``."""
    if 0 < share < 0.001:
        return "under 0.1%"
    return f"{share * 100:.1f}".removesuffix(".0") + "%"


UNITS = {"GBP": "pounds", "EUR": "euros", "%": "per cent"}


def unit(name: str) -> str:
    """A measure's unit as words beside a figure."""
    return UNITS.get(name, name)


def figure(value: float | None, measure: Measure) -> str:
    """A measure's value with its sign or unit where that is short; ``not available`` when blank."""
    return NOT_AVAILABLE if value is None else number(value, measure.kind, measure.unit)


def number(value: float, kind: str, of: str) -> str:
    """A value of a kind and unit of measure: thousands separated, one decimal below a hundred, money with its sign."""
    digits = 0 if kind in ("count", "rank") or abs(value) >= 100 else 1
    text = f"{abs(value):,.{digits}f}"
    sign = "−" if value < 0 else ""
    if of == "GBP" or of.startswith("£"):
        return f"{sign}£{text}"
    if of == "EUR":
        return f"{sign}€{text}"
    return f"{sign}{text}%" if of.startswith("%") else f"{sign}{text}"


def inside(name: str) -> str:
    """A layer's name as it stands inside a sentence: ``combined authorities``, but ``STP footprints``."""
    return name if name.startswith(("STP", "LEP", "NHS", "Leading")) else name[:1].lower() + name[1:]


def money(millions: float | None) -> str:
    """Million pounds, or ``not known``."""
    if millions is None:
        return NOT_KNOWN
    return f"£{millions:,.2f}".rstrip("0").rstrip(".") + "m"


def names(items: list[str], most: int | None = None) -> str:
    """``a, b and c``; past ``most``, ``a, b and 4 more``."""
    if most is not None and len(items) > most:
        return f"{', '.join(items[:most])} and {len(items) - most} more"
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
