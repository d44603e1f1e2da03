"""What holds of overlaps on any landscape: eight parts in five districts, at random, covers and gaps allowed."""

from __future__ import annotations

import dataclasses
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layers.geography.areas import Parts
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.model import Body
from layers.overlaps.frame import overlap_frame
from layers.overlaps.pairs import WEIGHTS, layer_coverage, layer_pair
from tests.layers.toy import records

DAY = date(2017, 12, 1)
quick = settings(deadline=None, max_examples=40)

DISTRICTS = ("E1", "E1", "E2", "E3", "E3", "E3", "E4", "E5")
footprints = st.lists(st.sets(st.integers(0, 7), max_size=8), max_size=4)
populations = st.lists(st.integers(0, 5000), min_size=8, max_size=8)
partitions = st.lists(st.integers(0, 2), min_size=8, max_size=8).map(
    lambda owner: [found for k in range(3) if (found := {p for p in range(8) if owner[p] == k})]
)


def landscape(people, **layers):
    """A snapshot with these layers, each a list of sets of parts; B listed twice is two bodies."""
    parts = Parts(DISTRICTS, {}, np.array(people), np.arange(1.0, 9.0))
    named = {name: layer_of(name) for name in layers}
    land = Landscape({}, named, {}, {}, {}, (), None, parts)  # type: ignore[arg-type]
    by_layer = {
        name: tuple(body_of(f"{name}{k}", name, found, parts) for k, found in enumerate(bodies))
        for name, bodies in layers.items()
    }
    return Snapshot(land, DAY, by_layer)


def layer_of(name):
    return dataclasses.replace(records()["lep"], id=name, name=name, name_singular=name, noun=name, plural=f"{name}s")


def body_of(identifier, layer, found, parts):
    body = Body(identifier, layer_of(layer), identifier, identifier, "", None, None, None, ())
    mine = tuple(found)
    sizes = parts.people_in(mine), parts.area_in(mine)
    return BodyAt(body, DAY, "live", (), (), mine, (), mine, *sizes, ())


@quick
@given(populations, footprints, partitions)
def test_a_partition_conserves_people(people, a, b):
    pair = layer_pair(landscape(people, a=a, b=b), "a", "b")
    assert pair.people.sum(axis=1).tolist() == pair.total_a.tolist() == pair.in_any_b.tolist()
    assert not pair.in_many_b.any()
    assert pair.area_km2.sum(axis=1) == pytest.approx([body.area_km2 for body in pair.a])


@quick
@given(populations, footprints, footprints)
def test_what_is_shared_is_shared_both_ways(people, a, b):
    snapshot = landscape(people, a=a, b=b)
    there, back = layer_pair(snapshot, "a", "b"), layer_pair(snapshot, "b", "a")
    for name in ("people", "area_km2", "districts_whole", "districts_part"):
        assert np.array_equal(getattr(there, name), getattr(back, name).T), name
    for weight in WEIGHTS:
        of_a, of_b = there.shares_by(weight)
        back_b, back_a = back.shares_by(weight)
        assert np.array_equal(of_a, back_a.T)
        assert np.array_equal(of_b, back_b.T)
        assert ((of_a >= 0) & (of_a <= 1 + 1e-12)).all()
    assert there.in_any_a.tolist() == back.in_any_b.tolist()
    mirror = {"inside": "contains", "contains": "inside"}
    for i, j in there.pairs():
        assert back.match(j, i) == mirror.get(there.match(i, j), there.match(i, j))
    assert {(i, j) for i, j in there.pairs()} == {(i, j) for j, i in back.pairs()}


@quick
@given(populations, footprints)
def test_a_layer_on_itself_twice_is_the_same_with_full_shares(people, a):
    snapshot = landscape(people, a=a, b=a)
    pair = layer_pair(snapshot, "a", "b")
    for i, body in enumerate(pair.a):
        if body.people:
            assert (pair.match(i, i), pair.share_of_a[i, i], pair.share_of_b[i, i]) == ("same", 1, 1)
        assert pair.people[i, i] == body.people
    within = layer_pair(snapshot, "a", "a")
    assert np.array_equal(within.people + np.diag(within.total_a), pair.people)


@quick
@given(populations, footprints, footprints)
def test_an_empty_body_changes_nothing(people, a, b):
    before, after = landscape(people, a=a, b=b), landscape(people, a=[*a, set()], b=[set(), *b])
    assert_same(before, after, ids=False)


@quick
@given(populations, footprints, footprints, st.randoms())
def test_order_and_duplicates_of_parts_change_nothing(people, a, b, random):
    def shuffled(found):
        twice = [*found, *list(found)[:2]]
        random.shuffle(twice)
        return twice

    before = landscape(people, a=a, b=b)
    messy = landscape(people, a=a, b=b)
    mixed = {
        name: tuple(dataclasses.replace(body, parts=tuple(shuffled(body.parts))) for body in bodies)
        for name, bodies in messy.by_layer.items()
    }
    assert_same(before, Snapshot(messy.landscape, DAY, mixed))


def assert_same(one, other, *, ids=True):
    for a, b in (("a", "b"), ("b", "a"), ("a", "a")):
        for weight in WEIGHTS if a == "a" != b else WEIGHTS[:1]:
            left, right = (overlap_frame(snapshot, a, b, weight) for snapshot in (one, other))
            hidden = [] if ids else ["a_id", "a_name", "b_id", "b_name"]
            assert left.drop(columns=hidden).equals(right.drop(columns=hidden))
        left, right = (layer_pair(snapshot, a, b) for snapshot in (one, other))
        assert left.neat_fit == right.neat_fit
        assert (left.people_cut, left.crossing()) == (right.people_cut, right.crossing())
        assert left.seam.tolist() == right.seam.tolist()
    assert layer_coverage(one, "a") == layer_coverage(other, "a")


def test_order_and_duplicates_of_memberships_change_nothing(tmp_path, toy, land):
    """The same by way of files: rows turned round."""
    toy.tables["memberships"].reverse()
    toy.tables["small_areas"].reverse()
    turned = toy.load(tmp_path).as_at()
    for a, b in (("stp", "lep"), ("combined_authority", "stp"), ("lep", "lep")):
        assert overlap_frame(turned, a, b).equals(overlap_frame(land.as_at(), a, b))


@quick
@given(populations, footprints, footprints)
def test_measures_hold_together_on_covers(people, a, b):
    pair = layer_pair(landscape(people, a=a, b=b), "a", "b")
    assert (pair.in_many_b <= pair.in_any_b).all()
    assert (pair.in_any_b <= pair.total_a).all()
    assert (pair.seam >= 0).all()
    covered = int(pair.in_any_b.sum())
    if covered:
        assert pair.neat_fit == pytest.approx(1 - pair.seam.sum() / covered)
    else:
        assert pair.neat_fit is None
    assert pair.people_cut <= sum(people)
    pairs, bodies, within = pair.crossing()
    assert bodies <= pairs
    assert (bodies > 0) == (within > 0)
    none, one, more = layer_coverage(pair.snapshot, "a")
    assert none + one + more == sum(people)
