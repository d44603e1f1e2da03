"""``POST /find/postcode``: where a postcode is. It comes in the body, which no log holds, and nothing keeps it."""

from __future__ import annotations

from functools import cache

from flask import Flask, Response, jsonify, request

from dashboard.payloads.postcodes import postcode_answer
from dashboard.server.failures import sentence
from layers.geography.built import built
from layers.geography.postcodes import Postcodes
from layers.landscape import Landscape

PATH = "/find/postcode"
NOT_ONE = "The body must be JSON with a postcode, or its beginning from NG31 on, such as {“postcode”: “NG31 6SF”}."


@cache
def postcodes() -> Postcodes:
    """The built file, read when the first postcode is asked for."""
    found: Postcodes = built("postcodes")
    return found


def add_postcodes(server: Flask, land: Landscape) -> None:
    """Answer with the districts of a postcode; 400 and a sentence where none was sent."""

    @server.post(PATH)
    def postcode() -> Response:
        sent = request.get_json(silent=True)
        typed = sent.get("postcode") if isinstance(sent, dict) else None
        found = postcode_answer(land, postcodes(), typed) if isinstance(typed, str) else None
        if found is None:
            return sentence(NOT_ONE, 400)
        answer = jsonify(found)
        answer.headers["Cache-Control"] = "no-store"
        return answer
