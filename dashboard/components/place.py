"""The page of one place, under the questions a council leader asks; its figures are in `place_figures`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from dash import html

from dashboard.components.agreements import agreement_list
from dashboard.components.attributes import attributes
from dashboard.components.glossary import marked
from dashboard.components.linked import listing, place_link, place_listing
from dashboard.components.packs import pack_links
from dashboard.text.links import body_href
from layers.dates import day_words
from layers.deals import known_amount
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.place.area import Area
from layers.place.changes import changes_of
from layers.place.covers import Cover
from layers.place.institutions import institutions_of, nearby
from layers.place.mismatches import mismatches
from layers.statistics.growth import per_head
from layers.words import numbers, sentences
from layers.words.capitals import first_upper
from layers.words.facts import students, terms

MOST_DISTRICTS = 14


def section(title: str, *content: Any, also: Iterable[str] = (), name: str = "") -> html.Section:
    """A part of the page under its question, with each term of the glossary explained where it first stands in it."""
    return html.Section([html.H2(title), *marked(content, *also)], className=f"place-{name}" if name else "")


def scroll(table: html.Table, label: str) -> html.Div:
    """A table that may be wider than a phone."""
    return html.Div(table, className="figures-scroll", tabIndex=0, role="region", **attributes(aria_label=label))


def summary(snapshot: Snapshot, area: Area) -> html.Section:
    """Name, kind, county, region, people, and a county's districts."""
    land, day = snapshot.landscape, snapshot.day
    kind: list[Any] = [first_upper(area.kind), *_county(snapshot, area), f", {area.region_name}"]
    many = f"{len(area.districts)} districts, " if len(area.districts) > 1 else ""
    people = f"{many}{numbers.people(area.people)} (mid-2017). As at {day_words(day)}."
    return html.Section(
        [
            html.P(kind, className="kind"),
            html.H1(area.name),
            html.P(marked([people], "as at")),
            *([html.P(["Its districts: ", *_districts(land, area, snapshot), "."])] if many else []),
            # The page's script adds the places beside this one, which the address holds.
            html.Div(
                pack_links("place", f"code={area.code}&as_at={day.isoformat()}"), **attributes(data_export_page="1")
            ),
        ],
        className="place-summary",
    )


def _county(snapshot: Snapshot, area: Area) -> list[Any]:
    """``in Lincolnshire``, for a district with a county council above it."""
    district = snapshot.landscape.districts.get(area.code)
    if district is None or district.upper_tier_code == area.code:
        return []
    return [" in ", place_link(district.upper_tier_code, district.upper_tier_name, snapshot.day)]


def _districts(land: Landscape, area: Area, snapshot: Snapshot) -> list[Any]:
    """A county's districts by name."""
    return place_listing(land, sorted(area.districts, key=lambda code: land.districts[code].name), snapshot.day)


def commas(items: Iterable[Sequence[Any]], between: str = ", ") -> list[Any]:
    """Pieces of text and links, item after item."""
    found: list[Any] = []
    for item in items:
        found += [between, *item] if found else item
    return found


def deciders(snapshot: Snapshot, covers: Sequence[Cover]) -> html.Section:
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
                style={"borderLeftColor": kind.colour},
            )
        )
    nothing = html.P("No body, deal or programme of these layers covers this place on this day.")
    return section("Who decides what here", *(blocks or [nothing]), name="deciders")


def _decider(cover: Cover) -> list[Any]:
    return [html.A(cover.body.name, href=body_href(cover.body)), f": {terms(cover)}."]


def sharers(covers: Sequence[Cover]) -> html.Section:
    """The other districts of each body; bodies with just the same others stand together, as that is the question."""
    together: dict[Any, list[Cover]] = {}
    for cover in covers:
        together.setdefault(cover.others, []).append(cover)
    rows = [
        html.Tr([html.Th(_called([cover.body for cover in group]), scope="row"), html.Td(_others(group[0]))])
        for group in together.values()
    ]
    head = html.Tr([html.Th(text, scope="col") for text in ("Bodies, deals and programmes", "Also cover")])
    table = html.Table([html.Thead(head), html.Tbody(rows)], className="figures words")
    return section("Who we share them with", scroll(table, "Other districts of each body"), name="sharers")


def _called(bodies: Sequence[BodyAt]) -> list[Any]:
    """``Greater Manchester combined authority, LEP, city deal; Manchester Leading Places partnership``, each a link."""
    named: dict[str, list[BodyAt]] = {}
    for body in bodies:
        named.setdefault(body.short_name, []).append(body)
    return commas((_kinds(own) for own in named.values()), "; ")


def _kinds(own: Sequence[BodyAt]) -> list[Any]:
    """Bodies of one short name, which is said once."""
    texts = [sentences.called(own[0].short_name, own[0].layer_record), *(body.layer_record.noun for body in own[1:])]
    return commas([html.A(text, href=body_href(body))] for text, body in zip(texts, own, strict=True))


def _others(cover: Cover) -> list[Any]:
    rows = [
        [
            place_link(other.code, other.name, cover.body.day),
            *([] if numbers.is_whole(other.share) else [_of_its_people(other.share)]),
        ]
        for other in cover.others
    ]
    return listing(rows, MOST_DISTRICTS) or ["nowhere else"]


def _of_its_people(share: float) -> str:
    return f" ({numbers.percent(share)} of its people)"


def lines(snapshot: Snapshot, area: Area) -> html.Section:
    """Where boundaries don't match, in sentences."""
    found = mismatches(snapshot, area) or (
        "Fewer than two kinds of body cover this place on this day, so no lines can differ.",
    )
    rows = html.Ul([html.Li(line) for line in found])
    return section("Where the lines don’t match", rows, also=("cross", "share"), name="lines")


def deals(covers: Sequence[Cover]) -> html.Section:
    """City, growth and devolution deals with round, date and amount; never summed across layers."""
    found = [cover for cover in covers if cover.body.layer_record.carries_money]
    blocks: list[Any] = []
    for cover in found:
        share = (
            "" if numbers.is_whole(cover.share or 0) else f" ({numbers.percent(cover.share or 0)} of the people here)"
        )
        title = html.H3([html.A(cover.body.name, href=body_href(cover.body)), share])
        blocks.append(html.Div([title, *agreement_list(cover.body), *_own_amount(cover)], className="deal"))
    nothing = html.P("No city, growth or devolution deal covers this place on this day.")
    note = html.P(
        "Amounts are for the whole deal. Deals overlap, so they are never added to one another.",
        className="muted small",
    )
    return section("Deals and money", *(blocks or [nothing]), note, name="deals")


def _own_amount(cover: Cover) -> list[html.P]:
    """Per head of the deal's own area, where the amount is known; for a deal of this place alone that is per head here."""
    body = cover.body
    each = per_head(body)
    if each is None:
        return []
    alone = (
        "here, as the deal is this place’s alone"
        if not cover.others and numbers.is_whole(cover.share or 0)
        else "of the whole deal’s area"
    )
    return [html.P(f"{numbers.a_head(each)} a head {alone}.", className="small")]


def _per_head(body: BodyAt) -> float | None:
    amount = known_amount(body.agreements)
    return amount * 1e6 / body.people if amount is not None and body.people else None


def anchors(snapshot: Snapshot, area: Area) -> html.Section:
    """Universities and trusts inside, then within 20 km."""
    own = institutions_of(snapshot.landscape, area)
    around = nearby(snapshot, area)
    here = [html.Li([item.name, f", {students(item)}"]) for item in own]
    close = [html.Li([row.institution.name, f", {students(row.institution)}, {row.kilometres:g} km"]) for row in around]
    return section(
        "Anchor institutions",
        html.H3("Inside, by head office"),
        html.Ul(here, className="plain columns") if here else html.P("None has its head office here."),
        html.H3(f"Within 20 km ({len(around)})"),
        html.Ul(close, className="plain columns") if close else html.P("None."),
        html.P("Distance is between points of small areas, as the crow flies.", className="muted small"),
        name="anchors",
    )


def history(snapshot: Snapshot, area: Area) -> html.Section:
    """What changed here up to the day, in order of date."""
    rows = [html.Li([html.Strong(change.when.words()), f" {change.text}"]) for change in changes_of(snapshot, area)]
    found = html.Ul(rows, className="plain") if rows else html.P("Nothing had changed by this day.")
    return section("What changed", found, name="history")
