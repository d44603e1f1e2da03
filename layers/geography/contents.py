"""What the built files hold. `layers.build` writes them; the page's scripts and the exports read them.

Lists under several keys of one file run side by side: what stands at one position in each belongs together.
"""

from __future__ import annotations

from typing import TypedDict

Box = tuple[float, float, float, float]
"""West, south, east and north in degrees."""
LabelPlace = tuple[float, float, float]
"""Longitude and latitude of a label, and the kilometres of room round it."""


class Districts(TypedDict):
    """The districts, in the order that every other file and answer uses."""

    code: list[str]
    name: list[str]
    region: list[int]
    """Position in ``regions``."""
    regions: list[str]
    county: list[str]
    """The code of the county or, where there is none above it, its own."""
    upper: list[str]
    """The name of the county above it, blank where there is none."""
    people: list[int]
    box: list[Box]
    label: list[LabelPlace]


class MeasureFacts(TypedDict):
    """A measure: its words, class breaks, and a value for each district, null where not available."""

    label: str
    unit: str
    period: str
    level: str
    kind: str
    source: str
    doubt: str
    caveat: str
    middle: float | None
    breaks: list[float]
    values: list[float | None] | None
    """None at all of a measure that moves with the date."""


class Institutions(TypedDict):
    """The institutions of one layer."""

    id: list[str]
    name: list[str]
    kind: list[str]
    lon: list[float]
    lat: list[float]
    district: list[int]
    """Position in the districts' file."""
    students: list[int | None]
    year: list[str]


class Silhouette(TypedDict):
    """England as a drawing: the size of its frame and an SVG path in it."""

    width: int
    height: int
    path: str


class Towns(TypedDict):
    """Towns and villages that are not called as their district is, the largest first."""

    name: list[str]
    district: list[int]
    """Position in the districts' file."""
    lon: list[float]
    lat: list[float]


SearchRow = tuple[str, str, str, list[str], Box | None]
"""Id, layer, name, other names and codes, and box of a body."""


class Search(TypedDict):
    """What can be searched for besides what the other files hold."""

    bodies: list[SearchRow]
    others: dict[str, list[str]]
    """The other names and codes of districts and institutions, by code or id."""
    kinds: dict[str, str]
    """The words that may be typed beside a name, by layer: ``STP``, ``growth deal``."""
    towns: Towns


ShapePlace = tuple[float, float, float, float, float, float, float]
"""Where the label of an outline stands and the room it has, as `LabelPlace`, then its box."""
Measures = dict[str, MeasureFacts]
InstitutionsByLayer = dict[str, Institutions]
Shapes = dict[str, ShapePlace]
