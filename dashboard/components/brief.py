"""The one-page brief of an STP, under the questions an adviser asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard import words
from dashboard.components.agreements import agreement_list
from dashboard.components.attributes import attributes
from dashboard.components.institutions import institution_list, students
from dashboard.links import body_href, on_day
from layers import brief_words, sentences
from layers.briefing import (
    DEVOLUTION,
    ECONOMIC,
    Met,
    Missed,
    councils,
    easily_missed,
    growth_money,
    met,
    trusts,
    under_several,
    universities,
)
from layers.dates import day_words
from layers.landscape import BodyAt, Snapshot
from layers.model import Institution


def brief(snapshot: Snapshot, stp: BodyAt) -> list[Any]:
    """The whole brief."""
    return [
        html.P("STP brief", className="kind"),
        html.H1(stp.name),
        html.P(f"{words.count(stp.people)} people (mid-2017). {brief_words.finding(snapshot, stp)}", className="lead"),
        html.P(
            [
                html.A("All STPs", href=f"/briefing{on_day(snapshot.day)}"),
                " · ",
                html.A("Its full page", href=body_href(stp)),
            ],
            className="no-print",
        ),
        leaders(snapshot, stp),
        investment(snapshot, stp),
        deciders(snapshot, stp),
        meeting(snapshot, stp),
    ]


def leaders(snapshot: Snapshot, stp: BodyAt) -> html.Section:
    """Combined authorities, LEPs and councils."""
    several = under_several(snapshot, stp.id, "lep")
    under = f" {words.count(several)} people live under two." if several else ""
    return html.Section(
        [
            html.H2("Do you know your local leaders of growth?"),
            *_met_table(met(snapshot, stp.id, "combined_authority"), "combined_authority", mayors=True),
            *_met_table(met(snapshot, stp.id, "lep"), "lep"),
            html.P(f"{sentences.first_upper(sentences.of(len(met(snapshot, stp.id, 'lep')), 'lep'))}.{under}"),
            html.P(_councils(snapshot, stp)),
        ]
    )


def _councils(snapshot: Snapshot, stp: BodyAt) -> str:
    names = {district.upper_tier_code: district.upper_tier_name for district in snapshot.landscape.districts.values()}
    found = councils(snapshot, stp)
    listed = sentences.listed([f"{names[code]} ({words.percent(share)})" for code, share in found])
    many = "council" if len(found) == 1 else "councils"
    return f"{sentences.first_upper(sentences.number(len(found)))} upper-tier {many}, with their share of the STP’s people: {listed}."


def _met_table(found: Sequence[Met], kind: str, mayors: bool = False) -> list[Any]:
    one, many = sentences.NOUNS[kind]
    if not found:
        return [html.P(f"No {one} holds any of its people.")]
    heads = [one, "People in both", "Of the STP’s", "Of its own", *(["Mayor"] if mayors else [])]
    head = html.Tr([html.Th(sentences.first_upper(text), scope="col") for text in heads])
    rows = [
        html.Tr(
            [
                html.Th(html.A(item.body.name, href=body_href(item.body)), scope="row"),
                html.Td(words.count(item.people)),
                html.Td(words.percent(item.share_of_stp)),
                html.Td(words.percent(item.share_of_body)),
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
            **attributes(aria_label=many),
        )
    ]


def _mayor(body: BodyAt) -> str:
    since = body.body.mayor_from
    return f"since {day_words(since)}" if since and since <= body.day else "none on this day"


def investment(snapshot: Snapshot, stp: BodyAt) -> html.Section:
    """Growth Deal money by people, then the city and devolution deals with their own amounts."""
    money = growth_money(snapshot, stp.id)
    blocks: list[Any] = []
    for layer in ("devolution_deal", "city_deal"):
        for item in met(snapshot, stp.id, layer):
            blocks += [
                html.H3(html.A(item.body.name, href=body_href(item.body))),
                html.P(f"{words.percent(item.share_of_stp)} of the STP’s people live in it."),
                *agreement_list(item.body),
            ]
    none = [] if blocks else [html.P("No devolution deal or city deal covers any of its people.")]
    return html.Section(
        [
            html.H2("What is being invested here?"),
            *_growth(snapshot, stp, money.amount_gbp_m, money.unknown),
            *blocks,
            *none,
        ]
    )


def _growth(snapshot: Snapshot, stp: BodyAt, amount: float | None, unknown: Sequence[str]) -> list[html.P]:
    formula = "Each LEP’s announced rounds times the share of the LEP’s people who live in the STP, added. An attribution, not money promised to the STP."
    if not met(snapshot, stp.id, "growth_deal"):
        return [html.P("No Growth Deal had been announced by this day.")]
    if amount is None:
        return [
            html.P(
                f"Growth Deal money by people: not known, as the amount of a round was not found for {sentences.listed(list(unknown))}."
            ),
            html.P(formula, className="muted"),
        ]
    return [
        html.P(f"Growth Deal money by people: {words.money(amount)}, £{amount * 1e6 / stp.people:,.0f} a head."),
        html.P(formula, className="muted"),
    ]


def deciders(snapshot: Snapshot, stp: BodyAt) -> html.Section:
    """Districts shared with other STPs, integrated care systems and Leading Places."""
    splits = brief_words.splits(snapshot, stp)
    lines = list(splits) or ["Every district with people in it lies wholly in this STP."]
    for layer in ("integrated_care_system", "leading_places"):
        found = met(snapshot, stp.id, layer)
        names = sentences.listed(
            [f"{item.body.short_name} ({words.percent(item.share_of_stp)} of the STP’s people)" for item in found]
        )
        lines.append(f"{snapshot.landscape.layers[layer].name}: {names or 'none on this day'}.")
    return html.Section([html.H2("Who decides what, with whom?"), html.Ul([html.Li(line) for line in lines])])


def meeting(snapshot: Snapshot, stp: BodyAt) -> html.Section:
    """What is easily missed, and the anchors on both sides."""
    own = trusts(snapshot, stp)
    main = easily_missed(snapshot, DEVOLUTION, stp.id)
    rest = easily_missed(snapshot, ECONOMIC, stp.id)
    return html.Section(
        [
            html.H2("Where could the STP and the deal meet?"),
            html.H3("Easily missed: authorities, devolution deals and city deals"),
            _missed_list(main, "Nothing small enough to be missed."),
            html.H3("Easily missed: growth deals and LEPs"),
            _missed_list(rest, "Nothing small enough to be missed."),
            *institution_list(universities(snapshot, stp), "Universities"),
            html.H3(f"NHS trusts: {len(own.sourced)} by a source, {len(own.by_head_office)} by head office only"),
            _trust_list(own.sourced, own.by_head_office),
        ]
    )


def _missed_list(found: Sequence[Missed], nothing: str) -> html.Ul | html.P:
    return (
        html.Ul([html.Li(brief_words.missed(item)) for item in found]) if found else html.P(nothing, className="muted")
    )


def _trust_list(sourced: Sequence[Institution], placed: Sequence[Institution]) -> html.Ul:
    rows = [html.Li(f"{item.name}, {students(item)}") for item in sourced]
    rows += [html.Li(f"{item.name}, {students(item)}; placed here by its head office alone") for item in placed]
    return html.Ul(rows, className="plain columns")
