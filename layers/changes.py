"""What changed on a day, in sentences a reader can use."""

from __future__ import annotations

from datetime import date, timedelta

from layers.landscape import Landscape
from layers.model import Body, Layer
from layers.words import numbers
from layers.words.lists import listed


def latest_change(land: Landscape, day: date) -> tuple[date, tuple[str, ...]] | None:
    """The latest day up to ``day`` on which a body or membership changed or a mayor took office, with what changed.

    ``None`` when nothing had changed yet.
    """
    days = {stop for stop in land.stops if changes_on(land, stop)}
    days.update(body.mayor_from for body in land.all_bodies.values() if body.mayor_from)
    past = [found for found in days if found <= day]
    return (max(past), changes_on(land, max(past))) if past else None


def changes_on(land: Landscape, day: date) -> tuple[str, ...]:
    """Sentences for the bodies that started, ended, gained or lost districts, or got a mayor, on ``day``."""
    eve = day - timedelta(days=1)
    lines = []
    for layer in land.layers_with(lambda layer: layer.dated_membership):
        bodies = [body for body in land.all_bodies.values() if body.layer == layer.id]
        started = [body for body in bodies if body.valid_from == day]
        ended = [body for body in bodies if body.valid_to == eve]
        lines += _group(layer, started, "started") + _group(layer, ended, "ended")
        for body in bodies:
            if body not in started and body not in ended:
                lines += _moves(body, day, eve)
    mayors = [body for body in land.all_bodies.values() if body.mayor_from == day]
    if mayors:
        lines.append(f"First elected mayor took office: {listed([body.short_name for body in mayors])}.")
    return tuple(lines)


def _group(layer: Layer, bodies: list[Body], verb: str) -> list[str]:
    if not bodies:
        return []
    if len(bodies) <= 3:
        return [f"{listed([body.name for body in bodies])} {verb}."]
    return [f"{len(bodies)} {layer.name} {verb}."]


def _moves(body: Body, day: date, eve: date) -> list[str]:
    joined = sum(member.valid_from == day for member in body.members)
    left = sum(member.valid_to == eve for member in body.members)
    lines = []
    if joined:
        lines.append(f"{numbers.districts(joined)} joined {body.name}.")
    if left:
        lines.append(f"{numbers.districts(left)} left {body.name}.")
    return lines
