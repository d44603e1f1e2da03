"""A bounded pool of processes that make the files: each can be timed out, and is replaced after some orders."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import threading
from typing import TYPE_CHECKING

from dashboard.export.order import File, Order
from dashboard.export.workers.jobs import Answer, Job, file_of, run_json
from dashboard.export.workers.runner import BusyError, FailedError, TooSlowError
from dashboard.settings import ExportSettings

if TYPE_CHECKING:
    from pebble import ProcessPool

PRELOAD = "dashboard.export.workers.preload"
"""What the process that workers are forked from imports; Python takes its name alone."""


class PoolRunner:
    """Makes files in processes of this server's own, which start with the first order.

    The processes are forked from a small server process without threads: a fork of a server
    with threads could copy a lock that nobody will ever release.
    """

    def __init__(self, settings: ExportSettings, job: Job = run_json) -> None:
        self._settings, self._job = settings, job
        self._places = threading.BoundedSemaphore(settings.waiting)
        self._starting = threading.Lock()
        self._pool: ProcessPool | None = None

    def run(self, order: Order) -> File:
        """The file of an order; waits for a worker, and then for the file."""
        if not self._places.acquire(blocking=False):
            raise BusyError
        try:
            return file_of(self._answer(order))
        finally:
            self._places.release()

    def warm(self) -> None:
        """Start the processes, and with them everything a file may need."""
        if self._pool is None and not self._starting.locked():
            threading.Thread(target=self._running, name="export-warm", daemon=True).start()

    def problem(self) -> str:
        """None: the processes are this server's own, and start with the first order."""
        return ""

    def stop(self) -> None:
        """End the processes; an order that comes after starts new ones."""
        with self._starting:
            self._end()

    def _answer(self, order: Order) -> Answer:
        """Let a worker do the job. Its time runs from when a worker takes it; it may wait for one as long again."""
        seconds = self._settings.seconds
        try:
            future = self._running().schedule(self._job, args=(order.as_json(),), timeout=seconds)
        except (RuntimeError, OSError) as error:
            raise FailedError("The processes that make exports could not be started.") from error
        try:
            return future.result(2 * seconds)
        except TimeoutError as late:
            if future.done():
                raise TooSlowError(seconds) from late
            future.cancel()
            raise BusyError from late
        except Exception as error:
            raise FailedError(f"The job ended without an answer: {error!r}") from error

    def _running(self) -> ProcessPool:
        """The pool; a new one when there is none yet, or when the one there was broke down."""
        with self._starting:
            if self._pool is None or not self._pool.active:
                self._end()
                self._pool = self._start()
            return self._pool

    def _start(self) -> ProcessPool:
        from pebble import ProcessPool

        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([PRELOAD])
        pool = ProcessPool(
            max_workers=self._settings.workers,
            max_tasks=self._settings.tasks_per_worker,
            initializer=begin_worker,
            context=context,
        )
        # Reading this starts the processes.
        if not pool.active:
            raise RuntimeError("The pool did not start.")
        atexit.unregister(self.stop)
        atexit.register(self.stop)
        return pool

    def _end(self) -> None:
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None


def begin_worker() -> None:
    """What a worker does first: load everything, unless it was forked with it, and watch that its server lives."""
    threading.Thread(target=_leave_with_server, name="export-watch", daemon=True).start()
    import dashboard.export.workers.preload  # noqa: F401


def _leave_with_server() -> None:
    """End this process when the server has gone, even in the middle of a file that nobody waits for any more."""
    server = multiprocessing.parent_process()
    if server is not None:
        server.join()
        os._exit(0)
