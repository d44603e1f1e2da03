"""Names on slides and pictures: how large, what they may not lie on, and where small bodies have theirs with England in view."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.export.drawing.paper import MAP
from dashboard.export.map.labels import PAGE_TYPE, labels
from tests.dashboard.export.map.plans import plan
from tests.dashboard.export.map.test_labels import said, window
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")


def page_labels(now, asked, where):
    return labels(now, asked, where, inset=False)


def test_names_on_a_page_are_12_points_and_those_of_the_leading_layer_13(now):
    found = page_labels(now, plan(now, "stp", "lep", lead="stp", selected=code("C")), window(metres=300))
    sizes = {" ".join(item.lines): item.size for item in found}
    assert sizes["Vale"] == 13
    assert sizes["Cedar"] == 13, "what is selected"
    assert set(sizes.values()) == {12, 13}
    assert {item.size for item in found if not item.layer} == {12, 13}, "districts, and the selected one"


@pytest.mark.parametrize(("metres", "named"), [(322, True), (323, False)])
def test_districts_are_named_on_a_page_from_200_metres_a_pixel(now, metres, named):
    """A pixel is 0.62 points: 200 metres a pixel are 322.6 a point."""
    assert ("Elm" in said(page_labels(now, plan(now), window(metres=metres)))) == named
    assert PAGE_TYPE.districts_from == pytest.approx(322.58, abs=0.01)


def test_no_other_layer_names_a_body_of_the_layer_that_leads(now):
    """Vale STP is Elm and Fir; Vale Combined Authority is Elm alone, whose middle lies on that STP."""
    vale, authority = (now.by_id[name] for name in ("stp-vale", "ca-vale"))
    both = (("stp", (vale,)), ("combined_authority", (authority,)))
    led = replace(plan(now, lead="stp"), shown=both)
    assert {item.layer for item in page_labels(now, led, window(metres=350))} == {"stp"}
    alone = replace(plan(now, lead="combined_authority"), shown=both[1:])
    assert {item.layer for item in page_labels(now, alone, window(metres=350))} == {"combined_authority"}


def test_a_name_may_stand_on_what_the_leading_layer_does_not_cover(now):
    """Alpha's roomiest spot is in Ash, Birch and Dale, all outside Vale, so it is named beside Vale's name."""
    shown = (("stp", (now.by_id["stp-vale"],)), ("combined_authority", (now.by_id["ca-alpha"],)))
    found = page_labels(now, replace(plan(now, lead="stp"), shown=shown), window(metres=350))
    assert [item.lines for item in found] == [("Vale",), ("Alpha",)]


def test_the_districts_of_a_body_that_leads_keep_their_names(now):
    found = page_labels(now, plan(now, "combined_authority", "stp", lead="combined_authority"), window(metres=300))
    assert "Fir" in said(found)
    assert "Dale" in said(found), "one of Alpha's, which leads"


def test_the_layer_that_leads_is_named_first_even_when_another_is_tinted(now):
    north = (("stp", (now.by_id["stp-north"],)), ("integrated_care_system", (now.by_id["ics-north"],)))
    tinted = replace(plan(now, filled="integrated_care_system", lead="stp"), shown=north)
    assert [item.lines for item in page_labels(now, tinted, window("B", 300)) if item.layer] == [("North",)]


def test_with_england_in_view_a_small_body_is_named_beside_itself(now):
    """At 1500 metres a point Thames is 13 points across, and its name 50: it stands off the land, at the end of a line to
    Lime's middle, which is the middle of the map.
    """
    shown = (("stp", (now.by_id["stp-thames"],)),)
    where = window("L", 1500)
    (label,) = page_labels(now, replace(plan(now, lead="stp"), shown=shown), where)
    middle_of_map = MAP.x + MAP.width / 2, MAP.y + MAP.height / 2
    assert label.at == pytest.approx(middle_of_map, abs=1)
    assert label.end is not None
    away = ((label.end[0] - label.at[0]) ** 2 + (label.end[1] - label.at[1]) ** 2) ** 0.5
    assert away >= 24 * 0.62 - 2, "the shortest line, less the paper round the name"
    (near,) = page_labels(now, replace(plan(now, lead="stp"), shown=shown), window("L", 500))
    assert near.at is None
    nearer = replace(plan(now, lead="stp"), shown=(("stp", (now.by_id["stp-vale"],)),))
    assert page_labels(now, nearer, window("F", 677, east=-250, south=180)) == (), "only with England in view"
