"""Who a body meets: leaders of growth, programmes, councils, and what is easily missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.export.pack.briefing.subject import Subject, plain_name
from dashboard.export.pack.content import Column, Grid, Section, Words
from layers.bodies import Partner
from layers.briefing import Missed, councils, easily_missed, under_several
from layers.dates import day_words
from layers.landscape import BodyAt
from layers.layer import Layer
from layers.words import briefing as brief_words
from layers.words import numbers, sentences, spoken
from layers.words.capitals import first_upper
from layers.words.lists import listed

MOST_DISTRICTS = 8
"""As many districts of an easily missed footprint stand by name."""
MISSED_MEANS = "Easily missed: it holds 1 to 35% of the STP’s people, or the STP holds under half of its people and does not lie inside it."


def leaders(subject: Subject) -> Section:
    """Authorities, deals and LEPs in one table, then mayors, people under two LEPs, and councils."""
    layers = tuple(layer for layer in subject.roles.leaders if layer != subject.body.layer_record)
    found = subject.met(*layers)
    grid = overlaps(subject, found, "Authorities, deals and LEPs that share its people", _none(layers, found))
    said = tuple(line for line in (*_mayors(subject, found), _under(subject), _councils(subject)) if line)
    blocks = ((grid,) if found else (Words(paragraphs=(_none(layers, found),)),)) + (Words(paragraphs=said),)
    notes = (*(subject.held(items) for items in subject.footprints(*layers)), *said)
    heading = "Do you know your local leaders of growth?" if subject.is_stp else "Who does it share people with?"
    return Section(heading, blocks, "\n".join(notes))


def deciders(subject: Subject) -> Section:
    """Districts that belong to another STP too, then programmes; of a body that is no STP also others of its own layer."""
    own = () if subject.is_stp else (subject.body.layer_record,)
    found = subject.met(*dict.fromkeys((*subject.roles.programmes, *own)))
    none = _none([layer for layer in subject.roles.programmes if layer not in own], found)
    name = (
        "Programmes that share its people"
        if subject.is_stp
        else "Programmes and others of its kind that share its people"
    )
    splits = _splits(subject)
    rest = overlaps(subject, found, name, none) if found else Words(paragraphs=(none,))
    said = (*(text for block in splits for text in (*block.paragraphs, *block.points)), none)
    notes = (*said, *(subject.held((item,)) for item in found))
    return Section("Who decides what, with whom?", (*splits, rest), "\n".join(line for line in notes if line))


def overlaps(subject: Subject, found: Sequence[Partner], name: str, note: str) -> Grid:
    """Every body with people in both, both shares and the match word."""
    columns = (
        Column("Body or deal", 4.35),
        Column("What it is", 2.15),
        Column("People in both", 1.4, True),
        Column(f"Of {subject.called}’s", 1.3 if subject.is_stp else 1.5, True),
        Column("Of its own" if subject.is_stp else "Of the other’s", 1.1 if subject.is_stp else 1.45, True),
        Column("Match", 0.95),
    )
    rows = tuple(
        (
            plain_name(item.body),
            item.body.layer_record.noun,
            numbers.count(item.people),
            numbers.percent(item.share_of_this),
            numbers.percent(item.share_of_other),
            item.match,
        )
        for item in found
    )
    return Grid(name, columns, rows, note, tuple(item.body.layer_record.colour for item in found))


def _none(layers: Sequence[Layer], found: Sequence[Partner]) -> str:
    """``On this day it shares people with no city deal.`` for the layers that nothing was found of."""
    reached = {item.body.layer_record for item in found}
    absent = [layer.noun for layer in layers if layer not in reached]
    return f"On this day it shares people with no {', no '.join(absent)}." if absent else ""


def _mayors(subject: Subject, found: Sequence[Partner]) -> tuple[str, ...]:
    """Whether each combined authority has an elected mayor on the day."""
    bodies = [subject.body, *(item.body for item in found)]
    return tuple(_mayor(body) for body in bodies if body.layer == subject.roles.authority.id)


def _mayor(body: BodyAt) -> str:
    since = body.body.mayor_from
    if since and since <= body.day:
        return f"{body.name}: first elected mayor in office from {day_words(since)}."
    return f"{body.name}: no elected mayor on this day."


def _under(subject: Subject) -> str:
    if not subject.is_stp:
        return ""
    layer = subject.roles.partnership
    several = under_several(subject.snapshot, subject.body.id, layer.id)
    leps = first_upper(sentences.of(len(subject.met(layer)), layer))
    under = f"{numbers.count(several)} people live" if several else "no one lives"
    return f"{leps}; {under} under two."


def _councils(subject: Subject) -> str:
    """Every upper-tier council with its share of the people."""
    land = subject.snapshot.landscape
    names = {district.upper_tier_code: district.upper_tier_name for district in land.districts.values()}
    found = councils(subject.snapshot, subject.body)
    listed = ", ".join(f"{names[code]} ({numbers.percent(share)})" for code, share in found)
    many = f"{spoken.count(len(found))} upper-tier {'council' if len(found) == 1 else 'councils'}"
    return f"{first_upper(many)}, with their share of {subject.called}’s people: {listed}."


def _splits(subject: Subject) -> tuple[Words, ...]:
    """The districts that an STP shares with another; of other bodies nothing."""
    if not subject.is_stp:
        return ()
    found = brief_words.splits(subject.snapshot, subject.body)
    wholly = () if found else ("Every district with people in it lies wholly in this STP.",)
    return (Words(wholly, found, "Districts shared with other STPs"),)


def meeting(subject: Subject) -> Section:
    """What an STP easily misses, devolution first, and what stands on the ground that it shares with each authority or deal."""
    snapshot, identifier = subject.snapshot, subject.body.id
    main, rest = (
        easily_missed(snapshot, layers, identifier) for layers in (subject.roles.powers, subject.roles.economic)
    )
    blocks = (
        _missed(subject, main, "Easily missed: authorities, devolution deals and city deals"),
        replace(_missed(subject, rest, "Easily missed: growth deals and LEPs"), muted=MISSED_MEANS),
        ground(subject, subject.roles.powers, "Common ground: universities and trusts with their head office in both"),
    )
    notes = [text for block in blocks for text in (block.heading, *block.paragraphs, *block.points) if text]
    return Section("Where could the STP and the deal meet?", blocks, "\n".join((*notes, MISSED_MEANS)), left=2)


def _missed(subject: Subject, found: Sequence[Missed], heading: str) -> Words:
    points = tuple(f"{brief_words.missed(item).removesuffix('.')}: {_where(subject, item)}" for item in found)
    return Words(() if points else ("Nothing small enough to be missed.",), points, heading)


def _where(subject: Subject, item: Missed) -> str:
    names = [subject.snapshot.landscape.districts[code].name for code in item.districts]
    return f"{listed(names, MOST_DISTRICTS)}."


def ground(subject: Subject, layers: Sequence[Layer], heading: str) -> Words:
    """For each footprint that holds at least 1 in 100 of either: the universities and trusts with their head office in both."""
    points = []
    for items in subject.footprints(*layers):
        first = items[0]
        if first.match != "touches":
            inside = listed([sentences.of(count, kind) for kind, count in first.institutions if count])
            points.append(f"{listed([plain_name(item.body) for item in items])}: {inside or 'none'}.")
    *nouns, last = (layer.noun for layer in layers)
    kinds = f"{', '.join(nouns)} or {last}" if nouns else last
    return Words(() if points else (f"No {kinds} holds as many as 1 in 100 of its people.",), tuple(points), heading)
