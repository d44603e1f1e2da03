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
    LEAD = "map-lead"
    FALLEN = "map-fallen"
    SELECT = "map-select"
    DAY = "map-day"
    DAY_SLIDER = "map-day-slider"
    DAY_INPUT = "map-day-input"
    DAY_SAID = "map-day-said"
    TABLE_KIND = "map-table-kind"
    CARD = "map-card"
    EXPORT_OPEN = "map-export-open"
    EXPORT_TITLE = "map-export-title"
    EXPORT_SUBTITLE = "map-export-subtitle"
    EXPORT_PANEL = "map-export-panel"
    EXPORT_SHAPE = "map-export-shape"

    # Filled by the page's scripts, which find them by these ids too.
    PAGE = "map-page"
    MEASURE_CONTROL = "map-measure-control"
    LEGEND = "map-legend"
    LAYER_LEGEND = "map-layer-legend"
    TABLE = "map-table"
    TITLE = "map-title"
    SUBTITLE = "map-subtitle"
    CHANGED = "map-changed"
    DAY_TICKS = "map-day-ticks"
    SEARCH = "search"
    SEARCH_LIST = "search-list"
    STATUS = "map-status"
    SHELL = "map-shell"


class Overlaps:
    """Ids of the overlaps page."""

    CONFIG = "overlaps-config"
    DATA = "overlaps-data"
    VIEW = "overlaps-view"
    PAIR = "overlaps-pair"
    DRAWING = "overlaps-drawing"
    LAYER_A = "overlaps-layer-a"
    LAYER_B = "overlaps-layer-b"
    WEIGHT = "overlaps-weight"
    SHARE_OF = "overlaps-share-of"
    MATCH = "overlaps-match"
    LEAST = "overlaps-least"
    DAY = "overlaps-day"
    DAY_SLIDER = "overlaps-day-slider"
    DAY_INPUT = "overlaps-day-input"
    DAY_SAID = "overlaps-day-said"
    FINDINGS = "overlaps-findings"
    DETAIL = "overlaps-detail"
    GRAPH = "overlaps-graph"

    PAGE = "overlaps-page"
    SHELL = "overlaps-shell"
    TITLE = "overlaps-title"
    MATRIX = "overlaps-matrix"
    PAIRS = "overlaps-pairs"
    CHANGED = "overlaps-changed"
    DAY_TICKS = "overlaps-day-ticks"
    SEARCH = "search"
    SEARCH_LIST = "search-list"
    STATUS = "overlaps-status"


class BodyPage:
    """Ids of the page of one body."""

    CONFIG = "body-config"
    DRAWING = "body-drawing"
    GRAPH = "body-graph"

    PAGE = "body-page"
    SHELL = "body-shell"
    SEARCH = "search"
    SEARCH_LIST = "search-list"
    STATUS = "body-status"


class Briefing:
    """Ids of the briefing page."""

    CONFIG = "briefing-config"
    TABLES = "briefing-tables"
    DRAWING = "briefing-drawing"
    GRAPH = "briefing-graph"

    PAGE = "briefing-page"
    SHELL = "briefing-shell"
    TABLE = "briefing-table"
    SEARCH = "search"
    SEARCH_LIST = "search-list"
    STATUS = "briefing-status"


class Place:
    """Ids of the page of one place."""

    CONFIG = "place-config"
    DRAWING = "place-drawing"
    GRAPH = "place-graph"
    COMPARE = "place-compare"

    PAGE = "place-page"
    SHELL = "place-shell"
    SEARCH = "search"
    SEARCH_LIST = "search-list"
    STATUS = "place-status"


class Patchwork:
    """Ids of the patchwork page."""

    CONFIG = "patchwork-config"
    DATA = "patchwork-data"
    VIEW = "patchwork-view"
    SELECT = "patchwork-select"
    LAYERS = "patchwork-layers"
    COLOUR = "patchwork-colour"
    REGION = "patchwork-region"
    DAY = "patchwork-day"
    DAY_SLIDER = "patchwork-day-slider"
    DAY_INPUT = "patchwork-day-input"
    DAY_SAID = "patchwork-day-said"
    GRAPH = "patchwork-graph"
    COVERAGE = "patchwork-coverage"
    DETAIL = "patchwork-detail"

    PAGE = "patchwork-page"
    SHELL = "patchwork-shell"
    TITLE = "patchwork-title"
    LEGEND = "patchwork-legend"
    MULTIPLES = "patchwork-multiples"
    CHANGED = "patchwork-changed"
    DAY_TICKS = "patchwork-day-ticks"
    SEARCH = "search"
    SEARCH_LIST = "search-list"
    STATUS = "patchwork-status"


class Timeline:
    """Ids of the timeline page."""

    CONFIG = "timeline-config"
    DRAWING = "timeline-drawing"
    GRAPH = "timeline-graph"

    PAGE = "timeline-page"
    SHELL = "timeline-shell"
    SEARCH = "search"
    SEARCH_LIST = "search-list"
    STATUS = "timeline-status"


class About:
    """Ids of the page about the data and the method."""

    CONFIG = "about-config"

    PAGE = "about-page"
    SEARCH = "search"
    SEARCH_LIST = "search-list"
    STATUS = "about-status"


def ids_of(group: type) -> dict[str, str]:
    """The ids of a group by lower-case name, for the page's scripts."""
    return {name.lower(): value for name, value in vars(group).items() if name.isupper()}
