"""The view of the overlaps page."""

from __future__ import annotations

from typing import Annotated

from dashboard.views.query import View
from dashboard.views.values import Day, LayerId, OneOf, Pair, Percent, Weight
from layers.dates import DEFAULT_DAY
from layers.overlaps.measures import MATCHES

SHARE_OF = ("row", "column")
MATCH_FILTERS = ("any", *MATCHES[:-1])


class OverlapsView(View):
    """Layer ``a`` (rows) against layer ``b`` (columns). ``pair`` is the selected cell; ``least`` is in percent."""

    a: LayerId = "stp"
    b: LayerId = "combined_authority"
    weight: Weight = "people"
    as_at: Day = DEFAULT_DAY
    share_of: Annotated[str, OneOf("a side", lambda _land: SHARE_OF)] = "row"
    match: Annotated[str, OneOf("a match word", lambda _land: MATCH_FILTERS)] = "any"
    least: Percent = 0
    pair: Pair | None = None
