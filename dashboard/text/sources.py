"""The words that every file carries: source, licence, what does not move with the date, where the view lives."""

from __future__ import annotations

from datetime import date

from layers.dates import day_words

SOURCE = (
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right 2017."
)
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
BOUNDARIES = "Boundaries: small areas (LSOA 2011), generalised by ONS to 200 m."
STILL = "Statistics and the mid-2017 population do not move with the date."
PRODUCT = "Local growth landscape"


def as_at_words(day: date) -> str:
    """``As at 1 December 2017``."""
    return f"As at {day_words(day)}"


def view_address(origin: str, path: str, query: str) -> str:
    """The address at which the view opens in a browser; ``query`` is without its question mark."""
    return f"{origin}{path}{'?' if query else ''}{query}"
