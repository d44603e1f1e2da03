"""Which addresses lead somewhere, and so with which status the server answers them.

Dash answers every path with the same document and finds out in the browser that there is no such page; a reader
of the status, as a link checker or search engine is, would take any address for a good one.
"""

from __future__ import annotations

from collections.abc import Collection

import dash

from dashboard.views.place import find
from layers.landscape import Landscape

FOUND, NOT_FOUND = 200, 404


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
