"""The briefing's sentences, word for word."""

from __future__ import annotations

import pytest

from layers.briefing import easily_missed
from layers.briefing_roles import roles
from layers.words.briefing import finding, missed, splits
from tests.layers.toy import county

NAMES = {"stp-north": "North", "stp-south": "South", "stp-union": "Union"}


@pytest.fixture(scope="module")
def land(tmp_path_factory):
    """The county with short names for its STPs."""
    toy = county()
    for identifier, name in NAMES.items():
        toy.row("bodies", id=identifier)["short_name"] = name
    return toy.load(tmp_path_factory.mktemp("named"))


@pytest.fixture(scope="module")
def now(land):
    return land.as_at()


def test_finding(now):
    assert [finding(now, stp) for stp in now.bodies("stp")] == [
        "One combined authority and two devolution deals. Two LEPs (500 people under two). One easily missed.",
        "One combined authority and two devolution deals. Three LEPs. Two easily missed.",
    ]


def test_finding_of_an_authority_without_a_deal(tmp_path):
    toy = county()
    toy.tables["deals"] = [row for row in toy.tables["deals"] if row["layer"] == "growth_deal"]
    toy.tables["deal_areas"] = []
    now = toy.load(tmp_path).as_at()
    said = "One combined authority and no devolution deals. Two LEPs (500 people under two)."
    assert finding(now, now.by_id["stp-north"]) == said


def test_missed(now):
    assert [missed(item) for item in easily_missed(now, roles(now.landscape).powers)] == [
        "deal-agreed name and deal-stalled name hold about 1 in 5 of South’s people: 700 people in one district.",
        "deal-port name holds about 1 in 5 of South’s people: 700 people in one district.",
        "deal-port name holds about 2 in 5 of North’s people: 300 people in one district.",
    ]
    assert missed(easily_missed(now, roles(now.landscape).economic, "stp-north")[0]) == (
        "growth-deal-west-2014-07-07 name and West LEP hold about two-thirds of North’s people: 500 people in one district."
    )


def test_splits(now):
    assert splits(now, now.by_id["stp-north"]) == ("700 people of District A (70%) belong to South’s STP.",)
    assert splits(now, now.by_id["stp-south"]) == ("300 people of District A (30%) belong to North’s STP.",)


@pytest.mark.parametrize(
    ("identifier", "sentence"),
    [
        (
            "stp-hertfordshire-and-west-essex",
            "No combined authority or devolution deal. Three LEPs (201,000 people under two).",
        ),
        (
            "stp-bath-swindon-and-wiltshire",
            "One combined authority and one devolution deal. Three LEPs. Two easily missed.",
        ),
        (
            "stp-durham-darlington-teesside-hambleton-richmondshire-and-whitby",
            "Two combined authorities and one devolution deal. Three LEPs. One easily missed.",
        ),
    ],
)
def test_real_findings(real, identifier, sentence):
    now = real.as_at("2017-12-01")
    assert finding(now, now.by_id[identifier]) == sentence


def test_real_splits_and_missed(real):
    now = real.as_at("2017-12-01")
    assert splits(now, now.by_id["stp-hertfordshire-and-west-essex"]) == (
        "19,596 people of North Hertfordshire (14.7%) belong to Cambs and Peterborough’s STP.",
    )
    assert missed(easily_missed(now, roles(real).powers, "stp-bath-swindon-and-wiltshire")[0]) == (
        "West of England Combined Authority and West of England devolution agreement "
        "hold about 1 in 5 of Bath, Swindon and Wiltshire’s people: 189,000 people in one district."
    )


@pytest.mark.parametrize("day", ["2016-03-15", "2017-12-01", "2018-04-01", "2018-12-31"])
def test_no_real_sentence_is_odd(real, day):
    """Whatever is easily missed holds somebody, and never all of the STP."""
    snapshot = real.as_at(day)
    for item in easily_missed(snapshot, (*roles(real).powers, *roles(real).economic)):
        said = missed(item)
        assert " none of " not in said
        assert " all of " not in said
        assert "no district" not in said
