"""Lasting ids for every outline that a date can ask for."""

from __future__ import annotations

from datetime import date, timedelta

from layers.dates import FIRST_DAY, LAST_DAY
from layers.outlines import all_shapes, associate_shape_of, shape_of


def test_every_footprint_of_a_body_has_its_id_and_the_default_day_the_plain_one(land):
    alpha = {shape.id: shape.parts for shape in all_shapes(land).values() if shape.body_id == "ca-alpha"}
    assert alpha == {
        "ca-alpha": (0, 1, 2, 5),
        "ca-alpha.2": (0, 1, 2),
        "ca-alpha.3": (0, 1, 5),
        "ca-alpha.associates": (3, 4),
    }


def test_a_day_names_the_outline_of_that_day(land):
    for day, name in [("2014-04-01", "ca-alpha.2"), ("2017-12-01", "ca-alpha"), ("2018-11-02", "ca-alpha.3")]:
        assert shape_of(land, land.as_at(day).by_id["ca-alpha"]) == name


def test_a_growth_deal_is_drawn_with_its_lep(land):
    assert [land.layers[name].geometry for name in ("growth_deal", "stp")] == ["lep", "stp"]
    assert shape_of(land, land.as_at().by_id["growth-deal-coast"]) == "lep-coast"
    assert shape_of(land, land.as_at("2017-03-31").by_id["growth-deal-coast"]) == "lep-coast.2"
    assert all(layer != "growth_deal" for layer, _ in all_shapes(land))


def test_bodies_with_one_footprint_share_an_outline_within_a_layer_only(land):
    now, later = land.as_at(), land.as_at("2018-04-01")
    assert shape_of(land, now.by_id["stp-north"]) == shape_of(land, later.by_id["stp-union"]) == "stp-north"
    assert shape_of(land, now.by_id["ics-north"]) == "ics-north"


def test_associates_have_an_outline_of_their_own(land):
    now = land.as_at()
    assert associate_shape_of(land, now.by_id["ca-alpha"]) == "ca-alpha.associates"
    assert all_shapes(land)["combined_authority_associates", (3, 4)].body_id == "ca-alpha"
    assert associate_shape_of(land, now.by_id["stp-north"]) is None


def test_a_bid_is_drawn_and_a_body_without_area_is_not(toy, tmp_path, land):
    assert shape_of(land, land.as_at().by_id["deal-bid"]) == "deal-bid"
    toy.programme("lis-nowhere", "local_industrial_strategy", "2017-11-01", status="in preparation")
    other = toy.load(tmp_path)
    assert shape_of(other, other.as_at().by_id["lis-nowhere"]) is None


def test_ids_are_unique_and_every_day_finds_its_outlines(land):
    shapes = all_shapes(land)
    assert len({shape.id for shape in shapes.values()}) == len(shapes)
    assert all((shape.layer, shape.parts) == key for key, shape in shapes.items())
    day: date = FIRST_DAY
    while day <= LAST_DAY:
        for body in land.as_at(day).by_id.values():
            assert bool(body.drawn_parts) == (shape_of(land, body) is not None), (day, body.id)
        day += timedelta(days=1)
