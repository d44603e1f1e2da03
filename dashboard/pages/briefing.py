"""For NHS staff: every STP against devolution, what is easily missed, and a one-page brief of each."""

from __future__ import annotations

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, clientside_callback, html

from dashboard.components import shell
from dashboard.components.attributes import attributes
from dashboard.components.brief import brief
from dashboard.components.clientside import draw_small_map
from dashboard.components.downloads import table_links
from dashboard.components.glossary import marked, term
from dashboard.components.map_area import notes
from dashboard.components.payload import payload
from dashboard.components.question import asked
from dashboard.components.small_map import small_map
from dashboard.ids import Briefing
from dashboard.payloads.briefing import missed_table, stp_table
from dashboard.payloads.drawings import bodies_drawing
from dashboard.payloads.page_config import page_config
from dashboard.text.links import on_day
from dashboard.views.briefing import BriefingView
from dashboard.views.query import read
from dashboard.views.values import Note
from dashboard.world import landscape
from layers.briefing_roles import roles
from layers.dates import day_words
from layers.landscape import Snapshot

TITLE = "NHS briefing · Local growth landscape"


def title() -> str:
    """The STP's name first when the address asks for a brief, as a tab and the head of a printed page show it."""
    land = landscape()
    view, _said = read(BriefingView, asked(), land)
    stp = land.as_at(view.as_at).by_id.get(view.stp or "")
    return f"{stp.name} · {TITLE}" if stp else TITLE


dash.register_page(__name__, path="/briefing", title=title)

MISSED, MISSED_ECONOMIC = "briefing-missed", "briefing-missed-economic"


def layout(**given: str) -> html.Div:
    """All STPs, or the brief of one."""
    land = landscape()
    view, said = read(BriefingView, given, land)
    snapshot = land.as_at(view.as_at)
    stp = snapshot.by_id.get(view.stp or "")
    if view.stp and stp is None:
        said = (*said, Note(f"{land.all_bodies[view.stp].name} is not in being on {day_words(view.as_at)}"))
    content = one(snapshot, view.stp or "", said) if stp else everything(snapshot, said)
    return html.Div(
        [
            payload(Briefing.CONFIG, page_config(Briefing)),
            shell.header("/briefing", "briefing-main"),
            content,
            shell.footer(land.version),
        ],
        id=Briefing.PAGE,
        className="page",
    )


def everything(snapshot: Snapshot, said: tuple[str, ...]) -> html.Main:
    """The table of all STPs and the two lists of what is easily missed."""
    land, day = snapshot.landscape, snapshot.day
    tables = {
        Briefing.TABLE: stp_table(land, day),
        MISSED: missed_table(land, day, False),
        MISSED_ECONOMIC: missed_table(land, day, True),
    }
    count = len(snapshot.bodies(roles(snapshot.landscape).subject.id))
    lead = (
        "For each STP: the authorities, deals, LEPs and councils it meets, and what is easily missed. Choose an STP for its one-page brief."
        if count
        else "There were no STPs on this day: footprints were confirmed on 15 March 2016."
    )
    return html.Main(
        [
            payload(Briefing.TABLES, tables),
            *notes(said),
            html.H1(f"STPs and devolution, {day_words(day)}"),
            html.P(marked([lead]), className="lead"),
            table_links("briefing-stps", on_day(day, "")),
            html.Div(id=Briefing.TABLE, className="stp-table"),
            html.P(
                "Trusts: a source places them, or, where none was found, their head office stands in the STP. Growth Deal money: each LEP’s announced rounds times the share of the LEP’s people in the STP; not known where the amount of a round was not found.",
                className="muted",
            ),
            html.H2(
                [term("easily missed", "Easily missed"), ": combined authorities, devolution deals and city deals"]
            ),
            table_links("briefing-missed", on_day(day, "")),
            html.Div(id=MISSED),
            html.H2("Easily missed: growth deals and LEPs"),
            table_links("briefing-missed-economic", on_day(day, "")),
            html.Div(id=MISSED_ECONOMIC),
            html.P(id=Briefing.STATUS, className="visually-hidden", role="status"),
        ],
        className="briefing",
        id="briefing-main",
    )


def one(snapshot: Snapshot, identifier: str, said: tuple[str, ...]) -> html.Main:
    """The brief of one STP with its map."""
    stp = snapshot.by_id[identifier]
    beside: list[Any] = [
        payload(Briefing.DRAWING, bodies_drawing(snapshot, (stp,))),
        small_map(Briefing.GRAPH, Briefing.SHELL, "Map of the STP"),
        html.P([term("as at", "As at"), f" {day_words(snapshot.day)}."], className="muted"),
    ]
    return html.Main(
        [
            html.Div([*notes(said), *brief(snapshot, stp)], id="briefing-main"),
            html.Aside(beside, className="body-side", **attributes(aria_label="Map")),
        ],
        className="body-page brief",
    )


clientside_callback(
    ClientsideFunction("tables", "draw"),
    Output(Briefing.STATUS, "children"),
    Input(Briefing.TABLES, "data"),
    State(Briefing.CONFIG, "data"),
)
draw_small_map(Briefing.GRAPH, Briefing.DRAWING, Briefing.CONFIG)
