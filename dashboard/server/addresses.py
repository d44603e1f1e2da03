"""Which addresses lead somewhere, and so with which status the server answers them; where a changed one was to lead.

Dash answers every path with the same document and finds out in the browser that there is no such page; a reader
of the status, as a link checker or search engine is, would take any address for a good one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

import dash
from flask import request

from dashboard.views.as_map import framed
from dashboard.views.mended import mend, without_marks
from dashboard.views.place import find
from dashboard.views.query import serialise
from layers.landscape import Landscape

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

FOUND, NOT_FOUND = 200, 404
CHANGED = "dashboard.changed"
"""The name under which a request's environment holds that its query was mended."""


class Mended:
    """A WSGI application that is asked with the query that was meant: pages, exports and the API all come through here."""

    def __init__(self, inner: WSGIApplication) -> None:
        self.inner = inner

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as if nothing had happened to the address on its way."""
        given = environ.get("QUERY_STRING", "")
        meant = mend(given)
        if meant != given:
            environ["QUERY_STRING"] = meant
            environ[CHANGED] = True
        return self.inner(environ, start_response)


def meant_instead(landscape: Landscape, pages: Collection[str]) -> str | None:
    """The address of the page that the request's changed address was to lead to, or ``None`` when it leads there, or nowhere.

    A browser is sent there, as its scripts read the address too. In a frame of another site a page is its map.
    """
    path = request.path.strip("/")
    meant = path if status_of(path, landscape, pages) == FOUND else without_marks(path)
    in_frame = bool(meant) and request.args.get("embed") == "1"
    changed = in_frame or meant != path or request.environ.get(CHANGED)
    if not changed or status_of(meant, landscape, pages) != FOUND:
        return None
    query = request.environ.get("QUERY_STRING", "")
    if in_frame:
        meant, query = "", serialise(framed(meant, request.args.to_dict(flat=False), landscape))
    # One slash in front: two would name another host.
    return f"/{quote(meant)}?{query}" if query else f"/{quote(meant)}"


def status_of(path: str, landscape: Landscape, pages: Collection[str]) -> int:
    """The status of a path, given the plain paths of pages: 404 for no page, no such place and no such body.

    Slashes at either end don't count, as Dash does not count them.
    """
    bare = path.strip("/")
    if bare in {page.strip("/") for page in pages}:
        return FOUND
    kind, _, name = bare.partition("/")
    known = (kind == "place" and find(landscape, name) is not None) or (kind == "body" and name in landscape.all_bodies)
    return FOUND if known else NOT_FOUND


def plain_pages() -> tuple[str, ...]:
    """The paths of the pages that take nothing from their path, without the page for what was not found."""
    return tuple(
        page["path"]
        for module, page in dash.page_registry.items()
        if not page["path_template"] and not module.endswith("not_found_404")
    )
