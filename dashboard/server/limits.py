"""How much one client may ask for: generous for pages, tighter for files, which take seconds to make."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, request
from flask_limiter import ApplicationLimit, Limiter, RateLimitExceeded
from flask_limiter.util import get_remote_address

from dashboard.export.routes import PREFIX
from dashboard.server.failures import sentence
from dashboard.settings import RateSettings

FREE = ("/health", "/ready", "/export/ready")
"""What operators ask, as often as they like."""


def limit(server: Flask, settings: RateSettings) -> None:
    """Count what each client asks, in this process or, where there is one, in Redis; without Redis again in this process."""
    server.config["RATELIMIT_HEADERS_ENABLED"] = True
    Limiter(
        get_remote_address,
        app=server,
        application_limits=_limits(settings),
        storage_uri=settings.redis_url or "memory://",
        in_memory_fallback_enabled=bool(settings.redis_url),
    )
    server.register_error_handler(RateLimitExceeded, _too_many)


def _limits(settings: RateSettings) -> list[str | Callable[[], str] | ApplicationLimit]:
    """Exports have a count of their own, so that a reader who takes many away can go on reading."""
    found: list[str | Callable[[], str] | ApplicationLimit] = []
    if settings.requests:
        free = ApplicationLimit(f"{settings.requests} per minute", exempt_when=lambda: _is_export() or _is_free())
        found.append(free)
    if settings.exports:
        found.append(
            ApplicationLimit(
                f"{settings.exports} per minute",
                scope="exports",
                exempt_when=lambda: not _is_export(),
                # Who waits in the line asks again and again: what counts is what was made, or could not be.
                deduct_when=lambda answer: answer.status_code != 503,
            )
        )
    return found


def _is_export() -> bool:
    return request.path.startswith(f"{PREFIX}/") and not _is_free()


def _is_free() -> bool:
    return request.path in FREE


def _too_many(_error: RateLimitExceeded) -> Response:
    return sentence("Too much was asked from this network at once; try again in a minute.", 429)
