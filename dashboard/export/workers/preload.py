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

# What can't be imported fails when it is asked for, with a traceback in the log; the rest still works.
for fetch in (fetch for formats in makers.MAKERS.values() for fetch in formats.values()):
    with suppress(ImportError):
        fetch()
for library in LIBRARIES:
    with suppress(ImportError):
        import_module(library)
# Most orders are of the day that the pages open with.
landscape().as_at(DEFAULT_DAY)
# What is loaded now stays: left out of garbage collection it is not written to, and so stays shared.
gc.freeze()
