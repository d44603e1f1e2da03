"""The score by room, and every mutant that no test noticed, as JSON and as a page to read."""

from __future__ import annotations

import difflib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.mutants.areas import Area, room_of
from bench.mutants.places import Mutant, mutated
from bench.mutants.trial import Verdict


@dataclass(frozen=True)
class Score:
    """How many of the mutants of a room the tests noticed."""

    killed: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1; a room without mutants has nothing to miss."""
        return self.killed / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.killed} of {self.of} ({self.share:.0%})"


@dataclass(frozen=True)
class Result:
    """A sample, judged."""

    area: Area
    seed: int
    verdicts: Sequence[Verdict]
    machine: Mapping[str, Any]

    @property
    def score(self) -> Score:
        """Of the whole sample."""
        return _score(self.verdicts)

    def rooms(self) -> dict[str, Score]:
        """Of each folder, and of each that holds more than one of them, everything below it included."""
        found: dict[str, list[Verdict]] = defaultdict(list)
        for verdict in self.verdicts:
            room = room_of(verdict.mutant.module)
            found[room].append(verdict)
            parts = room.split("/")
            for depth in range(2, len(parts)):
                found["/".join(parts[:depth]) + "/…"].append(verdict)
        for room in [name for name in found if name.endswith("/…")]:
            found[room] += found.get(room.removesuffix("/…"), [])
        return {room: _score(verdicts) for room, verdicts in sorted(found.items())}

    def survivors(self) -> list[Verdict]:
        """The mutants that no test noticed, in the order of the code."""
        return sorted((verdict for verdict in self.verdicts if not verdict.killed), key=lambda verdict: verdict.mutant)

    def plain(self, root: Path) -> dict[str, Any]:
        """Everything for JSON; ``root`` is where the code is read."""
        return {
            "area": self.area.name,
            "seed": self.seed,
            "sample": len(self.verdicts),
            "killed": self.score.killed,
            "target": self.area.target,
            "measured": datetime.now().isoformat(timespec="seconds"),
            "machine": dict(self.machine),
            "rooms": {room: {"killed": score.killed, "of": score.of} for room, score in self.rooms().items()},
            "survivors": [_survivor(verdict, root) for verdict in self.survivors()],
            "mutants": [
                [_where(verdict.mutant), verdict.mutant.operator, verdict.outcome] for verdict in self.verdicts
            ],
        }


def save(result: Result, root: Path, folder: Path) -> Path:
    """Write ``mutants-<area>.json`` and ``.md`` into a folder; the path of the latter."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = result.plain(root)
    text = json.dumps(plain, indent=1, ensure_ascii=False)
    (folder / f"mutants-{result.area.name}.json").write_text(text + "\n", "utf-8")
    page = folder / f"mutants-{result.area.name}.md"
    page.write_text(readable(result, plain), "utf-8")
    return page


def readable(result: Result, plain: Mapping[str, Any]) -> str:
    """The page: the score, the rooms as a table, the survivors with what was changed."""
    met = "met" if result.score.share >= result.area.target else "not met"
    lines = [
        f"# Mutants of `{result.area.name}`",
        "",
        f"{result.score} were noticed; the target of {result.area.target:.0%} is {met}. Seed {result.seed}, "
        f"at {plain['machine'].get('commit', 'unknown')}, {plain['measured']}. How to read this: `bench/README.md`.",
        "",
        "| room | noticed | of | share |",
        "| --- | --- | --- | --- |",
        *(f"| {room} | {score.killed} | {score.of} | {score.share:.0%} |" for room, score in result.rooms().items()),
        "",
        "## Not noticed" if plain["survivors"] else "Every one was noticed.",
    ]
    for survivor in plain["survivors"]:
        lines += ["", f"`{survivor['where']}` {survivor['operator']}: {survivor['outcome']}", ""]
        lines += ["```diff", *survivor["diff"], "```"]
    return "\n".join(lines) + "\n"


def difference(mutant: Mutant, source: str) -> list[str]:
    """The lines that a mutant takes out and puts in."""
    lines = difflib.unified_diff(source.splitlines(), mutated(mutant, source).splitlines(), lineterm="", n=0)
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def _survivor(verdict: Verdict, root: Path) -> dict[str, Any]:
    mutant = verdict.mutant
    return {
        "where": _where(mutant),
        "operator": mutant.operator,
        "outcome": verdict.outcome,
        "asked": verdict.asked,
        "diff": difference(mutant, (root / mutant.module).read_text("utf-8")),
    }


def _where(mutant: Mutant) -> str:
    return f"{mutant.module}:{mutant.start[0]}"


def _score(verdicts: Sequence[Verdict]) -> Score:
    return Score(sum(verdict.killed for verdict in verdicts), len(verdicts))
