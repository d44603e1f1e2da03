"""The words of the field, each with a definition that shows on hover and on keyboard focus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.text.terms import TERMS

OTHER_FORMS = {
    "small area": ("small areas",),
    "part": ("parts",),
    "footprint": ("footprints",),
    "overlap": ("overlaps",),
    "share": ("shares",),
    "cross": ("crosses",),
    "cut": ("cuts",),
    "seam": ("seams",),
    "bundle": ("bundles",),
    "associate": ("associates",),
    "STP": ("STPs", "STP footprint", "STP footprints"),
    "LEP": ("LEPs",),
}
EVERYDAY = frozenset({"part", "overlap", "share", "as at", "cut", "cross", "seam"})
"""Words that are terms in some sentences and plain English in others: marked only where they are asked for."""

LEFT_ALONE = (html.A, html.Button, html.Label, html.Select, html.H1)
"""Where a term would be a control within a control, or part of a name."""
CITATION = "source"
"""The class of what others wrote (sources and doubts), which is not the interface's own words."""


def _forms() -> dict[str, str]:
    """Every way a term is written, with a small or capital first letter."""
    written = {form: name for name in TERMS for form in (name, *OTHER_FORMS.get(name, ()))}
    return {shown: name for form, name in written.items() for shown in (form, form[:1].upper() + form[1:])}


FORMS = _forms()
WRITTEN = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, FORMS), key=len, reverse=True))})(?![\w-])")


def term(name: str, shown: str | None = None) -> html.Span:
    """A term of the glossary in running text; its definition shows on hover and on focus.

    Raises:
        KeyError: the glossary has no such term.
    """
    return html.Span(
        shown or name,
        className="term",
        tabIndex=0,
        **attributes(data_definition=TERMS[name], aria_description=TERMS[name]),
    )


def marked(children: Sequence[Any], *also: str) -> list[Any]:
    """The children of a section or card, with the first occurrence of each term in them a `term`.

    Each term once, so that the keyboard has few stops. Of the everyday words only those in ``also`` count. What was
    handed in stays as it was; links, buttons, labels, page titles and citations keep their plain text.

    Raises:
        KeyError: the glossary has no term of that name.
    """
    left = {name for name in TERMS if name not in EVERYDAY} | {name for name in also if TERMS[name]}
    return _marked(children, left)


def mentions(text: str) -> bool:
    """Whether a text holds a term that `marked` would explain."""
    return any(FORMS[form] not in EVERYDAY for form in WRITTEN.findall(text))


def _marked(nodes: Iterable[Any], left: set[str]) -> list[Any]:
    found: list[Any] = []
    for node in nodes:
        if isinstance(node, str):
            found += _pieces(node, left)
        elif isinstance(node, (list, tuple)):
            found.append(_marked(node, left))
        else:
            found.append(_component(node, left) if isinstance(node, Component) else node)
    return found


def _pieces(text: str, left: set[str]) -> list[Any]:
    """The text cut at the terms that are still left, which are then left no more."""
    found: list[Any] = []
    after = 0
    for match in WRITTEN.finditer(text):
        name = FORMS[match[0]]
        if name in left:
            left.remove(name)
            found += [text[after : match.start()], term(name, match[0])]
            after = match.end()
    return [piece for piece in (*found, text[after:]) if piece != ""] or [text]


def _component(node: Component, left: set[str]) -> Component:
    children = getattr(node, "children", None)
    classes = (getattr(node, "className", None) or "").split()
    if "term" in classes:
        left.discard(FORMS.get(str(children), ""))
    if children is None or "term" in classes or CITATION in classes or isinstance(node, LEFT_ALONE):
        return node
    found = _marked(children if isinstance(children, (list, tuple)) else [children], left)
    twin = copy(node)
    twin.children = found[0] if len(found) == 1 and not isinstance(children, (list, tuple)) else found
    return twin
