"""What a map is to show, before any geometry is read: from the map page's address, or for one body or place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard import state as view_state
from dashboard.export.geometry import Extent, point
from dashboard.export.order import CannotExportError, Order, refuse_notes
from dashboard.export.paper import MAP, Box
from dashboard.export.sources import view_address
from dashboard.state import ViewState
from layers.dates import day_words
from layers.landscape import BodyAt, Landscape, Snapshot

ENGLAND: Extent = (82_000.0, 5_000.0, 656_000.0, 657_600.0)
HOME_HEIGHT = 694_000.0
"""Metres from the south to the north edge at zoom 1, as on the page."""
SIZES = {"1920": 1920, "3840": 3840}
LONGEST_TITLE, LONGEST_SUBTITLE = 160, 240


@dataclass(frozen=True)
class Plan:
    """One map: ``shown`` are the bodies of each layer in lane order; ``measure`` is ``none`` when districts are not shaded.

    ``filled`` names a layer whose areas are tinted; ``selected`` a district or body with a dark outline.
    """

    title: str
    subtitle: str
    day: date
    measure: str
    shown: tuple[tuple[str, tuple[BodyAt, ...]], ...]
    points: tuple[str, ...]
    extent: Extent
    address: str
    filled: str | None = None
    selected: str | None = None
    national: bool = False


def extent_round(x: float, y: float, height: float, box: Box = MAP) -> Extent:
    """The extent of the box's shape, ``height`` metres high, round a place on the grid."""
    width = height * box.width / box.height
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def extent_of(bounds: Sequence[float], box: Box = MAP, room: float = 0.12) -> Extent:
    """The extent of the box's shape that holds some bounds with ``room`` of their size round them."""
    west, south, east, north = bounds
    height = max(north - south, (east - west) * box.height / box.width) * (1 + 2 * room)
    return extent_round((west + east) / 2, (south + north) / 2, height, box)


def order_words(order: Order) -> tuple[Mapping[str, object], str | None, str | None]:
    """The query without the reader's own title and subtitle, and those, cleaned of what no page can print.

    Raises:
        CannotExportError: a title is given twice.
    """
    rest = {key: value for key, value in order.query.items() if key not in ("title", "subtitle")}
    return rest, _own(order, "title", LONGEST_TITLE), _own(order, "subtitle", LONGEST_SUBTITLE)


def _own(order: Order, key: str, longest: int) -> str | None:
    given = order.query.get(key)
    if given is None:
        return None
    if not isinstance(given, str):
        raise CannotExportError(f"The address gives {key} more than once; give it once.")
    return plain_words(given, longest)


def plain_words(text: str, longest: int) -> str:
    """Text as one line of printable characters, cut with an ellipsis when longer than a page can hold."""
    line = " ".join("".join(c if c.isprintable() or c in "\u200e\u200f" else " " for c in text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def size_of(order: Order) -> int:
    """The width in pixels that a picture is asked for.

    Raises:
        CannotExportError: the size is none that is offered.
    """
    given = order.query.get("size", "1920")
    if not isinstance(given, str) or given not in SIZES:
        raise CannotExportError("size takes 1920 or 3840: the width of the picture in pixels.")
    return SIZES[given]


def map_plan(land: Landscape, order: Order) -> Plan:
    """The plan of the map page's view in an order.

    Raises:
        CannotExportError: the query holds something that was not understood.
    """
    rest, title, subtitle = order_words(order)
    query = {key: value for key, value in rest.items() if key != "size"}
    state, said = view_state.parse(query, land)  # type: ignore[arg-type]
    refuse_notes(said)
    snapshot = land.as_at(state.as_at)
    names = tuple(name for name in view_state.LAYERS if name in state.layers)
    plan = Plan(
        title="",
        subtitle="",
        day=state.as_at,
        measure=state.measure,
        shown=tuple((name, snapshot.bodies(name, fallen=state.fallen)) for name in names),
        points=tuple(name for name in view_state.POINTS if name in state.layers),
        extent=_extent(state),
        address=view_address(order.origin, "/", view_state.serialise(replace(state, present=False))),
        filled=state.fill if state.fill in names else None,
        selected=state.select,
        national=state.zoom is None or state.zoom <= 1.3,
    )
    own_title, own_subtitle = title_of(snapshot, state)
    return replace(plan, title=title or own_title, subtitle=own_subtitle if subtitle is None else subtitle)


def _extent(state: ViewState) -> Extent:
    if state.lon is None or state.lat is None or state.zoom is None:
        return extent_of(ENGLAND, room=0.015)
    return extent_round(*point(state.lon, state.lat), HOME_HEIGHT / state.zoom)


def title_of(snapshot: Snapshot, state: ViewState) -> tuple[str, str]:
    """Title and subtitle of a view: what is shown, and when."""
    land = snapshot.landscape
    measures = measure_facts(land)
    layers = [_plain(land.layers[name].name) for name in state.layers]
    listed = f"{', '.join(layers[:-1])} and {layers[-1]}" if len(layers) > 1 else "".join(layers)
    shading = "" if state.measure == view_state.NO_MEASURE else measures[state.measure]
    head = listed[:1].upper() + listed[1:] if listed else shading or "Districts of England"
    below = [f"Districts shaded by {shading}"] if shading and listed else []
    selected = name_of(snapshot, state.select)
    if selected:
        below.append(f"outlined in black: {selected}")
    line = "; ".join(below)
    return f"{head}, {day_words(state.as_at)}", line[:1].upper() + line[1:]


def _plain(name: str) -> str:
    return name if name.startswith(("STP", "LEP", "NHS", "Leading")) else name[:1].lower() + name[1:]


def measure_facts(land: Landscape) -> Mapping[str, str]:
    """The label of every measure districts can be shaded by, by its id."""
    from layers.growth import GROWTH_PER_HEAD, LABEL

    return {**{name: item.label for name, item in land.measures.items()}, GROWTH_PER_HEAD: LABEL}


def name_of(snapshot: Snapshot, identifier: str | None) -> str:
    """The name of a selected district, body or institution, or blank when it does not exist on the day."""
    land, chosen = snapshot.landscape, identifier or ""
    if chosen in land.districts:
        return land.districts[chosen].name
    if chosen in land.institutions:
        return land.institutions[chosen].name
    body = snapshot.by_id.get(chosen)
    return body.name if body else ""
