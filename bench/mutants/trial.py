"""A mutant on trial: written into a copy of the tree, the tests run there, the copy made sound again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

from bench.mutants.areas import ROOT
from bench.mutants.concerned import Record
from bench.mutants.places import Mutant, mutated

COPIED = ("app.py", "bench", "dashboard", "layers", "pyproject.toml", "tests")
"""What a copy has of its own; everything else is linked, as no test writes to it."""
NOT_LINKED = {".git", ".venv", "var"}
SURVIVED, KILLED, TIMED_OUT, UNTESTED = "survived", "killed", "timed out", "no test runs it"
PLAIN = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
"""Pytest without the plugins that happen to be installed: it starts in a third of the time, and nothing shuffles."""
_NO_SUCH_TEST = 4


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant. ``asked`` is how many tests there were to notice it."""

    mutant: Mutant
    outcome: str
    asked: int

    @property
    def killed(self) -> bool:
        """Whether the tests noticed. Running out of time is noticing, as it fails in use and in CI too."""
        return self.outcome in (KILLED, TIMED_OUT)


def copy_tree(to: Path, root: Path = ROOT) -> Path:
    """A tree to mutate: the code copied, the rest linked."""
    to.mkdir(parents=True)
    for path in sorted(root.iterdir()):
        if path.name in COPIED and path.is_dir():
            shutil.copytree(path, to / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif path.name in COPIED:
            shutil.copy2(path, to / path.name)
        elif path.name not in NOT_LINKED:
            (to / path.name).symlink_to(path)
    return to


def judge(mutant: Mutant, record: Record, copy: Path) -> Verdict:
    """Ask the tests that concern a mutant: first those that run its line, then the others that touch its module."""
    first = record.first(mutant)
    asked = 0
    with in_place(mutant, copy):
        for tests in (first, record.then(mutant, first)):
            asked += len(tests)
            outcome = run(tests, copy, record.seconds(tests)) if tests else SURVIVED
            if outcome != SURVIVED:
                return Verdict(mutant, outcome, asked)
    return Verdict(mutant, SURVIVED if asked else UNTESTED, asked)


@contextmanager
def in_place(mutant: Mutant, copy: Path) -> Iterator[None]:
    """The copy holds the mutant; after that it is sound again, whatever happened."""
    path = copy / mutant.module
    sound = path.read_text("utf-8")
    # Python knows stale bytecode by the second and the size of its source: a mutant may share both.
    compiled = Path(cache_from_source(str(path)))
    compiled.unlink(missing_ok=True)
    path.write_text(mutated(mutant, sound), "utf-8")
    try:
        yield
    finally:
        path.write_text(sound, "utf-8")
        compiled.unlink(missing_ok=True)


def run(tests: Sequence[str], copy: Path, seconds: float) -> str:
    """Run tests in a copy up to the first that fails: `SURVIVED`, `KILLED` or `TIMED_OUT`.

    ``seconds`` is how long they take on sound code; they get six times that and a minute for the start.
    """
    status = _pytest(tests, copy, 60 + 6 * seconds)
    if status == _NO_SUCH_TEST:
        # Their names came from what is mutated, such as a table that a test goes through: ask the whole files.
        status = _pytest(sorted({test.partition("::")[0] for test in tests}), copy, 60 + 6 * seconds)
    if status is None:
        return TIMED_OUT
    return SURVIVED if status == 0 else KILLED


def _pytest(tests: Sequence[str], copy: Path, limit: float) -> int | None:
    listed = copy / "asked.txt"
    listed.write_text("\n".join(tests), "utf-8")
    command = [
        *(sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "--tb=no"),
        *("-p", "no:cacheprovider", f"@{listed}"),
    ]
    environment = {**os.environ, **PLAIN, "PYTHONPATH": str(copy)}
    quiet = subprocess.DEVNULL
    # A session of its own, so that a server that a test began goes with it when time is up.
    process = subprocess.Popen(command, cwd=copy, env=environment, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        return process.wait(limit)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
