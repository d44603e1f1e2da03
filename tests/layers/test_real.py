"""The real landscape: figures that were worked out from the sources, and rules that hold on any day."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from layers.build.lanes import BANDS, LANES
from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY
from layers.outlines import all_shapes
from layers.overlaps.pairs import layer_pair
from layers.place.area import area_of
from layers.place.covers import covers_of, district_shares
from layers.place.institutions import nearby
from layers.tables import DATA

ENGLAND = 55_619_430
SANDWELL, BIRMINGHAM, BASSETLAW = "E08000028", "E08000025", "E07000171"
STP_DAYS = ["2016-03-15", "2017-12-01", "2018-03-31", "2018-04-01", "2018-12-31"]


@pytest.fixture(scope="module")
def now(real):
    return real.as_at(DEFAULT_DAY)


def test_the_building_blocks(real):
    assert len(real.small_areas.code) == 32_844
    assert (len(real.districts), len(real.parts)) == (326, 347)
    assert sum(len(parts) > 1 for parts in real.parts.of_district.values()) == 21
    assert int(real.parts.people.sum()) == ENGLAND
    assert sum(item.population for item in real.districts.values()) == ENGLAND


@pytest.mark.parametrize(
    ("layer", "count"), [("combined_authority", 9), ("lep", 38), ("stp", 44), ("city_deal", 26), ("growth_deal", 38)]
)
def test_bodies_at_december_2017(now, layer, count):
    assert len(now.bodies(layer)) == count


def test_two_city_deals_were_never_agreed(now):
    assert {body.id: body.standing for body in now.bodies("city_deal", fallen=True) if body.standing != "live"} == {
        "city-deal-bournemouth-and-poole": "bid",
        "city-deal-milton-keynes": "bid",
    }


def test_sandwells_stp_reaches_into_birmingham(now):
    (stp,) = (cover for cover in covers_of(now, area_of(now.landscape, SANDWELL)) if cover.body.layer == "stp")
    assert (stp.body.id, stp.share) == ("stp-the-black-country", 1)
    shares = {item.code: round(item.share, 4) for item in stp.others}
    assert shares.pop(BIRMINGHAM) == 0.1546
    assert shares == {"E08000027": 1, "E08000030": 1, "E08000031": 1}


def test_bassetlaw_looks_both_ways(now):
    found = covers_of(now, area_of(now.landscape, BASSETLAW))
    authority = next(cover for cover in found if cover.body.layer == "combined_authority")
    assert (authority.body.id, authority.share, authority.member.role) == (
        "ca-sheffield-city-region", None, "non-constituent",
    )  # fmt: skip
    assert {(cover.body.id, cover.share) for cover in found if cover.body.layer == "lep"} == {
        ("lep-derby-derbyshire-nottingham-and-nottinghamshire", 1),
        ("lep-sheffield-city-region", 1),
    }
    assert [cover.body.id for cover in found if cover.body.layer == "stp"] == ["stp-south-yorkshire-and-bassetlaw"]


def test_sheffields_growth_deal(now):
    deal = now.by_id["growth-deal-sheffield-city-region"]
    assert [item.amount_gbp_m for item in deal.agreements] == [295.2, 30.7, 37.8]
    assert round(sum(item.amount_gbp_m for item in deal.agreements), 3) == 363.7


def test_northamptonshires_rounds_pass_to_south_east_midlands(real):
    name = "growth-deal-south-east-midlands"
    assert real.as_at("2017-03-31").by_id[name].inherited == ()
    assert [item.place_id for item in real.as_at("2017-04-01").by_id[name].inherited] == [
        "growth-deal-northamptonshire", "growth-deal-northamptonshire",
    ]  # fmt: skip
    heirs = [body.id for body in real.as_at(LAST_DAY).by_id.values() if body.inherited]
    assert heirs == [name]


def test_the_northern_stps_join_up(real):
    eve, day = real.as_at("2018-03-31"), real.as_at("2018-04-01")
    assert (len(eve.bodies("stp")), len(day.bodies("stp"))) == (44, 42)
    ended = [body for body in eve.bodies("stp") if body.id not in day.by_id]
    assert len(ended) == 3
    joined = {part for body in ended for part in body.parts}
    assert joined == set(day.by_id["stp-cumbria-and-north-east"].parts)


def test_north_east_loses_three_districts(real):
    eve, day = (real.as_at(text).by_id["ca-north-east"] for text in ("2018-11-01", "2018-11-02"))
    left = {item.district_code for item in eve.members} - {item.district_code for item in day.members}
    assert left == {"E06000057", "E08000021", "E08000022"}
    assert len(day.members) == 4
    assert eve.people - day.people == sum(real.districts[code].population for code in left)
    assert set(day.parts) == set(eve.parts) - set(real.as_at("2018-11-02").by_id["ca-north-of-tyne"].parts)


@pytest.mark.parametrize("day", ["2011-01-01", "2014-07-07", *STP_DAYS, "2018-11-02"])
def test_a_body_of_whole_districts_has_their_people(real, day):
    checked = 0
    for layer in real.layers:
        for body in real.as_at(day).bodies(layer):
            borrowed = any(item.footprint for item in body.agreements)
            if not borrowed and all(member.share == 1 for member in body.members):
                assert body.people == sum(real.districts[item.district_code].population for item in body.members)
                checked += 1
    assert checked >= 20


@pytest.mark.parametrize("day", ["2011-03-01", *STP_DAYS])
def test_a_membership_share_is_what_its_small_areas_come_to(real, day):
    """The small areas choose where a share is below 1: the two tables must tell one story."""
    for layer in ("combined_authority", "lep", "stp"):
        for body in real.as_at(day).bodies(layer):
            found = district_shares(real.as_at(day), body)
            assert found == pytest.approx({item.district_code: item.share for item in body.members}, abs=1e-4)


@pytest.mark.parametrize("day", STP_DAYS)
def test_stps_partition_england(real, day):
    stps = real.as_at(day).bodies("stp")
    taken = sorted(part for body in stps for part in body.parts)
    assert taken == list(range(len(real.parts)))
    assert sum(body.people for body in stps) == ENGLAND


def test_stps_change_on_no_other_day(real):
    """So the days above stand for every day on which STPs were in force."""
    stops = [day for day in real.stops if real.as_at(day).bodies("stp")]
    shapes = {tuple(body.parts for body in real.as_at(day).bodies("stp")) for day in stops}
    assert stops[0] == date(2016, 3, 15)
    assert len(shapes) == 2


def test_leps_cover_england_and_overlap(real, now):
    times = dict.fromkeys(range(len(real.parts)), 0)
    for body in now.bodies("lep"):
        for part in body.parts:
            times[part] += 1
    assert set(times.values()) == {1, 2}
    twice = {code for code, parts in real.parts.of_district.items() if all(times[part] == 2 for part in parts)}
    assert len(twice) == 31


def test_systems_that_are_stps_have_their_stps_people(real):
    for day in ("2017-12-01", "2018-12-31"):
        for body in real.as_at(day).bodies("integrated_care_system"):
            borrowed = body.agreements[0].footprint
            if borrowed:
                assert borrowed[0] == "stp_2017"
                assert body.parts == real.parts.of_body(*borrowed)


def test_what_has_members_has_a_footprint_every_day(real):
    """No district is lost on the way from a table to the map."""
    for day in real.stops:
        for body in real.as_at(day).by_id.values():
            assert list(body.parts) == sorted(body.parts), (day, body.id)
            reached = {real.parts.district[part] for part in body.drawn_parts}
            assert reached >= {item.district_code for item in body.members}, (day, body.id)


def test_every_day_names_only_shapes_that_exist(real):
    day, shapes = FIRST_DAY, all_shapes(real)
    while day <= LAST_DAY:
        for body in real.as_at(day).by_id.values():
            layer = "lep" if body.layer == "growth_deal" else body.layer
            assert not body.drawn_parts or (layer, body.drawn_parts) in shapes
            if body.layer == "combined_authority" and body.associate_parts:
                assert ("combined_authority_associates", body.associate_parts) in shapes
        day += timedelta(days=7)


def test_every_shape_is_a_feature_of_every_file_of_its_layer(real):
    folder = DATA / "boundaries"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))["names"]
    boxes = json.loads((folder / manifest["shapes"]).read_bytes())
    by_layer: dict[str, set[str]] = {}
    for shape in all_shapes(real).values():
        by_layer.setdefault(shape.layer, set()).add(shape.id)
    assert set(boxes) == set().union(*by_layer.values())
    for layer, ids in by_layer.items():
        names = [f"{layer}-{band.name}-{lane}" for band in BANDS for lane in range(LANES)]
        for file in {manifest[name] for name in names}:
            features = json.loads((folder / file).read_bytes())["features"]
            assert {item["id"] for item in features} == ids, file
            assert all(item["geometry"]["coordinates"] for item in features), file


def test_the_manifest_and_the_folder_agree():
    folder = DATA / "boundaries"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    wanted = {f"{file}{ending}" for file in manifest["names"].values() for ending in ("", ".br", ".gz")}
    assert set(manifest["files"]) == wanted
    assert {path.name for path in folder.iterdir()} == wanted | {"manifest.json"}


def test_by_area_a_share_is_all_of_a_body_or_falls_short_of_it_by_more_than_a_rounding(now):
    """Sums of square metres end a hair beside the whole; a body that lies inside another must still read as inside."""
    for a, b in (("stp", "lep"), ("combined_authority", "stp"), ("lep", "combined_authority")):
        for share in layer_pair(now, a, b).shares_by("area"):
            assert not ((share > 1) | ((share > 1 - 1e-9) & (share < 1))).any()
            assert (share == 1).any() or (a, b) == ("stp", "lep")


def test_near_a_place_is_up_to_twenty_kilometres(now):
    """Dartford has an institution just inside the limit, and its next one at 20.5 km."""
    area = area_of(
        now.landscape, next(code for code, item in now.landscape.districts.items() if item.name == "Dartford")
    )
    gaps = [row.kilometres for row in nearby(now, area)]
    assert gaps == sorted(gaps)
    assert gaps[-1] == 20.0
