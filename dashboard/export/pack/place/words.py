"""What a place's pack says of bodies, deals and boundaries, in the words of its page, cut to the room there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard.export.pack.content import Block, Column, Grid, Words
from dashboard.export.tables.place import MONEY
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.layer import Layer
from layers.place.area import Area
from layers.place.covers import Cover
from layers.place.mismatches import mismatches
from layers.statistics.growth import per_head
from layers.words import numbers, sentences
from layers.words.capitals import first_upper
from layers.words.facts import amount, terms
from layers.words.lists import listed

NOTHING = "No body, deal or programme of these layers covers this place on this day."
ELSEWHERE = "on the place’s page"
"""Where the rest of a list that was cut is to be found."""


@dataclass(frozen=True)
class Room:
    """How many of each there is room for; ``kinds``: whether to say what each kind of body does."""

    kinds: bool
    names: int
    partners: int
    lines: int
    deals: int
    figures: int
    inside: int
    near: int
    changes: int


def kind_line(snapshot: Snapshot, area: Area) -> str:
    """``Non-metropolitan district in Lincolnshire, East Midlands; 141,662 people (mid-2017)``."""
    district = snapshot.landscape.districts.get(area.code)
    county = f" in {district.upper_tier_name}" if district and district.upper_tier_code != area.code else ""
    many = f"{len(area.districts)} districts, " if len(area.districts) > 1 else ""
    return f"{first_upper(area.kind)}{county}, {area.region_name}; {many}{numbers.people(area.people)} (mid-2017)"


def lead(land: Landscape, area: Area, covers: Sequence[Cover]) -> str:
    """Which of the main bodies the place is in, and of which kind it is in none."""
    parts = []
    for layer in land.layers_with(lambda layer: layer.compared):
        here = [cover for cover in covers if cover.body.layer == layer.id]
        parts.append(counted(layer, here) if here else f"no {layer.noun}")
    return f"{area.name} is in {listed(parts)}."


def counted(layer: Layer, covers: Sequence[Cover], most: int = 9) -> str:
    """``two LEPs (Humber for 31.3% of its people and Greater Lincolnshire)``."""
    names = [f"{cover.body.short_name}{_for(cover)}" for cover in covers]
    return f"{sentences.of(len(covers), layer)} ({listed(names, most)})"


def _for(cover: Cover) -> str:
    if cover.share is None:
        return " as an associate"
    return "" if numbers.is_whole(cover.share) else f" for {numbers.percent(cover.share)} of its people"


def deciders(snapshot: Snapshot, covers: Sequence[Cover], room: Room) -> tuple[str, ...]:
    """A sentence for each main body, then one that counts the rest by kind."""
    found = []
    main = [cover for cover in covers if cover.body.layer_record.compared]
    for layer, group in groupby(main, key=lambda cover: cover.body.layer_record):
        said = [f"{cover.body.name}: {terms(cover)}." for cover in group]
        if room.kinds:
            said[-1] += f" {layer.what_it_does}"
        found += said
    rest = [cover for cover in covers if not cover.body.layer_record.compared]
    kinds = [
        counted(layer, list(group), room.names)
        for layer, group in groupby(rest, key=lambda cover: cover.body.layer_record)
    ]
    also = [f"Also here: {'; '.join(kinds)}."] if kinds else []
    return (*found, *also) or (NOTHING,)


def called(bodies: Iterable[BodyAt]) -> str:
    """``Greater Manchester combined authority, LEP, city deal; South Kesteven Leading Places partnership``."""
    named: dict[str, list[BodyAt]] = {}
    for body in bodies:
        named.setdefault(body.short_name, []).append(body)
    return "; ".join(
        ", ".join(
            [sentences.called(name, own[0].layer_record), *(body.layer_record.noun for body in own[1:])],
        )
        for name, own in named.items()
    )


def sharers(covers: Sequence[Cover], room: Room) -> Grid:
    """The other districts of each body; bodies with just the same others stand together, as on the page."""
    together: dict[object, list[Cover]] = {}
    for cover in covers:
        together.setdefault(cover.others, []).append(cover)
    rows = [(called(c.body for c in group), _others(group[0], room.names)) for group in together.values()]
    shown = tuple(rows[: room.partners])
    # The column with the more to say is the wider one.
    bodies, districts = (sum(len(row[side]) for row in shown) or 1 for side in (0, 1))
    part = min(max(bodies / (bodies + districts), 0.4), 0.65)
    columns = (Column("Bodies, deals and programmes", part), Column("Also cover", 1 - part))
    return Grid("Who we share them with", columns, shown, more(len(rows) - room.partners, "row"))


def _others(cover: Cover, most: int) -> str:
    if not cover.others:
        return "nowhere else"
    names = [
        other.name if numbers.is_whole(other.share) else f"{other.name} ({numbers.percent(other.share)} of its people)"
        for other in cover.others
    ]
    return listed(names, most)


def more(count: int, what: str) -> str:
    """Where the rest of a list is; blank when nothing was cut."""
    return f"And {count} more {what if count == 1 else what + 's'} {ELSEWHERE}." if count > 0 else ""


def lines(snapshot: Snapshot, area: Area, room: Room) -> Words:
    """Where boundaries don't match, in sentences."""
    # Lines that do match come last: they are the first to go when room is short.
    found = sorted(mismatches(snapshot, area), key=lambda text: text.endswith(" match.")) or [
        "Fewer than two kinds of body cover this place on this day, so no lines can differ."
    ]
    rest = more(len(found) - room.lines, "sentence")
    return Words(points=tuple(found[: room.lines]), heading="Where the lines don’t match", muted=rest)


def deals(covers: Sequence[Cover], room: Room) -> Block:
    """City, growth and devolution deals: each round with its status, date and money, never summed across layers."""
    found = [cover for cover in covers if cover.body.layer_record.carries_money]
    if not found:
        nothing = "No city, growth or devolution deal covers this place on this day."
        return Words((nothing,), heading="Deals and money")
    rows = [row for cover in found for row in _deal_rows(cover)]
    columns = (
        Column("Deal", 83),
        Column("Status", 57),
        Column("Announced", 69),
        Column("Amount", 46, number=True),
    )
    note = " ".join(filter(None, (more(len(rows) - room.deals, "row"), _a_head(found), MONEY)))
    return Grid("Deals and money", columns, tuple(rows[: room.deals]), note)


def _deal_rows(cover: Cover) -> list[tuple[str, ...]]:
    """One row an agreement; the deal is named on its first."""
    body = cover.body
    several = len({item.name for item in body.agreements}) > 1
    rows = [(item, "") for item in body.agreements]
    rows += [(item, " (of a LEP since merged, not added)") for item in body.inherited]
    found: list[tuple[str, ...]] = []
    for item, note in rows:
        first = "" if found else f"{body.name}{_for(cover)}: "
        title = item.name if several else item.round
        name = title if several and title.startswith(body.name) else f"{first}{title}"
        found.append((f"{name}{note}", body.status_of(item), item.announced.words(), amount(item, numbers.NOT_KNOWN)))
    return found


def _a_head(covers: Sequence[Cover]) -> str:
    """Growth Deal money over the people of its LEP, deal by deal."""
    known = []
    for cover in covers:
        if cover.body.layer_record.adds_rounds:
            each = per_head(cover.body)
            known.append(f"{cover.body.short_name} {numbers.a_head(each)}")
    return f"Growth deal, all rounds, a head of the LEP’s people: {'; '.join(known)}." if known else ""
