"""The tables of one body's page and of one place's."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.export.order import CannotExportError
from tests.dashboard.export.tables.ask import ORIGIN, by, sheet
from tests.layers.toy import code

VALESHIRE = "E10000001"


def test_districts_of_a_body(toy):
    assert list(sheet(toy, "body-districts", body="ca-alpha").rows) == [
        ("Ash", 1.0, "constituent", "yes", code("A")),
        ("Birch", 1.0, "constituent", "yes", code("B")),
        ("Dale", 1.0, "constituent", "yes", code("D")),
        ("Cedar", None, "non-constituent", "no", code("C")),
    ]
    assert list(sheet(toy, "body-districts", body="stp-north").rows) == [
        ("Birch", 1.0, "member", "yes", code("B")),
        ("Ash", 0.3, "member", "yes", code("A")),
    ]


def test_districts_of_a_bid_and_of_nowhere(toy):
    bid = sheet(toy, "body-districts", body="deal-bid")
    assert list(bid.rows) == [("Elm", None, "invited", "no", code("E")), ("Fir", None, "invited", "no", code("F"))]
    nowhere = sheet(toy, "body-districts", body="lis-nowhere")
    assert (list(nowhere.rows), nowhere.notes) == ([], ("Its area is not in the data.",))
    assert sheet(toy, "body-districts", body="ca-alpha").notes == ()


def test_partners_of_a_body(toy):
    """Elm's 4000 people are in Coast (7900), Vale STP (5500), Coast's growth deal and the Vale leaders (5500)."""
    labels = (
        "Body",
        "People in both",
        "Of this body",
        "Of the other",
        "Match",
        "Universities in both",
        "NHS trusts in both",
    )
    assert by(sheet(toy, "body-partners", body="ca-vale"), *labels) == [
        ("Coast LEP", 4000, 1.0, 0.506329, "inside", 0, 0),
        ("Vale STP", 4000, 1.0, 0.727273, "inside", 0, 0),
        ("Coast Growth Deal", 4000, 1.0, 0.506329, "inside", 0, 0),
        ("Vale leaders", 4000, 1.0, 0.727273, "inside", 0, 0),
    ]


def test_institutions_in_both(toy):
    """In North and Alpha stand both universities and the hospitals of Ash and Birch; in South and Alpha that of Dale."""
    labels = ("Body", "Universities in both", "NHS trusts in both")
    rows = by(sheet(toy, "body-partners", body="ca-alpha"), *labels)
    assert ("North STP", 2, 2) in rows
    assert ("South STP", 0, 1) in rows


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("lis-nowhere", ("Its area is not in the data.",)),
        ("deal-gone", ("Not counted, as it is not in force on this day.",)),
        ("ca-vale", ()),
    ],
)
def test_why_a_body_has_no_partners(toy, body, note):
    found = sheet(toy, "body-partners", body=body)
    assert found.notes == note
    assert bool(found.rows) == (not note)


def test_deals_of_a_body_and_of_one_that_leads_them(toy):
    coast = [
        ("Coast Growth Deal", "Coast Growth Deal", "round of 2017", "signed", "9 March 2017", 24, "", ""),
        ("Coast Growth Deal", "Old Growth Deal", "round of 2014", "signed", "7 July 2014", 5, "", "of a LEP since merged; not added"),
        ("Coast Growth Deal", "Old Growth Deal", "round of 2015", "signed", "29 January 2015", 6, "", "of a LEP since merged; not added"),
    ]  # fmt: skip
    assert list(sheet(toy, "body-deals", body="lep-coast").rows) == coast
    assert list(sheet(toy, "body-deals", body="growth-deal-coast").rows) == coast
    assert [row[0] for row in sheet(toy, "body-deals", body="ca-alpha").rows] == ["Alpha Devolution Deal"]
    assert list(sheet(toy, "body-deals", body="stp-north").rows) == []
    assert sheet(toy, "body-deals", body="leading-vale").rows[0][5] is None, "a programme has no money to know of"


def test_institutions_in_a_body(toy):
    found = sheet(toy, "body-institutions", body="stp-north")
    assert [row[0] for row in found.rows] == ["Ash University", "Birch University", "Ash Hospital", "Birch Hospital"]


def test_a_body_on_its_day(toy):
    found = sheet(toy, "body-districts", body="stp-union", as_at="2018-04-01")
    assert (found.title, found.address) == ("Union STP: districts", f"{ORIGIN}/body/stp-union?as_at=2018-04-01")
    with pytest.raises(CannotExportError, match="Union STP is not in being on 1 December 2017"):
        sheet(toy, "body-districts", body="stp-union")
    for query in ({}, {"body": "nobody"}):
        with pytest.raises(CannotExportError, match="no body with this name"):
            sheet(toy, "body-districts", **query)


def test_who_decides_in_a_place(toy):
    labels = (
        "Body",
        "Share of the people here",
        "Role",
        "Since",
        "Elected mayor since",
        "Status of the latest agreement",
    )
    mayor = date(2017, 5, 8)
    assert by(sheet(toy, "place-deciders", place=code("D")), *labels) == [
        ("Alpha Combined Authority", 1.0, "constituent", date(2016, 7, 1), mayor, None),
        ("Coast LEP", 1.0, "member", date(2017, 4, 1), None, None),
        ("South STP", 1.0, "member", "not known", None, None),
        ("Coast Growth Deal", 1.0, "member", None, None, "signed, announced 9 March 2017"),
    ]


def test_an_associate_is_not_counted_and_has_no_mayor(toy):
    labels = ("Body", "Share of the people here", "Role", "Elected mayor since")
    rows = by(sheet(toy, "place-deciders", place=code("C")), *labels)
    assert ("Alpha Combined Authority", "associate, not counted", "non-constituent", None) in rows


def test_a_county_in_part(toy):
    """Elm's 4000 of Valeshire's 5500 people are in Vale Combined Authority, since the day it began."""
    labels = ("Body", "Share of the people here", "Since")
    rows = by(sheet(toy, "place-deciders", place=VALESHIRE), *labels)
    assert rows[0] == ("Vale Combined Authority", 0.727273, date(2016, 4, 1))


def test_who_a_place_shares_its_bodies_with(toy):
    rows = by(sheet(toy, "place-shared", place=code("B")), "Body", "Other districts", "Also covers")
    assert ("North STP", 1, "Ash (30% of its people)") in rows
    assert ("West LEP", 1, "Cedar (60% of its people)") in rows
    assert ("Alpha Combined Authority", 2, "Ash, Dale") in rows
    assert ("Birch rates pilot", 0, "nowhere else") in rows


def test_deals_over_a_place(toy):
    labels = ("Deal", "Share of the people here", "Amount, £m", "Note")
    merged = "of a LEP since merged; not added"
    assert by(sheet(toy, "place-deals", place=code("C")), *labels) == [
        ("Coast Growth Deal", 0.4, 24, ""),
        ("Coast Growth Deal", 0.4, 5, merged),
        ("Coast Growth Deal", 0.4, 6, merged),
        ("West Growth Deal", 0.6, 11, ""),
        ("West Growth Deal", 0.6, 22, ""),
    ]


def test_institutions_of_a_place(toy):
    """Points of small areas: Ash's eastern strip is at 417.5 km, Birch's point at 430, on one northing: 12.5 km."""
    labels = ("Institution", "Where", "Kilometres away")
    assert by(sheet(toy, "place-institutions", place=code("A")), *labels) == [
        ("Ash University", "inside", None),
        ("Ash Hospital", "inside", None),
        ("Birch Hospital", "within 20 km", 12.5),
        ("Birch University", "within 20 km", 12.5),
    ]


def test_figures_of_a_county_are_the_range_of_its_districts(toy):
    labels = ("Measure", "Here, lowest", "Here, highest", "Districts with a value", "Middle district, East Midlands")
    assert by(sheet(toy, "place-figures", place=VALESHIRE), *labels) == [
        ("Deprivation", 50, 60, "2 of 2", 55),
        ("Population", 5500, 5500, "2 of 2", 2750),
        ("Deprivation rank", 2, 3, "2 of 2", 2.5),
        ("Output per head", 30_000, 30_000, "2 of 2", 30_000),
        ("Weekly pay", "not available", "not available", "0 of 2", "not available"),
        ("Employment", 60, 65, "2 of 2", 62.5),
        ("Research", 5, 5, "1 of 2", 5),
        ("Income change", 7, 9, "2 of 2", 8),
        ("New firms", 33, 33, "2 of 2", 33),
    ]


def test_what_changed_in_a_place(toy):
    rows = list(sheet(toy, "place-changes", place=code("D")).rows)
    assert [row[:2] for row in rows] == [
        (date(2015, 11, 23), "23 November 2015"),
        (date(2016, 7, 1), "1 July 2016"),
        (date(2016, 9, 8), "8 September 2016"),
        (date(2017, 4, 1), "1 April 2017"),
        (date(2017, 4, 1), "1 April 2017"),
        (date(2017, 5, 8), "8 May 2017"),
    ]
    assert [row[2] for row in rows] == [
        "Gone Devolution Deal: announced.",
        "Joined Alpha Combined Authority.",
        "Gone Devolution Deal: withdrawn.",
        "Joined Coast LEP.",
        "Old LEP ended.",
        "Alpha Combined Authority: first elected mayor took office.",
    ]


def test_places_side_by_side(toy):
    found = sheet(toy, "place-comparison", place=code("E"), with_=f"{code('F')},{code('C')}")
    rows = {row[0]: row[1:] for row in found.rows}
    assert found.title == "Elm, Fir and Cedar, side by side"
    assert rows["Combined authorities"] == (None, "Vale", None, "Alpha (associate)")
    assert rows["Local enterprise partnerships (LEPs)"] == (None, "Coast", "Coast", "Coast (40%), West (60%)")
    assert rows["City deals"] == (None, None, None, None)
    assert rows["Deprivation"] == ("2015", 50, 60, 30)
    assert rows["Weekly pay"] == ("April 2017", "not available", "not available", 99.95)
    county = {row[0]: row[1:] for row in sheet(toy, "place-comparison", place=VALESHIRE, with_=code("A")).rows}
    assert county["Employment"] == ("2017", "60.0% to 65.0%", 70)
    assert county["Population"] == ("mid-2017", 5500, 1000)
    assert found.address == f"{ORIGIN}/place/{code('E')}?with={code('F')},{code('C')}"


def test_a_comparison_needs_another_place_and_a_table_a_place(toy):
    with pytest.raises(CannotExportError, match="up to three other places"):
        sheet(toy, "place-comparison", place=code("E"))
    for query in ({}, {"place": "E07999999"}):
        with pytest.raises(CannotExportError, match="no district or county"):
            sheet(toy, "place-figures", **query)


def test_events_of_the_timeline(toy):
    found = sheet(toy, "timeline-events")
    assert [row[0] for row in found.rows] == [date(2017, 11, 22)]
    assert found.rows[0][2] == "A budget"
