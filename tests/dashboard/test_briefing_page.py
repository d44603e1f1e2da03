"""The briefing: its tables are the domain's numbers, every brief opens on every day, and every link leads somewhere."""

from __future__ import annotations

import pytest
from dash import Dash

from dashboard.ids import Briefing
from dashboard.payloads.briefing import COLUMNS, missed_table, stp_table
from layers.briefing import (
    councils,
    easily_missed,
    growth_money,
    met,
    trusts,
    under_several,
    universities,
)
from layers.briefing_roles import roles
from layers.dates import DEFAULT_DAY, parse_day
from layers.words import briefing as brief_words
from layers.words import numbers
from tests.dashboard.conftest import as_read, ids_of_page, text_of, walk
from tests.dashboard.test_place_page import asked_ids, check_link, check_links

DAYS = ("2011-01-01", "2016-03-15", "2017-12-01", "2018-04-01", "2018-12-31")
HERTS = "stp-hertfordshire-and-west-essex"
BATH = "stp-bath-swindon-and-wiltshire"
DURHAM = "stp-durham-darlington-teesside-hambleton-richmondshire-and-whitby"


@pytest.fixture(scope="module")
def page(app: Dash):
    """The page's module; Dash imports it when the application is made."""
    from dashboard.pages import briefing

    return briefing


@pytest.fixture
def plain_map(monkeypatch):
    """The empty map made once: it is the same for every STP and the slow half of a layout."""
    from dashboard.components import small_map

    figure = small_map.small_figure()
    monkeypatch.setattr(small_map, "small_figure", lambda: figure)


def words_of(page, stp, **given):
    return as_read(page.layout(stp=stp, **given))


def names_and_links(land, cell, day):
    """The links of a cell with the id or code each leads to on the day; the cell's text is what its parts say."""
    if cell is None:
        return []
    assert cell["t"] == "".join(part if isinstance(part, str) else part["t"] for part in cell["parts"])
    found = []
    for part in cell["parts"]:
        if isinstance(part, dict):
            check_link(land, part["h"], day)
            path, _, query = part["h"].partition("?")
            assert query == ("" if parse_day(day) == DEFAULT_DAY else f"as_at={day}")
            found.append((part["t"], path.rpartition("/")[2]))
    return found


def test_every_id_of_a_callback_is_in_one_of_the_two_layouts(app, page):
    asked = asked_ids(app, "briefing-")
    assert len(asked) >= 5
    assert asked <= ids_of_page(page.layout()) | ids_of_page(page.layout(stp=HERTS))


def test_tables_are_drawn_where_the_page_has_room_for_them(page):
    layout = page.layout()
    (store,) = (item for item in walk(layout) if getattr(item, "id", None) == Briefing.TABLES)
    assert set(store.data) <= ids_of_page(layout)


@pytest.mark.parametrize("given", [{}, {"stp": HERTS}])
def test_ids_are_unique(page, given):
    ids = [item.id for item in walk(page.layout(**given)) if getattr(item, "id", None)]
    assert len(ids) == len(set(ids))


def test_what_is_not_understood_is_said(page):
    said = text_of(page.layout(stp="dorset", as_at="soon", colour="red"))
    for note in ("“dorset” is not an STP known here", "“soon” is not a date", "The address holds “colour”"):
        assert note in said


def test_an_stp_not_in_being_is_said_and_all_are_shown(page):
    said = text_of(page.layout(stp="stp-cumbria-and-north-east"))
    assert "is not in being on 1 December 2017." in said
    assert "STPs and devolution, 1 December 2017" in said


def test_there_were_none_in_2011(page, land):
    assert "There were no STPs on this day: footprints were confirmed on 15 March 2016." in as_read(
        page.layout(as_at="2011-01-01")
    )
    assert stp_table(land, parse_day("2011-01-01"))["rows"] == []


@pytest.mark.parametrize(("day", "count"), [("2016-03-15", 44), ("2017-12-01", 44), ("2018-04-01", 42)])
def test_a_row_an_stp(land, day, count):
    rows = stp_table(land, parse_day(day))["rows"]
    assert len(rows) == count
    assert {len(row) for row in rows} == {len(COLUMNS)}


@pytest.mark.parametrize("day", DAYS)
def test_rows_are_the_domains_numbers(land, day):
    snapshot = land.as_at(day)
    rows = stp_table(land, snapshot.day)["rows"]
    for row, stp in zip(rows, snapshot.bodies("stp"), strict=True):
        money, own = growth_money(snapshot, stp.id), trusts(snapshot, stp)
        amount = {"t": "not known", "v": None} if money.unknown else money.amount_gbp_m
        link = row[0]
        assert (link["t"], link["h"]) == (stp.short_name, f"/briefing?stp={stp.id}&as_at={day}")
        assert stp.name in link["also"]
        assert row[1] == brief_words.finding(snapshot, stp)
        assert row[5:12] == [
            amount,
            len(met(snapshot, stp.id, "lep")),
            under_several(snapshot, stp.id, "lep"),
            len(councils(snapshot, stp)),
            len(universities(snapshot, stp)),
            len(own.sourced),
            len(own.by_head_office),
        ]
        for column, layer in ((2, "combined_authority"), (3, "devolution_deal"), (4, "city_deal")):
            found = met(snapshot, stp.id, layer)
            assert names_and_links(land, row[column], day) == [(item.body.short_name, item.body.id) for item in found]
        for item in met(snapshot, stp.id, "combined_authority"):
            assert f"{item.body.short_name} ({item.people:,} people: " in row[2]["t"]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("economic", [False, True])
def test_rows_of_what_is_missed_are_the_domains(land, day, economic):
    snapshot = land.as_at(day)
    part = roles(snapshot.landscape)
    found = easily_missed(snapshot, part.economic if economic else part.powers)
    rows = missed_table(land, snapshot.day, economic)["rows"]
    assert len(rows) == len(found)
    for row, item in zip(rows, found, strict=True):
        check_link(land, row[0]["h"], day)
        assert names_and_links(land, row[1], day) == [(body.name, body.id) for body in item.bodies]
        assert row[1]["t"] == ", ".join(body.name for body in item.bodies)
        assert row[2] == item.people
        assert [row[3]["v"], row[4]["v"]] == pytest.approx(
            [100 * item.share_of_stp, 100 * item.share_of_body], abs=1e-4
        )
        assert row[3]["t"] == numbers.percent(item.share_of_stp)
        assert names_and_links(land, row[5], day) == [(land.districts[code].name, code) for code in item.districts]
        assert row[5]["t"] == ", ".join(land.districts[code].name for code in item.districts)


@pytest.mark.usefixtures("plain_map")
@pytest.mark.parametrize("day", DAYS)
def test_every_brief_opens_and_its_links_lead_somewhere(page, land, day):
    snapshot = land.as_at(day)
    check_links(land, page.layout(as_at=day), day)
    for row in stp_table(land, snapshot.day)["rows"]:
        check_link(land, row[0]["h"], day)
    for stp in snapshot.bodies("stp"):
        layout = page.layout(stp=stp.id, as_at=day)
        assert stp.name in text_of(layout)
        assert {Briefing.DRAWING, Briefing.GRAPH} <= ids_of_page(layout)
        check_links(land, layout, day)


def test_hertfordshire_and_west_essex(page):
    said = words_of(page, HERTS)
    for line in (
        "1,465,789 people (mid-2017). No combined authority or devolution deal. Three LEPs (201,000 people under two).",
        "No combined authority holds any of its people.",
        "Three LEPs. 201,409 people live under two.",
        "Two upper-tier councils, with their share of the STP’s people: Hertfordshire (79.2%) and Essex (20.8%).",
        "19,596 people of North Hertfordshire (14.7%) belong to Cambs and Peterborough’s STP.",
        "No devolution deal or city deal covers any of its people.",
        "Growth Deal money by people: £321.49m, £219 a head.",
        "NHS trusts: 3 by a source, 2 by head office only",
    ):
        assert line in said


def test_bath_swindon_and_wiltshire(page):
    said = words_of(page, BATH)
    assert "West of England Combined Authority 188,678 20.7% 20.4% since 8 May 2017" in said
    assert said.count("West of England Combined Authority and West of England devolution agreement hold") == 1


def test_durham_darlington_and_teesside(page):
    said = words_of(page, DURHAM)
    assert "Tees Valley Combined Authority 672,497 61.1% 100% since 8 May 2017" in said
    assert "North East Combined Authority 274,561 25% 13.9% none on this day" in said
    assert "not known, as the amount of a round was not found for Tees Valley." in said
