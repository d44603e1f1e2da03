"""Postcodes: read as people type them, and found among those of England.

The built file holds every postcode in use with the part of a district that it is in; `layers.build.postcodes` says how a
postcode comes by its part. Postcodes are sorted, and most neighbours share a part, so that a sector (``NG31 6``) is a
bitmap of the two letters that follow and a few runs of parts.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypedDict

LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
"""The letters of a postcode's end: C, I, K, M, O and V are never used there."""
_TYPED = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?(?:([0-9])([A-Z]{0,2}))?")


class Postcodes(TypedDict):
    """The built file. ``sectors`` leads from a sector to its bitmap (base64; `LETTERS` squared bits, the first letter
    counts slowest) and to runs: how many of its postcodes, in order, are in which of ``parts``.
    """

    edition: str
    parts: list[str]
    sectors: dict[str, tuple[str, list[tuple[int, int]]]]


@dataclass(frozen=True)
class Asked:
    """What was typed: ``NG31`` is all of an outward code, ``NG31 6`` and ``NG31 6S`` are some of it, ``NG31 6SF`` is whole."""

    outward: str
    digit: str = ""
    letters: str = ""

    @property
    def whole(self) -> bool:
        """Whether this is one postcode, rather than the beginning of several."""
        return len(self.letters) == 2

    @property
    def text(self) -> str:
        """As it is written: ``NG31 6SF``."""
        return f"{self.outward} {self.digit}{self.letters}".strip()


def read_postcode(typed: str) -> Asked | None:
    """A postcode or its beginning, from an outward code on, in capitals or not, with spaces or without; else ``None``."""
    text = re.sub(r"\s+", " ", typed).strip(" .,;").upper()
    found = _TYPED.fullmatch(text)
    return Asked(found[1], found[2] or "", found[3] or "") if found else None


def find_postcodes(asked: Asked, table: Postcodes) -> Mapping[str, int]:
    """How many postcodes that begin so are in each part, most first; empty when England has none."""
    found: Counter[str] = Counter()
    for bits, runs in _sectors(asked, table):
        for unit, part in zip(units(bits), _spread(runs), strict=True):
            if unit.startswith(asked.letters):
                found[table["parts"][part]] += 1
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _sectors(asked: Asked, table: Postcodes) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    for digit in asked.digit or "0123456789":
        sector = f"{asked.outward} {digit}"
        if sector in table["sectors"]:
            yield table["sectors"][sector]


def units(bits: str) -> list[str]:
    """The ends that a bitmap holds, in order: ``AA``, ``AB`` ..."""
    whole = int.from_bytes(base64.b64decode(bits), "big")
    count = len(LETTERS) ** 2
    return [
        LETTERS[k // len(LETTERS)] + LETTERS[k % len(LETTERS)] for k in range(count) if whole >> (count - 1 - k) & 1
    ]


def bitmap(ends: set[str]) -> str:
    """The bitmap of these ends, as `units` reads it.

    Raises:
        ValueError: an end has a letter that postcodes don't have there.
    """
    count, whole = len(LETTERS) ** 2, 0
    for end in ends:
        whole |= 1 << (count - 1 - LETTERS.index(end[0]) * len(LETTERS) - LETTERS.index(end[1]))
    return base64.b64encode(whole.to_bytes(count // 8, "big")).decode()


def _spread(runs: list[tuple[int, int]]) -> Iterator[int]:
    for many, part in runs:
        yield from [part] * many
