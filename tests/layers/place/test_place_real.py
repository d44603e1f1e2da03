"""South Kesteven as it was, and what holds for every real district and county."""

from __future__ import annotations

from datetime import date

import pytest

from layers.place.area import area_of
from layers.place.changes import changes_of
from layers.place.covers import covers_of
from layers.place.mismatches import mismatches


@pytest.fixture(scope="module")
def south_kesteven(real):
    return area_of(real, "E07000141")


def test_what_covers_south_kesteven(real, south_kesteven):
    got = covers_of(real.as_at("2017-12-01"), south_kesteven)
    assert [(cover.body.id, cover.share) for cover in got] == [
        ("lep-greater-cambridge-and-greater-peterborough", 1),
        ("lep-greater-lincolnshire", 1),
        ("stp-lincolnshire", 1),
        ("growth-deal-greater-cambridge-and-greater-peterborough", 1),
        ("growth-deal-greater-lincolnshire", 1),
        ("leading-places-2-south-kesteven", 1),
        ("sia-east-of-england", 1),
        ("sia-midlands", 1),
    ]
    assert got[0].members[0].valid_from is None, "Greater Cambridge joined on a day not known"
    assert got[1].members[0].valid_from == date(2010, 10, 28)


def test_lines_and_changes_of_south_kesteven(real, south_kesteven):
    assert mismatches(real.as_at("2017-12-01"), south_kesteven) == (
        "South Kesteven lies wholly in two LEPs: Cambridge & Peterborough and Greater Lincolnshire.",
        "The Cambridge & Peterborough LEP and the Lincolnshire STP cross: each holds people that the other does not.",
        "The Greater Lincolnshire LEP contains the Lincolnshire STP.",
    )
    found = changes_of(real.as_at("2017-12-01"), south_kesteven)
    assert [(change.when.words(), change.text) for change in found] == [
        ("28 October 2010", "Greater Lincolnshire Local Enterprise Partnership began here."),
        ("2016", "Midlands Engine science and innovation audit: announced."),
        ("15 March 2016", "Lincolnshire Sustainability and Transformation Partnership began here."),
        ("16 March 2016", "Greater Lincolnshire devolution agreement: announced."),
        ("22 November 2016", "Greater Lincolnshire devolution agreement: rejected."),
        ("23 November 2016", "East of England science and innovation audit: announced."),
        ("July 2017", "Leading Places: South Kesteven: announced."),
    ]


def test_counties_are_their_districts(real):
    found = {d.upper_tier_code for d in real.districts.values()} - set(real.districts)
    assert len(found) == 27
    for name in found:
        area = area_of(real, name)
        assert area.people == sum(real.districts[each].population for each in area.districts)


def test_no_real_sentence_is_odd(real):
    for name in {*real.districts, *(d.upper_tier_code for d in real.districts.values())}:
        for line in mismatches(real.as_at("2017-12-01"), area_of(real, name)):
            assert not any(odd in line for odd in ("(0%)", "(100%)", "the The", "LEP LEP", "  ")), line


def told(real, name, day):
    return [(change.when.words(), change.text) for change in changes_of(real.as_at(day), area_of(real, name))]


def test_what_became_of_bassetlaws_bid(real):
    """Its status date is a year, which means its last day; what it was is told from the announcement."""
    bid = "North Midlands (Derbyshire and Nottinghamshire) draft deal"
    made, failed = ("January 2016", f"{bid}: bid made."), ("2016", f"{bid}: not agreed.")
    early, late = told(real, "E07000171", "2016-12-30"), told(real, "E07000171", "2016-12-31")
    assert made in early
    assert failed not in early
    assert late.index(failed) > late.index(made)
    assert late[-1] == failed


def test_a_name_does_not_give_away_the_outcome(real):
    deal = "Milton Keynes and South East Midlands City Deal"
    assert ("18 February 2013", f"{deal}: bid made.") in told(real, "E06000042", "2013-02-18")
    assert ("July 2014", f"{deal}: not agreed.") in told(real, "E06000042", "2014-07-31")
    assert not any("(not agreed)" in text for _, text in told(real, "E06000042", "2018-12-31"))


def test_only_deals_that_count_a_place_are_announced_to_it(real):
    """Invited and declined never count as covered, whatever the words."""
    for name in real.districts:
        for body in real.all_bodies.values():
            own = [member.role for member in body.members if member.district_code == name]
            if own and set(own) <= {"invited"}:
                names = [item.name.removesuffix(" (not agreed)") for item in body.agreements]
                assert not {f"{item}: announced." for item in names} & {
                    text for _, text in told(real, name, "2018-12-31")
                }
