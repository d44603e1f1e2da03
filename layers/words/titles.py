"""The title of a view, which says what is shown and when, and the line under it."""

from __future__ import annotations

from collections.abc import Sequence

from layers.words.capitals import first_upper
from layers.words.lists import listed

NOTHING_CHOSEN = "Districts of England"


def view_title(shading: str | None, layers: Sequence[str], day: str) -> str:
    """``Combined authorities and STP footprints, 1 December 2017``: the layers or, without any, what districts are shaded by.

    ``shading`` is the label of the measure, ``layers`` the names of those shown as they stand inside a sentence,
    ``day`` in words.
    """
    return f"{first_upper(listed(layers)) or shading or NOTHING_CHOSEN}, {day}"


def view_subtitle(shading: str | None, layers: Sequence[str]) -> str:
    """``Districts shaded by Growth Deal money per head``; blank where the title says it, or nothing is shaded."""
    return f"Districts shaded by {shading}" if shading and layers else ""
