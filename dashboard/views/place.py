"""The view of a place's page, and whose page it is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dashboard.views.query import View
from dashboard.views.values import Day, Kind, Note, NotUnderstoodError, unknown
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape
from layers.place.area import Area, area_of
from layers.place.part import part_of

MOST = 3
"""How many places stand beside one."""


class _Beside(Kind):
    """Districts and counties, with commas between; each once, empty pieces left out."""

    def read(self, text: str, key: str, land: Landscape) -> tuple[str, ...]:
        asked = [code for code in dict.fromkeys(text.split(",")) if code]
        known = [code for code in asked if find(land, code)]
        odd = [code for code in asked if code not in known]
        said = []
        if odd:
            said.append(unknown(", ".join(odd), "a district or county"))
        if len(known) > MOST:
            said.append(Note(f"At most {MOST} places stand beside one another", "; the rest were left out"))
        kept = tuple(known[:MOST])
        if said:
            raise NotUnderstoodError(*said, instead=kept)
        return kept


class _Part(Kind):
    """A part of a district that some bodies split."""

    def read(self, text: str, key: str, land: Landscape) -> str:
        try:
            part_of(land, text)
        except KeyError as error:
            raise NotUnderstoodError(unknown(text, "a part of a district")) from error
        return text


class PlaceView(View):
    """The day, up to three other places beside this one, and the part of it that was looked for, blank for none."""

    as_at: Day = DEFAULT_DAY
    beside: Annotated[tuple[str, ...], _Beside()] = Field(default=(), validation_alias="with")
    part: Annotated[str, _Part()] = ""


def find(land: Landscape, code: object) -> Area | None:
    """The district or county with a code, or ``None``; an address can hand over several codes, which is none."""
    try:
        return area_of(land, code) if isinstance(code, str) else None
    except KeyError:
        return None
