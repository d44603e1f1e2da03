"""Titles of views, addresses with their day, cells of CSV files, names of files."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.export.order import CannotExportError, File, Order, file_name, refuse_notes
from dashboard.text.csv_cells import csv_cell, plain_date
from dashboard.text.links import body_href, on_day, place_href
from dashboard.text.sources import as_at_words, view_address
from dashboard.text.titles import name_of, plain_words
from dashboard.views.values import Note
from tests.layers.toy import code


@pytest.mark.parametrize(
    ("given", "longest", "line"),
    [
        ("one\n two\t three ", 99, "one two three"),
        ("a\x00b", 99, "a b"),
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("abcd efg", 6, "abcd…"),
        ("", 6, ""),
        ("a\u200eb", 9, "a\u200eb"),
    ],
)
def test_text_as_one_line(given, longest, line):
    assert plain_words(given, longest) == line


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        (code("E"), "Elm"),
        ("E10000001", "Valeshire"),
        ("trust-RAA", "Ash Hospital"),
        ("stp-north", "North STP"),
        ("stp-union", ""),  # not yet
        ("nobody", ""),
        (None, ""),
    ],
)
def test_the_name_of_what_is_selected(now, identifier, name):
    assert name_of(now, identifier) == name


def test_the_day_goes_along_but_for_the_default_one(toy, now):
    later = toy.as_at("2018-04-01")
    assert (on_day(now.day), on_day(later.day), on_day(later.day, "&")) == (
        "",
        "?as_at=2018-04-01",
        "&as_at=2018-04-01",
    )
    assert body_href(now.by_id["ca-vale"]) == "/body/ca-vale"
    assert body_href(later.by_id["ca-vale"]) == "/body/ca-vale?as_at=2018-04-01"
    assert place_href(code("E")) == f"/place/{code('E')}"
    assert place_href(code("E"), later.day) == f"/place/{code('E')}?as_at=2018-04-01"


def test_addresses_and_days_in_words():
    assert view_address("https://toy", "/overlaps", "") == "https://toy/overlaps"
    assert view_address("https://toy", "/overlaps", "b=lep") == "https://toy/overlaps?b=lep"
    assert as_at_words(date(2017, 12, 1)) == "As at 1 December 2017"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, 0),
        (1.5, 1.5),
        ("plain", "plain"),
        ("", ""),
        (date(2017, 12, 1), "2017-12-01"),
        *((f"{mark}1", f"'{mark}1") for mark in "=+-@\t\r"),
        ("a=1", "a=1"),
    ],
)
def test_cells_of_csv(value, cell):
    found = csv_cell(value)
    assert (found, type(found)) == (cell, type(cell))


def test_what_is_no_date_is_not_written_as_one():
    with pytest.raises(TypeError, match="can't be written"):
        plain_date("2017-12-01")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("STP and LEP",), "stp-and-lep_2017-12-01.png"),
        (("map", "", "3840px"), "map_3840px_2017-12-01.png"),
        (("Bath, Swindon & Wiltshire (BSW)",), "bath-swindon-wiltshire-bsw_2017-12-01.png"),
        (("…",), "local-growth_2017-12-01.png"),
        ((), "local-growth_2017-12-01.png"),
        (("x" * 200,), "x" * 90 + "_2017-12-01.png"),
    ],
)
def test_names_of_files(words, name):
    assert file_name(*words, day=date(2017, 12, 1), ending="png") == name


def test_an_order_travels_as_json():
    order = Order("map", "png", {"layers": "stp", "title": ["a", "b"]}, "https://toy")
    assert Order.from_json(order.as_json()) == order
    with pytest.raises(KeyError):
        Order.from_json({"kind": "map"})


def test_a_file_knows_its_media_type():
    assert File("a.b.csv", b"").media_type == "text/csv"
    assert File("view.geojson", b"").media_type == "application/geo+json"


def test_notes_refuse_an_order():
    refuse_notes(())
    with pytest.raises(CannotExportError, match=r"^One\. Two\.$"):
        refuse_notes((Note("One", ", so something is shown"), Note("Two")))
