"""Which runner makes the files of this server."""

from __future__ import annotations

from dashboard.export.workers.runner import Runner
from dashboard.settings import ExportSettings


def runner_for(settings: ExportSettings) -> Runner:
    """Celery on Redis when there is a Redis, else processes of this server's own."""
    # Each is imported only when it is used: neither belongs to a quick start.
    if settings.redis_url:
        from dashboard.export.workers.celery_runner import CeleryRunner

        return CeleryRunner(settings)
    from dashboard.export.workers.pool import PoolRunner

    return PoolRunner(settings)
