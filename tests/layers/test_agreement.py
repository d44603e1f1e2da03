"""Two public tools against the engine: GeoPandas' overlay and tobler's areal interpolation, at 1 December 2017.

The engine adds up small areas; these two cut polygons. The outlines here are dissolved from
the raw small areas, unsimplified, so that areas can be compared.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from tobler.area_weighted import area_interpolate

from layers.build.source import BRITISH_NATIONAL_GRID, read_small_areas
from layers.overlaps.pairs import layer_pair

pytestmark = pytest.mark.slow

PAIRS = [("combined_authority", "stp"), ("lep", "stp"), ("lep", "lep"), ("city_deal", "stp")]
LEAST = 0.01
"""Of either body: what the engine calls a touch when both are below it."""


@pytest.fixture(scope="module")
def now(real):
    return real.as_at()


@pytest.fixture(scope="module")
def outlines(real, now):
    """Every live body of the layers compared, by layer: ``id``, ``people``, ``geometry``."""
    raw = read_small_areas()
    assert list(raw["code"]) == list(real.small_areas.code)
    geometries = raw.geometry.to_numpy()
    part = real.small_areas.part
    parts = [shapely.union_all(geometries[part == position]) for position in range(len(real.parts))]
    found = {}
    for layer in {name for pair in PAIRS for name in pair}:
        bodies = [body for body in now.bodies(layer) if body.parts]
        shapes = [shapely.union_all([parts[position] for position in body.parts]) for body in bodies]
        found[layer] = gpd.GeoDataFrame(
            {"id": [body.id for body in bodies], "people": [float(body.people) for body in bodies]},
            geometry=shapes,
            crs=BRITISH_NATIONAL_GRID,
        )
    return found


def overlaid(one, other):
    """Square kilometres of every pair that meets in an area, by `geopandas.overlay`."""
    columns = ["id", "geometry"]
    cut = gpd.overlay(one[columns], other[columns], how="intersection", keep_geom_type=True)
    return {(a, b): area / 1e6 for a, b, area in zip(cut["id_1"], cut["id_2"], cut.area, strict=True)}


@pytest.mark.parametrize(("layers", "count"), list(zip(PAIRS, [13, 82, 30, 36], strict=True)))
def test_overlay_finds_the_same_pairs_with_the_same_areas(now, outlines, layers, count):
    """Areas agree within 1% for every pair that shares at least 1% of either body, and none of those is missed.

    Measured: within 0.04% for LEPs and STPs, 0.01% for the others. Geometry alone also finds pairs that share no
    small area: slivers, where the generalised outlines of neighbouring small areas lie over one another (1, 8, 8 and
    2 of them with GEOS 3.14), none of them above 0.001% of either body.
    """
    a, b = layers
    pair = layer_pair(now, a, b)
    km2 = {layer: dict(zip(found["id"], found.area / 1e6, strict=True)) for layer, found in outlines.items()}
    got = {key: area for key, area in overlaid(outlines[a], outlines[b]).items() if a != b or key[0] != key[1]}
    exact = {(pair.a[i].id, pair.b[j].id): float(pair.area_km2[i, j]) for i, j in pair.pairs()}

    def share(key, area):
        return max(area / km2[a][key[0]], area / km2[b][key[1]])

    large = {key for key, area in exact.items() if share(key, area) >= LEAST}
    assert len(large) == count
    assert large <= set(got), "missed"
    assert {key: got[key] for key in large} == pytest.approx({key: exact[key] for key in large}, rel=0.01)
    slivers = {key: share(key, area) for key, area in got.items() if key not in exact}
    assert len(slivers) <= 12
    assert max(slivers.values(), default=0) < LEAST


def test_an_outline_is_as_large_as_its_small_areas(now, outlines):
    for layer, found in outlines.items():
        summed = np.array([now.by_id[name].area_km2 for name in found["id"]])
        np.testing.assert_allclose(found.area / 1e6, summed, rtol=0.002, err_msg=layer)


def spread_evenly(source, target, columns):
    """tobler's areal interpolation of counts: each source's spread evenly over its area, read off in each target."""
    return area_interpolate(source, target, extensive_variables=columns, allocate_total=False)[columns]


def test_areal_interpolation_finds_the_same_pairs(now, outlines):
    """One unit spread over each STP, read off in combined authorities, is the share of the STP's area in each."""
    stps, authorities = outlines["stp"], outlines["combined_authority"]
    pair = layer_pair(now, "combined_authority", "stp")
    units = stps.join(pd.DataFrame(np.eye(len(stps)), columns=list(stps["id"])))
    got = spread_evenly(units, authorities, list(stps["id"])).to_numpy()
    exact = pair.shares_by("area")[1]
    assert [body.id for body in pair.a] == list(authorities["id"])
    assert [body.id for body in pair.b] == list(stps["id"])
    np.testing.assert_allclose(got, exact, atol=1e-4)
    assert np.array_equal(got >= LEAST, exact >= LEAST)


def test_areal_interpolation_of_people_is_right_only_for_whole_stps(now, outlines):
    """What spreading people evenly does: the people of STPs by area, read off in combined authorities.

    Of the people counted small area by small area it finds 24% in Tees Valley, 39% in Liverpool City Region, 51% in
    West Yorkshire, 72% in the West of England, 77% in Sheffield City Region, 89 to 94% in the West Midlands, Greater
    Manchester and Cambridgeshire and Peterborough, and 104% in the North East: people are not spread evenly, and most
    live in the cities. So nothing is asserted of these, but that an authority made of whole STPs would come out right.
    """
    stps, authorities = outlines["stp"], outlines["combined_authority"]
    guess = spread_evenly(stps, authorities, ["people"])["people"].to_numpy()
    pair = layer_pair(now, "combined_authority", "stp")
    for i, found in enumerate(guess):
        inside = pair.share_of_b[i] == 1
        whole, reached = int(pair.total_b[inside].sum()), int(pair.total_b[pair.people[i] > 0].sum())
        assert 0.999 * whole <= found <= 1.001 * reached


def test_areal_interpolation_conserves_people_over_a_partition(outlines):
    """LEPs to STPs, which cover every one of them whole: the sum stays, though each STP's figure is a guess."""
    guess = spread_evenly(outlines["lep"], outlines["stp"], ["people"])["people"]
    assert guess.sum() == pytest.approx(outlines["lep"]["people"].sum(), rel=0.002)
