"""How a link to a page looks where it is passed on: title, sentence and a picture of its map, as an export draws it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import dash

from dashboard.export.order import PREVIEW
from dashboard.export.routes import PREFIX
from dashboard.server.questions import path_variables
from dashboard.text.previews import describe
from dashboard.text.sources import PRODUCT
from dashboard.text.titles import title_of
from dashboard.views.as_map import map_of
from dashboard.views.map import MapView
from dashboard.views.query import Query, serialise
from layers.landscape import Landscape

PICTURE = f"{PREFIX}/map.png?size={PREVIEW}"
"""How the address of every preview's picture begins, so that robots can be let in to these alone."""


def preview_tags(path: str, query: Query, land: Landscape, origin: str) -> str:
    """The elements of a document's head that say how a link to it looks.

    ``origin`` is the scheme and host of the product, blank when it isn't known: a picture without them can't be found.
    """
    shown = map_of(path, query, land).model_copy(update={"present": False, "embed": False, "table": "districts"})
    told = {"og:type": "website", "og:site_name": PRODUCT, "og:title": _title(path, shown, land)}
    told["og:description"] = describe(path, query, land)
    if origin:
        told |= _picture(shown, origin)
    told["twitter:card"] = "summary_large_image" if origin else "summary"
    tags = [f'<meta name="description" content="{escape(told["og:description"])}">']
    tags += [f'<meta property="{name}" content="{escape(text)}">' for name, text in told.items()]
    return "".join(tags)


def _picture(shown: MapView, origin: str) -> dict[str, str]:
    view = serialise(shown)
    address = f"{origin}{PICTURE}{'&' if view else ''}{view}"
    return {"og:image": address, "og:image:width": str(PREVIEW), "og:image:height": str(PREVIEW * 9 // 16)}


def _title(path: str, shown: MapView, land: Landscape) -> str:
    """The view's own title on the map page, elsewhere that of the tab."""
    if not path.strip("/"):
        return title_of(land.as_at(shown.as_at), shown)[0]
    kind = path.strip("/").partition("/")[0]
    pages = {_kind(page): page["title"] for page in dash.page_registry.values()}
    title = pages.get(kind, PRODUCT)
    return str(title(**path_variables(path)) if callable(title) else title)


def _kind(page: Mapping[str, Any]) -> str:
    """The first part of a page's path."""
    return str(page["path_template"] or page["path"]).strip("/").partition("/")[0]
