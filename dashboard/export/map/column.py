"""The key and the sentences of a map, line by line: in the panel beside it, or the key alone in rows below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.export.drawing.paper import KEY, SENTENCE, Box
from dashboard.export.map.scene import Key, Legend, Scene
from dashboard.export.map.side import SWATCH, Line, cut, folded, more, width_of

SIZES = ((16.0, 18.0), (15.0, 17.0), (14.0, 16.0), (13.0, 15.0), (KEY, SENTENCE))
"""Points of the key and of the sentences, from the largest; the last are the smallest that there are."""
ROW, BETWEEN = 1.4, 16.0
LEADING, AFTER = 1.2, 0.4
"""Of the lines of a sentence, and below it, in sizes of its type."""


@dataclass(frozen=True)
class _Fill:
    """What of a scene is set, and how large: so many sentences and keys, with or without the notes of the key."""

    key: float
    sentence: float
    findings: int
    keys: int
    notes: bool = True


def lines(scene: Scene) -> tuple[Line, ...]:
    """The lines of a scene in the largest type in which they have room; at the smallest, as many as have."""
    if not scene.page.panel:
        return _rows_that_fit(scene)
    found: tuple[Line, ...] = ()
    for fill in _fills(scene):
        found = tuple(_column(scene, fill))
        if not found or found[-1].y + found[-1].size * 0.7 <= scene.page.side.bottom:
            break
    return found


def _fills(scene: Scene) -> Iterator[_Fill]:
    """Ways to fill the panel, the best first."""
    said, keys = len(scene.findings), sum(len(legend.keys) for legend in scene.legends)
    for key, sentence in SIZES:
        yield _Fill(key, sentence, said, keys)
    for notes in (True, False):
        for count in range(said, 0, -1):
            yield _Fill(KEY, SENTENCE, count, keys, notes)
    for kept in range(keys, -1, -1):
        yield _Fill(KEY, SENTENCE, 0, kept, notes=False)


def _column(scene: Scene, fill: _Fill) -> Iterator[Line]:
    side, y, left = scene.page.side, scene.page.side.y + fill.key * 0.6, fill.keys
    for legend in scene.legends:
        kept, left = legend.keys[:left], left - min(left, len(legend.keys))
        if not kept:
            continue
        for line in _legend(replace(legend, keys=kept), fill, side, len(legend.keys) - len(kept)):
            yield replace(line, y=y + line.y)
            last = line.y
        y += last + fill.key * 2.1
    if fill.findings:
        yield from _said(scene, fill, y)


def _said(scene: Scene, fill: _Fill, y: float) -> Iterator[Line]:
    """The sentences under their heading, and how many have no room."""
    side, size = scene.page.side, fill.sentence
    yield Line(scene.heading, side.x, y, size, bold=True)
    y += size * 1.6
    for at, finding in enumerate(scene.findings[: fill.findings]):
        for text in folded(finding, size, side.width):
            yield Line(text, side.x, y, size, finding=at)
            y += size * LEADING
        y += size * AFTER
    rest = len(scene.findings) - fill.findings
    if rest:
        yield Line(more(rest), side.x, y, size, muted=True)


def _legend(legend: Legend, fill: _Fill, side: Box, left_out: int) -> Iterator[Line]:
    size, y = fill.key, 0.0
    for text in folded(legend.heading, size * 1.08, side.width, bold=True):
        yield Line(text, side.x, y, size * 1.08, bold=True)
        y += size * 1.35
    y += size * 0.15
    for key in legend.keys:
        for line in _key(key, size, side):
            yield replace(line, y=y)
            y += size * 1.25
        y += 0 if key.kind == "class" else size * 0.2
    if left_out:
        yield Line(more(left_out), side.x, y, size, muted=True)
        y += size * 1.5
    for text in folded(legend.note, size, side.width) if legend.note and fill.notes else ():
        yield Line(text, side.x, y, size, muted=True)
        y += size * 1.2


def _key(key: Key, size: float, side: Box) -> Iterator[Line]:
    """A key's words, on more lines where they are longer than the panel is wide; the first has swatch and count."""
    room = side.width - SWATCH - 8 - (width_of(key.count, size) + 10 if key.count else 0)
    first, *rest = folded(key.words, size, room) or [""]
    yield Line(first, side.x, 0, size, side.right, key=key, count=key.count)
    for text in rest:
        yield Line(text, side.x + SWATCH + 8, 0, size)


# ---------------------------------------------------------------- the key alone, in rows


def _rows_that_fit(scene: Scene) -> tuple[Line, ...]:
    """The key in rows, in the largest type in which all has room; at the smallest, as much as has."""
    entries, side = tuple(_entries(scene.legends)), scene.page.side
    for size, _sentence in SIZES:
        found = _rows(entries, size, side)
        if not found or found[-1].y + size * 0.7 <= side.bottom:
            return found
    for kept in range(len(entries) - 1, -1, -1):
        rest = sum(entry.key is not None for entry in entries[kept:])
        found = _rows((*entries[:kept], Line(more(rest), 0, 0, 0, muted=True)), KEY, side)
        if found[-1].y + KEY * 0.7 <= side.bottom:
            return found
    return ()


def _entries(legends: Sequence[Legend]) -> Iterator[Line]:
    """The headings and keys in the order of the rows; what the layers are needs no heading."""
    for k, legend in enumerate(legends):
        if k or any(key.kind == "class" for key in legend.keys):
            yield Line(legend.heading, 0, 0, 0, bold=True)
        for key in legend.keys:
            yield Line(key.words, 0, 0, 0, key=key)


def _rows(entries: Sequence[Line], size: float, side: Box) -> tuple[Line, ...]:
    """Entries one after the other, on a new row where the last is full or a heading comes."""
    found, x, y = [], side.x, side.y + size * 0.7
    for entry in entries:
        before = SWATCH + 8 if entry.key else 0
        text = cut(entry.text, size, side.width - before, entry.bold)
        wide = before + width_of(text, size, entry.bold)
        if x > side.x and (entry.bold or x + wide > side.right):
            x, y = side.x, y + size * ROW
        found.append(replace(entry, text=text, x=x, y=y, size=size))
        x += wide + BETWEEN
    return tuple(found)
