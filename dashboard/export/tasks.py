"""The worker's side of the queue: ``celery -A dashboard.export.tasks worker``, with ``REDIS_URL`` set."""

from __future__ import annotations

import sys
from typing import Any

from celery.signals import worker_init

from dashboard.export.workers.celery_runner import TASK, queue_of
from dashboard.export.workers.jobs import Answer, run_json
from dashboard.settings import ExportSettings, SettingError

try:
    settings = ExportSettings.from_environment()
except SettingError as problem:
    sys.exit(str(problem))
if not settings.redis_url:
    sys.exit("REDIS_URL is not set; a worker takes its orders from there, as in REDIS_URL=redis://127.0.0.1:6379/0.")

app = queue_of(settings)


@app.task(name=TASK)
def make(order: dict[str, Any]) -> Answer:
    """Meet an order; refusals and faults are answers too."""
    return run_json(order)


@worker_init.connect
def load(**_signal: Any) -> None:
    """Load everything before the worker divides, so that each process and each one that replaces it is ready at once."""
    import dashboard.export.workers.preload  # noqa: F401
