"""About the data and the method: from the data package and from worked numbers, not retyped."""

from __future__ import annotations

import re
from typing import Any

from dash import dcc, html

from dashboard.components.attributes import attributes
from dashboard.components.downloads import boundary_links, data_link, table_links
from dashboard.text.terms import TERMS
from layers.landscape import Snapshot
from layers.overlaps.pairs import layer_pair
from layers.package import package
from layers.tables import DATA
from layers.words import numbers, sentences

WORKED = ("stp-the-black-country", "lep-greater-birmingham-and-solihull")
"""The two bodies that the method is worked on."""


def tables() -> html.Section:
    """Every table with its description, sources and licences."""
    rows = []
    for item in package()["resources"]:
        sources = "; ".join(source["title"] for source in item.get("sources", []))
        licences = "; ".join(licence.get("title", licence.get("name", "")) for licence in item.get("licenses", []))
        rows.append(
            html.Tr(
                [
                    html.Th(item["name"], scope="row"),
                    html.Td(item.get("description", "")),
                    html.Td(sources),
                    html.Td(licences),
                ]
            )
        )
    head = html.Tr([html.Th(text, scope="col") for text in ("Table", "What it holds", "Sources", "Licence")])
    table = html.Div(
        html.Table([html.Thead(head), html.Tbody(rows)], className="figures words"),
        className="figures-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_label="Tables of the data package"),
    )
    return html.Section(
        [
            html.H2("The data"),
            html.P(f"Data package {package()['version']}. {package()['description']}"),
            html.P(
                [data_link(), ". ", table_links("about-sources", "", "The list below as a file: ")],
                className="no-print",
            ),
            html.P([boundary_links(), ". The map’s Export button gives those of any view."], className="no-print"),
            table,
        ],
        id="data",
    )


def below_headings(text: str) -> str:
    """Markdown whose headings stand below the page's own second level, so that the page keeps one outline."""
    return re.sub(r"^#{1,4}(?= )", r"##\g<0>", text, flags=re.MULTILINE)


def doubts() -> html.Section:
    """The package's own README: how to read it, sources and vintages, known doubts."""
    text = (DATA / "README.md").read_text("utf-8")
    return html.Section(
        [
            html.H2("How to read it, vintages, licences and doubts"),
            html.Details(
                [
                    html.Summary("The data package’s own notes, in full"),
                    dcc.Markdown(below_headings(text), className="readme"),
                ]
            ),
        ],
        id="doubts",
    )


def method(snapshot: Snapshot) -> html.Section:
    """How overlaps are counted, with one example worked from the same functions as the pages."""
    a, b = (snapshot.by_id[name] for name in WORKED)
    pair = layer_pair(snapshot, a.layer, b.layer)
    names = (
        {body.id: position for position, body in enumerate(pair.a)},
        {body.id: position for position, body in enumerate(pair.b)},
    )
    i, j = names[0][a.id], names[1][b.id]
    both, of_a, of_b = int(pair.people[i, j]), float(pair.share_of_a[i, j]), float(pair.share_of_b[i, j])
    steps = [
        "England is cut into 32,844 small areas of about 1,700 people. A footprint is the set of small areas that a body covers on a day.",
        f"The Black Country STP covers Dudley, Sandwell, Walsall and Wolverhampton, and the small areas of western Birmingham: {numbers.count(pair.a[i].people)} people.",
        f"Greater Birmingham and Solihull LEP covers all of Birmingham and eight more districts: {numbers.count(pair.b[j].people)} people.",
        f"They share the small areas of western Birmingham: {numbers.count(both)} people. That is {numbers.percent(of_a)} of the STP’s and {numbers.percent(of_b)} of the LEP’s.",
        f"Both shares lie under 99% and one is over 1%, so: {pair.match(i, j)}. {sentences.match(pair.match(i, j), 'The Black Country', 'Greater Birmingham and Solihull')}",
    ]
    notes = [
        "Rates of districts are never averaged: a comparison is with the middle district. Only counts are added.",
        "The department counted 20 of 38 LEPs overlapping in 2018. Small areas give 18: Enterprise M3 and Solent are split along small areas here, where four districts are often described as lying in both.",
        "Statistics and the mid-2017 population stay the same whatever day is shown.",
    ]
    return html.Section(
        [
            html.H2("The method, worked once"),
            html.Ol([html.Li(step) for step in steps]),
            html.Ul([html.Li(note) for note in notes]),
        ],
        id="method",
    )


def glossary() -> html.Section:
    """Every term with its definition."""
    rows: list[Any] = []
    for name, definition in sorted(TERMS.items(), key=lambda item: item[0].lower()):
        rows += [html.Dt(name), html.Dd(definition)]
    return html.Section([html.H2("Words"), html.Dl(rows, className="glossary")], id="words")


def accessibility() -> html.Section:
    """What works with keyboard and screen reader, and what does not yet."""
    points = [
        "Everything works with the keyboard: Tab reaches each control, arrow keys move a focused map, plus and minus zoom, 0 shows all of England, Esc clears a selection.",
        "Each map has a table with the same content under it or beside it; every body and place has a page of text.",
        "Colour is never alone: layers have a place in the legend, a lane of their own and a line pattern. The six main colours stay apart for colour-blind eyes.",
        "Text reflows at 400% zoom and on a phone; motion is left out when the system asks for it.",
        "Known limits: shapes on a map can’t be reached one by one with the keyboard (use search or the table), and wide tables scroll sideways on a phone.",
        "Nothing about a visitor is stored: no cookies, no third parties.",
    ]
    return html.Section(
        [html.H2("Accessibility and privacy"), html.Ul([html.Li(point) for point in points])], id="accessibility"
    )


def api() -> html.Section:
    """Where the numbers are for programs."""
    return html.Section(
        [
            html.H2("The numbers for programs"),
            html.P(
                [
                    "JSON and CSV under ",
                    html.Code("/api/v1/"),
                    ", described by ",
                    html.A("an OpenAPI document", href="/api/v1/openapi.json"),
                    ". For example ",
                    html.A(
                        "overlaps of STPs and combined authorities as CSV",
                        href="/api/v1/overlaps?a=stp&b=combined_authority&format=csv",
                    ),
                    ".",
                ]
            ),
        ],
        id="api",
    )
