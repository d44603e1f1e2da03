"""What each page's tables hold: the figures of the API, of the layers, and some facts known from elsewhere."""

from __future__ import annotations

from datetime import datetime

import pytest

from dashboard.api.rows import body_rows, place_record
from dashboard.export.makers import make
from dashboard.export.order import Order
from layers.briefing import easily_missed
from layers.briefing_roles import roles
from layers.patchwork import layer_coverages
from layers.words import numbers
from tests.dashboard.export.workbooks import BATH, ORIGIN, read_csv, table

HERTS = "stp-hertfordshire-and-west-essex"


def test_the_districts_of_the_map(real):
    found = table(real, "map-districts", layers="combined_authority,stp", fallen="1")
    assert len(found.rows) == 326
    assert found.column("District") == sorted(found.column("District"), key=str.casefold)
    birmingham = dict(zip(found.columns, next(row for row in found.rows if row[0] == "Birmingham"), strict=True))
    assert birmingham["STP footprints"] == "Birmingham and Solihull, 84.5%; Black Country, 15.5%"
    assert birmingham["Combined authorities"] == "West Midlands"
    measure = next(label for label in found.columns if label.startswith("Index of Multiple Deprivation 2015"))
    assert birmingham[measure] == real.measures["imd2015_average_score"].values["E08000025"]
    bassetlaw = next(row for row in found.rows if row[0] == "Bassetlaw")
    assert "Sheffield City Region, associate" in bassetlaw
    assert "Fallen deals and bids: shown." in found.header


def test_a_measure_without_a_value_is_not_available_never_nought(real):
    found = table(real, "map-districts", measure="growth_deal_per_head", as_at="2014-01-01")
    label = next(label for label in found.columns if label.startswith("Growth Deal money per head"))
    assert set(found.column(label)) == {numbers.NOT_AVAILABLE}
    without = table(real, "map-districts", measure="none", layers="none")
    assert without.columns == ["District", "County or council", "Region", "People, mid-2017", "Code"]


def test_the_map_pages_own_key_of_the_same_name_is_no_hindrance(real):
    given = {"table": ["map-bodies", "institutions"], "layers": "stp"}
    found = read_csv(make(real, Order("table", "csv", given, ORIGIN)).content)
    assert len(found.rows) == 44
    assert f"This view: {ORIGIN}/?layers=stp&table=institutions" in found.header


def test_the_bodies_of_the_map_are_those_of_the_api(real):
    found = table(real, "map-bodies", layers="combined_authority,lep,stp,growth_deal")
    people = dict(zip(found.column("Id"), found.column("People, mid-2017"), strict=True))
    snapshot = real.as_at()
    layers = ("combined_authority", "lep", "stp", "growth_deal")
    expected = {row["id"]: row["people"] for layer in layers for row in body_rows(snapshot, layer)}
    assert people == expected
    assert "Money announced" in found.columns
    fallen = table(real, "map-bodies", layers="devolution_deal", fallen="1")
    assert "not counted" in fallen.column("People, mid-2017")
    nothing = table(real, "map-bodies", layers="none")
    assert nothing.rows == []


def test_institutions_of_the_map(real):
    found = table(real, "map-institutions")
    points = [item for item in real.institutions.values() if item.layer in ("university", "nhs_trust")]
    assert len(found.rows) == len(points)
    students = dict(zip(found.column("Id"), found.column("Students"), strict=True))
    unknown = next((item for item in points if item.layer == "university" and item.students is None), None)
    assert unknown is None or students[unknown.id] == numbers.NOT_KNOWN
    assert students["trust-RXE"] is None


def test_the_coverage_is_that_of_the_layers(real):
    found = table(real, "patchwork-coverage", layers="combined_authority,lep", region="E12000003")
    expected = layer_coverages(real.as_at(), ("combined_authority", "lep"), "E12000003")
    assert [row[1:4] for row in found.rows] == [[item.none, item.one, item.more] for item in expected]
    assert "Region: Yorkshire and The Humber." in found.header


@pytest.mark.parametrize("colour", ["bundle", "bodies", "splits", "stps", "leps"])
def test_the_legend_counts_everyone_once(real, colour):
    found = table(real, "patchwork-legend", colour=colour)
    assert sum(found.column("People, mid-2017")) == int(real.parts.people.sum())


def test_every_part_of_a_district_has_its_bundle(real):
    found = table(real, "patchwork-districts")
    assert sum(found.column("People, mid-2017")) == int(real.parts.people.sum())
    birmingham = [row for row in found.rows if row[0] == "Birmingham"]
    assert [row[1] for row in birmingham] == ["1 of 2", "2 of 2"]
    assert sum(row[5] for row in birmingham) == pytest.approx(1)
    assert {row[found.columns.index("STP footprints")] for row in birmingham} == {
        "Birmingham and Solihull",
        "Black Country",
    }


def test_every_stp_and_the_people_under_two_leps(real):
    found = table(real, "briefing-stps")
    assert len(found.rows) == 44
    under = dict(zip(found.column("STP"), found.column("People under two LEPs"), strict=True))
    assert under["Herts and West Essex"] == 201_409
    money = found.column("Growth Deal money, £m, by people")
    assert numbers.NOT_KNOWN in money
    assert all(isinstance(value, float | int) for value in money if value != numbers.NOT_KNOWN)
    assert found.column("Combined authorities met")[
        found.column("STP").index("Bath, Swindon and Wiltshire")
    ].startswith("West of England (188,678 people: 20.7% of the STP’s")


def test_what_is_easily_missed_has_the_shares_of_the_layers(real):
    found = table(real, "briefing-missed")
    expected = easily_missed(real.as_at(), roles(real).powers)
    assert found.column("Of the STP’s people") == pytest.approx([item.share_of_stp for item in expected], abs=1e-6)
    assert found.column("Of its own") == pytest.approx([item.share_of_body for item in expected], abs=1e-6)
    assert found.column("People in both") == [item.people for item in expected]


def test_the_brief_of_bath(real):
    assert table(real, "brief-authorities").rows == [
        ["West of England Combined Authority", 188678, 0.207091, 0.203546, datetime(2017, 5, 8), "ca-west-of-england"]
    ]
    before = table(real, "brief-authorities", as_at="2017-04-01")
    assert before.column("Mayor since") == ["none on this day"]
    assert sum(table(real, "brief-councils").column("People in both")) == real.as_at().by_id[BATH].people
    deals = table(real, "brief-deals")
    assert numbers.NOT_KNOWN in deals.column("Amount, £m")
    assert 900 in deals.column("Amount, £m")
    herts = table(real, "brief-leps", stp=HERTS)
    assert sum(herts.column("People in both")) - real.as_at().by_id[HERTS].people == 201_409


def test_the_body_page(real):
    districts = table(real, "body-districts", body="stp-the-black-country")
    assert dict(zip(districts.column("District"), districts.column("Share of its people"), strict=True))[
        "Birmingham"
    ] == pytest.approx(0.1546, abs=0.0001)
    partners = table(real, "body-partners", body=BATH)
    west = next(row for row in partners.rows if row[1] == "West of England Combined Authority")
    assert west[2:6] == [188678, 0.207091, 0.203546, "crosses"]
    fell = next(body for body in real.as_at().by_id.values() if body.standing == "fallen" and body.parts)
    fallen = table(real, "body-partners", body=fell.id)
    assert fallen.rows == []
    assert "Not counted, as it is not in force on this day." in fallen.header


def test_the_place_page_has_what_the_api_has(real):
    found = table(real, "place-deciders")
    record = place_record(real.as_at(), "E07000171")
    assert found.column("Id") == [cover["body_id"] for cover in record["covers"]]
    shares = ["associate, not counted" if row["share"] is None else row["share"] for row in record["covers"]]
    assert found.column("Share of the people here") == shares
    figures = table(real, "place-figures")
    assert figures.column("Here, lowest")[0] == record["measures"][0]["value"]
    county = table(real, "place-figures", place="E10000019")
    assert county.column("Here, lowest") != county.column("Here, highest")
    assert table(real, "place-comparison").columns[2:] == ["Bassetlaw", "Lincolnshire", "Manchester"]


def test_the_timeline_by_subject(real):
    assert len(table(real, "timeline-events").rows) == len(real.events)
    nhs = table(real, "timeline-events", subject="nhs")
    assert set(nhs.column("Subject")) == {"NHS"}
    assert isinstance(nhs.rows[0][0], datetime)
