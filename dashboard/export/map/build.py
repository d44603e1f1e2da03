"""From a plan to a scene: windows, labels, legend, findings and sources, all from one landscape."""

from __future__ import annotations

from dataclasses import replace

from dashboard.export.drawing.paper import MAP, Box
from dashboard.export.map.findings import findings_of
from dashboard.export.map.labels import labels
from dashboard.export.map.plan import Plan
from dashboard.export.map.scene import Key, Legend, Scene
from dashboard.export.map.shading import measure_source, shading
from dashboard.export.map.symbols import symbol_of
from dashboard.export.map.windows import AGAIN, DOTTED, GONE, LANES, LINE, dash_of, windows
from dashboard.palette import SELECTION
from dashboard.text import sources
from dashboard.text.titles import name_of
from dashboard.views.map import NO_MEASURE
from layers.landscape import Landscape, Snapshot


def scene(land: Landscape, plan: Plan, findings: tuple[str, ...] | None = None, box: Box = MAP) -> Scene:
    """Everything of a page. ``findings`` are the sentences beside the map; by default those of the layers shown.

    ``box`` is where the map stands; it has the shape of `paper.MAP`.
    """
    snapshot = land.as_at(plan.day)
    shaded = shading(snapshot, plan.measure)
    main, *rest = windows(land, plan, shaded.colours, box)
    main = replace(main, labels=labels(snapshot, plan, main, bool(rest)))
    legends = [Legend("Layers", keys(snapshot, plan))] if plan.shown or plan.points or plan.selected else []
    return Scene(
        title=plan.title,
        subtitle=plan.subtitle,
        day=plan.day,
        windows=(main, *rest),
        legends=(*legends, *([shaded.legend] if shaded.legend else [])),
        findings=findings_of(snapshot, plan) if findings is None else findings,
        sources=source_lines(plan),
        address=plan.address,
    )


def keys(snapshot: Snapshot, plan: Plan) -> tuple[Key, ...]:
    """What each outline, point and tint on the map means; counts are of bodies live on the day."""
    found: list[Key] = []
    for rank, (layer, bodies) in enumerate(plan.shown):
        style = snapshot.landscape.layers[layer]
        name = style.name
        again = rank >= LANES and style.dash == "solid"
        width = style.width * LINE
        live = [body for body in bodies if body.standing == "live"]
        dash = dash_of(AGAIN if again else style.dash)
        found.append(Key("line", name, style.colour, str(len(live)), dash, width, layer))
        if len(live) < len(bodies):
            found.append(
                Key(
                    "line",
                    "bids and fallen deals",
                    style.colour,
                    str(len(bodies) - len(live)),
                    dash_of(GONE),
                    width,
                    layer,
                )
            )
        if style.draws_associates and any(body.associate_parts for body in bodies):
            found.append(
                Key("line", "associates: shown, not counted", style.colour, "", dash_of(DOTTED), 1.6 * LINE, layer)
            )
        if layer == plan.filled:
            found.append(
                Key(
                    "tint",
                    f"area of {style.name_inside}",
                    style.colour,
                    layer=layer,
                )
            )
    for layer in plan.points:
        count = sum(item.layer == layer for item in snapshot.landscape.institutions.values())
        record = snapshot.landscape.layers[layer]
        found.append(Key("mark", record.name, layer=layer, count=str(count), symbol=symbol_of(record)))
    if plan.selected and plan.selected not in snapshot.landscape.institutions:
        name = name_of(snapshot, plan.selected) or "selected"
        found.append(Key("line", name, SELECTION, width=2.6 * LINE, layer="selection"))
    return tuple(found)


def source_lines(plan: Plan) -> tuple[str, ...]:
    """Source and licence, where the shading comes from, as at, and the address of the view."""
    shaded = "" if plan.measure == NO_MEASURE else measure_source(plan.measure)
    lines = [f"{sources.as_at_words(plan.day)}. {sources.STILL} {sources.BOUNDARIES}", sources.SOURCE]
    return tuple(line for line in (*lines, f"{sources.LICENCE} {shaded}".strip()) if line)
