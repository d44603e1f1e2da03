"""Universities and NHS trusts as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from layers.model import Institution


def students(item: Institution) -> str:
    """``19,835 students (2017/18)``, ``students not known``, or the kind of trust."""
    if item.layer != "university":
        return f"{item.kind} trust"
    return f"{item.students:,} students ({item.students_year})" if item.students is not None else "students not known"


def institution_list(found: Sequence[Institution], title: str) -> list[Any]:
    """Universities, then trusts, by head office; says so when there are none."""
    if not found:
        return [html.H3(title), html.P("No university or NHS trust has its head office here.", className="muted")]
    rows = [
        html.Li(
            [
                html.A(item.name, href=f"/?select={item.id}&layers=combined_authority,stp,{item.layer}"),
                f", {students(item)}",
            ]
        )
        for item in found
    ]
    count = f"{len(found)} by head office" if len(found) > 1 else "one by head office"
    return [html.H3(f"{title} ({count})"), html.Ul(rows, className="plain")]
