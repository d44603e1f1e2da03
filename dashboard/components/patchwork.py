"""The words beside the patchwork map: one district's bundle, and how far each layer covers a region."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.downloads import table_links
from dashboard.components.glossary import marked
from dashboard.components.linked import listing, place_link, place_listing
from dashboard.text.links import body_href
from layers.geography.borders import part_borders
from layers.landscape import BodyAt, Snapshot
from layers.patchwork import (
    OneBodyAway,
    bundles,
    groups,
    layer_coverages,
    named,
    one_body_away,
    region_parts,
    same_bundle,
    seams,
    splitting_layers,
)
from layers.words import numbers, sentences
from layers.words.lists import listed

MOST = 12


def coverage(snapshot: Snapshot, layers: Sequence[str], region: str | None) -> list[Any]:
    """For each layer people in none, one and several bodies, the gaps by name, and a summary in sentences."""
    found = layer_coverages(snapshot, layers, region)
    if not found:
        return [html.P("Choose at least one layer to see how far it reaches.", className="muted")]
    head = html.Tr(
        [
            html.Th(text, scope="col")
            for text in ("Layer", "People in none", "In one", "In two or more", "Districts it does not reach")
        ]
    )
    rows = [
        html.Tr(
            [
                html.Th(snapshot.landscape.layers[item.layer].name, scope="row"),
                html.Td(numbers.count(item.none)),
                html.Td(numbers.count(item.one)),
                html.Td(numbers.count(item.more)),
                html.Td(_gaps(snapshot, item.gaps)),
            ]
        )
        for item in found
    ]
    table = html.Div(
        html.Table([html.Thead(head), html.Tbody(rows)], className="figures words"),
        className="figures-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_label="Table of how far each layer reaches"),
    )
    note = "Not covered is not zero: it only means that no body of the layer had these people on this day."
    return marked(
        [
            html.H2("How far each layer reaches"),
            table_links("patchwork-coverage"),
            html.Ul([html.Li(line) for line in summary(snapshot, layers, region)]),
            table,
            html.P(note, className="muted small"),
        ]
    )


def _gaps(snapshot: Snapshot, codes: Sequence[str]) -> list[Any]:
    ordered = sorted(codes, key=lambda code: snapshot.landscape.districts[code].name)
    return place_listing(snapshot.landscape, ordered, snapshot.day, MOST) if ordered else ["none"]


def summary(snapshot: Snapshot, layers: Sequence[str], region: str | None) -> list[str]:
    """The patchwork of a region in a few sentences."""
    own = frozenset(region_parts(snapshot, region))
    here = [group for group in groups(snapshot, layers) if own.intersection(group.parts)]
    districts = snapshot.landscape.districts
    councils = {districts[snapshot.landscape.parts.district[part]].upper_tier_code for part in own}
    split = sum(bool(names) for code, names in splitting_layers(snapshot, layers).items() if code in councils)
    return list(sentences.bundles(len(here), len(councils), split))


def nothing_selected() -> list[Any]:
    """What to do when no district is selected."""
    text = "Choose a district on the map to see who shares its exact bundle, who differs by one body, and what changes at each of its borders."
    return [html.P(marked([text]), className="muted")]


def detail(snapshot: Snapshot, layers: Sequence[str], code: str) -> list[Any]:
    """One district: its bundle (or bundles), who shares it, who differs by one, the seams round it."""
    land = snapshot.landscape
    own = land.parts.of_district[code]
    blocks: list[Any] = [html.H2(place_link(code, land.districts[code].name, snapshot.day))]
    for position, part in enumerate(own):
        if len(own) > 1:
            share = int(land.parts.people[part]) / land.districts[code].population
            blocks.append(html.H3(f"Part {position + 1}: {numbers.percent(share)} of its people"))
        blocks += _bundle(snapshot, layers, part, code)
    return marked([*blocks, html.H3("The seams round it"), _seams(snapshot, layers, own)], "part", "seam")


def _bundle(snapshot: Snapshot, layers: Sequence[str], part: int, code: str) -> list[Any]:
    bodies = named(snapshot, bundles(snapshot, layers)[part])
    shared = [other for other in same_bundle(snapshot, layers, part).districts if other != code]
    near = one_body_away(snapshot, layers, part)
    return [
        html.P(_named(bodies) if bodies else "No body of these layers covers it."),
        html.P(
            ["Exactly the same bundle: ", *place_listing(snapshot.landscape, shared, snapshot.day, MOST), "."]
            if shared
            else "Nowhere else has exactly this bundle."
        ),
        html.Ul([html.Li(_difference(snapshot, item)) for item in near[:MOST]])
        if near
        else html.P("No other bundle differs by just one body."),
    ]


def _named(bodies: Sequence[BodyAt]) -> list[Any]:
    return [*listing([_body(body) for body in bodies]), "."]


def _difference(snapshot: Snapshot, item: OneBodyAway) -> list[Any]:
    here, there = (snapshot.by_id.get(name or "") for name in (item.only_here, item.only_there))
    if here and there:
        how: list[Any] = ["have ", _body(there), " where this has ", _body(here)]
    elif there:
        how = ["also have ", _body(there)]
    else:
        how = ["lack ", _body(here)] if here else []
    return ["These ", *how, ": ", *place_listing(snapshot.landscape, item.group.districts, snapshot.day, MOST), "."]


def _body(body: BodyAt) -> html.A:
    return html.A(sentences.called(body.short_name, body.layer_record), href=body_href(body))


def _seams(snapshot: Snapshot, layers: Sequence[str], own: Sequence[int]) -> html.Ul | html.P:
    found = seams(snapshot, layers, own, part_borders())
    if not found:
        return html.P("Nothing changes at any of its borders.")
    names = snapshot.landscape.layers
    rows = [
        html.Li(
            [
                place_link(seam.district, snapshot.landscape.districts[seam.district].name, snapshot.day),
                f": {listed([names[layer].name_singular for layer in seam.layers])}",
            ]
        )
        for seam in found
    ]
    return html.Ul(rows, className="plain")
