"""The patchwork's, the briefing's and an STP's brief's tables."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.export.order import CannotExportError
from tests.dashboard.export.tables.ask import by, kinds, sheet
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")

MAIN = {"layers": "combined_authority,lep,stp"}


def test_coverage(toy):
    """Authorities hold 3500 + 4000 of 18,000 people; an associate is not reached."""
    assert list(sheet(toy, "patchwork-coverage", **MAIN).rows) == [
        ("Combined authorities", 10_500, 7500, 0, "Cedar, Fir, Lime"),
        ("Local enterprise partnerships (LEPs)", 8000, 9500, 500, "Lime"),
        ("STP footprints", 0, 18_000, 0, "none"),
    ]


def test_coverage_of_a_region(toy):
    found = sheet(toy, "patchwork-coverage", **MAIN, region="E12000004")
    assert found.rows[0] == ("Combined authorities", 1500, 4000, 0, "Fir")
    assert found.filters[1] == ("Region", "East Midlands")
    assert sheet(toy, "patchwork-coverage", **MAIN).filters[1] == ("Region", "England")


def test_legend(toy):
    found = sheet(toy, "patchwork-legend", layers="stp")
    assert list(found.rows) == [
        ("Thames STP", 8000, "one district"),
        ("Vale STP", 5500, "two districts"),
        ("South STP", 3700, "two districts and part of one"),
        ("North STP", 800, "one district and part of one"),
    ]
    assert found.columns[0].label == "Bundle"
    assert sheet(toy, "patchwork-legend", **MAIN, colour="bodies").columns[0].label == "Number"


def test_districts_and_their_bundles(toy):
    """STP lines run through Ash, LEP lines through Cedar; Vale Combined Authority has one of Valeshire's two districts."""
    stp, lep, authority = "STP footprints", "Local enterprise partnerships (LEPs)", "Combined authorities"
    north, south = "Alpha combined authority, East LEP, North STP", "Alpha combined authority, East LEP, South STP"
    assert list(sheet(toy, "patchwork-districts", **MAIN).rows) == [
        ("Ash", "1 of 2", "Ash", "North East", 300, 0.3, "Alpha", "East", "North", 3, 1, stp, 2, 1, north, code("A")),
        ("Ash", "2 of 2", "Ash", "North East", 700, 0.7, "Alpha", "East", "South", 3, 1, stp, 2, 1, south, code("A")),
        ("Birch", None, "Birch", "North East", 500, 1, "Alpha", "East, West", "North", 4, 0, "none", 1, 2, "Alpha combined authority, East LEP, West LEP, North STP", code("B")),
        ("Cedar", "1 of 2", "Cedar", "North East", 400, 0.4, None, "Coast", "South", 2, 1, lep, 1, 2, "Coast LEP, South STP", code("C")),
        ("Cedar", "2 of 2", "Cedar", "North East", 600, 0.6, None, "West", "South", 2, 1, lep, 1, 2, "West LEP, South STP", code("C")),
        ("Dale", None, "Dale", "North East", 2000, 1, "Alpha", "Coast", "South", 3, 0, "none", 1, 1, "Alpha combined authority, Coast LEP, South STP", code("D")),
        ("Elm", None, "Valeshire", "East Midlands", 4000, 1, "Vale", "Coast", "Vale", 3, 1, authority, 1, 1, "Vale combined authority, Coast LEP, Vale STP", code("E")),
        ("Fir", None, "Valeshire", "East Midlands", 1500, 1, None, "Coast", "Vale", 2, 1, authority, 1, 1, "Coast LEP, Vale STP", code("F")),
        ("Lime", None, "Lime", "London", 8000, 1, None, None, "Thames", 1, 0, "none", 1, 0, "Thames STP", code("L")),
    ]  # fmt: skip


def test_a_part_of_no_body_says_so(toy):
    rows = by(sheet(toy, "patchwork-districts", layers="combined_authority"), "District", "Number of bodies", "Bundle")
    assert ("Lime", 0, "None of these layers") in rows


def test_stps_take_values_where_cells_have_them(toy):
    found = sheet(toy, "briefing-stps")
    heads = ("STP", "Growth Deal money, £m, by people", "LEPs", "People under two LEPs")
    assert by(found, *heads) == [
        ("North", "not known", 2, 500),
        ("South", "not known", 3, 0),
        ("Thames", None, 0, 0),
        ("Vale", 16.71, 1, 0),
    ]
    assert kinds(found)["Growth Deal money, £m, by people"] == "money"
    assert (kinds(found)["LEPs"], kinds(found)["Finding"]) == ("number", "text")


def test_easily_missed_shares_are_fractions(toy):
    found = sheet(toy, "briefing-missed-economic")
    (coast,) = (row for row in found.rows if row[2] == 2400)
    assert (coast[0], *coast[2:]) == ("South", 2400, 0.648649, 0.303797, "Cedar, Dale")
    assert kinds(found)["Of the STP’s people"] == kinds(found)["Of its own"] == "percent"
    assert {row[0] for row in sheet(toy, "briefing-missed").rows} == {"North", "South"}


def test_authorities_of_an_stp(toy):
    """Of Alpha's 3500 people South has 700 of Ash and Dale's 2000."""
    assert list(sheet(toy, "brief-authorities", stp="stp-south").rows) == [
        ("Alpha Combined Authority", 2700, 0.72973, 0.771429, date(2017, 5, 8), "ca-alpha")
    ]
    assert sheet(toy, "brief-authorities", stp="stp-vale").rows[0][4] == "none on this day"
    before = sheet(toy, "brief-authorities", stp="stp-south", as_at="2017-05-07").rows[0]
    on = sheet(toy, "brief-authorities", stp="stp-south", as_at="2017-05-08").rows[0]
    assert (before[4], on[4]) == ("none on this day", date(2017, 5, 8))


def test_leps_and_councils_of_an_stp(toy):
    assert list(sheet(toy, "brief-leps", stp="stp-south").rows) == [
        ("Coast LEP", 2400, 0.648649, 0.303797, "lep-coast"),
        ("East LEP", 700, 0.189189, 0.466667, "lep-east"),
        ("West LEP", 600, 0.162162, 0.545455, "lep-west"),
    ]
    assert list(sheet(toy, "brief-councils", stp="stp-south").rows) == [
        ("Dale", 2000, 0.540541, code("D")),
        ("Cedar", 1000, 0.27027, code("C")),
        ("Ash", 700, 0.189189, code("A")),
    ]
    assert [row[0] for row in sheet(toy, "brief-councils", stp="stp-vale").rows] == ["Valeshire"]


def test_deals_of_an_stp(toy):
    deal = ("Alpha Devolution Deal", "1", "implemented", "2 October 2015", 30, "a year for 30 years", "")
    port = ("Port City Deal", "wave 2", "signed", "17 January 2014", "not known", "", "")
    assert list(sheet(toy, "brief-deals", stp="stp-south").rows) == [
        ("Alpha Devolution Deal", 0.189189, *deal),
        ("Port City Deal", 0.189189, *port),
    ]


def test_what_an_stp_easily_misses_and_its_institutions(toy):
    rows = by(sheet(toy, "brief-missed", stp="stp-south"), "Easily missed", "People in both", "Districts")
    assert rows == [
        ("Alpha Devolution Deal", 700, "Ash"),
        ("Port City Deal", 700, "Ash"),
        ("Coast Growth Deal, Coast LEP", 2400, "Cedar, Dale"),
        ("East Growth Deal, East LEP", 700, "Ash"),
        ("West Growth Deal, West LEP", 600, "Cedar"),
    ]
    placed = by(sheet(toy, "brief-institutions", stp="stp-south"), "Institution", "Placed by")
    assert placed == [("Birch Hospital", "a source"), ("Dale Hospital", "head office only")]
    north = by(sheet(toy, "brief-institutions", stp="stp-north"), "Institution", "Placed by")
    assert north == [
        ("Ash University", "head office"),
        ("Birch University", "head office"),
        ("Ash Hospital", "a source"),
    ]


def test_a_brief_needs_an_stp_in_being(toy):
    with pytest.raises(CannotExportError, match="Name an STP"):
        sheet(toy, "brief-leps")
    with pytest.raises(CannotExportError, match="Union STP is not in being on 1 December 2017"):
        sheet(toy, "brief-leps", stp="stp-union")
