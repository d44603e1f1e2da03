"""``GET /export/<kind>.<format>?<query>``: the view that an address names, as a file.

A refusal is one sentence of plain text. What went wrong inside is in the log, under an id
that the reader is told.
"""

from __future__ import annotations

import logging
import re
import secrets
from urllib.parse import quote, urlsplit

from flask import Blueprint, Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from dashboard.export import makers
from dashboard.export.order import CannotExportError, File, Order
from dashboard.export.workers.choice import runner_for
from dashboard.export.workers.line import Line, line_of_server
from dashboard.export.workers.runner import BusyError, Runner, RunnerError, WaitingError
from dashboard.settings import ExportSettings
from layers.words import numbers

log = logging.getLogger("dashboard.export")
PREFIX = "/export"
TICKET, PLACE = "X-Export-Ticket", "X-Export-Place"
"""The header with which a reader keeps a place in the line, and the one that says how many files are made before."""
_TICKET = re.compile(r"[\w-]{8,64}")
REQUEST_ID = "dashboard.request_id"
"""Under which name a request's environment holds its id (`dashboard.server.log`), which a fault is told under."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")
LEEWAY = 10
"""Seconds that an order may take besides those it waits for a worker and those the worker takes."""
LONGEST = 20_000
"""How many characters the path and query of an order may have."""


def add_exports(server: Flask, runner: Runner | None = None, line: Line | None = None) -> Runner:
    """Answer every address under `PREFIX`; ``runner`` makes the files, by default the one that the environment names, for
    those who come first in ``line``. Returns the runner.

    Raises:
        SettingError: the environment sets something that can't be used.
    """
    settings = ExportSettings.from_environment()
    makes = runner or runner_for(settings)
    server.register_blueprint(
        _blueprint(makes, line or line_of_server(2 * settings.seconds + LEEWAY), settings.waiting)
    )
    server.before_request(_only_known)
    return makes


def _blueprint(runner: Runner, line: Line, at_once: int) -> Blueprint:
    exports = Blueprint("exports", __name__, url_prefix=PREFIX)

    @exports.get("/<kind>.<ending>")
    def export(kind: str, ending: str) -> Response:
        if len(request.path) + len(request.query_string) > LONGEST:
            most = numbers.count(LONGEST)
            return _sentence(f"The address is too long; an export's has {most} characters at most.", 414)
        if not makers.offers(kind, ending):
            return _sentence(makers.no_such(kind, ending), 404)
        if request.method == "HEAD":
            # What a link checker wants to know is told without making the file.
            return _file(File(f"{kind}.{ending}", b""), named=False)
        return _file(_in_turn(runner, line, at_once, _order(kind, ending)))

    @exports.get("/ready")
    def ready() -> Response:
        runner.warm()
        answer = Response(status=204)
        answer.headers["Cache-Control"] = "no-store"
        del answer.headers["Content-Type"]
        return answer

    exports.register_error_handler(
        CannotExportError, lambda refusal: _sentence(f"The file was not made. {refusal}", 400)
    )
    exports.register_error_handler(RunnerError, _not_now)
    exports.register_error_handler(HTTPException, lambda error: _sentence(error.description or "", error.code or 500))
    exports.register_error_handler(Exception, _fault)
    return exports


def _in_turn(runner: Runner, line: Line, at_once: int, order: Order) -> File:
    """The file of an order when it is its turn.

    Who waits asks again with the same ticket; without one a reader takes part in the line for this request alone.

    Raises:
        WaitingError: others come first, or all that make files are busy.
    """
    given = request.headers.get(TICKET, "")
    ticket = given if _TICKET.fullmatch(given) else ""
    number = ticket or secrets.token_hex(16)
    waits = False
    try:
        before = line.place(number)
        if before >= at_once:
            waits = bool(ticket)
            raise WaitingError(before)
        line.begin(number)
        return runner.run(order)
    except BusyError as busy:
        waits = bool(ticket)
        raise WaitingError(before) from busy
    finally:
        line.pause(number) if waits else line.leave(number)


def _order(kind: str, ending: str) -> Order:
    """The order that the request stands for; a key given more than once becomes a list."""
    query = {key: values[0] if len(values) == 1 else values for key, values in request.args.lists()}
    return Order(kind, ending, query, known_origin())


def known_origin() -> str:
    """The address that may be printed into a file: one of the product's names. Whoever asks can write any name into a request."""
    name = urlsplit(f"//{request.host}").hostname or ""
    known = bool(current_app.config.get("TRUSTED_HOSTS")) or name in LOOPBACK
    return request.url_root.rstrip("/") if known else ""


def _file(file: File, named: bool = True) -> Response:
    answer = Response(file.content, mimetype=file.media_type)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, max-age=300"
    if not named:
        return answer
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%' else "-" for c in file.name)
    answer.headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name)}"
    return answer


def _sentence(text: str, status: int) -> Response:
    answer = Response(text, status, mimetype="text/plain")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _not_now(error: RunnerError) -> Response:
    answer = _sentence(str(error), error.status)
    if error.retry_seconds is not None:
        answer.headers["Retry-After"] = str(error.retry_seconds)
    if isinstance(error, WaitingError):
        answer.headers[PLACE] = str(error.before)
    return answer


def _fault(error: Exception) -> Response:
    number = str(request.environ.get(REQUEST_ID) or secrets.token_hex(8))
    told = {"request": number, "message": f"Export {number} failed: {request.full_path[:500]}"}
    log.error("%s", told["message"], exc_info=error, extra={"told": told})
    return _sentence(
        f"The file could not be made; the fault is not in your choices. It is in the log as {number}.", 500
    )


def _only_known() -> Response | None:
    """Keep pages, and the server's own HTML, from answering for an address of exports that there isn't."""
    inside = request.path == PREFIX or request.path.startswith(f"{PREFIX}/")
    if not inside or request.blueprint == "exports":
        return None
    if isinstance(request.routing_exception, MethodNotAllowed):
        answer = _sentence("An export is fetched with GET.", 405)
        answer.headers["Allow"] = ", ".join(request.routing_exception.valid_methods or ())
        return answer
    return _sentence(f"There is no export at {request.path[:60]}.", 404)
