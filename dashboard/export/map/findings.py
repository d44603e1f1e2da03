"""The sentences beside a map: of what is selected, else of the bodies in view; with England in view, of two layers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.export.map.in_view import compared, live_in_view, sentences_of
from dashboard.export.map.plan import Plan
from layers.landscape import BodyAt, Snapshot
from layers.model import Institution
from layers.overlaps.pairs import layer_coverage, layer_pair
from layers.place.area import area_of
from layers.place.covers import covers_of, district_shares
from layers.words import numbers, sentences, spoken
from layers.words.findings import findings
from layers.words.lists import listed

MOST = 4
MOST_BODIES = 8


def findings_of(snapshot: Snapshot, plan: Plan) -> tuple[str, ...]:
    """What the map of a plan shows, in a few sentences: of bodies in view, and nothing of a layer without a body on the day."""
    chosen, land = plan.selected or "", snapshot.landscape
    body = snapshot.by_id.get(chosen)
    if chosen in land.districts:
        return tuple(_of_district(snapshot, plan, chosen))
    if body:
        return tuple(_of_body(snapshot, plan, body))
    if chosen in land.institutions:
        return (*_of_institution(land.institutions[chosen], snapshot), *_of_layers(snapshot, plan)[: MOST - 1])
    return _of_layers(snapshot, plan)


def _of_layers(snapshot: Snapshot, plan: Plan) -> tuple[str, ...]:
    seen = live_in_view(snapshot, plan)
    if not seen:
        return ()
    if plan.national:
        return _of_england(snapshot, [name for name, _bodies in seen])
    layer, bodies = seen[0]
    if layer == plan.shown[0][0] and len(bodies) == 1 and len(seen) > 1 and bodies[0].parts:
        return tuple(_of_body(snapshot, replace(plan, shown=seen), bodies[0]))
    return tuple(sentences_of(snapshot, seen))


def _of_england(snapshot: Snapshot, names: Sequence[str]) -> tuple[str, ...]:
    layers = snapshot.landscape.layers
    if len(names) == 1:
        return (sentences.covered(layers[names[0]], *layer_coverage(snapshot, names[0])),)
    first, second = compared(names)
    return findings(layer_pair(snapshot, first, second), layers[first], layers[second])[:MOST]


def _in_being(plan: Plan) -> list[str]:
    """The layers shown that have a body on the day."""
    return [layer for layer, bodies in plan.shown if bodies]


def _of_district(snapshot: Snapshot, plan: Plan, code: str) -> Iterator[str]:
    """The people of a district, then the bodies of each layer shown over it; a layer without any there says so."""
    district, layers = snapshot.landscape.districts[code], snapshot.landscape.layers
    yield f"{district.name}: {numbers.people(district.population)}; {district.region_name}."
    over = covers_of(snapshot, area_of(snapshot.landscape, code))
    for layer in _in_being(plan)[:MOST_BODIES]:
        found = [
            item.body.short_name + ("" if item.share is not None else " (associate)") + _part(item.share)
            for item in over
            if item.body.layer == layer
        ]
        yield f"{layers[layer].short_name}: {listed(found) or 'none'}."


def _part(share: float | None) -> str:
    return "" if share is None or numbers.is_whole(share) else f" ({numbers.percent(share)} of its people)"


def _of_body(snapshot: Snapshot, plan: Plan, body: BodyAt) -> Iterator[str]:
    """The people and districts of a body, then its partners in each other layer shown."""
    if not body.parts:
        yield f"{body.name}: its area is not counted on this day."
        return
    shares = district_shares(snapshot, body)
    part = sum(not numbers.is_whole(share) for share in shares.values())
    whole = sentences.of(len(shares) - part, sentences.DISTRICT)
    some = f" and part of {spoken.count(part)} more" if part else ""
    yield f"{body.name}: {numbers.people(body.people)}, {whole}{some}."
    for layer in _in_being(plan)[:MOST]:
        if layer != body.layer:
            yield _met(snapshot, body, layer)


def _met(snapshot: Snapshot, body: BodyAt, layer: str) -> str:
    pair = layer_pair(snapshot, body.layer, layer)
    row = [item.id for item in pair.a].index(body.id) if body.standing == "live" else None
    people = {} if row is None else {other: int(n) for other, n in zip(pair.b, pair.people[row], strict=True) if n}
    ordered = sorted(people, key=lambda other: -people[other])
    name = snapshot.landscape.layers[layer].short_name
    if not ordered:
        return f"{name}: none holds any of its people."
    shown = [f"{other.short_name} ({numbers.percent(people[other] / body.people)})" for other in ordered]
    return f"{name}, by share of its people: {listed(shown, MOST)}."


def _of_institution(item: Institution, snapshot: Snapshot) -> tuple[str]:
    return (f"{item.name}: head office in {snapshot.landscape.districts[item.district_code].name}.",)
