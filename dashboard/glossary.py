"""The words of the field, each with a definition that shows on hover and on keyboard focus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes

TERMS = {
    "small area": "One of the 32,844 lower layer super output areas (LSOA 2011) into which the Office for National Statistics cut England; about 1,700 people each.",
    "part": "The largest set of small areas that no STP or LEP line divides. Most districts are one part; 21 are two or three.",
    "footprint": "The small areas that a body covers on a day.",
    "overlap": "The people (or square kilometres, or districts) of the small areas that two footprints share.",
    "share": "The fraction of one body’s people who live in another. Always given both ways.",
    "as at": "The day whose landscape is shown. Statistics and the mid-2017 population do not move with it.",
    "boundaries match": "At least 99% of each of two bodies’ people live in the other.",
    "cross": "Two bodies share people, and each holds more than 1% that the other does not.",
    "cut": "A body is cut by a layer when some body of that layer holds between 1% and 99% of its people.",
    "seam": "The line where one body or bundle ends and another begins. Counted in people: those of a body who live outside the partner that holds most of it.",
    "neat fit": "Of people in both layers, the fraction who live in the main partner of their body: 1 when every body nests in one.",
    "bundle": "The exact combination of bodies, of the layers chosen, over a part of a district.",
    "associate": "A non-constituent member of a combined authority, or a partner of a deal: shown, not counted in its area.",
    "middle district": "The district with as many above it as below it (the median), among those with a value.",
    "easily missed": "A footprint that holds 1 to 35% of an STP’s people, or of which the STP holds under half without lying inside it.",
    "STP": "NHS sustainability and transformation partnership, with a footprint built from clinical commissioning groups.",
    "LEP": "Local enterprise partnership, a partnership of business and councils over a local economy.",
}

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
