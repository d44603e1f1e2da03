"""The words round the map: title, cuts, scale bar, sources. What is set for slides is measured 1.12 times as wide as the typeface."""

from __future__ import annotations

import pytest

from dashboard.export.drawing.paper import FOOTER, TITLE, WIDE, Box, page_of
from dashboard.export.drawing.typeface import text_width
from dashboard.export.map.scene import Window
from dashboard.export.map.side import cut, fitted_title, footer_lines, scale_bar


def wide(text: str, size: float, bold: bool = False) -> float:
    """The width of words in Arial, in points."""
    return 1.12 * text_width(text, size, bold)


@pytest.mark.parametrize(
    ("metres", "kilometres", "points"),
    [
        (500, 50, 100),  # 50 km are exactly a sixth of 600 points at 500 metres a point
        (499, 20, 20_000 / 499),
        (1000, 100, 100),
        (200, 20, 100),
        (100, 10, 100),
        (50, 5, 100),
        (20, 2, 100),
        (10, 1, 100),
        (5, 1, 200),  # nothing shorter than a kilometre
        (3000, 200, 200_000 / 3000),  # nor longer than 200
    ],
)
def test_the_scale_bar_is_the_longest_round_length_in_a_sixth_of_the_map(metres, kilometres, points):
    bar = scale_bar(Window("Map", Box(0, 0, 600, 400), (0, 0, 600 * metres, 400 * metres), ()))
    assert (bar.words, bar.length) == (f"{kilometres} km", pytest.approx(points))


def longest(size: float, box: Box = TITLE) -> str:
    """As many letters as fit the title's line at a size."""
    text = "m"
    while wide(text + "m", size, bold=True) <= box.width:
        text += "m"
    return text


@pytest.mark.parametrize(("size", "next_size"), [(24, 22), (22, 20), (20, 18)])
def test_a_title_is_set_as_large_as_fits_one_line(size, next_size):
    text = longest(size)
    assert (fitted_title(text).lines, fitted_title(text).size) == ((text,), size)
    assert (fitted_title(text + "m").lines, fitted_title(text + "m").size) == ((text + "m",), next_size)


@pytest.mark.parametrize("shape", ["16:9", "4:3"])
def test_a_longer_title_stands_on_two_lines_of_16_to_14_points(shape):
    box = page_of(shape).title
    for size in (16, 15, 14):
        line = longest(size, box)
        title = fitted_title(f"{line} {line}", box)
        assert (title.lines, title.size) == ((line, line), size)
        assert title.text == f"{line} {line}"
    assert box.height + 1 >= 2 * 16 * 1.2, "two lines fit their box"


def test_a_title_that_never_fits_is_cut_at_14_points():
    line = longest(14)
    title = fitted_title(f"{line} {line} and more")
    assert (title.lines[0], title.size) == (line, 14)
    assert title.lines[1].endswith("m…")
    assert TITLE.width - 30 < wide(title.lines[1], 14, bold=True) <= TITLE.width


def test_cutting():
    assert cut("short", 10, 100) == "short"
    exact = wide("short", 10)
    assert cut("short", 10, exact) == "short"
    shorter = cut("short", 10, exact - 0.01)
    kept = shorter.removesuffix("…")
    assert "short".startswith(kept)
    assert wide(shorter, 10) < exact <= wide("short"[: len(kept) + 1] + "…", 10), "no letter more than must go"
    assert cut("a mmmm", 10, wide("a …", 10)) == "a…", "no space before the ellipsis"


def test_the_footer_holds_lines_of_9_points():
    """Four lines of 9 x 1.22 are 43.9 of its 44 points; five are 54.9 of the 55 of a page in 4:3."""
    assert (WIDE.foot_lines, page_of("4:3").foot_lines) == (4, 5)
    assert (WIDE.footer.height, page_of("4:3").footer.height) == (44, 55)


def test_sources_take_the_lines_there_are_and_the_address_one():
    assert footer_lines(["Source."], "https://toy/", 4, 904) == ["Source.", "https://toy/"]
    many = footer_lines(["word " * 400], "a" * 1000, 4, 904)
    assert len(many) == 4
    assert many[2].endswith("…")
    assert many[3].endswith("a…")
    assert all(wide(line, 9) <= FOOTER.width for line in many)
    assert len(footer_lines(["word " * 400], "a", 5, 664)) == 5
    three = footer_lines(["word " * 90], "https://toy/", 4, 904)
    assert len(three) in (3, 4)
    assert not any(line.endswith("…") for line in three)
