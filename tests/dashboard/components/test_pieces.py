"""Pieces of pages: links to files and packs, the slider of days."""

from __future__ import annotations

from datetime import date

import pytest
from dash import html

from dashboard.components.as_at import as_at
from dashboard.components.downloads import table_links
from dashboard.components.packs import pack_links
from dashboard.ids import Map
from tests.dashboard.components.reading import links
from tests.dashboard.conftest import as_read, walk


def test_a_table_as_csv_and_as_a_workbook():
    found = table_links("body-deals", "body=ca-alpha")
    assert links(found) == [
        "/export/table.csv?table=body-deals&body=ca-alpha",
        "/export/table.xlsx?table=body-deals&body=ca-alpha",
    ]
    assert as_read(found) == "As a file: CSV XLSX"
    labels = [getattr(item, "aria-label") for item in walk(found) if isinstance(item, html.A)]
    assert labels == ["Download deals of the body as CSV", "Download deals of the body as XLSX"]
    with pytest.raises(KeyError):
        table_links("none")


def test_a_table_of_the_view_on_screen_is_completed_by_the_page():
    own, view = table_links("body-deals", "body=ca-alpha"), table_links("map-bodies")
    marks = [
        [hasattr(item, "data-export-page") for item in walk(found) if isinstance(item, html.A)] for found in (own, view)
    ]
    assert marks == [[False, False], [True, True]]
    assert links(view)[0] == "/export/table.csv?table=map-bodies"


def test_packs():
    assert as_read(pack_links("briefing", "body=a")) == "Briefing pack (PowerPoint)Briefing pack (PDF)"
    assert links(pack_links("place", "code=a")) == ["/export/place.pptx?code=a", "/export/place.pdf?code=a"]
    with pytest.raises(KeyError):
        pack_links("none", "")


def test_the_slider_stands_at_its_day(toy):
    """Days from 1 January 2011: 31 January is the 30th after it, 31 December 2018 the 2921st (two leap years)."""
    found = as_at(toy, date(2011, 1, 31), Map)
    slider = next(item for item in walk(found) if getattr(item, "id", "") == Map.DAY_SLIDER)
    field = next(item for item in walk(found) if getattr(item, "id", "") == Map.DAY_INPUT)
    assert (slider.min, slider.value, slider.max) == (0, 30, 2921)
    assert (field.type, field.value) == ("text", "31 January 2011")


def test_ticks_stand_where_something_changed(toy):
    """1 February 2011 is day 31 of 2921: 1.06% along. Deals and events are minor ticks."""
    found = as_at(toy, date(2017, 12, 1), Map)
    ticks = {item.title: item.style["left"] for item in walk(found) if getattr(item, "className", "") == "tick"}
    assert ticks["1 January 2011"] == "0.00%"
    assert ticks["1 February 2011"] == "1.06%"
    assert set(ticks) == {
        "1 January 2011", "1 February 2011", "1 April 2014", "15 March 2016", "1 April 2016", "1 July 2016", "1 April 2017",
        "1 December 2017", "1 April 2018", "2 November 2018",
    }  # fmt: skip
    years = [as_read(item) for item in walk(found) if getattr(item, "className", "") == "year"]
    assert years == [str(year) for year in range(2011, 2019)]
    minor = [item.style["left"] for item in walk(found) if getattr(item, "className", "") == "tick minor"]
    assert len(minor) == 14, "ten days of deals, three of programmes, one event"
