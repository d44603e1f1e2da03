"""Imported for its effect by processes that make exports: everything they need, loaded before they divide.

The process that the workers are forked from imports this once; each worker, and each one
that replaces it, then starts in milliseconds and shares the memory of the landscape.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import import_module

from dashboard.export import makers
from dashboard.world import landscape
from layers.dates import DEFAULT_DAY

LIBRARIES = ("matplotlib.backends.backend_agg", "matplotlib.font_manager", "pptx")
"""What the makers import only once they draw; geopandas is left to the few who ask for a GeoPackage."""

for module in (*(f"dashboard.export.{name}" for name, _ in makers.MODULES.values()), *LIBRARIES):
    # A kind that can't be imported fails when it is asked for, with a traceback in the log; the others still work.
    with suppress(ImportError):
        import_module(module)
# Most orders are of the day that the pages open with.
landscape().as_at(DEFAULT_DAY)
# What is loaded now stays: left out of garbage collection it is not written to, and so stays shared.
gc.freeze()
