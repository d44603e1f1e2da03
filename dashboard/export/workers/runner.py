"""What every runner of exports promises, and how it says that it can't; `choice` says which one runs."""

from __future__ import annotations

from typing import ClassVar, Protocol

from dashboard.export.order import File, Order


class Runner(Protocol):
    """Makes files away from the server's own threads, a bounded number at a time."""

    def run(self, order: Order) -> File:
        """The file of an order; waits for it.

        Raises:
            CannotExportError: the order can't be met.
            RunnerError: it may be a good order, but there is no file; the message is for the reader.
            FailedError: something went wrong that no reader can mend; the message is for the log.
        """

    def warm(self) -> None:
        """Get ready, as an order may come soon; returns at once."""


class RunnerError(Exception):
    """There is no file now, whatever the order. The message is one sentence for the reader, ``status`` goes with it."""

    status: ClassVar[int] = 503
    retry_seconds: ClassVar[int | None] = None
    """When to ask again, if that may help."""


class BusyError(RunnerError):
    """As many orders wait as may wait."""

    retry_seconds = 2

    def __init__(self) -> None:
        super().__init__("Other exports are being made; try again in a moment.")


class UnreachableError(RunnerError):
    """The queue of the exports does not answer."""

    def __init__(self) -> None:
        super().__init__("Exports can't be made just now, as their queue does not answer; the pages work as usual.")


class TooSlowError(RunnerError):
    """The file took longer than it may."""

    status = 504

    def __init__(self, seconds: int) -> None:
        super().__init__(f"The file was not finished within {seconds} seconds, so it was given up; try a smaller view.")


class FailedError(Exception):
    """A worker died, or its job raised something; the message is for the log and may hold a traceback."""
