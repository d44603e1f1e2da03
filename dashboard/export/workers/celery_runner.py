"""Files made by Celery workers on Redis, which may run on other machines and serve several web servers."""

from __future__ import annotations

import json
import logging
import threading
import time
from typing import TYPE_CHECKING, Any

from celery import Celery
from kombu.exceptions import KombuError
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from dashboard.export.workers.jobs import Answer, file_of
from dashboard.export.workers.runner import BusyError, FailedError, TooSlowError, UnreachableError
from dashboard.settings import ExportSettings

if TYPE_CHECKING:
    from dashboard.export.order import File, Order

TASK = "dashboard.export.make"
QUEUE = "exports"
RESULT = "celery-task-meta-"
"""What Celery puts before a task's id to name its result in Redis."""
FIRST_PAUSE, LONGEST_PAUSE = 0.02, 0.25
CONNECT_SECONDS = 2

log = logging.getLogger(__name__)


def queue_of(settings: ExportSettings) -> Celery:
    """The queue as both sides know it: JSON alone, one order at a time, nothing kept for long."""
    app = Celery("exports", broker=settings.redis_url)
    app.conf.update(
        task_serializer="json",
        result_serializer="json",
        accept_content=["json"],
        result_accept_content=["json"],
        task_default_queue=QUEUE,
        task_acks_late=True,
        task_time_limit=settings.seconds,
        worker_concurrency=settings.workers,
        worker_prefetch_multiplier=1,
        worker_max_tasks_per_child=settings.tasks_per_worker,
        result_expires=2 * settings.seconds,
        task_publish_retry=False,
        broker_transport_options={"socket_connect_timeout": CONNECT_SECONDS},
        broker_connection_retry_on_startup=True,
    )
    return app


class CeleryRunner:
    """Hands orders to the queue and waits for what comes back.

    The result is read from Redis as JSON with a plain client. Celery's own reader shares one
    subscription among the server's threads and rebuilds exceptions from what it reads.
    """

    def __init__(self, settings: ExportSettings) -> None:
        self._settings, self._queue = settings, queue_of(settings)
        self._places = threading.BoundedSemaphore(settings.waiting)
        self._redis = Redis.from_url(
            settings.redis_url, socket_connect_timeout=CONNECT_SECONDS, socket_timeout=10, retry=Retry(NoBackoff(), 1)
        )

    def run(self, order: Order) -> File:
        """The file of an order, made by any worker on the queue."""
        if not self._places.acquire(blocking=False):
            raise BusyError
        try:
            return file_of(self._answer(order))
        except (RedisError, KombuError) as error:
            log.warning("The queue of the exports does not answer: %r", error)
            raise UnreachableError from error
        finally:
            self._places.release()

    def warm(self) -> None:
        """Nothing to do: the workers are always ready."""

    def _answer(self, order: Order) -> Answer:
        # Like every reply of a client that may also be asynchronous, the length is typed as either.
        waiting: Any = self._redis.llen(QUEUE)
        if waiting >= max(self._settings.queue, 1):
            raise BusyError
        seconds = self._settings.seconds
        # After that nobody waits for it, and a worker leaves it alone.
        sent = self._queue.send_task(TASK, [order.as_json()], expires=seconds)
        return self._result(f"{RESULT}{sent.id}", time.monotonic() + seconds)

    def _result(self, key: str, end: float) -> Answer:
        """Wait for a result until a time; it is gone from Redis once read."""
        pause = FIRST_PAUSE
        while (text := self._redis.getdel(key)) is None:
            if time.monotonic() > end:
                raise TooSlowError(self._settings.seconds)
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        found: dict[str, Any] = json.loads(text)
        if found["status"] == "SUCCESS":
            return dict(found["result"])
        if found["result"].get("exc_type") == "TimeLimitExceeded":
            raise TooSlowError(self._settings.seconds)
        raise FailedError(f"The task ended as {found['status']}: {found['result']}\n{found.get('traceback') or ''}")
