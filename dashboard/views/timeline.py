"""The view of the timeline, and its subjects as layers."""

from __future__ import annotations

from typing import Annotated

from dashboard.views.query import View
from dashboard.views.values import Day, OneOf
from layers.dates import DEFAULT_DAY

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


class TimelineView(View):
    """Which subject is listed, and the day whose map is shown."""

    subject: Annotated[str, OneOf("a subject", lambda _land: (*SUBJECTS, ALL))] = ALL
    as_at: Day = DEFAULT_DAY
