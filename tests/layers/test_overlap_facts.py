"""The real landscape at 1 December 2017: figures that were worked out from the sources before this was written."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from layers.dates import DEFAULT_DAY
from layers.overlaps.frame import overlap_frame
from layers.overlaps.pairs import layer_coverage, layer_pair
from layers.place.covers import district_shares

ENGLAND = 55_619_430
BIRMINGHAM, HIGH_PEAK = "E08000025", "E07000037"
GREATER_MANCHESTER_STP = "stp-greater-manchester"


@pytest.fixture(scope="module")
def now(real):
    return real.as_at(DEFAULT_DAY)


def test_nine_stps_are_cut_by_a_combined_authority(now):
    pair = layer_pair(now, "stp", "combined_authority")
    assert int(pair.cut.sum()) == 9
    assert pair.people_cut == 14_101_123
    assert int(pair.total_a[pair.cut].sum()) == 14_101_123, "no two STPs overlap, so nobody counts twice"


def test_four_pairs_cross_which_is_narrower(now):
    assert layer_pair(now, "stp", "combined_authority").crossing() == (4, 4, 3_887_133)


def test_leps_fit_stps_loosely(now):
    assert round(layer_pair(now, "lep", "stp").neat_fit, 3) == 0.689


def partners_of(now, body, layer):
    frame = overlap_frame(now, now.by_id[body].layer, layer)
    return frame[frame.a_id == body].set_index("b_id")


def test_west_yorkshire_lies_wholly_in_one_stp(now):
    found = partners_of(now, "ca-west-yorkshire", "stp")
    assert (len(found), found.share_of_a.iloc[0], found.match.iloc[0]) == (1, 1, "inside")


def test_greater_manchester_and_the_part_of_high_peak(now):
    found = partners_of(now, "ca-greater-manchester", "stp")
    assert found.loc[GREATER_MANCHESTER_STP, "share_of_a"] == 1
    assert len(found) == 1
    shares = district_shares(now, now.by_id[GREATER_MANCHESTER_STP])
    assert round(shares[HIGH_PEAK], 4) == 0.3621
    assert {code for code, share in shares.items() if share < 1} == {HIGH_PEAK}


def test_the_black_country_reaches_into_birmingham(now):
    assert round(district_shares(now, now.by_id["stp-the-black-country"])[BIRMINGHAM], 4) == 0.1546


def test_gbslep_meets_the_black_country_in_that_part_only(now):
    found = partners_of(now, "lep-greater-birmingham-and-solihull", "stp").loc["stp-the-black-country"]
    assert (found.people, found.districts, found.districts_whole, found.match) == (175_800, 1, 0, "crosses")


def test_eighteen_leps_overlap_another(now):
    pair = layer_pair(now, "lep", "lep")
    assert len(pair.a) == 38
    assert int((pair.people.sum(axis=1) > 0).sum()) == 18
    assert layer_coverage(now, "lep")[2] == 4_195_926


@pytest.mark.parametrize("day", ["2011-01-01", "2013-06-01", "2017-12-01", "2018-12-31"])
def test_coverage_counts_everyone_once(real, day):
    for layer in real.layers:
        assert sum(layer_coverage(real.as_at(day), layer)) == ENGLAND, layer


def test_stps_cover_nobody_or_everybody_at_every_stop(real):
    found = {layer_coverage(real.as_at(day), "stp") for day in real.stops}
    found |= {layer_coverage(real.as_at(day - timedelta(days=1)), "stp") for day in real.stops[1:]}
    assert found == {(ENGLAND, 0, 0), (0, ENGLAND, 0)}


def test_combined_authorities_never_overlap(real):
    assert {layer_coverage(real.as_at(day), "combined_authority")[2] for day in real.stops} == {0}


def test_every_stp_partitions_every_other_body_at_every_stop_in_force(real):
    for day in real.stops:
        snapshot = real.as_at(day)
        if snapshot.bodies("stp"):
            for layer in ("combined_authority", "lep", "city_deal", "devolution_deal"):
                pair = layer_pair(snapshot, layer, "stp")
                assert np.array_equal(pair.people.sum(axis=1), pair.total_a), (day, layer)
