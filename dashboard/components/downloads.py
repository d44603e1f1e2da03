"""Links that take a table away as CSV or as a workbook."""

from __future__ import annotations

from dash import html

from dashboard.components.attributes import attributes
from dashboard.text.table_names import LABELS

FORMATS = (("csv", "CSV"), ("xlsx", "XLSX"))


def table_links(name: str, query: str | None = None, lead: str = "As a file: ") -> html.Span:
    """The two links of a table after some words. ``query`` is the view that it shows; without one, the page's script adds
    the address's own.

    Raises:
        KeyError: no such table.
    """
    view = f"&{query}" if query else ""
    one, other = (
        download(
            f"/export/table.{ending}?table={name}{view}",
            shown,
            f"Download {LABELS[name]} as {shown}",
            page=query is None,
        )
        for ending, shown in FORMATS
    )
    return _pair(one, other, lead)


def overlaps_links() -> html.Span:
    """The overlaps of the two layers shown: the workbook with matrix, pairs, measures and method, and the pairs alone."""
    return _pair(
        download("/export/overlaps.xlsx", "Workbook (XLSX)", "Download overlaps as a workbook (XLSX)", page=True),
        download("/export/overlaps.csv", "Pairs (CSV)", "Download overlaps: pairs (CSV)", page=True),
        lead="The overlaps as a file: ",
    )


def data_link() -> html.A:
    """The data package as one archive."""
    return download("/export/data.zip", "All tables (ZIP)", "Download the data package: all tables (ZIP)", page=False)


def boundary_links() -> html.Span:
    """The districts and the three main layers as they stand on the default day; the map page gives those of any view."""
    view = "layers=combined_authority,lep,stp"
    return _pair(
        download(f"/export/map.geojson?{view}", "GeoJSON", "Download boundaries as GeoJSON", page=False),
        download(f"/export/map.gpkg?{view}", "GeoPackage", "Download boundaries as GeoPackage", page=False),
        lead="Boundaries of districts, combined authorities, LEPs and STPs: ",
    )


def download(href: str, shown: str, label: str, *, page: bool) -> html.A:
    """One link, whose accessible name says which table it is of.

    On a ``page`` whose view lives in the browser, its script adds the address's query when the link is followed.
    """
    marks = attributes(data_export="1", aria_label=label, **({"data_export_page": "1"} if page else {}))
    return html.A(shown, href=href, className="download", download="", **marks)


def _pair(one: html.A, other: html.A, lead: str) -> html.Span:
    return html.Span([html.Span(lead, className="muted"), one, " ", other], className="downloads no-print")
