"""One body among the others: partners in every layer, neighbours, siblings, lineage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from layers.dates import day_words, in_force
from layers.geography.footprints import Footprint, members_on
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.model import COUNTED_ROLES, Body, Layer
from layers.overlaps.pairs import layer_pair
from layers.place.institutions import institutions_within


@dataclass(frozen=True)
class Partner:
    """A body that shares people with this one: people in both, both shares, the match word from this one's side, and how many of each kind of institution stand in both."""

    body: BodyAt
    people: int
    share_of_this: float
    share_of_other: float
    match: str
    institutions: tuple[tuple[Layer, int], ...]


def partners_in(snapshot: Snapshot, body: BodyAt, layer: str) -> tuple[Partner, ...]:
    """The bodies of a layer that share people with this one, most people first; of its own layer, the others."""
    if not body.parts or body.standing != "live":
        return ()
    pair = layer_pair(snapshot, body.layer, layer)
    mine = next(i for i, other in enumerate(pair.a) if other.id == body.id)
    own = frozenset(body.parts)
    found = []
    for i, j in pair.pairs():
        if i == mine:
            inside = institutions_within(snapshot, own.intersection(pair.b[j].parts))
            count = Counter(item.layer for item in inside)
            found.append(
                Partner(
                    body=pair.b[j],
                    people=int(pair.people[i, j]),
                    share_of_this=float(pair.share_of_a[i, j]),
                    share_of_other=float(pair.share_of_b[i, j]),
                    match=pair.match(i, j),
                    institutions=tuple((layer, count[layer.id]) for layer in snapshot.landscape.point_layers),
                )
            )
    return tuple(found)


def siblings(snapshot: Snapshot, body: BodyAt) -> tuple[BodyAt | None, BodyAt | None]:
    """The bodies before and after this one in its layer, by name; ``None`` at either end."""
    bodies = snapshot.bodies(body.layer, fallen=body.standing != "live")
    here = [other.id for other in bodies].index(body.id)
    before = bodies[here - 1] if here else None
    after = bodies[here + 1] if here + 1 < len(bodies) else None
    return before, after


def neighbours(snapshot: Snapshot, body: BodyAt, borders: Mapping[str, frozenset[str]]) -> tuple[BodyAt, ...]:
    """Other bodies of the layer that reach right outside this one, and this one right outside them, by name.

    A body that lies inside another is not next to it.
    ``borders`` gives for each part's id the ids of the parts that share a line with it.
    """
    ids = snapshot.landscape.parts.ids
    position = {name: index for index, name in enumerate(ids)}

    def outside(parts: Footprint) -> set[int]:
        return {position[other] for part in parts for other in borders.get(ids[part], ())}.difference(parts)

    near = outside(body.parts)
    return tuple(
        other
        for other in snapshot.bodies(body.layer)
        if other.id != body.id and near.intersection(other.parts) and outside(other.parts).intersection(body.parts)
    )


def lineage(land: Landscape, body: Body) -> tuple[str, ...]:
    """What this body came from and became, from the districts that passed when a body of its layer ended: in sentences."""
    others = [other for other in land.all_bodies.values() if other.layer == body.layer and other.id != body.id]
    came, went = [], []
    for other in others:
        if other.valid_to and _passed(other, body):
            turn = other.valid_to + timedelta(days=1)
            verb = "Took over from" if body.valid_from == turn else "Took in districts of"
            came.append(f"{verb} {other.name} on {day_words(turn)}.")
        if body.valid_to and _passed(body, other):
            went.append(f"Its districts passed to {other.name} on {day_words(body.valid_to + timedelta(days=1))}.")
    return (*came, *went)


def _passed(ended: Body, heir: Body) -> frozenset[str]:
    """The districts of a body on its last day that the heir held on the next and not before."""
    assert ended.valid_to is not None
    turn = ended.valid_to + timedelta(days=1)
    return _codes(ended, ended.valid_to) & (_codes(heir, turn) - _codes(heir, ended.valid_to))


def _codes(body: Body, day: date) -> frozenset[str]:
    if not in_force(day, body.valid_from, body.valid_to):
        return frozenset()
    return frozenset(member.district_code for member in members_on(body, day, COUNTED_ROLES))
