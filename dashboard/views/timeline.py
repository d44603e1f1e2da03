"""The timeline's view as its address holds it, and its subjects as layers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.views.query import Query, Reader
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape

ALL = "all"
SUBJECTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "combined_authority": ("Combined authorities", ("combined_authority",)),
    "lep": ("LEPs", ("lep",)),
    "nhs": ("NHS", ("stp", "integrated_care_system")),
    "city_deal": ("City deals", ("city_deal",)),
    "growth_deal": ("Growth deals", ("growth_deal",)),
    "devolution_deal": ("Devolution deals", ("devolution_deal",)),
    "business_rates": ("Business rates", ("business_rates_pilot",)),
    "leading_places": ("Leading Places", ("leading_places",)),
    "enterprise_zone": ("Enterprise zones", ()),
    "region": ("Regions", ()),
    "policy": ("Policy", ()),
}
"""The timeline table's own words, each with a name and the layers that its map shows."""


@dataclass(frozen=True)
class TimelineState:
    """Which subject is listed, and the day whose map is shown."""

    subject: str = ALL
    as_at: date = DEFAULT_DAY


def parse(given: Query, _land: Landscape) -> tuple[TimelineState, tuple[str, ...]]:
    """The view a query asks for, and a sentence for each thing in it that was not understood."""
    reader = Reader(given)
    state = TimelineState(reader.choice("subject", (*SUBJECTS, ALL), "a subject") or ALL, reader.day())
    reader.unknown(("subject", "as_at"))
    return state, tuple(reader.notes)
