"""How much room words and tables take on a slide, so that nothing runs out of its box."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.export.content import Block, Grid, Words
from dashboard.export.paper import Box
from dashboard.export.typeface import wrapped

BODY_SIZE, TABLE_SIZE, HEADING_SIZE, NOTE_SIZE = 15.0, 12.0, 14.0, 10.0
LEADING = 1.25
PADDING = 3.0
"""Points above and below the words of a table's cell; twice as much beside them."""
SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)
ARIAL = 1.12
"""Arial is wider than the typeface that is measured."""
GAP = 10.0


@dataclass(frozen=True)
class Fitted:
    """A block with its box and its scale; ``rows`` is how many rows of a table fit."""

    block: Block
    box: Box
    scale: float
    rows: int = 0


def lines_of(text: str, size: float, width: float) -> int:
    """How many lines a text takes in Arial."""
    return max(len(wrapped(text, size * ARIAL, width)), 1)


def words_height(words: Words, width: float, scale: float) -> float:
    """Points that words take at a scale."""
    height = HEADING_SIZE * scale * LEADING * 1.3 if words.heading else 0.0
    size = BODY_SIZE * scale
    for text in words.paragraphs:
        height += (lines_of(text, size, width) * LEADING + 0.45) * size
    for text in words.points:
        height += (lines_of(text, size, width - size) * LEADING + 0.3) * size
    if words.muted:
        height += lines_of(words.muted, NOTE_SIZE * scale, width) * LEADING * NOTE_SIZE * scale
    return height


def column_widths(grid: Grid, width: float) -> list[float]:
    """The width of each column, by weight."""
    total = sum(column.weight for column in grid.columns)
    return [width * column.weight / total for column in grid.columns]


def row_heights(grid: Grid, width: float, scale: float) -> list[float]:
    """The height of the head and of each row."""
    widths, size = column_widths(grid, width), TABLE_SIZE * scale
    heads = tuple(column.label for column in grid.columns)
    return [
        max(lines_of(cell, size, w - 4 * PADDING) for cell, w in zip(row, widths, strict=True)) * size * LEADING
        + 2 * PADDING
        for row in (heads, *grid.rows)
    ]


def grid_height(grid: Grid, width: float, scale: float) -> float:
    """Points that a whole table takes, with its name above and its note below."""
    name = HEADING_SIZE * scale * LEADING * 1.2
    note = lines_of(grid.note, NOTE_SIZE * scale, width) * LEADING * NOTE_SIZE * scale + 4 if grid.note else 0
    return name + sum(row_heights(grid, width, scale)) + note


def height_of(block: Block, width: float, scale: float) -> float:
    """Points that a block takes."""
    return words_height(block, width, scale) if isinstance(block, Words) else grid_height(block, width, scale)


def stacked(blocks: tuple[Block, ...], box: Box) -> list[Fitted]:
    """Blocks one below the other in a box, at the largest scale at which all fit; a table too long for it is cut."""
    scale = next((s for s in SCALES if _total(blocks, box.width, s) <= box.height), SCALES[-1])
    found, y = [], box.y
    for k, block in enumerate(blocks):
        after = sum(height_of(later, box.width, scale) + GAP for later in blocks[k + 1 :])
        room = max(box.bottom - y - after, 40.0)
        height = min(height_of(block, box.width, scale), room)
        rows = _rows_that_fit(block, box.width, scale, room) if isinstance(block, Grid) else 0
        found.append(Fitted(block, Box(box.x, y, box.width, height), scale, rows))
        y += height + GAP
    return found


def _total(blocks: tuple[Block, ...], width: float, scale: float) -> float:
    return sum(height_of(block, width, scale) for block in blocks) + GAP * (len(blocks) - 1)


def _rows_that_fit(grid: Grid, width: float, scale: float, room: float) -> int:
    _head, *rows = row_heights(grid, width, scale)
    left = room - (grid_height(grid, width, scale) - sum(rows))
    count = 0
    for height in rows:
        left -= height
        if left < -0.5:
            break
        count += 1
    return count
