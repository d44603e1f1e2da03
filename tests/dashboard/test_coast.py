"""The silhouette that stands until the map is painted is in the first answer of the map page, and in no other's."""

from __future__ import annotations

import re
from urllib.parse import unquote

from flask.testing import FlaskClient

from layers.geography.built import built


def test_the_first_answer_of_the_map_draws_england(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    (drawn,) = re.findall(r'--coast: url\("data:image/svg\+xml,([^"]*)"\)', page)
    assert built("silhouette")["path"] in unquote(drawn)
    assert unquote(drawn).startswith("<svg xmlns=")
    assert not re.search(r"[<>#\\]", drawn), "nothing that would end a style or an address"
    assert len(drawn) < 30_000


def test_other_pages_carry_none(client: FlaskClient) -> None:
    for address in ("/overlaps", "/about", "/place/E07000171", "/nowhere"):
        assert "--coast" not in client.get(address).get_data(as_text=True)
