"""Links that take a page away as a pack: a deck of slides, or pages to print."""

from __future__ import annotations

from dash import html

from dashboard.components.attributes import attributes

NAMES = {"briefing": "Briefing pack", "place": "Place pack"}
FORMATS = (("pptx", "PowerPoint"), ("pdf", "PDF"))


def pack_links(kind: str, query: str) -> html.P:
    """The links to a pack of some kind; ``query`` says what it is of and on what day.

    Raises:
        KeyError: no such kind of pack.
    """
    links = [
        html.A(
            f"{NAMES[kind]} ({shown})",
            href=f"/export/{kind}.{ending}?{query}",
            className="button download",
            download="",
            **attributes(data_export="1"),
        )
        for ending, shown in FORMATS
    ]
    return html.P(links, className="packs no-print")
