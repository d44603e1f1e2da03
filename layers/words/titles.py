"""The title of a view: what is shown, and when."""

from __future__ import annotations

from collections.abc import Sequence

from layers.words.capitals import first_upper
from layers.words.lists import listed

NOTHING_CHOSEN = "Districts of England"


def view_title(shading: str | None, layers: Sequence[str], day: str) -> str:
    """``Growth Deal money per head, with combined authorities and STP footprints, 1 December 2017``.

    ``shading`` is the label of what districts are shaded by, ``layers`` the names of those shown as they
    stand inside a sentence, ``day`` in words.
    """
    names = listed(layers)
    head = f"{shading}, with {names}" if shading and names else shading or first_upper(names) or NOTHING_CHOSEN
    return f"{head}, {day}"
