"""Toy data packages: state what matters, and the real schema fills in the rest.

A toy is written as CSV beside a ``datapackage.json`` cut from the real one, so that a
landscape made from it has been through the same checks as the real data.
"""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

from layers import Landscape, load_landscape
from layers.describe import record
from layers.layer import Layer
from layers.layer_rows import read_layers
from layers.tables import DATA

REGIONS = {"North East": "E12000001", "London": "E12000007"}


@cache
def resources() -> dict[str, dict[str, Any]]:
    """The real package's tables by name: path and schema."""
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    return {item["name"]: {key: item[key] for key in ("name", "path", "schema")} for item in package["resources"]}


@cache
def real_layers() -> tuple[dict[str, str], ...]:
    """The rows of the real package's layers: what code asks a record, a toy answers as the data does."""
    with (DATA / resources()["layers"]["path"]).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def records() -> dict[str, Layer]:
    """The real package's layers as records, by id."""
    return read_layers(real_layers(), [field["name"] for field in resources()["small_areas"]["schema"]["fields"]])


AREA_LAYERS = {name: layer for name, layer in records().items() if layer.is_area}
"""The real package's layers that cover districts, in lane order."""


def code(letter: str) -> str:
    """The district code of a letter: A is E06000001."""
    return f"E06{ord(letter) - 64:06d}"


def codes(letters: str) -> set[str]:
    """The district codes of some letters."""
    return {code(letter) for letter in letters}


class Toy:
    """Rows of every table, each as stated, with the required rest filled in by `_fill`."""

    def __init__(self) -> None:
        self.tables: dict[str, list[dict[str, str]]] = {name: [] for name in resources()}
        for layer in real_layers():
            words = layer["id"].replace("_", " ").capitalize()
            self.add("layers", **layer | {"name": f"{words}s", "name_singular": words})

    def add(self, table: str, **stated: Any) -> None:
        """One row."""
        row = {field["name"]: _fill(field, len(self.tables[table])) for field in resources()[table]["schema"]["fields"]}
        row |= {"layer": "policy"} if table == "timeline" else {}
        unknown = set(stated) - set(row)
        assert not unknown, f"{table} has no column {unknown}"
        row.update({name: "" if value is None else str(value) for name, value in stated.items()})
        self.tables[table].append(row)

    def row(self, table: str, **known: str) -> dict[str, str]:
        """The one row with these values, to be changed."""
        (found,) = (row for row in self.tables[table] if all(row[name] == value for name, value in known.items()))
        return found

    def district(self, letter: str, *areas: tuple[int, str, str], region: str = "North East", **stated: Any) -> None:
        """A square of 1 km in strips of equal width: (people, STP, LEP) each, the STP as ``old>new`` if it moves."""
        name = f"District {letter}"
        self.add(
            "districts",
            **{"code": code(letter), "name": name, "upper_tier_code": code(letter), "upper_tier_name": name}
            | {"region_name": region, "region_code": REGIONS[region], "successor_code": code(letter)}
            | {"population_2017": sum(area[0] for area in areas), "area_km2": 1, "lon": 0, "lat": 52}
            | stated,
        )
        for position, (people, stp, lep) in enumerate(areas):
            before, _, after = stp.partition(">")
            self.add(
                "small_areas",
                code=f"E01{len(self.tables['small_areas']) + 1:06d}",
                district_code=code(letter),
                population_2017=people,
                stp_2017=f"stp-{before}",
                stp_2018=f"stp-{after or before}",
                lep_2017=f"lep-{lep}",
                easting=1000 * (ord(letter) - 65) + int(1000 * (position + 0.5) / len(areas)),
                northing=500,
                area_m2=1e6 / len(areas),
            )

    def body(self, identifier: str, *members: tuple[Any, ...], **stated: Any) -> None:
        """A body and its members: (letter, share or role, from, to), all but the letter as needed."""
        prefix = identifier.split("-")[0]
        layer = {"ca": "combined_authority", "lep": "lep", "stp": "stp"}[prefix]
        number = f"{len(self.tables['bodies']) + 1:06d}"
        official = {"ca": "E47", "lep": "E37", "stp": "E54"}[prefix] + number
        words = identifier.partition("-")[2].capitalize()
        name = f"{words} {prefix.upper()}"
        self.add("bodies", **{"id": identifier, "layer": layer, "official_code": official, "name": name} | stated)
        for letter, *rest in members:
            share, role, begins, ends = [*rest, *(1, "member", None, None)[len(rest) :]]
            self.add(
                "memberships",
                body_id=identifier,
                district_code=code(letter),
                role=role,
                share=share,
                valid_from=begins,
                valid_to=ends,
            )

    def deal(self, identifier: str, layer: str, on: str, areas: str = "", **stated: Any) -> None:
        """A deal; ``areas`` as "A:lead B:partner", a bare letter being a member."""
        place = {"place_id": identifier, "place": identifier.capitalize(), "name": f"{identifier} name"}
        fixed = {"id": identifier, "layer": layer, "announced_on": on, "announced_precision": "day", "round": "1"}
        self.add("deals", **place | fixed | stated)
        for entry in areas.split():
            letter, _, role = entry.partition(":")
            self.add("deal_areas", deal_id=identifier, district_code=code(letter), role=role or "member")

    def programme(self, identifier: str, layer: str, on: str, areas: str = "", **stated: Any) -> None:
        """A programme; ``areas`` as "A:0.3 B", a bare letter being the whole district."""
        place = {"place_id": identifier, "place": identifier.capitalize(), "name": f"{identifier} name"}
        fixed = {"id": identifier, "layer": layer, "announced_on": on, "announced_precision": "day", "round": "1"}
        self.add("programmes", **place | fixed | stated)
        for entry in areas.split():
            letter, _, share = entry.partition(":")
            role = "part" if share else "area"
            self.add(
                "programme_areas", programme_id=identifier, district_code=code(letter), role=role, share=share or 1
            )

    def write(self, folder: Path) -> Path:
        """The package in ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        package = {"version": "toy", "resources": list(resources().values())}
        (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
        for name, rows in self.tables.items():
            columns = [field["name"] for field in resources()[name]["schema"]["fields"]]
            with (folder / resources()[name]["path"]).open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns, lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        record(folder)
        return folder

    def load(self, folder: Path) -> Landscape:
        """The landscape, by way of files."""
        return load_landscape(self.write(folder))


def _fill(field: dict[str, Any], row: int) -> str:
    """Something that the schema lets stand in a column that a test says nothing about."""
    rules = field.get("constraints", {})
    if not rules.get("required"):
        return ""
    if "enum" in rules:
        return str(rules["enum"][0])
    if field["type"] in ("integer", "number"):
        return str(rules.get("minimum", 1))
    return f"{field['name']} {row}" if rules.get("unique") else field["name"]


def county() -> Toy:
    """Four squares in a row, worked by hand in the tests.

    ========  ======  ==================================================================
    district  people  small areas
    ========  ======  ==================================================================
    A           1000  300 in STP North (100, 200), 700 in STP South (300, 400); LEP East
    B            500  STP North; wholly in LEP East and in LEP West: a cover
    C           1000  STP South; 600 in LEP West, 400 in LEP Coast
    D           2000  STP South; LEP Old until 31 March 2017, LEP Coast from then on
    ========  ======  ==================================================================

    STP North ends on 31 March 2018, when STP Union takes its small areas. Its parts, in
    order: A in North 300, A in South 700, B 500, C in Coast 400, C in West 600, D 2000.
    """
    toy = Toy()
    toy.district("A", *((people, "north>union", "east") for people in (100, 200)), *_south(300, 400))
    toy.district("B", (500, "north>union", "east"))
    toy.district("C", (600, "south", "west"), (400, "south", "coast"), region="London")
    toy.district("D", (2000, "south", "coast"), region="London")
    toy.body("stp-north", ("A", 0.3), ("B",), valid_from="2016-03-15", valid_to="2018-03-31")
    toy.body("stp-south", ("A", 0.7), ("C",), ("D",), valid_from="2016-03-15")
    toy.body("stp-union", ("A", 0.3), ("B",), valid_from="2018-04-01")
    toy.body("lep-east", ("A",), ("B",), valid_from="2011-02-01")
    toy.body("lep-west", ("B",), ("C", 0.6), valid_from="2011-02-01")
    toy.body("lep-coast", ("C", 0.4), ("D", 1, "member", "2017-04-01"), valid_from="2011-02-01")
    toy.body("lep-old", ("D",), valid_from="2011-02-01", valid_to="2017-03-31")
    toy.body(
        "ca-alpha",
        ("A", 1, "constituent"),
        ("B", 1, "constituent", None, "2018-11-01"),
        ("C", 1, "non-constituent"),
        ("D", 1, "constituent", "2016-07-01"),
        valid_from="2014-04-01",
        mayor_from="2017-05-08",
        short_name="Alpha",
    )
    _deals(toy)
    toy.programme("ics-north", "integrated_care_system", "2017-06-15", "A:0.3 B", footprint_body_id="stp-north")
    toy.programme("ics-listed", "integrated_care_system", "2017-06-15", "A:0.5 C")
    lis = {"announced_precision": "month", "status": "published", "status_on": "2018-10"}
    toy.programme("lis-south", "local_industrial_strategy", "2017-11-01", "C D", **lis)
    toy.add("measures", id="pay", label="Pay", level="district", kind="rate", coverage=3)
    toy.add("measures", id="births", label="Births", level="upper tier", kind="count", coverage=4)
    for measure, letter, value in [("pay", "A", 10), ("pay", "B", 20), ("pay", "C", 40)] + [
        ("births", letter, 5) for letter in "ABCD"
    ]:
        toy.add("measure_values", measure_id=measure, district_code=code(letter), value=value)
    at = {"lat": 52, "lon": 0, "district_code": code("A"), "small_area_code": "E01000001"}
    toy.add("trusts", ods_code="RAA", name="A Trust", postcode="AA1 1AA", **at)
    toy.add("universities", ukprn="10000001", name="Z University", students=900, students_2018_19=950, **at)
    toy.add("universities", ukprn="10000002", name="Y University", students_2018_19=70, **at)
    toy.add("universities", ukprn="10000003", name="X University", **at)
    toy.add("timeline", date="2017-11-22", event="A budget")
    return toy


def _south(*people: int) -> list[tuple[int, str, str]]:
    return [(count, "south", "east") for count in people]


def _deals(toy: Toy) -> None:
    """Growth deal rounds, and a deal for every way in which one can fall, stall or never be."""
    for place, on, amount in [
        ("east", "2014-07-07", 90), ("east", "2015-01-29", None),
        ("west", "2014-07-07", 11), ("west", "2017-02-02", 22),
        ("coast", "2017-03-09", 24),
        ("old", "2014-07-07", 5), ("old", "2015-01-29", 6),
    ]:  # fmt: skip
        where = {"place_id": f"growth-deal-{place}", "place": place, "lead_body_id": f"lep-{place}"}
        money = {"amount_gbp_m": amount, "status": "signed"}
        toy.deal(f"growth-deal-{place}-{on}", "growth_deal", on, **where, **money)
    for name, status, since in [
        ("withdrawn", "withdrawn", "2016-09-08"),
        ("superseded", "superseded", "2016-06"),
        ("rejected", "rejected", "2016"),
        ("stalled", "signed; stalled", "2018-05-03"),
        ("agreed", "implemented", "2017-03-01"),
    ]:
        toy.deal(f"deal-{name}", "devolution_deal", "2015-10-02", "A B", status=status, status_on=since)
    toy.deal("deal-bid", "devolution_deal", "2015-09-01", "C:invited D:declined", status="not agreed", status_on="2016")
    toy.deal("deal-port", "city_deal", "2014-01-17", "A:lead B:partner C:declined D:invited", status="signed")
    rates = {"status": "implemented", "layer": "business_rates_pilot"}
    toy.deal("rates-2015", on="2015-04-01", areas="A:pilot", round="2015 growth pilots", **rates)
    toy.deal("rates-2017", on="2017-04-01", areas="B:pilot", round="2017-18 pilots", **rates)
