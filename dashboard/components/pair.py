"""The words beside the matrix: findings of a layer pair, and one selected pair in full."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.downloads import table_links
from dashboard.components.glossary import marked, term
from dashboard.components.institutions import institution_list
from dashboard.components.linked import place_link
from dashboard.text.links import body_href
from layers.landscape import BodyAt, Snapshot
from layers.overlaps.measures import TOLERANCE, match_word
from layers.overlaps.pairs import layer_coverage, layer_pair
from layers.place.institutions import institutions_within
from layers.words import numbers, sentences
from layers.words.findings import findings as pair_findings


def findings(snapshot: Snapshot, a: str, b: str) -> list[Any]:
    """The layer-pair measures, a sentence each, then how much of England each layer covers."""
    lines = finding_lines(snapshot, a, b)
    return marked([html.Ul([html.Li(line) for line in lines], className="findings"), _method()], "cut", "cross")


@lru_cache(maxsize=512)
def finding_lines(snapshot: Snapshot, a: str, b: str) -> tuple[str, ...]:
    """The sentences of `findings`; kept for the pairs asked for last."""
    one, other = snapshot.landscape.layers[a], snapshot.landscape.layers[b]
    covered = (sentences.covered(layer, *layer_coverage(snapshot, layer.id)) for layer in dict.fromkeys((one, other)))
    return (*pair_findings(layer_pair(snapshot, a, b), one, other), *covered)


def _method() -> html.P:
    return html.P(
        [
            "People are mid-2017 residents of ",
            term("small area", "small areas"),
            ". A ",
            term("share"),
            f" under {numbers.percent(TOLERANCE)} of both counts as a touch, and over {numbers.percent(1 - TOLERANCE)} as all; partners are "
            f"counted from {numbers.percent(TOLERANCE)}.",
        ],
        className="muted small",
    )


def nothing_selected() -> list[Any]:
    """What to do when no pair is selected."""
    text = "Choose a cell of the matrix, or a row of the list, to see the two outlines, the people on each side of the seam and what stands in the overlap."
    return [html.P(marked([text], "seam", "overlap"), className="muted")]


def not_on_this_day() -> list[Any]:
    """A selected pair of which one body does not exist, or has no area, on the day."""
    return [
        html.P(
            "One of these two is not in being on this day, or its area is not known. Choose another cell or date.",
            className="muted",
        )
    ]


def pair_detail(snapshot: Snapshot, a: BodyAt, b: BodyAt) -> list[Any]:
    """Two bodies: what the match word means, people on each side, districts, institutions in the overlap."""
    parts = snapshot.landscape.parts
    shared = sorted(set(a.parts).intersection(b.parts))
    both = parts.people_in(shared)
    share_a, share_b = (both / body.people if body.people else 0.0 for body in (a, b))
    word = match_word(share_a, share_b)
    shown = term("boundaries match", word) if word == "same" else word
    blocks = [
        html.H2([_name(a), html.Span(" and ", className="muted"), _name(b)]),
        html.P([html.Span(shown, className="match"), " ", sentences.match(word, a.short_name, b.short_name)]),
        html.P(sentences.overlap(a.short_name, b.short_name, both, share_a, share_b)),
        _sides(a, b, both),
        table_links("overlaps-sides"),
        *_districts(snapshot, shared),
        *institution_list(institutions_within(snapshot, shared), "In the overlap: universities and NHS trusts"),
    ]
    return marked(blocks, "cross", "overlap")


def _name(body: BodyAt) -> html.A:
    return html.A(body.name, href=body_href(body))


def _sides(a: BodyAt, b: BodyAt, both: int) -> html.Table:
    rows = [
        (f"In {a.short_name} only", a.people - both, None),
        ("In both", both, (both / a.people if a.people else 0, both / b.people if b.people else 0)),
        (f"In {b.short_name} only", b.people - both, None),
    ]
    body = [
        html.Tr([html.Th(name, scope="row"), html.Td(numbers.count(count)), html.Td(_share_text(a, b, found))])
        for name, count, found in rows
    ]
    head = html.Tr([html.Th(text, scope="col") for text in ("Part", "People, mid-2017", "Share of each")])
    return html.Table([html.Thead(head), html.Tbody(body)], className="figures")


def _share_text(a: BodyAt, b: BodyAt, found: tuple[float, float] | None) -> str:
    if found is None:
        return ""
    return f"{numbers.percent(found[0])} of {a.short_name}, {numbers.percent(found[1])} of {b.short_name}"


def _districts(snapshot: Snapshot, shared: Sequence[int]) -> list[Any]:
    """The districts of the overlap with the people of each, so that the sum can be traced."""
    parts, known = snapshot.landscape.parts, snapshot.landscape.districts
    people: dict[str, int] = {}
    for position in shared:
        code = parts.district[position]
        people[code] = people.get(code, 0) + int(parts.people[position])
    if not people:
        return []
    rows = [
        html.Tr(
            [
                html.Th(place_link(code, known[code].name, snapshot.day), scope="row"),
                html.Td(numbers.count(count)),
                html.Td(numbers.part(count / known[code].population)),
                html.Td(numbers.count(_small_areas(snapshot, shared, code))),
            ]
        )
        for code, count in sorted(people.items(), key=lambda item: -item[1])
    ]
    head = html.Tr(
        [html.Th(text, scope="col") for text in ("District", "People in the overlap", "Of the district", "Small areas")]
    )
    return [
        html.H3("Districts of the overlap"),
        table_links("overlaps-districts"),
        html.Div(
            html.Table([html.Thead(head), html.Tbody(rows)], className="figures"),
            className="figures-scroll",
            tabIndex=0,
            role="region",
            **attributes(aria_label="Districts of the overlap"),
        ),
    ]


def _small_areas(snapshot: Snapshot, shared: Sequence[int], code: str) -> int:
    parts, small = snapshot.landscape.parts, snapshot.landscape.small_areas
    own = [position for position in shared if parts.district[position] == code]
    return int(sum((small.part == position).sum() for position in own))
