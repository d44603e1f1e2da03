"""Days, partial dates and being in force."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.dates import PartialDate, change_days, day_words, in_force, parse_day

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PRECISIONS = st.sampled_from(["day", "month", "year"])


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "words"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "year", "2014"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month", "February 2016"),
        ("2015-02", date(2015, 2, 1), date(2015, 2, 28), "month", "February 2015"),
        ("2014-03-14", date(2014, 3, 14), date(2014, 3, 14), "day", "14 March 2014"),
    ],
)
def test_a_partial_date_spans_what_it_can_mean(text, first, last, precision, words):
    found = PartialDate.parse(text)
    assert found == PartialDate(first, last, precision)
    assert found.words() == words


@pytest.mark.parametrize(
    "text",
    ["", "14", "2014-3", "2014-13", "2014-00", "2015-02-29", "2014-03-14T00:00", "0000", "2014\n", "2014-03-14 "],
)
def test_what_is_no_partial_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@given(DAYS, PRECISIONS)
def test_partial_date_round_trip(day, precision):
    found = PartialDate.of(day, precision)
    assert found.precision == precision
    assert found.first <= day <= found.last
    length = {"year": 4, "month": 7, "day": 10}[precision]
    assert PartialDate.parse(found.first.isoformat()[:length]) == found
    assert PartialDate.parse(found.last.isoformat()[:length]) == found


@given(DAYS, DAYS, PRECISIONS)
def test_two_partial_dates_read_alike_only_when_they_are_the_same(one, other, precision):
    a, b = PartialDate.of(one, precision), PartialDate.of(other, precision)
    assert (a.words() == b.words()) == (a == b)


@given(DAYS)
def test_words_of_a_day_name_the_day_without_a_leading_zero(day):
    number, month, year = day_words(day).split()
    assert (number, year) == (str(day.day), str(day.year))
    assert month == day.strftime("%B")


def test_parse_day_takes_whole_days_only():
    assert parse_day("2017-12-01") == date(2017, 12, 1)
    for text in ("2017-12", "2017-02-29", "20171201", "2017-12-01\n", "١٩٩٩-٠١-٠١"):
        with pytest.raises(ValueError, match=r"."):
            parse_day(text)


def test_both_ends_are_inclusive_and_blank_excludes_nothing():
    begins, ends = date(2016, 3, 15), date(2018, 3, 31)
    one = timedelta(days=1)
    assert [in_force(day, begins, ends) for day in (begins - one, begins, ends, ends + one)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert in_force(date.min, None, ends)
    assert in_force(date.max, begins, None)
    assert not in_force(date.max, None, ends)


def test_a_record_changes_the_landscape_on_its_first_day_and_the_day_after_its_last():
    assert change_days(date(2016, 3, 15), date(2018, 3, 31)) == (date(2016, 3, 15), date(2018, 4, 1))
    assert change_days(None, date(2018, 12, 31)) == (date(2019, 1, 1),)
    assert change_days(date(2016, 3, 15), None) == (date(2016, 3, 15),)
    assert change_days(None, None) == ()


@given(DAYS, DAYS, DAYS)
def test_being_in_force_changes_only_on_change_days(day, begins, ends):
    eve = day - timedelta(days=1)
    if in_force(day, begins, ends) != in_force(eve, begins, ends):
        assert day in change_days(begins, ends)
