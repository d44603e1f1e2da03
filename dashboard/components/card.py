"""The card of what is selected: a district, a body, or an institution."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from dash import html

from dashboard.components.agreements import agreement_list, total
from dashboard.components.attributes import attributes
from dashboard.components.downloads import table_links
from dashboard.components.glossary import CITATION, marked, mentions
from dashboard.components.institutions import chooser, selectable_list, where_it_stands
from dashboard.components.linked import listing, place_link, places_of
from dashboard.text.links import body_href, on_day
from layers.dates import day_words
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.model import District, Institution, Layer
from layers.place.area import area_of
from layers.place.covers import Cover, covers_of, district_shares
from layers.place.figures import Figure, figures_of
from layers.place.institutions import institutions_of
from layers.words import numbers
from layers.words.capitals import first_upper
from layers.words.facts import students
from layers.words.lists import listed

QUESTIONS = (
    (
        "Which combined authority, LEPs, STP and deals cover Bassetlaw?",
        "?layers=combined_authority,lep,stp&select=E07000171&lon=-1.05&lat=53.35&zoom=6",
    ),
    (
        "Where does the Black Country’s NHS footprint reach into Birmingham?",
        "?layers=combined_authority,stp&lead=stp&measure=none&select=stp-the-black-country&lon=-1.98&lat=52.51&zoom=13",
    ),
    (
        "Which devolution deals stand in December 2017, and which have fallen?",
        "?layers=devolution_deal&fill=devolution_deal&fallen=1&measure=none&table=bodies",
    ),
)


def welcome() -> list[Any]:
    """What a first visitor reads: what this is, and three questions that open as views."""
    return [
        html.P("Choose a district on the map, search above, or start with a question:", className="lead"),
        html.Ul([html.Li(html.A(text, href=link)) for text, link in QUESTIONS], className="questions"),
    ]


def card(land: Landscape, select: str | None, day: date, fallen: bool) -> list[Any]:
    """The card for any selectable id, its terms explained; the welcome when nothing is selected."""
    if select in land.districts:
        return marked(district_card(land.as_at(day), str(select), fallen))
    if select in land.institutions:
        return marked(institution_card(land.as_at(day), land.institutions[str(select)]))
    if select in land.all_bodies:
        return marked(body_card(land.as_at(day), str(select)))
    return welcome()


def _head(kind: str | list[Any], name: str, *lines: str) -> list[Any]:
    return [
        html.Div(
            [
                html.P(kind, className="kind"),
                html.Button(
                    "×",
                    type="button",
                    className="close",
                    title="Clear (Esc)",
                    **attributes(data_clear="1", aria_label="Clear the selection"),
                ),
            ],
            className="card-top",
        ),
        html.H2(name),
        *(html.P(line) for line in lines if line),
    ]


def district_card(snapshot: Snapshot, code: str, fallen: bool) -> list[Any]:
    """Every body over a district, its institutions and its figures."""
    land = snapshot.landscape
    district, area = land.districts[code], area_of(land, code)
    found = covers_of(snapshot, area, fallen=fallen)
    return [
        *_head(
            [first_upper(district.kind), *_county(district, snapshot.day), f", {district.region_name}"],
            district.name,
            f"{numbers.people(district.population)} (mid-2017), {numbers.count(district.area_km2)} km².",
        ),
        html.P(html.A("Open its own page", href=f"/place/{code}{on_day(snapshot.day)}", className="button")),
        html.H3(f"Who covers it, {day_words(snapshot.day)}"),
        *(
            _layer_block(land, layer, list(group))
            for layer, group in groupby(found, key=lambda cover: cover.body.layer)
        ),
        _missing(land, {cover.body.layer for cover in found}),
        *selectable_list(institutions_of(land, area)),
        *_figures(figures_of(land, area), district.region_name),
    ]


def _county(district: District, day: date) -> list[Any]:
    """`` in Nottinghamshire``, for a district below a county."""
    if district.upper_tier_code == district.code:
        return []
    return [" in ", place_link(district.upper_tier_code, district.upper_tier_name, day)]


def _layer_block(land: Landscape, layer: str, found: Sequence[Cover]) -> html.Section:
    plural = len({cover.body.id for cover in found}) > 1
    title = land.layers[layer].name if plural else land.layers[layer].name_singular
    reason = [html.P(land.layers[layer].what_it_does, className="muted")] if _needs_a_reason(land.layers[layer]) else []
    # A kind that is a term gets the term's own note, not two notes over one another.
    head = title if mentions(title) else html.Span(title, title=land.layers[layer].what_it_does)
    return html.Section(
        [
            html.H4(head),
            *(_cover(cover) for cover in found),
            *reason,
        ],
        className="cover",
        style={"borderLeftColor": land.layers[layer].colour},
    )


def _needs_a_reason(layer: Layer) -> bool:
    """Whether to say what the layer is for: the briefing's subject is not of the councils that a district knows."""
    return layer.briefing == "subject"


def _cover(cover: Cover) -> html.Div:
    body = cover.body
    return html.Div(
        [
            chooser(body.id, body.name, "strong"),
            html.P(_terms(cover)),
            *agreement_list(body),
            *_others(cover),
        ],
        className="cover-body" + ("" if body.standing == "live" else " fallen"),
    )


def _terms(cover: Cover) -> str:
    """Share, role and dates in one line."""
    if cover.body.standing == "bid":
        how = "Only ever a bid: this district was invited"
    elif cover.body.standing == "fallen":
        how = "No longer stands"
    elif cover.share is None:
        role = cover.member.role if cover.member else ""
        how = "Associate (non-constituent member)" if role == "non-constituent" else f"Associate ({role})"
    elif numbers.is_whole(cover.share):
        how = "All of the district"
    else:
        how = f"{numbers.percent(cover.share)} of the district’s people"
    if cover.body.agreements:
        return f"{how}."
    since = day_words(cover.since) if cover.since else numbers.NOT_KNOWN
    mayor = cover.body.body.mayor_from
    elected = f"; mayor since {day_words(mayor)}" if mayor and mayor <= cover.body.day and cover.share else ""
    doubt = f" {cover.member.doubt}" if cover.member and cover.member.doubt and cover.share is None else ""
    return f"{how}, since {since}{elected}.{doubt}" if cover.since else f"{how}; start date {since}{elected}.{doubt}"


def _others(cover: Cover) -> list[html.P]:
    """With whom the body is shared: the people of split districts always by name."""
    day = cover.body.day
    whole = [place_link(item.code, item.name, day) for item in cover.others if numbers.is_whole(item.share)]
    part = [
        [f"{numbers.percent(item.share)} of ", place_link(item.code, item.name, day), "’s people"]
        for item in cover.others
        if not numbers.is_whole(item.share)
    ]
    shared: list[Any] = ["Shared with ", *listing(whole, 8)] if whole else []
    held: list[Any] = ["; also holds " if whole else "Also holds ", *listing(part)] if part else []
    return [html.P([*shared, *held, "."], className="muted")] if shared or held else []


def _missing(land: Landscape, present: set[str]) -> html.P | str:
    main = land.layers_with(lambda layer: layer.main)
    absent = [layer.name_singular for layer in main if layer.id not in present]
    return html.P(f"None here on this day: {listed(absent)}.", className="muted") if absent else ""


def _figures(found: Sequence[Figure], region: str) -> list[Any]:
    head = html.Thead(
        html.Tr(
            [
                html.Th(text, scope="col")
                for text in ("Measure", "Here", "Middle district, England", f"Middle district, {region}")
            ]
        )
    )
    rows = [
        html.Tr(
            [
                html.Th([item.measure.label, html.Small(f"{item.measure.period}{_level(item)}")], scope="row"),
                *(
                    html.Td(numbers.figure(value, item.measure))
                    for value in (item.value, item.middle_england, item.middle_region)
                ),
            ]
        )
        for item in found
    ]
    return [
        html.H3("Its figures"),
        table_links("map-figures"),
        html.P("Beside the middle district of England and of its region.", className="muted"),
        html.Div(html.Table([head, html.Tbody(rows)], className="figures"), className="figures-scroll", tabIndex=0),
    ]


def _level(item: Figure) -> str:
    return "" if item.measure.level == "district" else f", {item.measure.level} value"


def body_card(snapshot: Snapshot, identifier: str) -> list[Any]:
    """A body on the day: dates, people, districts, deals."""
    land = snapshot.landscape
    body = snapshot.by_id.get(identifier)
    known = land.all_bodies[identifier]
    layer = land.layers[known.layer]
    if body is None:
        return [
            *_head(layer.name_singular, known.name),
            html.P(f"Not in being on {day_words(snapshot.day)}: {lifetime(known.valid_from, known.valid_to)}."),
        ]
    shares = district_shares(snapshot, body)
    people = (
        f"{numbers.people(body.people)}, {numbers.count(body.area_km2)} km², {numbers.districts(len(shares))}."
        if body.parts
        else ""
    )
    mayor = known.mayor_from
    return [
        *_head(layer.name_singular, known.name, people),
        html.P(layer.what_it_does, className="muted"),
        html.P(f"{first_upper(lifetime(known.valid_from, known.valid_to))}.") if not body.agreements else "",
        html.P(f"First elected mayor in office from {day_words(mayor)}.") if mayor and mayor <= snapshot.day else "",
        *agreement_list(body, full=True, places=places_of(land, body)),
        *(html.P(f"All rounds to this day: {text}.") for text in total(body)),
        html.P(html.A("Open its own page", href=body_href(body), className="button")),
        *_body_districts(land, body, shares),
        html.P(known.doubt, className=f"muted {CITATION}") if known.doubt and not body.agreements else "",
        html.P(f"Source: {known.source}", className=f"muted small {CITATION}"),
    ]


def lifetime(start: date | None, end: date | None) -> str:
    """``from 1 April 2011``, ``from ... to ...``, or that the start is not known."""
    begin = f"from {day_words(start)}" if start else "start date not known"
    return f"{begin} to {day_words(end)}" if end else begin


def _body_districts(land: Landscape, body: BodyAt, shares: Any) -> list[Any]:
    def row(code: str, note: str) -> html.Li:
        return html.Li([chooser(code, land.districts[code].name), note])

    rows = [
        row(code, "" if numbers.is_whole(share) else f" {numbers.percent(share)} of its people")
        for code, share in shares.items()
    ]
    rows += [row(member.district_code, " associate, not counted") for member in body.associates]
    if body.standing == "bid":
        rows += [row(member.district_code, " invited") for member in body.members]
    if not rows:
        return [html.P("Its area is not in the data, so the map can’t draw it.")]
    return [html.H3("Districts"), html.Ul(rows, className="plain")]


def institution_card(snapshot: Snapshot, item: Institution) -> list[Any]:
    """A university or trust: what and where it is, and the bodies round it."""
    layer = snapshot.landscape.layers[item.layer]
    facts = f"{first_upper(students(item))}." if item.layer_record.students else ""
    return [*_head(f"{layer.name_singular}, {item.kind}", item.name, facts), *where_it_stands(snapshot, item)]
