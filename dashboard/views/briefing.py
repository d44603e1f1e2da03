"""The view of the briefing page."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from dashboard.views.query import View
from dashboard.views.values import Day, OneOf
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape


@lru_cache(maxsize=8)
def stps(land: Landscape) -> tuple[str, ...]:
    """The ids of the STPs, of whatever day."""
    return tuple(body.id for body in land.all_bodies.values() if body.layer_record.briefing == "subject")


class BriefingView(View):
    """The day, and the STP whose brief is open."""

    as_at: Day = DEFAULT_DAY
    stp: Annotated[str, OneOf("an STP", stps)] | None = None
