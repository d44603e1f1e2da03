"""Every component id of the application, built here and nowhere else."""

from __future__ import annotations


class Map:
    """Ids of the map page."""

    CONFIG = "map-config"
    GRAPH = "map-graph"
    VIEW = "map-view"
    SNAPSHOT = "map-snapshot"
    VIEWPORT = "map-viewport"
    MEASURE = "map-measure"
    LAYERS = "map-layers"
    POINTS = "map-points"
    FILL = "map-fill"
    FALLEN = "map-fallen"
    SELECT = "map-select"
    DAY = "map-day"
    DAY_SLIDER = "map-day-slider"
    DAY_INPUT = "map-day-input"
    TABLE_KIND = "map-table-kind"
    CARD = "map-card"

    # Filled by the page's scripts, which find them by these ids too.
    PAGE = "map-page"
    MEASURE_CONTROL = "map-measure-control"
    LEGEND = "map-legend"
    LAYER_LEGEND = "map-layer-legend"
    TABLE = "map-table"
    TITLE = "map-title"
    CHANGED = "map-changed"
    DAY_TICKS = "map-day-ticks"
    SEARCH = "map-search"
    SEARCH_LIST = "map-search-list"
    STATUS = "map-status"
    SHELL = "map-shell"


def ids_of(group: type) -> dict[str, str]:
    """The ids of a group by lower-case name, for the page's scripts."""
    return {name.lower(): value for name, value in vars(group).items() if name.isupper()}
