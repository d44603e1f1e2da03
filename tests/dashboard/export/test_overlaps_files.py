"""The overlaps of two layers as a workbook and as CSV: the figures of the API, in the order of the page."""

from __future__ import annotations

import pytest

from dashboard.export.makers import make
from dashboard.export.order import CannotExportError, Order
from dashboard.payloads.overlaps import pair_payload
from layers.overlaps.frame import overlap_rows
from layers.overlaps.pairs import layer_pair
from tests.dashboard.export.workbooks import Read, read_csv, read_tabs
from tests.dashboard.pairs import cells_of

ORIGIN = "http://127.0.0.1:8050"
KEYS = (
    "a_name", "b_name", "people", "share_of_a", "share_of_b", "match", "area_km2",
    "districts", "districts_whole", "districts_part", "a_id", "b_id",
)  # fmt: skip


def workbook(land, **query: str) -> dict[str, Read]:
    return read_tabs(make(land, Order("overlaps", "xlsx", query, ORIGIN)).content)


def pairs(land, **query: str) -> Read:
    return read_csv(make(land, Order("overlaps", "csv", query, ORIGIN)).content)


@pytest.mark.parametrize(
    ("a", "b", "weight", "day"),
    [
        ("stp", "combined_authority", "people", "2017-12-01"),
        ("stp", "lep", "area", "2017-12-01"),
        ("lep", "lep", "people", "2017-12-01"),
        ("growth_deal", "stp", "districts", "2018-06-01"),
        ("business_rates_pilot", "leading_places", "people", "2018-12-31"),
    ],
)
def test_the_pairs_are_those_of_the_api(real, a, b, weight, day):
    expected = [[row[key] for key in KEYS] for row in overlap_rows(real.as_at(day), a, b, weight, 0.0)]
    query = {"a": a, "b": b, "weight": weight, "as_at": day}
    assert expected
    assert workbook(real, **query)["Pairs"].rows == expected
    assert pairs(real, **query).rows == [[str(value) for value in row] for row in expected]


def test_the_four_sheets_and_what_every_header_carries(real):
    found = workbook(real, b="lep", as_at="2016-03-15")
    assert list(found) == ["Matrix", "Pairs", "Measures", "Method and sources"]
    for tab in found.values():
        assert "As at 15 March 2016." in tab.header
        assert f"This view: {ORIGIN}/overlaps?b=lep&as_at=2016-03-15" in tab.header
        text = " ".join(tab.header)
        assert "Office for National Statistics" in text
        assert "Open Government Licence v3.0" in text
        assert "do not move with the date" in text


@pytest.mark.parametrize("share_of", ["row", "column"])
def test_the_matrix_holds_each_share_once_in_the_pages_order(real, share_of):
    matrix = workbook(real, b="lep", share_of=share_of)["Matrix"]
    payload = pair_payload(real, "stp", "lep", "people", real.as_at().day)
    assert matrix.columns[2:-2] == [body["short"] for body in payload["b"]]
    bodies, totals = matrix.rows[:-3], matrix.rows[-3:]
    assert [row[:2] for row in bodies] == [[body["short"], body["people"]] for body in payload["a"]]
    found = {(i, j): value for i, row in enumerate(bodies) for j, value in enumerate(row[2:-2]) if value is not None}
    expected = {(cell.a, cell.b): cell.of_a if share_of == "row" else cell.of_b for cell in cells_of(payload)}
    assert found == pytest.approx(expected, abs=0.00006)
    assert totals[0][2:-2] == [body["people"] for body in payload["b"]]
    assert [row[-2:] for row in bodies] == [[body["none"], body["many"]] for body in payload["a"]]


def test_known_facts(real):
    leps = workbook(real, b="lep")["Matrix"]
    row = next(row for row in leps.rows if row[0] == "Herts and West Essex")
    assert row[-1] == 201_409
    authorities = workbook(real)["Matrix"]
    bath = next(row for row in authorities.rows if row[0] == "Bath, Swindon and Wiltshire")
    assert round(bath[authorities.columns.index("West of England")], 3) == 0.207
    named = next(row for row in pairs(real).rows if row[0].startswith("Bath, Swindon and Wiltshire"))
    assert round(float(named[3]), 3) == 0.207


def test_filters_leave_out_what_the_page_leaves_out(real):
    found = workbook(real, b="lep", match="crosses", least="50")
    rows = overlap_rows(real.as_at(), "stp", "lep", "people", 0.5)
    expected = [row["a_id"] for row in rows if row["match"] == "crosses"]
    assert 0 < len(expected) < len(rows)
    assert found["Pairs"].column("Id of STP") == expected
    assert {"Only pairs with the match: crosses.", "Larger share at least: 50%."} <= set(found["Pairs"].header)
    assert len(found["Matrix"].rows) == len(set(expected)) + 3


def test_the_measures_are_those_of_the_two_layers(real):
    found = workbook(real, b="lep")["Measures"]
    pair = layer_pair(real.as_at(), "stp", "lep")
    numbers = {(row[0], row[1]): row[2] for row in found.rows}
    assert {row[0] for row in found.rows} == {
        "Shares", "Match words", "Crossing", "Partners", "Seam", "Neat fit", "Cut", "Coverage",
    }  # fmt: skip
    assert numbers["Cut", "people of those STPs"] == pair.people_cut
    assert numbers["Seam", "people outside the main partner"] == int(pair.seam.sum())
    assert numbers["Neat fit", "fraction in the main partner"] == pytest.approx(pair.neat_fit, abs=1e-6)
    words = [value for (measure, _), value in numbers.items() if measure == "Match words"]
    assert sum(words) == numbers["Shares", "pairs that share people"] == len(pair.pairs())
    people = [value for (measure, what), value in numbers.items() if measure == "Coverage" and "LEP" in what]
    assert sum(people) == int(real.parts.people.sum())


def test_a_layer_against_itself_and_a_day_without_any(real):
    found = workbook(real, a="lep", b="lep")
    assert found["Pairs"].columns[:2] == ["LEP", "Other LEP"]
    assert "Overlapping" in found["Measures"].column("Measure")
    early = workbook(real, as_at="2011-01-01")
    assert early["Pairs"].rows == []
    assert "There is nothing to list in this view on this day." in early["Matrix"].header
    assert early["Method and sources"].rows


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"a": "moon"}, "“moon” is not a layer known here."),
        ({"colour": "red"}, "The address holds “colour”, which is not used here."),
        ({"least": "=1+1"}, "least takes a whole percentage from 0 to 100, not “=1+1”."),
        ({"as_at": "2030-01-01"}, "1 January 2030 is outside 2011 to 2018."),
        ({"match": "<b>" + "x" * 10_000}, "is not a match word known here"),
        ({"b": ["lep", "stp"]}, "The address gives b more than once."),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(real, query, said, ending):
    with pytest.raises(CannotExportError) as refusal:
        make(real, Order("overlaps", ending, query, ORIGIN))
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 200


def test_the_files_are_named_by_layers_and_day(real):
    names = [make(real, Order("overlaps", ending, {"b": "lep"}, ORIGIN)).name for ending in ("xlsx", "csv")]
    stem = "overlaps_stp-footprints-and-local-enterprise-partnerships-leps_2017-12-01"
    assert names == [f"{stem}.xlsx", f"{stem}.csv"]
