"""The patchwork of the toy world: nine parts, each with its own bundle of authority, LEPs and STP.

Parts in order: 0 Ash in North 300, 1 Ash in South 700, 2 Birch 500, 3 Cedar in Coast 400, 4 Cedar in West 600,
5 Dale 2000, 6 Elm 4000, 7 Fir 1500, 8 Lime 8000.
"""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.palette import CLASSES, HUES
from dashboard.payloads.patchwork import patchwork_payload
from dashboard.views.patchwork import ALL
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")

NOW = date(2017, 12, 1)
MAIN = ("combined_authority", "lep", "stp")


def rows(payload):
    return [(row["label"], row["people"], row["districts"]) for row in payload["legend"]]


def test_bundles_have_a_row_each_most_people_first(toy):
    payload = patchwork_payload(toy, MAIN, "bundle", ALL, NOW)
    assert rows(payload) == [
        ("Thames STP", 8000, "one district"),
        ("Vale combined authority, Coast LEP, Vale STP", 4000, "one district"),
        ("Alpha combined authority, Coast LEP, South STP", 2000, "one district"),
        ("Coast LEP, Vale STP", 1500, "one district"),
        ("Alpha combined authority, East LEP, South STP", 700, "part of one district"),
        ("West LEP, South STP", 600, "part of one district"),
        ("Alpha combined authority, East LEP, West LEP, North STP", 500, "one district"),
        ("Coast LEP, South STP", 400, "part of one district"),
        ("Alpha combined authority, East LEP, North STP", 300, "part of one district"),
    ]
    assert payload["colours"] == list(HUES)
    assert payload["title"] == "Who shares which bundle of bodies, England, 1 December 2017"


def test_a_bundle_of_whole_and_part_districts(toy):
    """By STP alone: South has Cedar and Dale whole, and Ash in part."""
    payload = patchwork_payload(toy, ("stp",), "bundle", ALL, NOW)
    assert rows(payload) == [
        ("Thames STP", 8000, "one district"),
        ("Vale STP", 5500, "two districts"),
        ("South STP", 3700, "two districts and part of one"),
        ("North STP", 800, "one district and part of one"),
    ]
    hue = dict(zip(payload["parts"], payload["classes"], strict=True))
    legend = {row["label"]: row["colour"] for row in payload["legend"]}
    assert HUES[hue[code("D")]] == HUES[hue[f"{code('A')}-2"]] == legend["South STP"]
    assert HUES[hue[code("B")]] == legend["North STP"]


def test_neighbouring_bundles_have_different_hues(toy):
    payload = patchwork_payload(toy, ("stp",), "bundle", ALL, NOW)
    hue = dict(zip(payload["parts"], payload["classes"], strict=True))
    north, south, vale = hue[code("B")], hue[code("D")], hue[code("E")]
    assert len({north, south, vale}) == 3, "the three touch one another"


def test_what_is_in_none_of_the_layers_says_so(toy):
    payload = patchwork_payload(toy, ("combined_authority",), "bundle", ALL, NOW)
    assert rows(payload) == [
        ("None of these layers", 1000 + 1500 + 8000, "three districts"),
        ("Vale combined authority", 4000, "one district"),
        ("Alpha combined authority", 3500, "three districts"),
    ]


@pytest.mark.parametrize(
    ("colour", "classes", "legend"),
    [
        ("bodies", [3, 3, 4, 2, 2, 3, 3, 2, 1], [("1", 8000), ("2", 2500), ("3", 7000), ("4", 500)]),
        # STPs divide Ash, LEPs Cedar, and Vale Combined Authority has Elm but not Fir of Valeshire
        ("splits", [1, 1, 0, 1, 1, 0, 1, 1, 0], [("0", 500 + 2000 + 8000), ("1", 1000 + 1000 + 5500)]),
        ("stps", [2, 2, 1, 1, 1, 1, 1, 1, 1], [("1", 17_000), ("2", 1000)]),
        ("leps", [1, 1, 2, 2, 2, 1, 1, 1, 0], [("0", 8000), ("1", 1000 + 2000 + 5500), ("2", 500 + 1000)]),
    ],
)
def test_counts(toy, colour, classes, legend):
    payload = patchwork_payload(toy, MAIN, colour, ALL, NOW)
    assert payload["classes"] == classes
    assert [(label, people) for label, people, _ in rows(payload)] == legend
    assert [row["colour"] for row in payload["legend"]] == [payload["colours"][int(label)] for label, _ in legend]


def test_counts_are_spread_over_the_palette(toy):
    assert patchwork_payload(toy, MAIN, "bodies", ALL, NOW)["colours"] == list(CLASSES)
    assert patchwork_payload(toy, MAIN, "splits", ALL, NOW)["colours"] == [CLASSES[0], CLASSES[4]]
    assert patchwork_payload(toy, MAIN, "leps", ALL, NOW)["colours"] == [CLASSES[0], CLASSES[2], CLASSES[4]]
    assert patchwork_payload(toy, (), "bodies", ALL, NOW)["colours"] == [CLASSES[0]]


def test_a_region_alone(toy):
    payload = patchwork_payload(toy, MAIN, "bundle", "E12000004", NOW)
    assert payload["parts"] == [code("E"), code("F")]
    assert [people for _, people, _ in rows(payload)] == [4000, 1500]
    assert payload["title"] == "Who shares which bundle of bodies, East Midlands, 1 December 2017"
    assert (payload["region"], payload["layers"], payload["day"]) == ("E12000004", list(MAIN), "2017-12-01")


def test_the_pointer_reads_the_bodies_over_a_part(toy):
    payload = patchwork_payload(toy, MAIN, "bundle", ALL, NOW)
    hover = dict(zip(payload["parts"], payload["hover"], strict=True))
    assert hover[code("B")] == ["Alpha", "East", "West", "North"]
    assert hover[f"{code('C')}-1"] == ["Coast", "South"]
    assert hover[code("L")] == ["Thames"]


def test_each_layer_names_its_outlines_of_the_day(toy):
    shapes = patchwork_payload(toy, ("lep", "local_industrial_strategy"), "bundle", ALL, date(2017, 3, 31))["shapes"]
    assert shapes == {"lep": ["lep-coast.2", "lep-east", "lep-old", "lep-west"], "local_industrial_strategy": []}
