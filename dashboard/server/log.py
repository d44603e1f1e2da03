"""One line a request, as JSON: when, which request, where to, with what outcome, how long."""

from __future__ import annotations

import json
import logging
import re
import secrets
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from flask import Flask, request
from werkzeug.wsgi import ClosingIterator

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HEADER = "X-Request-Id"
ID, ROUTE = "dashboard.request_id", "dashboard.route"
"""Under which names a request's environment holds its id, and the pattern of the address that answers it."""
_SANE = re.compile(r"[\w.-]{8,64}")
log = logging.getLogger("dashboard.request")


def request_id() -> str:
    """The id of the request that is being answered, which its log line and its answer's header hold."""
    return str(request.environ.get(ID, "unknown"))


class Lines(logging.Formatter):
    """A record as one line of JSON; a trace, where there is one, is a text in it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        found: dict[str, Any] = {"time": when, "level": record.levelname.lower(), "logger": record.name}
        told = getattr(record, "told", None)
        found |= told if isinstance(told, dict) else {"message": record.getMessage()}
        if record.exc_info:
            found["trace"] = self.formatException(record.exc_info)
        return json.dumps(found, ensure_ascii=False)


def write_log(level: int = logging.INFO) -> None:
    """Write what the dashboard has to tell to standard error, a line each; what libraries tell stays as it was."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    told = logging.getLogger("dashboard")
    told.handlers = [handler]
    told.setLevel(level)
    told.propagate = False


class Requests:
    """A WSGI application with a log line, an id and the header of it for every request, whoever answers."""

    def __init__(self, inner: WSGIApplication) -> None:
        self.inner = inner

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer; the line is written when the answer has been sent."""
        began = time.perf_counter()
        given = environ.get("HTTP_X_REQUEST_ID", "")
        # What a proxy in front gave is kept, so that its log and ours can be read together.
        number = given if _SANE.fullmatch(given) else secrets.token_hex(8)
        environ[ID] = number
        outcome = {"status": 0}

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Callable[[bytes], object]:
            outcome["status"] = int(status[:3])
            kept = [(name, value) for name, value in headers if name.lower() != HEADER.lower()]
            if not any(name.lower() == "x-content-type-options" for name, _ in kept):
                kept.append(("X-Content-Type-Options", "nosniff"))
            return start_response(status, [*kept, (HEADER, number)], *more)

        def told() -> None:
            line = {
                "request": number,
                "method": environ.get("REQUEST_METHOD", ""),
                "route": environ.get(ROUTE, "a file"),
                "status": outcome["status"],
                "ms": round((time.perf_counter() - began) * 1000, 1),
            }
            log.info("%(method)s %(route)s %(status)s", line, extra={"told": line})

        try:
            answer = self.inner(environ, start)
        except BaseException:
            outcome["status"] = 500
            told()
            raise
        return ClosingIterator(answer, told)


def note_routes(server: Flask) -> None:
    """Have the log name the pattern of an address, as ``/api/v1/bodies/<id>``, and never what a reader put in."""

    @server.before_request
    def note() -> None:
        rule = request.url_rule
        request.environ[ROUTE] = rule.rule if rule else "no such address"
