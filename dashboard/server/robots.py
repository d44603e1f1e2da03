"""``GET /robots.txt``: programs that walk the web may read every page, and leave alone what costs seconds to make."""

from __future__ import annotations

from flask import Flask, Response

from dashboard.export.routes import PREFIX
from dashboard.server.answers import CALLBACKS

ROBOTS = f"User-agent: *\nDisallow: {PREFIX}/\nDisallow: {CALLBACKS}\n"


def add_robots(server: Flask) -> None:
    """Answer with what robots may read; what is not named they may."""

    @server.get("/robots.txt")
    def robots() -> Response:
        answer = Response(ROBOTS, mimetype="text/plain")
        answer.headers["Cache-Control"] = "public, max-age=86400"
        return answer
