"""Classes of a measure: who is in which, what the legend says, where the edges lie.

Deprivation is 10, 20 ... 60 in Ash to Fir and not known in Lime. Fifths of six values end at 20, 30, 40 and 50, each
the value of a district, which belongs to the class that it ends.
"""

from __future__ import annotations

import pytest

from dashboard.export.map.shading import PLAIN, class_colours, measure_source, shading
from dashboard.palette import CLASSES, NOT_AVAILABLE
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")


def colours(found) -> dict[str, str]:
    return {letter: found.colours[code(letter)] for letter in "ABCDEFL"}


def test_a_value_on_an_edge_belongs_to_the_class_that_it_ends(now):
    one, two, three, four, five = CLASSES
    found = shading(now, "imd2015_average_score")
    assert colours(found) == {"A": one, "B": one, "C": two, "D": three, "E": four, "F": five, "L": NOT_AVAILABLE}
    assert code("L") not in found.values
    assert found.values[code("F")] == 60


def test_the_legend_counts_the_districts_of_each_class(now):
    legend = shading(now, "imd2015_average_score").legend
    assert [(key.kind, key.colour, key.count) for key in legend.keys] == [
        ("class", CLASSES[0], "2"),
        ("class", CLASSES[1], "1"),
        ("class", CLASSES[2], "1"),
        ("class", CLASSES[3], "1"),
        ("class", CLASSES[4], "1"),
        ("class", NOT_AVAILABLE, "1"),
    ]
    assert legend.heading == "Deprivation"
    assert legend.note == "score, 2015; number of districts on the right."


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("imd2015_average_score", ["10.0 to 20.0", "over 20.0 to 30.0", "over 30.0 to 40.0", "over 40.0 to 50.0", "over 50.0 to 60.0", "not available"]),
        ("gva_per_head_itl3_2017", ["£20,000 to £20,000", "over £20,000 to £26,000", "over £26,000 to £30,000", "over £30,000 to £50,000"]),
        ("population_mid2017", ["500 to 1,000", "over 1,000 to 1,200", "over 1,200 to 1,800", "over 1,800 to 3,600", "over 3,600 to 8,000"]),
    ],
)  # fmt: skip
def test_the_legend_runs_from_the_lowest_value_to_the_highest(now, measure, words):
    assert [key.words for key in shading(now, measure).legend.keys] == words


def test_a_measure_of_larger_areas_says_so_in_the_legend(now):
    note = shading(now, "gva_per_head_itl3_2017").legend.note
    assert note.startswith("pounds, 2017; number of districts on the right. One value for a whole ITL3 sub-region")


def test_a_plain_map_has_no_legend(now):
    found = shading(now, "none")
    assert set(found.colours.values()) == {PLAIN}
    assert set(found.colours) == set(now.landscape.districts)
    assert (found.legend, found.values) == (None, {})
    assert measure_source("none") == ""


def test_growth_money_moves_with_the_day(toy, now):
    """On the default day Ash, Birch and Lime have none that is known; on the last day of 2016 only Dale has any: £5,500."""
    found = shading(now, "growth_deal_per_head")
    assert {letter for letter, colour in colours(found).items() if colour == NOT_AVAILABLE} == {"A", "B", "L"}
    assert found.colours[code("C")] == CLASSES[4]
    assert found.values[code("C")] == pytest.approx(19_215.19, abs=0.01)
    earlier = shading(toy.as_at("2016-12-31"), "growth_deal_per_head")
    assert dict(earlier.values) == {code("D"): 5500}


@pytest.mark.parametrize(
    ("count", "which"),
    [(1, [2]), (2, [0, 4]), (3, [0, 2, 4]), (4, [0, 1, 3, 4]), (5, [0, 1, 2, 3, 4])],
)
def test_fewer_classes_are_spread_over_the_palette(count, which):
    """Of four classes the second is at 4/3 = 1.33 of the palette and the third at 2.67: the nearest colours are 1 and 3."""
    assert class_colours(count) == tuple(CLASSES[k] for k in which)


def test_the_source_of_a_measure():
    assert measure_source("employment_rate_2017") == "Employment: Employment source."
