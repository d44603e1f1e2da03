"""Whether the built files tell of the same districts, parts, bodies and measures as the tables.

The files are built from the tables; after a change of the tables alone they would show an older landscape.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from layers.geography.built import BOUNDARIES, REBUILD, built, check_files, manifest
from layers.geography.contents import Search, Silhouette
from layers.geography.postcodes import Postcodes
from layers.landscape import Landscape
from layers.outlines import all_shapes
from layers.package import TableError
from layers.statistics.growth import GROWTH_PER_HEAD

BANDS, LANES, INSET = ("national", "regional", "local"), 4, "london"
"""The zoom bands and lanes in which a layer's outlines are built, and the band that holds the inset's part alone."""


def check_built(land: Landscape, folder: Path = BOUNDARIES) -> None:
    """Stop unless the files are those that were built, and were built from this landscape.

    Raises:
        TableError: one is not; the sentence names it and what it lacks or has too much.
    """
    check_files(folder)
    try:
        _check_districts(land, folder)
        _check_outlines(land, folder)
        _check_facts(land, folder)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        what = f"{type(error).__name__}: {error}"
        raise TableError(
            f"The built files of {folder} are of another make than this release reads ({what}). {REBUILD}"
        ) from error


def _check_districts(land: Landscape, folder: Path) -> None:
    codes = list(land.districts)
    found: Mapping[str, list[Any]] = built("districts", folder)
    _same(folder, "districts", found["code"], codes, ordered=True)
    for key, values in found.items():
        if key != "regions" and len(values) != len(codes):
            raise _wrong(folder, "districts", f"{key} has {len(values)} values for {len(codes)} districts")
    people = [district.population for district in land.districts.values()]
    _same(folder, "districts", found["people"], people, ordered=True)
    for name in ("districts-national", "districts-local"):
        _same(folder, name, _ids(built(name, folder)), codes, ordered=True)
    _same(folder, "neighbours", _ids(built("neighbours", folder)), ["land"])
    drawn: Silhouette = built("silhouette", folder)
    if not drawn["path"].startswith("M") or min(drawn["width"], drawn["height"]) <= 0:
        raise _wrong(folder, "silhouette", "it draws nothing")
    _same(folder, "parts", _ids(built("parts", folder)), land.parts.ids, ordered=True)
    borders: Mapping[str, list[str]] = built("borders", folder)
    _same(folder, "borders", borders, land.parts.ids)
    _within(folder, "borders", (near for row in borders.values() for near in row), land.parts.ids)


def _check_outlines(land: Landscape, folder: Path) -> None:
    by_layer: dict[str, list[str]] = {}
    for shape in all_shapes(land).values():
        by_layer.setdefault(shape.layer, []).append(shape.id)
    _same(folder, "shapes", built("shapes", folder), [name for names in by_layer.values() for name in names])
    for layer, names in by_layer.items():
        seen: set[str] = set()
        for name in (f"{layer}-{band}-{lane}" for band in (*BANDS, INSET) for lane in range(LANES)):
            found = _ids(built(name, folder)) if manifest(folder).get(name) not in seen else names
            # Outlines that are equal share a file, and only what reaches the inset is in its part.
            (_within if f"-{INSET}-" in name else _same)(folder, name, found, names)
            seen.add(manifest(folder)[name])


def _check_facts(land: Landscape, folder: Path) -> None:
    found: Mapping[str, Any] = built("measures", folder)
    _same(folder, "measures", found, [*land.measures, GROWTH_PER_HEAD])
    for name, measure in land.measures.items():
        _same(
            folder,
            "measures",
            found[name]["values"],
            [measure.values.get(code) for code in land.districts],
            ordered=True,
        )
    institutions: Mapping[str, Any] = built("institutions", folder)
    listed = [name for layer in institutions.values() for name in layer["id"]]
    _same(folder, "institutions", listed, land.institutions)
    _check_search(land, folder)


def _check_search(land: Landscape, folder: Path) -> None:
    found: Search = built("search", folder)
    _same(folder, "search", [row[0] for row in found["bodies"]], land.all_bodies)
    _within(folder, "search", found["others"], [*land.districts, *land.institutions])
    _same(folder, "search", found["kinds"], land.layers)
    if max(found["towns"]["district"], default=0) >= len(land.districts):
        raise _wrong(folder, "search", "it has a town in a district that is not there")
    postcodes: Postcodes = built("postcodes", folder)
    _same(folder, "postcodes", postcodes["parts"], land.parts.ids, ordered=True)
    if not (postcodes["edition"] and postcodes["sectors"]):
        raise _wrong(folder, "postcodes", "it holds no postcode, or does not say of when")


def _ids(collection: Mapping[str, Any]) -> list[str]:
    """The ids of a GeoJSON collection's features, each of which has a shape."""
    return [feature["id"] for feature in collection["features"] if feature["geometry"]["coordinates"]]


def _same(folder: Path, name: str, found: Iterable[Any], wanted: Iterable[Any], ordered: bool = False) -> None:
    """The same things on both sides, in the same order where order tells what belongs together."""
    left, right = list(found), list(wanted)
    if left == right or (not ordered and sorted(left) == sorted(right)):
        return
    lacks, more = ([item for item in one if item not in other] for one, other in ((right, left), (left, right)))
    what = f"it lacks {lacks[0]}" if lacks else f"it holds {more[0]}" if more else "it holds them in another order"
    raise _wrong(folder, name, what)


def _within(folder: Path, name: str, found: Iterable[str], wanted: Collection[str]) -> None:
    known = set(wanted)
    for item in found:
        if item not in known:
            raise _wrong(folder, name, f"it holds {item}")


def _wrong(folder: Path, name: str, what: str) -> TableError:
    return TableError(f"{manifest(folder)[name]} of {folder} was built from other tables than these: {what}. {REBUILD}")
