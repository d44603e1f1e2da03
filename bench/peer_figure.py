"""The peer's figure: districts and outlines with their geometry inside, from the dashboard's own built files."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

DATA = Path(__file__).parents[1] / "data"
DAY = "2017-12-01"
LAYERS = {"combined_authority": "#b21e29", "lep": "#0378ca", "stp": "#0ba389"}


@cache
def built(name: str) -> Any:
    """A built file by its logical name."""
    folder = DATA / "boundaries"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    return json.loads((folder / manifest["names"][name]).read_text("utf-8"))


@cache
def overlay(layer: str) -> dict[str, Any]:
    """The outlines of a layer's bodies on the day, as GeoJSON."""
    with (DATA / "bodies.csv").open(encoding="utf-8", newline="") as file:
        live = {row["id"] for row in csv.DictReader(file) if row["valid_from"] <= DAY <= (row["valid_to"] or "9")}
    collection = built(f"{layer}-national-0")
    return {**collection, "features": [item for item in collection["features"] if item["id"] in live]}


def shaded(measure: str) -> go.Choropleth:
    """The districts by class of a measure."""
    found = built("measures")[measure]
    classes = [-1 if value is None else sum(value > edge for edge in found["breaks"]) for value in found["values"]]
    return go.Choropleth(
        geojson=built("districts-national"),
        featureidkey="id",
        locations=built("districts")["code"],
        z=classes,
        zmin=-1,
        zmax=len(found["breaks"]),
        colorscale="Blues",
        showscale=False,
        marker={"line": {"color": "#ffffff", "width": 0.5}},
        name="districts",
    )


def outlined(layer: str) -> go.Choropleth:
    """A layer's outlines over the districts."""
    collection = overlay(layer)
    ids = [item["id"] for item in collection["features"]]
    return go.Choropleth(
        geojson=collection,
        featureidkey="id",
        locations=ids,
        z=[0] * len(ids),
        colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        showscale=False,
        hoverinfo="skip",
        marker={"line": {"color": LAYERS[layer], "width": 1.5}},
        name=layer,
    )


def figure(measure: str, layers: list[str]) -> go.Figure:
    """The whole map."""
    made = go.Figure([shaded(measure), *(outlined(layer) for layer in LAYERS if layer in layers)])
    made.update_layout(
        geo={
            "scope": "europe",
            "center": {"lon": -2, "lat": 52.85},
            "projection": {"type": "conic conformal", "parallels": [52.85, 52.85], "rotation": {"lon": -2}},
            "lonaxis": {"range": [-6.5, 2.5]},
            "lataxis": {"range": [49.73, 55.97]},
            "visible": False,
        },
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        uirevision="map",
    )
    return made
