"""The API's records on the toy world: unknown is ``None``, shares are fractions, dates are dates."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.api.rows import body_record, body_rows, cover_rows, layer_rows, member_rows, place_record
from tests.layers.toy import code

MAYOR = date(2017, 5, 8)


def test_layers_count_their_bodies_in_force(now):
    counts = {row["id"]: row["bodies"] for row in layer_rows(now)}
    assert counts["devolution_deal"] == 1
    assert counts["local_industrial_strategy"] == 1
    assert counts["science_innovation_audit"] == 0
    assert (counts["university"], counts["nhs_trust"]) == (None, None)


def test_bodies_of_a_layer_and_of_all(now):
    assert [row["id"] for row in body_rows(now, "devolution_deal")] == ["deal-alpha"]
    assert [row["id"] for row in body_rows(now, "devolution_deal", fallen=True)] == [
        "deal-alpha",
        "deal-bid",
        "deal-gone",
    ]
    assert len(body_rows(now)) == 2 + 3 + 4 + 2 + 3 + 1 + 1 + 1 + 0 + 1 + 1
    assert [row["id"] for row in body_rows(now)][:3] == ["ca-alpha", "ca-vale", "lep-coast"]


def test_a_body_in_force(now):
    (row,) = (row for row in body_rows(now) if row["id"] == "ca-alpha")
    assert row == {
        "id": "ca-alpha",
        "layer": "combined_authority",
        "name": "Alpha Combined Authority",
        "short_name": "Alpha",
        "abbreviation": None,
        "official_code": "E47000010",
        "valid_from": date(2014, 4, 1),
        "valid_to": None,
        "mayor_from": MAYOR,
        "standing": "live",
        "people": 3500,
        "area_km2": 1200.0,
        "districts": 3,
    }


@pytest.mark.parametrize(("body", "standing"), [("deal-gone", "fallen"), ("deal-bid", "bid"), ("lis-nowhere", "live")])
def test_a_body_without_a_footprint_in_force_has_no_figures(now, body, standing):
    record = body_record(now, body)
    assert record["standing"] == standing
    assert (record["people"], record["area_km2"], record["districts"]) == (None, None, None)
    assert record["in_force"] == (standing == "live")


def test_members_and_associates(now):
    record = body_record(now, "ca-alpha")
    members = [(row["name"], row["role"], row["share"], row["valid_from"]) for row in record["members"]]
    assert members == [
        ("Ash", "constituent", 1.0, None),
        ("Birch", "constituent", 1.0, None),
        ("Dale", "constituent", 1.0, date(2016, 7, 1)),
    ]
    assert [(row["name"], row["role"], row["share"]) for row in record["associates"]] == [
        ("Cedar", "non-constituent", None)
    ]
    assert record["members"][1]["valid_to"] == date(2018, 11, 1)
    assert [row["share"] for row in body_record(now, "stp-north")["members"]] == [0.3, 1.0]
    assert [row["share"] for row in body_record(now, "deal-gone")["members"]] == [None, None]


def test_agreements_and_those_of_a_body_merged_into_it(now):
    rows = body_record(now, "growth-deal-coast")["agreements"]
    assert [(row["name"], row["amount_gbp_m"], row["inherited"]) for row in rows] == [
        ("Coast Growth Deal", 24, False),
        ("Old Growth Deal", 5, True),
        ("Old Growth Deal", 6, True),
    ]
    east = body_record(now, "growth-deal-east")["agreements"]
    assert [row["amount_gbp_m"] for row in east] == [90, None]
    alpha = body_record(now, "deal-alpha")["agreements"][0]
    assert (alpha["status"], alpha["announced_on"], alpha["amount_period"]) == (
        "implemented",
        date(2015, 10, 2),
        "a year for 30 years",
    )
    assert alpha["amount_confidence"] is None


def test_a_body_that_is_not_in_being_keeps_its_dates(now):
    record = body_record(now, "stp-union")
    assert (record["in_force"], record["standing"], record["members"], record["valid_from"]) == (
        False,
        None,
        [],
        date(2018, 4, 1),
    )
    with pytest.raises(KeyError):
        body_record(now, "nobody")


def test_an_agreement_counts_from_its_day(toy):
    early = toy.as_at("2014-12-31")
    assert [row["amount_gbp_m"] for row in body_record(early, "growth-deal-east")["agreements"]] == [90]
    assert body_record(early, "deal-alpha")["agreements"] == []


def test_members_as_rows(now):
    rows = member_rows(body_record(now, "ca-alpha"))
    assert [(row["district_name"], row["counted"]) for row in rows] == [
        ("Ash", True),
        ("Birch", True),
        ("Dale", True),
        ("Cedar", False),
    ]
    assert all(row["body_name"] == "Alpha Combined Authority" and row["in_force"] for row in rows)
    assert [row["counted"] for row in member_rows(body_record(now, "deal-gone"))] == [False, False]


def test_a_place(now):
    record = place_record(now, code("C"))
    covers = [(row["body_id"], row["share"], row["role"], row["since"]) for row in record["covers"]]
    assert covers == [
        ("ca-alpha", None, "non-constituent", None),
        ("lep-coast", 0.4, "member", None),
        ("lep-west", 0.6, "member", None),
        ("stp-south", 1.0, "member", None),
        ("growth-deal-coast", 0.4, "member", date(2017, 3, 9)),
        ("growth-deal-west", 0.6, "member", date(2014, 7, 7)),
    ]
    assert (record["population"], record["area_km2"], record["upper_tier_name"], record["region_name"]) == (
        1000,
        400,
        "Cedar",
        "North East",
    )
    assert record["institutions"] == []
    since = {row["body_id"]: row["since"] for row in place_record(now, code("D"))["covers"]}
    assert (since["ca-alpha"], since["lep-coast"]) == (date(2016, 7, 1), date(2017, 4, 1))


def test_institutions_and_measures_of_a_place(now):
    record = place_record(now, code("A"))
    assert [(row["name"], row["students"], row["students_year"]) for row in record["institutions"]] == [
        ("Ash University", 900, "2017/18"),
        ("Ash Hospital", None, None),
    ]
    assert record["measures"][0] == {
        "id": "imd2015_average_score",
        "label": "Deprivation",
        "unit": "score",
        "period": "2015",
        "level": "district",
        "value": 10,
        "middle_england": 35,
        "middle_region": 25,
    }
    lime = place_record(now, code("L"))["measures"][0]
    assert (lime["value"], lime["middle_region"]) == (None, None)


def test_covers_as_rows(now):
    rows = cover_rows(place_record(now, code("B")))
    assert all((row["place_name"], row["as_at"]) == ("Birch", now.day) for row in rows)
    assert [row["body_name"] for row in rows][:4] == ["Alpha Combined Authority", "East LEP", "West LEP", "North STP"]
