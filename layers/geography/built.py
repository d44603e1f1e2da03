"""The built files: where they lie, and how each is called.

`layers.build` writes outlines, district figures and the like once, each under a name that
holds a digest of its content, so that a browser may keep it for ever. The manifest leads
from a logical name (``districts``, ``stp-local-0``) to that name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from layers.tables import DATA

BOUNDARIES = DATA / "boundaries"
"""The folder of the built files of the data package."""
MANIFEST = "manifest.json"


@cache
def manifest(folder: Path = BOUNDARIES) -> Mapping[str, str]:
    """The file name of each built file, by its logical name.

    Raises:
        FileNotFoundError: nothing was built in the folder.
    """
    return MappingProxyType(json.loads((folder / MANIFEST).read_text("utf-8")))


def built(name: str, folder: Path = BOUNDARIES) -> Any:
    """What a built file holds, read anew each time: what it is depends on the name.

    Raises:
        KeyError: there is no such file.
    """
    return json.loads((folder / manifest(folder)[name]).read_text("utf-8"))
