"""The as-at date, the same on every page that has one."""

from __future__ import annotations

from datetime import date

import dash_bootstrap_components as dbc
from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.glossary import term
from dashboard.ids import Map, Overlaps, Patchwork
from layers.dates import FIRST_DAY, LAST_DAY, day_words
from layers.landscape import Landscape

DayIds = type[Map] | type[Overlaps] | type[Patchwork]


def as_at(land: Landscape, day: date, ids: DayIds) -> html.Section:
    """The as-at date: a slider that stops where a body or membership changes, any day by keyboard."""
    last = (LAST_DAY - FIRST_DAY).days
    slider = dbc.Input(
        id=ids.DAY_SLIDER,
        type="range",
        min=0,
        max=last,
        step=1,
        value=(day - FIRST_DAY).days,
        class_name="form-range",
    )
    return html.Section(
        [
            _head(day, ids),
            html.Label(
                "Move through time by the days on which something changed",
                htmlFor=ids.DAY_SLIDER,
                className="visually-hidden",
            ),
            slider,
            _ticks(land, ids.DAY_TICKS),
        ],
        className="as-at",
        **attributes(aria_label="As-at date"),
    )


def _head(day: date, ids: DayIds) -> html.Div:
    """The date itself, with room for what is wrong with one that was typed, and for what changed last."""
    # A date field of the browser's own reads day and month in the order of the browser's country.
    field = dbc.Input(
        id=ids.DAY_INPUT,
        type="text",
        value=day_words(day),
        placeholder=day_words(day),
        debounce=True,
        size="sm",
        autocomplete="off",
    )
    # What is seen explains the word; the field's label is apart, as a label must not hold a control.
    return html.Div(
        [
            html.Label("As at", htmlFor=ids.DAY_INPUT, className="visually-hidden"),
            html.Span(term("as at", "As at"), className="as-at-label"),
            field,
            html.P(id=ids.DAY_SAID, className="day-said", role="status"),
            html.P(id=ids.CHANGED, className="changed"),
        ],
        className="as-at-head",
    )


def _ticks(land: Landscape, identifier: str) -> html.Div:
    """Years, stops and the minor days of deals and events, placed along the slider."""
    last = (LAST_DAY - FIRST_DAY).days

    def place(days: int) -> dict[str, str]:
        return {"left": f"{100 * days / last:.2f}%"}

    minor = [html.Span(className="tick minor", style=place((day - FIRST_DAY).days)) for day in land.minor_days]
    stops = [
        html.Span(className="tick", style=place((day - FIRST_DAY).days), title=day_words(day)) for day in land.stops
    ]
    years = [
        html.Span(str(year), className="year", style=place((FIRST_DAY.replace(year=year) - FIRST_DAY).days))
        for year in range(FIRST_DAY.year, LAST_DAY.year + 1)
    ]
    return html.Div([*minor, *stops, *years], className="ticks", id=identifier, **attributes(aria_hidden="true"))
