"""The view of the overlaps page as its address holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date

from dashboard.palette import LAYERS
from dashboard.views import query
from dashboard.views.query import Query, Reader, quote
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape
from layers.overlaps.measures import MATCHES
from layers.overlaps.pairs import WEIGHTS

SHARE_OF = ("row", "column")
MATCH_FILTERS = ("any", *MATCHES[:-1])


@dataclass(frozen=True)
class OverlapState:
    """Layer ``a`` (rows) against layer ``b`` (columns). ``pair`` is the selected cell as ``a_id~b_id``; ``least`` is in percent."""

    a: str = "stp"
    b: str = "combined_authority"
    weight: str = "people"
    as_at: date = DEFAULT_DAY
    share_of: str = "row"
    match: str = "any"
    least: int = 0
    pair: str | None = None


DEFAULTS = OverlapState()
KEYS = tuple(field.name for field in fields(OverlapState))


def serialise(state: OverlapState) -> str:
    """The query string (without ``?``) of a view; what is at its default is left out."""
    return query.serialise(state, DEFAULTS)


def parse(given: Query, land: Landscape) -> tuple[OverlapState, tuple[str, ...]]:
    """The view a query asks for, and a sentence for each thing in it that was not understood."""
    reader = _OverlapReader(given)
    state = OverlapState(
        a=reader.choice("a", tuple(LAYERS), "a layer") or DEFAULTS.a,
        b=reader.choice("b", tuple(LAYERS), "a layer") or DEFAULTS.b,
        weight=reader.choice("weight", WEIGHTS, "a weight") or DEFAULTS.weight,
        as_at=reader.day(),
        share_of=reader.choice("share_of", SHARE_OF, "a side") or DEFAULTS.share_of,
        match=reader.choice("match", MATCH_FILTERS, "a match word") or DEFAULTS.match,
        least=reader.percent("least"),
        pair=reader.pair("pair", land),
    )
    reader.unknown(KEYS)
    return state, tuple(reader.notes)


class _OverlapReader(Reader):
    """Reads what only this page's address holds."""

    def percent(self, key: str) -> int:
        text = self.text(key)
        if text is None:
            return 0
        if not re.fullmatch(r"0*\d{1,3}", text, re.ASCII) or int(text[-3:]) > 100:
            self.notes.append(f"{key} takes a whole percentage from 0 to 100, not {quote(text)}.")
            return 0
        return int(text[-3:])

    def pair(self, key: str, land: Landscape) -> str | None:
        text = self.text(key)
        ids = text.split("~") if text else []
        if text and not (len(ids) == 2 and all(name in land.all_bodies for name in ids)):
            self.notes.append(f"{quote(text)} is not a pair of bodies known here, so none is selected.")
            return None
        return text
