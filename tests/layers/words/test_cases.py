"""The server's words against the table of cases that the scripts are held to as well."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from layers.dates import day_words
from layers.words import lists, numbers, titles

CASES = json.loads((Path(__file__).parents[2] / "words" / "cases.json").read_text("utf-8"))
OURS = {
    "amount": numbers.amount,
    "count": numbers.count,
    "dayWords": lambda day: day_words(date.fromisoformat(day)),
    "listed": lists.listed,
    "number": lambda value, measure: numbers.number(value, measure["kind"], measure["unit"]),
    "percent": numbers.percent,
    "subtitleOf": titles.view_subtitle,
    "titleOf": titles.view_title,
    "unitWords": numbers.unit_words,
}
SCRIPTS_ALONE = {"shortCount", "wholePercent"}
"""What stands in the cells of the matrix alone, which the server never writes."""


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case["function"] in OURS],
    ids=lambda case: f"{case['function']}-{case['arguments']}",
)
def test_the_server_says_what_the_scripts_say(case):
    assert OURS[case["function"]](*case["arguments"]) == case["expected"]


def test_every_function_of_the_table_is_held_to_it():
    assert {case["function"] for case in CASES} == OURS.keys() | SCRIPTS_ALONE
