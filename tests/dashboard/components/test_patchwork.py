"""The words beside the patchwork: how far layers reach, and one district's bundle with the seams round it."""

from __future__ import annotations

import pytest

from dashboard.components.patchwork import coverage, detail, summary
from tests.dashboard.components.reading import blocks, items, rows
from tests.dashboard.conftest import as_read
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")

MAIN = ("combined_authority", "lep", "stp")


def test_how_far_each_layer_reaches(now):
    assert rows(coverage(now, MAIN, None))[1:] == [
        ["Combined authorities", "10,500", "7,500", "0", "Cedar, Fir and Lime"],
        ["Local enterprise partnerships (LEPs)", "8,000", "9,500", "500", "Lime"],
        ["STP footprints", "0", "18,000", "0", "none"],
    ]
    assert rows(coverage(now, ("lep",), "E12000004"))[1:] == [
        ["Local enterprise partnerships (LEPs)", "0", "5,500", "0", "none"]
    ]
    assert "Choose at least one layer" in as_read(coverage(now, (), None))


@pytest.mark.parametrize(
    ("layers", "region", "sentences"),
    [
        # nine parts with a bundle each; councils are Ash, Birch, Cedar, Dale, Valeshire, Lime; three are split
        (MAIN, None, ["Nine different bundles of bodies over six county and unitary councils.", "A boundary of these layers runs through three of those councils."]),
        (("stp",), None, ["Four different bundles of bodies over six county and unitary councils.", "A boundary of these layers runs through one of those councils."]),
        (MAIN, "E12000004", ["Two different bundles of bodies over one county or unitary council.", "A boundary of these layers runs through it."]),
        (("stp",), "E12000004", ["One and the same bundle of bodies over one county or unitary council.", "No boundary of these layers runs through it."]),
    ],
)  # fmt: skip
def test_summary(now, layers, region, sentences):
    assert summary(now, layers, region) == sentences


def test_a_district_of_one_part(now):
    """Dale: with East for Coast it would be Ash's south, without Alpha Cedar's coast."""
    found = detail(now, MAIN, code("D"))
    assert "Alpha combined authority, Coast LEP and South STP." in blocks(found)
    assert "Nowhere else has exactly this bundle." in blocks(found)
    assert items(found) == [
        "These have East LEP where this has Coast LEP: Ash.",
        "These lack Alpha combined authority: Cedar.",
        "Ash: Local enterprise partnership (LEP) and STP footprint",
        "Elm: Combined authority and STP footprint",
        "Ash: Local enterprise partnership (LEP)",
    ]


def test_a_district_that_a_line_divides(now):
    found = detail(now, MAIN, code("A"))
    assert "Part 1: 30% of its people" in as_read(found)
    assert "Part 2: 70% of its people" in as_read(found)
    assert "These also have West LEP: Birch." in items(found)
    assert "These have South STP where this has North STP: Ash." in items(found)


def test_who_else_has_the_bundle(now):
    found = detail(now, ("stp",), code("D"))
    assert "Exactly the same bundle: Ash and Cedar." in blocks(found)
    lime = detail(now, ("stp",), code("L"))
    assert "Nothing changes at any of its borders." in as_read(lime)
    none = detail(now, ("combined_authority",), code("L"))
    assert "No body of these layers covers it." in blocks(none)
    assert "Exactly the same bundle: Cedar and Fir." in blocks(none)
    assert "These also have Alpha combined authority: Ash, Birch and Dale." in items(none)
