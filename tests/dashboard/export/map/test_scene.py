"""The page of a map as a whole: legend with counts, sources, sentences beside it."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.export.map.build import keys, scene, source_lines
from dashboard.export.map.findings import findings_of
from dashboard.export.map.windows import LINE
from tests.dashboard.export.map.plans import plan
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")


def legend(now, *layers, **stated) -> list[tuple[str, str, str]]:
    return [(key.kind, key.words, key.count) for key in keys(now, plan(now, *layers, **stated))]


def test_a_line_a_layer_with_the_bodies_in_force(now):
    assert legend(now, "lep", "stp") == [
        ("line", "Local enterprise partnerships (LEPs)", "3"),
        ("line", "STP footprints", "4"),
    ]


def test_fallen_deals_and_bids_are_counted_apart(now):
    assert legend(now, "devolution_deal", fallen=True) == [
        ("line", "Devolution deals", "1"),
        ("line", "bids and fallen deals", "2"),
    ]
    assert legend(now, "devolution_deal") == [("line", "Devolution deals", "1")]
    assert keys(now, plan(now, "devolution_deal", fallen=True))[1].dash == pytest.approx((LINE, 4 * LINE))


def test_associates_and_tints_have_a_line_of_their_own(now):
    assert legend(now, "combined_authority", "city_deal", filled="combined_authority") == [
        ("line", "Combined authorities", "2"),
        ("line", "associates: shown, not counted", ""),
        ("tint", "area of combined authorities", ""),
        ("line", "City deals", "2"),  # a partner of a city deal is not drawn
    ]
    assert keys(now, plan(now, "combined_authority"))[1].dash == pytest.approx((LINE, 3 * LINE))


def test_points_are_counted(now):
    assert legend(now, points=("university", "nhs_trust")) == [
        ("mark", "Universities", "3"),
        ("mark", "NHS trusts", "3"),
    ]


@pytest.mark.parametrize(
    ("selected", "words"),
    [(code("E"), ["Elm"]), ("E10000001", ["Valeshire"]), ("stp-vale", ["Vale STP"]), ("trust-RAA", []), (None, [])],
)
def test_what_is_selected_has_a_line_but_an_institution_has_its_mark(now, selected, words):
    assert [key.words for key in keys(now, plan(now, selected=selected))] == words


def test_a_fifth_layer_has_the_dash_that_it_is_drawn_with(now):
    names = ("combined_authority", "lep", "stp", "city_deal", "growth_deal")
    found = {key.words: key.dash for key in keys(now, plan(now, *names))}
    assert found["City deals"] == ()
    assert found["Growth deals"] == pytest.approx((14 * LINE, 2 * LINE, 2 * LINE, 2 * LINE))


@pytest.mark.parametrize(
    ("stated", "headings"),
    [
        ({}, []),
        ({"measure": "employment_rate_2017"}, ["Employment"]),
        ({"points": ("university",)}, ["Layers"]),
        ({"selected": code("E"), "measure": "employment_rate_2017"}, ["Layers", "Employment"]),
    ],
)
def test_legends_there_is_something_to_say_in(toy, now, stated, headings):
    assert [item.heading for item in scene(toy, plan(now, **stated)).legends] == headings


def test_the_scene_is_of_the_plan(toy, now):
    asked = plan(now, "stp", national=True, height=700_000)
    found = scene(toy, asked)
    assert (found.title, found.day, found.address) == (asked.title, asked.day, asked.address)
    assert [window.name for window in found.windows] == ["England", "London"]
    assert found.windows[0].labels
    assert not found.windows[1].labels
    assert scene(toy, asked, findings=("Mine.",)).findings == ("Mine.",)
    assert scene(toy, asked).findings == findings_of(now, asked)


def test_sources(now):
    first, ons, licence = source_lines(plan(now, measure="employment_rate_2017"))
    assert first.startswith("As at 1 December 2017. Statistics and the mid-2017 population do not move with the date.")
    assert "Office for National Statistics" in ons
    assert licence.endswith("Employment: Employment source.")
    assert source_lines(plan(now))[2].endswith("v3.0.")


# ---------------------------------------------------------------- sentences


def test_one_layer_says_how_far_it_reaches(now):
    assert findings_of(now, plan(now, "lep", national=True)) == (
        "8,000 people live in no LEP, 9,500 people in one and 500 people in two or more LEPs.",
    )
    assert findings_of(now, plan(now)) == ()


def test_two_layers_are_laid_against_each_other(now):
    """STPs against authorities where both are shown, else the first two. Each LEP is cut; Birch's people count once."""
    found = findings_of(now, plan(now, "lep", "stp", national=True))
    assert len(found) == 4
    assert found[0] == "10,000 people live in the three LEPs that an STP boundary cuts."
    both = findings_of(now, plan(now, "combined_authority", "lep", "stp", national=True))
    assert both[2] == "An STP shares people with up to one combined authority."


def test_a_part_of_england_is_told_of_by_the_bodies_in_view(now):
    """Round Elm, 40 km high and 53.6 wide: 403.2 to 456.8 km east, 290 to 330 north. Vale is wholly in view, of South Dale's
    16.8 km by 20 and a corner of Ash and Cedar, of Coast the same three districts; Thames and Lime are far off.
    """
    near = {"height": 40_000, "at": "E"}
    assert findings_of(now, plan(now, "stp", **near))[0] == "Three STPs in view: Vale, South and North."
    assert findings_of(now, plan(now, "city_deal", at="L", height=40_000)) == ("One city deal in view: Lime.",)
    both = findings_of(now, plan(now, "lep", "stp", at="L", height=40_000))
    assert both == ("One STP in view: Thames.",), "no LEP is there, so none is spoken of"


def test_a_body_is_in_view_when_a_tenth_of_it_is_or_it_takes_a_tenth_of_the_map(now):
    """Thames is Lime's square of 20 km. A map whose western edge runs 1 km inside its eastern one shows a twentieth of it."""

    def seen(shown: float, height: float = 20_000) -> bool:
        west, _south, east, _north = (530_000 - 10_000, 0, 530_000 + 10_000, 0)
        wide = height * 560 / 418
        where = (east - shown, 180_000 - height / 2, east - shown + wide, 180_000 + height / 2)
        assert west < where[0]
        return bool(findings_of(now, plan(now, "stp", extent=where)))

    assert seen(3_000)
    assert not seen(1_000)
    assert seen(1_000, height=2_000), "a small map, of which it takes more than a third"


def test_one_leading_body_in_view_is_told_of_with_what_it_meets_there(now):
    """Vale Combined Authority is Elm, 20 km, in the middle of a map of 24 by 32 km; Alpha's Birch, Dale and Cedar show at its edges."""
    only = (
        ("combined_authority", (now.by_id["ca-vale"],)),
        ("stp", now.bodies("stp")),
        ("city_deal", now.bodies("city_deal")),
    )
    found = findings_of(now, plan(now, shown=only, height=24_000))
    assert found == (
        "Vale Combined Authority: 4,000 people, one district.",
        "STP, by share of its people: Vale (100%).",
    ), "no city deal is in view"


def test_of_two_layers_in_view_it_is_said_which_one_cuts(now):
    """The LEPs East and West share Birch, and Ash is divided between two STPs: each of the three LEPs is cut by an STP's boundary."""
    found = findings_of(now, plan(now, "lep", "stp"))
    assert found == (
        "Three LEPs in view: Coast, East and West.",
        "Three STPs in view: Vale, South and North.",
        "An STP boundary cuts three LEPs in view: Coast, East and West.",
    )
    deal = findings_of(now, plan(now, "stp", "city_deal"))
    assert deal[-1] == "A city deal boundary cuts two STPs in view: South and North.", "Port is Ash, which both share"
    vale = findings_of(now, plan(now, "stp", "leading_places"))
    assert vale[-1] == "A Leading Places partnership boundary cuts none of the STPs in view.", "Vale leaders are Vale"


@pytest.mark.parametrize("national", [True, False])
def test_nothing_is_said_of_a_layer_that_has_no_body_on_the_day(toy, national):
    """Until 2014 there is no combined authority in the toy, and until 2016 no STP: LEPs alone are told of, in sentences and key."""
    then = toy.as_at(date(2013, 1, 1))
    asked = plan(then, "combined_authority", "lep", "stp", national=national)
    found = findings_of(then, asked)
    assert found
    assert not any(word in " ".join(found) for word in ("STP", "combined authorit"))
    assert [key.words for key in keys(then, asked)] == ["Local enterprise partnerships (LEPs)"]
    elm = findings_of(then, plan(then, "combined_authority", "lep", "stp", selected=code("E"), national=national))
    assert elm == ("Elm: 4,000 people; East Midlands.", "LEP: Coast.")
    coast = findings_of(then, plan(then, "combined_authority", "lep", "stp", selected="lep-coast"))
    assert len(coast) == 1
    assert findings_of(then, plan(then, "stp", "combined_authority", national=national)) == ()


def test_beside_a_part_of_england_the_key_counts_what_is_in_view(toy, now):
    """The maps of packs, which have sentences of their own, count what they show."""
    (near,) = scene(toy, plan(now, "lep", "stp")).legends
    assert (near.heading, [key.count for key in near.keys]) == ("Layers, and bodies in view", ["3", "3"])
    (whole,) = scene(toy, plan(now, "lep", "stp", national=True, height=700_000)).legends
    assert (whole.heading, [key.count for key in whole.keys]) == ("Layers", ["3", "4"])
    (pack,) = scene(toy, plan(now, "lep", "stp"), findings=("Mine.",)).legends
    assert (pack.heading, [key.count for key in pack.keys]) == ("Layers", ["3", "4"])


def test_accents_are_for_main_layers_first(toy, now):
    """Six are main: combined authorities, LEPs, STPs and three kinds of deal. A seventh that is shown finds no accent left."""
    main = ["combined_authority", "lep", "stp", "city_deal", "growth_deal", "devolution_deal"]
    accents = [layer for layer, _colour in scene(toy, plan(now, "leading_places", *main)).accents]
    assert accents == main
    two = scene(toy, plan(now, "leading_places", "stp")).accents
    assert [layer for layer, _colour in two] == ["stp", "leading_places", *(x for x in main if x != "stp")][:6]
    assert dict(two)["stp"] == toy.layers["stp"].colour


def test_a_selected_district_names_its_bodies(now):
    found = findings_of(now, plan(now, "combined_authority", "stp", "city_deal", selected=code("C")))
    assert found == (
        "Cedar: 1,000 people; North East.",
        "Combined authority: Alpha (associate).",
        "STP: South.",
        "City deal: none.",
    )
    ash = findings_of(now, plan(now, "stp", selected=code("A")))
    assert ash[1] == "STP: North (30% of its people) and South (70% of its people)."


def test_a_selected_body_names_its_partners(now):
    """South: Ash in part, Cedar and Dale whole; 2400, 700 and 600 of its 3700 people in the three LEPs."""
    found = findings_of(now, plan(now, "stp", "lep", "city_deal", "local_industrial_strategy", selected="stp-south"))
    assert found == (
        "South STP: 3,700 people, two districts and part of one more.",
        "LEP, by share of its people: Coast (64.9%), East (18.9%) and West (16.2%).",
        "City deal, by share of its people: Port (18.9%).",
        "Local industrial strategy: none holds any of its people.",
    )
    assert (
        findings_of(now, plan(now, "stp", selected="ca-vale"))[0]
        == "Vale Combined Authority: 4,000 people, one district."
    )


def test_a_selected_body_that_is_not_counted(now):
    assert findings_of(now, plan(now, "stp", selected="lis-nowhere")) == (
        "Strategy of nowhere: its area is not counted on this day.",
    )
    gone = findings_of(now, plan(now, "stp", selected="deal-gone"))
    assert gone[1] == "STP: none holds any of its people."


def test_a_selected_institution_says_where_it_stands(now):
    found = findings_of(now, plan(now, "stp", "combined_authority", selected="trust-RAA"))
    assert found[0] == "Ash Hospital: head office in Ash."
    assert len(found) == 4
