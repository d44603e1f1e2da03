"""The overlaps page's tables: the pairs, the matrix, the measures of two layers, and one selected pair."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from dashboard.export.order import CannotExportError, view_of
from dashboard.export.tables.common import Asked, fraction
from dashboard.export.tables.sheets import Sheet, Value, numbers, percents, texts
from dashboard.payloads.overlaps import pair_payload, selected
from dashboard.payloads.types import PairSide
from dashboard.text.sources import view_address
from dashboard.views.overlaps import OverlapsView
from dashboard.views.query import serialise
from layers.landscape import BodyAt, Landscape
from layers.overlaps.frame import OverlapRow, overlap_rows
from layers.words.capitals import first_upper

COUNTED = {"people": "people", "area": "square kilometres", "districts": "districts"}


def heads(land: Landscape, view: OverlapsView) -> tuple[str, str]:
    """What a body of each layer is called; of one layer against itself, the one and the other."""
    a, b = land.layers[view.a].noun, land.layers[view.b].noun
    return (a, b) if view.a != view.b else (a, f"other {b}")


def title(land: Landscape, view: OverlapsView) -> str:
    """The two layers, as the page's title names them."""
    a, b = land.layers[view.a], land.layers[view.b]
    return f"{a.name} against one another" if a == b else f"{a.name} and {b.name_inside}"


def address(asked: Asked, view: OverlapsView) -> str:
    """The page with the same view."""
    return view_address(asked.origin, "/overlaps", serialise(view))


def filters(view: OverlapsView) -> tuple[tuple[str, str], ...]:
    """What shares are counted in, and which pairs are shown."""
    return (
        ("Shares counted in", COUNTED[view.weight]),
        *((("Only pairs with the match", view.match),) if view.match != "any" else ()),
        *((("Larger share at least", f"{view.least}%"),) if view.least else ()),
    )


def found_pairs(asked: Asked, view: OverlapsView) -> list[tuple[tuple[int, int], OverlapRow]]:
    """The pairs that pass the view's filters, most people first: where it stands in the page's matrix, and the API's row."""
    payload = pair_payload(asked.land, view.a, view.b, view.weight, view.as_at)
    rows = overlap_rows(asked.land.as_at(view.as_at), view.a, view.b, view.weight, 0.0)
    sent = payload["pairs"]
    cells = zip(sent["a"], sent["b"], strict=True)
    shares = zip(sent["of_a"], sent["of_b"], strict=True)
    return [
        (cell, row)
        for cell, share, row in zip(cells, shares, rows, strict=True)
        if view.match in ("any", row["match"]) and max(share) >= view.least / 100
    ]


def pairs(asked: Asked) -> Sheet:
    """Every pair that shares people, with the figures of the API."""
    view = view_of(OverlapsView, asked.query, asked.land)
    a, b = heads(asked.land, view)
    of = "" if view.weight == "people" else f" by {view.weight}"
    columns = (
        *texts(first_upper(a), first_upper(b)),
        *numbers("People in both"),
        *percents(f"Share of {a}{of}", f"Share of {b}{of}"),
        *texts("Match"),
        *numbers("km² in both", "Districts", "Whole districts", "Districts in part"),
        *texts(f"Id of {a}", f"Id of {b}"),
    )
    names = ("a_name", "b_name", "people", "share_of_a", "share_of_b", "match", "area_km2")
    values = itemgetter(*names, "districts", "districts_whole", "districts_part", "a_id", "b_id")
    return Sheet(
        title=title(asked.land, view),
        day=view.as_at,
        columns=columns,
        rows=tuple(values(row) for _, row in found_pairs(asked, view)),
        address=address(asked, view),
        filters=filters(view),
        notes=("Match words are by people.",),
        tab="Pairs",
    )


def matrix(asked: Asked) -> Sheet:
    """Bodies of the one layer as rows, of the other as columns, in the page's order; blank where they share nothing."""
    land, view = asked.land, view_of(OverlapsView, asked.query, asked.land)
    payload = pair_payload(land, view.a, view.b, view.weight, view.as_at)
    by_row = view.share_of == "row"
    cells = {cell: row["share_of_a"] if by_row else row["share_of_b"] for cell, row in found_pairs(asked, view)}
    down = sorted({i for i, _ in cells})
    across = sorted({j for _, j in cells})
    a, b = heads(land, view)
    columns = (
        *texts(f"{first_upper(a)} (rows), {b} (columns)"),
        *numbers("People"),
        *percents(*(payload["b"][j]["short"] for j in across)),
        *numbers(f"In no {b}", "In two or more"),
    )
    rows = [(*_side(payload["a"][i]), *(cells.get((i, j)) for j in across), *_rest(payload["a"][i])) for i in down]
    many = f"In two or more {land.layers[view.a].plural}"
    return Sheet(
        title=title(land, view),
        day=view.as_at,
        columns=columns,
        rows=rows,
        address=address(asked, view),
        filters=(("Share of", f"the {view.share_of}"), *filters(view)),
        notes=("Blank: nothing shared, or filtered out. People, “In none” and “In two or more” are people, mid-2017.",),
        totals=[
            (label, None, *(count(payload["b"][j]) for j in across), None, None)
            for label, count in (
                ("People", itemgetter("people")),
                (f"In no {a}", itemgetter("none")),
                (many, itemgetter("many")),
            )
        ],
        tab="Matrix",
        matrix=True,
    )


def _side(body: PairSide) -> tuple[Value, ...]:
    return (body["short"], body["people"])


def _rest(body: PairSide) -> tuple[Value, ...]:
    return (body["none"], body["many"])


def _selected(asked: Asked, view: OverlapsView) -> tuple[BodyAt, BodyAt]:
    bodies = selected(asked.land.as_at(view.as_at), view.pair)
    if not view.pair:
        raise CannotExportError("Select a pair to take its table away.")
    if bodies is None:
        raise CannotExportError("One of the two bodies of this pair is not in being on this day, or has no known area.")
    return bodies


def _shared(asked: Asked, bodies: Sequence[BodyAt]) -> list[int]:
    return sorted(set(bodies[0].parts).intersection(bodies[1].parts))


def sides(asked: Asked) -> Sheet:
    """The selected pair: people in the one only, in both, and in the other only.

    Raises:
        CannotExportError: no pair is selected, or it has no overlap to count on this day.
    """
    view = view_of(OverlapsView, asked.query, asked.land)
    a, b = _selected(asked, view)
    both = asked.land.parts.people_in(_shared(asked, (a, b)))
    return Sheet(
        title=f"{a.name} and {b.name}",
        day=view.as_at,
        columns=(
            *texts("Where"),
            *numbers("People, mid-2017"),
            *percents(f"Share of {a.short_name}", f"Share of {b.short_name}"),
        ),
        rows=(
            (f"In {a.short_name} only", a.people - both, None, None),
            ("In both", both, fraction(both, a.people), fraction(both, b.people)),
            (f"In {b.short_name} only", b.people - both, None, None),
        ),
        address=address(asked, view),
    )


def districts(asked: Asked) -> Sheet:
    """The selected pair: the districts of the overlap with the people of each.

    Raises:
        CannotExportError: no pair is selected, or it has no overlap to count on this day.
    """
    land, view = asked.land, view_of(OverlapsView, asked.query, asked.land)
    a, b = _selected(asked, view)
    shared = _shared(asked, (a, b))
    people: dict[str, int] = {}
    small: dict[str, int] = {}
    for part in shared:
        code = land.parts.district[part]
        people[code] = people.get(code, 0) + int(land.parts.people[part])
        small[code] = small.get(code, 0) + int((land.small_areas.part == part).sum())
    rows = [
        (land.districts[code].name, count, fraction(count, land.districts[code].population), small[code], code)
        for code, count in sorted(people.items(), key=lambda item: -item[1])
    ]
    columns = (
        *texts("District"),
        *numbers("People in the overlap"),
        *percents("Of the district"),
        *numbers("Small areas"),
        *texts("Code"),
    )
    return Sheet(f"Districts in both {a.name} and {b.name}", view.as_at, columns, rows, address(asked, view))
