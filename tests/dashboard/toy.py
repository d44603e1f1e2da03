"""A toy world for the dashboard: seven square districts with everything the pages tell of, and the files built from them.

The rows go through the same loader as the real data, and the outlines through the same
build (`layers.build`), so that a map or a file made from the toy has been through all that
the real ones go through, while every number in it can be worked out by hand.

Districts are squares of 20 km (400 km²), six beside one another in the middle of England
and one in London::

        x 400-420 km    420-440      440-460
        +-----+-----+  +---------+  +-----+----+
        | Ash |     |  |  Birch  |  |   Cedar  |   y 320-340 km
        +-----+-----+  +---------+  +-----+----+
        |   Dale    |  |   Elm   |  |    Fir   |   y 300-320 km
        +-----------+  +---------+  +----------+   Lime: 520-540 km east, 170-190 km north

========  ======  ===========================================================================
district  people  small areas, west to east
========  ======  ===========================================================================
Ash         1000  100, 200 in STP North, 300, 400 in STP South; LEP East
Birch        500  STP North; wholly in LEP East and in LEP West
Cedar       1000  STP South; 600 in LEP West, 400 in LEP Coast
Dale        2000  STP South; LEP Old until 31 March 2017, LEP Coast from then on
Elm         4000  STP Vale, LEP Coast; county of Valeshire
Fir         1500  STP Vale, LEP Coast; county of Valeshire
Lime        8000  STP Thames, no LEP; London
========  ======  ===========================================================================

Bodies on 1 December 2017 and their people: STP North 300 + 500 = 800, South 700 + 1000 +
2000 = 3700, Vale 5500, Thames 8000; LEP East 1500, West 500 + 600 = 1100, Coast 400 + 2000
+ 5500 = 7900; Alpha Combined Authority (Ash, Birch, Dale; Cedar an associate) 3500, Vale
Combined Authority (Elm) 4000. England has 18,000 people.

Parts, in order: 0 Ash in North 300, 1 Ash in South 700, 2 Birch 500, 3 Cedar in Coast 400,
4 Cedar in West 600, 5 Dale 2000, 6 Elm 4000, 7 Fir 1500, 8 Lime 8000.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from pyproj import Transformer
from shapely.geometry import box

from dashboard.export.geodata import boundaries as geodata
from dashboard.export.map import geometry, shading
from layers import Landscape, load_landscape
from layers.build import __main__ as builder
from layers.geography import borders, built
from layers.tables import DATA
from tests.layers.toy import REGIONS, Toy, code

SIDE = 20_000
CORNERS = {
    "A": (400_000, 320_000),
    "B": (420_000, 320_000),
    "C": (440_000, 320_000),
    "D": (400_000, 300_000),
    "E": (420_000, 300_000),
    "F": (440_000, 300_000),
    "L": (520_000, 170_000),
}
"""The south-west corner of each district on the national grid (EPSG:27700), in metres."""
NAMES = {"A": "Ash", "B": "Birch", "C": "Cedar", "D": "Dale", "E": "Elm", "F": "Fir", "L": "Lime"}
VALESHIRE = "E10000001"
STRIPS: dict[str, tuple[tuple[int, str, str], ...]] = {
    "A": ((100, "north>union", "east"), (200, "north>union", "east"), (300, "south", "east"), (400, "south", "east")),
    "B": ((500, "north>union", "east"),),
    "C": ((600, "south", "west"), (400, "south", "coast")),
    "D": ((2000, "south", "coast"),),
    "E": ((4000, "vale", "coast"),),
    "F": ((1500, "vale", "coast"),),
    "L": ((8000, "thames", "coast"),),
}
"""Each district in strips of equal width from west to east: people, STP (before and after April 2018), LEP."""
MEASURES: tuple[tuple[str, str, str, str, str, str, dict[str, float]], ...] = (
    ("imd2015_average_score", "Deprivation", "district", "rate", "score", "2015", dict(zip("ABCDEF", (10, 20, 30, 40, 50, 60), strict=True))),
    ("population_mid2017", "Population", "district", "count", "persons", "mid-2017", dict(zip("ABCDEFL", (1000, 500, 1000, 2000, 4000, 1500, 8000), strict=True))),
    ("imd2015_rank_average_score", "Deprivation rank", "district", "rank", "rank, 1 = most deprived", "2015", dict(zip("ABCDEFL", (7, 6, 5, 4, 3, 2, 1), strict=True))),
    ("gva_per_head_itl3_2017", "Output per head", "ITL3", "rate", "GBP", "2017", dict(zip("ABCDEFL", (20000, 20000, 20000, 20000, 30000, 30000, 50000), strict=True))),
    ("median_weekly_pay_full_time_2017", "Weekly pay", "district", "rate", "GBP", "April 2017", {"A": 400, "B": 410.5, "C": 99.95, "D": 450}),
    ("employment_rate_2017", "Employment", "district", "rate", "%", "2017", dict(zip("ABCDEFL", (70, 72.5, 75, 80, 60, 65, 78.04), strict=True))),
    ("business_rd_per_head_itl2_2017", "Research", "ITL2", "rate", "EUR", "2017", {"A": 12.34, "E": 5}),
    ("gdhi_per_head_2017", "Income change", "district", "rate", "GBP", "2017", {"A": -12.5, "B": 3, "E": 7, "F": 9}),
    ("business_births_2017", "New firms", "upper tier", "count", "count", "2017", {"E": 33, "F": 33, "A": 1234}),
)  # fmt: skip
"""Id, label, level, kind, unit, period, and the value by district; a district that is left out has none available."""

_TO_DEGREES = Transformer.from_crs(27700, 4326, always_xy=True)


def degrees(east: float, north: float) -> dict[str, float]:
    """Longitude and latitude of a place on the grid, as a table has them."""
    lon, lat = _TO_DEGREES.transform(east, north)
    return {"lon": round(lon, 6), "lat": round(lat, 6)}


def world() -> Toy:
    """The rows of the toy world: see the module."""
    toy = Toy()
    with (DATA / "layers.csv").open(encoding="utf-8", newline="") as file:
        toy.tables["layers"] = list(csv.DictReader(file))  # what kinds of body there are is no part of a toy
    _districts(toy)
    _bodies(toy)
    _deals(toy)
    _programmes(toy)
    _institutions(toy)
    for identifier, label, level, kind, unit, period, values in MEASURES:
        stated = {
            "label": label,
            "level": level,
            "kind": kind,
            "unit": unit,
            "period": period,
            "source": f"{label} source",
        }
        toy.add("measures", id=identifier, coverage=len(values), **stated)
        for letter, value in values.items():
            toy.add("measure_values", measure_id=identifier, district_code=code(letter), value=value)
    toy.add("timeline", date="2017-11-22", event="A budget")
    return toy


def _districts(toy: Toy) -> None:
    valeshire = {"upper_tier_code": VALESHIRE, "upper_tier_name": "Valeshire", "kind": "non-metropolitan district"}
    midlands = {"region_name": "East Midlands", "region_code": "E12000004"}
    for letter, areas in STRIPS.items():
        own = {
            "name": NAMES[letter],
            "area_km2": 400,
            "upper_tier_name": NAMES[letter],
            "successor_name": NAMES[letter],
        }
        if letter in "EF":
            own |= valeshire | midlands
        if letter == "L":
            own |= {"kind": "London borough", "region_name": "London", "region_code": REGIONS["London"]}
        toy.district(letter, *areas, **own)


def _bodies(toy: Toy) -> None:
    toy.body("stp-north", ("A", 0.3), ("B",), valid_from="2016-03-15", valid_to="2018-03-31", short_name="North")
    toy.body("stp-south", ("A", 0.7), ("C",), ("D",), valid_from="2016-03-15", short_name="South")
    toy.body("stp-union", ("A", 0.3), ("B",), valid_from="2018-04-01", short_name="Union")
    toy.body("stp-vale", ("E",), ("F",), valid_from="2016-03-15", short_name="Vale")
    toy.body("stp-thames", ("L",), valid_from="2016-03-15", short_name="Thames")
    toy.body("lep-east", ("A",), ("B",), valid_from="2011-02-01", short_name="East")
    toy.body("lep-west", ("B",), ("C", 0.6), valid_from="2011-02-01", short_name="West")
    moved = ("D", 1, "member", "2017-04-01")
    toy.body("lep-coast", ("C", 0.4), moved, ("E",), ("F",), valid_from="2011-02-01", short_name="Coast")
    toy.body("lep-old", ("D",), valid_from="2011-02-01", valid_to="2017-03-31", short_name="Old")
    toy.body(
        "ca-alpha",
        ("A", 1, "constituent"),
        ("B", 1, "constituent", None, "2018-11-01"),
        ("C", 1, "non-constituent"),
        ("D", 1, "constituent", "2016-07-01"),
        valid_from="2014-04-01",
        mayor_from="2017-05-08",
        name="Alpha Combined Authority",
        short_name="Alpha",
    )
    vale = {"name": "Vale Combined Authority", "short_name": "Vale"}
    toy.body("ca-vale", ("E", 1, "constituent", "2016-04-01"), valid_from="2016-04-01", **vale)


def _deals(toy: Toy) -> None:
    """Growth deals with every amount known (West, Coast, Old) and one not (East); a deal live, one fallen, one a bid."""
    for place, on, amount in [
        ("east", "2014-07-07", 90), ("east", "2015-01-29", None),
        ("west", "2014-07-07", 11), ("west", "2017-02-02", 22),
        ("coast", "2017-03-09", 24),
        ("old", "2014-07-07", 5), ("old", "2015-01-29", 6),
    ]:  # fmt: skip
        where = {"place_id": f"growth-deal-{place}", "place": place, "lead_body_id": f"lep-{place}"}
        named = {"name": f"{place.capitalize()} Growth Deal", "round": f"round of {on[:4]}", "status": "signed"}
        toy.deal(f"growth-deal-{place}-{on}", "growth_deal", on, **where, **named, amount_gbp_m=amount)
    alpha = {
        "name": "Alpha Devolution Deal",
        "place": "Alpha",
        "lead_body_id": "ca-alpha",
        "headline": "Buses and skills in Ash.",
    }
    agreed = {
        "status": "implemented",
        "status_on": "2016-11",
        "amount_gbp_m": 30,
        "amount_period": "a year for 30 years",
    }
    toy.deal("deal-alpha", "devolution_deal", "2015-10-02", "A:constituent B:constituent", **alpha, **agreed)
    gone = {"name": "Gone Devolution Deal", "place": "Gone", "status": "withdrawn", "status_on": "2016-09-08"}
    toy.deal("deal-gone", "devolution_deal", "2015-11-23", "C D", **gone)
    bid = {"name": "Bid Devolution Deal", "place": "Bid", "status": "not agreed", "status_on": "2016"}
    toy.deal("deal-bid", "devolution_deal", "2015-09-04", "E:invited F:invited", **bid)
    port = {"name": "Port City Deal", "place": "Port", "status": "signed", "round": "wave 2"}
    toy.deal("city-port", "city_deal", "2014-01-17", "A:lead B:partner", **port)
    lime = {"name": "Lime City Deal", "place": "Lime", "status": "signed", "round": "wave 1", "amount_gbp_m": 120.5}
    toy.deal("city-lime", "city_deal", "2012-07-05", "L:lead", **lime)
    rates = {"name": "Birch rates pilot", "place": "Birch", "status": "implemented", "round": "2017-18 pilots"}
    toy.deal("rates-birch", "business_rates_pilot", "2017-04-01", "B:pilot", **rates)


def _programmes(toy: Toy) -> None:
    north = {
        "name": "North care system",
        "place": "North care",
        "footprint_body_id": "stp-north",
        "status": "designated",
    }
    toy.programme("ics-north", "integrated_care_system", "2017-06-15", "A:0.3 B", **north)
    toy.programme("leading-vale", "leading_places", "2016-06-01", "E F", name="Vale leaders", place="Vale leaders")
    nowhere = {"name": "Strategy of nowhere", "place": "Nowhere", "status": "in preparation"}
    toy.programme("lis-nowhere", "local_industrial_strategy", "2017-11-01", **nowhere)


def _institutions(toy: Toy) -> None:
    """Universities in Ash (West), Birch and Lime; trusts in Ash (sourced to North), Birch (sourced to South) and Dale (by office)."""
    for ukprn, name, letter, at, counts in [
        ("10000001", "Ash University", "A", (402_500, 330_000), {"students": 900, "students_year": "2017/18", "students_2018_19": 950}),
        ("10000002", "Birch University", "B", (430_000, 330_000), {"students_2018_19": 70}),
        ("10000003", "Lime College", "L", (530_000, 180_000), {}),
    ]:  # fmt: skip
        toy.add("universities", ukprn=ukprn, name=name, district_code=code(letter), **degrees(*at), **counts)
    north, south = (toy.row("bodies", id=name)["official_code"] for name in ("stp-north", "stp-south"))
    for ods, name, letter, at, stp in [
        ("RAA", "Ash Hospital", "A", (407_500, 325_000), north),
        ("RBB", "Birch Hospital", "B", (430_000, 325_000), south),
        ("RDD", "Dale Hospital", "D", (410_000, 310_000), ""),
    ]:
        toy.add(
            "trusts",
            ods_code=ods,
            name=name,
            postcode="AA1 1AA",
            district_code=code(letter),
            stp_code=stp,
            **degrees(*at),
        )


def postcodes() -> pd.DataFrame:
    """Postcodes as their source gives them: two in the west strip of Ash, one in each other district's first strip."""
    rows = [("AA1 1AA", 401_000, 321_000), ("AA1 1AB", 401_500, 321_000), ("AA9 9ZZ", 900_000, 900_000)]
    for letter, (west, south) in CORNERS.items():
        if letter != "A":
            rows.append((f"{letter}1 1AA", west + 100, south + 100))
    return pd.DataFrame(sorted(rows), columns=["postcode", "easting", "northing"])


def towns() -> pd.DataFrame:
    """Ashwick, in Ash, and a town that is called as its district is."""
    (west, south), name = CORNERS["A"], NAMES["A"]
    at = degrees(west + 1000, south + 1000)
    return pd.DataFrame({"name": ["Ashwick", name], "lon": [at["lon"]] * 2, "lat": [at["lat"]] * 2})


def small_areas(country: str = "E") -> gpd.GeoDataFrame:
    """The strips as the boundary source gives small areas: code, label point and outline, in EPSG:27700; none of Wales."""
    if country != "E":
        return small_areas().iloc[:0]
    rows = []
    for letter, strips in STRIPS.items():
        west, south = CORNERS[letter]
        wide = SIDE / len(strips)
        for at in range(len(strips)):
            left = west + at * wide
            outline = box(left, south, left + wide, south + SIDE)
            point = {"easting": left + wide / 2, "northing": south + SIDE / 2}
            rows.append({"code": f"E01{len(rows) + 1:06d}", **point, "geometry": outline})
    return gpd.GeoDataFrame(rows, crs=27700)


@dataclass(frozen=True)
class World:
    """The toy landscape, the folder of its tables and the folder of the files built from it."""

    land: Landscape
    data: Path
    boundaries: Path


def build_world(folder: Path, rows: Toy | None = None) -> World:
    """Write a toy's tables to ``folder``, and build its boundaries as ``make data`` builds the real ones.

    ``rows`` are those of `world` unless given: they have its districts and small areas.
    """
    data = (rows or world()).write(folder / "data")
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", UserWarning
        )  # of seven districts, some measures have too few values for five classes
        patch.setattr(builder, "read_small_areas", small_areas)
        patch.setattr(builder, "read_postcodes", postcodes)
        patch.setattr(builder, "read_towns", towns)
        builder.build(data)
    return world_in(folder)


def world_in(folder: Path) -> World:
    """The world that `build_world` left in ``folder``."""
    return World(load_landscape(folder / "data"), folder / "data", folder / "data" / "boundaries")


def kept_world() -> World:
    """The world from an earlier run with the same toy and the same build, else built now: a build takes seconds."""
    root = DATA.parent
    sources = [*sorted((root / "layers").rglob("*.py")), root / "tests" / "layers" / "toy.py", Path(__file__)]
    made_from = b"".join(path.read_bytes() for path in (*sources, DATA / "datapackage.json", DATA / "layers.csv"))
    place = Path(tempfile.gettempdir()) / f"toy-world-{hashlib.sha256(made_from).hexdigest()[:16]}"
    if not place.exists():
        with tempfile.TemporaryDirectory(dir=place.parent) as folder:
            build_world(Path(folder) / "world")
            with contextlib.suppress(OSError):  # another run was first
                (Path(folder) / "world").rename(place)
    return world_in(place)


def served(boundaries: Path) -> Iterator[None]:
    """While this runs, whoever asks for a built file is given the toy's: the folder is the default of those who read it."""
    kept = (geometry.outlines, geometry.label_places, shading._facts, geodata._degrees, borders.part_borders)
    with pytest.MonkeyPatch.context() as patch:
        for reader in (built.built, borders.part_borders.__wrapped__):
            patch.setattr(reader, "__defaults__", (boundaries,))
        for cached in kept:
            cached.cache_clear()
        yield
    for cached in kept:
        cached.cache_clear()
