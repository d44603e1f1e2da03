"""Every table of the product as CSV and as a workbook."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from dash import html

from dashboard.components.downloads import data_link, overlaps_links, table_links
from dashboard.export.makers import make
from dashboard.export.order import CannotExportError
from dashboard.export.tables.common import Asked
from dashboard.export.tables.registry import TABLES
from dashboard.settings import ROOT
from dashboard.text.table_names import LABELS
from tests.dashboard.export.workbooks import BATH, LEP, ORIGIN, PAIR, order, query_of, read_csv, read_tabs


def sentence(land, name: str, query: dict[str, Any]) -> str:
    with pytest.raises(CannotExportError) as refusal:
        make(land, order(name, "csv", query))
    return str(refusal.value)


def as_text(value: Any) -> str:
    if value is None:
        return ""
    return value.date().isoformat() if isinstance(value, datetime) else str(value)


def test_every_table_has_a_name_and_a_maker():
    assert list(TABLES) == list(LABELS)
    assert len(set(TABLES.values())) == len(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_both_formats_hold_the_same_and_say_when_whose_and_where(real, name):
    query = query_of(name)
    sheet = TABLES[name](Asked(real, query, ORIGIN))
    csv_file, book = (make(real, order(name, ending, query)) for ending in ("csv", "xlsx"))
    first, second = read_csv(csv_file.content), next(iter(read_tabs(book.content).values()))
    assert first.columns == second.columns == [column.label for column in sheet.columns]
    assert len(first.rows) == len(second.rows) == len(sheet.rows) + len(sheet.totals) > 0
    for plain, given in zip(first.rows, second.rows, strict=True):
        for text, value in zip(plain, given, strict=True):
            number = isinstance(value, int | float)
            assert (float(text) == pytest.approx(value)) if number else text.lstrip("'") == as_text(value).lstrip("'")
    for header in (first.header, second.header):
        said = " ".join(header)
        assert "As at 1 December 2017." in header
        assert "Source: Office for National Statistics licensed under the Open Government Licence v3.0." in said
        assert "Contains public sector information licensed under the Open Government Licence v3.0." in said
        assert "do not move with the date" in said
        assert f"This view: {sheet.address}" in header
        assert sheet.address.startswith(f"{ORIGIN}/")
    assert csv_file.name.startswith(name)
    assert csv_file.name.endswith("_2017-12-01.csv")


DATED = [name for name in TABLES if name != "about-sources"]
NOT_YET = {"brief", "overlaps-sides", "overlaps-districts"}
"""Tables of an STP or of a selected pair, of which there is none before March 2016."""


@pytest.mark.parametrize("name", DATED)
@pytest.mark.parametrize("day", ["2016-03-16", "2018-12-31"])
def test_every_table_can_be_had_on_any_day(real, name, day):
    found = read_csv(make(real, order(name, "csv", {**query_of(name), "as_at": day})).content)
    shown = date.fromisoformat(day)
    assert f"As at {shown.day} {shown:%B %Y}." in found.header


@pytest.mark.parametrize("name", DATED)
def test_on_the_first_day_a_table_is_there_or_says_what_was_not_in_being(real, name):
    query = {**query_of(name), "as_at": "2011-01-01"}
    if {name, name.split("-")[0]} & NOT_YET:
        assert "not in being on" in sentence(real, name, query)
    else:
        assert "As at 1 January 2011." in read_csv(make(real, order(name, "csv", query)).content).header


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_plain_and_of_their_columns_kind(real, name):
    sheet = TABLES[name](Asked(real, query_of(name), ORIGIN))
    for row in sheet.rows:
        assert len(row) == len(sheet.columns)
        for value, column in zip(row, sheet.columns, strict=True):
            assert value is None or type(value) in (str, int, float, date)
            if column.kind == "text":
                assert value is None or isinstance(value, str)
            if column.kind == "percent" and not isinstance(value, str | None):
                assert type(value) is float
                assert 0 <= value <= 1


@pytest.mark.parametrize("name", TABLES)
def test_the_address_opens_the_same_view(real, name):
    """The page's own query, taken from the address in the header, makes the same table."""
    query = query_of(name)
    if name != "about-sources":
        query["as_at"] = "2017-04-01"
    sheet = TABLES[name](Asked(real, query, ORIGIN))
    parts = urlsplit(sheet.address)
    own = {key: query[key] for key in ("body", "place") if key in query}
    again = TABLES[name](Asked(real, {**own, **dict(parse_qsl(parts.query))}, ORIGIN))
    assert again == sheet
    assert all(parts.path.endswith(f"/{value}") for value in own.values())


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("map-districts", {"layers": "moon"}, "“moon” is not a layer known here."),
        ("map-districts", {"stp": BATH}, "The address holds “stp”, which is not used here."),
        ("map-figures", {}, "Select a district to take its figures away."),
        ("overlaps-sides", {}, "Select a pair to take its table away."),
        ("overlaps-districts", {**PAIR, "as_at": "2011-01-01"}, "One of the two bodies of this pair is not in being"),
        ("patchwork-legend", {"colour": "=1+1"}, "“=1+1” is not a way to colour the map known here"),
        ("briefing-stps", {"as_at": "yesterday"}, "“yesterday” is not a date (YYYY-MM-DD)"),
        ("brief-leps", {}, "Name an STP in “stp” to take a table of its brief away."),
        ("brief-leps", {"stp": BATH, "as_at": "2012-01-01"}, "is not in being on 1 January 2012."),
        ("body-partners", {}, "There is no body with this name here; name one in “body”."),
        ("body-partners", {"body": "<script>"}, "There is no body with this name here; name one in “body”."),
        ("body-partners", {"body": ["a", "b"]}, "The address gives body more than once."),
        ("place-figures", {"place": "x" * 10_000}, "There is no district or county with this code here"),
        ("place-comparison", {"place": "E07000171"}, "Name up to three other places in “with”"),
        ("place-comparison", {"place": "E07000171", "with": "nowhere"}, "“nowhere” is not a district or county"),
        ("timeline-events", {"subject": "weather"}, "“weather” is not a subject known here."),
        ("about-sources", {"as_at": "2017-12-01"}, "The address holds “as_at”, which is not used here."),
        ("=HYPERLINK()", {}, "There is no table called “=HYPERLINK()” here."),
        ("x" * 10_000, {}, "There is no table called “xxxx"),
        ("", {}, "The order names no table."),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(real, name, query, said):
    found = sentence(real, name, query)
    assert said in found
    assert found.endswith(".")
    assert len(found) < 200


def test_the_names_of_files_say_whose_table_it_is(real):
    name = make(real, order("body-partners", "csv", {"body": BATH, "as_at": "2018-01-01"})).name
    assert name == f"body-partners_{BATH}_2018-01-01.csv"


def test_links_name_their_table_and_hold_their_view():
    links = [item for item in table_links("body-partners", f"body={LEP}&as_at=2018-01-01").children if _is_link(item)]
    assert [link.children for link in links] == ["CSV", "XLSX"]
    properties = links[1].to_plotly_json()["props"]
    assert properties["href"] == f"/export/table.xlsx?table=body-partners&body={LEP}&as_at=2018-01-01"
    assert properties["aria-label"] == "Download bodies it shares people with as XLSX"
    assert (properties["data-export"], properties["className"], properties["download"]) == ("1", "download", "")
    assert "data-export-page" not in properties


def _is_link(item) -> bool:
    return isinstance(item, html.A)


def test_links_of_a_page_whose_view_lives_in_the_browser_are_marked():
    links = [*table_links("map-districts").children, *overlaps_links().children]
    marked = [link.to_plotly_json()["props"] for link in links if _is_link(link)]
    assert [item["href"] for item in marked] == [
        "/export/table.csv?table=map-districts",
        "/export/table.xlsx?table=map-districts",
        "/export/overlaps.xlsx",
        "/export/overlaps.csv",
    ]
    assert {item["data-export-page"] for item in marked} == {"1"}
    assert "data-export-page" not in data_link().to_plotly_json()["props"]
    with pytest.raises(KeyError):
        table_links("no such table")


def test_a_page_can_write_links_without_loading_what_makes_the_files():
    code = "import dashboard.components.downloads, sys; print('xlsxwriter' in sys.modules, 'pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["False", "False"], done.stderr
