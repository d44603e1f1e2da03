"""What a reader is told when a request fails: one sentence and the request's reference, never a trace."""

from __future__ import annotations

import logging

from flask import Flask, Response
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from dashboard.server.log import request_id
from dashboard.settings import MOST_BYTES
from layers.words.numbers import count

log = logging.getLogger("dashboard.failure")


def tell_failures(server: Flask) -> None:
    """Answer every failure outside API and exports, which have their own, with a sentence of plain text."""
    server.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    server.config["MAX_FORM_MEMORY_SIZE"] = MOST_BYTES

    @server.errorhandler(RequestEntityTooLarge)
    def too_large(_error: RequestEntityTooLarge) -> Response:
        return sentence(f"That is more than the {count(MOST_BYTES)} bytes that a request may hold.", 413)

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        if error.response is not None and isinstance(error.response, Response):
            return error.response
        answer = sentence(error.description or "This can't be answered.", error.code or 500)
        for name, value in error.get_headers():
            if name.lower() not in ("content-type", "content-length"):
                answer.headers[name] = value
        return answer

    @server.errorhandler(Exception)
    def broken(error: Exception) -> Response:
        told = {"request": request_id(), "message": f"{type(error).__name__}: {error}"}
        log.error("%s", told["message"], exc_info=error, extra={"told": told})
        return sentence("The server could not answer; the fault is not in your choices.", 500)


def sentence(text: str, status: int) -> Response:
    """A failure as plain text, with the reference under which the log tells of it; never kept."""
    answer = Response(f"{text} Reference: {request_id()}.", status, mimetype="text/plain")
    answer.headers["Cache-Control"] = "no-store"
    return answer
