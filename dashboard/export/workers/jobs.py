"""The job as a worker process does it: an order as JSON in, an answer as JSON out.

Whatever happens travels as plain text: a file, a refusal, or a traceback for the log. No exception of a maker
crosses from one process to another, where its class might not be known. Celery sends the texts as JSON and reads
nothing else; the pool hands them over by pickle, as processes of one program do, over a pipe that nobody else writes to.
"""

from __future__ import annotations

import base64
import traceback
from collections.abc import Callable, Mapping
from typing import Any

from dashboard.export import makers
from dashboard.export.order import CannotExportError, File, Order
from dashboard.export.workers.runner import FailedError
from dashboard.world import landscape

Answer = dict[str, str]
Job = Callable[[dict[str, Any]], Answer]


def run_json(order: Mapping[str, Any]) -> Answer:
    """Meet an order that `Order.as_json` wrote."""
    return answer_of(lambda: makers.make(landscape(), Order.from_json(order)))


def answer_of(make: Callable[[], File]) -> Answer:
    """What became of making a file, for `file_of` to read."""
    try:
        file = make()
    except CannotExportError as refusal:
        return {"refused": str(refusal)}
    except Exception:
        return {"fault": traceback.format_exc()}
    return {"name": file.name, "content": base64.b64encode(file.content).decode("ascii")}


def file_of(answer: Mapping[str, str]) -> File:
    """The file in an answer.

    Raises:
        CannotExportError: it is a refusal.
        FailedError: it tells of a fault.
    """
    if "refused" in answer:
        raise CannotExportError(answer["refused"])
    if "fault" in answer:
        raise FailedError(answer["fault"])
    return File(answer["name"], base64.b64decode(answer["content"]))
