"""One run of the tests under coverage, to learn which test runs which line; kept in ``var/mutants``."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from coverage import CoverageData

from bench.mutants.areas import ROOT, Area
from bench.mutants.concerned import Record, Seen
from bench.mutants.recorder import FIXTURE, RECORD
from bench.mutants.trial import PLAIN

KEPT = ROOT / "var" / "mutants"


def record(area: Area, copies: Sequence[Path], budget: float) -> Record:
    """What every test of an area runs. Only files of tests that are new since the code changed are run.

    ``copies`` are copies of the tree, as many as runs may go at once.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    code = digest(copies[0], area.sources(copies[0]) + _helpers(copies[0]))
    keys = {name: digest(copies[0], [name], code) for name in area.test_files(copies[0])}
    missing = [name for name, key in keys.items() if not (KEPT / f"{key}.json").exists()]
    if missing:
        print(f"{area.name}: {len(missing)} files of tests are run under coverage …", flush=True)
    runs = [_start(area, copy, missing[k :: len(copies)], k) for k, copy in enumerate(copies)]
    for run in runs:
        run.finish(keys)
    return Record(copies[0], {name: _read(KEPT / f"{key}.json") for name, key in keys.items()}, budget)


def digest(root: Path, names: Iterable[str], begin: str = "") -> str:
    """A name for the text of some files, the same as long as none changes."""
    found = hashlib.sha256(begin.encode())
    for name in names:
        found.update(name.encode() + b"\0" + (root / name).read_bytes())
    return found.hexdigest()[:24]


class _Run:
    """A run of some files of tests, under way."""

    def __init__(self, copy: Path, files: Sequence[str], process: subprocess.Popen[bytes] | None) -> None:
        self.copy, self.files, self.process = copy, files, process

    def finish(self, keys: Mapping[str, str]) -> None:
        """Wait for the end and keep what each file of tests ran.

        Raises:
            RuntimeError: pytest itself broke.
        """
        if self.process is None:
            return
        if self.process.wait() not in (0, 1):
            raise RuntimeError(f"The tests could not be run under coverage: see {self.copy / 'pass.log'}.")
        tests = json.loads((self.copy / "tests.json").read_text("utf-8"))
        failed = sorted(name for name, test in tests.items() if not test["passed"])
        if failed:
            print(
                f"{len(failed)} tests don't pass on sound code or are skipped, and aren't asked: {', '.join(failed[:5])} …"
            )
        seen = by_file(tests, _lines(self.copy))
        for name in self.files:
            (KEPT / f"{keys[name]}.json").write_text(json.dumps(seen.get(name, {"seconds": {}, "lines": {}})), "utf-8")


def by_file(tests: Mapping[str, Any], lines: Mapping[str, Mapping[int, Sequence[str]]]) -> dict[str, Any]:
    """For each file of tests the seconds of the tests that passed, and which of them ran which line.

    ``tests`` is what the recorder wrote; ``lines`` gives contexts by module and line. A line that a shared fixture ran
    is put down to every test that uses the fixture.
    """
    users: dict[str, list[str]] = defaultdict(list)
    for name, test in tests.items():
        for fixture in test["fixtures"]:
            users[FIXTURE + fixture].append(name)
    found: dict[str, Any] = defaultdict(lambda: {"seconds": {}, "lines": defaultdict(lambda: defaultdict(list))})
    passed = {name: test["seconds"] for name, test in tests.items() if test["passed"]}
    for name, seconds in passed.items():
        found[_file(name)]["seconds"][name] = round(seconds, 4)
    for module, contexts_by_line in lines.items():
        for line, contexts in contexts_by_line.items():
            for test in sorted({name for context in contexts for name in users.get(context, [context])}):
                if test in passed:
                    found[_file(test)]["lines"][module][line].append(test)
    return dict(found)


def _start(area: Area, copy: Path, files: Sequence[str], number: int) -> _Run:
    if not files:
        return _Run(copy, files, None)
    command = [
        *(sys.executable, "-m", "coverage", "run", f"--source={area.name}", f"--data-file={copy / 'coverage'}"),
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "bench.mutants.recorder", *files),
    ]
    environment = {**os.environ, **PLAIN, RECORD: str(copy / "tests.json"), "PYTHONPATH": str(copy)}
    with (copy / "pass.log").open("wb") as log:
        return _Run(copy, files, subprocess.Popen(command, cwd=copy, env=environment, stdout=log, stderr=log))


def _lines(copy: Path) -> dict[str, Mapping[int, Sequence[str]]]:
    data = CoverageData(str(copy / "coverage"))
    data.read()
    return {
        Path(name).relative_to(copy).as_posix(): data.contexts_by_lineno(name) for name in sorted(data.measured_files())
    }


def _read(path: Path) -> Seen:
    kept = json.loads(path.read_text("utf-8"))
    lines = {module: {int(line): tests for line, tests in by_line.items()} for module, by_line in kept["lines"].items()}
    return Seen(kept["seconds"], lines)


def _helpers(root: Path) -> list[str]:
    found = [path for path in (root / "tests").rglob("*.py") if not path.name.startswith("test_")]
    return sorted(path.relative_to(root).as_posix() for path in found)


def _file(test: str) -> str:
    return test.partition("::")[0]
