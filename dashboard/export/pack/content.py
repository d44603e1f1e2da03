"""What a brief says, before it becomes slides or pages: sections of words and tables round one map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.export.map.plan import Plan


@dataclass(frozen=True)
class Words:
    """Paragraphs under an optional small heading; ``points`` hang on bullets, ``muted`` is an aside in small grey type."""

    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    heading: str = ""
    muted: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its share of the width, and whether it holds figures, which stand on the right."""

    label: str
    weight: float = 1.0
    number: bool = False


@dataclass(frozen=True)
class Grid:
    """A table of plain text. ``name`` says what it holds, for its alt text and its heading.

    ``colours``, one a row where given, stand as a bar before the row, as in the legend of the map.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    colours: tuple[str, ...] = ()


Block = Words | Grid


@dataclass(frozen=True)
class Section:
    """One slide, or one part of a page. ``left`` is how many of the blocks stand in a left column; 0 is one column.

    ``share`` is how much of the width the left column takes; ``balanced`` columns of a page are made most equal.
    """

    heading: str
    blocks: tuple[Block, ...]
    notes: str = ""
    left: int = 0
    share: float = 0.5
    balanced: bool = False


@dataclass(frozen=True)
class Brief:
    """A briefing or a place's page: ``lead`` is the one sentence to remember, ``findings`` stand beside the map, under ``heading``.

    ``method`` is the slide and the closing lines on how it was worked out.
    """

    kind: str
    title: str
    lead: str
    day: date
    address: str
    plan: Plan
    findings: tuple[str, ...]
    sections: tuple[Section, ...]
    method: tuple[str, ...]
    sources: tuple[str, ...]
    heading: str = "What it shows"
