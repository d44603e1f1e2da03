"""What pages send to their scripts, payload by payload, with named keys.

`dashboard.payloads.typescript` writes the same for the scripts, to be checked by TypeScript. Lists under several keys
of one payload that "run side by side" are columns: what stands at one position in each belongs together.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from dashboard.palette import Tokens

PlainValue = str | float | bool | list[str] | None
"""A field of a view as JSON holds it."""


class Viewport(TypedDict):
    """The middle of the map in degrees and its zoom (1 is all of England); blank where the address names none."""

    lon: float | None
    lat: float | None
    zoom: float | None


class LayerFacts(TypedDict):
    """What the scripts ask of a layer instead of naming it."""

    name: str
    inside: str
    """The name as it stands inside a sentence."""
    singular: str
    short: str
    noun: str
    plural: str
    category: str
    main: bool
    geometry: str | None
    """The layer whose outlines it draws; null for points."""
    associates: str | None
    """The outlines of its associates; null where they are not drawn."""
    filled: bool
    """Whether its symbol is filled."""


class Common(TypedDict):
    """What the scripts of all pages know alike."""

    base: str
    """The address of the map page."""
    files: dict[str, str]
    """File names of what was built, by logical name."""
    tokens: Tokens
    layers: dict[str, LayerFacts]
    shownFirst: list[str]
    """The layers that the map opens with."""
    firstDay: str
    lastDay: str
    stops: list[str]
    """The days on which something changed, in order."""


class Config(Common):
    """What the scripts of one page know once."""

    ids: dict[str, str]
    """Component ids by the page's own short names."""
    keys: list[str]
    """The fields of the page's view, as the address names them."""
    defaults: dict[str, PlainValue]
    """The view of an address that says nothing."""
    viewport: NotRequired[Viewport]
    present: NotRequired[bool]
    embed: NotRequired[bool]


# One day's landscape


class DayBody(TypedDict):
    """A body on a day, with only the keys that say something. Districts are positions in the districts' file."""

    id: str
    name: str
    short: NotRequired[str]
    """Its short name, when that is another."""
    shape: NotRequired[str]
    """The id of its outline."""
    standing: NotRequired[str]
    """``fallen`` or ``bid``; left out when it is in force."""
    people: NotRequired[int]
    whole: NotRequired[list[int]]
    """The districts that lie wholly in it."""
    part: NotRequired[list[tuple[int, float]]]
    """The districts that lie partly in it: each its position and the fraction of its people."""
    status: NotRequired[str]
    associates: NotRequired[list[int]]
    associateShape: NotRequired[str]
    money: NotRequired[str]


class DayLayer(TypedDict):
    """A layer on a day; ``geometry`` names the files that hold its outlines."""

    geometry: str
    bodies: list[DayBody]


class Change(TypedDict):
    """The latest change before or on a day: when, in words, and what."""

    words: str
    lines: list[str]


class DaySnapshot(TypedDict):
    """Everything on the map page that moves with the date."""

    day: str
    words: str
    layers: dict[str, DayLayer]
    growth: list[float | None]
    """Growth Deal money in pounds a head, by district."""
    changed: Change | None


# Two layers


class PairSide(TypedDict):
    """A body of one of two layers: its people, and how many of them are in none and in two or more of the other layer's."""

    id: str
    name: str
    short: str
    people: int
    none: int
    many: int


class PairColumns(TypedDict):
    """The pairs that share people, most people first; the columns run side by side."""

    a: list[int]
    """Positions in the payload's ``a``."""
    b: list[int]
    people: list[int]
    match: list[int]
    """Positions in ``matches``, the match words."""
    km2: list[float]
    whole: list[int]
    """Districts that lie wholly in both."""
    part: list[int]
    """Districts of which both share only a part."""
    of_a: list[float]
    """Fractions of a, in the payload's ``weight``."""
    of_b: list[float]


class PairPayload(TypedDict):
    """Two layers on a day: their bodies in the matrix's order, and their pairs."""

    day: str
    layers: list[str]
    """The one whose bodies are ``a``, and that of ``b``."""
    weight: str
    matches: list[str]
    a: list[PairSide]
    b: list[PairSide]
    pairs: PairColumns


# What a small map draws


class Outline(TypedDict):
    """An outline in its layer's style; ``geometry`` names the files that hold it, ``shape`` its id there."""

    layer: str
    geometry: str
    shape: str


class Drawing(TypedDict):
    """Outlines, the parts to fill, and the institutions to mark."""

    outlines: list[Outline]
    parts: list[str]
    points: NotRequired[list[str]]


# The patchwork


class LegendRow(TypedDict):
    """A class or bundle: its words and colour, the people in it, and its districts in words."""

    label: str
    colour: str
    people: int
    districts: str


class PatchworkPayload(TypedDict):
    """The patchwork of some layers in a region; ``parts``, ``classes`` and ``hover`` run side by side."""

    day: str
    title: str
    layers: list[str]
    colour: str
    region: str
    parts: list[str]
    classes: list[int]
    """Positions in ``colours``."""
    hover: list[list[str]]
    """The short names of the bodies over each part."""
    colours: list[str]
    legend: list[LegendRow]
    shapes: dict[str, list[str]]
    """The outlines of each layer's bodies."""


# Tables


class Column(TypedDict):
    """A head; ``number`` aligns right and sorts by value, ``key`` names the column in the address."""

    label: str
    number: NotRequired[bool]
    key: NotRequired[str]


class Link(TypedDict):
    """Words that lead to an address."""

    t: str
    h: NotRequired[str]


CellPart = str | Link
"""A piece of a cell's text."""


class RichCell(TypedDict):
    """A cell with more than its text: the value to sort by, an address, an id to select, the pieces that make the text, or
    other names that a filter finds it by.
    """

    t: str
    also: NotRequired[str]
    v: NotRequired[str | float | None]
    h: NotRequired[str]
    select: NotRequired[str]
    parts: NotRequired[list[CellPart]]


Cell = str | float | RichCell | None
"""A blank cell sorts last."""


class Sorting(TypedDict):
    """The column by which a table is sorted, and which way."""

    key: str
    down: bool


class Table(TypedDict):
    """A table that the scripts draw; without a label it is called by its caption."""

    label: NotRequired[str]
    caption: str
    columns: list[Column]
    rows: list[list[Cell]]
    ids: NotRequired[list[str]]
    """What each row selects."""
    selected: NotRequired[str | None]
    sort: NotRequired[Sorting | None]
    smallestFirst: NotRequired[bool]
    kind: NotRequired[str]


class PostcodePlace(TypedDict):
    """A district that has a postcode, or some of those that begin as it does."""

    code: str
    name: str
    part: str | None
    """The part of the district that the postcode is in; null where it is not split, or where several postcodes are meant."""
    words: str


class PostcodeAnswer(TypedDict):
    """What a postcode or its beginning leads to: places, those with most of the postcodes first, and what is said of none."""

    asked: str
    places: list[PostcodePlace]
    said: str
