"""What a briefing pack is about: one body on one day, what to call it, and the footprints that share its people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from layers.bodies import Partner, partners_in
from layers.briefing import Missed
from layers.briefing_roles import Roles, roles
from layers.landscape import BodyAt, Snapshot
from layers.layer import Layer
from layers.model import Body
from layers.words import briefing as brief_words

STP_NAME = " Sustainability and Transformation Partnership"


def is_subject(body: Body | BodyAt) -> bool:
    """Whether the body is of the layer that the briefing is about: an STP."""
    return body.layer_record.briefing == "subject"


def plain_name(body: BodyAt) -> str:
    """The name of a body, an STP's without the words that STP stands for."""
    return f"{body.name.removesuffix(STP_NAME)} STP" if is_subject(body) else body.name


@dataclass(frozen=True, eq=False)
class Subject:
    """The body of a pack, as it stood on its day."""

    snapshot: Snapshot
    body: BodyAt

    @property
    def is_stp(self) -> bool:
        return is_subject(self.body)

    @property
    def noun(self) -> str:
        """``STP``, ``combined authority``, ``LEP``: what kind of body it is."""
        return self.body.layer_record.noun

    @property
    def short_name(self) -> str:
        return self.body.short_name

    @property
    def called(self) -> str:
        """What a heading calls it: ``the STP``, else ``this body``."""
        return "the STP" if self.is_stp else "this body"

    @cached_property
    def title(self) -> str:
        """A name that fits the top of a slide: an STP's without the words that STP stands for, and with its abbreviation."""
        abbreviation = self.body.body.abbreviation
        initials = f" ({abbreviation})" if self.is_stp and abbreviation else ""
        return f"{self.stem}{initials}"

    @property
    def stem(self) -> str:
        """``Bath, Swindon and Wiltshire STP``: the name without initials."""
        return plain_name(self.body)

    @property
    def roles(self) -> Roles:
        """Which layers the briefing asks of."""
        return roles(self.snapshot.landscape)

    def met(self, *layers: Layer) -> tuple[Partner, ...]:
        """The bodies of some layers that share people with it, layer by layer, most people first."""
        return tuple(item for layer in layers for item in partners_in(self.snapshot, self.body, layer.id))

    def footprints(self, *layers: Layer) -> tuple[tuple[Partner, ...], ...]:
        """Those bodies by footprint: bodies with one and the same area stand together, most people first."""
        found: dict[tuple[int, ...], list[Partner]] = {}
        for item in self.met(*layers):
            found.setdefault(item.body.parts, []).append(item)
        return tuple(tuple(items) for items in sorted(found.values(), key=lambda items: -items[0].people))

    def held(self, items: Sequence[Partner]) -> str:
        """How much of its people a footprint holds, in the words of the briefing: see `layers.words.briefing.missed`."""
        parts, first = self.snapshot.landscape.parts, items[0]
        shared = sorted(set(self.body.parts).intersection(first.body.parts))
        districts = tuple(dict.fromkeys(parts.district[part] for part in shared))
        bodies = tuple(item.body for item in items)
        # The sentence of an easily missed footprint says what is shared, and is as true of one that nobody misses.
        shares = first.share_of_this, first.share_of_other
        return brief_words.missed(Missed(self.body, bodies, first.people, *shares, districts))
