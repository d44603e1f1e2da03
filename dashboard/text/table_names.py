"""The tables that can be taken away, by the name an address gives them, with what to call each.

Kept apart from the makers, so that a page can write a link without importing them.
"""

from __future__ import annotations

LABELS = {
    "map-districts": "districts on the map",
    "map-bodies": "bodies on the map",
    "map-institutions": "institutions on the map",
    "map-figures": "figures of the selected district",
    "overlaps-pairs": "pairs that share people",
    "overlaps-matrix": "matrix of overlaps",
    "overlaps-measures": "measures of the two layers",
    "overlaps-sides": "people on each side of the seam",
    "overlaps-districts": "districts of the overlap",
    "patchwork-coverage": "coverage of each layer",
    "patchwork-districts": "districts with their bundles",
    "patchwork-legend": "legend of the patchwork",
    "briefing-stps": "STPs",
    "briefing-missed": "easily missed: authorities, devolution deals and city deals",
    "briefing-missed-economic": "easily missed: growth deals and LEPs",
    "brief-authorities": "combined authorities of the STP",
    "brief-leps": "LEPs of the STP",
    "brief-councils": "upper-tier councils of the STP",
    "brief-deals": "deals that the STP meets",
    "brief-missed": "what the STP easily misses",
    "brief-institutions": "universities and trusts of the STP",
    "body-districts": "districts of the body",
    "body-partners": "bodies it shares people with",
    "body-deals": "deals of the body",
    "body-institutions": "institutions in the body",
    "place-deciders": "who decides what here",
    "place-shared": "who the bodies are shared with",
    "place-deals": "deals and money of the place",
    "place-institutions": "anchor institutions of the place",
    "place-figures": "figures of the place",
    "place-changes": "what changed in the place",
    "place-comparison": "places side by side",
    "timeline-events": "events of the timeline",
    "about-sources": "tables of the data package",
}
