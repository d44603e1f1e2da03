"""One body among the others: partners in every layer, neighbours, siblings, lineage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from layers.dates import day_words
from layers.footprints import members_on
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.model import COUNTED_ROLES, Body
from layers.overlaps import layer_pair
from layers.place import institutions_within


@dataclass(frozen=True)
class Partner:
    """A body that shares people with this one: people in both, both shares, the match word from this one's side, institutions in both."""

    body: BodyAt
    people: int
    share_of_this: float
    share_of_other: float
    match: str
    universities: int
    trusts: int


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
            universities = sum(item.layer == "university" for item in inside)
            found.append(
                Partner(
                    body=pair.b[j],
                    people=int(pair.people[i, j]),
                    share_of_this=float(pair.share_of_a[i, j]),
                    share_of_other=float(pair.share_of_b[i, j]),
                    match=pair.match(i, j),
                    universities=universities,
                    trusts=len(inside) - universities,
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
    """Other bodies of the layer with a part next to one of this body's, by name.

    ``borders`` gives for each part's id the ids of the parts that share a line with it.
    """
    ids = snapshot.landscape.parts.ids
    position = {name: index for index, name in enumerate(ids)}
    near = {position[other] for part in body.parts for other in borders.get(ids[part], ())}.difference(body.parts)
    return tuple(
        other for other in snapshot.bodies(body.layer) if other.id != body.id and near.intersection(other.parts)
    )


def lineage(land: Landscape, body: Body) -> tuple[str, ...]:
    """What this body came from and became, from the districts that passed: in sentences."""
    return (*_passed(land, body, came=True), *_passed(land, body, came=False))


def _passed(land: Landscape, body: Body, *, came: bool) -> tuple[str, ...]:
    """The bodies of its layer that ended the day before it began, or began the day after it ended, and share districts with it."""
    turn = body.valid_from if came else (body.valid_to + timedelta(days=1) if body.valid_to else None)
    if turn is None:
        return ()
    eve = turn - timedelta(days=1)
    mine = _codes(body, turn if came else eve)
    lines = []
    for other in land.all_bodies.values():
        if other.layer != body.layer or other.id == body.id:
            continue
        if came and other.valid_to == eve and mine & _codes(other, eve):
            lines.append(f"Took over from {other.name} on {day_words(turn)}.")
        if not came and mine & (_codes(other, turn) - _codes(other, eve)):
            lines.append(f"Its districts passed to {other.name} on {day_words(turn)}.")
    return tuple(lines)


def _codes(body: Body, day: date) -> frozenset[str]:
    return frozenset(member.district_code for member in members_on(body, day, COUNTED_ROLES))
