"""The one-page brief of an STP, under the questions an adviser asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.agreements import agreement_list
from dashboard.components.attributes import attributes
from dashboard.components.downloads import table_links
from dashboard.components.glossary import marked
from dashboard.components.institutions import institution_list
from dashboard.components.linked import linked, listing, place_link, place_listing
from dashboard.components.packs import pack_links
from dashboard.text.links import body_href, on_day
from layers.briefing import (
    Met,
    Missed,
    councils,
    easily_missed,
    growth_money,
    met,
    split_districts,
    trusts,
    under_several,
    universities,
)
from layers.briefing_roles import roles
from layers.dates import day_words
from layers.landscape import BodyAt, Snapshot
from layers.model import Institution, Layer
from layers.words import briefing as brief_words
from layers.words import numbers, sentences, spoken
from layers.words.capitals import first_upper
from layers.words.facts import students
from layers.words.lists import listed

MOST = 8
"""As many districts of an easily missed footprint stand by name."""


def brief(snapshot: Snapshot, stp: BodyAt) -> list[Any]:
    """The whole brief."""
    lead = f"{numbers.people(stp.people)} (mid-2017). {brief_words.finding(snapshot, stp)}"
    ways: list[Any] = [html.A("All STPs", href=f"/briefing{on_day(snapshot.day)}"), " · "]
    return [
        *marked([html.P("STP brief", className="kind"), html.H1(stp.name), html.P(lead, className="lead")]),
        html.P([*ways, html.A("Its full page", href=body_href(stp))], className="no-print"),
        pack_links("briefing", f"body={stp.id}{on_day(snapshot.day, '&')}"),
        leaders(snapshot, stp),
        investment(snapshot, stp),
        deciders(snapshot, stp),
        meeting(snapshot, stp),
    ]


def leaders(snapshot: Snapshot, stp: BodyAt) -> html.Section:
    """Combined authorities, LEPs and councils."""
    part = roles(snapshot.landscape)
    authorities, leps = met(snapshot, stp.id, part.authority.id), met(snapshot, stp.id, part.partnership.id)
    several = under_several(snapshot, stp.id, part.partnership.id)
    under = f" {numbers.count(several)} people live under two." if several else ""
    return html.Section(
        marked(
            [
                html.H2("Do you know your local leaders of growth?"),
                *_met_table(authorities, part.authority, mayors=True),
                _links("brief-authorities", stp) if authorities else "",
                *_met_table(leps, part.partnership),
                _links("brief-leps", stp),
                html.P(f"{first_upper(sentences.of(len(leps), part.partnership))}.{under}"),
                html.P(_councils(snapshot, stp)),
                _links("brief-councils", stp),
            ]
        )
    )


def _links(table: str, stp: BodyAt) -> html.Span:
    return table_links(table, f"stp={stp.id}{on_day(stp.day, '&')}")


def _councils(snapshot: Snapshot, stp: BodyAt) -> list[Any]:
    names = {district.upper_tier_code: district.upper_tier_name for district in snapshot.landscape.districts.values()}
    found = councils(snapshot, stp)
    listed = [[place_link(code, names[code], snapshot.day), f" ({numbers.percent(share)})"] for code, share in found]
    many = f"{spoken.count(len(found))} upper-tier {'council' if len(found) == 1 else 'councils'}"
    return [
        f"{first_upper(many)}, with their share of the STP’s people: ",
        *listing(listed),
        ".",
    ]


def _met_table(found: Sequence[Met], kind: Layer, mayors: bool = False) -> list[Any]:
    if not found:
        return [html.P(f"No {kind.noun} holds any of its people.")]
    heads = [kind.noun, "People in both", "Of the STP’s", "Of its own", *(["Mayor"] if mayors else [])]
    head = html.Tr([html.Th(first_upper(text), scope="col") for text in heads])
    rows = [
        html.Tr(
            [
                html.Th(html.A(item.body.name, href=body_href(item.body)), scope="row"),
                html.Td(numbers.count(item.people)),
                html.Td(numbers.percent(item.share_of_stp)),
                html.Td(numbers.percent(item.share_of_body)),
                *([html.Td(_mayor(item.body))] if mayors else []),
            ]
        )
        for item in found
    ]
    return [
        html.Div(
            html.Table([html.Thead(head), html.Tbody(rows)], className="figures"),
            className="figures-scroll",
            tabIndex=0,
            role="region",
            **attributes(aria_label=kind.plural),
        )
    ]


def _mayor(body: BodyAt) -> str:
    since = body.body.mayor_from
    return f"since {day_words(since)}" if since and since <= body.day else "none on this day"


def investment(snapshot: Snapshot, stp: BodyAt) -> html.Section:
    """Growth Deal money by people, then the city and devolution deals with their own amounts."""
    money = growth_money(snapshot, stp.id)
    blocks: list[Any] = []
    for layer in roles(snapshot.landscape).deals:
        for item in met(snapshot, stp.id, layer.id):
            blocks += [
                html.H3(html.A(item.body.name, href=body_href(item.body))),
                html.P(f"{numbers.percent(item.share_of_stp)} of the STP’s people live in it."),
                *agreement_list(item.body),
            ]
    none = [] if blocks else [html.P("No devolution deal or city deal covers any of its people.")]
    growth = _growth(snapshot, stp, money.amount_gbp_m, money.unknown)
    return html.Section(
        marked([html.H2("What is being invested here?"), *growth, *blocks, *none, _links("brief-deals", stp)])
    )


def _growth(snapshot: Snapshot, stp: BodyAt, amount: float | None, unknown: Sequence[str]) -> list[html.P]:
    formula = "Each LEP’s announced rounds times the share of the LEP’s people who live in the STP, added. An attribution, not money promised to the STP."
    if not met(snapshot, stp.id, roles(snapshot.landscape).money.id):
        return [html.P("No Growth Deal had been announced by this day.")]
    if amount is None:
        return [
            html.P(
                f"Growth Deal money by people: not known, as the amount of a round was not found for {listed(list(unknown))}."
            ),
            html.P(formula, className="muted"),
        ]
    return [
        html.P(
            f"Growth Deal money by people: {numbers.money(amount)}, {numbers.a_head(amount * 1e6 / stp.people)} a head."
        ),
        html.P(formula, className="muted"),
    ]


def deciders(snapshot: Snapshot, stp: BodyAt) -> html.Section:
    """Districts shared with other STPs, integrated care systems and Leading Places."""
    lines = _splits(snapshot, stp) or [["Every district with people in it lies wholly in this STP."]]
    part = roles(snapshot.landscape)
    for layer in (part.system, part.places):
        found = met(snapshot, stp.id, layer.id)
        names = listed(
            [f"{item.body.short_name} ({numbers.percent(item.share_of_stp)} of the STP’s people)" for item in found]
        )
        lines.append([f"{layer.name}: {names or 'none on this day'}."])
    return html.Section(marked([html.H2("Who decides what, with whom?"), html.Ul([html.Li(line) for line in lines])]))


def _splits(snapshot: Snapshot, stp: BodyAt) -> list[list[Any]]:
    """The sentence of each district shared with another STP, the district's name a link."""
    known = snapshot.landscape.districts
    return [
        linked(line, {known[code].name: code}, snapshot.day, keep=(other.short_name,))
        for line, (code, other, _, _) in zip(
            brief_words.splits(snapshot, stp), split_districts(snapshot, stp), strict=True
        )
    ]


def meeting(snapshot: Snapshot, stp: BodyAt) -> html.Section:
    """What is easily missed, and the anchors on both sides."""
    own = trusts(snapshot, stp)
    main = easily_missed(snapshot, roles(snapshot.landscape).powers, stp.id)
    rest = easily_missed(snapshot, roles(snapshot.landscape).economic, stp.id)
    return html.Section(
        marked(
            [
                html.H2("Where could the STP and the deal meet?"),
                html.H3("Easily missed: authorities, devolution deals and city deals"),
                _missed_list(snapshot, main),
                html.H3("Easily missed: growth deals and LEPs"),
                _missed_list(snapshot, rest),
                _links("brief-missed", stp),
                *institution_list(universities(snapshot, stp), "Universities"),
                html.H3(f"NHS trusts: {len(own.sourced)} by a source, {len(own.by_head_office)} by head office only"),
                _trust_list(own.sourced, own.by_head_office),
                _links("brief-institutions", stp),
            ]
        )
    )


def _missed_list(snapshot: Snapshot, found: Sequence[Missed]) -> html.Ul | html.P:
    """A sentence each, then the districts of the overlap by name."""
    if not found:
        return html.P("Nothing small enough to be missed.", className="muted")
    return html.Ul([html.Li([brief_words.missed(item), " ", _where(snapshot, item)]) for item in found])


def _where(snapshot: Snapshot, item: Missed) -> html.Span:
    places = place_listing(snapshot.landscape, item.districts, snapshot.day, MOST)
    return html.Span([*places, "."], className="muted")


def _trust_list(sourced: Sequence[Institution], placed: Sequence[Institution]) -> html.Ul:
    rows = [html.Li(f"{item.name}, {students(item)}") for item in sourced]
    rows += [html.Li(f"{item.name}, {students(item)}; placed here by its head office alone") for item in placed]
    return html.Ul(rows, className="plain columns")
