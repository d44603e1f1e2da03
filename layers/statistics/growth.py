"""Growth deals in pounds per head: the one shading that moves with the date."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from layers.deals import known_amount
from layers.landscape import BodyAt, Snapshot

GROWTH_PER_HEAD = "growth_deal_per_head"
LABEL = "Growth Deal money per head"
UNIT = "£ per head"
PERIOD = "rounds announced by the day shown"
SOURCE = "Growth Deal announcements (deals table, a source a row), over mid-2017 population of the LEP"
NOTE = (
    "What government announced for the LEP over the people of the LEP, not money spent in the district. "
    "Where two LEPs cover a place, the two are added; where the line between two runs through a district, "
    "each counts for its people. Not available where the amount of any round is not known."
)


def per_head(deal: BodyAt) -> float | None:
    """Pounds of Growth Deal per resident of the LEP, over all rounds announced by the day.

    ``None`` when the amount of a round is not known. Agreements of a merged LEP are not added.
    """
    amount = known_amount(deal.agreements)
    return None if amount is None or not deal.people else amount * 1e6 / deal.people


def growth_per_head(snapshot: Snapshot) -> Mapping[str, float]:
    """Pounds per head by district; absent where no deal covers a part of it, or one with an unknown amount does.

    For each part the deals that cover it are added; a district is the mean of its parts, weighted by people.
    """
    parts = snapshot.landscape.parts
    total = np.zeros(len(parts))
    covered = np.zeros(len(parts), dtype=bool)
    summed = snapshot.landscape.layers_with(lambda layer: layer.adds_rounds)
    for deal in (deal for layer in summed for deal in snapshot.bodies(layer.id)):
        chosen = list(deal.parts)
        value = per_head(deal)
        total[chosen] += np.nan if value is None else value
        covered[chosen] = True
    total[~covered] = np.nan
    found = {}
    for code, positions in parts.of_district.items():
        chosen = list(positions)
        mean = float((total[chosen] * parts.people[chosen]).sum() / parts.people[chosen].sum())
        if np.isfinite(mean):
            found[code] = mean
    return found
