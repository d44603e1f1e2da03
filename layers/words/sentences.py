"""Findings in plain English: from numbers to sentences, never a judgement.

Numbers are rounded as people speak; the exact figures stand beside them wherever these
sentences are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from layers.words import numbers, spoken
from layers.words.capitals import first_upper


class Noun(Protocol):
    """What a thing is called in a sentence: a layer's record is one."""

    @property
    def noun(self) -> str: ...

    @property
    def plural(self) -> str: ...

    @property
    def article(self) -> str: ...


@dataclass(frozen=True)
class Word:
    """A noun that is not a layer's."""

    noun: str
    plural: str
    article: str = "a"


DISTRICT = Word("district", "districts")


def of(count: int, kind: Noun) -> str:
    """``one LEP``, ``nine STPs``, ``no city deals``: the number with its noun, singular and plural right."""
    return f"{spoken.count(count)} {kind.noun if count == 1 else kind.plural}"


def called(short_name: str, kind: Noun) -> str:
    """``West Midlands combined authority``, ``London LEP``: a short name with its kind, once."""
    return short_name if kind.noun.upper() in short_name.upper() else f"{short_name} {kind.noun}"


def indefinite(kind: Noun) -> str:
    """``a combined authority``, ``an STP``, ``a LEP``: the article as it is spoken (LEP is said as a word)."""
    return f"{kind.article} {kind.noun}"


def match(word: str, a: str, b: str) -> str:
    """What a match word means for two named bodies, in a sentence."""
    return {
        "same": f"The boundaries of {a} and {b} match.",
        "inside": f"{a} lies inside {b}.",
        "contains": f"{a} contains {b}.",
        "crosses": f"{a} and {b} cross: each holds people that the other does not.",
        "touches": f"{a} and {b} barely touch: under 1 in 100 people of either live in both.",
        "no overlap": f"No one lives in both {a} and {b}.",
    }[word]


def overlap(a: str, b: str, both: int, share_of_a: float, share_of_b: float) -> str:
    """``176,000 people live in both: about 1 in 8 of The Black Country's and about 1 in 6 of Birmingham's.``"""
    if both == 0:
        return f"No one lives in both {a} and {b}."
    return f"{spoken.living(both)} in both: {spoken.share(share_of_a)} of {possessive(a)} and {spoken.share(share_of_b)} of {possessive(b)}."


def possessive(name: str) -> str:
    """``Birmingham’s``, ``West Midlands’``."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def sides(a: str, b: str, only_a: int, both: int, only_b: int) -> str:
    """People on each side of the seam between two bodies."""
    return f"{first_upper(spoken.people(only_a))} in {a} alone, {spoken.people(both)} in both, {spoken.people(only_b)} in {b} alone."


def cut(kind_a: Noun, kind_b: Noun, bodies: int, people_in_them: int) -> str:
    """``14.1 million people live in the nine STPs that a combined authority boundary cuts.``"""
    if not bodies:
        return f"No {kind_a.noun} is cut by {indefinite(kind_b)} boundary."
    which = f"the {of(bodies, kind_a)}"
    return f"{spoken.living(people_in_them)} in {which} that {indefinite(kind_b)} boundary cuts."


def crossing(kind_a: Noun, kind_b: Noun, pairs: int, bodies: int, people_in_a: int) -> str:
    """How many pairs cross, each holding people that the other does not, and the people of A's bodies; narrower than being cut."""
    if not pairs:
        return f"No {kind_a.noun} and {kind_b.noun} cross."
    one = kind_a.noun
    kinds = f"{one} and {kind_b.noun}"
    who = f"one pair of {kinds} crosses" if pairs == 1 else f"{spoken.count(pairs)} pairs of {kinds} cross"
    where = f"that {one}" if bodies == 1 else f"those {kind_a.plural}"
    return f"{first_upper(who)}; {spoken.people(people_in_a)} {spoken.live(people_in_a)} in {where}."


def seam(kind_a: Noun, kind_b: Noun, total: int, cover: bool) -> str:
    """People who live outside the B that holds most of their A; of a cover, counted once per A."""
    once = f" Someone in two {kind_a.plural} counts twice." if cover else ""
    if not total:
        return f"No one lives in {indefinite(kind_b)} other than the main one of their {kind_a.noun}."
    return f"{spoken.living(total)} in {indefinite(kind_b)} other than the main one of their {kind_a.noun}.{once}"


def fit(kind_a: Noun, kind_b: Noun, value: float | None) -> str:
    """The neat fit of a layer pair: of people in both layers, how many live in the main B of their A."""
    if value is None:
        return f"No {kind_a.noun} meets {indefinite(kind_b)}, so there is no fit to measure."
    told = numbers.thousandths(value)
    if numbers.is_whole(value):
        return f"Every {kind_a.noun} fits inside one {kind_b.noun} as far as any covers it (neat fit {told})."
    main = f"the main {kind_b.noun} of their {kind_a.noun}"
    return f"Of people in both layers, {spoken.share(value)} live in {main} (neat fit {told}, where 1 is a perfect nesting)."


def covered(kind: Noun, none: int, one: int, more: int) -> str:
    """People of England in no, one and two or more bodies of a layer."""
    many = kind.plural
    if not one and not more:
        return f"No one in England lives in {indefinite(kind)}."
    first = f"{spoken.living(none)} in no {kind.noun}" if none else f"Everyone in England lives in {indefinite(kind)}"
    second = f"{spoken.people(more)} in two or more {many}" if more else f"no one in two {many}"
    return f"{first}, {spoken.people(one) if one else 'no one'} in one and {second}."


def bundles(count: int, councils: int, split: int) -> tuple[str, str]:
    """How many bundles of bodies there are over how many upper-tier councils, and how many of those a boundary splits."""
    many = f"{first_upper(spoken.count(count))} different bundles of bodies over"
    which = "One and the same bundle of bodies over" if count == 1 else many
    if councils == 1:
        cuts = "A" if split else "No"
        return f"{which} one county or unitary council.", f"{cuts} boundary of these layers runs through it."
    through = spoken.count(split) if split else "none"
    return (
        f"{which} {spoken.count(councils)} county and unitary councils.",
        f"A boundary of these layers runs through {through} of those councils.",
    )


def partner_range(kind_a: Noun, kind_b: Noun, counts: Sequence[int]) -> str:
    """How many B each A works with, from the least to the most, counting those with at least 1 in 100 of its people."""
    if not counts:
        return f"There are no {kind_a.plural} on this day."
    least, most = min(counts), max(counts)
    other = "other " if kind_a == kind_b else ""
    if not most:
        whom = f"another {kind_b.noun}" if other else indefinite(kind_b)
        return f"No {kind_a.noun} shares 1 in 100 of its people with {whom}."
    up_to = f"{spoken.count(most)} {other}{kind_b.noun if most == 1 else kind_b.plural}"
    if least == most:
        return f"Every {kind_a.noun} shares people with {up_to}."
    span = f"up to {up_to}" if least == 0 else f"{spoken.count(least)} to {up_to}"
    return f"{first_upper(indefinite(kind_a))} shares people with {span}."


def among(kind: Noun, overlapping: int, total: int, shared: int) -> str:
    """How many bodies of one layer overlap another of it, and the people who live in two or more."""
    if not overlapping:
        return f"No two {kind.plural} overlap."
    return f"{first_upper(spoken.count(overlapping))} of the {of(total, kind)} overlap another; {spoken.people(shared)} {spoken.live(shared)} in two or more."
