"""The words round the map, line by line; the scale bar."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.export.drawing.paper import FOOTER, SIDE, TITLE, Box
from dashboard.export.drawing.typeface import text_width
from dashboard.export.map.scene import Key, Legend, Scene, Window
from dashboard.export.map.side import cut, fitted_title, footer_lines, lines, scale_bar


def scene(**stated) -> Scene:
    fixed = {"title": "", "subtitle": "", "day": date(2017, 12, 1), "windows": (), "legends": (), "findings": ()}
    return Scene(**{**fixed, "sources": ("Source.",), "address": "https://toy/"} | stated)


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


def longest(size: float) -> str:
    """As many letters as fit the title's line at a size."""
    text = "m"
    while text_width(text + "m", size, bold=True) <= TITLE.width:
        text += "m"
    return text


@pytest.mark.parametrize(("size", "next_size"), [(24, 22), (22, 20), (20, 18), (18, 16), (16, 14)])
def test_a_title_is_set_as_large_as_fits(size, next_size):
    text = longest(size)
    assert (fitted_title(text).text, fitted_title(text).size) == (text, size)
    assert (fitted_title(text + "m").text, fitted_title(text + "m").size) == (text + "m", next_size)


def test_a_title_that_never_fits_is_cut_at_the_smallest_size():
    title = fitted_title(longest(14) + " and more and more")
    assert title.size == 14
    assert title.text.endswith("m…")
    assert TITLE.width - 30 < text_width(title.text, 14, bold=True) <= TITLE.width


def test_cutting():
    assert cut("short", 10, 100) == "short"
    exact = text_width("short", 10)
    assert cut("short", 10, exact) == "short"
    shorter = cut("short", 10, exact - 0.01)
    kept = shorter.removesuffix("…")
    assert "short".startswith(kept)
    assert text_width(shorter, 10) < exact <= text_width("short"[: len(kept) + 1] + "…", 10), (
        "no letter more than must go"
    )
    assert cut("a mmmm", 10, text_width("a …", 10)) == "a…", "no space before the ellipsis"


def test_findings_and_legend_line_by_line():
    """At 12.5 points: the heading 0.6 of it below the top, keys 1.5 apart and 0.1 lower, findings 2.3 after the last key."""
    keys = (Key("line", "One", count="3"), Key("line", "Two"))
    found = lines(scene(legends=(Legend("Layers", keys),), findings=("First.", "Second."), heading="What"))
    size, top = 12.5, SIDE.y
    assert [(line.text, line.size, line.bold) for line in found] == [
        ("Layers", 1.1 * size, True), ("One", size, False), ("Two", size, False),
        ("What", 1.1 * size, True), ("First.", size, False), ("Second.", size, False),
    ]  # fmt: skip
    first = top + 0.6 * size
    last_key = first + 3.1 * size
    heading = first + 3.1 * size + 1.4 * size + 0.9 * size
    findings = heading + 1.7 * size
    assert [line.y for line in found] == pytest.approx(
        [first, first + 1.6 * size, last_key, heading, findings, findings + 1.9 * size]
    )
    assert [line.count for line in found] == ["", "3", "", "", "", ""]
    assert [line.finding for line in found] == [None, None, None, None, 0, 1]
    assert [line.key for line in found][1:3] == list(keys)


def test_a_note_below_the_keys_is_small_and_muted():
    found = lines(scene(legends=(Legend("Employment", (Key("class", "One"),), "a note"),)))
    assert [(line.text, line.size, line.muted) for line in found] == [
        ("Employment", pytest.approx(13.75), False),
        ("One", 12.5, False),
        ("a note", pytest.approx(11), True),
    ]


@pytest.mark.parametrize("count", [5, 20, 30])
def test_type_gets_smaller_until_all_fits(count):
    """A finding of one line takes 1.9 times its size; what does not fit at 7 points is left out, never cut through."""
    found = lines(scene(findings=tuple(f"Finding {k}." for k in range(count))))
    size = found[-1].size
    room = SIDE.height / (0.6 + 1.7 + 1.9 * (count - 1) + 1)
    assert size == max(s for s in (12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7) if s <= room)
    assert len(found) == count + 1
    assert found[-1].y + size <= SIDE.bottom


def test_what_never_fits_is_left_out():
    found = lines(scene(findings=tuple(f"Finding {k}." for k in range(100))))
    assert found[-1].size == 7
    assert found[-1].y + 3.5 <= SIDE.bottom < found[-1].y + 1.9 * 7 + 3.5


def test_a_long_finding_is_wrapped_within_the_column():
    found = lines(scene(findings=("word " * 60,)))
    said = [line for line in found if line.finding == 0]
    assert len(said) > 3
    assert all(text_width(line.text, line.size) <= SIDE.width for line in said)
    assert " ".join(line.text for line in said).split() == ["word"] * 60


def test_a_long_key_leaves_room_for_its_count():
    found = lines(scene(legends=(Legend("Layers", (Key("line", "word " * 30, count="3"),)),)))
    assert found[1].text.endswith("…")
    assert text_width(found[1].text, 12.5) <= SIDE.width - 20 - 40


def test_sources_take_three_lines_at_most_and_the_address_one():
    assert footer_lines(scene()) == ["Source.", "https://toy/"]
    many = footer_lines(scene(sources=("word " * 400,), address="a" * 1000))
    assert len(many) == 4
    assert many[2].endswith("…")
    assert many[3].endswith("a…")
    assert all(text_width(line, 6.6) <= FOOTER.width for line in many)
    three = footer_lines(scene(sources=("word " * 120,)))
    assert len(three) in (3, 4)
    assert not any(line.endswith("…") for line in three)
