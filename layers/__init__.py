"""England's local growth landscape: bodies, footprints and figures as at any day of 2011-2018.

>>> from layers import load_landscape
>>> land = load_landscape()
>>> len(land.as_at("2017-12-01").bodies("stp"))
44
"""

from layers.landscape import BodyAt, Landscape, Snapshot
from layers.load import load_landscape
from layers.tables import TableError

__all__ = ["BodyAt", "Landscape", "Snapshot", "TableError", "load_landscape"]
