"""The words beside the matrix, and one pair of bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.components.pair import finding_lines, findings, pair_detail
from tests.dashboard.components.reading import blocks, rows
from tests.dashboard.conftest import as_read


def test_people_on_each_side_of_the_seam(now):
    """South has 3700 people and Coast 7900; 2400 live in both: 64.9% and 30.4%."""
    found = pair_detail(now, now.by_id["stp-south"], now.by_id["lep-coast"])
    assert rows(found)[1:4] == [
        ["In South only", "1,300", ""],
        ["In both", "2,400", "64.9% of South, 30.4% of Coast"],
        ["In Coast only", "5,500", ""],
    ]
    assert "crosses South and Coast cross: each holds people that the other does not." in blocks(found)
    assert "2,400 people live in both: about two-thirds of South’s and about 1 in 3 of Coast’s." in blocks(found)


def test_districts_of_the_overlap(now):
    """All of Dale, one small area; of Cedar one of its two."""
    found = rows(pair_detail(now, now.by_id["stp-south"], now.by_id["lep-coast"]))
    assert found[5:] == [["Dale", "2,000", "all", "1"], ["Cedar", "400", "40%", "1"]]


def test_small_areas_are_counted(now):
    """Ash is four small areas, of which South has two."""
    found = rows(pair_detail(now, now.by_id["ca-alpha"], now.by_id["stp-south"]))
    assert found[5:] == [["Dale", "2,000", "all", "1"], ["Ash", "700", "70%", "2"]]


@pytest.mark.parametrize(("share", "said"), [(0.95, "95%"), (0.9, "90%"), (1.0, "all")])
def test_all_of_a_district_is_every_one_of_its_people(toy, share, said):
    """Of a district of 2000 people the part in the overlap has 1800, 1900 or all."""
    people = toy.parts.people.copy()
    people[5] = round(2000 * share)
    parts = replace(toy.parts, people=people)
    at = replace(toy, parts=parts).as_at()
    found = rows(pair_detail(at, at.by_id["stp-south"], at.by_id["lep-coast"]))
    assert found[5][2] == said


@pytest.mark.parametrize(
    ("a", "b", "word"),
    [
        ("stp-north", "ics-north", "same The boundaries of North and North care match."),
        ("ca-vale", "stp-vale", "inside Vale lies inside Vale."),
        ("lep-coast", "stp-vale", "contains Coast contains Vale."),
        ("stp-thames", "lep-coast", "no overlap No one lives in both Thames and Coast."),
    ],
)
def test_the_match_word(now, a, b, word):
    found = pair_detail(now, now.by_id[a], now.by_id[b])
    assert word in blocks(found)


def test_a_pair_that_shares_no_one_has_no_districts(now):
    found = pair_detail(now, now.by_id["stp-thames"], now.by_id["lep-coast"])
    assert "Districts of the overlap" not in as_read(found)
    assert rows(found)[2] == ["In both", "0", "0% of Thames, 0% of Coast"]


def test_findings_then_how_far_each_layer_reaches(now):
    said = finding_lines(now, "stp", "lep")
    assert said[-2].startswith("Everyone in England lives in an STP")
    assert said[-1].startswith("8,000 people live in no LEP, 9,500 people in one and 500 people in two or more LEPs")
    assert "An STP shares people with up to three LEPs." in said
    assert len([line for line in finding_lines(now, "lep", "lep") if "in no LEP" in line]) == 1
    assert "under 1% of both counts as a touch, and over 99% as all; partners are counted from 1%" in as_read(
        findings(now, "stp", "lep")
    )
