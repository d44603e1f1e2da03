"""Which layers the briefing asks of: their records say so in the column ``briefing`` of `data/layers.csv`.

The briefing is about STPs, as its `Roles.subject`; what it asks of the others are questions of its own, so each has a
part by name. A layer of any further kind stands among the programmes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from layers.landscape import Landscape
from layers.layer import Layer
from layers.layer_rows import OPEN_ROLE


@dataclass(frozen=True)
class Roles:
    """The layers by the part they have; ``leaders`` and ``programmes`` in the order of a pack's tables."""

    subject: Layer
    authority: Layer
    devolution: Layer
    city: Layer
    money: Layer
    partnership: Layer
    system: Layer
    places: Layer
    leaders: tuple[Layer, ...]
    programmes: tuple[Layer, ...]

    @property
    def powers(self) -> tuple[Layer, ...]:
        """What the subject most needs to know of: an authority or a deal with powers or money of its own."""
        return (self.authority, self.devolution, self.city)

    @property
    def economic(self) -> tuple[Layer, ...]:
        """Growth money, and the partnership that holds it."""
        return (self.money, self.partnership)

    @property
    def deals(self) -> tuple[Layer, ...]:
        """The deals whose amounts stand by themselves, not divided by people."""
        return (self.devolution, self.city)


PARTS = ("subject", "authority", "devolution", "city", "money", "partnership", "system", "places")


@lru_cache(maxsize=4)
def roles(land: Landscape) -> Roles:
    """The parts of a landscape's layers.

    Raises:
        KeyError: no layer has one of the parts, so there is nothing to brief on.
    """
    found = sorted(land.layers_with(lambda layer: layer.briefing), key=lambda layer: layer.briefing_order or 0)
    part = {layer.briefing: layer for layer in found if layer.briefing != OPEN_ROLE}
    programme = ("system", "places", OPEN_ROLE)
    return Roles(
        **{name: part[name] for name in PARTS},
        leaders=tuple(layer for layer in found if layer.briefing not in programme),
        programmes=tuple(layer for layer in found if layer.briefing in programme),
    )
