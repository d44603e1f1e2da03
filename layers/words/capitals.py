"""Capital letters at the head of a sentence."""

from __future__ import annotations


def first_upper(text: str) -> str:
    """The text with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]
