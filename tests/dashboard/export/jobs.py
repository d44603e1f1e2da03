"""Jobs for worker processes to do in tests: what the order's query asks for happens."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from dashboard.export.order import CannotExportError, File, Order
from dashboard.export.workers.jobs import Answer, answer_of

NOT_FOR_WORKERS = ("dashboard.server.application", "gunicorn", "celery")
"""A worker makes no pages and serves nobody."""


def job(order: dict[str, Any]) -> Answer:
    """Fail, dawdle or die as the order says; else a file that tells about the process that made it."""
    query = order["query"]
    if "die" in query:
        os._exit(7)
    if "raise" in query:
        raise LookupError("raised in the worker")
    if "sleep" in query:
        time.sleep(float(query["sleep"]))
    return answer_of(lambda: tell(Order.from_json(order)))


def tell(order: Order) -> File:
    """The order, the process, how many seconds it has worked, and which modules it has loaded, as a CSV file that is none."""
    if "refuse" in order.query:
        raise CannotExportError("There is no such thing.")
    if "fault" in order.query:
        raise LookupError("a fault inside")
    told = {
        "order": order.as_json(),
        "process": os.getpid(),
        "worked": time.process_time(),
        "needless": [name for name in NOT_FOR_WORKERS if name in sys.modules],
        "landscape": "dashboard.world" in sys.modules,
    }
    return File("told.csv", json.dumps(told).encode())
