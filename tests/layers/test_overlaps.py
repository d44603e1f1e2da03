"""Every pair of bodies: numbers worked by hand on the county, and the same sums over small areas."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from layers.overlaps.frame import COLUMNS, overlap_frame
from layers.overlaps.pairs import incidence, layer_coverage, layer_pair
from tests.layers.toy import code, county

DAY = date(2017, 12, 1)


def row(frame, a, b):
    (found,) = frame[(frame.a_id == a) & (frame.b_id == b)].to_dict("records")
    return found


# The county, worked by hand: see `tests.layers.toy.county`.


def test_the_frame_of_the_county_row_by_row(land):
    frame = overlap_frame(land.as_at(), "stp", "lep")
    wanted = [
        ("stp-south", "lep-coast", 2400, 1.5, 2, 1, 1, 0.648649, 1, "contains"),
        ("stp-north", "lep-east", 800, 1.5, 2, 1, 1, 1, 0.533333, "inside"),
        ("stp-south", "lep-east", 700, 0.5, 1, 0, 1, 0.189189, 0.466667, "crosses"),
        ("stp-south", "lep-west", 600, 0.5, 1, 0, 1, 0.162162, 0.545455, "crosses"),
        ("stp-north", "lep-west", 500, 1.0, 1, 1, 0, 0.625, 0.454545, "crosses"),
    ]
    columns = [name for name in COLUMNS if name not in ("a_name", "b_name", "tolerance")]
    assert list(frame[columns].itertuples(index=False, name=None)) == wanted
    assert set(frame.tolerance) == {0.01}
    assert (frame.a_name[0], frame.b_name[0]) == ("South STP", "Coast LEP")


def test_areas_are_to_the_thousandth_of_a_square_kilometre(tmp_path):
    """E is a square kilometre in three strips, one of the north and two of the south."""
    toy = county()
    toy.district("E", (10, "north", "east"), (10, "south", "east"), (10, "south", "east"))
    for body, share in (("stp-north", 0.333333), ("stp-south", 0.666667), ("lep-east", 1)):
        toy.add("memberships", body_id=body, district_code=code("E"), role="member", share=share)
    before = overlap_frame(county().load(tmp_path / "before").as_at(), "stp", "lep").set_index(["a_id", "b_id"])
    after = overlap_frame(toy.load(tmp_path / "after").as_at(), "stp", "lep").set_index(["a_id", "b_id"])
    more = (after["area_km2"] - before["area_km2"]).round(6)
    assert (more["stp-north", "lep-east"], more["stp-south", "lep-east"]) == (0.333, 0.667)


@pytest.mark.parametrize(
    ("weight", "of_a", "of_b"),
    [
        ("people", [0.648649, 1, 0.189189, 0.162162, 0.625], [1, 0.533333, 0.466667, 0.545455, 0.454545]),
        ("area", [0.6, 1, 0.2, 0.2, 0.666667], [1, 0.75, 0.25, 0.333333, 0.666667]),
        ("districts", [0.666667, 1, 0.333333, 0.333333, 0.5], [1, 1, 0.5, 0.5, 0.5]),
    ],
)
def test_both_shares_by_each_weight(land, weight, of_a, of_b):
    """South reaches three districts (A and C in part), North two; the match word is by people throughout."""
    frame = overlap_frame(land.as_at(), "stp", "lep", weight)
    assert list(frame.share_of_a) == of_a
    assert list(frame.share_of_b) == of_b
    assert list(frame.match) == ["contains", "inside", "crosses", "crosses", "crosses"]


@pytest.mark.parametrize("layers", [("stp", "lep"), ("stp", "leading_places"), ("stp", "stp"), ("stp", "university")])
def test_columns_and_types_are_the_same_with_and_without_rows(land, layers):
    frame = overlap_frame(land.as_at(), *layers)
    assert tuple(frame.columns) == COLUMNS
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        **dict.fromkeys(["a_id", "a_name", "b_id", "b_name", "match"], "str"),
        **dict.fromkeys(["people", "districts", "districts_whole", "districts_part"], "int64"),
        **dict.fromkeys(["area_km2", "share_of_a", "share_of_b", "tolerance"], "float64"),
    }


@pytest.mark.parametrize(
    ("weight", "least", "kept"),
    [("people", 0.6, 3), ("people", 0.625, 3), ("people", 0.63, 2), ("area", 0.3, 4), ("districts", 1, 2)],
)
def test_least_share_is_of_the_larger_of_the_two(land, weight, least, kept):
    frame = overlap_frame(land.as_at(), "stp", "lep", weight, least)
    assert len(frame) == kept
    assert (frame[["share_of_a", "share_of_b"]].max(axis=1) >= least).all()
    assert list(frame.index) == list(range(kept))


@pytest.mark.parametrize("pair", [("stp", "county"), ("county", "stp"), ("", "")])
def test_an_unknown_layer(land, pair):
    with pytest.raises(KeyError):
        overlap_frame(land.as_at(), *pair)


@pytest.mark.parametrize("pair", [("stp", "lep"), ("stp", "leading_places")])
def test_an_unknown_weight_names_those_there_are(land, pair):
    with pytest.raises(ValueError, match="weight is 'votes'; it takes one of people, area, districts"):
        overlap_frame(land.as_at(), *pair, weight="votes")


def test_people_in_any_and_in_two_or_more(land):
    pair = layer_pair(land.as_at(), "stp", "lep")
    assert [body.id for body in pair.a] == ["stp-north", "stp-south"]
    assert [body.id for body in pair.b] == ["lep-coast", "lep-east", "lep-west"]
    assert pair.in_any_b.tolist() == [800, 3700]
    assert pair.in_many_b.tolist() == [500, 0], "District B is in two LEPs"
    assert pair.in_any_a.tolist() == [2400, 1500, 1100]
    assert pair.in_many_a.tolist() == [0, 0, 0]


def test_the_measures_of_a_pair_of_layers(land):
    pair = layer_pair(land.as_at(), "lep", "stp")
    assert pair.partners.tolist() == [1, 2, 2]
    assert pair.seam.tolist() == [0, 700, 500]
    assert pair.cut.tolist() == [False, True, True]
    assert pair.neat_fit == (2400 + 800 + 600) / 5000
    assert pair.people_cut == 1500 + 1100 - 500, "District B is in both and counts once"
    assert pair.crossing() == (3, 2, 2100)


def test_a_part_that_two_bodies_share_is_a_district_in_part(land):
    frame = overlap_frame(land.as_at(), "combined_authority", "stp")
    south = row(frame, "ca-alpha", "stp-south")
    assert (south["districts"], south["districts_whole"], south["districts_part"]) == (2, 1, 1)
    assert (south["people"], south["area_km2"]) == (2700, 1.5)


def test_an_identical_body_of_another_layer_is_the_same(land):
    north = row(overlap_frame(land.as_at(), "stp", "integrated_care_system"), "stp-north", "ics-north")
    assert (north["match"], north["share_of_a"], north["share_of_b"]) == ("same", 1, 1)


def test_a_layer_against_itself_leaves_each_body_out_of_its_own_partners(land):
    pair = layer_pair(land.as_at(), "lep", "lep")
    assert np.diag(pair.people).tolist() == [0, 0, 0]
    assert [(pair.a[i].id, pair.b[j].id) for i, j in pair.pairs()] == [
        ("lep-east", "lep-west"),
        ("lep-west", "lep-east"),
    ]
    assert pair.in_any_b.tolist() == pair.in_any_a.tolist() == [0, 500, 500]
    assert pair.in_many_b.tolist() == [0, 0, 0]
    for array in (pair.area_km2, pair.districts_whole, pair.districts_part):
        assert np.diag(array).tolist() == [0, 0, 0]
    assert layer_pair(land.as_at(), "stp", "stp").pairs() == []


def test_two_bodies_of_one_layer_with_one_footprint_are_each_others_partner(land):
    frame = overlap_frame(land.as_at(), "devolution_deal", "devolution_deal")
    assert sorted(zip(frame.a_id, frame.b_id, frame.match, strict=True)) == [
        ("deal-agreed", "deal-stalled", "same"),
        ("deal-stalled", "deal-agreed", "same"),
    ]


@pytest.mark.parametrize(
    ("layer", "counts"),
    [
        ("combined_authority", (1000, 3500, 0)),
        ("lep", (0, 4000, 500)),
        ("stp", (0, 4500, 0)),
        ("devolution_deal", (3000, 0, 1500)),
        ("leading_places", (4500, 0, 0)),
    ],
)
def test_coverage(land, layer, counts):
    assert layer_coverage(land.as_at(), layer) == counts


def test_bids_and_fallen_deals_have_no_overlaps(land):
    assert {body.id for body in incidence(land.as_at()).bodies if body.layer == "devolution_deal"} == {
        "deal-agreed", "deal-stalled",
    }  # fmt: skip


def test_another_day_is_another_landscape(land):
    """Before April 2017 District D was in LEP Old; STP Union takes North's small areas a year later."""
    assert row(overlap_frame(land.as_at("2017-03-31"), "lep", "stp"), "lep-old", "stp-south")["people"] == 2000
    assert row(overlap_frame(land.as_at("2018-04-01"), "stp", "lep"), "stp-union", "lep-east")["people"] == 800


# The product over the parts, and the sum over all small areas.


def by_small_area(snapshot):
    """Which body covers which small area, straight from footprints and the small areas' own part."""
    land = snapshot.landscape
    bodies = incidence(snapshot).bodies
    covered = np.zeros((len(land.small_areas.code), len(bodies)))
    for column, body in enumerate(bodies):
        covered[:, column] = np.isin(land.small_areas.part, body.parts)
    return covered


@pytest.mark.parametrize("which", ["land", "real"])
def test_parts_and_small_areas_give_the_same_sums(request, which):
    land = request.getfixturevalue(which)
    snapshot = land.as_at(DAY)
    found, covered = incidence(snapshot), by_small_area(snapshot)
    people = covered.T @ (covered * land.small_areas.people[:, None])
    assert np.array_equal(found.people, np.rint(people).astype(np.int64))
    area = covered.T @ (covered * (land.small_areas.area_m2 / 1e6)[:, None])
    np.testing.assert_allclose(found.area_km2, area, rtol=1e-9, atol=1e-6)
    bodies = {layer: [i for i, body in enumerate(found.bodies) if body.layer == layer] for layer in land.layers}
    times = {layer: covered[:, bodies[layer]].sum(axis=1) for layer in land.layers}
    for b in land.layers:
        several = [
            [(land.small_areas.people * (times[b] - own >= least)) @ covered for least in (1, 2)] for own in (0, 1)
        ]
        for a in land.layers:
            expected = found.people[np.ix_(bodies[a], bodies[b])].copy()
            if a == b:
                np.fill_diagonal(expected, 0)
            pair = layer_pair(snapshot, a, b)
            assert np.array_equal(pair.people, expected), (a, b)
            for wanted, got in zip(several[a == b], (pair.in_any_b, pair.in_many_b), strict=True):
                assert got.tolist() == wanted[bodies[a]].astype(int).tolist(), (a, b)


@pytest.mark.parametrize("which", ["land", "real"])
def test_districts_whole_and_part_by_counting_them_one_by_one(request, which):
    snapshot = request.getfixturevalue(which).as_at(DAY)
    own = {code: set(parts) for code, parts in snapshot.landscape.parts.of_district.items()}
    for a, b in (("stp", "lep"), ("lep", "stp"), ("combined_authority", "stp")):
        pair = layer_pair(snapshot, a, b)
        for i, j in pair.pairs():
            shared = set(pair.a[i].parts) & set(pair.b[j].parts)
            assert pair.districts_whole[i, j] == sum(parts <= shared for parts in own.values())
            assert pair.districts_part[i, j] == sum(
                bool(parts & shared) and not parts <= shared for parts in own.values()
            )
