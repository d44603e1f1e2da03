"""A bench's rows: medians beside a peer and a target, printed, and kept as Markdown and JSON."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any

import psutil

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("dash", "plotly", "pandas", "numpy", "geopandas", "shapely", "tobler", "gunicorn", "playwright")
HEAD = ("What", "Ours (median)", "Peer (median)", "Ratio", "Target", "", "n")
AT_MOST, AT_LEAST = "<", ">="


@dataclass(frozen=True)
class Sample:
    """What was seen of one quantity."""

    median: float
    least: float
    most: float
    n: int

    @classmethod
    def of(cls, values: Iterable[float]) -> Sample:
        """Median, extremes and number of some values."""
        seen = list(values)
        return cls(median(seen), min(seen), max(seen), len(seen))


@dataclass(frozen=True)
class Row:
    """One quantity: ours, the peer's if it has one, and the target if there is one.

    ``better`` is ``<`` when less is better and ``>=`` when more is; it is also how the
    target is read. ``note`` is said under the table.
    """

    what: str
    unit: str
    ours: Sample
    peer: Sample | None = None
    target: float | None = None
    better: str = AT_MOST
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times better ours is than the peer; below 1, worse. ``None`` without a peer, or when one is 0."""
        if self.peer is None or not self.ours.median or not self.peer.median:
            return None
        ratio = self.peer.median / self.ours.median
        return ratio if self.better == AT_MOST else 1 / ratio

    @property
    def met(self) -> bool | None:
        """Whether our median reaches the target; ``None`` without one."""
        if self.target is None:
            return None
        if self.better == AT_MOST:
            return self.ours.median < self.target or self.ours.median == self.target == 0
        return self.ours.median >= self.target

    def cells(self) -> tuple[str, ...]:
        """The row as text, in the order of `HEAD`."""
        target = "–" if self.target is None else f"{self.better} {number(self.target)} {self.unit}".strip()
        if self.target == 0:
            target = "none"
        return (
            self.what,
            f"{number(self.ours.median)} {self.unit}".strip(),
            f"{number(self.peer.median)} {self.unit}".strip() if self.peer else "–",
            f"{number(self.ratio)}x" if self.ratio is not None else "–",
            target,
            {None: "", True: "met", False: "NOT MET"}[self.met],
            str(self.ours.n),
        )

    def plain(self) -> dict[str, Any]:
        """The row for JSON."""
        return {**asdict(self), "ratio": self.ratio, "met": self.met}


def row_from(plain: dict[str, Any]) -> Row:
    """The row that `Row.plain` wrote."""
    kept = {key: value for key, value in plain.items() if key not in ("ratio", "met")}
    peer = Sample(**kept.pop("peer")) if kept["peer"] else kept.pop("peer")
    return Row(**{**kept, "ours": Sample(**kept["ours"]), "peer": peer})


def number(value: float) -> str:
    """Three significant figures, thousands separated."""
    if value == 0:
        return "0"
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{decimals}f}"


def machine() -> dict[str, Any]:
    """What the figures were measured on, and how busy it was."""
    return {
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": platform.python_version(),
        "load_average_before": round(os.getloadavg()[0], 2),
        "commit": _commit(),
        "packages": {name: found for name in PACKAGES if (found := installed(name))},
    }


def installed(package: str) -> str | None:
    """The version of a package, or ``None`` when it isn't installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty"]
    done = subprocess.run(command, cwd=RESULTS.parent, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table in columns, with their notes under it."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[k]) for line in lines) for k in range(len(HEAD))]
    text = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    text.insert(1, "| " + " | ".join("-" * max(width, 3) for width in widths) + " |")
    notes = [f"- {row.what}: {row.note}" for row in rows if row.note]
    return "\n".join([*text, *([""] if notes else []), *notes])


def save(name: str, title: str, rows: Sequence[Row], where: dict[str, Any]) -> None:
    """Put a bench's rows into ``latest.json``, beside the other benches', and write the day's Markdown anew."""
    RESULTS.mkdir(exist_ok=True)
    latest = RESULTS / "latest.json"
    kept = json.loads(latest.read_text("utf-8")) if latest.exists() else {}
    kept[name] = {
        "title": title,
        "measured": datetime.now().isoformat(timespec="seconds"),
        "machine": where,
        "rows": [row.plain() for row in rows],
    }
    latest.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (RESULTS / f"{date.today().isoformat()}.md").write_text(_markdown(kept), "utf-8")


def _markdown(kept: dict[str, Any]) -> str:
    parts = ["# Bench results", "", "How to read this: `bench/README.md`.", ""]
    for name, found in sorted(kept.items()):
        parts += [f"## {name}: {found['title']}", "", _where(found), ""]
        parts += [table([row_from(row) for row in found["rows"]]), ""]
    return "\n".join(parts)


def _where(found: dict[str, Any]) -> str:
    on = found["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in on["packages"].items())
    return (
        f"Measured {found['measured']} at {on['commit']}: {on['cores']} cores, {on['memory_gb']} GB, {on['system']}, "
        f"load average {on['load_average_before']} beforehand; Python {on['python']}, {versions}."
    )
