"""One place, a district or a county: on the toy county by hand, and South Kesteven as it was."""

from __future__ import annotations

import pytest

from layers.dates import PartialDate
from layers.place.area import area_of
from layers.place.changes import Change, changes_of
from layers.place.covers import Sharer, covers_of
from layers.place.figures import figures_of
from layers.place.institutions import institutions_of, nearby
from layers.place.mismatches import mismatches
from tests.layers.toy import code, county

COUNTY = "E10000001"
A, B, C, D = map(code, "ABCD")
LAST = "2018-12-31"


def tiered():
    """A and B are districts of one county, every body has a short name, and two more counts are known."""
    toy = county()
    for letter in "AB":
        toy.row("districts", code=code(letter)).update(upper_tier_code=COUNTY, upper_tier_name="Countyshire")
    for body in toy.tables["bodies"]:
        body["short_name"] = body["id"].partition("-")[2].capitalize()
    toy.add("measures", id="firms", label="Firms", level="district", kind="count", coverage=3)
    for letter, value in (("A", 30), ("B", 12), ("C", 7)):
        toy.add("measure_values", measure_id="firms", district_code=code(letter), value=value)
    return toy


@pytest.fixture(scope="module")
def land(tmp_path_factory):
    return tiered().load(tmp_path_factory.mktemp("tiered"))


@pytest.fixture
def toy():
    return tiered()


def test_a_district(land):
    area = area_of(land, A)
    assert (area.code, area.name, area.region_name, area.region_code) == (A, "District A", "North East", "E12000001")
    assert (area.kind, area.districts, area.parts, area.people) == (land.districts[A].kind, (A,), (0, 1), 1000)


def test_a_county_is_its_districts_together(land):
    area = area_of(land, COUNTY)
    assert (area.code, area.name, area.kind, area.region_name) == (COUNTY, "Countyshire", "county", "North East")
    assert (area.districts, area.parts, area.people) == ((A, B), (0, 1, 2), 1500)


@pytest.mark.parametrize("name", ["", "E10000099", "E12000001", "District A"])
def test_an_unknown_place_is_an_error(land, name):
    with pytest.raises(KeyError):
        area_of(land, name)


def test_covers_of_a_county_in_layer_order(land):
    got = covers_of(land.as_at(), area_of(land, COUNTY))
    assert [(cover.body.id, cover.share) for cover in got] == [
        ("ca-alpha", 1), ("lep-east", 1), ("lep-west", 500 / 1500), ("stp-north", 800 / 1500), ("stp-south", 700 / 1500),
        ("deal-port", 1000 / 1500), ("growth-deal-east", 1), ("growth-deal-west", 500 / 1500), ("deal-agreed", 1),
        ("deal-stalled", 1), ("rates-2015", 1000 / 1500), ("rates-2017", 500 / 1500), ("ics-listed", 1000 / 1500),
        ("ics-north", 800 / 1500),
    ]  # fmt: skip


def test_members_here_and_districts_elsewhere(land):
    got = {cover.body.id: cover for cover in covers_of(land.as_at(), area_of(land, COUNTY))}
    assert [member.district_code for member in got["ca-alpha"].members] == [A, B]
    assert got["ca-alpha"].others == (Sharer(D, "District D", 1),)
    assert got["lep-east"].others == ()
    assert [member.district_code for member in got["lep-west"].members] == [B]
    assert got["lep-west"].others == (Sharer(C, "District C", 0.6),)
    assert got["stp-south"].others == (Sharer(C, "District C", 1), Sharer(D, "District D", 1))


def test_an_associate_has_no_share_and_comes_last_in_its_layer(land):
    got = {cover.body.id: cover for cover in covers_of(land.as_at(), area_of(land, C))}
    assert got["ca-alpha"].share is None
    assert [member.role for member in got["ca-alpha"].members] == ["non-constituent"]
    assert got["lep-coast"].share == 0.4
    assert "deal-port" not in got, "declined"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            C,
            (
                "Two LEPs divide District C, with these shares of its people: Coast (40%) and West (60%).",
                "The Coast LEP lies inside the South STP.",
                "The West LEP and the South STP cross: each holds people that the other does not.",
            ),
        ),
        (
            D,
            (
                "The Alpha combined authority and the Coast LEP cross: each holds people that the other does not.",
                "The Alpha combined authority and the South STP cross: each holds people that the other does not.",
                "The Coast LEP lies inside the South STP.",
            ),
        ),
    ],
)
def test_mismatches(land, name, lines):
    assert mismatches(land.as_at(), area_of(land, name)) == lines


def test_mismatches_of_a_county(land):
    """North holds 300 and 500 of its 1,500 people; West only B's 500; then 1 × 6, 4 × 2 more pairs of two layers."""
    found = mismatches(land.as_at(), area_of(land, COUNTY))
    assert found[:4] == (
        "A LEP covers part of Countyshire: West, with 33.3% of its people.",
        "Two STPs divide Countyshire, with these shares of its people: North (53.3%) and South (46.7%).",
        "Countyshire lies wholly in two devolution deals: Deal-agreed and Deal-stalled.",
        "The Alpha combined authority contains the East LEP.",
    )
    assert len(found) == 3 + 6 + 2 * 2 + 2 * 2 + 2 * 2
    assert "The boundaries of the East LEP and the Deal-agreed devolution deal match." in found
    assert "The West LEP and the North STP cross: each holds people that the other does not." in found


def test_a_place_in_two_leps(land):
    assert mismatches(land.as_at(), area_of(land, B))[0] == "District B lies wholly in two LEPs: East and West."


def test_nothing_to_compare_with_one_body(land):
    assert mismatches(land.as_at("2011-03-01"), area_of(land, A)) == ()


@pytest.mark.parametrize(("name", "distance"), [(B, 1.4), (C, 2.1), (D, 3.4)])
def test_near_by_hand(land, name, distance):
    """The trust and the universities stand at 125 m; B's point is at 1,500 m, C's nearest at 2,250 m, D's at 3,500 m."""
    found = nearby(land.as_at(), area_of(land, name))
    assert [(row.institution.name, row.kilometres) for row in found] == [
        (f"{first}{last}", distance) for first, last in (("A", " Trust"), *((x, " University") for x in "XYZ"))
    ]


def test_near_ends_at_its_limit(land):
    now, area = land.as_at(), area_of(land, C)
    assert len(nearby(now, area, 2.125)) == 4
    assert nearby(now, area, 2.124) == ()


def test_inside_is_not_near(land):
    now = land.as_at()
    assert nearby(now, area_of(land, A)) == nearby(now, area_of(land, COUNTY)) == ()
    for name in (A, COUNTY):
        found = institutions_of(land, area_of(land, name))
        assert [item.name for item in found] == ["X University", "Y University", "Z University", "A Trust"]
    assert institutions_of(land, area_of(land, D)) == ()


def figure(land, name, measure):
    (found,) = (item for item in figures_of(land, area_of(land, name)) if item.measure.id == measure)
    return found.low, found.high, found.known, found.total


def test_a_rate_is_a_range_never_an_average(land):
    assert figure(land, COUNTY, "pay") == (10, 20, 2, 2)
    assert figure(land, A, "pay") == (10, 10, 1, 1)


def test_counts_are_added_only_when_all_are_known(land, toy, tmp_path):
    assert figure(land, COUNTY, "firms") == (42, 42, 2, 2)
    for letter in "CD":
        toy.row("districts", code=code(letter)).update(upper_tier_code="E10000002", upper_tier_name="Otherley")
    assert figure(toy.load(tmp_path), "E10000002", "firms") == (None, None, 1, 2)


def test_a_countys_own_count_is_not_added_to_itself(land):
    """Births are known for the upper tier: 5 for the county, repeated for A and B."""
    assert figure(land, COUNTY, "births") == (5, 5, 2, 2)


def test_a_sub_regions_count_is_not_added_to_itself(toy, tmp_path):
    """Jobs are known for sub-regions: 30 for A's and 12 for B's, which may hold other districts too."""
    toy.add("measures", id="jobs", label="Jobs", level="ITL3", kind="count", coverage=2)
    for letter, value in (("A", 30), ("B", 12)):
        toy.add("measure_values", measure_id="jobs", district_code=code(letter), value=value)
    assert figure(toy.load(tmp_path), COUNTY, "jobs") == (12, 30, 2, 2)


def test_missing_is_not_zero(land):
    assert figure(land, D, "pay") == (None, None, 0, 1)
    (pay, *_) = figures_of(land, area_of(land, D))
    assert (pay.middle_england, pay.middle_region) == (20, 40)


def told(land, name, day=LAST):
    return [(change.when.words(), change.text) for change in changes_of(land.as_at(day), area_of(land, name))]


def test_changes_of_a_district(land):
    assert told(land, D) == [
        ("17 January 2014", "deal-port name: invited, did not join."),
        ("1 July 2016", "Joined Alpha CA."),
        ("1 April 2017", "Joined Coast LEP."),
        ("1 April 2017", "Old LEP ended."),
        ("8 May 2017", "Alpha CA: first elected mayor took office."),
        ("November 2017", "lis-south name: announced."),
    ]


def test_a_bid_fails_and_a_declined_deal_is_no_change(land):
    assert told(land, C) == [
        ("1 September 2015", "deal-bid name: bid made."),
        ("2016", "deal-bid name: not agreed."),
        ("15 June 2017", "ics-listed name integrated care system: announced."),
        ("November 2017", "lis-south name: announced."),
    ]


@pytest.mark.parametrize(
    ("line", "eve", "day"),
    [
        (("8 September 2016", "deal-withdrawn name: withdrawn."), "2016-09-07", "2016-09-08"),
        (("June 2016", "deal-superseded name: superseded."), "2016-06-29", "2016-06-30"),
        (("2016", "deal-rejected name: rejected."), "2016-12-30", "2016-12-31"),
        (("1 April 2018", "North STP ended."), "2018-03-31", "2018-04-01"),
        (("8 May 2017", "Alpha CA: first elected mayor took office."), "2017-05-07", "2017-05-08"),
        (("15 June 2017", "ics-north name integrated care system: announced."), "2017-06-14", "2017-06-15"),
    ],
)
def test_a_change_is_told_from_its_day(land, line, eve, day):
    """Of a month or a year, from its last day, as that is when the deal falls everywhere else."""
    assert line not in told(land, A, eve)
    assert line in told(land, A, day)


def test_a_bid_of_a_day_not_known_says_so(toy, tmp_path):
    toy.row("deals", id="deal-bid")["status_on"] = ""
    assert told(toy.load(tmp_path), C)[0] == (
        "1 September 2015",
        "deal-bid name: bid made; not agreed, on a day not known.",
    )


def test_a_county_of_which_one_district_joined_was_not_merely_invited(toy, tmp_path):
    toy.row("deal_areas", deal_id="deal-port", district_code=B)["role"] = "invited"
    land = toy.load(tmp_path)
    assert ("17 January 2014", "deal-port name: invited, did not join.") in told(land, B)
    assert ("17 January 2014", "deal-port name: announced.") in told(land, COUNTY)


def test_the_middles_are_found_once_for_all_places(land, monkeypatch):
    expected = [figures_of(land, area_of(land, name)) for name in (A, D)]
    for name in ("middle", "middle_by_region"):
        monkeypatch.setattr(f"layers.statistics.measures.{name}", lambda *_: pytest.fail("computed again"))
    assert [figures_of(land, area_of(land, name)) for name in (A, D)] == expected


def test_changes_of_a_month_are_told_from_the_announcement(toy, tmp_path):
    toy.row("programmes", id="lis-south")["announced_on"] = "2017-11-20"
    land = toy.load(tmp_path)
    assert ("November 2017", "lis-south name: announced.") not in told(land, D, "2017-11-19")
    assert ("November 2017", "lis-south name: announced.") in told(land, D, "2017-11-20")


def test_the_day_a_district_left(land):
    assert told(land, B)[-1] == ("2 November 2018", "Left Alpha CA.")
    assert ("2 November 2018", "A district here left Alpha CA.") in told(land, COUNTY)


def test_a_county_whose_districts_left_on_different_days(toy, tmp_path):
    toy.row("bodies", id="ca-alpha")["valid_to"] = "2018-11-30"
    ended = [
        line for line in told(toy.load(tmp_path), COUNTY) if line[1].endswith(("left Alpha CA.", "Alpha CA ended."))
    ]
    assert ended == [("2 November 2018", "A district here left Alpha CA."), ("1 December 2018", "Alpha CA ended.")]


def test_an_unknown_day_is_skipped_and_a_known_one_told(toy, tmp_path):
    assert not any("East LEP" in text for _, text in told(toy.load(tmp_path / "blank"), A)), "blank memberships"
    toy.row("memberships", body_id="lep-east", district_code=A)["valid_from"] = "2011-05-01"
    toy.row("memberships", body_id="lep-east", district_code=B)["valid_from"] = "2010-01-01"
    land = toy.load(tmp_path / "known")
    assert ("1 May 2011", "Joined East LEP.") in told(land, A)
    assert ("1 February 2011", "East LEP began here.") in told(land, B)


def test_no_mayor_for_associates_or_before_joining(toy, tmp_path):
    toy.row("memberships", body_id="ca-alpha", district_code=D)["valid_from"] = "2017-06-01"
    land = toy.load(tmp_path)
    for name in (C, D):
        assert not any("mayor" in text for _, text in told(land, name))
    assert any("mayor" in text for _, text in told(land, A))


@pytest.mark.parametrize(("text", "words"), [("2016", "2016"), ("2016-06", "June 2016"), ("2016-06-08", "8 June 2016")])
def test_change_words(text, words):
    assert Change(PartialDate.parse(text), "").when.words() == words
