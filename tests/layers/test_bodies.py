"""One body among the others: partners, siblings, neighbours, lineage."""

from __future__ import annotations

import dataclasses

import pytest

from layers.bodies import lineage, neighbours, partners_in, siblings
from layers.geography.borders import part_borders
from layers.overlaps.pairs import layer_pair


@pytest.fixture(scope="module")
def now(land):
    return land.as_at()


@pytest.fixture(scope="module")
def chain(land):
    """Borders drawn by hand, each part next to the one before it and the one after: A-north, A-south, B, C-coast, C-west, D."""
    ids = land.parts.ids
    return {
        name: frozenset(ids[k] for k in (place - 1, place + 1) if 0 <= k < len(ids)) for place, name in enumerate(ids)
    }


def test_partners_have_the_most_people_first_with_both_shares(now):
    found = partners_in(now, now.by_id["stp-south"], "lep")
    assert [(item.body.id, item.people, item.match) for item in found] == [
        ("lep-coast", 2400, "contains"), ("lep-east", 700, "crosses"), ("lep-west", 600, "crosses"),
    ]  # fmt: skip
    assert (found[1].share_of_this, found[1].share_of_other) == (700 / 3700, 700 / 1500)


def test_partners_count_the_institutions_in_both(now):
    """All four have their head office in the first small area: District A, in STP North."""
    north, south = (partners_in(now, now.by_id[name], "lep") for name in ("stp-north", "stp-south"))
    assert [(item.body.id, *(count for _, count in item.institutions)) for item in north] == [
        ("lep-east", 3, 1),
        ("lep-west", 0, 0),
    ]
    assert {tuple(count for _, count in item.institutions) for item in south} == {(0, 0)}


def test_partners_of_its_own_layer_are_the_others(now):
    assert [item.body.id for item in partners_in(now, now.by_id["lep-east"], "lep")] == ["lep-west"]
    assert partners_in(now, now.by_id["lep-coast"], "lep") == ()


def test_bids_fallen_deals_and_empty_layers_have_no_partners(now):
    for name in ("deal-bid", "deal-withdrawn"):
        assert partners_in(now, now.by_id[name], "stp") == ()
    assert partners_in(now, now.by_id["stp-north"], "leading_places") == ()


def test_partners_say_the_same_as_the_pair_of_layers(real):
    snapshot = real.as_at()
    pair = layer_pair(snapshot, "stp", "lep")
    for i, body in enumerate(pair.a):
        found = partners_in(snapshot, body, "lep")
        assert [item.people for item in found] == sorted(pair.people[i][pair.people[i] > 0].tolist(), reverse=True)
        assert sum(item.share_of_this >= 0.01 for item in found) == pair.partners[i]


def test_siblings_are_next_by_name(now):
    def around(name):
        return tuple(body and body.id for body in siblings(now, now.by_id[name]))

    assert around("lep-coast") == (None, "lep-east")
    assert around("lep-east") == ("lep-coast", "lep-west")
    assert around("lep-west") == ("lep-east", None)
    assert around("ca-alpha") == (None, None)


def test_siblings_of_a_fallen_deal_are_all_the_deals(now):
    everyone = [body.id for body in now.bodies("devolution_deal", fallen=True)]
    here = everyone.index("deal-bid")
    before, after = siblings(now, now.by_id["deal-bid"])
    assert [before.id if before else None, after.id if after else None] == [
        everyone[here - 1] if here else None, everyone[here + 1],
    ]  # fmt: skip


def next_to(snapshot, name, borders):
    return [body.id for body in neighbours(snapshot, snapshot.by_id[name], borders)]


def test_neighbours_share_a_line(now, chain):
    assert next_to(now, "stp-north", chain) == ["stp-south"]
    assert next_to(now, "lep-coast", chain) == ["lep-east", "lep-west"], "B is in both, beside Coast's part of C"
    assert next_to(now, "lep-east", chain) == ["lep-coast"], "West's part of C is not beside B"
    assert next_to(now, "rates-2015", chain) == ["rates-2017"]
    assert next_to(now, "ca-alpha", chain) == []


def test_without_a_line_there_are_no_neighbours(now, chain):
    assert next_to(now, "lep-coast", {}) == []
    assert next_to(now, "lep-coast", dict.fromkeys(chain, frozenset())) == []


def test_a_body_inside_another_is_not_next_to_it(now, chain):
    """North's footprint in the place of LEP Coast lies inside LEP East: neither reaches outside the other's line."""
    inside = dataclasses.replace(now.by_id["lep-coast"], parts=(1,))
    swapped = {**now.by_layer, "lep": (inside, now.by_id["lep-east"])}
    snapshot = dataclasses.replace(now, by_layer=swapped)
    assert neighbours(snapshot, inside, chain) == ()
    assert neighbours(snapshot, now.by_id["lep-east"], chain) == ()


def test_two_bodies_with_one_footprint_are_not_next_to_each_other(now, chain):
    assert next_to(now, "deal-agreed", chain) == []


@pytest.mark.parametrize("day", ["2014-07-07", "2017-12-01", "2018-12-31"])
def test_real_neighbours_are_neighbours_of_each_other(real, day):
    snapshot = real.as_at(day)
    borders = part_borders()
    count = 0
    for layer in real.layers:
        found = {body.id: set(next_to(snapshot, body.id, borders)) for body in snapshot.bodies(layer)}
        for name, near in found.items():
            assert name not in near
            assert all(name in found[other] for other in near), name
            count += len(near)
    assert count > 100


def test_real_borders_are_symmetric_and_of_every_part(real):
    borders = part_borders()
    assert set(borders) == set(real.parts.ids)
    assert all(name in borders[other] and name != other for name, near in borders.items() for other in near)


def test_the_neighbours_of_greater_manchesters_stp(real):
    assert next_to(real.as_at(), "stp-greater-manchester", part_borders()) == [
        "stp-cheshire-and-merseyside", "stp-derbyshire", "stp-lancashire-and-south-cumbria",
        "stp-south-yorkshire-and-bassetlaw", "stp-west-yorkshire",
    ]  # fmt: skip


def test_lineage_of_the_county(land):
    assert lineage(land, land.all_bodies["stp-union"]) == ("Took over from North STP on 1 April 2018.",)
    assert lineage(land, land.all_bodies["stp-north"]) == ("Its districts passed to Union STP on 1 April 2018.",)
    assert lineage(land, land.all_bodies["lep-old"]) == ("Its districts passed to Coast LEP on 1 April 2017.",)
    assert lineage(land, land.all_bodies["lep-coast"]) == ("Took in districts of Old LEP on 1 April 2017.",)
    for name in ("stp-south", "lep-east", "ca-alpha", "deal-bid"):
        assert lineage(land, land.all_bodies[name]) == ()


STP = "Sustainability and Transformation Partnership"
LEP = "Local Enterprise Partnership"
NORTHERN = {
    "stp-durham-darlington-teesside-hambleton-richmondshire-and-whitby": f"Durham, Darlington, Teesside, Hambleton, Richmondshire and Whitby {STP}",
    "stp-northumberland-tyne-and-wear-and-north-durham": f"Northumberland, Tyne and Wear and North Durham {STP}",
    "stp-west-north-and-east-cumbria": f"West, North and East Cumbria {STP}",
}


def test_the_northern_stps_became_one(real):
    heir = real.all_bodies["stp-cumbria-and-north-east"]
    assert lineage(real, heir) == tuple(f"Took over from {name} on 1 April 2018." for name in NORTHERN.values())
    for identifier in NORTHERN:
        assert lineage(real, real.all_bodies[identifier]) == (f"Its districts passed to {heir.name} on 1 April 2018.",)


def test_northamptonshire_went_to_south_east_midlands(real):
    assert lineage(real, real.all_bodies["lep-northamptonshire"]) == (
        f"Its districts passed to South East Midlands {LEP} on 1 April 2017.",
    )
    assert lineage(real, real.all_bodies["lep-south-east-midlands"]) == (
        f"Took in districts of Northamptonshire {LEP} on 1 April 2017.",
    )


def test_north_of_tyne_did_not_take_over_as_north_east_goes_on(real):
    assert lineage(real, real.all_bodies["ca-north-of-tyne"]) == lineage(real, real.all_bodies["ca-north-east"]) == ()
