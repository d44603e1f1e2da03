"""The view of the timeline."""

from __future__ import annotations

from typing import Annotated

from dashboard.views.query import View
from dashboard.views.values import Day, OneOf
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape
from layers.subjects import subjects_of

ALL = "all"


def subjects(land: Landscape) -> tuple[str, ...]:
    """The timeline table's own words for its subjects, and `ALL`."""
    return (*subjects_of(land.layers.values()), ALL)


class TimelineView(View):
    """Which subject is listed, and the day whose map is shown."""

    subject: Annotated[str, OneOf("a subject", subjects)] = ALL
    as_at: Day = DEFAULT_DAY
