"""``/place/<code>``: a district's address, which leads to it on the map."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Flask, redirect
from werkzeug.wrappers import Response


def add_places(server: Flask) -> None:
    """Send a district's address to the map with that district selected; the map says so when there is none."""

    @server.get("/place/<code>")
    def place(code: str) -> Response:
        return redirect("/?" + urlencode({"select": code}))
