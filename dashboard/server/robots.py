"""``GET /robots.txt``: programs that walk the web may read every page, and leave alone what costs seconds to make, but for the pictures beside links."""

from __future__ import annotations

from flask import Flask, Response

from dashboard.export.routes import PREFIX
from dashboard.server.answers import CALLBACKS
from dashboard.server.previews import PICTURE

ROBOTS = f"User-agent: *\nAllow: {PICTURE}\nDisallow: {PREFIX}/\nDisallow: {CALLBACKS}\n"


def add_robots(server: Flask) -> None:
    """Answer with what robots may read; what is not named they may."""

    @server.get("/robots.txt")
    def robots() -> Response:
        answer = Response(ROBOTS, mimetype="text/plain")
        answer.headers["Cache-Control"] = "public, max-age=86400"
        return answer
