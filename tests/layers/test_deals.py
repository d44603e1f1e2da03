"""When a deal is live, what its status read, and how agreements make a place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.dates import FIRST_DAY, LAST_DAY, PartialDate
from layers.deals import (
    BID,
    FALLEN,
    fallen_on,
    is_announced,
    is_live,
    known_amount,
    known_as,
    pilot_end,
    standing,
    status_at,
    steps,
)
from layers.model import Agreement
from tests.layers.toy import records

WORDS = dict.fromkeys(
    [
        *("id", "place_id", "place", "name", "amount_period", "lead_name"),
        *("headline", "source", "confidence", "amount_confidence", "doubt"),
    ],
    "",
)
STATUSES = ["signed", "implemented", "signed; stalled", "superseded", "withdrawn", "rejected", "not agreed"]
ONE = timedelta(days=1)


def agreement(status: str, since: str | None = None, on: str = "2015-10-02", **stated) -> Agreement:
    day = date.fromisoformat(on)
    fixed = {
        "layer_record": records()["devolution_deal"],
        "round": "1",
        "announced_on": day,
        "announced": PartialDate.of(day, "day"),
        "status_on": PartialDate.parse(since) if since else None,
        "amount_gbp_m": None,
        "lead_body_id": None,
    }
    return Agreement(**WORDS | fixed | stated, status=status)


@pytest.mark.parametrize("status", sorted(FALLEN))
@pytest.mark.parametrize(
    ("since", "falls"),
    [("2016-09-08", date(2016, 9, 8)), ("2016-06", date(2016, 6, 30)), ("2016", date(2016, 12, 31))],
    ids=["day", "month", "year"],
)
def test_a_deal_is_live_until_the_last_day_its_fall_can_mean(status, since, falls):
    deal = agreement(status, since)
    assert fallen_on(deal) == falls
    assert [is_live(deal, day) for day in (deal.announced_on - ONE, deal.announced_on, falls - ONE, falls)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert [status_at(deal, day) for day in (falls - ONE, falls)] == ["agreed", status]
    assert [standing([deal], day) for day in (deal.announced_on - ONE, falls - ONE, falls)] == [
        None, "live", "fallen",
    ]  # fmt: skip


def test_a_stalled_deal_stays_live_and_says_so_from_its_date():
    deal = agreement("signed; stalled", "2018-05-03")
    assert fallen_on(deal) is None
    assert [status_at(deal, date(2018, 5, day)) for day in (2, 3)] == ["signed", "signed; stalled"]
    assert is_live(deal, LAST_DAY)


@pytest.mark.parametrize(
    ("status", "before"),
    [
        ("implemented", "agreed"),
        ("published", "in preparation"),
        ("completed", "under way"),
        ("designated", "named"),
        ("signed", "announced"),
        ("in preparation", "in preparation"),
    ],
)
def test_what_is_reached_later_reads_as_what_came_before(status, before):
    deal = agreement(status, "2018-10")
    assert status_at(deal, date(2018, 10, 30)) == before
    assert status_at(deal, date(2018, 10, 31)) == status
    assert is_live(deal, date(2018, 10, 30))


def test_a_status_without_a_date_reads_as_it_is():
    assert status_at(agreement("signed"), date(2015, 10, 2)) == "signed"


def test_a_bid_is_never_live():
    bid = agreement(BID, "2016", on="2015-09-01")
    assert [status_at(bid, day) for day in (date(2016, 12, 30), date(2016, 12, 31))] == ["bid", "not agreed"]
    assert not is_live(bid, date(2015, 9, 1))
    assert [standing([bid], day) for day in (date(2015, 8, 31), date(2015, 9, 1), LAST_DAY)] == [None, "bid", "bid"]


def test_a_pilot_ends_on_31_march_of_its_year():
    pilot = agreement(
        "implemented", layer_record=records()["business_rates_pilot"], round="2017-18 pilots", on="2017-04-01"
    )
    assert pilot_end(pilot) == date(2018, 3, 31)
    assert [is_live(pilot, day) for day in (date(2018, 3, 31), date(2018, 4, 1))] == [True, False]
    assert [status_at(pilot, day) for day in (date(2018, 3, 31), date(2018, 4, 1))] == ["implemented", "ended"]
    assert standing([pilot], date(2018, 4, 1)) is None


def test_a_growth_pilot_of_2015_stays_open():
    pilot = agreement(
        "implemented", layer_record=records()["business_rates_pilot"], round="2015 growth pilots", on="2015-04-01"
    )
    assert pilot_end(pilot) is None
    assert is_live(pilot, LAST_DAY)


def test_only_pilots_end_by_themselves():
    assert pilot_end(agreement("signed", round="2017-18 round")) is None


def test_a_place_stands_as_its_best_agreement():
    day = date(2018, 1, 1)
    fell, bid = agreement("withdrawn", "2016"), agreement(BID)
    assert standing([bid, fell, agreement("signed")], day) == "live"
    assert standing([bid, fell], day) == "fallen"
    assert standing([bid, agreement("signed", on="2018-06-01")], day) == "bid"
    assert standing([], day) is None


def told(deal, day, **given):
    return [(when.words(), text) for when, text in steps(deal, date.fromisoformat(day), **given)]


def test_the_steps_of_a_bid():
    bid = agreement(BID, "2016-07", on="2015-09-01")
    made = ("1 September 2015", "bid made")
    assert told(bid, "2015-08-31") == []
    assert told(bid, "2016-07-30") == [made]
    assert told(bid, "2016-07-31") == [made, ("July 2016", "not agreed")]
    assert told(agreement(BID, on="2015-09-01"), "2015-09-01") == [
        ("1 September 2015", "bid made; not agreed, on a day not known")
    ]


@pytest.mark.parametrize("status", sorted(FALLEN))
def test_the_steps_of_a_deal_that_fell(status):
    deal = agreement(status, "2016", on="2015-10-02")
    assert told(deal, "2016-12-30") == [("2 October 2015", "announced")]
    assert told(deal, "2016-12-31") == [("2 October 2015", "announced"), ("2016", status)]
    assert told(agreement(status), "2018-12-31") == [("2 October 2015", "announced")], "when is not known"


def test_the_invited_are_not_told_that_a_deal_was_announced_for_them():
    for deal in (agreement("signed", "2016-01"), agreement("withdrawn", "2016-01")):
        assert told(deal, "2018-12-31", invited=True) == [("2 October 2015", "invited, did not join")]
    assert told(agreement("signed"), "2015-10-01", invited=True) == []
    assert told(agreement(BID, "2016"), "2018-12-31", invited=True)[0][1] == "bid made"


def test_a_name_without_its_outcome():
    assert known_as(agreement(BID, name="Poole City Deal (not agreed)")) == "Poole City Deal"
    assert known_as(agreement("signed", name="Poole City Deal")) == "Poole City Deal"


def test_amounts_add_up_only_when_all_are_known():
    known = [agreement("signed", amount_gbp_m=amount) for amount in (0.1, 0.2, 295.2)]
    assert known_amount(known) == 295.5
    assert known_amount([agreement("signed", amount_gbp_m=amount) for amount in (1.001, 1.1)]) == 2.101, (
        "to the thousand"
    )
    assert known_amount([*known, agreement("signed")]) is None
    assert known_amount([]) is None


DEALS = st.builds(
    lambda status, day, since, precision: agreement(
        status, str(since)[: {"day": 10, "month": 7, "year": 4}[precision]], on=str(day)
    ),
    st.sampled_from(STATUSES),
    st.dates(FIRST_DAY, LAST_DAY),
    st.dates(FIRST_DAY, LAST_DAY),
    st.sampled_from(["day", "month", "year"]),
)
DAYS = st.dates(FIRST_DAY, LAST_DAY)


@given(DEALS, DAYS, DAYS)
def test_once_fallen_never_live_again(deal, one, other):
    early, late = sorted((one, other))
    if is_announced(deal, early):
        assert is_announced(deal, late)
        assert is_live(deal, early) or not is_live(deal, late)


@given(DEALS, DAYS)
def test_what_is_live_has_been_announced_and_reads_as_standing(deal, day):
    if is_live(deal, day):
        assert is_announced(deal, day)
        assert status_at(deal, day) not in FALLEN | {BID, "bid"}
        assert standing([deal], day) == "live"
    elif is_announced(deal, day):
        assert status_at(deal, day) in FALLEN | {BID, "bid"}


@given(st.lists(DEALS, max_size=4), DAYS, st.randoms())
def test_the_order_of_agreements_is_no_matter(deals, day, random):
    shuffled = deals * 2
    random.shuffle(shuffled)
    assert standing(shuffled, day) == standing(deals, day)
