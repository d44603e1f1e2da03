"""The empty maps, held to plotly's own schema, as they are plain dictionaries."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard.figures.map import ENGLAND, Figure, base_figure
from dashboard.figures.small_map import small_figure
from dashboard.views.map import MapView

FRAMES = {
    "whole": base_figure(MapView()),
    "zoomed": base_figure(MapView(lon=-1.05, lat=53.35, zoom=6)),
    "small": small_figure(),
}


@pytest.mark.parametrize("name", FRAMES)
def test_plotly_takes_every_part_of_a_frame(name: str) -> None:
    frame: Figure = FRAMES[name]
    taken = go.Figure(frame)
    taken.layout.template = None
    assert taken.to_plotly_json() == frame, "plotly would drop or change what it doesn't know"


def test_the_inset_is_on_the_large_map_alone() -> None:
    assert "geo2" in FRAMES["whole"]["layout"]
    assert "geo2" not in FRAMES["small"]["layout"]


def test_england_is_in_view_unless_an_address_says_otherwise() -> None:
    assert FRAMES["whole"]["layout"]["geo"]["lonaxis"]["range"] == list(ENGLAND["lon"])
    zoomed = FRAMES["zoomed"]["layout"]["geo"]
    assert (zoomed["center"], zoomed["projection"]["scale"]) == ({"lon": -1.05, "lat": 53.35}, 6)
    assert zoomed["projection"]["type"] == FRAMES["whole"]["layout"]["geo"]["projection"]["type"]


def test_no_two_readers_share_a_frame() -> None:
    small_figure()["layout"]["geo"]["center"]["lon"] = 99
    base_figure(MapView())["layout"]["margin"]["l"] = 99
    assert (small_figure(), base_figure(MapView())) == (FRAMES["small"], FRAMES["whole"])
