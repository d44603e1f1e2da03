"""Towns: which are kept, and in which district each lies."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from layers.build.towns import read_towns, towns
from layers.geography.built import built

SQUARES = np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)], dtype=object)


def table(*rows: tuple[str, float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["name", "lon", "lat"])


def test_a_town_lies_in_its_district_or_the_nearest_and_one_called_as_it_is_left_out() -> None:
    given = table(
        ("Big", 1.51234, 0.5), ("East", 1.5, 0.5), ("Quay", 0.5, 1.1), ("East", 0.5, 0.5), ("Midland", 0.1, 0.1)
    )
    found = towns(given, SQUARES, ["West", "East"], {"Midland"})
    assert found == {
        "name": ["Big", "Quay", "East"],
        "district": [1, 0, 0],
        "lon": [1.512, 0.5, 0.5],
        "lat": [0.5, 1.1, 0.5],
    }


def test_a_name_stands_once_in_a_district() -> None:
    found = towns(table(("Sutton", 0.2, 0.2), ("Sutton", 0.8, 0.8), ("Sutton", 1.5, 0.5)), SQUARES, ["W", "E"], set())
    assert [found["name"], found["district"], found["lon"]] == [["Sutton", "Sutton"], [0, 1], [0.2, 1.5]]


def test_the_source_has_england_alone_the_largest_first() -> None:
    names = read_towns()["name"].tolist()
    assert len(names) > 3000
    assert names.index("Birmingham") < names.index("Grantham") < names.index("Oakham")
    assert not {"Cardiff", "Edinburgh", "Belfast"} & set(names)


def test_known_towns_are_in_their_districts() -> None:
    found, districts = built("search")["towns"], built("districts")["name"]
    where = {name: districts[at] for name, at in zip(found["name"], found["district"], strict=True)}
    assert where["Grantham"] == "South Kesteven"
    assert where["Worksop"] == "Bassetlaw"
    assert where["Halifax"] == "Calderdale"
    assert "London" not in where
