"""``/place/<code>``: a district's address, which leads to it on the map."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Flask, redirect
from werkzeug.wrappers import Response

from layers.landscape import Landscape

ZOOM = 8.0


def add_places(server: Flask, land: Landscape) -> None:
    """Send a district's address to the map with that district selected and in view; the map says so when there is none."""

    @server.get("/place/<code>")
    def place(code: str) -> Response:
        district = land.districts.get(code)
        view = {"lon": round(district.lon, 3), "lat": round(district.lat, 3), "zoom": ZOOM} if district else {}
        return redirect("/?" + urlencode({"select": code, **view}))
