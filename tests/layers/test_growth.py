"""Growth deals in pounds per head, by hand."""

from __future__ import annotations

import pytest

from layers.statistics.growth import growth_per_head, per_head
from tests.layers.toy import code


def figures(snapshot) -> dict[str, float]:
    return {name[-1]: round(value, 6) for name, value in growth_per_head(snapshot).items()}


def test_per_head_is_all_rounds_so_far_over_the_leps_people(land):
    early, now = land.as_at("2014-12-01").by_id, land.as_at().by_id
    assert per_head(early["growth-deal-west"]) == pytest.approx(11e6 / 1100)
    assert per_head(now["growth-deal-west"]) == pytest.approx(33e6 / 1100)
    assert per_head(early["growth-deal-east"]) == pytest.approx(90e6 / 1500)
    assert per_head(now["growth-deal-east"]) is None, "a round of unknown amount"


def test_money_of_a_merged_lep_is_not_added(land):
    coast = land.as_at().by_id["growth-deal-coast"]
    assert coast.inherited
    assert per_head(coast) == pytest.approx(24e6 / 2400)


def test_by_district_in_2014(land):
    """A 60,000; B is in two LEPs, 60,000 + 10,000; C's Coast part has no deal yet; D 5m over 2,000 people."""
    assert figures(land.as_at("2014-12-01")) == {"1": 60000, "2": 70000, "4": 2500}


def test_by_district_in_2017(land):
    """A and B wait for East's unknown round; C is 400 at 10,000 and 600 at 30,000; D 10,000."""
    assert figures(land.as_at()) == {"3": 22000, "4": 10000}


def test_no_figure_before_any_round(land):
    assert growth_per_head(land.as_at("2014-07-06")) == {}
    assert code("A") in growth_per_head(land.as_at("2014-07-07"))


def test_people_times_figure_give_back_the_money(toy, tmp_path):
    """With every amount known, nothing is lost between LEPs and districts."""
    toy.row("deals", id="growth-deal-east-2015-01-29")["amount_gbp_m"] = "60"
    snapshot = toy.load(tmp_path).as_at()
    people = {name: item.population for name, item in snapshot.landscape.districts.items()}
    total = sum(people[name] * value for name, value in growth_per_head(snapshot).items())
    assert total == pytest.approx((150 + 33 + 24) * 1e6)
