"""What a place's pack holds, from one content: as much as fits three slides, or one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from typing import TypeVar

from dashboard.export.drawing.paper import SENTENCE, SIDE, Box
from dashboard.export.pack.content import Block, Brief, Section
from dashboard.export.pack.deck import BETWEEN, BODY
from dashboard.export.pack.fitting import GAP, SCALES, height_of, lines_of
from dashboard.export.pack.place.facts import anchors, figure_grid, history, student_source
from dashboard.export.pack.place.map import place_plan
from dashboard.export.pack.place.words import Room, deals, deciders, kind_line, lead, lines, sharers
from dashboard.text import sources
from layers.landscape import Landscape
from layers.place.area import Area
from layers.place.covers import covers_of

T = TypeVar("T")
Column = tuple[Block, ...]

FULL = Room(kinds=True, names=10, partners=10, lines=8, deals=16, figures=14, inside=10, near=12, changes=14)
SHORT = Room(kinds=False, names=1, partners=1, lines=1, deals=2, figures=3, inside=1, near=1, changes=1)
LEVELS = 20
"""Steps from the most that a pack holds to the least: the first that fits is taken."""
READABLE = SCALES[-1]
"""The smallest type on a slide that can be read in a meeting."""
PAGE_MAP = Box(0, 0, 205, 240)
"""About the room beside the map of a page."""
METHOD = (
    "Shares count the mid-2017 residents of small areas (LSOA 2011). An associate of a combined authority is shown, not counted in its area.",
    "The middle district has as many districts above it as below. Rates are never averaged: a county’s is the range of its districts’, and only counts are added.",
    "Institutions stand at their head office; distance is between points of small areas, as the crow flies.",
)


@dataclass(frozen=True)
class Asked:
    """The place of an order on its day, places beside it, the address of its page, and the reader's own title."""

    area: Area
    beside: tuple[Area, ...]
    day: date
    address: str
    title: str | None

    @property
    def share(self) -> float:
        """How much of the width the figures take."""
        return 0.5 + 0.06 * len(self.beside)


def room_at(level: int) -> Room:
    """The room of a level, from `FULL` at 0 to `SHORT`."""
    part = level / (LEVELS - 1)
    counts = {
        key: round(most + (getattr(SHORT, key) - most) * part) for key, most in asdict(FULL).items() if key != "kinds"
    }
    return Room(kinds=level < 5, **counts)


def page_brief(land: Landscape, asked: Asked, level: int) -> Brief:
    """The pack for a page with the room of a level. Places beside one another have their figures across the page."""
    snapshot, area, room = land.as_at(asked.day), asked.area, room_at(level)
    covers = covers_of(snapshot, area)
    figures = (figure_grid(land, (area, *asked.beside), room),)
    within, across = ((), figures) if asked.beside else (figures, ())
    columns = (
        deals(covers, room),
        lines(snapshot, area, room),
        sharers(covers, room),
        anchors(snapshot, area, room),
        *within,
        history(snapshot, area, room),
    )
    sections = (Section("", columns, left=1, balanced=True), *(Section("", (grid,)) for grid in across))
    said = (deciders(snapshot, covers, room_at(at)) for at in range(LEVELS))
    return _brief(land, asked, _fullest(said, partial(_fits_beside, land, PAGE_MAP, 7.3)), sections)


def slides_brief(land: Landscape, asked: Asked) -> Brief:
    """The pack for slides, each column with as much as it holds in type that can be read in a meeting."""
    snapshot, area = land.as_at(asked.day), asked.area
    covers = covers_of(snapshot, area)
    sections = (
        _slide(
            "Money, lines that don’t match, and who we share them with",
            0.5,
            lambda room: (deals(covers, room),),
            lambda room: (lines(snapshot, area, room), sharers(covers, room)),
        ),
        _slide(
            "The figures, anchor institutions and what changed",
            asked.share,
            lambda room: (figure_grid(land, (area, *asked.beside), room),),
            lambda room: (anchors(snapshot, area, room), history(snapshot, area, room)),
        ),
    )
    said = ((lead(land, area, covers), *deciders(snapshot, covers, room_at(level))) for level in range(LEVELS))
    return _brief(land, asked, _fullest(said, partial(_fits_beside, land, SIDE, SENTENCE)), sections)


def _slide(heading: str, share: float, left: Callable[[Room], Column], right: Callable[[Room], Column]) -> Section:
    sides = []
    for column, part in ((left, share), (right, 1 - share)):
        width = (BODY.width - BETWEEN) * part
        sides.append(_fullest(map(column, map(room_at, range(LEVELS))), partial(_fits_slide, width)))
    return Section(heading, (*sides[0], *sides[1]), left=len(sides[0]), share=share)


def _fullest(choices: Iterable[T], fits: Callable[[T], bool]) -> T:
    """The first choice that fits, or the last."""
    found, *rest = choices
    return next((choice for choice in (found, *rest) if fits(choice)), rest[-1] if rest else found)


def _fits_slide(width: float, blocks: Column) -> bool:
    return sum(height_of(block, width, READABLE) + GAP for block in blocks) <= BODY.height


def _fits_beside(land: Landscape, box: Box, size: float, findings: Sequence[str]) -> bool:
    """Whether the sentences fit beside a map with the longest legend there is."""
    keys = len(land.layers_with(lambda layer: layer.compared)) + 2
    rows = sum(lines_of(text, size, box.width) * 1.3 + 0.5 for text in findings)
    return (rows + keys * 1.4 + 3) * size <= box.height


def _brief(land: Landscape, asked: Asked, findings: tuple[str, ...], sections: tuple[Section, ...]) -> Brief:
    snapshot, area = land.as_at(asked.day), asked.area
    covers = covers_of(snapshot, area)
    title = asked.title or f"{area.name}: who decides what, and with whom"
    own = f"{area.name}. " if asked.title else ""
    kind = f"{own}{kind_line(snapshot, area)}. {sources.as_at_words(asked.day)}"
    return Brief(
        kind=kind,
        title=title,
        lead=lead(land, area, covers),
        day=asked.day,
        address=asked.address,
        plan=replace(place_plan(land, area, covers, asked.day), title=title, subtitle=kind, address=asked.address),
        findings=findings,
        sections=sections,
        method=METHOD,
        sources=(
            f"{sources.as_at_words(asked.day)}. {sources.STILL} {sources.BOUNDARIES}",
            sources.SOURCE,
            " ".join((sources.LICENCE, *student_source(snapshot, area))),
        ),
        heading="Who decides what here",
    )
