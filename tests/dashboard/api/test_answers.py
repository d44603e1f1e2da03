"""What the addresses answer, against facts checked by hand and the functions they stand on."""

from __future__ import annotations

import pytest

from layers.overlaps.frame import COLUMNS, overlap_frame
from layers.place.area import area_of
from layers.place.covers import covers_of, district_shares

BLACK_COUNTRY = "stp-the-black-country"
BIRMINGHAM = "E08000025"


def as_cell(value: object) -> str:
    """How CSV writes what JSON holds."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def same(rows: list[dict[str, str]], records: list[dict[str, object]]) -> bool:
    return rows == [{key: as_cell(value) for key, value in record.items()} for record in records]


def test_layers_count_the_bodies_of_the_day(get):
    answer = get("/layers")
    assert (answer["as_at"], answer["count"]) == ("2017-12-01", 13)
    found = {row["id"]: row["bodies"] for row in answer["rows"]}
    assert (found["combined_authority"], found["lep"], found["stp"]) == (9, 38, 44)
    assert found["university"] is None
    assert found["nhs_trust"] is None
    assert {row["id"]: row["bodies"] for row in get("/layers", as_at="2011-01-01")["rows"]}["combined_authority"] == 0


def test_bodies_of_a_layer(get, land):
    answer = get("/bodies", layer="stp")
    assert (answer["layer"], answer["fallen"], answer["count"]) == ("stp", False, 44)
    assert [row["id"] for row in answer["rows"]] == [body.id for body in land.as_at().bodies("stp")]
    assert sum(row["people"] for row in answer["rows"]) == int(land.parts.people.sum())
    black_country = next(row for row in answer["rows"] if row["id"] == BLACK_COUNTRY)
    assert black_country["official_code"] == "E54000016"
    assert black_country["districts"] == 5


def test_all_bodies_are_those_of_every_layer(get):
    by_layer = {row["id"]: row["bodies"] for row in get("/layers")["rows"] if row["bodies"] is not None}
    assert get("/bodies")["count"] == sum(by_layer.values())


def test_fallen_deals_and_bids_come_only_when_asked_for(get, land):
    live = get("/bodies", layer="devolution_deal")["rows"]
    every = get("/bodies", layer="devolution_deal", fallen="true")
    assert every["fallen"] is True
    assert {row["standing"] for row in live} == {"live"}
    assert {row["standing"] for row in every["rows"]} == {"live", "fallen", "bid"}
    assert every["count"] == len(land.as_at().bodies("devolution_deal", fallen=True)) > len(live)
    fallen = [row for row in every["rows"] if row["standing"] != "live"]
    assert {(row["people"], row["area_km2"], row["districts"]) for row in fallen} == {(None, None, None)}


def test_a_fallen_deal_was_live_before_it_fell(get):
    name = "devolution-north-east"
    found = [
        row for row in get("/bodies", layer="devolution_deal", fallen="true")["rows"] if row["standing"] == "fallen"
    ]
    fell = next(row for row in found if name in row["id"])
    now, then = get(f"/bodies/{fell['id']}"), get(f"/bodies/{fell['id']}", as_at="2016-06-01")
    assert (now["in_force"], now["standing"], now["people"]) == (False, "fallen", None)
    assert {member["share"] for member in now["members"]} == {None}
    assert (then["in_force"], then["standing"]) == (True, "live")
    assert then["people"] > 1_000_000


def test_the_black_country_holds_a_seventh_of_birmingham(get, land):
    body = get(f"/bodies/{BLACK_COUNTRY}")
    shares = {member["name"]: member["share"] for member in body["members"]}
    assert shares["Birmingham"] == pytest.approx(0.1546, abs=5e-5)
    assert [shares[name] for name in ("Dudley", "Sandwell", "Walsall", "Wolverhampton")] == [1, 1, 1, 1]
    exact = district_shares(land.as_at(), land.as_at().by_id[BLACK_COUNTRY])[BIRMINGHAM]
    assert shares["Birmingham"] == pytest.approx(exact, abs=1e-6)
    assert body["in_force"] is True


@pytest.mark.parametrize("layer", ["combined_authority", "lep", "stp", "integrated_care_system"])
def test_the_shares_of_a_bodys_members_add_up_to_its_people(get, land, layer):
    for row in get("/bodies", layer=layer)["rows"]:
        members = get(f"/bodies/{row['id']}")["members"]
        people = sum(land.districts[item["district_code"]].population * item["share"] for item in members)
        assert people == pytest.approx(row["people"], abs=len(members))
        assert len(members) == row["districts"]


def test_a_body_that_is_not_there_on_the_day_is_answered_without_figures(get):
    body = get("/bodies/ca-west-yorkshire", as_at="2014-03-31")
    assert body["in_force"] is False
    assert body["valid_from"] == "2014-04-01"
    assert [body[key] for key in ("standing", "people", "area_km2", "districts")] == [None] * 4
    assert body["members"] == body["associates"] == body["agreements"] == []
    assert get("/bodies/ca-west-yorkshire", as_at="2014-04-01")["in_force"] is True


def test_a_body_whose_districts_are_not_known_has_no_figures(get):
    body = get("/bodies/sia-edinburgh")
    assert (body["in_force"], body["people"], body["area_km2"], body["districts"]) == (True, None, None, None)


def test_a_district_reached_but_not_listed_is_a_member_without_a_role(get):
    body = get("/bodies/ics-bedfordshire-luton-milton-keynes")
    assert [(item["name"], item["share"]) for item in body["members"] if item["role"] is None] == [
        ("Aylesbury Vale", 0.03218),
    ]


def test_associates_are_not_counted(get):
    body = get("/bodies/ca-west-yorkshire")
    assert [(item["name"], item["role"], item["share"]) for item in body["associates"]] == [
        ("York", "non-constituent", None)
    ]
    assert "York" not in {item["name"] for item in body["members"]}


def test_inherited_agreements_are_marked(get, land):
    merged = next(body for body in land.as_at().bodies("growth_deal") if body.inherited)
    found = get(f"/bodies/{merged.id}")["agreements"]
    assert [item["id"] for item in found if item["inherited"]] == [item.id for item in merged.inherited]
    assert [item["id"] for item in found if not item["inherited"]] == [item.id for item in merged.agreements]
    assert {item["announced_precision"] for item in found} <= {"day", "month", "year"}


def test_status_reads_as_it_did_that_day(get, land):
    body = next(body for body in land.as_at().bodies("local_industrial_strategy") if body.parts)
    announced = body.agreements[0]
    found = get(f"/bodies/{body.id}")["agreements"][0]
    assert found["status"] == body.status_of(announced)
    assert found["announced_on"] == announced.announced_on.isoformat()


def test_a_place_and_what_covers_it(get, land):
    place = get(f"/places/{BIRMINGHAM}")
    assert (place["name"], place["region_name"], place["population"]) == ("Birmingham", "West Midlands", 1137123)
    shares = {row["body_id"]: row["share"] for row in place["covers"]}
    assert shares[BLACK_COUNTRY] == pytest.approx(0.1546, abs=5e-5)
    assert shares[BLACK_COUNTRY] + shares["stp-birmingham-and-solihull"] == pytest.approx(1, abs=2e-6)
    assert [row["body_id"] for row in place["covers"]] == [
        row.body.id for row in covers_of(land.as_at(), area_of(land, BIRMINGHAM))
    ]
    assert len(place["measures"]) == len(land.measures)
    assert any(row["layer"] == "university" for row in place["institutions"])


def test_a_measure_not_available_is_null(get, land):
    missing = next(measure for measure in land.measures.values() if len(measure.values) < len(land.districts))
    code = next(code for code in land.districts if code not in missing.values)
    found = {row["id"]: row for row in get(f"/places/{code}")["measures"]}
    assert found[missing.id]["value"] is None
    assert found[missing.id]["middle_england"] is not None


def test_west_yorkshire_lies_wholly_in_its_footprint(get):
    rows = get("/overlaps", a="combined_authority", b="stp")["rows"]
    pair = next(row for row in rows if (row["a_id"], row["b_id"]) == ("ca-west-yorkshire", "stp-west-yorkshire"))
    assert pair["share_of_a"] == 1
    assert pair["match"] == "inside"


@pytest.mark.parametrize("weight", ["people", "area", "districts"])
@pytest.mark.parametrize("least", [0, 0.01, 0.5, 1])
def test_overlaps_are_the_rows_of_the_engine(get, table, land, weight, least):
    asked = {"a": "stp", "b": "combined_authority", "weight": weight, "min_share": least}
    frame = overlap_frame(land.as_at(), "stp", "combined_authority", weight, least)
    answer = get("/overlaps", **asked)
    assert answer["count"] == len(answer["rows"]) == len(frame)
    assert answer["rows"] == frame.to_dict("records")
    assert {key: answer[key] for key in asked} == asked
    assert all(tuple(row) == COLUMNS for row in answer["rows"])
    assert same(table("/overlaps", **asked), answer["rows"])


def test_no_overlap_is_an_empty_table_with_its_header(get, client):
    asked = "/api/v1/overlaps?a=stp&b=integrated_care_system&as_at=2011-01-01"
    assert client.get(asked).json["rows"] == []
    assert client.get(f"{asked}&format=csv").text == ",".join(COLUMNS) + "\r\n"


def test_csv_says_the_same_as_json(get, table):
    assert same(table("/layers"), get("/layers")["rows"])
    assert same(table("/bodies", fallen="true"), get("/bodies", fallen="true")["rows"])
    body = get("/bodies/ca-west-yorkshire")
    rows = table("/bodies/ca-west-yorkshire")
    both = [*body["members"], *body["associates"]]
    assert [row["district_name"] for row in rows] == [item["name"] for item in both]
    assert [row["share"] for row in rows] == [as_cell(item["share"]) for item in both]
    assert [row["counted"] for row in rows] == ["true"] * 5 + ["false"]
    place = get(f"/places/{BIRMINGHAM}")
    rows = table(f"/places/{BIRMINGHAM}")
    assert [row["body_id"] for row in rows] == [item["body_id"] for item in place["covers"]]
    assert [row["since"] for row in rows] == [as_cell(item["since"]) for item in place["covers"]]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/layers?as_at=2014-04-01", "layers_2014-04-01.csv"),
        ("/bodies?", "bodies_all_2017-12-01.csv"),
        ("/bodies?layer=lep&fallen=true", "bodies_lep_with_fallen_2017-12-01.csv"),
        (f"/bodies/{BLACK_COUNTRY}?", f"body_{BLACK_COUNTRY}_2017-12-01.csv"),
        (f"/places/{BIRMINGHAM}?", "place_E08000025_2017-12-01.csv"),
        ("/overlaps?a=stp&b=lep&weight=area&min_share=0.25", "overlaps_stp_lep_by_area_min_0.25_2017-12-01.csv"),
    ],
)
def test_a_csv_file_is_named_after_what_and_when(client, address, name):
    answer = client.get(f"/api/v1{address}&format=csv")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize("day", ["2011-01-01", "2018-12-31"])
def test_both_ends_of_the_period_are_answered(get, day):
    assert get("/layers", as_at=day)["as_at"] == day
    assert get("/bodies", as_at=day)["as_at"] == day
    assert get(f"/places/{BIRMINGHAM}", as_at=day)["as_at"] == day
    assert get("/overlaps", a="lep", b="lep", as_at=day)["as_at"] == day
