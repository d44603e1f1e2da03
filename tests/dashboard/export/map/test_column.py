"""The key and the sentences of a map: the largest type in which they have room, and what gives way at the smallest.

The panel is 418 points high and 324 wide. A finding on one line takes 1.6 times its size.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.export.drawing.paper import SIDE, page_of
from dashboard.export.drawing.typeface import text_width
from dashboard.export.map.column import lines
from dashboard.export.map.scene import Key, Legend, Scene

PAGES = [page_of(shape, panel) for shape in ("16:9", "4:3") for panel in (True, False)]
LAYERS = Legend("Layers", (Key("line", "One", count="3"), Key("line", "Two")))


def scene(**stated) -> Scene:
    fixed = {"title": "", "subtitle": "", "day": date(2017, 12, 1), "windows": (), "legends": (), "findings": ()}
    return Scene(**{**fixed, "sources": ("Source.",), "address": "https://toy/"} | stated)


def said(count: int) -> tuple[str, ...]:
    return tuple(f"Finding {k}." for k in range(count))


def crowd(keys: int) -> Legend:
    return Legend("Layers", tuple(Key("line", f"Layer {k}", count="1") for k in range(keys)))


def test_the_key_comes_first_and_then_the_sentences_in_the_largest_type():
    found = lines(scene(legends=(LAYERS,), findings=("First.", "Second."), heading="What"))
    assert [(line.text, line.size, line.bold, line.count, line.finding) for line in found] == [
        ("Layers", pytest.approx(16 * 1.08), True, "", None), ("One", 16, False, "3", None), ("Two", 16, False, "", None),
        ("What", 18, True, "", None), ("First.", 18, False, "", 0), ("Second.", 18, False, "", 1),
    ]  # fmt: skip
    assert [line.key for line in found][1:3] == list(LAYERS.keys)
    assert [line.y for line in found] == sorted(line.y for line in found)
    assert (found[1].x, found[1].left, found[1].right) == (SIDE.x, SIDE.x + 28, SIDE.right)


@pytest.mark.parametrize(("count", "size"), [(13, 18), (14, 17), (16, 15), (17, 14)])
def test_type_gets_smaller_before_a_sentence_is_left_out(count, size):
    """17 sentences of 14 points: 7.2 above the heading, 17 times 22.4 with it, and 9.8 for the last are 398 of 418."""
    found = lines(scene(findings=said(count)))
    assert {line.size for line in found} == {size}
    assert {line.finding for line in found} == {None, *range(count)}


def test_of_more_sentences_than_have_room_the_last_are_counted():
    """16 and the line that counts the rest take 17 lines."""
    found = lines(scene(findings=said(30)))
    kept = [line for line in found if line.finding is not None]
    assert [line.finding for line in kept] == list(range(16))
    assert {line.size for line in kept} == {14}
    assert (found[-1].text, found[-1].muted) == ("and 14 more", True)


@pytest.mark.parametrize(("keys", "least"), [(4, 16), (13, 12), (14, 12), (16, 12)])
def test_type_gets_smaller_only_as_far_as_12_and_14_points(keys, least):
    """A key takes 1.45 times its size; 16 of 12 points take 278, which leaves room for two sentences of 14."""
    found = lines(scene(legends=(crowd(keys),), findings=said(2)))
    assert min(line.size for line in found) >= least
    assert {line.finding for line in found} == {None, 0, 1}
    assert {line.size for line in found if line.finding is not None} <= {14, 15, 16, 17, 18}


def test_then_notes_give_way_to_a_sentence():
    """18 keys of 12 points take 331 with their heading, which leaves room for a note or for a sentence."""
    legend = replace(crowd(18), note="A note of some length that takes a line or two of the panel, as they do.")
    texts = [line.text for line in lines(scene(legends=(legend,), findings=said(2)))]
    assert "Finding 0." in texts
    assert not any(text.startswith("A note") for text in texts)


def test_keys_that_have_no_room_are_counted():
    found = lines(scene(legends=(crowd(60),), findings=said(2)))
    kept = [line for line in found if line.key]
    assert {line.size for line in kept} == {12}
    assert found[-1].text == f"and {60 - len(kept)} more"
    assert 20 <= len(kept) <= 24


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("keys", [0, 2, 9, 60])
@pytest.mark.parametrize("count", [0, 1, 4])
def test_nothing_is_smaller_than_it_may_be_nor_outside_its_box(page, keys, count):
    legends = (crowd(keys), Legend("Employment", (Key("class", "5.0 to 12.2"),) * 5, "a note")) if keys else ()
    findings = ("A sentence that takes some lines of the narrower panel, and of the wider one too.",) * count
    found = lines(scene(legends=legends, findings=findings, page=page))
    for line in found:
        assert line.size >= (14 if line.finding is not None else 12)
        assert line.left + 1.12 * text_width(line.text, line.size, line.bold) <= page.side.right + 0.01
        assert page.side.y <= line.y - line.size / 2
        assert line.y + line.size / 2 <= page.side.bottom + 0.01
    assert bool(found) == bool(keys or (count and page.panel))


def test_a_note_below_the_keys_is_muted_and_as_large_as_they_are():
    found = lines(scene(legends=(Legend("Employment", (Key("class", "One"),), "a note"),)))
    assert [(line.text, line.size, line.muted) for line in found] == [
        ("Employment", pytest.approx(16 * 1.08), False),
        ("One", 16, False),
        ("a note", 16, True),
    ]


def test_long_words_are_folded_not_cut():
    found = lines(scene(legends=(Legend("Layers", (Key("line", "word " * 20, count="3"),)),), findings=("word " * 60,)))
    key = [line for line in found if line.finding is None and line.text.startswith("word")]
    assert " ".join(line.text for line in key).split() == ["word"] * 20
    assert [bool(line.key) for line in key] == [True] + [False] * (len(key) - 1)
    assert len({line.left for line in key}) == 1, "the second line stands under the words of the first"
    finding = [line for line in found if line.finding == 0]
    assert " ".join(line.text for line in finding).split() == ["word"] * 60


def test_without_a_panel_the_key_stands_in_rows_below_the_map():
    """Layers need no heading; a measure's stands at the beginning of a row."""
    page = page_of(panel=False)
    legends = (LAYERS, Legend("Employment", (Key("class", "5.0 to 12.2"), Key("class", "over 12.2 to 15.8")), "a note"))
    found = lines(scene(legends=legends, findings=said(3), page=page))
    assert [line.text for line in found] == ["One", "Two", "Employment", "5.0 to 12.2", "over 12.2 to 15.8"]
    assert found[0].y == found[1].y < found[2].y == found[4].y
    assert found[0].x == found[2].x == page.side.x
    assert {line.size for line in found} == {16}


def test_rows_that_have_no_room_are_counted():
    """Three rows of 12 points in 904 by 54."""
    found = lines(scene(legends=(crowd(100),), page=page_of(panel=False)))
    assert found[-1].text == f"and {100 - (len(found) - 1)} more"
    assert {line.size for line in found} == {12}
    assert len({line.y for line in found}) == 3
