"""``python -m bench.mutants --area layers --seed 7 --sample 100 --workers 2``: draw mutants, ask the tests, keep the score."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue

from bench.mutants.areas import AREAS, Area
from bench.mutants.concerned import Record
from bench.mutants.measure import record
from bench.mutants.places import Mutant, mutants_of
from bench.mutants.results import Result, difference, save
from bench.mutants.sample import draw, equivalents, without
from bench.mutants.trial import Verdict, copy_tree, judge
from bench.report import RESULTS, machine


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    area: Area
    seed: int
    sample: int
    workers: int
    budget: float
    minutes: float
    within: str
    out: Path


def main() -> int:
    """Judge a sample; always 0 when that could be done, as a score is a result and not a failure."""
    options = _options()
    where = machine()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copies = [copy_tree(Path(folder).resolve() / f"copy-{k}") for k in range(options.workers)]
        chosen = _chosen(options, copies[0])
        seen = record(options.area, copies, options.budget)
        random.Random(options.seed).shuffle(chosen)
        verdicts = judged(chosen, seen, copies, options.minutes)
        result = Result(options.area, options.seed, verdicts, where)
        print(f"{result.score} noticed: {save(result, copies[0], options.out)}")
    return 0


def judged(mutants: Sequence[Mutant], seen: Record, copies: Sequence[Path], minutes: float) -> list[Verdict]:
    """Every mutant's verdict, in order; as many at once as there are copies. None is begun after so many minutes."""
    end = time.monotonic() + 60 * minutes
    free: SimpleQueue[Path] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def one(mutant: Mutant) -> Verdict | None:
        if time.monotonic() > end:
            return None
        copy = free.get()
        try:
            source = (copy / mutant.module).read_text("utf-8")
            verdict = judge(mutant, seen, copy)
        finally:
            free.put(copy)
        print(
            f"{verdict.outcome:>15}  {mutant.module}:{mutant.start[0]} {mutant.operator} ({verdict.asked} tests)",
            flush=True,
        )
        if not verdict.killed:
            print("\n".join(f"{'':17}{line}" for line in difference(mutant, source)), flush=True)
        return verdict

    with ThreadPoolExecutor(len(copies)) as threads:
        return [verdict for verdict in threads.map(one, mutants) if verdict]


def _chosen(options: Options, root: Path) -> list[Mutant]:
    modules = [module for module in options.area.sources(root) if module.startswith(options.within)]
    every = [mutant for module in modules for mutant in mutants_of(module, root)]
    kept = without(every, equivalents(), root)
    print(
        f"{options.area.name}: {len(every)} mutants in {len(modules)} modules, {len(every) - len(kept)} excluded",
        flush=True,
    )
    return draw(kept, options.sample, options.seed)


def _options() -> Options:
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("--area", choices=sorted(AREAS), required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=100, help="how many mutants, at most one a place")
    parser.add_argument("--workers", type=int, default=2, help="copies of the tree that are tried at once")
    parser.add_argument("--budget", type=float, default=60, help="seconds of tests that one mutant may cost")
    parser.add_argument(
        "--minutes", type=float, default=600, help="begin no mutant after that; the page tells how many were tried"
    )
    parser.add_argument("--within", default="", help="only modules whose path begins so, as dashboard/export/map")
    parser.add_argument("--out", type=Path, default=RESULTS, help="the folder for the results")
    parser.add_argument(
        "--tests", nargs="+", help="only these folders or files of tests, instead of all that hold the area"
    )
    given = vars(parser.parse_args())
    area, tests = AREAS[given["area"]], given.pop("tests")
    return Options(**{**given, "area": replace(area, tests=tuple(tests)) if tests else area})


if __name__ == "__main__":
    sys.exit(main())
