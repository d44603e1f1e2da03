"""Which plotly.js the maps are drawn with: the bundle of map traces alone, a third of the whole, or else the whole.

The bundle is a package of npm's and optional, so that no set-up fails without it; it is used when it is of the version
that plotly's own package holds, which is what the figures are made for.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.metadata import files
from pathlib import Path

from dashboard.settings import NODE_MODULES

SUITES = "_dash-component-suites"
WHOLE = f"{SUITES}/plotly/package_data/plotly.min.js"
BUNDLE = NODE_MODULES / "plotly.js-geo-dist-min" / "plotly-geo.min.js"
_VERSION = re.compile(rb"plotly\.js[^\n]{0,40} v(\d+\.\d+\.\d+)")


def version_of(script: Path) -> str:
    """The version that a plotly.js says it is in its first lines; blank when there is none to read."""
    try:
        with script.open("rb") as lines:
            found = _VERSION.search(lines.read(500))
    except OSError:
        return ""
    return found[1].decode() if found else ""


@cache
def whole() -> Path:
    """plotly.js in plotly's own package."""
    inside = [path for path in files("plotly") or () if path.name == "plotly.min.js"]
    return Path(str(inside[0].locate()))


def bundle(script: Path = BUNDLE) -> Path | None:
    """The bundle of maps, if there is one of the same version as the whole."""
    found = version_of(script)
    return script if found and found == version_of(whole()) else None


def plotly_url() -> str:
    """Where the library is served, with a fingerprint."""
    script = bundle()
    if script is None:
        return f"{WHOLE}?v={version_of(whole())}"
    return f"static/{bundle_name(script)}"


def bundle_name(script: Path) -> str:
    """The bundle's file name with its content hash."""
    return f"plotly-geo.{hashlib.sha256(script.read_bytes()).hexdigest()[:12]}.js"
