"""Callbacks in the browser that several pages have, registered for each page's own ids."""

from __future__ import annotations

from dash import ClientsideFunction, Input, Output, State, clientside_callback

from dashboard.components.as_at import DayIds


def keep_day_in_step(ids: DayIds) -> None:
    """Slider, date field and day of a page agree; the slider snaps to the days on which something changed."""
    clientside_callback(
        ClientsideFunction("map", "pickDay"),
        Output(ids.DAY, "data"),
        Output(ids.DAY_SLIDER, "value"),
        Output(ids.DAY_INPUT, "value"),
        Input(ids.DAY_SLIDER, "value"),
        Input(ids.DAY_INPUT, "value"),
        State(ids.DAY, "data"),
        State(ids.CONFIG, "data"),
        prevent_initial_call=True,
    )


def draw_small_map(graph: str, drawing: str, config: str) -> None:
    """The small map of a page follows its drawing; the arguments are the ids of the three."""
    clientside_callback(
        ClientsideFunction("small", "draw"),
        Output(graph, "figure"),
        Input(drawing, "data"),
        State(config, "data"),
        State(graph, "figure"),
    )
