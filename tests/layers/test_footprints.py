"""Which parts a body covers on a day, by hand and whatever the order of memberships."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY
from layers.geography.footprints import (
    associate_footprint,
    bid_footprint,
    footprint,
    members_on,
    parts_of,
)
from layers.model import COUNTED_ROLES, Member
from tests.layers.toy import Toy, code

A_NORTH, A_SOUTH, B, C_COAST, C_WEST, D = range(6)
BEFORE, AFTER = date(2018, 3, 31), date(2018, 4, 1)


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("stp-north", (A_NORTH, B)),
        ("stp-south", (A_SOUTH, C_COAST, C_WEST, D)),
        ("lep-east", (A_NORTH, A_SOUTH, B)),
        ("lep-west", (B, C_WEST)),
        ("lep-coast", (C_COAST, D)),
        ("growth-deal-west", (B, C_WEST)),
        ("growth-deal-coast", (C_COAST, D)),
        ("ca-alpha", (A_NORTH, A_SOUTH, B, D)),
        ("deal-port", (A_NORTH, A_SOUTH)),
        ("deal-bid", ()),
        ("lis-south", (C_COAST, C_WEST, D)),
    ],
)
def test_footprints_at_december_2017(land, body, parts):
    assert footprint(land.all_bodies[body], DEFAULT_DAY, land.parts) == parts


def test_a_split_district_follows_the_stps_of_the_day(land):
    north, south, union = (land.all_bodies[f"stp-{name}"] for name in ("north", "south", "union"))
    assert footprint(north, BEFORE, land.parts) == (A_NORTH, B)
    assert footprint(union, AFTER, land.parts) == (A_NORTH, B)
    assert footprint(south, BEFORE, land.parts) == footprint(south, AFTER, land.parts)


def test_a_layer_is_cut_by_the_column_of_the_day(land):
    def columns(layer):
        return [land.layers[layer].cut_column(day) for day in (BEFORE, AFTER)]

    assert columns("stp") == ["stp_2017", "stp_2018"]
    assert columns("lep") == columns("growth_deal") == ["lep_2017", "lep_2017"]
    assert columns("combined_authority") == [None, None]


def test_an_stp_that_gains_in_april_2018_gains_then(toy, tmp_path):
    toy.row("small_areas", population_2017="300")["stp_2018"] = "stp-union"
    land = toy.load(tmp_path)
    union, south = land.all_bodies["stp-union"], land.all_bodies["stp-south"]
    assert land.parts.people_in(footprint(union, AFTER, land.parts)) == 300 + 300 + 500
    assert land.parts.people_in(footprint(south, BEFORE, land.parts)) == 3700
    assert land.parts.people_in(footprint(south, AFTER, land.parts)) == 3400


def test_a_system_that_is_an_stp_keeps_its_small_areas_after_it_ended(land):
    ics = land.all_bodies["ics-north"]
    for day in (DEFAULT_DAY, AFTER, LAST_DAY):
        assert footprint(ics, day, land.parts) == (A_NORTH, B)


def test_a_system_of_its_own_takes_the_whole_of_the_districts_it_lists(land):
    """No column of the small areas knows its line, and a district listed in part is still listed."""
    assert footprint(land.all_bodies["ics-listed"], DEFAULT_DAY, land.parts) == (A_NORTH, A_SOUTH, C_COAST, C_WEST)


def test_associates_and_the_invited_are_drawn_but_not_counted(land):
    alpha, port, bid = (land.all_bodies[name] for name in ("ca-alpha", "deal-port", "deal-bid"))
    assert associate_footprint(alpha, DEFAULT_DAY, land.parts) == (C_COAST, C_WEST)
    assert associate_footprint(port, DEFAULT_DAY, land.parts) == (B,)
    assert bid_footprint(port, DEFAULT_DAY, land.parts) == (D,)
    assert bid_footprint(bid, DEFAULT_DAY, land.parts) == (C_COAST, C_WEST)


def test_membership_dates_are_inclusive(land):
    alpha = land.all_bodies["ca-alpha"]
    for day, parts in [
        (date(2016, 6, 30), (A_NORTH, A_SOUTH, B)),
        (date(2016, 7, 1), (A_NORTH, A_SOUTH, B, D)),
        (date(2018, 11, 1), (A_NORTH, A_SOUTH, B, D)),
        (date(2018, 11, 2), (A_NORTH, A_SOUTH, D)),
    ]:
        assert footprint(alpha, day, land.parts) == parts
    assert [item.district_code for item in members_on(alpha, DEFAULT_DAY, COUNTED_ROLES)] == [
        code("A"), code("B"), code("D"),
    ]  # fmt: skip


# ---------------------------------------------------------------- invariants

MEMBERS = st.lists(
    st.builds(
        Member,
        st.sampled_from([code(letter) for letter in "ABCD"]),
        st.sampled_from(["member", "constituent", "non-constituent", "invited"]),
        st.sampled_from([1.0, 0.3]),
        st.none() | st.dates(FIRST_DAY, LAST_DAY),
        st.none() | st.dates(FIRST_DAY, LAST_DAY),
    ),
    max_size=6,
)
BODIES = st.sampled_from(["stp-north", "stp-south", "lep-west", "ca-alpha", "growth-deal-coast", "lis-south"])


@given(BODIES, MEMBERS, st.dates(FIRST_DAY, LAST_DAY), st.randoms())
def test_order_and_duplicates_of_memberships_change_nothing(land, name, members, day, random):
    body = replace(land.all_bodies[name], members=tuple(members))
    shuffled = members * 2
    random.shuffle(shuffled)
    other = replace(body, members=tuple(shuffled))
    for made in (footprint, associate_footprint, bid_footprint):
        found = made(body, day, land.parts)
        assert made(other, day, land.parts) == found
        assert list(found) == sorted(set(found))


@given(BODIES, MEMBERS, MEMBERS, st.dates(FIRST_DAY, LAST_DAY))
def test_a_footprint_is_the_union_of_its_members(land, name, some, more, day):
    body = land.all_bodies[name]
    together = set(parts_of(body, [*some, *more], day, land.parts))
    assert together == set(parts_of(body, some, day, land.parts)) | set(parts_of(body, more, day, land.parts))


AREAS = st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 3)), min_size=1, max_size=4)
"""A district as small areas: people, and which of four bodies holds it."""


@settings(deadline=None, max_examples=30)  # each example is written to files and read again
@given(st.lists(AREAS, min_size=1, max_size=5))
def test_a_partition_conserves_people(tmp_path_factory, districts):
    """However districts are split between bodies that divide them, the bodies' people add up to England's."""
    toy = Toy()
    toy.body("lep-all", *((chr(65 + i),) for i in range(len(districts))))
    names = [f"stp-{name}" for name in ("p", "q", "r", "s")]
    people: dict[str, int] = dict.fromkeys(names, 0)
    members: dict[str, list] = {name: [] for name in names}
    for i, areas in enumerate(districts):
        toy.district(chr(65 + i), *((count, names[owner][4:], "all") for count, owner in areas))
        total = sum(count for count, _ in areas)
        for owner, name in enumerate(names):
            own = sum(count for count, holder in areas if holder == owner)
            people[name] += own
            if own:
                members[name].append((chr(65 + i), max(own / total, 0.0001)))
    for name in names:
        toy.body(name, *members[name])
    land = toy.load(tmp_path_factory.mktemp("partition"))
    stps = land.as_at(DEFAULT_DAY).bodies("stp")
    assert {body.id: body.people for body in stps} == people
    assert sum(body.people for body in stps) == sum(land.parts.people)
    taken = [part for body in stps for part in body.parts]
    assert sorted(taken) == list(range(len(land.parts)))
