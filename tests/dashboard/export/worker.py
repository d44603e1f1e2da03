"""The real worker with the test's maker in place of the real ones: ``celery -A tests.dashboard.export.worker worker``."""

from __future__ import annotations

import os
import time

from dashboard.export import makers
from dashboard.export.order import File, Order
from dashboard.export.tasks import app
from layers.landscape import Landscape
from tests.dashboard.export.jobs import tell

__all__ = ["app"]


def make(land: Landscape, order: Order) -> File:
    """What the order's query asks for: to die, to dawdle, or what `tell` makes of it."""
    if "die" in order.query:
        os._exit(7)
    if "sleep" in order.query:
        time.sleep(float(str(order.query["sleep"])))
    return tell(order)


makers.make = make
