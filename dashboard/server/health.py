"""``GET /health``: whether this process is alive, with the release, the data's version, and how much of it was loaded."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, jsonify

from dashboard.settings import RELEASE
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape


def add_health(server: Flask, land: Landscape) -> None:
    """Answer 200 with version and counts, never cached."""

    @server.get("/health")
    def health() -> Response:
        answer = jsonify(health_report(land))
        answer.headers["Cache-Control"] = "no-store"
        return answer


def add_ready(server: Flask, land: Landscape, problem: Callable[[], str]) -> None:
    """``GET /ready``: 200 when the data was checked and files can be made, else 503 with the sentence that ``problem`` gives.

    A process with unsound data never answers at all: it doesn't start.
    """

    @server.get("/ready")
    def ready() -> Response:
        wrong = problem()
        found = {"status": "not ready" if wrong else "ready", "release": RELEASE, "version": land.version}
        answer = jsonify(found | {"data": "checked", "exports": wrong or "can be made"})
        answer.status_code = 503 if wrong else 200
        answer.headers["Cache-Control"] = "no-store"
        return answer


def health_report(land: Landscape) -> dict[str, object]:
    """Release of the product, version of its data, and how much of it was loaded."""
    now = land.as_at(DEFAULT_DAY)
    return {
        "status": "ok",
        "release": RELEASE,
        "version": land.version,
        "districts": len(land.districts),
        "small_areas": len(land.small_areas.code),
        "measures": len(land.measures),
        "institutions": len(land.institutions),
        "as_at": DEFAULT_DAY.isoformat(),
        "bodies": {
            layer: len(now.bodies(layer)) for layer in land.layers if land.layers[layer].category != "institution"
        },
    }
