"""The map page's tables: districts with the bodies over them, bodies, institutions, figures."""

from __future__ import annotations

import pytest

from dashboard.export.order import CannotExportError
from tests.dashboard.export.tables.ask import by, kinds, sheet
from tests.layers.toy import code


def test_districts_with_the_measure_and_the_bodies_over_them(toy):
    found = sheet(toy, "map-districts", layers="stp,lep")
    assert list(found.rows) == [
        ("Ash", "Ash", "North East", 1000, 10, "East", "North, 30%; South, 70%", code("A")),
        ("Birch", "Birch", "North East", 500, 20, "East; West", "North", code("B")),
        ("Cedar", "Cedar", "North East", 1000, 30, "Coast, 40%; West, 60%", "South", code("C")),
        ("Dale", "Dale", "North East", 2000, 40, "Coast", "South", code("D")),
        ("Elm", "Valeshire", "East Midlands", 4000, 50, "Coast", "Vale", code("E")),
        ("Fir", "Valeshire", "East Midlands", 1500, 60, "Coast", "Vale", code("F")),
        ("Lime", "Lime", "London", 8000, "not available", "", "Thames", code("L")),
    ]
    assert [column.label for column in found.columns] == [
        "District", "County or council", "Region", "People, mid-2017", "Deprivation (score, 2015)",
        "Local enterprise partnerships (LEPs)", "STP footprints", "Code",
    ]  # fmt: skip
    assert found.notes == ("Deprivation: Deprivation source.",)
    assert found.filters == (("Layers", "Local enterprise partnerships (LEPs), STP footprints"),)


def test_associates_fallen_deals_and_bids_over_a_district(toy):
    found = sheet(toy, "map-districts", layers="combined_authority,devolution_deal", fallen="1", measure="none")
    over = {row[0]: row[4:6] for row in found.rows}
    assert over["Cedar"] == ("Alpha, associate", "Gone (fallen)")
    assert over["Elm"] == ("Vale", "Bid (bid)")
    assert over["Lime"] == ("", "")
    assert ("Fallen deals and bids", "shown") in found.filters
    without = sheet(toy, "map-districts", layers="combined_authority,devolution_deal", measure="none")
    assert {row[0]: row[5] for row in without.rows}["Cedar"] == ""
    assert without.notes == ()


def test_growth_money_by_district(toy):
    found = sheet(toy, "map-districts", measure="growth_deal_per_head", layers="none")
    label = "Growth Deal money per head (£ per head, rounds announced by the day shown)"
    values = dict(by(found, "District", label))
    assert {name for name, value in values.items() if value == "not available"} == {"Ash", "Birch", "Lime"}
    assert values["Cedar"] == pytest.approx(19215.19, abs=0.05)
    assert [values[name] for name in ("Dale", "Elm", "Fir")] == pytest.approx([3037.97] * 3, abs=0.05)
    assert found.filters == (("Layers", "none"),)


@pytest.mark.parametrize(
    ("measure", "values", "note"),
    [
        ("imd2015_rank_average_score", [7, 6, 5, 4, 3, 2, 1], ""),
        ("median_weekly_pay_full_time_2017", [400, 410.5, 99.95, 450, *["not available"] * 3], ""),
        ("gva_per_head_itl3_2017", [20000] * 4 + [30000] * 2 + [50000], "One value for a whole ITL3 sub-region"),
    ],
)
def test_values_of_a_measure(toy, measure, values, note):
    found = sheet(toy, "map-districts", measure=measure, layers="none")
    assert [row[4] for row in found.rows] == values
    assert any(said.startswith(note) for said in found.notes)
    assert (len(found.notes) == 2) == bool(note)


def test_bodies(toy):
    asked = "combined_authority,devolution_deal,local_industrial_strategy"
    found = sheet(toy, "map-bodies", layers=asked, fallen="1")
    deal, authority = "Devolution deal", "Combined authority"
    assert list(found.rows) == [
        ("Alpha Combined Authority", authority, "since 1 April 2014", 3500, 3, "Ash, Birch, Dale, Cedar (associate)", "ca-alpha"),
        ("Alpha Devolution Deal", deal, "implemented; announced 2 October 2015", 1500, 2, "Ash, Birch", "deal-alpha"),
        ("Bid Devolution Deal", deal, "not agreed; announced 4 September 2015", "not counted", 2, "Elm, Fir", "deal-bid"),
        ("Gone Devolution Deal", deal, "withdrawn; announced 23 November 2015", "not counted", 2, "Cedar, Dale", "deal-gone"),
        ("Strategy of nowhere", "Local industrial strategy", "in preparation; announced 1 November 2017", "area not known", 0, "area not known", "lis-nowhere"),
        ("Vale Combined Authority", authority, "since 1 April 2016", 4000, 1, "Elm", "ca-vale"),
    ]  # fmt: skip


def test_bodies_with_money_and_parts_of_districts(toy):
    found = sheet(toy, "map-bodies", layers="growth_deal,lep")
    heads = ("Body", "Money announced", "Districts", "Which districts")
    rows = by(found, *heads)
    assert ("West Growth Deal", "£33m, £30,000 a head", 2, "Birch, Cedar (60%)") in rows
    assert ("East Growth Deal", "not known for every round", 2, "Ash, Birch") in rows
    assert ("West LEP", None, 2, "Birch, Cedar (60%)") in rows
    assert "Money announced" not in kinds(sheet(toy, "map-bodies", layers="lep"))


def test_institutions(toy):
    found = sheet(toy, "map-institutions", layers="university,nhs_trust,stp")
    assert list(found.rows) == [
        ("Ash Hospital", "acute", "Ash", None, "", "trust-RAA"),
        ("Ash University", "university", "Ash", 900, "2017/18", "university-10000001"),
        ("Birch Hospital", "acute", "Birch", None, "", "trust-RBB"),
        ("Birch University", "university", "Birch", 70, "2018/19", "university-10000002"),
        ("Dale Hospital", "acute", "Dale", None, "", "trust-RDD"),
        ("Lime College", "university", "Lime", "not known", "", "university-10000003"),
    ]
    assert found.filters == (("Layers", "Universities, NHS trusts"),)
    assert len(sheet(toy, "map-institutions", layers="nhs_trust").rows) == 3


def test_figures_of_a_district_beside_the_middle_districts(toy):
    """Middles: of England's values, and of those of Ash, Birch, Cedar and Dale in the North East."""
    found = sheet(toy, "map-figures", select=code("A"))
    assert list(found.rows) == [
        ("Deprivation", "2015", "district", "score", 10, 35, 25),
        ("Population", "mid-2017", "district", "persons", 1000, 1500, 1000),
        ("Deprivation rank", "2015", "district", "rank, 1 = most deprived", 7, 4, 5.5),
        ("Output per head", "2017", "ITL3 value", "pounds", 20000, 20000, 20000),
        ("Weekly pay", "April 2017", "district", "pounds", 400, 405.25, 405.25),
        ("Employment", "2017", "district", "per cent", 70, 72.5, 73.75),
        ("Research", "2017", "ITL2 value", "euros", 12.34, 8.67, 12.34),
        ("Income change", "2017", "district", "pounds", -12.5, 5, -4.75),
        ("New firms", "2017", "upper tier value", "count", 1234, 33, 1234),
    ]
    assert isinstance(found.rows[1][4], int), "a count is whole"
    assert isinstance(found.rows[0][4], float)
    assert found.columns[-1].label == "Middle district, North East"
    assert by(sheet(toy, "map-figures", select=code("L")), "Measure", "Here")[0] == ("Deprivation", "not available")


def test_figures_need_a_district(toy):
    for select in ({}, {"select": "stp-north"}):
        with pytest.raises(CannotExportError, match="Select a district"):
            sheet(toy, "map-figures", **select)


def test_the_address_and_the_day_go_along(toy):
    found = sheet(toy, "map-bodies", layers="stp", as_at="2018-04-01")
    assert found.address == "https://toy.example/?layers=stp&as_at=2018-04-01"
    assert found.day.isoformat() == "2018-04-01"
    assert "Union STP" in [row[0] for row in found.rows]
    with pytest.raises(CannotExportError):
        sheet(toy, "map-bodies", layers="canals")
