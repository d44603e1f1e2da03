"""What is asked for, what is given back, and a refusal in one sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.views.query import Query, V, read
from dashboard.views.values import Note
from layers.landscape import Landscape

MEDIA_TYPES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "zip": "application/zip",
}
PREVIEW = 1200
"""The width in pixels of the picture beside a link."""


@dataclass(frozen=True)
class Order:
    """One export asked for: ``kind`` and ``format`` name the file, ``query`` the view, ``address`` the page it shows.

    ``query`` holds what the address gave after ``?``, as plain text or lists of it. ``origin`` is the
    scheme and host under which the reader sees the product, without a slash at the end.
    """

    kind: str
    format: str
    query: Query
    origin: str

    def as_json(self) -> dict[str, Any]:
        """The order as JSON holds it."""
        return {"kind": self.kind, "format": self.format, "query": dict(self.query), "origin": self.origin}

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Order:
        """The order that `as_json` wrote.

        Raises:
            KeyError: a part is missing.
        """
        return cls(given["kind"], given["format"], given["query"], given["origin"])


@dataclass(frozen=True)
class File:
    """A finished file: its name, its content, and the media type that its ending stands for."""

    name: str
    content: bytes

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.name.rpartition(".")[2]]


class CannotExportError(Exception):
    """The order can't be met; the message is one sentence for the reader, saying what is wrong."""


def view_of(model: type[V], query: Query, land: Landscape) -> V:
    """The view that an address asks for.

    Raises:
        CannotExportError: something in it was not understood.
    """
    view, said = read(model, query, land)
    refuse_notes(said)
    return view


def refuse_notes(said: Sequence[Note]) -> None:
    """Stop when an address held something that was not understood: a file has no page to show a note on.

    Raises:
        CannotExportError: there is a note; its sentences are the message.
    """
    if said:
        raise CannotExportError(" ".join(note.wrong for note in said))


def file_name(*words: str, day: date, ending: str) -> str:
    """What and when, in characters any file system takes: ``stp-and-combined-authority_2017-12-01.png``."""
    stem = "_".join(re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-") for word in words if word)
    return f"{stem[:90] or 'local-growth'}_{day.isoformat()}.{ending}"
