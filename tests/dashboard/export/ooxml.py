"""What PowerPoint insists on and python-pptx does not check: the order and number of parts in a shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
ORDER = {
    "spPr": ("xfrm", ("custGeom", "prstGeom"), FILLS, "ln", ("effectLst", "effectDag"), "scene3d", "sp3d", "extLst"),
    "grpSpPr": ("xfrm", FILLS, ("effectLst", "effectDag"), "scene3d", "extLst"),
    "ln": (FILLS[:3], ("prstDash", "custDash"), ("round", "bevel", "miter"), "headEnd", "tailEnd", "extLst"),
    "tcPr": ("lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr", "cell3D", FILLS, "headers", "extLst"),
    "rPr": ("ln", FILLS, ("effectLst", "effectDag"), "highlight", "latin", "ea", "cs", "sym", "hlinkClick", "extLst"),
    "sp": ("nvSpPr", "spPr", "style", "txBody", "extLst"),
    "txBody": ("bodyPr", "lstStyle", "p"),
}
"""Children in the order of the schema; those of one tuple stand in for one another. Only ``p`` may come again."""
EDGES = ("lnL", "lnR", "lnT", "lnB")


def faults(slide: Any) -> Iterator[str]:
    """Everything in a slide that breaks the schema's order, or that no product of ours should hold."""
    for element in slide._element.iter():
        name = local(element)
        rule = ORDER.get("ln" if name in EDGES else name)
        if rule:
            yield from _of_order(element, rule)
    if slide._element.xpath(".//p:style"):
        yield "a shape takes the theme's style, and with it a shadow"
    ids = slide._element.xpath(".//p:cNvPr/@id")
    if len(ids) != len(set(ids)):
        yield "two shapes have one id"
    for shape in slide._element.xpath(
        ".//p:grpSp/p:nvGrpSpPr/p:cNvPr | .//p:graphicFrame//p:cNvPr | .//p:pic//p:cNvPr"
    ):
        if not shape.get("descr"):
            yield f"{shape.get('name')} has no alt text"
    if not slide.has_notes_slide or not slide.notes_slide.notes_text_frame.text.strip():
        yield "there are no notes"
    if slide.shapes.title is None or not slide.shapes.title.text.strip():
        yield "there is no title"


def _of_order(element: Any, rule: tuple[Any, ...]) -> Iterator[str]:
    places = {name: k for k, names in enumerate(rule) for name in ((names,) if isinstance(names, str) else names)}
    last = -1
    for child in element:
        name = local(child)
        if name not in places:
            yield f"{local(element)} holds {name}"
            continue
        if places[name] < last or (places[name] == last and name != "p"):
            yield f"{local(element)} holds {name} after {[local(other) for other in element]}"
        last = max(last, places[name])


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
