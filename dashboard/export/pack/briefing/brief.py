"""The whole pack of a body, before it is drawn: title, lead, map, findings, sections and method."""

from __future__ import annotations

from dashboard.export.map.build import source_lines
from dashboard.export.map.geometry import outlines
from dashboard.export.map.plan import Plan, extent_of
from dashboard.export.order import CannotExportError
from dashboard.export.pack.briefing.anchors import anchors
from dashboard.export.pack.briefing.meets import MISSED_MEANS, deciders, ground, leaders, meeting
from dashboard.export.pack.briefing.money import investment
from dashboard.export.pack.briefing.subject import Subject
from dashboard.export.pack.content import Brief, Section, Words
from dashboard.text.links import on_day
from dashboard.text.sources import as_at_words, view_address
from dashboard.views.briefing import BriefingView
from dashboard.views.map import NO_MEASURE
from dashboard.views.query import serialise
from layers.briefing import easily_missed
from layers.dates import day_words
from layers.outlines import shape_of
from layers.words import briefing as brief_words
from layers.words import numbers, sentences
from layers.words.lists import listed

MOST_FINDINGS = 5


def brief_of(subject: Subject, origin: str, title: str | None = None, subtitle: str | None = None) -> Brief:
    """The pack; ``title`` is the reader's own, and ``subtitle`` the line under the map's title."""
    plan = plan_of(subject, origin, subtitle)
    own = title or subject.title
    return Brief(
        kind=f"Briefing pack: {subject.title}" if title else f"Briefing pack: {kind_of(subject)}",
        title=own,
        lead=lead(subject),
        day=subject.body.day,
        address=plan.address,
        plan=plan,
        findings=findings(subject),
        sections=sections(subject),
        method=method(subject),
        sources=source_lines(plan),
    )


def kind_of(subject: Subject) -> str:
    """What kind of body the pack is of, spelled out for an STP."""
    return "sustainability and transformation partnership (STP)" if subject.is_stp else subject.noun


def lead(subject: Subject) -> str:
    """The one line to remember."""
    body = subject.body
    people = f"{numbers.people(body.people)} (mid-2017)."
    if subject.is_stp:
        return f"{people} {brief_words.finding(subject.snapshot, body)}"
    counts = [(len(subject.met(layer)), layer) for layer in subject.roles.leaders if layer != body.layer_record]
    met = [sentences.of(count, layer) for count, layer in counts if count]
    none = [f"no {layer.noun}" for _, layer in counts]
    return f"{people} It shares people with {listed(met) or ', '.join(none)}."


def plan_of(subject: Subject, origin: str, subtitle: str | None) -> Plan:
    """The map: the body and the authorities, LEPs, STPs and live devolution deals that it meets."""
    body, land = subject.body, subject.snapshot.landscape
    shape = shape_of(land, body)
    if shape is None:
        raise CannotExportError(f"The outline of {body.name} is not in the data, so there is no briefing pack of it.")
    bounds = outlines(f"{body.layer_record.geometry}-regional-0")[shape].bounds
    shown = []
    for layer in dict.fromkeys((*land.layers_with(lambda layer: layer.compared), body.layer_record)):
        found = (body,) if layer.id == body.layer else tuple(item.body for item in subject.met(layer))
        shown += [(layer.id, found)] if found else []
    lines = listed([land.layers[layer].plural for layer, _ in shown if layer != body.layer])
    met = f" Lines: {lines} that share its people." if lines else ""
    said = f"Tinted: the {subject.noun}.{met} {as_at_words(body.day)}."
    return Plan(
        title=f"What {subject.title} meets",
        subtitle=said if subtitle is None else subtitle,
        day=body.day,
        measure=NO_MEASURE,
        shown=tuple(shown),
        points=(),
        extent=extent_of(bounds),
        address=_address(subject, origin),
        filled=body.layer,
    )


def _address(subject: Subject, origin: str) -> str:
    body = subject.body
    if subject.is_stp:
        return view_address(origin, "/briefing", serialise(BriefingView(as_at=body.day, stp=body.id)))
    return view_address(origin, f"/body/{body.id}", on_day(body.day, ""))


def findings(subject: Subject) -> tuple[str, ...]:
    """What to say over the map: each authority and deal met, people under two LEPs, what is easily missed, split districts."""
    met = [subject.held(items) for items in subject.footprints(subject.roles.authority, subject.roles.devolution)]
    if not subject.is_stp:
        return tuple([subject.held(items) for items in subject.footprints(subject.roles.subject)][:3] + met[:2])
    first = brief_words.finding(subject.snapshot, subject.body)
    missed = [
        item
        for kinds in (subject.roles.powers, subject.roles.economic)
        for item in easily_missed(subject.snapshot, kinds, subject.body.id)
    ]
    rest = [line for line in map(brief_words.missed, missed) if line not in met]
    splits = brief_words.splits(subject.snapshot, subject.body)
    return (first, *met[:2], *splits[:1], *rest)[:MOST_FINDINGS]


def sections(subject: Subject) -> tuple[Section, ...]:
    """The slides between the map and the method, under the questions an adviser asks."""
    middle = meeting(subject) if subject.is_stp else _nhs(subject)
    return (leaders(subject), deciders(subject), middle, investment(subject), anchors(subject))


def _nhs(subject: Subject) -> Section:
    """Where a body that is no STP meets the NHS, and the STPs that easily miss it."""
    layers = [found for found in (subject.roles.powers, subject.roles.economic) if subject.body.layer_record in found]
    missed = [
        brief_words.missed(item)
        for found in layers
        for item in easily_missed(subject.snapshot, found)
        if any(body.id == subject.body.id for body in item.bodies)
    ]
    common = ground(
        subject,
        (subject.roles.subject,),
        "Common ground with STPs: universities and trusts with their head office in both",
    )
    blocks = (common, *((Words(points=tuple(missed), heading="Easily missed by these STPs"),) if missed else ()))
    notes = [text for block in blocks for text in (block.heading, *block.paragraphs, *block.points) if text]
    return Section("Where could it and the NHS meet?", blocks, "\n".join(notes), left=len(blocks) - 1)


def method(subject: Subject) -> tuple[str, ...]:
    """How the numbers were worked out, and what they can't say."""
    called = subject.called
    sourced = "A trust stands in an STP when a source says so, or, where no source was found, by its head office alone."
    trusts = sourced if subject.is_stp else "NHS trusts stand by head office alone, not hospital."
    return (
        "People in both are the mid-2017 residents of the 32,844 small areas (LSOA 2011) that both bodies cover: where people live, not where they are treated or work.",
        f"Both shares are given: of {called}’s people, and of the other body’s. Shares say how much is shared, not how well anything works.",
        "Match: same, both hold at least 99% of each other; inside and contains, one holds at least 99% of the other; touches, under 1% of either; crosses, anything else.",
        *((MISSED_MEANS,) if subject.is_stp else ()),
        f"Growth Deal money by people: each LEP’s announced rounds times the share of the LEP’s people who live in {called}. Where the amount of a round was not found, the sum is not known.",
        f"{trusts} Universities stand by head office, not campus.",
        f"Bodies, deals and their status are as at {day_words(subject.body.day)}. What is not known is shown as not known; a place that no deal covers has no deal, which is not a deal of £0.",
    )
