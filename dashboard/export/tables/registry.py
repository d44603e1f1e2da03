"""Which function makes which table."""

from __future__ import annotations

from dashboard.export.tables import (
    about,
    body,
    brief,
    briefing,
    map_page,
    overlap_measures,
    overlaps,
    patchwork,
    place,
    timeline,
)
from dashboard.export.tables.common import TableMaker

TABLES: dict[str, TableMaker] = {
    "map-districts": map_page.districts,
    "map-bodies": map_page.bodies,
    "map-institutions": map_page.institutions,
    "map-figures": map_page.figures,
    "overlaps-pairs": overlaps.pairs,
    "overlaps-matrix": overlaps.matrix,
    "overlaps-measures": overlap_measures.measures,
    "overlaps-sides": overlaps.sides,
    "overlaps-districts": overlaps.districts,
    "patchwork-coverage": patchwork.coverage,
    "patchwork-districts": patchwork.districts,
    "patchwork-legend": patchwork.legend,
    "briefing-stps": briefing.stps,
    "briefing-missed": briefing.missed,
    "briefing-missed-economic": briefing.missed_economic,
    "brief-authorities": brief.authorities,
    "brief-leps": brief.leps,
    "brief-councils": brief.upper_tiers,
    "brief-deals": brief.deals,
    "brief-missed": brief.missed,
    "brief-institutions": brief.institutions,
    "body-districts": body.districts,
    "body-partners": body.partners,
    "body-deals": body.deals,
    "body-institutions": body.institutions,
    "place-deciders": place.deciders,
    "place-shared": place.shared,
    "place-deals": place.deals,
    "place-institutions": place.institutions,
    "place-figures": place.measured,
    "place-changes": place.history,
    "place-comparison": place.comparison,
    "timeline-events": timeline.events,
    "about-sources": about.sources,
}
