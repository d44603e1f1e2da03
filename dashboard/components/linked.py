"""Places named in running text as links to their own pages: in a sentence, and in a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dash import html

from dashboard.text.links import place_href
from layers.dates import DEFAULT_DAY
from layers.landscape import BodyAt, Landscape
from layers.words.lists import pieces


def place_link(code: str, name: str, day: date = DEFAULT_DAY) -> html.A:
    """A district's or county's name, leading to its own page on the day."""
    return html.A(name, href=place_href(code, day))


def linked(text: str, places: Mapping[str, str], day: date, keep: Iterable[str] = ()) -> list[Any]:
    """A sentence in pieces, with the first mention of each place a link to its page on the day.

    ``places`` gives codes by name; nothing else is linked. A name counts only as whole words that stand alone: not
    as part of a longer name ("Greater Manchester", "Kent County Council") and not within any of the phrases of
    ``keep``, such as the name of a body that lists its places (a phrase that is itself one of the names keeps nothing).
    """
    kept = frozenset(keep) - places.keys() - {""}
    names = sorted({*places, *kept}, key=len, reverse=True)
    if not names:
        return [text]
    found: list[Any] = []
    seen: set[str] = set()
    after = 0
    for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])", text):
        name = match[0]
        if name in kept or name in seen or _within_a_name(text, match):
            continue
        seen.add(name)
        found += [text[after : match.start()], place_link(places[name], name, day)]
        after = match.end()
    return [piece for piece in (*found, text[after:]) if piece != ""]


def _within_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word stands right before or after, so that the words may be part of another name."""
    before = re.search(r"\b[A-Z][\w’'-]* $", text[: match.start()])
    return bool(before or re.match(r" [A-Z]", text[match.end() :]))


def places_of(land: Landscape, body: BodyAt) -> dict[str, str]:
    """The codes of a body's districts, members and associates, by name."""
    codes = (member.district_code for member in (*body.members, *body.associates))
    return {land.districts[code].name: code for code in codes}


def listing(items: Sequence[Any], most: int | None = None) -> list[Any]:
    """``a, b and c`` from pieces (a text, a link, or a list of both); past ``most``, ``a, b and 4 more``."""
    found: list[Any] = []
    for piece in pieces(items, most):
        found += piece if isinstance(piece, list) else [piece]
    return found


def place_listing(land: Landscape, codes: Iterable[str], day: date, most: int | None = None) -> list[Any]:
    """Districts in the order given, each a link to its page on the day, as `listing` reads."""
    return listing([place_link(code, land.districts[code].name, day) for code in codes], most)
