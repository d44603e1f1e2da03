"""The view of the patchwork page as its address holds it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from dashboard.palette import LAYERS
from dashboard.views import query
from dashboard.views.query import Query, Reader, quote
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape

COLOURS = ("bundle", "bodies", "splits", "stps", "leps")
ALL = "all"


@dataclass(frozen=True)
class PatchworkState:
    """Which layers make the bundles, what colours the map, which region, which district is selected."""

    layers: tuple[str, ...] = ("combined_authority", "lep", "stp", "devolution_deal")
    colour: str = "bundle"
    region: str = ALL
    as_at: date = DEFAULT_DAY
    select: str | None = None


DEFAULTS = PatchworkState()
KEYS = tuple(field.name for field in fields(PatchworkState))


def serialise(state: PatchworkState) -> str:
    """The query string (without ``?``) of a view; what is at its default is left out."""
    return query.serialise(state, DEFAULTS)


def parse(given: Query, land: Landscape) -> tuple[PatchworkState, tuple[str, ...]]:
    """The view a query asks for, and a sentence for each thing in it that was not understood."""
    reader = _PatchworkReader(given)
    regions = {district.region_code for district in land.districts.values()}
    state = PatchworkState(
        layers=reader.layers(),
        colour=reader.choice("colour", COLOURS, "a way to colour the map") or DEFAULTS.colour,
        region=reader.choice("region", {*regions, ALL}, "a region") or DEFAULTS.region,
        as_at=reader.day(),
        select=reader.choice("select", tuple(land.districts), "a district"),
    )
    reader.unknown(KEYS)
    return state, tuple(reader.notes)


class _PatchworkReader(Reader):
    """Reads what only this page's address holds."""

    def layers(self) -> tuple[str, ...]:
        text = self.text("layers")
        if text is None:
            return DEFAULTS.layers
        asked = [] if text == "none" else text.split(",")
        odd = [name for name in asked if name not in LAYERS]
        if odd:
            self.notes.append(f"{quote(', '.join(odd))} is not a layer known here, so it was left out.")
            if len(odd) == len(asked):
                return DEFAULTS.layers
        return tuple(name for name in LAYERS if name in asked)
