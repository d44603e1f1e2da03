"""What the tab and a shared link are called, and the one outline that every document has."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask.testing import FlaskClient

from dashboard.components.about import below_headings
from dashboard.components.shell import PAGES

SITE = "Local growth landscape"
BRIEFING = f"NHS briefing · {SITE}"
MANCHESTER = f"Greater Manchester Sustainability and Transformation Partnership · {BRIEFING}"
TITLES = {
    "": BRIEFING,
    "?stp=stp-greater-manchester": MANCHESTER,
    "?stp=stp-greater-manchester&as_at=2018-04-01": MANCHESTER,
    "?stp=stp-greater-manchester&as_at=2011-01-01": BRIEFING,
    "?stp=nobody": BRIEFING,
    "?stp=nobody&stp=stp-greater-manchester": MANCHESTER,
}


@pytest.mark.parametrize("query", TITLES)
def test_the_document_of_a_brief_is_titled_by_its_stp(client: FlaskClient, query: str) -> None:
    # In a thread of its own, as a server answers: what Dash keeps of a callback is unknown there.
    with ThreadPoolExecutor(1) as thread:
        html = thread.submit(lambda: client.get(f"/briefing{query}").get_data(as_text=True)).result()
    assert re.search(r'property="og:title" content="([^"]*)"', html)[1] == TITLES[query]  # type: ignore[index]


@pytest.mark.parametrize("query", TITLES)
def test_the_tab_of_a_brief_is_titled_by_its_stp(client: FlaskClient, query: str) -> None:
    asked = {
        "output": ".._pages_content.children..._pages_store.data..",
        "outputs": [
            {"id": "_pages_content", "property": "children"},
            {"id": "_pages_store", "property": "data"},
        ],
        "inputs": [
            {"id": "_pages_location", "property": "pathname", "value": "/briefing"},
            {"id": "_pages_location", "property": "search", "value": query},
        ],
        "changedPropIds": ["_pages_location.pathname"],
        "parsedChangedPropsIds": ["_pages_location.pathname"],
        "state": [],
    }
    answer = client.post("/_dash-update-component", json=asked)
    assert answer.status_code == 200
    assert answer.get_json()["response"]["_pages_store"]["data"]["title"] == TITLES[query]


@pytest.mark.parametrize("path", [path for path, _name in PAGES])
def test_the_document_itself_has_no_landmark(client: FlaskClient, path: str) -> None:
    # Header, main and footer come with the page; another round Dash's scripts would be a second one.
    html = client.get(path).get_data(as_text=True).partition("</noscript>")[2]
    assert not re.search(r"<(footer|header|main|nav|aside)\b", html)


def test_the_notes_of_the_data_stand_below_the_headings_of_the_page() -> None:
    text = "# One\n\n## Two\n\ntext with # in it\n#no heading\n### Three\n"
    assert below_headings(text) == "### One\n\n#### Two\n\ntext with # in it\n#no heading\n##### Three\n"
