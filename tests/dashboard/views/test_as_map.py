"""The map of every page: by addresses whose maps are worked out by hand."""

from __future__ import annotations

import pytest

from dashboard.views.as_map import framed, map_of
from dashboard.views.map import MapView
from dashboard.views.query import read, serialise
from tests.dashboard.views.addresses import query_of


@pytest.mark.parametrize(
    ("path", "query", "map_query"),
    [
        ("/", "", ""),
        ("/", "layers=lep&present=1&lon=-1&lat=53&zoom=4", "layers=lep&lon=-1&lat=53&zoom=4&present=1"),
        ("/overlaps", "", "measure=none"),
        ("/overlaps/", "a=stp&b=lep&as_at=2016-03-15&pair=x~y", "measure=none&layers=lep,stp&as_at=2016-03-15"),
        ("/overlaps", "a=stp&b=stp", "measure=none&layers=stp"),
        ("/patchwork", "layers=lep&select=E07000171", "measure=none&layers=lep&select=E07000171"),
        ("/briefing", "stp=stp-greater-manchester", "measure=none&select=stp-greater-manchester"),
        ("/briefing", "as_at=2016-04-01", "measure=none&as_at=2016-04-01"),
        ("/timeline", "as_at=2014-04-01&subject=lep", "measure=none&as_at=2014-04-01"),
        ("/place/E07000171", "as_at=2014-04-01&with=E07000141", "measure=none&as_at=2014-04-01&select=E07000171"),
        ("/place/nowhere", "", "measure=none"),
        ("/body/stp-the-black-country", "", "measure=none&lead=stp&select=stp-the-black-country"),
        ("/body/lep-leeds-city-region", "", "measure=none&layers=combined_authority,lep,stp&lead=lep&select=lep-leeds-city-region"),
        ("/body/nobody", "as_at=2014-04-01", "measure=none&as_at=2014-04-01"),
        ("/about", "as_at=2014-04-01", ""),
        ("/nowhere/at/all", "", ""),
    ],
)  # fmt: skip
def test_the_map_of_a_page(land, path, query, map_query):
    found = map_of(path, query_of(query), land)
    assert serialise(found) == map_query
    assert read(MapView, query_of(serialise(found)), land) == (found, ())
    in_frame = framed(path, query_of(query), land)
    assert (in_frame.embed, in_frame.present) == (True, False)
    assert in_frame.model_copy(update={"embed": False, "present": found.present}) == found


@pytest.mark.parametrize(
    "path", ["/", "/overlaps", "/patchwork", "/briefing", "/timeline", "/place/x", "/body/x", "/about"]
)
def test_nonsense_has_a_map_too(land, path):
    for text in ("\0", "none", "E07000171", "a~b", "2016-13-01"):
        query = dict.fromkeys(("as_at", "layers", "a", "b", "stp", "select", "with", "embed", "zoo"), text)
        assert isinstance(map_of(path, query, land), MapView)
