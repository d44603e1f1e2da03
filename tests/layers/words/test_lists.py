"""Lists and capitals, word for word."""

from __future__ import annotations

import pytest

from layers.words import capitals, lists


@pytest.mark.parametrize(
    ("items", "most", "said"),
    [
        ([], None, ""),
        ([], 0, ""),
        (["a"], None, "a"),
        (["a", "b"], None, "a and b"),
        (["a", "b", "c"], None, "a, b and c"),
        (["a", "b", "c"], 3, "a, b and c"),
        (["a", "b", "c", "d"], 3, "a, b, c and 1 more"),
        (["a", "b", "c", "d"], 2, "a, b and 2 more"),
        (["a", "b", "c", "d"], 1, "a and 3 more"),
    ],
)
def test_listed(items, most, said):
    assert lists.listed(items, most) == said


def test_pieces_of_any_kind_keep_their_kind():
    first, second = object(), ["a", "pair"]
    assert list(lists.pieces([first, second])) == [first, " and ", second]
    assert list(lists.pieces([first, second, first], 2)) == [first, ", ", second, " and ", "1 more"]


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest():
    assert capitals.first_upper("from 1 April 2011") == "From 1 April 2011"
    assert capitals.first_upper("an STP") == "An STP"
    assert capitals.first_upper("") == ""
    assert capitals.first_upper("§NHS") == "§NHS"
