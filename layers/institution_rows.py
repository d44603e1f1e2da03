"""Read universities and NHS trusts from the two tables that hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from layers.layer import Layer
from layers.model import Institution
from layers.tables import Row, Tables, rows_of


def read_institutions(tables: Tables, layers: Mapping[str, Layer]) -> Iterator[Institution]:
    """Universities, then trusts with the STPs that a source places them in, each of the layer whose rows its table holds."""
    of_table = {layer.rows_in: layer for layer in layers.values()}
    for row in rows_of(tables, "universities"):
        year = "2017/18" if row["students"] else ("2018/19" if row["students_2018_19"] else "")
        count = row["students"] or row["students_2018_19"]
        students = int(count) if count else None
        yield _institution(row, f"university-{row['ukprn']}", of_table["universities"], students, year)
    stps = _trust_stps(tables)
    for row in rows_of(tables, "trusts"):
        trust = _institution(row, f"trust-{row['ods_code']}", of_table["trusts"], None, "")
        yield replace(trust, stp_ids=stps.get(row["ods_code"], ()))


def _trust_stps(tables: Tables) -> dict[str, tuple[str, ...]]:
    """The STPs that a source gives each trust, by ODS code: its own row's code first, then the list of memberships."""
    by_code = {row["official_code"]: row["id"] for row in rows_of(tables, "bodies")}
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows_of(tables, "trusts"):
        if row["stp_code"]:
            found[row["ods_code"]].append(by_code[row["stp_code"]])
    for row in rows_of(tables, "trust_stps"):
        found[row["ods_code"]].append(row["body_id"])
    return {trust: tuple(dict.fromkeys(ids)) for trust, ids in found.items()}


def _institution(row: Row, identifier: str, layer: Layer, students: int | None, year: str) -> Institution:
    same = ("name", "kind", "small_area_code", "district_code", "source", "confidence", "doubt")
    values: dict[str, Any] = {name: row[name] for name in same}
    return Institution(
        **values,
        id=identifier,
        layer_record=layer,
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        students=students,
        students_year=year,
        short_name=row.get("short_name", ""),
    )
