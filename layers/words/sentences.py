"""Findings in plain English: from numbers to sentences, never a judgement.

Numbers are rounded as people speak; the exact figures stand beside them wherever these
sentences are shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from layers.overlaps.pairs import LayerPair, layer_coverage

NOUNS = {
    "combined_authority": ("combined authority", "combined authorities"),
    "lep": ("LEP", "LEPs"),
    "stp": ("STP", "STPs"),
    "city_deal": ("city deal", "city deals"),
    "growth_deal": ("growth deal", "growth deals"),
    "devolution_deal": ("devolution deal", "devolution deals"),
    "business_rates_pilot": ("business rates pilot", "business rates pilots"),
    "leading_places": ("Leading Places partnership", "Leading Places partnerships"),
    "science_innovation_audit": ("science and innovation audit", "science and innovation audits"),
    "local_industrial_strategy": ("local industrial strategy", "local industrial strategies"),
    "integrated_care_system": ("integrated care system", "integrated care systems"),
    "university": ("university", "universities"),
    "nhs_trust": ("NHS trust", "NHS trusts"),
    "district": ("district", "districts"),
    "person": ("person", "people"),
}
_DIGITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FRACTIONS = (
    (2 / 5, "about 2 in 5"),
    (1 / 2, "about half"),
    (2 / 3, "about two-thirds"),
    (3 / 4, "about three-quarters"),
    (4 / 5, "about 4 in 5"),
    (9 / 10, "about 9 in 10"),
)


def number(value: int) -> str:
    """A count in a sentence: words to nine, figures from ten."""
    return _DIGITS[value] if 0 <= value < 10 else f"{value:,}"


def of(count: int, kind: str) -> str:
    """``one LEP``, ``nine STPs``, ``no city deals``: the number with its noun, singular and plural right."""
    one, many = NOUNS[kind]
    return f"{number(count)} {one if count == 1 else many}"


def called(short_name: str, kind: str) -> str:
    """``West Midlands combined authority``, ``GBSLEP``: a short name with its kind, once."""
    noun = NOUNS[kind][0]
    return short_name if noun.upper() in short_name.upper() else f"{short_name} {noun}"


def indefinite(kind: str) -> str:
    """``a combined authority``, ``an STP``, ``a LEP``: the article as it is spoken (LEP is said as a word)."""
    noun = NOUNS[kind][0]
    return f"{'an' if noun[0] in 'aeio' or noun.startswith(('STP', 'NHS')) else 'a'} {noun}"


def people(value: int) -> str:
    """``14.1 million people``, ``176,000 people``, ``1,400 people``, ``one person``: rounded as people speak."""
    if value >= 999_500:
        text = f"{value / 1e6:.1f}".removesuffix(".0")
        return f"{text} million people"
    if value >= 10_000:
        return f"{round(value, -3):,} people"
    if value >= 1_000:
        return f"{round(value, -2):,} people"
    return of(value, "person")


def living(value: int) -> str:
    """``176,000 people live``, ``One person lives``: people as the subject that opens a sentence."""
    return f"{first_upper(people(value))} {_live(value)}"


def _live(value: int) -> str:
    return "lives" if value == 1 else "live"


def share(value: float) -> str:
    """A share as people speak: ``all``, ``nearly all``, ``about 1 in 6``, ``about half``, ``under 1 in 100``, ``none``."""
    if value <= 0:
        return "none"
    if value < 0.01:
        return "under 1 in 100"
    if value >= 0.9995:
        return "all"
    if value >= 0.95:
        return "nearly all"
    if value < 0.366:
        return f"about 1 in {round(1 / value)}"
    return min(_FRACTIONS, key=lambda fraction: abs(fraction[0] - value))[1]


def first_upper(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


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
    return f"{living(both)} in both: {share(share_of_a)} of {possessive(a)} and {share(share_of_b)} of {possessive(b)}."


def possessive(name: str) -> str:
    """``Birmingham’s``, ``West Midlands’``."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def sides(a: str, b: str, only_a: int, both: int, only_b: int) -> str:
    """People on each side of the seam between two bodies."""
    return f"{first_upper(people(only_a))} in {a} alone, {people(both)} in both, {people(only_b)} in {b} alone."


def cut(kind_a: str, kind_b: str, bodies: int, people_in_them: int) -> str:
    """``14.1 million people live in the nine STPs that a combined authority boundary cuts.``"""
    if not bodies:
        return f"No {NOUNS[kind_a][0]} is cut by {indefinite(kind_b)} boundary."
    which = f"the one {NOUNS[kind_a][0]}" if bodies == 1 else f"the {of(bodies, kind_a)}"
    return f"{living(people_in_them)} in {which} that {indefinite(kind_b)} boundary cuts."


def crossing(kind_a: str, kind_b: str, pairs: int, bodies: int, people_in_a: int) -> str:
    """How many pairs cross, each holding people that the other does not, and the people of A's bodies; narrower than being cut."""
    if not pairs:
        return f"No {NOUNS[kind_a][0]} and {NOUNS[kind_b][0]} cross."
    one, many = NOUNS[kind_a]
    kinds = f"{one} and {NOUNS[kind_b][0]}"
    who = f"one pair of {kinds} crosses" if pairs == 1 else f"{number(pairs)} pairs of {kinds} cross"
    where = f"that {one}" if bodies == 1 else f"those {many}"
    return f"{first_upper(who)}; {people(people_in_a)} {_live(people_in_a)} in {where}."


def seam(kind_a: str, kind_b: str, total: int, cover: bool) -> str:
    """People who live outside the B that holds most of their A; of a cover, counted once per A."""
    once = f" Someone in two {NOUNS[kind_a][1]} counts twice." if cover else ""
    if not total:
        return f"No one lives in {indefinite(kind_b)} other than the main one of their {NOUNS[kind_a][0]}."
    return f"{living(total)} in {indefinite(kind_b)} other than the main one of their {NOUNS[kind_a][0]}.{once}"


def fit(kind_a: str, kind_b: str, value: float | None) -> str:
    """The neat fit of a layer pair: of people in both layers, how many live in the main B of their A."""
    if value is None:
        return f"No {NOUNS[kind_a][0]} meets {indefinite(kind_b)}, so there is no fit to measure."
    if value >= 0.9995:
        return f"Every {NOUNS[kind_a][0]} fits inside one {NOUNS[kind_b][0]} as far as any covers it (neat fit {value:.3f})."
    return f"Of people in both layers, {share(value)} live in the main {NOUNS[kind_b][0]} of their {NOUNS[kind_a][0]} (neat fit {value:.3f}, where 1 is a perfect nesting)."


def covered(kind: str, none: int, one: int, more: int) -> str:
    """People of England in no, one and two or more bodies of a layer."""
    many = NOUNS[kind][1]
    if not one and not more:
        return f"No one in England lives in {indefinite(kind)}."
    first = f"{living(none)} in no {NOUNS[kind][0]}" if none else f"Everyone in England lives in {indefinite(kind)}"
    second = f"{people(more)} in two or more {many}" if more else f"no one in two {many}"
    return f"{first}, {people(one) if one else 'no one'} in one and {second}."


def bundles(count: int, councils: int, split: int) -> tuple[str, str]:
    """How many bundles of bodies there are over how many upper-tier councils, and how many of those a boundary splits."""
    many = f"{first_upper(number(count))} different bundles of bodies over"
    which = "One and the same bundle of bodies over" if count == 1 else many
    if councils == 1:
        cuts = "A" if split else "No"
        return f"{which} one county or unitary council.", f"{cuts} boundary of these layers runs through it."
    through = number(split) if split else "none"
    return (
        f"{which} {number(councils)} county and unitary councils.",
        f"A boundary of these layers runs through {through} of those councils.",
    )


def partner_range(kind_a: str, kind_b: str, counts: Sequence[int]) -> str:
    """How many B each A works with, from the least to the most, counting those with at least 1 in 100 of its people."""
    if not counts:
        return f"There are no {NOUNS[kind_a][1]} on this day."
    least, most = min(counts), max(counts)
    other = "other " if kind_a == kind_b else ""
    if not most:
        whom = f"another {NOUNS[kind_b][0]}" if other else indefinite(kind_b)
        return f"No {NOUNS[kind_a][0]} shares 1 in 100 of its people with {whom}."
    up_to = f"{number(most)} {other}{NOUNS[kind_b][0 if most == 1 else 1]}"
    if least == most:
        return f"Every {NOUNS[kind_a][0]} shares people with {up_to}."
    span = f"up to {up_to}" if least == 0 else f"{number(least)} to {up_to}"
    return f"{first_upper(indefinite(kind_a))} shares people with {span}."


def among(kind: str, overlapping: int, total: int, shared: int) -> str:
    """How many bodies of one layer overlap another of it, and the people who live in two or more."""
    if not overlapping:
        return f"No two {NOUNS[kind][1]} overlap."
    return f"{first_upper(number(overlapping))} of the {of(total, kind)} overlap another; {people(shared)} {_live(shared)} in two or more."


def findings(pair: LayerPair, kind_a: str, kind_b: str) -> tuple[str, ...]:
    """The layer-pair measures of design, a sentence each, for layer A against layer B."""
    if kind_a == kind_b:
        return _findings_within(pair, kind_a)
    cover = layer_coverage(pair.snapshot, kind_a)[2] > 0
    return (
        cut(kind_a, kind_b, int(pair.cut.sum()), pair.people_cut),
        crossing(kind_a, kind_b, *pair.crossing()),
        partner_range(kind_a, kind_b, [int(count) for count in pair.partners]),
        seam(kind_a, kind_b, int(pair.seam.sum()), cover),
        fit(kind_a, kind_b, pair.neat_fit),
    )


def _findings_within(pair: LayerPair, kind: str) -> tuple[str, ...]:
    """What there is to say of a layer against itself."""
    overlapping = int((pair.people.sum(axis=1) > 0).sum())
    shared = layer_coverage(pair.snapshot, kind)[2]
    counts = [int(count) for count in pair.partners]
    return (among(kind, overlapping, len(pair.a), shared), partner_range(kind, kind, counts))
