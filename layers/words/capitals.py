"""Capital letters: the first of a sentence, and those that a name keeps or loses inside one."""

from __future__ import annotations

KEPT = ("STP", "LEP", "NHS", "Leading")


def first_upper(text: str) -> str:
    """The text with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def inside_sentence(name: str) -> str:
    """A layer's name as it stands inside a sentence: ``combined authorities``, but ``STP footprints``."""
    return name if name.startswith(KEPT) else name[:1].lower() + name[1:]
