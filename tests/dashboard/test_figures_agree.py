"""Every value of every measure reads the same on card, place page and pack, and reaches scripts and files as it is."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from dash import html

from dashboard.components.card import card
from dashboard.components.place_figures import statistics
from dashboard.export.tables.common import figure as cell
from layers import Landscape
from layers.dates import DEFAULT_DAY
from layers.geography.built import BOUNDARIES, manifest
from layers.model import Measure
from layers.place.area import area_of
from layers.place.figures import figures_of
from layers.words import numbers
from layers.words.facts import here
from tests.dashboard.conftest import as_read, walk

BURNLEY = "E07000117"
SIGNS = {"GBP": "£", "EUR": "€"}


def by_hand(value: float, measure: Measure) -> str:
    """A value in words from its decimal digits alone: halves up, without the room of words or Python's formats."""
    places = 0 if measure.kind in ("count", "rank") or abs(value) >= 100 else 1
    units = math.floor(abs(Fraction(repr(value))) * 10**places + Fraction(1, 2))
    whole, part = divmod(units, 10**places)
    grouped = ""
    while whole >= 1000:
        whole, last = divmod(whole, 1000)
        grouped = f",{last:03d}{grouped}"
    text = f"{whole}{grouped}" + (f".{part}" if places else "")
    minus = "−" if value < 0 and units else ""
    unit = measure.unit
    sign = "£" if unit.startswith("£") else SIGNS.get(unit, "")
    return f"{minus}{sign}{text}{'%' if unit.startswith('%') else ''}"


def rows(component: Any) -> Iterator[list[str]]:
    """The cells of each row of each table."""
    for node in walk(component):
        if isinstance(node, html.Tr):
            yield [as_read(part) for part in node.children]


def test_every_value_is_rounded_as_it_is_written(land: Landscape) -> None:
    said = {
        (measure.id, code): (numbers.figure(value, measure), by_hand(value, measure))
        for measure in land.measures.values()
        for code, value in measure.values.items()
    }
    assert len(said) > 12_000
    assert {key: pair for key, pair in said.items() if pair[0] != pair[1]} == {}


def test_every_place_says_its_values(land: Landscape) -> None:
    """What the page and the pack of each district say."""
    for code in land.districts:
        for item in figures_of(land, area_of(land, code)):
            value = item.measure.values.get(code)
            assert here(item) == ("not available" if value is None else by_hand(value, item.measure)), (code, item)


@pytest.mark.parametrize("code", [BURNLEY, "E07000171", "E09000001", "E06000053"])
def test_card_and_page_of_a_place_say_the_same(land: Landscape, code: str) -> None:
    expected = []
    for measure in land.measures.values():
        value = measure.values.get(code)
        expected.append("not available" if value is None else by_hand(value, measure))
    on_card = [row[1] for row in rows(card(land, code, DEFAULT_DAY, False)) if len(row) == 4][1:]
    on_page = [row[1] for row in rows(statistics(land.as_at(), area_of(land, code))) if len(row) == 5][1:]
    assert on_card == expected
    assert on_page == expected


def test_burnley(land: Landscape) -> None:
    deprivation = next(item for item in land.measures.values() if item.values.get(BURNLEY) == 36.05)
    assert numbers.figure(36.05, deprivation) == "36.1"


def test_files_and_scripts_get_the_values_themselves(land: Landscape) -> None:
    """The scripts round what they get as the table of cases says, and a workbook as its formats do."""
    sent = json.loads((BOUNDARIES / manifest()["measures"]).read_text("utf-8"))
    for measure in land.measures.values():
        assert sent[measure.id]["values"] == [measure.values.get(code) for code in land.districts]
        assert [cell(value, measure) for value in measure.values.values()] == list(measure.values.values())
