"""What an adviser asks of an STP: on the toy county by hand, and the facts found for a few real STPs."""

from __future__ import annotations

import pytest

from layers.briefing import (
    Attributed,
    Met,
    councils,
    easily_missed,
    growth_money,
    is_easily_missed,
    met,
    split_districts,
    trusts,
    under_several,
    universities,
)
from layers.briefing_roles import roles
from tests.layers.toy import code, county

A, B, C, D = map(code, "ABCD")
HERTS = "stp-hertfordshire-and-west-essex"
BATH = "stp-bath-swindon-and-wiltshire"
DURHAM = "stp-durham-darlington-teesside-hambleton-richmondshire-and-whitby"


@pytest.fixture(scope="module")
def now(real):
    return real.as_at("2017-12-01")


@pytest.fixture(scope="module")
def funded(tmp_path_factory):
    """The county with the amount of every growth deal round known: East 90 and 30, West 11 and 22, Coast 24, Old 5 and 6."""
    toy = county()
    toy.row("deals", id="growth-deal-east-2015-01-29")["amount_gbp_m"] = "30"
    return toy.load(tmp_path_factory.mktemp("funded"))


def numbers(found):
    return [(item.body.id, item.people, item.share_of_stp, item.share_of_body) for item in found]


def test_met_most_people_first(land):
    assert numbers(met(land.as_at(), "stp-north", "lep")) == [
        ("lep-east", 800, 1, 800 / 1500),
        ("lep-west", 500, 500 / 800, 500 / 1100),
    ]
    assert numbers(met(land.as_at(), "stp-south", "combined_authority")) == [
        ("ca-alpha", 2700, 2700 / 3700, 2700 / 3500)
    ]


def test_met_at_least(land):
    """South holds 600 of West's 1,100 and 700 of East's 1,500, each under a fifth of its own."""
    found = met(land.as_at(), "stp-south", "lep", least=0.5)
    assert [item.body.id for item in found] == ["lep-coast", "lep-west"]


def test_met_on_a_day_without_the_stp_or_layer(land):
    with pytest.raises(KeyError):
        met(land.as_at("2018-04-01"), "stp-north", "lep")
    with pytest.raises(KeyError):
        met(land.as_at(), "stp-north", "councils")


def test_growth_money_by_hand(funded):
    """Of East's 1,500 people 800 are in North, of West's 1,100 500; South has the rest, and all of Coast."""
    now = funded.as_at()
    assert growth_money(now, "stp-north") == Attributed(120 * 800 / 1500 + 33 * 500 / 1100, ()) == Attributed(79, ())
    assert growth_money(now, "stp-south") == Attributed(56 + 18 + 24, ())


def test_growth_money_follows_the_day(funded):
    """Before West's second round and Coast's first; D still in Old, with 5 and 6."""
    before = funded.as_at("2016-12-31")
    assert growth_money(before, "stp-north") == Attributed(64 + 5, ())
    assert growth_money(before, "stp-south") == Attributed(56 + 6 + 11, ())


def test_growth_money_is_unknown_when_a_round_is(toy, tmp_path):
    toy.row("bodies", id="lep-east")["short_name"] = "East"
    now = toy.load(tmp_path).as_at()
    assert growth_money(now, "stp-north") == Attributed(None, ("East",))
    assert growth_money(now, "stp-south") == Attributed(None, ("East",))


def test_no_growth_money_without_a_growth_deal(toy, tmp_path):
    toy.tables["deals"] = [row for row in toy.tables["deals"] if row["layer"] != "growth_deal"]
    assert growth_money(toy.load(tmp_path).as_at(), "stp-north") == Attributed(None, ())


def test_under_several(land):
    now = land.as_at()
    assert under_several(now, "stp-north", "lep") == 500
    assert under_several(now, "stp-south", "lep") == 0
    assert under_several(now, "stp-south", "devolution_deal") == 700


def test_councils(land, toy, tmp_path):
    now = land.as_at()
    assert councils(now, now.by_id["stp-north"]) == ((B, 500 / 800), (A, 300 / 800))
    assert councils(now, now.by_id["stp-south"]) == ((D, 2000 / 3700), (C, 1000 / 3700), (A, 700 / 3700))
    for letter in "AB":
        toy.row("districts", code=code(letter)).update(upper_tier_code="E10000001", upper_tier_name="Countyshire")
    tiered = toy.load(tmp_path).as_at()
    assert councils(tiered, tiered.by_id["stp-north"]) == (("E10000001", 1),)


def test_split_districts(land):
    now = land.as_at()
    north, south = (now.by_id[name] for name in ("stp-north", "stp-south"))
    assert split_districts(now, north) == ((A, south, 700, 0.7),)
    assert split_districts(now, south) == ((A, north, 300, 0.3),)


def test_a_trust_without_a_source_counts_by_its_head_office(land):
    now = land.as_at()
    found = trusts(now, now.by_id["stp-north"])
    assert (found.sourced, [item.name for item in found.by_head_office]) == ((), ["A Trust"])
    assert trusts(now, now.by_id["stp-south"]).by_head_office == ()


def test_a_trust_sourced_elsewhere_is_not_counted_by_its_head_office(toy, tmp_path):
    toy.row("trusts", ods_code="RAA")["stp_code"] = toy.row("bodies", id="stp-south")["official_code"]
    now = toy.load(tmp_path).as_at()
    north, south = (trusts(now, now.by_id[name]) for name in ("stp-north", "stp-south"))
    assert (north.sourced, north.by_head_office) == ((), ())
    assert ([item.name for item in south.sourced], south.by_head_office) == (["A Trust"], ())


def test_a_trust_that_sources_place_in_two_stps_counts_in_both(toy, tmp_path):
    for name in ("stp-north", "stp-south"):
        toy.add("trust_stps", ods_code="RAA", body_id=name)
    now = toy.load(tmp_path).as_at()
    for name in ("stp-north", "stp-south"):
        found = trusts(now, now.by_id[name])
        assert (len(found.sourced), len(found.by_head_office)) == (1, 0)


def test_universities(land):
    now = land.as_at()
    assert [item.name for item in universities(now, now.by_id["stp-north"])] == [f"{x} University" for x in "XYZ"]
    assert universities(now, now.by_id["stp-south"]) == ()


@pytest.mark.parametrize(
    ("of_stp", "of_body", "missed"),
    [
        (0.0099, 0.0099, False),
        (0.0099, 0.01, True),
        (0.0099, 0.5, False),
        (0.0099, 0.4999, True),
        (0.01, 0.0001, True),
        (0.01, 1, True),
        (0.35, 1, True),
        (0.351, 1, False),
        (0.351, 0.5, False),
        (0.351, 0.4999, True),
        (0.9899, 0.1, True),
        (0.99, 0.1, False),
        (1, 0.0001, False),
        (1, 1, False),
    ],
)
def test_easily_missed_at_each_edge(land, of_stp, of_body, missed):
    body = land.as_at().by_id["ca-alpha"]
    assert is_easily_missed(Met(body, 1, of_stp, of_body)) is missed


def rows(found):
    return [(item.stp.id, [body.id for body in item.bodies], item.people, item.districts) for item in found]


def test_easily_missed_one_entry_a_footprint(land):
    now = land.as_at()
    everything = [
        ("stp-south", ["deal-agreed", "deal-stalled"], 700, (A,)),
        ("stp-south", ["deal-port"], 700, (A,)),
        ("stp-north", ["deal-port"], 300, (A,)),
    ]
    assert rows(easily_missed(now, roles(land).powers)) == everything
    assert rows(easily_missed(now, roles(land).powers, "stp-north")) == everything[2:]
    first = easily_missed(now, roles(land).powers)[0]
    assert (first.share_of_stp, first.share_of_body) == (700 / 3700, 700 / 1500)


def test_easily_missed_of_growth_deals_and_their_leps(land):
    assert rows(easily_missed(land.as_at(), roles(land).economic)) == [
        ("stp-south", ["growth-deal-east", "lep-east"], 700, (A,)),
        ("stp-south", ["growth-deal-west", "lep-west"], 600, (C,)),
        ("stp-north", ["growth-deal-west", "lep-west"], 500, (B,)),
    ]


def test_nothing_is_missed_before_there_are_stps(land):
    assert easily_missed(land.as_at("2016-03-14"), roles(land).powers) == ()


def test_hertfordshire_and_west_essex(now, real):
    stp = now.by_id[HERTS]
    assert met(now, HERTS, "combined_authority") == met(now, HERTS, "devolution_deal") == ()
    assert len(met(now, HERTS, "lep")) == 3
    assert under_several(now, HERTS, "lep") == 201_409
    assert [code for code, _ in councils(now, stp)] == ["E10000015", "E10000012"]
    ((district, other, count, share),) = split_districts(now, stp)
    assert (real.districts[district].name, other.short_name) == (
        "North Hertfordshire",
        "Cambs and Peterborough",
    )
    assert (count, round(share, 2)) == (19_596, 0.15)


def test_bath_swindon_and_wiltshire(now):
    found = easily_missed(now, roles(now.landscape).powers, BATH)[0]
    assert [body.id for body in found.bodies] == ["ca-west-of-england", "devolution-west-of-england"]
    assert (found.people, round(found.share_of_stp, 3), found.districts) == (188_678, 0.207, ("E06000022",))


def test_durham_darlington_and_teesside(now):
    shares = {item.body.id: round(item.share_of_stp, 2) for item in met(now, DURHAM, "combined_authority")}
    assert shares == {"ca-tees-valley": 0.61, "ca-north-east": 0.25}
    assert growth_money(now, DURHAM) == Attributed(None, ("Tees Valley",))


def test_trusts_of_every_stp_are_told_apart(now):
    """No trust is both sourced and placed by head office, and a head office lies in one STP only."""
    placed = [item.id for stp in now.bodies("stp") for item in trusts(now, stp).by_head_office]
    sourced = {item.id for stp in now.bodies("stp") for item in trusts(now, stp).sourced}
    assert len(placed) == len(set(placed))
    assert not sourced.intersection(placed)
