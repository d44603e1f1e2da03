"""The map page on A4: the map with its title, date, key and source on a sheet of its own, then what is selected, then the table."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from pypdf import PageObject, PdfReader

from layers import Landscape
from tests.browser.map_page import MapPage, until

A4 = (595, 842)
SIZES = [(1440, 900), (1920, 1080), (390, 844)]


def printed(found: MapPage, size: tuple[int, int], query: str) -> list[PageObject]:
    """The pages that come out of the printer when the map is open in a window of a size."""
    found.page.set_viewport_size({"width": size[0], "height": size[1]})
    found.open(query)
    until(lambda: found.page.evaluate("document.querySelector('#map-shell').style.getPropertyValue('--drawn-width')"))
    return list(PdfReader(io.BytesIO(found.page.pdf(format="A4", print_background=True))).pages)


def words(page: PageObject) -> str:
    """The text of a sheet, on one line."""
    # Letters that a typeface sets as one are two again.
    return " ".join(unicodedata.normalize("NFKC", page.extract_text()).split())


@pytest.mark.parametrize("size", SIZES)
def test_the_map_has_a_sheet_of_its_own_and_the_table_follows(
    map_page: MapPage, real: Landscape, size: tuple[int, int]
) -> None:
    sheets = printed(map_page, size, "layers=combined_authority,lep&as_at=2016-03-15")
    for sheet in sheets:
        assert [float(side) for side in sheet.mediabox[2:]] == pytest.approx(A4, abs=2)
    first, rest = words(sheets[0]), [words(sheet) for sheet in sheets[1:]]
    assert "Combined authorities and local enterprise partnerships (LEPs), 15 March 2016" in first
    for told in (
        "Key",
        "Combined authorities",
        "Associate members",
        "Index of Multiple Deprivation",
        "Source: Office for National Statistics",
    ):
        assert told in first
    assert "The same as a table" not in first
    assert rest[0].startswith("The same as a table")
    assert not any(re.search(r"\b(Key|Source|Export)\b", text) for text in rest)
    table = " ".join(rest).replace("- ", "-")  # a name may go on in the next line
    missing = [item.name for item in real.districts.values() if item.name not in table]
    assert not missing


BOXES = """() => Object.fromEntries([".map-shell", ".map-shell .main-svg", ".stage .map-key", ".present-source", "#map-title"]
  .map((name) => { const { left, top, right, bottom } = document.querySelector(name).getBoundingClientRect();
    return [name, [left, top, right, bottom]]; }))"""


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_map_fits_between_its_title_and_its_key(map_page: MapPage, size: tuple[int, int]) -> None:
    map_page.page.set_viewport_size({"width": size[0], "height": size[1]})
    map_page.open("layers=combined_authority,lep,stp,city_deal,growth_deal,devolution_deal")
    map_page.page.emulate_media(media="print")
    boxes = map_page.page.evaluate(BOXES)
    left, top, right, bottom = boxes[".map-shell"]
    assert right - left <= 687
    assert bottom - top <= 641
    assert max(right - left - 686, bottom - top - 640) > -1, "as large as the sheet allows"
    assert boxes[".map-shell .main-svg"] == pytest.approx(boxes[".map-shell"], abs=1.5)
    assert boxes["#map-title"][3] <= top
    assert boxes[".stage .map-key"][1] >= bottom
    assert boxes[".present-source"][1] >= boxes[".stage .map-key"][3]
    assert boxes[".present-source"][3] - boxes["#map-title"][1] < 1016, "all on one sheet of A4 within its margins"


@pytest.mark.parametrize("size", [SIZES[0], SIZES[2]])
def test_the_card_of_what_is_selected_covers_nothing(map_page: MapPage, size: tuple[int, int]) -> None:
    sheets = [words(sheet) for sheet in printed(map_page, size, "layers=stp&select=E07000171")]
    with_card = [number for number, text in enumerate(sheets) if "Who covers it, 1 December 2017" in text]
    assert with_card == [1]
    table = next(number for number, text in enumerate(sheets) if "The same as a table" in text)
    assert table > 1
    assert not any("Sheffield City Region City Deal" in text for text in (sheets[0], *sheets[table:]))
