"""Facts as short phrases, on the toy county."""

from __future__ import annotations

import pytest

from layers.place.area import area_of
from layers.place.covers import covers_of
from layers.place.figures import figures_of
from layers.words.facts import here, students, terms
from tests.layers.toy import code, county

COUNTY = "E10000001"


def told(land, place, day="2017-12-01"):
    """What is said of each body over a place."""
    return {cover.body.id: terms(cover) for cover in covers_of(land.as_at(day), area_of(land, place))}


@pytest.mark.parametrize(
    ("institution", "said"),
    [
        ("university-10000001", "900 students (2017/18)"),
        ("university-10000002", "70 students (2018/19)"),
        ("university-10000003", "students not known"),
        ("trust-RAA", "acute trust"),
    ],
)
def test_students_of_a_university_and_the_kind_of_a_trust(land, institution, said):
    assert students(land.institutions[institution]) == said


def test_how_much_of_a_place_and_how_a_deal_stands(land):
    """Alpha has a mayor since 8 May 2017; North holds 300 of A's 1,000 people."""
    said = told(land, code("A"))
    assert said["ca-alpha"] == "the whole place, since a day not known, with an elected mayor since 8 May 2017"
    assert said["lep-east"] == "the whole place, since a day not known"
    assert said["stp-north"] == "30% of its people, since a day not known"
    assert said["growth-deal-east"] == "the whole place; signed, announced 29 January 2015"


def test_a_mayor_is_told_of_from_the_day_and_not_to_an_associate(land):
    assert "mayor" not in told(land, code("A"), "2017-05-07")["ca-alpha"]
    assert told(land, code("A"), "2017-05-08")["ca-alpha"].endswith("mayor since 8 May 2017")
    associate = "associate (non-constituent), not counted in its area, since a day not known"
    assert told(land, code("C"))["ca-alpha"] == associate


def test_since_when_a_place_is_covered(toy, tmp_path):
    toy.row("memberships", body_id="ca-alpha", district_code=code("A"))["valid_from"] = "2016-02-01"
    toy.row("memberships", body_id="lep-east", district_code=code("A"))["valid_from"] = "2010-01-01"
    said = told(toy.load(tmp_path), code("A"))
    assert said["ca-alpha"].startswith("the whole place, since 1 February 2016, with")
    assert said["lep-east"] == "the whole place, since 1 February 2011", "the LEP began after that"


def test_a_figure_here_or_the_range_of_the_districts(tmp_path):
    """Pay is 10 in A and 20 in B; D has none."""
    toy = county()
    for letter in "AB":
        toy.row("districts", code=code(letter)).update(upper_tier_code=COUNTY, upper_tier_name="Countyshire")
    for letter in "CD":
        toy.row("districts", code=code(letter)).update(upper_tier_code="E10000002", upper_tier_name="Otherley")
    land = toy.load(tmp_path)
    said = {
        place: here(figures_of(land, area_of(land, place))[0]) for place in (code("A"), code("D"), COUNTY, "E10000002")
    }
    assert said == {
        code("A"): "10.0",
        code("D"): "not available",
        COUNTY: "10.0 to 20.0",
        "E10000002": "40.0 (1 of 2 districts)",
    }
