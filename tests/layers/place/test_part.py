"""The part of a split district: which bodies tell it from the rest."""

from __future__ import annotations

from datetime import date

import pytest

from layers.landscape import Landscape
from layers.load import load_landscape
from layers.place.part import part_covers, part_of

BIRMINGHAM, BASSETLAW = "E08000025", "E07000171"


@pytest.fixture(scope="module")
def real() -> Landscape:
    return load_landscape()


def test_a_part_is_its_districts_area_with_its_own_people(real: Landscape) -> None:
    names = [name for name in real.parts.ids if name.startswith(BIRMINGHAM)]
    assert names == [f"{BIRMINGHAM}-1", f"{BIRMINGHAM}-2"]
    areas = [part_of(real, name) for name in names]
    assert {area.name for area in areas} == {"Birmingham"}
    assert sum(area.people for area in areas) == real.districts[BIRMINGHAM].population
    assert [len(area.parts) for area in areas] == [1, 1]


@pytest.mark.parametrize("name", [BASSETLAW, BIRMINGHAM, f"{BIRMINGHAM}-3", f"{BIRMINGHAM}-0", "nowhere-1", "", "-1"])
def test_what_is_no_part_of_a_split_district_is_refused(real: Landscape, name: str) -> None:
    with pytest.raises(KeyError):
        part_of(real, name)


def test_each_part_of_birmingham_is_in_one_stp_and_beside_the_other(real: Landscape) -> None:
    found = [part_covers(real.as_at(), f"{BIRMINGHAM}-{k}") for k in (1, 2)]
    here = [[cover.body.short_name for cover in item.here if cover.body.layer == "stp"] for item in found]
    elsewhere = [[cover.body.short_name for cover in item.elsewhere if cover.body.layer == "stp"] for item in found]
    assert sorted(name for names in here for name in names) == ["Birmingham and Solihull", "Black Country"]
    assert here == elsewhere[::-1]
    smaller = min(found, key=lambda item: item.area.people)
    assert [cover.body.short_name for cover in smaller.here if cover.body.layer == "stp"] == ["Black Country"]


def test_before_there_were_stps_nothing_tells_the_parts_apart(real: Landscape) -> None:
    found = part_covers(real.as_at(date(2011, 6, 1)), f"{BIRMINGHAM}-1")
    assert (found.here, found.elsewhere) == ((), ())
