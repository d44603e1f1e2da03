"""One district: what covers it, with whom, since when, and how its figures compare."""

from __future__ import annotations

from datetime import date

from layers.place.area import area_of
from layers.place.covers import Sharer, covers_of, district_shares
from layers.place.figures import figures_of
from layers.place.institutions import institutions_of
from tests.layers.toy import code


def found(snapshot, letter, **asked):
    return {cover.body.id: cover for cover in covers_of(snapshot, area_of(snapshot.landscape, code(letter)), **asked)}


def test_covers_of_a_split_district_in_layer_order(land):
    got = covers_of(land.as_at(), area_of(land, code("A")))
    assert [(cover.body.id, cover.share) for cover in got] == [
        ("ca-alpha", 1), ("lep-east", 1), ("stp-north", 0.3), ("stp-south", 0.7), ("deal-port", 1),
        ("growth-deal-east", 1), ("deal-agreed", 1), ("deal-stalled", 1), ("rates-2015", 1),
        ("ics-listed", 1), ("ics-north", 0.3),
    ]  # fmt: skip


def test_a_district_wholly_in_two_leps(land):
    got = found(land.as_at(), "B")
    assert (got["lep-east"].share, got["lep-west"].share) == (1, 1)
    assert got["lep-west"].others == (Sharer(code("C"), "District C", 0.6),)


def test_partners_come_by_share_of_their_own_people_and_then_by_name(land):
    got = found(land.as_at(), "C")["stp-south"]
    assert got.others == (Sharer(code("D"), "District D", 1), Sharer(code("A"), "District A", 0.7))
    assert [item.code for item in found(land.as_at(), "A")["ca-alpha"].others] == [code("B"), code("D")]


def test_an_associate_has_no_share_and_comes_after_members(land):
    got = found(land.as_at(), "C")
    alpha = got["ca-alpha"]
    assert alpha.share is None
    assert alpha.member.role == "non-constituent"
    assert [item.code for item in alpha.others] == [code("A"), code("B"), code("D")]
    port = found(land.as_at(), "B")["deal-port"]
    assert (port.share, port.member.role) == (None, "partner")
    assert "deal-port" not in got, "declined"
    assert "deal-port" not in found(land.as_at(), "D"), "invited"


def test_fallen_deals_and_bids_only_when_asked_for(land):
    now = land.as_at()
    extra = {name: cover for name, cover in found(now, "A", fallen=True).items() if name not in found(now, "A")}
    assert {name: cover.share for name, cover in extra.items()} == {
        "deal-rejected": 1, "deal-superseded": 1, "deal-withdrawn": 1,
    }  # fmt: skip
    bid = found(now, "C", fallen=True)["deal-bid"]
    assert (bid.body.standing, bid.share, bid.member.role) == ("bid", None, "invited")
    assert "deal-bid" not in found(now, "C")


def test_since_is_the_later_of_body_and_membership(toy, tmp_path):
    toy.row("memberships", body_id="ca-alpha", district_code=code("A"))["valid_from"] = "2010-01-01"
    now = toy.load(tmp_path).as_at()
    assert found(now, "A")["ca-alpha"].since == date(2014, 4, 1)
    assert found(now, "D")["ca-alpha"].since == date(2016, 7, 1)
    assert found(now, "D")["growth-deal-coast"].since == date(2017, 4, 1)


def test_a_deal_covers_nobody_before_it_was_announced(toy, tmp_path):
    """A growth deal takes its LEP's members, some of whom joined the LEP years before the deal."""
    toy.row("memberships", body_id="lep-east", district_code=code("A"))["valid_from"] = "2011-05-01"
    now = toy.load(tmp_path).as_at()
    assert found(now, "A")["lep-east"].since == date(2011, 5, 1)
    assert found(now, "A")["growth-deal-east"].since == date(2014, 7, 7)


def test_since_is_not_known_when_the_day_a_district_joined_was_not_found(toy, tmp_path):
    toy.row("memberships", body_id="ca-alpha", district_code=code("A"))["valid_from"] = ""
    assert found(toy.load(tmp_path).as_at(), "A")["ca-alpha"].since is None


def test_since_is_not_known_when_neither_is(toy, tmp_path):
    toy.row("bodies", id="lep-east")["valid_from"] = ""
    assert found(toy.load(tmp_path).as_at(), "A")["lep-east"].since is None


def test_shares_of_a_body(land):
    now = land.as_at()
    assert district_shares(now, now.by_id["stp-south"]) == {code("A"): 0.7, code("C"): 1, code("D"): 1}
    assert district_shares(now, now.by_id["deal-bid"]) == {}


def test_institutions_universities_first_by_name(land):
    assert [item.name for item in institutions_of(land, area_of(land, code("A")))] == [
        "X University", "Y University", "Z University", "A Trust",
    ]  # fmt: skip
    assert institutions_of(land, area_of(land, code("B"))) == ()


def test_figures_beside_the_middle_district(land):
    pay, births = figures_of(land, area_of(land, code("A")))
    assert (pay.measure.id, pay.value, pay.middle_england, pay.middle_region) == ("pay", 10, 20, 15)
    assert (births.value, births.middle_england, births.middle_region) == (5, 5, 5)
    assert figures_of(land, area_of(land, code("D")))[0].value is None
    assert figures_of(land, area_of(land, code("D")))[0].middle_region == 40
