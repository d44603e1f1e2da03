"""How a map is laid out on a slide or a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dashboard.views.query import View
from dashboard.views.values import Flag, Kind, Note, NotUnderstoodError, quote
from layers.landscape import Landscape

SHAPES = ("16:9", "4:3")
"""Width to height of a page."""


@dataclass(frozen=True)
class _Shape(Kind):
    def read(self, text: str, key: str, land: Landscape) -> str:
        if text not in SHAPES:
            raise NotUnderstoodError(Note(f"{key} takes {' or '.join(SHAPES)}, not {quote(text)}"))
        return text


class SheetView(View):
    """The shape of a page; with ``panel`` the key and the sentences stand beside the map, without it the key alone below."""

    panel: Flag = True
    shape: Annotated[str, _Shape()] = SHAPES[0]
