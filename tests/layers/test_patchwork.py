"""Bundles of bodies on the toy county, worked by hand, and a few figures of the real patchwork."""

from __future__ import annotations

from itertools import pairwise

import pytest

from layers import patchwork
from layers.geography.borders import part_borders
from layers.patchwork import (
    Coverage,
    Group,
    OneBodyAway,
    Seam,
    bodies_to_work_with,
    body_counts,
    bundles,
    groups,
    hues,
    layer_coverages,
    named,
    one_body_away,
    region_parts,
    same_bundle,
    seams,
    splitting_layers,
    upper_tiers,
)
from tests.layers.toy import code, county

MAIN = ("combined_authority", "lep", "stp")
REAL = ("combined_authority", "lep", "stp", "devolution_deal")
COUNTY = "E10000001"
A, B, C, D = map(code, "ABCD")
COAST = Group(("lep-coast", "stp-south"), (3, 5), (C, D), 2400)
EAST = Group(("lep-east", "stp-south"), (1,), (A,), 700)
WEST = Group(("lep-west", "stp-south"), (4,), (C,), 600)
BOTH = Group(("lep-east", "lep-west", "stp-north"), (2,), (B,), 500)
NORTH = Group(("lep-east", "stp-north"), (0,), (A,), 300)


@pytest.fixture(scope="module")
def two_tier(tmp_path_factory):
    """A and B are districts of one county; C and D are unitary."""
    toy = county()
    for letter in "AB":
        toy.row("districts", code=code(letter)).update(upper_tier_code=COUNTY, upper_tier_name="Countyshire")
    return toy.load(tmp_path_factory.mktemp("two-tier")).as_at()


@pytest.fixture(scope="module")
def row(land):
    """The parts in the order in which they stand side by side, as a map of borders."""
    line = [f"{A}-1", f"{A}-2", B, f"{C}-2", f"{C}-1", D]
    near = {name: set() for name in line}
    for left, right in pairwise(line):
        near[left].add(right)
        near[right].add(left)
    return {name: frozenset(found) for name, found in near.items()}


def test_the_bundle_of_each_part(land):
    assert bundles(land.as_at(), MAIN) == (
        ("ca-alpha", "lep-east", "stp-north"),
        ("ca-alpha", "lep-east", "stp-south"),
        ("ca-alpha", "lep-east", "lep-west", "stp-north"),
        ("lep-coast", "stp-south"),
        ("lep-west", "stp-south"),
        ("ca-alpha", "lep-coast", "stp-south"),
    )


def test_order_and_repeats_of_layers_do_not_matter(land):
    now = land.as_at()
    assert bundles(now, ("stp", "lep", "stp", "combined_authority")) is bundles(now, MAIN)
    assert groups(now, ["stp", "lep", "lep"]) == groups(now, ("lep", "stp"))


def test_no_layers_make_one_empty_bundle(land):
    assert groups(land.as_at(), ()) == (Group((), (0, 1, 2, 3, 4, 5), (A, B, C, D), 4500),)


def test_an_unknown_layer_is_an_error(land):
    with pytest.raises(KeyError):
        bundles(land.as_at(), ("lep", "councils"))
    with pytest.raises(KeyError):
        bodies_to_work_with(land.as_at(), "councils")


def test_bundles_follow_the_day(land):
    assert bundles(land.as_at("2018-04-01"), ("stp",))[:3] == (("stp-union",), ("stp-south",), ("stp-union",))
    assert bundles(land.as_at("2016-03-14"), ("stp",)) == ((),) * 6
    assert bundles(land.as_at("2017-03-31"), ("lep",))[5] == ("lep-old",)


def test_fallen_deals_and_bids_are_in_no_bundle(land):
    assert bundles(land.as_at(), ("devolution_deal",)) == (("deal-agreed", "deal-stalled"),) * 3 + ((),) * 3


def test_groups_most_people_first(land):
    assert groups(land.as_at(), ("lep", "stp")) == (COAST, EAST, WEST, BOTH, NORTH)


@pytest.mark.parametrize("day", ["2011-01-01", "2016-06-30", "2017-12-01", "2018-12-31"])
@pytest.mark.parametrize("layers", [(), ("lep",), MAIN, (*MAIN, "growth_deal", "integrated_care_system")])
def test_groups_hold_every_part_and_everyone_once(land, layers, day):
    found = groups(land.as_at(day), layers)
    assert sorted(part for group in found for part in group.parts) == [0, 1, 2, 3, 4, 5]
    assert sum(group.people for group in found) == 4500
    assert len({group.bundle for group in found}) == len(found)


def test_body_counts(land):
    assert body_counts(land.as_at(), MAIN) == (3, 3, 4, 2, 2, 3)
    assert body_counts(land.as_at(), ("stp", "devolution_deal")) == (3, 3, 3, 1, 1, 1)


def test_named(land):
    assert [body.name for body in named(land.as_at(), BOTH.bundle)] == ["East LEP", "West LEP", "North STP"]


def test_upper_tiers(land, two_tier):
    assert upper_tiers(two_tier) == {COUNTY: (0, 1, 2), C: (3, 4), D: (5,)}
    assert upper_tiers(land.as_at()) == {A: (0, 1), B: (2,), C: (3, 4), D: (5,)}


def test_splitting_layers(land, two_tier):
    """West reaches half the county and STPs divide it; LEPs divide C; nothing divides D."""
    assert splitting_layers(two_tier, MAIN) == {COUNTY: ("lep", "stp"), C: ("lep",), D: ()}
    assert splitting_layers(two_tier, ("stp", "city_deal")) == {COUNTY: ("stp", "city_deal"), C: (), D: ()}
    assert splitting_layers(land.as_at(), MAIN) == {A: ("stp",), B: (), C: ("lep",), D: ()}


def test_bodies_to_work_with(two_tier):
    assert bodies_to_work_with(two_tier, "lep") == {
        COUNTY: ("lep-east", "lep-west"), C: ("lep-coast", "lep-west"), D: ("lep-coast",),
    }  # fmt: skip
    assert bodies_to_work_with(two_tier, "combined_authority") == {COUNTY: ("ca-alpha",), C: (), D: ("ca-alpha",)}


def test_same_bundle(land):
    now = land.as_at()
    assert same_bundle(now, ("lep", "stp"), 3) == same_bundle(now, ("lep", "stp"), 5) == COAST
    assert same_bundle(now, MAIN, 3).parts == (3,), "an authority tells C from D"


def test_one_more_and_one_fewer(land):
    now = land.as_at()
    assert OneBodyAway(BOTH, None, "lep-west") in one_body_away(now, ("lep", "stp"), 0)
    assert one_body_away(now, ("lep", "stp"), 2) == (OneBodyAway(NORTH, "lep-west", None),)


def test_one_body_for_another_of_its_layer(land):
    now = land.as_at()
    assert one_body_away(now, ("lep", "stp"), 0) == (
        OneBodyAway(EAST, "stp-north", "stp-south"),
        OneBodyAway(BOTH, None, "lep-west"),
    )
    assert one_body_away(now, ("lep", "stp"), 1) == (
        OneBodyAway(COAST, "lep-east", "lep-coast"),
        OneBodyAway(WEST, "lep-east", "lep-west"),
        OneBodyAway(NORTH, "stp-south", "stp-north"),
    )


def test_one_body_for_another_of_another_layer_is_two_apart(land):
    """A has an authority and no strategy, C a strategy and no authority; D has both."""
    found = one_body_away(land.as_at(), ("combined_authority", "local_industrial_strategy"), 0)
    assert found == (OneBodyAway(Group(("ca-alpha", "lis-south"), (5,), (D,), 2000), None, "lis-south"),)


def test_seams_of_one_part(land, row):
    assert seams(land.as_at(), MAIN, (2,), row) == (
        Seam(4, C, ("combined_authority", "lep", "stp")),
        Seam(1, A, ("lep", "stp")),
    )
    assert seams(land.as_at(), ("stp", "lep"), (2,), row) == (Seam(1, A, ("lep", "stp")), Seam(4, C, ("lep", "stp")))


def test_a_districts_own_line_is_no_seam_and_its_parts_count_together(land, row):
    assert seams(land.as_at(), MAIN, (0, 1), row) == (Seam(2, B, ("lep", "stp")),)
    assert seams(land.as_at(), MAIN, (0,), {f"{A}-1": frozenset([B])}) == (Seam(2, B, ("lep",)),)
    both = {f"{A}-1": frozenset([B]), f"{A}-2": frozenset([B])}
    assert seams(land.as_at(), MAIN, (0, 1), both) == (Seam(2, B, ("lep", "stp")),)


def test_no_seam_where_nothing_changes(land, row):
    assert seams(land.as_at(), MAIN, (5,), row) == (Seam(3, C, ("combined_authority",)),)
    assert seams(land.as_at(), ("lep", "stp"), (5,), row) == ()
    assert seams(land.as_at(), (), (2,), row) == ()
    assert seams(land.as_at(), MAIN, (2,), {}) == (), "an island"


def test_region_parts(land):
    now = land.as_at()
    assert region_parts(now, "E12000001") == (0, 1, 2)
    assert region_parts(now, "E12000007") == (3, 4, 5)
    assert region_parts(now, None) == (0, 1, 2, 3, 4, 5)
    with pytest.raises(KeyError):
        region_parts(now, "E12000099")


def test_layer_coverages(land):
    assert layer_coverages(land.as_at(), ("city_deal", *MAIN)) == (
        Coverage("combined_authority", 1000, 3500, 0, (C,)),
        Coverage("lep", 0, 4000, 500, ()),
        Coverage("stp", 0, 4500, 0, ()),
        Coverage("city_deal", 3500, 1000, 0, (B, C, D)),
    )
    assert layer_coverages(land.as_at(), ()) == ()


def test_layer_coverages_of_a_region(land):
    now = land.as_at()
    assert layer_coverages(now, ("combined_authority", "lep"), "E12000001") == (
        Coverage("combined_authority", 0, 1500, 0, ()),
        Coverage("lep", 0, 1000, 500, ()),
    )
    assert layer_coverages(now, ("combined_authority",), "E12000007") == (
        Coverage("combined_authority", 1000, 2000, 0, (C,)),
    )


def test_a_district_reached_in_part_is_no_gap(land):
    """Before Coast's growth deal 400 people of C were in none, and 600 in West's."""
    assert layer_coverages(land.as_at("2017-03-08"), ("growth_deal",)) == (Coverage("growth_deal", 400, 3600, 500, ()),)


def touching(snapshot, layers, borders):
    """Pairs of groups that share a line, by position."""
    ids = snapshot.landscape.parts.ids
    position = {name: index for index, name in enumerate(ids)}
    of = {part: index for index, group in enumerate(groups(snapshot, layers)) for part in group.parts}
    pairs = {(of[part], of[position[name]]) for part in of for name in borders.get(ids[part], ())}
    return {pair for pair in pairs if pair[0] < pair[1]}


def test_touching_groups_differ_in_hue(land, row):
    found = hues(land.as_at(), ("lep", "stp"), row)
    assert found == (0, 1, 2, 3, 4)
    assert touching(land.as_at(), ("lep", "stp"), row) == {(0, 2), (1, 3), (1, 4), (2, 3)}


@pytest.mark.parametrize(("most", "expected"), [(1, (0, 0, 0, 0, 0)), (2, (0, 1, 1, 0, 0)), (3, (0, 1, 2, 0, 2))])
def test_with_few_hues_only_those_that_touch_differ(land, row, monkeypatch, most, expected):
    """Least used first: with two hues, B between a 1 and a 1 takes 0."""
    monkeypatch.setattr(patchwork, "HUES", most)
    assert hues(land.as_at(), ("lep", "stp"), row) == expected


def test_there_are_eight_hues_for_nine_that_all_touch(land, row, monkeypatch):
    """Eight can differ, and no more: the palette of the dashboard has as many."""

    class Group:
        def __init__(self, part):
            self.parts = (part,)

    ids = tuple(land.parts.ids)[:9]
    monkeypatch.setattr(patchwork, "groups", lambda *_: tuple(Group(part) for part in range(len(ids))))
    everybody = {name: frozenset(ids) - {name} for name in ids}
    assert hues(land.as_at(), ("lep",), everybody) == tuple(range(8))[: len(ids)] + (0,) * (len(ids) - 8)


def test_the_real_patchwork_has_88_bundles(real):
    found = groups(real.as_at("2017-12-01"), REAL)
    assert len(found) == 88
    assert sum(group.people for group in found) == 55_619_430


@pytest.mark.parametrize("day", ["2011-01-01", "2017-12-01", "2018-12-31"])
@pytest.mark.parametrize("layers", [REAL, ("lep",), ("stp",), (*REAL, "city_deal", "growth_deal")])
def test_no_two_touching_groups_share_a_hue(real, layers, day):
    snapshot = real.as_at(day)
    found = hues(snapshot, layers, part_borders())
    assert all(0 <= hue < patchwork.HUES for hue in found)
    assert [pair for pair in touching(snapshot, layers, part_borders()) if found[pair[0]] == found[pair[1]]] == []
    assert hues(snapshot, layers, part_borders()) == found, "the same every time"


def test_the_seams_of_bassetlaw_are_its_neighbours_seams(real):
    now = real.as_at("2017-12-01")
    bassetlaw = "E07000171"
    names = {seam.district: seam.layers for seam in seams(now, REAL, real.parts.of_district[bassetlaw], part_borders())}
    assert {real.districts[each].name: layers for each, layers in names.items()} == {
        "Doncaster": ("combined_authority", "lep", "devolution_deal"),
        "Rotherham": ("combined_authority", "lep", "devolution_deal"),
        "Mansfield": ("lep", "stp"),
        "Newark and Sherwood": ("lep", "stp"),
        "North Lincolnshire": ("lep", "stp"),
        "West Lindsey": ("lep", "stp"),
        "Bolsover": ("stp",),
    }
    for each, layers in names.items():
        back = seams(now, REAL, real.parts.of_district[each], part_borders())
        assert [seam.layers for seam in back if seam.district == bassetlaw] == [layers]
