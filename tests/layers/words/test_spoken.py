"""Numbers as people speak them, to either side of every threshold."""

from __future__ import annotations

import re

import pytest

from layers.words import spoken


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "no"), (1, "one"), (2, "two"), (9, "nine"), (10, "10"), (38, "38"), (32_844, "32,844")],
)
def test_count(value, text):
    assert spoken.count(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "no people"),
        (1, "one person"),
        (2, "two people"),
        (999, "999 people"),
        (1_000, "1,000 people"),
        (1_449, "1,400 people"),
        (1_450, "1,500 people"),
        (9_949, "9,900 people"),
        (9_950, "10,000 people"),
        (9_999, "10,000 people"),
        (10_000, "10,000 people"),
        (10_499, "10,000 people"),
        (10_500, "11,000 people"),
        (11_500, "12,000 people"),
        (175_800, "176,000 people"),
        (999_499, "999,000 people"),
        (999_500, "1 million people"),
        (1_049_999, "1 million people"),
        (1_050_000, "1.1 million people"),
        (1_250_000, "1.3 million people"),
        (3_887_133, "3.9 million people"),
        (14_101_123, "14.1 million people"),
        (55_619_430, "55.6 million people"),
    ],
)
def test_people_rounded_as_people_speak(value, text):
    assert spoken.people(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "none"),
        (0.0099, "under 1 in 100"),
        (1 / 55_619_430, "under 1 in 100"),
        (0.01, "about 1 in 100"),
        (0.087, "about 1 in 11"),
        (0.129, "about 1 in 8"),
        (0.25, "about 1 in 4"),
        (1 / 3, "about 1 in 3"),
        (2 / 7, "about 1 in 4"),
        (0.3659, "about 1 in 3"),
        (0.366, "about 2 in 5"),
        (0.449, "about 2 in 5"),
        (0.451, "about half"),
        (0.583, "about half"),
        (0.584, "about two-thirds"),
        (0.708, "about two-thirds"),
        (0.709, "about three-quarters"),
        (0.774, "about three-quarters"),
        (0.776, "about 4 in 5"),
        (0.849, "about 4 in 5"),
        (0.851, "about 9 in 10"),
        (0.949, "about 9 in 10"),
        (0.95, "nearly all"),
        (0.9995, "nearly all"),
        (1 - 1 / 55_619_430, "nearly all"),
        (1, "all"),
    ],
)
def test_share_as_people_speak(value, text):
    assert spoken.share(value) == text


def test_a_spoken_share_is_never_far_out():
    """Within a sixth of the number it stands for, at every thousandth."""
    fractions = {"half": 1 / 2, "two-thirds": 2 / 3, "three-quarters": 3 / 4}
    for thousandth in range(10, 950):
        said = spoken.share(thousandth / 1000).removeprefix("about ")
        over = re.fullmatch(r"(\d+) in (\d+)", said)
        value = int(over[1]) / int(over[2]) if over else fractions[said]
        assert value == pytest.approx(thousandth / 1000, rel=1 / 6), said


@pytest.mark.parametrize(
    ("value", "text"), [(1, "One person lives"), (2, "Two people live"), (175_800, "176,000 people live")]
)
def test_living(value, text):
    assert spoken.living(value) == text
