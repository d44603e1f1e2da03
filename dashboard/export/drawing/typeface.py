"""The typeface of pictures and documents, from its package, and how wide words are in it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont
from matplotlib import font_manager

from dashboard.settings import TYPEFACE

FAMILY = "Source Sans 3"
FALLBACK = "DejaVu Sans"
"""Comes with Matplotlib; has Arabic, Hebrew and other letters that the first lacks."""
ARIAL = 1.12
"""Arial, in which slides are set, is so much wider; what stands on slides and pictures alike is measured with it."""
_FILES = {False: "SourceSans3-Regular.ttf", True: "SourceSans3-Semibold.ttf"}


@cache
def font_path(bold: bool = False) -> Path:
    """The file of the typeface in its installed package."""
    return TYPEFACE / _FILES[bold]


@cache
def register() -> None:
    """Tell Matplotlib of the typeface, once a process."""
    # The fallback has no semibold and its bold is used instead: Matplotlib would say so with every picture.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for bold in _FILES:
        font_manager.fontManager.addfont(str(font_path(bold)))


@cache
def _advances(path: str) -> tuple[Mapping[int, float], float]:
    """The advance of each letter by code point, and of any other, as parts of the type size."""
    with TTFont(path, lazy=True) as font:
        units, widths, glyphs = font["head"].unitsPerEm, font["hmtx"].metrics, font.getBestCmap()
        return {code: widths[glyph][0] / units for code, glyph in glyphs.items()}, widths[".notdef"][0] / units


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line in points, letter by letter; letters that the typeface lacks as the fallback has them."""
    own, _ = _advances(str(font_path(bold)))
    fallback, other = _advances(font_manager.findfont(FALLBACK, fallback_to_default=False))
    return size * sum(own.get(ord(c)) or fallback.get(ord(c), other) for c in text)


def wrapped(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Text broken into lines no wider than ``width`` points; a word that is wider than that is broken itself."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, size, width, bold):
            longer = f"{line} {piece}".strip()
            if line and text_width(longer, size, bold) > width:
                lines.append(line)
                line = piece
            else:
                line = longer
    return [*lines, line] if line else lines


def _pieces(word: str, size: float, width: float, bold: bool) -> list[str]:
    if text_width(word, size, bold) <= width:
        return [word]
    per_letter = max(text_width(word, size, bold) / len(word), 0.1)
    step = max(int(width / per_letter), 1)
    return [word[at : at + step] for at in range(0, len(word), step)]
