"""Figures as people read them, beyond what the table of cases says of both sides."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.model import Measure
from layers.words import numbers

PEOPLE = 55_619_430
"""Of England: no share has a larger whole."""


def measure(unit: str = "score", kind: str = "rate") -> Measure:
    """A measure with that unit and kind."""
    text: dict[str, Any] = dict.fromkeys(("id", "label", "theme", "level", "period", "source", "licence", "doubt"), "")
    return Measure(**text, unit=unit, kind=kind, values={})


@pytest.mark.parametrize(
    ("value", "of", "said"),
    [
        (None, measure(), "not available"),
        (36.05, measure(), "36.1"),
        (-4.25, measure("%"), "−4.3%"),
        (27_500.0, measure("GBP"), "£27,500"),
        (-12.0, measure("EUR"), "−€12.0"),
        (7.0, measure(kind="rank"), "7"),
        (55_619_430, measure("people", "count"), "55,619,430"),
    ],
)
def test_figure(value: float | None, of: Measure, said: str) -> None:
    assert numbers.figure(value, of) == said


@pytest.mark.parametrize(
    ("millions", "said"),
    [
        (None, "not known"),
        (0.0, "£0m"),
        (0.004, "£0m"),
        (0.005, "£0.01m"),
        (24.0, "£24m"),
        (363.7, "£363.7m"),
        (1095.0, "£1,095m"),
        (36.25, "£36.25m"),
        (1.005, "£1.01m"),
        (-2.5, "−£2.5m"),
        (100.0, "£100m"),
    ],
)
def test_money(millions: float | None, said: str) -> None:
    assert numbers.money(millions) == said


@pytest.mark.parametrize(
    ("pounds", "said"),
    [(None, "not known"), (0.4, "£0"), (0.5, "£1"), (146.5, "£147"), (1234.49, "£1,234"), (-3, "−£3")],
)
def test_a_head(pounds: float | None, said: str) -> None:
    assert numbers.a_head(pounds) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "0%"), (0.9, "90%"), (0.95, "95%"), (0.999, "99.9%"), (0.99999, "over 99.9%"), (1.0, "all")],
)
def test_all_is_said_of_nothing_less(share: float, said: str) -> None:
    assert numbers.part(share) == said


def test_a_sum_that_ends_a_hair_above_all_is_all() -> None:
    assert numbers.is_whole(1.0)
    assert numbers.is_whole(sum([0.1] * 3) + 0.7000000000000001)
    assert not numbers.is_whole(1 - 1e-9)


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (116_304, "116,304 people")]
)
def test_people_to_the_last(value: int, said: str) -> None:
    assert numbers.people(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.0, "0.000"),
        (0.6895, "0.690"),
        (0.9994, "0.999"),
        (0.9995, "over 0.999"),
        (0.99999, "over 0.999"),
        (1, "1.000"),
    ],
)
def test_thousandths(value: float, said: str) -> None:
    assert numbers.thousandths(value) == said


@given(st.integers(1, PEOPLE), st.data())
def test_only_all_people_are_whole(whole: int, data: st.DataObject) -> None:
    """Whatever the counts: "100%" says that nobody is missing, and "0%" that nobody is there."""
    part = data.draw(st.integers(0, whole) | st.just(whole - 1) | st.just(1))
    said = numbers.percent(part / whole)
    assert numbers.is_whole(part / whole) == (part == whole)
    assert (said == "100%") == (part == whole)
    assert (said == "0%") == (part == 0)


@given(st.integers(1, PEOPLE), st.data())
def test_a_share_cut_for_a_script_is_worded_as_the_share(whole: int, data: st.DataObject) -> None:
    share = data.draw(st.integers(0, whole) | st.just(whole - 1)) / whole
    sent = numbers.cut_share(share)
    assert numbers.percent(sent) == numbers.percent(share)
    assert len(str(Decimal(repr(sent)).normalize())) <= len("0.123456")


@given(st.floats(-1e9, 1e9))
def test_a_value_cut_for_a_script_is_worded_as_the_value(value: float) -> None:
    for kind in ("rate", "count"):
        assert numbers.number(numbers.cut(value), kind, "") == numbers.number(value, kind, "")


@pytest.mark.parametrize(
    ("share", "sent"),
    [(0, 0), (1e-8, 1e-6), (0.0000019, 1e-6), (0.79649987, 0.796499), (0.99999999, 0.999999), (1, 1), (0.29, 0.29)],
)
def test_shares_are_cut_and_not_rounded(share: float, sent: float) -> None:
    assert numbers.cut_share(share) == sent


@pytest.mark.parametrize(("value", "said"), [(0, "0 districts"), (1, "1 district"), (12, "12 districts")])
def test_districts(value: int, said: str) -> None:
    assert numbers.districts(value) == said
