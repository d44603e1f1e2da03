"""The map page's tables: districts, bodies and institutions as the table under the map draws them, and the card's figures."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.export.order import CannotExportError, view_of
from dashboard.export.tables.common import (
    INSTITUTIONS,
    Asked,
    Row,
    figure,
    institution_row,
    layer_names,
    measure_row,
)
from dashboard.export.tables.sheets import Column, Sheet, Value, numbers, texts
from dashboard.payloads.snapshot import snapshot_payload
from dashboard.payloads.types import DayBody
from dashboard.text.sources import view_address
from dashboard.views.map import NO_MEASURE, MapView
from dashboard.views.query import serialise
from layers.landscape import Landscape
from layers.place.area import area_of
from layers.place.figures import figures_of
from layers.statistics import growth
from layers.statistics.measures import CAVEATS
from layers.words.numbers import NOT_AVAILABLE, percent, rounded, unit_words


def _address(asked: Asked, view: MapView) -> str:
    return view_address(asked.origin, "/", serialise(view))


def _outlines(land: Landscape, view: MapView) -> list[str]:
    return [layer for layer in view.layers if land.layers[layer].is_area]


def _filters(asked: Asked, view: MapView) -> tuple[tuple[str, str], ...]:
    shown = (("Fallen deals and bids", "shown"),) if view.fallen else ()
    return (("Layers", layer_names(asked.land, _outlines(asked.land, view))), *shown)


def districts(asked: Asked) -> Sheet:
    """Every district with the measure shown and, for each layer shown, the bodies over it."""
    land, view = asked.land, view_of(MapView, asked.query, asked.land)
    over = {layer: _over(land, view, layer) for layer in _outlines(land, view)}
    measured, label, notes = _measure(land, view)
    rows = []
    for place, (code, district) in enumerate(land.districts.items()):
        bodies = ["; ".join(names[place]) for names in over.values()]
        rows.append(
            (
                district.name,
                district.upper_tier_name if district.upper_tier_code != code else district.name,
                district.region_name,
                district.population,
                *([measured[place]] if label else []),
                *bodies,
                code,
            )
        )
    columns = (
        *texts("District", "County or council", "Region"),
        *numbers("People, mid-2017", *([label] if label else [])),
        *texts(*(land.layers[layer].name for layer in over), "Code"),
    )
    return Sheet(
        "Districts of England", view.as_at, columns, _by_name(rows), _address(asked, view), _filters(asked, view), notes
    )


def _by_name(rows: Iterable[Row]) -> tuple[Row, ...]:
    """In the order the page opens with: by the first column."""
    return tuple(sorted(rows, key=lambda row: str(row[0]).casefold()))


def _measure(land: Landscape, view: MapView) -> tuple[list[Value], str, tuple[str, ...]]:
    """The measure's values in district order, its head and its provenance; no head when the map has none."""
    if view.shading == NO_MEASURE:
        return [], "", ()
    if view.shading == growth.GROWTH_PER_HEAD:
        found = snapshot_payload(land, view.as_at)["growth"]
        values: list[Value] = [NOT_AVAILABLE if value is None else float(rounded(value, 1)) for value in found]
        return values, f"{growth.LABEL} ({growth.UNIT}, {growth.PERIOD})", (f"{growth.SOURCE}.", growth.NOTE)
    measure = land.measures[view.shading]
    said = (f"{measure.label}: {measure.source}.", CAVEATS[measure.level], measure.doubt)
    label = f"{measure.label} ({unit_words(measure.unit)}, {measure.period})"
    return [figure(measure.values.get(code), measure) for code in land.districts], label, tuple(filter(None, said))


def _shown(land: Landscape, view: MapView, layer: str) -> list[DayBody]:
    found = snapshot_payload(land, view.as_at)["layers"][layer]["bodies"]
    return [body for body in found if view.fallen or "standing" not in body]


def _over(land: Landscape, view: MapView, layer: str) -> list[list[str]]:
    """The bodies of a layer over each district, in words: name, standing, and how much of it."""
    over: list[list[str]] = [[] for _ in land.districts]
    for body in _shown(land, view, layer):
        standing = f" ({body['standing']})" if "standing" in body else ""
        name = f"{body.get('short', body['name'])}{standing}"
        for place in body.get("whole", ()):
            over[place].append(name)
        for place, share in body.get("part", ()):
            over[int(place)].append(f"{name}, {percent(share)}")
        for place in body.get("associates", ()):
            over[place].append(f"{name}, associate")
    return over


def bodies(asked: Asked) -> Sheet:
    """Every body of the layers shown: status, people, money, districts."""
    land, view = asked.land, view_of(MapView, asked.query, asked.land)
    names = [district.name for district in land.districts.values()]
    found = [(layer, body) for layer in _outlines(land, view) for body in _shown(land, view, layer)]
    money = any("money" in body for _, body in found)
    rows = [
        (
            body["name"],
            land.layers[layer].name_singular,
            body["status"],
            _people(body),
            *([body.get("money")] if money else []),
            len(body.get("whole", ())) + len(body.get("part", ())),
            ", ".join(_members(body, names)) or "area not known",
            body["id"],
        )
        for layer, body in found
    ]
    columns = (
        *texts("Body", "Layer", "Status"),
        *numbers("People, mid-2017"),
        *texts(*(["Money announced"] if money else [])),
        *numbers("Districts"),
        *texts("Which districts", "Id"),
    )
    return Sheet("Bodies on the map", view.as_at, columns, _by_name(rows), _address(asked, view), _filters(asked, view))


def _people(body: DayBody) -> int | str:
    people: int | None = body.get("people")
    if people is None:
        return "not counted"
    return people or "area not known"


def _members(body: DayBody, names: list[str]) -> list[str]:
    return [
        *(names[place] for place in body.get("whole", ())),
        *(f"{names[int(place)]} ({percent(share)})" for place, share in body.get("part", ())),
        *(f"{names[place]} (associate)" for place in body.get("associates", ())),
    ]


def institutions(asked: Asked) -> Sheet:
    """The universities and trusts shown, by head office."""
    land, view = asked.land, view_of(MapView, asked.query, asked.land)
    points = [layer for layer in view.layers if not land.layers[layer].is_area]
    found = [item for layer in points for item in land.institutions.values() if item.layer == layer]
    return Sheet(
        title="Universities and NHS trusts on the map",
        day=view.as_at,
        columns=INSTITUTIONS,
        rows=_by_name(institution_row(item, land.districts) for item in found),
        address=_address(asked, view),
        filters=(("Layers", layer_names(land, points)),),
        notes=("Each stands at its head office: not a campus or hospital.",),
    )


def figures(asked: Asked) -> Sheet:
    """The selected district's figures beside the middle districts.

    Raises:
        CannotExportError: no district is selected.
    """
    land, view = asked.land, view_of(MapView, asked.query, asked.land)
    district = land.districts.get(view.select or "")
    if district is None:
        raise CannotExportError("Select a district to take its figures away.")
    rows = [
        (
            *measure_row(item.measure),
            *(figure(value, item.measure) for value in (item.value, item.middle_england, item.middle_region)),
        )
        for item in figures_of(land, area_of(land, district.code))
    ]
    middles = ("Middle district, England", f"Middle district, {district.region_name}")
    columns = (*texts("Measure", "Period", "Level", "Unit"), Column("Here", "number"), *numbers(*middles))
    return Sheet(f"Figures of {district.name}", view.as_at, columns, rows, _address(asked, view))
