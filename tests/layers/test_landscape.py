"""The landscape as at a day."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date

import numpy as np
import pytest

from layers import load_landscape
from layers.dates import DEFAULT_DAY
from layers.overlaps.pairs import incidence, layer_pair
from tests.layers.toy import codes


def ids(bodies) -> list[str]:
    return [body.id for body in bodies]


@pytest.mark.parametrize(
    ("day", "stps"),
    [
        ("2016-03-14", []),
        ("2016-03-15", ["stp-north", "stp-south"]),
        ("2018-03-31", ["stp-north", "stp-south"]),
        ("2018-04-01", ["stp-south", "stp-union"]),
    ],
)
def test_both_ends_of_a_body_are_inclusive(land, day, stps):
    assert ids(land.as_at(day).bodies("stp")) == stps


def test_the_period_is_inclusive_and_nothing_outside_it_is_answered(land):
    for day in ("2011-01-01", "2018-12-31"):
        assert land.as_at(day).day == date.fromisoformat(day)
    for day in ("2010-12-31", "2019-01-01"):
        with pytest.raises(ValueError, match=f"{day} is outside 2011-01-01 to 2018-12-31"):
            land.as_at(day)
    with pytest.raises(ValueError, match="'soon' is not a date"):
        land.as_at("soon")


def test_the_default_day_is_1_december_2017_in_text_or_date(land):
    assert land.as_at().day == date(2017, 12, 1)
    assert land.as_at("2017-12-01") is land.as_at(DEFAULT_DAY) is land.as_at()


def test_an_unknown_layer_is_an_error_and_an_empty_one_is_not(land):
    with pytest.raises(KeyError):
        land.as_at().bodies("parish")
    assert land.as_at().bodies("university") == ()


def test_a_body_has_its_people_area_and_members(land):
    alpha = land.as_at().by_id["ca-alpha"]
    assert (alpha.people, alpha.area_km2, alpha.standing) == (3500, 3.0, "live")
    assert {item.district_code for item in alpha.members} == codes("ABD")
    assert {item.district_code for item in alpha.associates} == codes("C")
    assert land.as_at("2016-06-30").by_id["ca-alpha"].people == 1500
    assert land.as_at("2018-11-02").by_id["ca-alpha"].people == 3000
    assert "ca-alpha" not in land.as_at("2014-03-31").by_id


def test_stps_partition_and_leps_cover(land):
    now = land.as_at()
    assert sum(body.people for body in now.bodies("stp")) == 4500
    assert sum(body.people for body in now.bodies("lep")) == 4500 + 500
    assert ids(now.by_part[2]) == [
        "ca-alpha", "lep-east", "lep-west", "stp-north", "growth-deal-east", "growth-deal-west",
        "deal-agreed", "deal-stalled", "rates-2017", "ics-north",
    ]  # fmt: skip


def test_fallen_deals_and_bids_are_there_only_when_asked_for(land):
    now = land.as_at()
    assert ids(now.bodies("devolution_deal")) == ["deal-agreed", "deal-stalled"]
    everything = {body.id: body.standing for body in now.bodies("devolution_deal", fallen=True)}
    assert everything == {
        "deal-agreed": "live",
        "deal-stalled": "live",
        "deal-bid": "bid",
        "deal-rejected": "fallen",
        "deal-superseded": "fallen",
        "deal-withdrawn": "fallen",
    }
    assert ids(land.as_at("2016-06-29").bodies("devolution_deal")) == [
        "deal-agreed", "deal-rejected", "deal-stalled", "deal-superseded", "deal-withdrawn",
    ]  # fmt: skip
    assert "deal-superseded" not in ids(land.as_at("2016-06-30").bodies("devolution_deal"))


def test_a_bid_covers_nobody_but_can_be_drawn(land):
    bid = land.as_at().by_id["deal-bid"]
    assert (bid.parts, bid.people, bid.drawn_parts) == ((), 0, (3, 4))
    assert {item.district_code for item in bid.members} == codes("C")


def test_what_is_published_later_reads_as_in_preparation(land):
    def status(day: str) -> str:
        body = land.as_at(day).by_id["lis-south"]
        return body.status_of(body.agreements[0])

    assert [status(day) for day in ("2017-12-01", "2018-10-30", "2018-10-31")] == [
        "in preparation", "in preparation", "published",
    ]  # fmt: skip


def test_pilots_end_but_for_those_of_2015(land):
    assert ids(land.as_at("2018-03-31").bodies("business_rates_pilot")) == ["rates-2015", "rates-2017"]
    assert ids(land.as_at("2018-04-01").bodies("business_rates_pilot", fallen=True)) == ["rates-2015"]


def test_only_rounds_announced_by_the_day_are_listed(land):
    early, late = (land.as_at(day).by_id["growth-deal-west"] for day in ("2017-02-01", "2017-02-02"))
    assert [item.amount_gbp_m for item in early.agreements] == [11]
    assert [item.amount_gbp_m for item in late.agreements] == [11, 22]


def test_rounds_of_a_merged_lep_are_listed_under_its_successor_but_only_once_it_ended(land):
    eve, day = land.as_at("2017-03-31"), land.as_at("2017-04-01")
    assert [item.amount_gbp_m for item in eve.by_id["growth-deal-old"].agreements] == [5, 6]
    assert eve.by_id["growth-deal-coast"].inherited == ()
    assert "growth-deal-old" not in day.by_id
    assert [item.amount_gbp_m for item in day.by_id["growth-deal-coast"].inherited] == [5, 6]
    assert [item.amount_gbp_m for item in day.by_id["growth-deal-coast"].agreements] == [24]
    assert all(not body.inherited for body in day.by_id.values() if body.id != "growth-deal-coast")


def test_stops_are_the_days_of_change_with_the_first_and_the_default(land):
    assert [day.isoformat() for day in land.stops] == [
        "2011-01-01", "2011-02-01", "2014-04-01", "2016-03-15", "2016-07-01",
        "2017-04-01", "2017-12-01", "2018-04-01", "2018-11-02",
    ]  # fmt: skip
    assert set(land.minor_days) >= {date(2017, 11, 22), date(2014, 7, 7), date(2017, 6, 15)}
    assert list(land.minor_days) == sorted(set(land.minor_days))


def test_minor_days_are_those_of_the_period(toy, tmp_path):
    for name, on in (
        ("first", "2011-01-01"),
        ("last", "2018-12-31"),
        ("after", "2019-01-01"),
    ):
        toy.deal(f"deal-{name}", "city_deal", on, "A", status="signed")
    days = toy.load(tmp_path).minor_days
    assert (days[0], days[-1]) == (date(2011, 1, 1), date(2018, 12, 31))


def test_nothing_can_be_changed(land):
    now = land.as_at()
    body = now.by_id["ca-alpha"]
    for thing in (land, now, body, body.body, body.members[0], land.parts, land.small_areas, land.measures["pay"]):
        assert is_dataclass(thing)
        with pytest.raises(FrozenInstanceError):
            setattr(thing, fields(thing)[0].name, None)
    for mapping in (
        land.districts, land.layers, land.all_bodies, land.institutions, land.measures,
        land.measures["pay"].values, now.by_layer, now.by_id, now.by_part,
    ):  # fmt: skip
        with pytest.raises(TypeError):
            mapping["x"] = None
    for array in (*vars(land.small_areas).values(), land.parts.people, land.parts.area_km2):
        if isinstance(array, np.ndarray):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = array[0]


def test_an_empty_body_changes_nothing(toy, tmp_path, land):
    toy.body("lep-empty", valid_from="2012-01-01", valid_to="2017-03-31")
    toy.deal("growth-deal-empty", "growth_deal", "2014-07-07", lead_body_id="lep-empty", amount_gbp_m=1)
    other = load_landscape(toy.write(tmp_path))
    for day in ("2014-12-01", "2017-12-01"):
        mine, theirs = land.as_at(day).by_id, other.as_at(day).by_id
        assert {name: theirs[name].parts for name in mine} == {name: mine[name].parts for name in mine}
        assert all(len(theirs[name].inherited) == len(mine[name].inherited) for name in mine)


def test_what_holds_arrays_is_told_apart_by_what_it_is(land):
    """Arrays can be neither hashed nor compared as one: caches and sets take these records for themselves alone."""
    now = land.as_at()
    pair, other = layer_pair(now, "stp", "lep"), layer_pair(now, "lep", "stp")
    records = (land, now, now.bodies("stp")[0], land.parts, land.small_areas, incidence(now), pair, other)
    assert len({*records, *records}) == len(records)
    assert pair != other
