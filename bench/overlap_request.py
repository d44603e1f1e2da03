"""The request that the overlaps page sends for another layer pair."""

from __future__ import annotations

import json
from typing import Any

from dashboard.ids import Overlaps

ENCODINGS = {"Accept-Encoding": "gzip, deflate, br, zstd"}
"""What Chromium accepts."""


def body_of(a: str, b: str, weight: str, day: str) -> str:
    """The body of the POST that asks `change_layers` for a pair."""
    outputs = [(Overlaps.DATA, "data"), (Overlaps.FINDINGS, "children")]
    given = [
        (Overlaps.LAYER_A, "value", a),
        (Overlaps.LAYER_B, "value", b),
        (Overlaps.WEIGHT, "value", weight),
        (Overlaps.DAY, "data", day),
    ]
    return dash_request(outputs, given, f"{Overlaps.LAYER_A}.value")


def dash_request(outputs: list[tuple[str, str]], given: list[tuple[str, str, Any]], changed: str) -> str:
    """A callback's request as Dash's renderer writes it."""
    names = [f"{identifier}.{prop}" for identifier, prop in outputs]
    asked = [{"id": identifier, "property": prop} for identifier, prop in outputs]
    return json.dumps(
        {
            "output": names[0] if len(names) == 1 else f"..{'...'.join(names)}..",
            "outputs": asked[0] if len(asked) == 1 else asked,
            "inputs": [{"id": identifier, "property": prop, "value": value} for identifier, prop, value in given],
            "changedPropIds": [changed],
            "state": [],
        }
    )
