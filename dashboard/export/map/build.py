"""From a plan to a scene: windows, labels, legend, findings and sources, all from one landscape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dashboard.export.drawing.paper import ACCENTS, Box
from dashboard.export.map.findings import findings_of
from dashboard.export.map.in_view import live_in_view
from dashboard.export.map.labels import PAGE_TYPE, SMALL_TYPE, labels
from dashboard.export.map.plan import Plan
from dashboard.export.map.scene import Key, Legend, Scene
from dashboard.export.map.shading import measure_source, shading
from dashboard.export.map.symbols import symbol_of
from dashboard.export.map.windows import AGAIN, DOTTED, GONE, LANES, LINE, dash_of, windows
from dashboard.palette import SELECTION
from dashboard.text import sources
from dashboard.text.titles import name_of
from dashboard.views.map import NO_MEASURE
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.layer import Layer
from layers.words.capitals import first_upper


def scene(land: Landscape, plan: Plan, findings: tuple[str, ...] | None = None, small: Box | None = None) -> Scene:
    """Everything of a page. ``findings`` are the sentences beside the map; by default those of what it shows.

    ``small`` is the box of a map that stands on no page of its own; it has the shape of that of the page.
    """
    snapshot = land.as_at(plan.day)
    shaded = shading(snapshot, plan.measure)
    main, *rest = windows(land, plan, shaded.colours, small)
    type_ = SMALL_TYPE if small else PAGE_TYPE
    main = replace(main, labels=labels(snapshot, plan, main, bool(rest), type_))
    # Beside a part of England the key counts what is in view, as the sentences do; a pack has sentences of its own.
    seen = None if plan.national or findings is not None else dict(live_in_view(snapshot, plan))
    heading = "Layers" if seen is None or not plan.shown else "Layers, and bodies in view"
    legends = [Legend(heading, found)] if (found := keys(snapshot, plan, seen)) else []
    return Scene(
        title=plan.title,
        subtitle=plan.subtitle,
        day=plan.day,
        windows=(main, *rest),
        legends=(*legends, *([shaded.legend] if shaded.legend else [])),
        findings=findings_of(snapshot, plan) if findings is None else findings,
        sources=source_lines(plan),
        address=plan.address,
        page=plan.page,
        accents=accents_of(land, [layer for layer, _bodies in plan.shown]),
    )


def accents_of(land: Landscape, shown: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The layers that a theme's accents stand for, with their colours: the main ones of those shown, the others shown,
    then main ones that are not, as far as there are accents.
    """
    layers = land.layers
    main = [layer.id for layer in land.layers_with(lambda layer: layer.main)]
    order = sorted(shown, key=lambda layer: not layers[layer].main)
    return tuple((layer, layers[layer].colour) for layer in dict.fromkeys([*order, *main]))[:ACCENTS]


def keys(snapshot: Snapshot, plan: Plan, seen: Mapping[str, Sequence[BodyAt]] | None = None) -> tuple[Key, ...]:
    """What each outline, point and tint on the map means; nothing of a layer without a body on the day.

    Counts are of bodies live on the day: of all, or of those ``seen`` by layer.
    """
    found: list[Key] = []
    for rank, (layer, bodies) in enumerate(plan.shown):
        count = None if seen is None else len(seen.get(layer, ()))
        for key in _layer_keys(snapshot.landscape.layers[layer], bodies, rank, layer == plan.filled):
            counted = count is not None and key.kind == "line" and key.words == snapshot.landscape.layers[layer].name
            found.append(replace(key, count=str(count)) if counted else key)
    for layer in plan.points:
        count = sum(item.layer == layer for item in snapshot.landscape.institutions.values())
        record = snapshot.landscape.layers[layer]
        found.append(Key("mark", record.name, layer=layer, count=str(count), symbol=symbol_of(record)))
    if plan.selected and plan.selected not in snapshot.landscape.institutions:
        name = name_of(snapshot, plan.selected) or "selected"
        found.append(Key("line", name, SELECTION, width=2.6 * LINE, layer="selection"))
    return tuple(found)


def _layer_keys(style: Layer, bodies: Sequence[BodyAt], rank: int, tinted: bool) -> Iterator[Key]:
    live = sum(body.standing == "live" for body in bodies)
    dash, width = dash_of(AGAIN if rank >= LANES and style.dash == "solid" else style.dash), style.width * LINE
    if live:
        yield Key("line", style.name, style.colour, str(live), dash, width, style.id)
    if live < len(bodies):
        gone = "bids and fallen deals" if live else first_upper(f"{style.name_inside}: bids and fallen")
        yield Key("line", gone, style.colour, str(len(bodies) - live), dash_of(GONE), width, style.id)
    if style.draws_associates and any(body.associate_parts for body in bodies):
        yield Key("line", "associates: shown, not counted", style.colour, "", dash_of(DOTTED), 1.6 * LINE, style.id)
    if live and tinted:
        yield Key("tint", f"area of {style.name_inside}", style.colour, layer=style.id)


def source_lines(plan: Plan) -> tuple[str, ...]:
    """Source and licence, where the shading comes from, as at, and the address of the view."""
    shaded = "" if plan.measure == NO_MEASURE else measure_source(plan.measure)
    lines = [f"{sources.as_at_words(plan.day)}. {sources.STILL} {sources.BOUNDARIES}", sources.SOURCE]
    return tuple(line for line in (*lines, f"{sources.LICENCE} {shaded}".strip()) if line)
