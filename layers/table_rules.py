"""What must hold between columns and between tables, which a schema can't say."""

from __future__ import annotations

from layers.package import TableError
from layers.tables import Tables

SPANS = (("valid_from", "valid_to"), ("first_day", "last_day"))
"""Columns that are the first and the last day of something; blank is not known or without end."""


def check_spans(tables: Tables) -> None:
    """Nothing ends before it begins.

    Raises:
        TableError: a row does; the sentence names it.
    """
    for name, frame in tables.items():
        for begins, ends in SPANS:
            if begins not in frame or ends not in frame:
                continue
            # Days as ISO writes them sort as text.
            wrong = frame[(frame[begins] != "") & (frame[ends] != "") & (frame[ends] < frame[begins])]
            if len(wrong):
                row = wrong.iloc[0]
                raise TableError(
                    f"{name}.csv, row {int(wrong.index[0]) + 2}, column {ends}: {row[ends]!r} is before {begins}, {row[begins]}."
                )


def check_layers(tables: Tables) -> None:
    """What stands in a table belongs to a layer.

    Raises:
        TableError: a table of institutions has rows and no layer whose rows it holds.
    """
    placed = set(tables["layers"]["rows_in"])
    for name in ("universities", "trusts"):
        if len(tables[name]) and name not in placed:
            raise TableError(f"layers.csv, column rows_in: no layer has its rows in {name}.csv, which has some.")


def check_people(tables: Tables) -> None:
    """A district has the people of its small areas.

    Raises:
        TableError: a district has not; the sentence names it and both counts.
    """
    small, districts = tables["small_areas"], tables["districts"]
    sums = small["population_2017"].astype(int).groupby(small["district_code"]).sum()
    for number, (code, people) in enumerate(zip(districts["code"], districts["population_2017"], strict=True), 2):
        found = int(sums.get(code, 0))
        if found != int(people):
            raise TableError(
                f"districts.csv, row {number}, column population_2017: {people!r} is not what the district's "
                f"small areas in small_areas.csv come to, {found}."
            )
