"""What the patchwork map is sent: the domain's numbers, and few bytes of them."""

from __future__ import annotations

from datetime import date

import brotli
import pytest
from plotly.io.json import to_json_plotly

from dashboard.components.patchwork import coverage
from dashboard.palette import HUES
from dashboard.payloads.patchwork import TITLES, patchwork_payload
from dashboard.views.patchwork import ALL, COLOURS, PatchworkView
from layers import patchwork
from layers.dates import DEFAULT_DAY
from layers.patchwork import bodies_to_work_with, body_counts, groups, region_parts, splitting_layers
from tests.layers.toy import AREA_LAYERS

DAYS = (DEFAULT_DAY, date(2011, 1, 1), date(2016, 3, 15), date(2018, 12, 31))
MAIN = PatchworkView().layers
NORTH_EAST, LONDON = "E12000001", "E12000007"


def test_the_palette_has_a_colour_for_every_hue():
    assert len(set(HUES)) == patchwork.HUES
    assert set(TITLES) == set(COLOURS)


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("region", [ALL, NORTH_EAST, LONDON])
@pytest.mark.parametrize("day", DAYS)
def test_the_legend_holds_everyone_of_the_region_once(land, colour, region, day):
    found = patchwork_payload(land, MAIN, colour, region, day)
    shown = region_parts(land.as_at(day), None if region == ALL else region)
    assert sum(row["people"] for row in found["legend"]) == land.parts.people_in(shown)
    assert found["parts"] == [land.parts.ids[part] for part in shown]
    assert len(found["parts"]) == len(found["classes"]) == len(found["hover"])
    assert all(0 <= number < len(found["colours"]) for number in found["classes"])
    assert {row["colour"] for row in found["legend"]} == {found["colours"][number] for number in found["classes"]}
    assert len({row["label"] for row in found["legend"]}) == len(found["legend"])


def test_bundles_of_the_legend_are_the_domains_groups(land):
    found = patchwork_payload(land, MAIN, "bundle", ALL, DEFAULT_DAY)
    assert [row["people"] for row in found["legend"]] == [group.people for group in groups(land.as_at(), MAIN)]
    assert len(found["legend"]) == 88
    assert found["title"] == "Who shares which bundle of bodies, England, 1 December 2017"


@pytest.mark.parametrize("day", DAYS)
def test_classes_are_the_domains_counts(land, day):
    snapshot = land.as_at(day)
    tier = [land.districts[code].upper_tier_code for code in land.parts.district]
    for colour, found in (
        ("splits", splitting_layers(snapshot, MAIN)),
        ("stps", bodies_to_work_with(snapshot, "stp")),
        ("leps", bodies_to_work_with(snapshot, "lep")),
    ):
        assert patchwork_payload(land, MAIN, colour, ALL, day)["classes"] == [len(found[code]) for code in tier]
    assert patchwork_payload(land, MAIN, "bodies", ALL, day)["classes"] == list(body_counts(snapshot, MAIN))


def test_districts_of_a_legend_row(land):
    """Birmingham is in two parts, so no row of bundles holds the whole of it."""
    found = patchwork_payload(land, ("stp",), "bundle", ALL, DEFAULT_DAY)["legend"]
    rows = {row["label"]: row for row in found}
    assert rows["Dorset STP"]["districts"] == "eight districts"
    assert rows["Black Country STP"]["districts"] == "four districts and part of one"
    assert rows["Black Country STP"]["people"] == land.as_at().by_id["stp-the-black-country"].people


def test_a_region_is_named(land):
    found = patchwork_payload(land, ("lep",), "leps", NORTH_EAST, date(2011, 1, 1))
    assert found["title"] == "How many LEPs the county or unitary council works with, North East, 1 January 2011"


def test_without_layers_there_is_one_class(land):
    found = patchwork_payload(land, (), "bundle", ALL, DEFAULT_DAY)
    assert [row["label"] for row in found["legend"]] == ["None of these layers"]
    assert found["shapes"] == {}
    assert set(map(tuple, found["hover"])) == {()}


def test_outlines_are_of_the_bodies_of_the_day(land):
    found = patchwork_payload(land, ("combined_authority", "stp"), "bodies", ALL, date(2016, 3, 15))
    assert [len(shapes) for shapes in found["shapes"].values()] == [
        len([body for body in land.as_at("2016-03-15").bodies(layer) if body.parts]) for layer in found["shapes"]
    ]


@pytest.mark.parametrize("layers", [MAIN, tuple(AREA_LAYERS)])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_change_of_view_is_small_to_send(land, layers, colour):
    for day in DAYS:
        answer = (patchwork_payload(land, layers, colour, ALL, day), coverage(land.as_at(day), layers, None))
        assert len(brotli.compress(to_json_plotly(answer).encode(), quality=5)) < 40_000, day
