"""England's local growth landscape: bodies, footprints and figures as at any day of 2011-2018.

>>> from layers import load_landscape
>>> land = load_landscape()
>>> len(land.as_at("2017-12-01").bodies("stp"))
44

`overlap_frame` gives every pair of bodies of two layers that share people, as a data frame.
"""

from layers.landscape import BodyAt, Landscape, Snapshot
from layers.load import load_landscape
from layers.overlaps.frame import overlap_frame
from layers.tables import TableError

__all__ = ["BodyAt", "Landscape", "Snapshot", "TableError", "load_landscape", "overlap_frame"]
