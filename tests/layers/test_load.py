"""From tables to a landscape: bodies, places, institutions, and what no single table can check."""

from __future__ import annotations

from datetime import date

import pytest

from layers import TableError
from layers.model import Member
from tests.layers.toy import code


def test_bodies_come_in_order_of_layer_and_name(land):
    assert [body.id for body in land.all_bodies.values()][:5] == [
        "ca-alpha", "lep-coast", "lep-east", "lep-old", "lep-west",
    ]  # fmt: skip
    assert land.version == "toy"


def test_a_body_has_its_dates_and_members(land):
    alpha = land.all_bodies["ca-alpha"]
    assert (alpha.name, alpha.short_name, alpha.official_code) == ("Alpha CA", "Alpha", "E47000008")
    assert (alpha.valid_from, alpha.valid_to, alpha.mayor_from) == (date(2014, 4, 1), None, date(2017, 5, 8))
    assert alpha.members[1] == Member(code("B"), "constituent", 1.0, None, date(2018, 11, 1), "")


def test_small_areas_become_parts(land):
    assert land.parts.ids == ("E06000001-1", "E06000001-2", "E06000002", "E06000003-1", "E06000003-2", "E06000004")
    assert land.parts.people.tolist() == [300, 700, 500, 400, 600, 2000]
    assert land.parts.area_km2.tolist() == [0.5, 0.5, 1, 0.5, 0.5, 1]
    assert land.small_areas.part.tolist() == [0, 0, 1, 1, 2, 4, 3, 5]
    assert land.small_areas.index["E01000005"] == 4
    assert land.small_areas.easting.tolist() == [125, 375, 625, 875, 1500, 2250, 2750, 3500]
    assert land.parts.of_district[code("C")] == (3, 4)
    assert land.parts.of_body("stp_2017", "stp-north") == (0, 2)
    assert land.parts.of_body("stp_2018", "stp-north") == ()


def test_a_part_never_mixes_small_areas_that_go_separate_ways_in_2018(toy, tmp_path):
    """Only by luck do the real STPs of 2018 follow those of 2017; a part must not take the last row's word."""
    toy.row("small_areas", population_2017="200")["stp_2018"] = "stp-south"
    parts = toy.load(tmp_path).parts
    assert parts.people.tolist() == [200, 100, 700, 500, 400, 600, 2000]
    assert parts.columns["stp_2018"][:3] == ("stp-south", "stp-union", "stp-south")


def test_the_order_of_small_areas_in_the_file_is_no_matter(toy, tmp_path, land):
    toy.tables["small_areas"].reverse()
    other = toy.load(tmp_path)
    assert other.small_areas.code.tolist() == land.small_areas.code.tolist()
    assert other.small_areas.part.tolist() == land.small_areas.part.tolist()


def test_rounds_of_one_place_are_one_body_on_its_lep(land):
    west = land.all_bodies["growth-deal-west"]
    assert [item.announced_on.year for item in west.agreements] == [2014, 2017]
    assert [item.amount_gbp_m for item in west.agreements] == [11, 22]
    assert land.all_bodies["growth-deal-east"].agreements[1].amount_gbp_m is None
    assert west.members == land.all_bodies["lep-west"].members
    assert (west.valid_from, west.valid_to) == (date(2014, 7, 7), None)
    assert land.all_bodies["growth-deal-old"].valid_to == date(2017, 3, 31)


def test_a_growth_deal_begins_no_sooner_than_its_lep(toy, tmp_path):
    toy.row("bodies", id="lep-west")["valid_from"] = "2014-09-01"
    land = toy.load(tmp_path)
    assert land.all_bodies["lep-west"].valid_from == date(2014, 9, 1)
    assert land.all_bodies["growth-deal-west"].valid_from == date(2014, 9, 1)


def test_those_who_declined_are_no_members(land):
    assert [(item.district_code, item.role) for item in land.all_bodies["deal-port"].members] == [
        (code("A"), "lead"), (code("B"), "partner"), (code("D"), "invited"),
    ]  # fmt: skip


def test_two_agreements_of_a_place_are_named_after_the_place(toy, tmp_path):
    same = {"place_id": "devolution-x", "place": "Exshire"}
    toy.deal("x-1", "devolution_deal", "2015-01-01", "A B", **same)
    toy.deal("x-2", "devolution_deal", "2014-01-01", "B A", **same)
    place = toy.load(tmp_path).all_bodies["devolution-x"]
    assert place.name == "Exshire devolution deal"
    assert place.short_name == "Exshire"
    assert [item.id for item in place.agreements] == ["x-2", "x-1"]


def test_precision_comes_with_the_announcement(land):
    assert land.all_bodies["lis-south"].agreements[0].announced.words() == "November 2017"
    assert land.all_bodies["lis-south"].agreements[0].status_on.last == date(2018, 10, 31)
    assert land.all_bodies["deal-agreed"].agreements[0].announced.words() == "2 October 2015"


def test_students_are_counted_in_the_year_that_has_them_or_not_known(land):
    found = {item.name: (item.students, item.students_year) for item in land.institutions.values()}
    assert found == {
        "Z University": (900, "2017/18"),
        "Y University": (70, "2018/19"),
        "X University": (None, ""),
        "A Trust": (None, ""),
    }
    assert set(land.institutions) == {
        "university-10000001", "university-10000002", "university-10000003", "trust-RAA",
    }  # fmt: skip


def test_a_measure_has_no_entry_where_nothing_is_known(land):
    assert dict(land.measures["pay"].values) == {code("A"): 10, code("B"): 20, code("C"): 40}


def complaint(toy, folder) -> str:
    with pytest.raises(TableError) as caught:
        toy.load(folder)
    return str(caught.value)


def test_one_place_with_two_leads(toy, tmp_path):
    toy.row("deals", id="growth-deal-west-2017-02-02")["lead_body_id"] = "lep-east"
    assert complaint(toy, tmp_path) == (
        "deals.csv, row of growth-deal-west-2017-02-02, column lead_body_id: 'lep-east' differs from 'lep-west' "
        "in growth-deal-west-2014-07-07, which has the same place_id growth-deal-west."
    )


def test_one_place_with_two_footprints(toy, tmp_path):
    toy.deal("x-1", "devolution_deal", "2014-01-01", "A B", place_id="x", place="X")
    toy.deal("x-2", "devolution_deal", "2015-01-01", "A B:invited", place_id="x", place="X")
    assert complaint(toy, tmp_path) == (
        "deals.csv, row of x-2, column place_id: its districts differ from those of x-1."
    )


def test_a_growth_deal_without_a_lep(toy, tmp_path):
    toy.deal("growth-x", "growth_deal", "2014-07-07", lead_body_id="ca-alpha")
    assert complaint(toy, tmp_path) == ("deals.csv, row of growth-x, column lead_body_id: a growth deal needs a LEP.")


@pytest.mark.parametrize(("table", "row", "name"), [("deals", 0, "deals.csv"), ("programmes", 0, "programmes.csv")])
def test_a_status_date_that_is_not_in_the_calendar(toy, tmp_path, table, row, name):
    toy.tables[table][row]["status_on"] = "2015-02-30"
    assert complaint(toy, tmp_path) == (
        f"{name}, row of {toy.tables[table][row]['id']}, column status_on: '2015-02-30' is not in the calendar."
    )


def test_a_place_with_the_id_of_a_body(toy, tmp_path):
    toy.programme("x", "leading_places", "2016-06-01", "A", place_id="lep-east")
    assert complaint(toy, tmp_path) == (
        "programmes.csv, row of x, column place_id: 'lep-east' is already the id of another body."
    )
