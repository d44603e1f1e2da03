"""Every table that a page lays out says what its rows and columns are: no header is blank."""

from __future__ import annotations

import dash
import pytest
from dash import Dash, html

from tests.dashboard.conftest import text_of, walk

PAGES: list[tuple[str, tuple[str, ...], dict[str, str]]] = [
    ("map", (), {"select": "E07000171"}),
    ("map", (), {"select": "lep-d2n2", "layers": "lep,stp"}),
    ("overlaps", (), {"pair": "lep-greater-birmingham-and-solihull~stp-the-black-country"}),
    ("patchwork", (), {"select": "E08000025"}),
    ("place", ("E07000171",), {"with": "E10000015,E06000047"}),
    ("place", ("E10000015",), {"with": "E07000171"}),
    ("place", ("E08000025",), {}),
    ("body", ("ca-greater-manchester",), {}),
    ("body", ("stp-lincolnshire",), {}),
    ("body", ("city-deal-bristol",), {}),
    ("briefing", (), {"stp": "stp-greater-manchester"}),
    ("timeline", (), {}),
    ("about", (), {}),
]


@pytest.mark.parametrize(("name", "place", "query"), PAGES)
def test_no_header_of_a_table_is_blank(app: Dash, name: str, place: tuple[str, ...], query: dict[str, str]) -> None:
    layout = dash.page_registry[f"dashboard.pages.{name}"]["layout"]
    blank = [item for item in walk(layout(*place, **query)) if isinstance(item, html.Th) and not text_of(item).strip()]
    assert not blank


def test_these_pages_have_tables(app: Dash) -> None:
    found = {
        name
        for name, place, query in PAGES
        for item in walk(dash.page_registry[f"dashboard.pages.{name}"]["layout"](*place, **query))
        if isinstance(item, html.Th)
    }
    assert found >= {"overlaps", "place", "body", "briefing"}
