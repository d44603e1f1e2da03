"""How results come back from the queue: asked for again and again by every thread alone, and read as plain data."""

from __future__ import annotations

from typing import Any

from celery.backends.base import SyncBackendMixin
from celery.backends.redis import RedisBackend


class TaskEndedError(Exception):
    """A task ended without an answer: what ended it, by the name that the worker wrote down."""

    def __init__(self, kind: str, said: str) -> None:
        super().__init__(f"{kind}: {said}")
        self.kind = kind


class PolledRedis(SyncBackendMixin, RedisBackend):
    """Celery's store of results in Redis, read by polling as its plainer stores are.

    As it comes, it subscribes to each result, on one connection that all threads of a server
    would share; and it rebuilds an error from the module, class and arguments that it finds
    in Redis. Here nothing is subscribed to, so that threads share only the pool of connections,
    and an error stays two texts.
    """

    def on_task_call(self, producer: Any, task_id: str) -> None:
        """Nothing to get ready when an order is sent."""

    def exception_to_python(self, exc: Any) -> BaseException:
        """What a worker noted of an error as `TaskEndedError`, whatever it says; an error of this process as it is."""
        if isinstance(exc, BaseException):
            return exc
        noted = exc if isinstance(exc, dict) else {}
        return TaskEndedError(str(noted.get("exc_type", "")), str(noted.get("exc_message", exc)))


def stored_at(redis_url: str) -> str:
    """The address under which Celery finds this store: its class, and where Redis is."""
    return f"{PolledRedis.__module__}:{PolledRedis.__qualname__}+{redis_url}"
