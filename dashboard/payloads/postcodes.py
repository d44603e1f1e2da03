"""What the search is told of a postcode."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.payloads.types import PostcodeAnswer, PostcodePlace
from layers.geography.postcodes import Asked, Postcodes, find_postcodes, read_postcode
from layers.landscape import Landscape
from layers.words import numbers


def postcode_answer(land: Landscape, table: Postcodes, typed: str) -> PostcodeAnswer | None:
    """The districts that a postcode or its beginning leads to; ``None`` where no postcode was typed."""
    asked = read_postcode(typed)
    if asked is None:
        return None
    found = find_postcodes(asked, table)
    if not found:
        what = "postcode" if asked.whole else "postcode that begins with"
        said = f"England had no {what} {asked.text} in {table['edition']}."
        return {"asked": asked.text, "places": [], "said": said}
    return {"asked": asked.text, "places": _places(land, asked, found), "said": ""}


def _places(land: Landscape, asked: Asked, found: Mapping[str, int]) -> list[PostcodePlace]:
    position = {name: k for k, name in enumerate(land.parts.ids)}
    many: dict[str, int] = {}
    for part, count in found.items():
        code = land.parts.district[position[part]]
        many[code] = many.get(code, 0) + count
    total = sum(many.values())
    if asked.whole:
        (part,) = found
        (code,) = many
        split = len(land.parts.of_district[code]) > 1
        said = "Postcode; the bodies of its part of the district" if split else "Postcode"
        return [{"code": code, "name": land.districts[code].name, "part": part if split else None, "words": said}]
    return [
        {"code": code, "name": land.districts[code].name, "part": None, "words": _share(count, total)}
        for code, count in sorted(many.items(), key=lambda item: (-item[1], item[0]))
    ]


def _share(count: int, total: int) -> str:
    return "All of its postcodes" if count == total else f"{numbers.part(count / total)} of its postcodes"
