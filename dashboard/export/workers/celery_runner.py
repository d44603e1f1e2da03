"""Files made by Celery workers on Redis, which may run on other machines and serve several web servers."""

from __future__ import annotations

import logging
import math
import threading
import time
from typing import TYPE_CHECKING, Any

from celery import Celery
from celery.exceptions import TimeoutError as LateError
from celery.result import AsyncResult
from kombu.exceptions import KombuError
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from dashboard.export.workers.jobs import Answer, file_of
from dashboard.export.workers.results import TaskEndedError, stored_at
from dashboard.export.workers.runner import (
    BusyError,
    FailedError,
    NoWorkerError,
    TooSlowError,
    UnreachableError,
)
from dashboard.settings import ExportSettings

if TYPE_CHECKING:
    from dashboard.export.order import File, Order

TASK = "dashboard.export.make"
QUEUE = "exports"
"""The list of orders in Redis, which Celery names after the queue."""
PAUSE = 0.05
"""Seconds between two looks for a result."""
CONNECT_SECONDS = 1
"""How long Redis may take to take a call, which is tried twice."""
ANSWER_SECONDS = 10
PING_SECONDS = 1
TRUSTED_SECONDS = 10
"""How long a worker that answered is taken to be there."""

log = logging.getLogger(__name__)


def queue_of(settings: ExportSettings) -> Celery:
    """The queue as both sides know it: JSON alone, one order at a time, nothing kept for long."""
    app = Celery("exports", broker=settings.redis_url, backend=stored_at(settings.redis_url))
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
        # One store, and one pool of connections, for all threads: it keeps nothing of one that concerns another.
        result_backend_thread_safe=True,
        redis_socket_connect_timeout=CONNECT_SECONDS,
        redis_socket_timeout=ANSWER_SECONDS,
        task_publish_retry=False,
        broker_transport_options={"socket_connect_timeout": CONNECT_SECONDS},
        broker_connection_retry_on_startup=True,
    )
    return app


class CeleryRunner:
    """Hands orders to the queue and waits for what comes back."""

    def __init__(self, settings: ExportSettings) -> None:
        self._settings, self._queue = settings, queue_of(settings)
        self._places = threading.BoundedSemaphore(settings.waiting)
        self._answered = -math.inf
        self._redis = Redis.from_url(
            settings.redis_url,
            socket_connect_timeout=CONNECT_SECONDS,
            socket_timeout=ANSWER_SECONDS,
            retry=Retry(NoBackoff(), 1),
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

    def problem(self) -> str:
        """Whether Redis answers, and a worker that takes orders from it."""
        try:
            self._check_workers()
        except (RedisError, KombuError):
            return str(UnreachableError())
        except NoWorkerError as nobody:
            return str(nobody)
        return ""

    def _check_workers(self) -> None:
        """Stop when no worker answers. One that makes a file answers too; who answered lately is not asked again.

        Raises:
            NoWorkerError: none does.
            RedisError: Redis doesn't answer.
        """
        if time.monotonic() < self._answered + TRUSTED_SECONDS:
            return
        # The queue's own client would try for long to reach a Redis that isn't there.
        self._redis.ping()
        if not self._queue.control.ping(timeout=PING_SECONDS, limit=1):
            raise NoWorkerError
        self._answered = time.monotonic()

    def _answer(self, order: Order) -> Answer:
        """Send an order and wait for what a worker makes of it; it is gone from Redis once read."""
        self._check_workers()
        # Like every reply of a client that may also be asynchronous, the length is typed as either.
        waiting: Any = self._redis.llen(QUEUE)
        if waiting >= max(self._settings.queue, 1):
            raise BusyError
        seconds = self._settings.seconds
        # After that nobody waits for it, and a worker leaves it alone.
        sent: AsyncResult = self._queue.send_task(TASK, [order.as_json()], expires=seconds)
        try:
            found = sent.get(timeout=seconds, interval=PAUSE, propagate=False)
        except LateError as late:
            raise TooSlowError(seconds) from late
        ended = f"The task ended as {sent.state}: {found}\n{sent.traceback or ''}"
        sent.forget()
        if isinstance(found, TaskEndedError):
            if found.kind == "TimeLimitExceeded":
                raise TooSlowError(seconds)
            raise FailedError(ended)
        return dict(found)
