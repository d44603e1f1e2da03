"""The briefing's findings in plain English; numbers come from `layers.briefing`."""

from __future__ import annotations

from collections.abc import Sequence

from layers.briefing import Missed, easily_missed, met, split_districts, under_several
from layers.briefing_roles import Roles, roles
from layers.landscape import BodyAt, Snapshot
from layers.words import numbers, sentences, spoken
from layers.words.capitals import first_upper
from layers.words.lists import listed


def finding(snapshot: Snapshot, stp: BodyAt) -> str:
    """One line on an STP: the authorities and deals it meets, its LEPs, and how many footprints are easily missed."""
    part = roles(snapshot.landscape)
    authorities = met(snapshot, stp.id, part.authority.id)
    deals = met(snapshot, stp.id, part.devolution.id)
    leps = met(snapshot, stp.id, part.partnership.id)
    first = _authorities(part, authorities, deals)
    several = under_several(snapshot, stp.id, part.partnership.id)
    under = f" ({spoken.people(several)} under two)" if several else ""
    missed = len(easily_missed(snapshot, part.powers, stp.id))
    last = f" {first_upper(spoken.count(missed))} easily missed." if missed else ""
    return f"{first} {first_upper(sentences.of(len(leps), part.partnership))}{under}.{last}"


def _authorities(part: Roles, authorities: Sequence[object], deals: Sequence[object]) -> str:
    if not authorities and not deals:
        return f"No {part.authority.noun} or {part.devolution.noun}."
    found = [sentences.of(len(authorities), part.authority), sentences.of(len(deals), part.devolution)]
    return f"{first_upper(listed(found))}."


def missed(item: Missed) -> str:
    """``The West of England Combined Authority and its devolution deal hold about 1 in 5 of Dorset's people: 189,000 in two districts.``"""
    names = listed([body.name for body in item.bodies])
    verb = "holds" if len(item.bodies) == 1 else "hold"
    where = sentences.of(len(item.districts), sentences.DISTRICT)
    return (
        f"{names} {verb} {spoken.share(item.share_of_stp)} of {sentences.possessive(item.stp.short_name)} people: "
        f"{spoken.people(item.people)} in {where}."
    )


def splits(snapshot: Snapshot, stp: BodyAt) -> tuple[str, ...]:
    """A sentence for each district that the STP shares with another STP."""
    names = snapshot.landscape.districts
    return tuple(
        f"{numbers.people(count)} of {names[code].name} ({numbers.percent(share)}) belong to {sentences.possessive(other.short_name)} STP."
        for code, other, count, share in split_districts(snapshot, stp)
    )
