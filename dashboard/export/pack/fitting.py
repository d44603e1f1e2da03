"""How much room words and tables take on a slide, so that nothing runs out of its box."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.export.drawing.paper import Box
from dashboard.export.drawing.typeface import ARIAL, wrapped
from dashboard.export.pack.content import Block, Grid, Words

BODY_SIZE, TABLE_SIZE, HEADING_SIZE, NOTE_SIZE = 15.0, 12.0, 14.0, 10.0
LEADING = 1.25
PADDING = 3.0
"""Points above and below the words of a table's cell; twice as much beside them."""
SCALES = (1.25, 1.17, 1.08, 1.0, 0.94, 0.88, 0.82, 0.76)
"""Words grow where there is room, and shrink no further than can be read in a meeting: a table's to 9 points."""
LEAST_NOTE = 9.0
BOLD = 1.06
GAP = 10.0


@dataclass(frozen=True)
class Fitted:
    """A block with its box and its scale; ``rows`` is how many rows of a table, or points of words, fit."""

    block: Block
    box: Box
    scale: float
    rows: int = 0


def note_size(scale: float) -> float:
    """The size of asides and notes, which stay readable."""
    return max(NOTE_SIZE * scale, LEAST_NOTE)


def lines_of(text: str, size: float, width: float) -> int:
    """How many lines a text takes in Arial."""
    return max(len(wrapped(text, size * ARIAL, width)), 1)


def heading_height(text: str, width: float, scale: float) -> float:
    """Points that the small heading of a block takes."""
    size = HEADING_SIZE * scale
    return (lines_of(text, size * BOLD, width) * LEADING + 0.25) * size


def words_height(words: Words, width: float, scale: float) -> float:
    """Points that words take at a scale."""
    height = heading_height(words.heading, width, scale) if words.heading else 0.0
    size = BODY_SIZE * scale
    for text in words.paragraphs:
        height += (lines_of(text, size, width) * LEADING + 0.45) * size
    for text in words.points:
        height += (lines_of(text, size, width - size) * LEADING + 0.3) * size
    if words.muted:
        height += lines_of(words.muted, note_size(scale), width) * LEADING * note_size(scale)
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
    name = heading_height(grid.name, width, scale)
    note = lines_of(grid.note, note_size(scale), width) * LEADING * note_size(scale) + 4 if grid.note else 0
    return name + sum(row_heights(grid, width, scale)) + note


def height_of(block: Block, width: float, scale: float) -> float:
    """Points that a block takes."""
    return words_height(block, width, scale) if isinstance(block, Words) else grid_height(block, width, scale)


def fitting_scale(blocks: tuple[Block, ...], box: Box) -> float:
    """The largest scale at which blocks fit a box one below the other; the smallest there is when none does."""
    return next((s for s in SCALES if _total(blocks, box.width, s) <= box.height), SCALES[-1])


def stacked(blocks: tuple[Block, ...], box: Box, scale: float | None = None) -> list[Fitted]:
    """Blocks one below the other in a box, by default at the largest scale at which all fit.

    Where they still don't, the longest are cut, and those that are short stay whole.
    """
    size = scale or fitting_scale(blocks, box)
    heights = [height_of(block, box.width, size) for block in blocks]
    most = _most(heights, box.height - GAP * (len(blocks) - 1))
    found, y = [], box.y
    for block, whole in zip(blocks, heights, strict=True):
        height = min(whole, most)
        fit = _rows_that_fit if isinstance(block, Grid) else _points_that_fit
        found.append(Fitted(block, Box(box.x, y, box.width, height), size, fit(block, box.width, size, height)))  # type: ignore[arg-type]
        y += height + GAP
    return found


def _most(heights: list[float], room: float) -> float:
    """The height to cut the longest to, so that all together fit the room."""
    if sum(heights) <= room:
        return max(heights, default=0.0)
    left = room
    for k, height in enumerate(sorted(heights)):
        each = left / (len(heights) - k)
        if height > each:
            return each
        left -= height
    return left


def _total(blocks: tuple[Block, ...], width: float, scale: float) -> float:
    return sum(height_of(block, width, scale) for block in blocks) + GAP * (len(blocks) - 1)


def _rows_that_fit(grid: Grid, width: float, scale: float, room: float) -> int:
    _head, *rows = row_heights(grid, width, scale)
    left = room - (grid_height(grid, width, scale) - sum(rows))
    if sum(rows) > left + 0.5:
        left -= note_size(scale) * LEADING + 4  # the line that says how many are left out
    count = 0
    for height in rows:
        left -= height
        if left < -0.5:
            break
        count += 1
    return count


def _points_that_fit(words: Words, width: float, scale: float, room: float) -> int:
    """How many points there is room for, leaving a line to say how many are left out."""
    if words_height(words, width, scale) <= room + 0.5:
        return len(words.points)
    left = room - words_height(replace(words, points=()), width, scale) - note_size(scale) * LEADING
    size, count = BODY_SIZE * scale, 0
    for text in words.points:
        left -= (lines_of(text, size, width - size) * LEADING + 0.3) * size
        if left < 0:
            break
        count += 1
    return count
