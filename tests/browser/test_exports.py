"""Taking things away: from the export panel, a brief, a place and a table, while the page stays live."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image
from pptx import Presentation

from tests.browser.map_page import until

READY = "html[data-map=drawn]"


def saved(page, link) -> tuple[str, bytes]:
    """The name and content of what a click on a link saves."""
    with page.expect_download(timeout=60_000) as download:
        link.click()
    path = download.value.path()
    return download.value.suggested_filename, path.read_bytes()


def opened(page, address: str):
    page.goto(address)
    page.wait_for_selector(READY, state="attached")
    return page


def test_the_panel_offers_words_to_edit_and_gives_the_view_on_screen(new_page):
    page = opened(new_page(), "/?layers=lep&as_at=2016-05-01&select=E07000171")
    page.click("#map-export-open")
    title = page.locator("#map-export-title")
    until(lambda: title.input_value() == "Local enterprise partnerships (LEPs), 1 May 2016")
    assert title.input_value() == page.locator("#map-title").inner_text()
    title.fill("=Our board & <partners>")
    name, content = saved(page, page.get_by_role("link", name="PowerPoint slide"))
    assert name == "map_lep_2016-05-01.pptx"
    slide = Presentation(io.BytesIO(content)).slides[0]
    assert slide.shapes.title.text == "=Our board & <partners>"
    names = [shape.name for shape in slide.shapes]
    assert "Local enterprise partnerships (LEPs)" in names
    assert "STP footprints" not in names
    assert "Selected: Bassetlaw" in names
    assert "as_at=2016-05-01" in slide.notes_slide.notes_text_frame.text


def test_a_choice_made_on_the_page_is_in_the_picture(new_page):
    page = opened(new_page(), "/")
    page.get_by_role("checkbox", name="Combined authorities").uncheck()
    page.wait_for_url("**/?layers=stp")
    page.click("#map-export-open")
    name, content = saved(page, page.get_by_role("link", name="PNG picture, 1920 pixels wide"))
    assert name == "map_stp_2017-12-01.png"
    assert Image.open(io.BytesIO(content)).size == (1920, 1080)
    assert page.locator(".export-said").inner_text() == "Saved map_stp_2017-12-01.png."


def test_the_page_of_a_slide_is_chosen_in_the_panel(new_page):
    page = opened(new_page(), "/?layers=stp")
    page.click("#map-export-open")
    page.get_by_label("Slide or picture").select_option("4:3")
    page.get_by_label("Beside the map").select_option(label="Nothing: the key below")
    name, content = saved(page, page.get_by_role("link", name="PowerPoint slide"))
    assert name == "map_stp_4-3_no-panel_2017-12-01.pptx"
    deck = Presentation(io.BytesIO(content))
    assert (deck.slide_width.pt, deck.slide_height.pt) == (720, 540)
    assert "Findings" not in [shape.name for shape in deck.slides[0].shapes]


def test_the_panel_closes_with_escape_and_the_focus_returns(new_page):
    page = opened(new_page(), "/")
    page.focus("#map-export-open")
    page.keyboard.press("Enter")
    page.wait_for_selector("details.export-panel[open]")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    page.wait_for_selector("details.export-panel:not([open])", state="attached")
    assert page.evaluate("document.activeElement.id") == "map-export-open"


def test_one_button_on_a_brief_gives_a_deck_with_bassetlaw_to_recolour(new_page):
    page = opened(new_page(), "/briefing?stp=stp-south-yorkshire-and-bassetlaw")
    name, content = saved(page, page.get_by_role("link", name="Briefing pack (PowerPoint)"))
    assert name.endswith("_2017-12-01.pptx")
    deck = Presentation(io.BytesIO(content))
    assert 5 <= len(deck.slides) <= 8
    shapes = [
        shape.name for slide in deck.slides for group in slide.shapes if group.shape_type == 6 for shape in group.shapes
    ]
    assert "Bassetlaw (E07000171)" in shapes


def test_a_place_prints_itself_and_its_tables_come_along(new_page):
    page = opened(new_page(), "/place/E07000141")
    name, content = saved(page, page.get_by_role("link", name="Place pack (PDF)"))
    assert name == "place_south-kesteven_2017-12-01.pdf" or name.endswith("_2017-12-01.pdf")
    assert content.startswith(b"%PDF")
    _name, table = saved(page, page.locator('a[href*="place-deals"]', has_text="CSV"))
    assert "Greater Lincolnshire" in table.decode("utf-8-sig")


def test_the_overlaps_on_screen_leave_as_a_workbook(new_page):
    page = new_page()
    page.goto("/overlaps?a=lep&b=stp")
    page.wait_for_selector(".matrix")
    name, content = saved(page, page.get_by_role("link", name="Download overlaps as a workbook (XLSX)"))
    assert name.endswith("_2017-12-01.xlsx")
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_a_busy_server_is_asked_again_and_the_page_stays_live(new_page, problems):
    page = opened(new_page(), "/")
    asked = []

    def answer(route):
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(status=503, headers={"Retry-After": "1"}, content_type="text/plain", body="Busy.")
        else:
            route.continue_()

    page.route("**/export/map.svg*", answer)
    page.click("#map-export-open")
    with page.expect_download(timeout=60_000):
        page.get_by_role("link", name="SVG picture").click()
        said = page.locator(".export-said")
        until(lambda: "trying again in 1 second" in said.inner_text())
        page.get_by_role("checkbox", name="Universities").check()
        page.wait_for_selector(".scattergeo .point", state="attached")
    assert len(asked) == 2
    assert all("503" in line for line in problems)
    problems.clear()


@pytest.mark.parametrize("status", [400, 500])
def test_a_failure_says_so_and_keeps_the_page(new_page, problems, status):
    page = opened(new_page(), "/")
    page.route(
        "**/export/map.pdf*",
        lambda route: route.fulfill(status=status, content_type="text/plain", body="What is wrong."),
    )
    page.click("#map-export-open")
    page.get_by_role("link", name="PDF page").click()
    said = page.locator(".export-said")
    until(lambda: said.inner_text() == "What is wrong.")
    assert page.locator(READY).count() == 1
    assert all(str(status) in line for line in problems)
    problems.clear()
