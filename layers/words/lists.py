"""Lists as text, "a, b and c", and the same of pieces that aren't text: links, say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

Piece = TypeVar("Piece")


def listed(names: Sequence[str], most: int | None = None) -> str:
    """``a``, ``a and b``, ``a, b and c``; past ``most``, ``a, b and 4 more``; nothing of none."""
    return "".join(pieces(names, most))


def pieces(items: Sequence[Piece], most: int | None = None) -> Iterator[Piece | str]:
    """The items as `listed` reads, with the commas, the "and" and the "4 more" between and after them as text."""
    shown: list[Piece | str] = list(items if most is None else items[:most])
    if len(items) > len(shown):
        shown.append(f"{len(items) - len(shown)} more")
    for position, item in enumerate(shown):
        if position:
            yield " and " if position == len(shown) - 1 else ", "
        yield item
