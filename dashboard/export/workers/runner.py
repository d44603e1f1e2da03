"""What every runner of exports promises, and how it says that it can't; `choice` says which one runs."""

from __future__ import annotations

from typing import ClassVar, Protocol

from dashboard.export.order import File, Order
from layers.words import spoken
from layers.words.capitals import first_upper


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

    def problem(self) -> str:
        """Why no file can be made just now, in a sentence; blank when files can be made. Answers within about a second."""


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


class WaitingError(RunnerError):
    """Others came first; ``before`` is how many files are made before this one."""

    def __init__(self, before: int) -> None:
        self.before = before
        # Whoever is next asks more often.
        self.retry_seconds = 1 if before < 4 else 2  # type: ignore[misc]
        files = f"{first_upper(spoken.count(before))} {'file is' if before == 1 else 'files are'} made before yours"
        super().__init__(f"{files if before else 'Your file is the next'}; others are exporting too.")


class NoWorkerError(RunnerError):
    """The queue is there, but nobody takes orders from it."""

    def __init__(self) -> None:
        super().__init__(
            "Files can't be made just now, as nothing that makes them is running; the pages work as usual."
        )


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
