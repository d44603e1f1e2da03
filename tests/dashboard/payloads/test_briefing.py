"""The briefing's tables on the toy world: what each STP meets, and what it easily misses."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.payloads.briefing import columns, missed_table, stp_table

NOW = date(2017, 12, 1)


def text(cell):
    """What a cell reads."""
    return cell["t"] if isinstance(cell, dict) else cell


def row(toy, name: str) -> dict[str, object]:
    """A row of the table of STPs by the heads of its columns."""
    table = stp_table(toy, NOW)
    heads = [column["label"] for column in table["columns"]]
    cells = next(cells for cells in table["rows"] if cells[0]["t"] == name)
    return dict(zip(heads, cells, strict=True))


@pytest.mark.parametrize(
    ("stp", "finding"),
    [
        # Port holds 300 of North's 800 people, or 37.5%, and North 30% of Port's; Alpha holds all of North, so no one misses it
        (
            "North",
            "One combined authority and one devolution deal. Two LEPs (500 people under two). One easily missed.",
        ),
        # the Alpha deal and Port each hold 700 of South's 3700 people: 18.9%
        ("South", "One combined authority and one devolution deal. Three LEPs. Two easily missed."),
        ("Vale", "One combined authority and no devolution deals. One LEP."),
        ("Thames", "No combined authority or devolution deal. No LEPs."),
    ],
)
def test_the_finding(toy, stp, finding):
    assert row(toy, stp)["Finding"] == finding


def test_south_in_full(toy):
    """Of Alpha's 3500 people 700 of Ash and Dale's 2000 are South's; two districts more are the LEPs' alone."""
    found = row(toy, "South")
    assert found["STP"] == {"t": "South", "h": "/briefing?stp=stp-south&as_at=2017-12-01", "also": "South STP"}
    assert text(found["Combined authorities met"]) == "Alpha (2,700 people: 73% of the STP’s, 77.1% of its own)"
    assert text(found["Devolution deals"]) == "Alpha (implemented)"
    assert text(found["City deals"]) == "Port"
    assert found["Growth Deal money, £m, by people"] == {"t": "not known", "v": None}
    assert (found["LEPs"], found["People under two LEPs"], found["Upper-tier councils"]) == (3, 0, 3)
    assert (found["Universities"], found["Trusts, sourced"], found["Trusts by head office only"]) == (0, 1, 1)
    assert (found["Integrated care system"], found["Leading Places"]) == (None, None)


def test_north_in_full(toy):
    found = row(toy, "North")
    assert (found["LEPs"], found["People under two LEPs"], found["Upper-tier councils"]) == (2, 500, 2)
    assert (found["Universities"], found["Trusts, sourced"], found["Trusts by head office only"]) == (2, 1, 0)
    assert text(found["Integrated care system"]) == "North care"


def test_growth_money_by_people(toy):
    """Vale's 5500 of Coast's 7900 people: 24 x 5500 / 7900 = 16.709 million, shown to two decimals."""
    assert row(toy, "Vale")["Growth Deal money, £m, by people"] == 16.71
    assert text(row(toy, "Vale")["Leading Places"]) == "Vale leaders"


def test_a_cell_of_names_is_text_to_sort_by_and_links_to_show(toy):
    cell = row(toy, "Vale")["Combined authorities met"]
    assert cell["t"] == "Vale (4,000 people: 72.7% of the STP’s, 100% of its own)"
    assert cell["parts"] == [
        {"t": "Vale", "h": "/body/ca-vale"},
        " (4,000 people: 72.7% of the STP’s, 100% of its own)",
    ]


def missed(toy, economic: bool):
    return [
        (text(cells[0]), text(cells[1]), cells[2], cells[3], cells[4], text(cells[5]))
        for cells in missed_table(toy, NOW, economic)["rows"]
    ]


def test_what_is_easily_missed_of_growth_deals_and_leps(toy):
    """Of Coast South has 2400 of 7900 people, under half; of West North has 500 of 1100, and South 600 of 3700 of its own."""
    found = {(item[0], item[2]): item for item in missed(toy, True)}
    assert set(found) == {("North", 500), ("South", 700), ("South", 600), ("South", 2400)}
    _, names, _, of_stp, of_body, districts = found["South", 2400]
    assert set(names.split(", ")) == {"Coast LEP", "Coast Growth Deal"}
    assert (of_stp, of_body) == ({"t": "64.9%", "v": 64.8649}, {"t": "30.4%", "v": 30.3797})
    assert districts == "Cedar, Dale"
    assert found["North", 500][3:5] == ({"t": "62.5%", "v": 62.5}, {"t": "45.5%", "v": 45.4545})


def test_what_is_easily_missed_of_authorities_and_deals(toy):
    """North lies inside Alpha and the Alpha deal, which it can't miss; of Port's 1000 people it has 300."""
    found = {(item[0], item[1]): item[2] for item in missed(toy, False)}
    assert found == {
        ("North", "Port City Deal"): 300,
        ("South", "Alpha Devolution Deal"): 700,
        ("South", "Port City Deal"): 700,
    }


def test_labels_and_captions_say_which_footprints(toy):
    assert missed_table(toy, NOW, True)["label"] == "Easily missed: growth deals and LEPs"
    assert (
        missed_table(toy, NOW, False)["label"] == "Easily missed: combined authorities, devolution deals and city deals"
    )
    numbers = [column["number"] for column in missed_table(toy, NOW, True)["columns"]]
    assert numbers == [False, False, True, True, True, False]


def test_links_go_to_the_same_day(toy):
    cells = missed_table(toy, date(2018, 1, 1), True)["rows"][0]
    assert cells[0]["h"].endswith("&as_at=2018-01-01")
    assert cells[1]["parts"][0]["h"].endswith("?as_at=2018-01-01")
    assert cells[5]["parts"][0]["h"].endswith("?as_at=2018-01-01")


def test_columns():
    assert columns([("A", True), ("B", False)]) == [{"label": "A", "number": True}, {"label": "B", "number": False}]
