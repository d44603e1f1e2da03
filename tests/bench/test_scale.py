"""Many more small areas, the same people and ground: the overlaps stay what they are."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bench.multiplied import multiply, pieces, shared
from bench.scale import check_equal, rows_of
from bench.scale_once import peak_megabytes, results, with_areas
from dashboard.world import landscape
from layers.dates import DEFAULT_DAY
from layers.overlaps.pairs import incidence
from layers.package import DATA


@pytest.mark.parametrize(
    ("total", "times", "wanted"), [(7, 3, [3, 2, 2]), (2, 3, [1, 1, 0]), (0, 2, [0, 0]), (5, 1, [5])]
)
def test_a_number_is_shared_out_with_nothing_over(total, times, wanted):
    assert shared(total, times) == wanted


def test_pieces_of_a_small_area_have_its_people_its_ground_and_codes_of_their_own():
    row = {"code": "E01", "district_code": "E07", "population_2017": "5", "area_m2": "10.5"}
    found = list(pieces(row, 2))
    assert [(item["code"], item["population_2017"], item["area_m2"]) for item in found] == [
        ("E01-1", "3", "5.3"),
        ("E01-2", "2", "5.2"),
    ]
    assert {item["district_code"] for item in found} == {"E07"}


def test_no_small_area_is_cut_into_none(tmp_path):
    with pytest.raises(ValueError, match="can't be cut into 0"):
        multiply(DATA / "small_areas.csv", tmp_path / "out.csv", 0)


@pytest.fixture(scope="module")
def tenfold(tmp_path_factory):
    path = tmp_path_factory.mktemp("scale") / "small_areas.csv"
    assert multiply(DATA / "small_areas.csv", path, 10) == 328_440
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@pytest.mark.slow
def test_ten_times_as_many_small_areas_give_the_same_overlaps(tenfold):
    land = landscape()
    before, after = (incidence(found.as_at(DEFAULT_DAY)) for found in (land, with_areas(land, tenfold)))
    assert len(with_areas(land, tenfold).small_areas.code) == 10 * len(land.small_areas.code)
    assert np.array_equal(before.people, after.people)
    assert np.allclose(before.area_km2, after.area_km2, rtol=0, atol=1e-6)
    assert results(before) == results(after)


def test_one_person_more_is_another_result(tmp_path):
    land = landscape()
    table = pd.read_csv(DATA / "small_areas.csv", dtype=str, keep_default_na=False)
    same = results(incidence(with_areas(land, table).as_at(DEFAULT_DAY)))
    assert same == results(incidence(land.as_at(DEFAULT_DAY)))
    table.loc[0, "population_2017"] = str(int(table.loc[0, "population_2017"]) + 1)
    assert results(incidence(with_areas(land, table).as_at(DEFAULT_DAY)))["digest"] != same["digest"]


def test_sizes_that_differ_are_no_result():
    run = {"digest": "a"}
    check_equal({1: [run, run], 10: [run]})
    with pytest.raises(RuntimeError, match="1, 10 do not all give the same overlaps"):
        check_equal({1: [run], 10: [run, {"digest": "b"}]})


def test_rows_of_a_size_are_medians_with_the_most_memory_under_its_limit():
    runs = [
        {
            "rows": 1000,
            "read_ms": ms,
            "build_ms": 2 * ms,
            "pairs_ms": 1.0,
            "before_mb": 100.0,
            "peak_mb": mb,
            "pairs": 5,
        }
        for ms, mb in ((10.0, 5000.0), (20.0, 3000.0), (60.0, 3900.0))
    ]
    rows = rows_of(10, runs)
    assert [row.ours.median for row in rows] == [20.0, 40.0, 1.0, 3900.0]
    assert rows[0].what == "1,000 small areas (10x): reading the table"
    assert (rows[-1].met, rows[-1].ours.most) == (True, 5000.0)


def test_peak_memory_is_never_below_what_is_held_now():
    before = peak_megabytes()
    block = np.ones(int(before * 1e6 / 8) + 4_000_000)
    assert peak_megabytes() > before + 30
    assert block.sum() > 0
