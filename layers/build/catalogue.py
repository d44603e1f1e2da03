"""What the page in the browser knows without asking: names, figures, institutions, search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import shapely

from layers.build.coverage import Geometries
from layers.geography.contents import (
    Box,
    Districts,
    InstitutionsByLayer,
    LabelPlace,
    Measures,
    Search,
    SearchRow,
    Towns,
)
from layers.landscape import Landscape
from layers.layer import Layer
from layers.statistics.growth import GROWTH_PER_HEAD, LABEL, NOTE, PERIOD, SOURCE, UNIT
from layers.statistics.measures import CAVEATS, middle


def districts(land: Landscape, boxes: Mapping[str, Box], labels: Mapping[str, LabelPlace]) -> Districts:
    """Parallel lists over the districts, whose order every other file and answer uses."""
    rows = list(land.districts.values())
    regions = sorted({row.region_name for row in rows})
    return {
        "code": [row.code for row in rows],
        "name": [row.name for row in rows],
        "region": [regions.index(row.region_name) for row in rows],
        "regions": regions,
        "county": [row.upper_tier_code for row in rows],
        "upper": [row.upper_tier_name if row.upper_tier_code != row.code else "" for row in rows],
        "people": [row.population for row in rows],
        "box": [boxes[row.code] for row in rows],
        "label": [labels[row.code] for row in rows],
    }


def measures(land: Landscape, breaks: Mapping[str, list[float]]) -> Measures:
    """Each measure with its values in district order (null where not available), breaks and words."""
    found: Measures = {}
    for item in land.measures.values():
        found[item.id] = {
            "label": item.label,
            "unit": item.unit,
            "period": item.period,
            "level": item.level,
            "kind": item.kind,
            "source": item.source,
            "doubt": item.doubt,
            "caveat": CAVEATS[item.level],
            "middle": middle(item.values.values()),
            "breaks": breaks[item.id],
            "values": [item.values.get(code) for code in land.districts],
        }
    found[GROWTH_PER_HEAD] = {
        "label": LABEL,
        "unit": UNIT,
        "period": PERIOD,
        "level": "LEP",
        "kind": "rate",
        "source": SOURCE,
        "doubt": NOTE,
        "caveat": NOTE,
        "middle": None,
        "breaks": breaks[GROWTH_PER_HEAD],
        "values": None,
    }
    return found


def institutions(land: Landscape) -> InstitutionsByLayer:
    """Universities and trusts as parallel lists by layer."""
    position = {code: index for index, code in enumerate(land.districts)}
    found: InstitutionsByLayer = {}
    for layer in land.point_layers:
        rows = [item for item in land.institutions.values() if item.layer == layer.id]
        found[layer.id] = {
            "id": [item.id for item in rows],
            "name": [item.name for item in rows],
            "kind": [item.kind for item in rows],
            "lon": [round(item.lon, 4) for item in rows],
            "lat": [round(item.lat, 4) for item in rows],
            "district": [position[item.district_code] for item in rows],
            "students": [item.students for item in rows],
            "year": [item.students_year for item in rows],
        }
    return found


def search(land: Landscape, boxes: Mapping[str, Box], towns: Towns) -> Search:
    """What can be searched for but districts and institutions, whose own files hold them."""
    rows: list[SearchRow] = []
    for body in land.all_bodies.values():
        others = [body.short_name, body.abbreviation, body.official_code]
        rows.append((body.id, body.layer, body.name, _told_apart(body.name, others), boxes.get(body.id)))
    found = {code: _told_apart(row.name, row.other_names) for code, row in land.districts.items()}
    found |= {item.id: _told_apart(item.name, [item.short_name, item.code]) for item in land.institutions.values()}
    return {
        "bodies": rows,
        "others": {code: names for code, names in found.items() if names},
        "kinds": {layer.id: _kind_words(layer) for layer in land.layers.values()},
        "towns": towns,
    }


def _kind_words(layer: Layer) -> str:
    return " ".join((layer.name, layer.name_singular, layer.short_name, layer.noun, layer.plural))


def _told_apart(name: str, others: Iterable[str]) -> list[str]:
    """The other names, each once, without what is blank or the name itself."""
    return [other for other in dict.fromkeys(others) if other and other != name]


def bounds(geometries: Geometries) -> list[Box]:
    """Boxes (west, south, east, north) in degrees, four decimals."""
    found = []
    for geometry in geometries:
        west, south, east, north = (round(float(value), 4) for value in geometry.bounds)
        found.append((west, south, east, north))
    return found


def borders(ids: Sequence[str], parts: Geometries) -> dict[str, list[str]]:
    """For each part the parts that share a line with it (a corner alone is no border), from the coverage in metres."""
    tree = shapely.STRtree(parts)
    left, right = tree.query(parts, predicate="intersects")
    lines = shapely.length(shapely.intersection(shapely.boundary(parts[left]), shapely.boundary(parts[right])))
    found: dict[str, list[str]] = {name: [] for name in ids}
    for i, j, length in zip(left, right, lines, strict=True):
        if i != j and length > 0:
            found[ids[i]].append(ids[j])
    return {name: sorted(near) for name, near in found.items()}
