"""Numbers as people read them."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.text import words
from layers.model import Measure


def measure(unit: str = "score", kind: str = "rate") -> Measure:
    """A measure with that unit and kind."""
    text: dict[str, Any] = dict.fromkeys(("id", "label", "theme", "level", "period", "source", "licence", "doubt"), "")
    return Measure(**text, unit=unit, kind=kind, values={})


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0 people"),
        (2_257, "2,257 people"),
        (9_999, "9,999 people"),
        (10_000, "about 10,000 people"),
        (116_304, "about 116,000 people"),
        (1_361_898, "about 1,362,000 people"),
    ],
)
def test_people(value: int, said: str) -> None:
    assert words.people(value) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.1546, "15.5%"), (0.36, "36%"), (1.0, "100%"), (0.0, "0%"), (0.0004, "under 0.1%"), (0.001, "0.1%")],
)
def test_percent(share: float, said: str) -> None:
    assert words.percent(share) == said


@pytest.mark.parametrize(
    ("value", "of", "said"),
    [
        (None, measure(), "not available"),
        (17.84, measure(), "17.8"),
        (123.4, measure(), "123"),
        (-4.25, measure("%"), "−4.2%"),
        (27_500.0, measure("GBP"), "£27,500"),
        (-12.0, measure("EUR"), "−€12.0"),
        (7.0, measure(kind="rank"), "7"),
        (55_619_430, measure("people", "count"), "55,619,430"),
        (0.0, measure("% of people"), "0.0%"),
    ],
)
def test_figure(value: float | None, of: Measure, said: str) -> None:
    assert words.figure(value, of) == said


@pytest.mark.parametrize(
    ("millions", "said"),
    [
        (None, "not known"),
        (0.0, "£0m"),
        (24.0, "£24m"),
        (363.7, "£363.7m"),
        (1095.0, "£1,095m"),
        (36.25, "£36.25m"),
        (100.0, "£100m"),
    ],
)
def test_money(millions: float | None, said: str) -> None:
    assert words.money(millions) == said


@pytest.mark.parametrize(
    ("items", "most", "said"),
    [
        ([], None, ""),
        (["a"], None, "a"),
        (["a", "b"], None, "a and b"),
        (["a", "b", "c"], None, "a, b and c"),
        (["a", "b", "c"], 3, "a, b and c"),
        (["a", "b", "c", "d"], 2, "a, b and 2 more"),
    ],
)
def test_names(items: list[str], most: int | None, said: str) -> None:
    assert words.names(items, most) == said


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert words.sentence("from 1 April 2011") == "From 1 April 2011"
    assert words.sentence("") == ""
    assert words.sentence("§NHS") == "§NHS"


def test_count() -> None:
    assert words.count(1_234_567) == "1,234,567"
