"""The page of one place, under the questions a council leader asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dash import html

from dashboard import words
from dashboard.components.agreements import agreement_list
from dashboard.components.attributes import attributes
from dashboard.components.institutions import students
from dashboard.links import body_href, place_link
from dashboard.palette import LAYERS
from layers import sentences
from layers.dates import day_words
from layers.deals import known_amount
from layers.growth import per_head
from layers.landscape import BodyAt, Snapshot
from layers.local import (
    Area,
    AreaCover,
    AreaFigure,
    area_covers,
    change_words,
    changes,
    figures,
    inside,
    mismatches,
    near,
)
from layers.measures import CAVEATS


def summary(area: Area, day: str) -> html.Section:
    """Name, kind, region and people."""
    kind = f"{words.sentence(area.kind)}, {area.region_name}"
    many = f"{len(area.districts)} districts, " if len(area.districts) > 1 else ""
    return html.Section(
        [
            html.P(kind, className="kind"),
            html.H1(area.name),
            html.P(f"{many}{words.count(area.people)} people (mid-2017). As at {day}."),
        ]
    )


def deciders(snapshot: Snapshot, covers: Sequence[AreaCover]) -> html.Section:
    """Each body, what its kind does in one line, how much of the place, role, since when, mayor."""
    blocks: list[Any] = []
    for layer, group in groupby(covers, key=lambda cover: cover.body.layer):
        kind = snapshot.landscape.layers[layer]
        items = list(group)
        title = kind.name if len(items) > 1 else kind.name_singular
        blocks.append(
            html.Div(
                [
                    html.H3(title),
                    html.P(kind.what_it_does, className="muted small"),
                    html.Ul([html.Li(_decider(cover)) for cover in items], className="plain"),
                ],
                className="cover",
                style={"borderLeftColor": LAYERS[layer].colour},
            )
        )
    return html.Section([html.H2("Who decides what here"), *blocks])


def _decider(cover: AreaCover) -> list[Any]:
    return [html.A(cover.body.name, href=body_href(cover.body)), f": {terms(cover)}."]


def terms(cover: AreaCover) -> str:
    """How much of the place, in what role, since when, and whether there is a mayor."""
    if cover.share is None:
        how = f"associate ({words.names(sorted({member.role for member in cover.members}))}), not counted in its area"
    else:
        how = "the whole place" if cover.share == 1 else f"{words.percent(cover.share)} of its people"
    known = cover.body.body
    if cover.body.agreements:
        latest = cover.body.agreements[-1]
        return f"{how}; {cover.body.status_of(latest)}, announced {latest.announced.words()}"
    starts = {member.valid_from for member in cover.members}
    if None in starts or not starts:
        since = "since a day not known"
    else:
        first = min(max(start, known.valid_from or start) for start in starts if start)
        since = f"since {day_words(first)}"
    mayor = (
        f", with an elected mayor since {day_words(known.mayor_from)}"
        if known.mayor_from and known.mayor_from <= cover.body.day and cover.share
        else ""
    )
    return f"{how}, {since}{mayor}"


def sharers(covers: Sequence[AreaCover]) -> html.Section:
    """For each body the other districts it covers."""
    rows = [
        html.Tr(
            [
                html.Th(html.A(cover.body.short_name, href=body_href(cover.body)), scope="row"),
                html.Td(sentences.NOUNS[cover.body.layer][0]),
                html.Td(_others(cover)),
            ]
        )
        for cover in covers
    ]
    head = html.Tr([html.Th(text, scope="col") for text in ("Body", "Kind", "Also covers")])
    return html.Section(
        [
            html.H2("Who we share them with"),
            _scroll(
                html.Table([html.Thead(head), html.Tbody(rows)], className="figures words"),
                "Other districts of each body",
            ),
        ]
    )


def _others(cover: AreaCover) -> list[Any] | str:
    if not cover.others:
        return "nowhere else"
    found: list[Any] = []
    for position, other in enumerate(cover.others[:14]):
        note = "" if other.share == 1 else f" ({words.percent(other.share)} of its people)"
        found += [", " if position else "", place_link(other.code, other.name, cover.body.day), note]
    if len(cover.others) > 14:
        found.append(f" and {len(cover.others) - 14} more")
    return found


def lines(snapshot: Snapshot, area: Area) -> html.Section:
    """Where boundaries don't match, in sentences."""
    found = mismatches(snapshot, area) or (
        "Fewer than two kinds of body cover this place on this day, so no lines can differ.",
    )
    return html.Section([html.H2("Where the lines don’t match"), html.Ul([html.Li(line) for line in found])])


def deals(covers: Sequence[AreaCover]) -> html.Section:
    """City, growth and devolution deals with round, date and amount; never summed across layers."""
    found = [cover for cover in covers if cover.body.layer in ("city_deal", "growth_deal", "devolution_deal")]
    blocks: list[Any] = []
    for cover in found:
        share = "" if cover.share == 1 else f" ({words.percent(cover.share or 0)} of the people here)"
        blocks += [
            html.H3([html.A(cover.body.name, href=body_href(cover.body)), share]),
            *agreement_list(cover.body),
            *_own_amount(cover),
        ]
    nothing = html.P("No city, growth or devolution deal covers this place on this day.")
    note = html.P(
        "Amounts are for the whole deal. Deals overlap, so they are never added to one another.",
        className="muted small",
    )
    return html.Section([html.H2("Deals and money"), *(blocks or [nothing]), note])


def _own_amount(cover: AreaCover) -> list[html.P]:
    """Per head of the deal's own area, where the amount is known; for a deal of this place alone that is per head here."""
    body = cover.body
    each = per_head(body) if body.layer == "growth_deal" else _per_head(body)
    if each is None:
        return []
    alone = (
        "here, as the deal is this place’s alone"
        if not cover.others and cover.share == 1
        else "of the whole deal’s area"
    )
    return [html.P(f"£{each:,.0f} a head {alone}.", className="small")]


def _per_head(body: BodyAt) -> float | None:
    amount = known_amount(body.agreements)
    return amount * 1e6 / body.people if amount is not None and body.people else None


def anchors(snapshot: Snapshot, area: Area) -> html.Section:
    """Universities and trusts inside, then within 20 km."""
    own = inside(snapshot, area)
    around = near(snapshot, area)
    here = [html.Li([item.name, f", {students(item)}"]) for item in own]
    close = [html.Li([row.institution.name, f", {students(row.institution)}, {row.kilometres:g} km"]) for row in around]
    return html.Section(
        [
            html.H2("Anchor institutions"),
            html.H3("Inside, by head office"),
            html.Ul(here, className="plain") if here else html.P("None has its head office here."),
            html.H3(f"Within 20 km ({len(around)})"),
            html.Ul(close, className="plain columns") if close else html.P("None."),
            html.P("Distance is between points of small areas, as the crow flies.", className="muted small"),
        ]
    )


def statistics(snapshot: Snapshot, area: Area) -> html.Section:
    """Measures against the middle district of England and of the region, with a strip of all districts drawn in the page."""
    head = html.Tr(
        [
            html.Th(text, scope="col")
            for text in (
                "Measure",
                "Here",
                "Middle district, England",
                f"Middle district, {area.region_name}",
                "All districts",
            )
        ]
    )
    rows = [_figure_row(item, area) for item in figures(snapshot.landscape, area)]
    note = (
        "A thin line a district; the thick mark is here, the open mark the middle district of England. Not for ranking."
    )
    return html.Section(
        [
            html.H2("The figures"),
            _scroll(html.Table([html.Thead(head), html.Tbody(rows)], className="figures strips"), "Figures"),
            html.P(note, className="muted small"),
        ]
    )


def _figure_row(item: AreaFigure, area: Area) -> html.Tr:
    level = CAVEATS[item.measure.level]
    name: list[Any] = [
        item.measure.label,
        html.Small(f"{item.measure.period}{', ' + item.measure.level + ' value' if level else ''}", title=level),
    ]
    strip = html.Td(**attributes(data_strip=item.measure.id, data_codes=",".join(area.districts)))
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td(here(item)),
            html.Td(words.figure(item.middle_england, item.measure)),
            html.Td(words.figure(item.middle_region, item.measure)),
            strip,
        ]
    )


def here(item: AreaFigure) -> str:
    """The place's value, the range of its districts, or that it is not available."""
    if item.low is None or item.high is None:
        return words.NOT_AVAILABLE
    low, high = words.figure(item.low, item.measure), words.figure(item.high, item.measure)
    some = "" if item.known == item.total else f" ({item.known} of {item.total} districts)"
    return f"{low}{some}" if low == high else f"{low} to {high}{some}"


def history(snapshot: Snapshot, area: Area) -> html.Section:
    """What changed here up to the day, then the national timeline's address."""
    rows = [html.Li([html.Strong(change_words(change)), f" {change.text}"]) for change in changes(snapshot, area)]
    return html.Section(
        [
            html.H2("What changed"),
            html.Ul(rows, className="plain") if rows else html.P("Nothing had changed by this day."),
        ]
    )


def comparison(snapshot: Snapshot, areas: Sequence[Area]) -> html.Section:
    """Places side by side: their bodies layer by layer, then their figures. In the order asked for, never ranked."""
    covers = [area_covers(snapshot, area) for area in areas]
    head = html.Tr(
        [
            html.Th("", scope="col"),
            *(html.Th(place_link(area.code, area.name, snapshot.day), scope="col") for area in areas),
        ]
    )
    bodies = [
        html.Tr(
            [
                html.Th(snapshot.landscape.layers[layer].name, scope="row"),
                *(html.Td(_short([c for c in found if c.body.layer == layer])) for found in covers),
            ]
        )
        for layer in LAYERS
    ]
    each = [figures(snapshot.landscape, area) for area in areas]
    values = [
        html.Tr(
            [
                html.Th(_named(row[0]), scope="row"),
                *(html.Td(here(item)) for item in row),
            ]
        )
        for row in zip(*each, strict=True)
    ]
    return html.Section(
        [
            html.H2("Side by side"),
            _scroll(
                html.Table([html.Thead(head), html.Tbody([*bodies, *values])], className="figures words"),
                "Places side by side",
            ),
        ]
    )


def _named(item: AreaFigure) -> list[Any]:
    return [item.measure.label, html.Small(item.measure.period)]


def _short(covers: Sequence[AreaCover]) -> str:
    return ", ".join(
        cover.body.short_name
        + ("" if cover.share == 1 else " (associate)" if cover.share is None else f" ({words.percent(cover.share)})")
        for cover in covers
    )


def _scroll(table: html.Table, label: str) -> html.Div:
    return html.Div(table, className="figures-scroll", tabIndex=0, role="region", **attributes(aria_label=label))
