"""Problems as ``application/problem+json`` (RFC 9457): every refusal under the API's address, and nothing else."""

from __future__ import annotations

import json
import logging

from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, NotFound
from werkzeug.http import HTTP_STATUS_CODES

log = logging.getLogger("dashboard.api")
PREFIX = "/api/v1"
REQUEST_ID = "dashboard.request_id"
"""Under which name a request's environment holds its id (`dashboard.server.log`), which a fault is told under."""
SHOWN = 40
"""How many characters of what a caller sent are given back."""


class Problem(HTTPException):
    """A refusal: ``code`` is the status, ``description`` a sentence, ``parameter`` what was wrong, if one was."""

    def __init__(self, code: int, detail: str, parameter: str | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.parameter = parameter


def quoted(text: str) -> str:
    """What a caller sent, in quotation marks, cut to 40 characters."""
    return f"“{_cut(text)}”"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def problem_response(error: HTTPException) -> Response:
    """The problem for any refusal. ``type`` is ``about:blank``: the title is the status in words, the detail says more."""
    status = error.code or 500
    parameter = getattr(error, "parameter", None)
    found = {
        "type": "about:blank",
        "title": HTTP_STATUS_CODES.get(status, "Error"),
        "status": status,
        "detail": error.description or "",
        "parameter": _cut(parameter) if parameter else None,
    }
    if status >= 500:
        found["detail"] = f"The server could not answer; the fault is not in the request. Reference: {_reference()}."
    answer = Response(json.dumps(found, ensure_ascii=False), status, mimetype="application/problem+json")
    answer.headers["Cache-Control"] = "no-store"
    if isinstance(error, MethodNotAllowed):
        answer.headers["Allow"] = ", ".join(error.valid_methods or ())
    return answer


def _fault(error: Exception) -> Response:
    """The problem for what went wrong inside; what it was is in the log, under the reference that the caller gets."""
    told = {"request": _reference(), "message": f"{type(error).__name__}: {error}"}
    log.error("%s", told["message"], exc_info=error, extra={"told": told})
    return problem_response(InternalServerError())


def _reference() -> str:
    return str(request.environ.get(REQUEST_ID, "unknown"))


def guard(blueprint: Blueprint) -> None:
    """Answer every address under `PREFIX`, known or not, with this blueprint's answers and problems alone.

    Without it an unknown address would fall through to the page of the dashboard, and a
    wrong method or a doubled slash to the server's own HTML.
    """
    blueprint.register_error_handler(HTTPException, problem_response)
    blueprint.register_error_handler(Exception, _fault)

    @blueprint.before_app_request
    def only_known() -> Response | None:
        inside = request.path == PREFIX or request.path.startswith(f"{PREFIX}/")
        if not inside or request.blueprint == blueprint.name:
            return None
        if _takes_get(blueprint):
            detail = f"The method is {quoted(request.method)}; this address takes GET and HEAD."
            return problem_response(MethodNotAllowed(["GET", "HEAD", "OPTIONS"], detail))
        detail = f"There is nothing at {quoted(request.path)}; {PREFIX}/openapi.json lists the addresses there are."
        return problem_response(NotFound(detail))

    @blueprint.after_request
    def without_type(response: Response) -> Response:
        if request.method == "OPTIONS":
            del response.headers["Content-Type"]
        return response


def _takes_get(blueprint: Blueprint) -> bool:
    """Whether the address asked for is one of the blueprint's, were the method GET."""
    adapter = current_app.create_url_adapter(request)
    try:
        endpoint, _ = adapter.match(method="GET") if adapter else ("", {})
    except HTTPException:
        return False
    return str(endpoint).startswith(f"{blueprint.name}.")
