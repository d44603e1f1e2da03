"""A pytest plugin for ``coverage run``: each line is put down to the test that ran it, or to the fixture it was for.

A landscape that a whole session shares is loaded in the first test that asks for it; the lines that load it
concern every test that uses it. So the set-up of a shared fixture has a context of its own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage

RECORD = "MUTANTS_RECORD"
"""The environment variable that names the file to write: for each test its seconds, outcome and fixtures."""
FIXTURE = "fixture "
"""What the context of a fixture begins with; that of a test is its node id."""

_tests: dict[str, dict[str, Any]] = {}
_now = [""]


def _switch(context: str) -> None:
    _now[0] = context
    if measuring := Coverage.current():
        measuring.switch_context(context)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """A test's lines are its own."""
    fixtures = sorted(getattr(item, "fixturenames", ()))
    _tests[item.nodeid] = {"seconds": 0.0, "passed": True, "fixtures": fixtures}
    _switch(item.nodeid)
    try:
        return (yield)
    finally:
        _switch("")


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any) -> Iterator[None]:
    """A shared fixture's lines are its own."""
    before = _now[0]
    if fixturedef.scope != "function":
        _switch(FIXTURE + fixturedef.argname)
    try:
        return (yield)
    finally:
        _switch(before)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Seconds of the test itself; and a test that doesn't pass on sound code can't tell a mutant."""
    found = _tests[report.nodeid]
    found["seconds"] += report.duration if report.when == "call" else 0.0
    found["passed"] = found["passed"] and report.passed


def pytest_sessionfinish() -> None:
    """Write down what was seen."""
    Path(os.environ[RECORD]).write_text(json.dumps(_tests), "utf-8")
