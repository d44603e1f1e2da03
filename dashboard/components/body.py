"""The page of one body: what it is, where, with whom, with what money, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.agreements import agreement_list, total
from dashboard.components.attributes import attributes
from dashboard.components.card import lifetime
from dashboard.components.downloads import table_links
from dashboard.components.glossary import CITATION, marked
from dashboard.components.institutions import institution_list
from dashboard.components.linked import listing, place_link, places_of
from dashboard.components.packs import pack_links
from dashboard.text.links import body_href, on_day
from layers.bodies import Partner, lineage, neighbours, partners_in, siblings
from layers.dates import day_words
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.model import Body, Layer
from layers.place.covers import district_shares
from layers.place.institutions import institutions_within
from layers.words import numbers, sentences
from layers.words.capitals import first_upper


def absent(land: Landscape, body: Body, day: str) -> list[Any]:
    """A body that is not in being on the day: its dates and the way to a day on which it is."""
    when = body.valid_from or body.valid_to
    link = [html.A("See it on a day when it was", href=f"?as_at={when.isoformat()}")] if when else []
    return marked(
        [
            html.P(land.layers[body.layer].name_singular, className="kind"),
            html.H1(body.name),
            html.P(f"Not in being on {day}: {lifetime(body.valid_from, body.valid_to)}."),
            *(html.P(item) for item in link),
        ]
    )


def summary(snapshot: Snapshot, body: BodyAt) -> html.Section:
    """Name, size, dates and lineage."""
    land = snapshot.landscape
    known = body.body
    reach = (
        f"{numbers.people(body.people)} (mid-2017), {numbers.count(body.area_km2)} km²."
        if body.parts
        else "Its area is not in the data."
    )
    mayor = known.mayor_from
    lines = [
        f"Also written {known.abbreviation}." if known.abbreviation else "",
        reach,
        f"{first_upper(lifetime(known.valid_from, known.valid_to))}." if not body.agreements else "",
        f"First elected mayor in office from {day_words(mayor)}." if mayor and mayor <= snapshot.day else "",
        *lineage(land, known),
    ]
    source = f"{known.official_code}, {known.source}" if known.official_code else known.source
    return html.Section(
        marked(
            [
                html.P(land.layers[body.layer].name_singular, className="kind"),
                html.H1(body.name),
                _neighbouring_pages(snapshot, body),
                html.P(land.layers[body.layer].what_it_does, className="muted"),
                *(html.P(line) for line in lines if line),
                pack_links("briefing", f"body={body.id}{on_day(body.day, '&')}") if _has_pack(body) else "",
                html.P(source, className=f"muted small {CITATION}"),
                html.P(known.doubt, className=f"muted small {CITATION}") if known.doubt and not body.agreements else "",
            ]
        )
    )


def _has_pack(body: BodyAt) -> bool:
    """Whether what the body meets is counted, so that there is something to brief on."""
    return bool(body.parts) and body.standing == "live"


def _neighbouring_pages(snapshot: Snapshot, body: BodyAt) -> html.Nav:
    before, after = siblings(snapshot, body)
    return html.Nav(
        [
            _sibling(before, "← ", ""),
            html.A("All against all", href=f"/overlaps?a={body.layer}{on_day(body.day, '&')}"),
            _sibling(after, "", " →"),
        ],
        className="neighbours",
        **attributes(aria_label="Bodies of this layer"),
    )


def _sibling(body: BodyAt | None, head: str, tail: str) -> html.A | html.Span:
    return html.A(f"{head}{body.short_name}{tail}", href=body_href(body)) if body else html.Span()


def districts(snapshot: Snapshot, body: BodyAt) -> html.Section:
    """Districts, whole and part, then associates."""
    land = snapshot.landscape
    shares = district_shares(snapshot, body)
    rows = [
        _district_row(snapshot, code, share)
        for code, share in sorted(shares.items(), key=lambda item: (-item[1], land.districts[item[0]].name))
    ]
    extra = [
        html.Li(
            [
                place_link(m.district_code, land.districts[m.district_code].name, snapshot.day),
                f", associate ({m.role}), not counted",
            ]
        )
        for m in body.associates
    ]
    invited = (
        [
            html.Li([place_link(m.district_code, land.districts[m.district_code].name, snapshot.day), ", invited"])
            for m in body.members
        ]
        if body.standing == "bid"
        else []
    )
    whole = sum(numbers.is_whole(share) for share in shares.values())
    part = len(shares) - whole
    title = f"Districts: {whole} whole" + (f", {part} in part" if part else "")
    content = (
        html.Ul([*rows, *extra, *invited], className="plain columns")
        if rows or extra or invited
        else html.P("Its area is not in the data.")
    )
    return html.Section(marked([html.H2(title), _links("body-districts", body), content]))


def _district_row(snapshot: Snapshot, code: str, share: float) -> html.Li:
    note = "" if numbers.is_whole(share) else f", {numbers.percent(share)} of its people"
    return html.Li([place_link(code, snapshot.landscape.districts[code].name, snapshot.day), note])


def partners(snapshot: Snapshot, body: BodyAt) -> html.Section:
    """For every other layer, the bodies it shares people with: both shares, match word, what stands in the overlap."""
    title = html.H2("Who it shares people with")
    if not body.parts:
        return html.Section([title, html.P("Not known, as its area is not in the data.", className="muted")])
    if body.standing != "live":
        return html.Section([title, html.P("Not counted, as it is not in force on this day.", className="muted")])
    found = {layer: partners_in(snapshot, body, layer.id) for layer in snapshot.landscape.area_layers}
    blocks = [_layer_block(body, layer, items) for layer, items in found.items() if items]
    none = [
        layer.noun if layer.id != body.layer else f"other {layer.noun}" for layer, items in found.items() if not items
    ]
    said = html.P(f"On this day it shares people with no {', no '.join(none)}.", className="muted") if none else ""
    return html.Section(marked([title, _links("body-partners", body), *blocks, said]))


def _layer_block(body: BodyAt, layer: Layer, items: Sequence[Partner]) -> html.Div:
    head = html.Tr(
        [
            html.Th(text, scope="col")
            for text in (
                layer.name_singular,
                "People in both",
                "Of this body",
                "Of the other",
                "Match",
                "Institutions in both",
            )
        ]
    )
    return html.Div(
        [
            html.H3(layer.name),
            html.Div(
                html.Table(
                    [html.Thead(head), html.Tbody([_partner_row(body, item) for item in items])],
                    className="figures partners",
                ),
                className="figures-scroll",
                tabIndex=0,
                role="region",
                **attributes(aria_label=f"Partners: {layer.name}"),
            ),
        ],
        style={"borderLeft": f"6px solid {layer.colour}", "paddingLeft": "12px", "marginBottom": "14px"},
    )


def _partner_row(body: BodyAt, item: Partner) -> html.Tr:
    other = item.body
    link = f"/overlaps?a={body.layer}&b={other.layer}&as_at={body.day.isoformat()}&pair={body.id}~{other.id}"
    inside = ", ".join(sentences.of(count, kind) for kind, count in item.institutions if count)
    return html.Tr(
        [
            html.Th(html.A(other.short_name, href=body_href(other)), scope="row"),
            html.Td(html.A(numbers.count(item.people), href=link, title="See the overlap")),
            html.Td(numbers.percent(item.share_of_this)),
            html.Td(numbers.percent(item.share_of_other)),
            html.Td(item.match),
            html.Td(inside or "none"),
        ]
    )


def deals(snapshot: Snapshot, body: BodyAt) -> html.Section | str:
    """The deals this body is or leads, with their money."""
    led = [other for other in snapshot.by_id.values() if any(item.lead_body_id == body.id for item in other.agreements)]
    shown = [body] if body.agreements else led
    if not shown:
        return ""
    blocks: list[Any] = []
    for deal in shown:
        title = [] if deal is body else [html.H3(html.A(deal.name, href=body_href(deal)))]
        rounds = agreement_list(deal, full=deal is body, places=places_of(snapshot.landscape, deal))
        blocks += [*title, *rounds, *(html.P(f"All rounds together: {text}.") for text in total(deal))]
    return html.Section(
        marked([html.H2("Deals and money" if deal_money(shown) else "Agreements"), _links("body-deals", body), *blocks])
    )


def deal_money(shown: Sequence[BodyAt]) -> bool:
    """Whether any of these is of a layer whose agreements can carry money."""
    return any(body.layer_record.carries_money for body in shown)


def institutions(snapshot: Snapshot, body: BodyAt) -> html.Section | str:
    """Universities and trusts with their head office inside."""
    if not body.parts:
        return ""
    found = institutions_within(snapshot, body.parts)
    links = [_links("body-institutions", body)] if found else []
    return html.Section([*institution_list(found, "Inside: universities and NHS trusts"), *links])


def _links(table: str, body: BodyAt) -> html.Span:
    return table_links(table, f"body={body.id}{on_day(body.day, '&')}")


def around(snapshot: Snapshot, body: BodyAt, borders: Mapping[str, frozenset[str]]) -> html.Section | str:
    """Bodies of its layer with a district next to one of its own."""
    found = neighbours(snapshot, body, borders)
    if not found:
        return ""
    names = listing([html.A(other.short_name, href=body_href(other)) for other in found])
    return html.Section(marked([html.H2(f"Next to it: {sentences.of(len(found), body.layer_record)}"), html.P(names)]))
