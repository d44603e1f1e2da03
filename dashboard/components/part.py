"""The part of a district that somebody looked for by a postcode, and what covers it but not the rest."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from dashboard.components.place import section
from dashboard.text.links import body_href
from layers.dates import day_words
from layers.landscape import Snapshot
from layers.place.area import area_of
from layers.place.covers import Cover
from layers.place.part import PartCovers
from layers.words import numbers, spoken


def looked_for(found: PartCovers, snapshot: Snapshot) -> html.Section:
    """Which side of the lines through a district a postcode is on, with how many people live there."""
    name, whole = found.area.name, area_of(snapshot.landscape, found.area.code)
    share = numbers.part(found.area.people / whole.people)
    lives = f"It is home to {spoken.people(found.area.people)}, {share} of {name}’s. "
    if not found.here and not found.elsewhere:
        said = f"On {day_words(snapshot.day)} every body over {name} covered all of it alike."
        return section("Where your postcode is", html.P(lives + said), name="part")
    return section(
        "Where your postcode is",
        html.P(f"Bodies split {name}, and your postcode is in one part of it. {lives}As at {day_words(snapshot.day)}:"),
        html.Ul(
            [*_lines("Covered by", found.here), *_lines("Not covered by", found.elsewhere)], className="plain part"
        ),
        html.P("What covers all of the district is below.", className="muted"),
        name="part",
    )


def _lines(said: str, covers: Sequence[Cover]) -> list[html.Li]:
    return [html.Li([f"{said} ", html.A(cover.body.name, href=body_href(cover.body)), "."]) for cover in covers]
