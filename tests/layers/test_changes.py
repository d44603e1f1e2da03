"""What changed, in the sentences that a reader sees."""

from __future__ import annotations

from datetime import date

import pytest

from layers.changes import changes_on, latest_change
from tests.layers.toy import code


@pytest.mark.parametrize(
    ("day", "sentences"),
    [
        ("2011-02-01", ("4 Leps started.",)),
        ("2014-04-01", ("Alpha CA started.",)),
        ("2016-03-15", ("North STP and South STP started.",)),
        ("2016-07-01", ("1 district joined Alpha CA.",)),
        ("2017-04-01", ("Old LEP ended.", "1 district joined Coast LEP.")),
        ("2017-05-08", ("First elected mayor took office: Alpha.",)),
        ("2017-12-01", ()),
        ("2018-03-31", ()),
        ("2018-04-01", ("Union STP started.", "North STP ended.")),
        ("2018-11-01", ()),
        ("2018-11-02", ("1 district left Alpha CA.",)),
    ],
)
def test_sentences(land, day, sentences):
    assert changes_on(land, date.fromisoformat(day)) == sentences


def test_several_names_and_districts(toy, tmp_path):
    toy.body("ca-beta", ("C", 1, "constituent"), valid_from="2014-04-01", mayor_from="2017-05-08", short_name="Beta")
    toy.body("ca-gamma", ("C", 1, "constituent"), valid_from="2014-04-01", mayor_from="2017-05-08", short_name="Gamma")
    toy.row("memberships", body_id="ca-alpha", district_code=code("A"))["valid_to"] = "2018-11-01"
    land = toy.load(tmp_path)
    assert changes_on(land, date(2014, 4, 1)) == ("Alpha CA, Beta CA and Gamma CA started.",)
    assert changes_on(land, date(2017, 5, 8)) == ("First elected mayor took office: Alpha, Beta and Gamma.",)
    assert changes_on(land, date(2018, 11, 2)) == ("2 districts left Alpha CA.",)


@pytest.mark.parametrize(
    ("day", "since"),
    [
        ("2011-02-01", "2011-02-01"),
        ("2011-12-31", "2011-02-01"),
        ("2017-05-07", "2017-04-01"),
        ("2017-12-01", "2017-05-08"),
        ("2018-12-31", "2018-11-02"),
    ],
)
def test_the_latest_change_is_the_last_that_said_something(land, day, since):
    when = date.fromisoformat(since)
    assert latest_change(land, date.fromisoformat(day)) == (when, changes_on(land, when))


def test_before_anything_changed(land):
    assert latest_change(land, date(2011, 1, 31)) is None
