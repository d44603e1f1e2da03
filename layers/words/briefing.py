"""The briefing's findings in plain English; numbers come from `layers.briefing`."""

from __future__ import annotations

from collections.abc import Sequence

from layers.briefing import DEVOLUTION, Missed, easily_missed, met, split_districts, under_several
from layers.landscape import BodyAt, Snapshot
from layers.words import numbers, sentences, spoken
from layers.words.capitals import first_upper
from layers.words.lists import listed


def finding(snapshot: Snapshot, stp: BodyAt) -> str:
    """One line on an STP: the authorities and deals it meets, its LEPs, and how many footprints are easily missed."""
    authorities = met(snapshot, stp.id, "combined_authority")
    deals = met(snapshot, stp.id, "devolution_deal")
    leps = met(snapshot, stp.id, "lep")
    first = _authorities(authorities, deals)
    several = under_several(snapshot, stp.id, "lep")
    under = f" ({spoken.people(several)} under two)" if several else ""
    missed = len(easily_missed(snapshot, DEVOLUTION, stp.id))
    last = f" {first_upper(spoken.count(missed))} easily missed." if missed else ""
    return f"{first} {first_upper(sentences.of(len(leps), 'lep'))}{under}.{last}"


def _authorities(authorities: Sequence[object], deals: Sequence[object]) -> str:
    if not authorities and not deals:
        return "No combined authority or devolution deal."
    found = [sentences.of(len(authorities), "combined_authority"), sentences.of(len(deals), "devolution_deal")]
    return f"{first_upper(listed(found))}."


def missed(item: Missed) -> str:
    """``The West of England Combined Authority and its devolution deal hold about 1 in 5 of BSW's people: 189,000 in two districts.``"""
    names = listed([body.name for body in item.bodies])
    verb = "holds" if len(item.bodies) == 1 else "hold"
    where = sentences.of(len(item.districts), "district")
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
