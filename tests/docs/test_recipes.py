"""The recipes of CONTRIBUTING: what they say needs one place needs no other."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
from dash import html

from dashboard.api.rows import place_record
from dashboard.components.controls import measure_select
from dashboard.components.place_figures import statistics
from dashboard.components.shell import PAGES, header
from dashboard.export import makers
from dashboard.export.order import MEDIA_TYPES, File, Order
from dashboard.export.tables.common import Asked
from dashboard.export.tables.map_page import districts
from dashboard.export.tables.place import measured
from layers import Landscape
from layers.build.catalogue import measures
from layers.build.classes import class_breaks
from layers.place.area import area_of
from tests.dashboard.conftest import text_of, walk
from tests.dashboard.toy import NAMES, world
from tests.layers.toy import code

TREES = {"A": 30, "B": 10, "C": 20, "E": 60}
"""A new measure: trees a head, known in four of the seven districts; the middle one has (20 + 30) / 2 = 25."""


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Landscape:
    """The toy world with rows for one more measure, put before the others so that its theme comes again later."""
    toy = world()
    themes = {row["theme"] for row in toy.tables["measures"]}
    stated = {"label": "Trees", "level": "district", "kind": "rate", "unit": "%", "period": "2017", "source": "Counted"}
    toy.add("measures", id="trees", coverage=len(TREES), theme="Housing", **stated)
    again = {**toy.tables["measures"][0], "id": "again", "label": "Again", "coverage": "1"}
    toy.tables["measures"].append(again)
    assert "Housing" not in themes
    for letter, value in TREES.items():
        toy.add("measure_values", measure_id="trees", district_code=code(letter), value=value)
    toy.add("measure_values", measure_id="again", district_code=code("A"), value=1)
    return toy.load(tmp_path_factory.mktemp("grown"))


def test_a_measure_of_rows_alone_is_on_the_maps_controls(grown: Landscape) -> None:
    groups = [item for item in walk(measure_select(grown)) if isinstance(item, html.Optgroup)]
    offered = {option.value: group.label for group in groups for option in group.children}
    assert offered["trees"] == "Housing"
    assert len({group.label for group in groups}) == len(groups)  # a theme stands once, in whatever order its rows are


def test_it_is_in_the_files_that_the_page_fetches(grown: Landscape) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # too few values for five classes
        found = measures(grown, class_breaks(grown))["trees"]
    assert (found["label"], found["middle"], found["values"]) == ("Trees", 25, [30, 10, 20, None, 60, None, None])
    assert found["breaks"]


def test_it_is_in_tables_and_their_files(grown: Landscape) -> None:
    sheet = districts(Asked(grown, {"measure": "trees"}, ""))
    at = [column.label for column in sheet.columns].index("Trees (per cent, 2017)")
    told = {row[0]: row[at] for row in sheet.rows}
    assert told == {NAMES[x]: TREES.get(x, "not available") for x in NAMES}
    made = makers.make(grown, Order("table", "csv", {"table": "map-districts", "measure": "trees"}, ""))
    assert "Trees (per cent, 2017)" in made.content.decode("utf-8-sig")


def test_it_is_in_the_api_and_among_a_places_figures(grown: Landscape) -> None:
    (found,) = (item for item in place_record(grown.as_at(), code("A"))["measures"] if item["id"] == "trees")
    assert (found["value"], found["middle_england"]) == (30, 25)
    area = area_of(grown, code("A"))
    (line,) = (
        row for row in walk(statistics(grown.as_at(), area)) if isinstance(row, html.Tr) and "Trees" in text_of(row)
    )
    assert [text_of(cell) for cell in line.children[1:3]] == ["30.0%", "25.0%"]
    assert ("Trees", 30) in [(row[0], row[4]) for row in measured(Asked(grown, {"place": code("A")}, "")).rows]


def test_an_export_needs_one_maker(grown: Landscape, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(land: Landscape, order: Order) -> File:
        return File(f"{order.query['who']}.txt", str(len(land.districts)).encode())

    monkeypatch.setattr(makers, "MAKERS", {**makers.MAKERS, "toy": {"txt": lambda: make}})
    assert makers.offers("toy", "txt")
    assert makers.make(grown, Order("toy", "txt", {"who": "me"}, "")) == File("me.txt", b"7")


def test_every_ending_has_its_media_type() -> None:
    assert {ending for endings in makers.MAKERS.values() for ending in endings} <= set(MEDIA_TYPES)


def test_a_page_is_a_file_and_its_name() -> None:
    assert dict(PAGES)["/about"] == "About"
    assert [link.href for link in walk(header("/about")) if isinstance(link, html.A)][2:] == [path for path, _ in PAGES]


def test_the_recipes_name_what_exists() -> None:
    root = Path(__file__).parents[2]
    text = (root / "CONTRIBUTING.md").read_text("utf-8")
    for name in (
        "dashboard/ids.py",
        "dashboard/components/shell.py",
        "dashboard/export/makers.py",
        "data/measures.csv",
    ):
        assert name in text
        assert (root / name).is_file()
    assert "trees" not in json.loads((root / "data" / "class_breaks.json").read_text("utf-8"))
