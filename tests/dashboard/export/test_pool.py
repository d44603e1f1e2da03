"""The pool of processes: bounded, timed, recycled, started late, and gone with its server."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import psutil
import pytest

from dashboard.export.order import CannotExportError, Order
from dashboard.export.workers.pool import PoolRunner
from dashboard.export.workers.runner import BusyError, FailedError, TooSlowError
from dashboard.settings import ROOT, ExportSettings
from tests.dashboard.export.jobs import job

HEAVY = {"matplotlib", "pptx", "geopandas", "shapely", "pyproj", "pebble", "celery", "redis", "xlsxwriter"}


def order(**query: str) -> Order:
    """An order for the test job."""
    return Order("overlaps", "csv", query, "http://127.0.0.1:8050")


def told(runner: PoolRunner, **query: str) -> dict[str, Any]:
    """What the process that met the order tells of itself."""
    found: dict[str, Any] = json.loads(runner.run(order(**query)).content)
    return found


@pytest.fixture
def pool() -> Iterator[Callable[..., PoolRunner]]:
    """Makes runners of the test job, and ends them."""
    made: list[PoolRunner] = []

    def make(**settings: int) -> PoolRunner:
        made.append(PoolRunner(ExportSettings(**settings), job))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for runner in made:
        runner.stop()


def wait_until(true: Callable[[], object], seconds: float = 90) -> None:
    """Wait for something to become true; it is an error if it does not."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def test_an_order_goes_to_a_small_process_and_comes_back_whole(pool: Callable[..., PoolRunner]) -> None:
    found = told(pool(), layers="stp", name="Bryn Môr")
    assert found["order"] == order(layers="stp", name="Bryn Môr").as_json()
    assert found["process"] != psutil.Process().pid
    assert found["landscape"] is True
    assert found["needless"] == []


def test_refusals_and_faults_come_back_as_what_they_are(pool: Callable[..., PoolRunner]) -> None:
    runner = pool()
    with pytest.raises(CannotExportError, match="There is no such thing"):
        runner.run(order(refuse="1"))
    with pytest.raises(FailedError, match=r"(?s)Traceback .*LookupError: a fault inside"):
        runner.run(order(fault="1"))
    with pytest.raises(FailedError, match="raised in the worker"):
        runner.run(order(**{"raise": "1"}))
    assert told(runner)["process"]


def test_a_slow_job_is_killed_and_the_next_one_served(pool: Callable[..., PoolRunner]) -> None:
    runner = pool(seconds=1)
    before = told(runner)["process"]
    start = time.monotonic()
    with pytest.raises(TooSlowError, match="within 1 seconds"):
        runner.run(order(sleep="30"))
    assert time.monotonic() - start < 10
    assert not psutil.pid_exists(before)
    assert told(runner)["process"] != before


def test_a_worker_that_dies_fails_its_order_alone(pool: Callable[..., PoolRunner]) -> None:
    runner = pool()
    before = told(runner)["process"]
    with pytest.raises(FailedError, match="without an answer"):
        runner.run(order(die="1"))
    assert told(runner)["process"] != before


def test_a_worker_that_dies_idle_is_replaced(pool: Callable[..., PoolRunner]) -> None:
    runner = pool()
    before = told(runner)["process"]
    psutil.Process(before).kill()
    wait_until(lambda: not psutil.pid_exists(before))
    time.sleep(0.3)  # the pool looks at its workers ten times a second
    assert told(runner)["process"] != before


def test_a_worker_is_replaced_after_its_share_and_the_next_has_all_it_needs(pool: Callable[..., PoolRunner]) -> None:
    runner = pool(tasks_per_worker=2)
    made = [told(runner) for _ in range(4)]
    workers = [one["process"] for one in made]
    assert workers[0] == workers[1] != workers[2] == workers[3]
    # Loading the landscape alone takes longer than that.
    assert made[2]["worked"] < 0.4


def test_more_orders_than_may_wait_are_turned_away_at_once(pool: Callable[..., PoolRunner]) -> None:
    runner = pool(workers=1, waiting=3)
    told(runner)
    outcomes: list[object] = []

    def ask() -> None:
        try:
            outcomes.append(told(runner, sleep="1.5")["process"])
        except BusyError as busy:
            outcomes.append(busy)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    start = time.monotonic()
    for thread in threads:
        thread.start()
    wait_until(lambda: len(outcomes) >= 3)
    assert all(isinstance(outcome, BusyError) for outcome in outcomes[:3])
    for thread in threads:
        thread.join()
    assert time.monotonic() - start >= 4.5, "one worker makes one file at a time"
    assert sum(isinstance(outcome, int) for outcome in outcomes) == 3
    assert told(runner)["process"], "places are given back"


def test_an_order_waits_for_a_worker_only_so_long(pool: Callable[..., PoolRunner]) -> None:
    runner = pool(seconds=1, waiting=9)
    told(runner)
    outcomes: list[object] = []

    def ask() -> None:
        try:
            outcomes.append(told(runner, sleep="0.5"))
        except (BusyError, TooSlowError) as error:
            outcomes.append(type(error))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert BusyError in outcomes
    assert any(isinstance(outcome, dict) for outcome in outcomes)


def test_many_threads_start_one_pool(pool: Callable[..., PoolRunner]) -> None:
    runner = pool(workers=1, waiting=9)
    runner.warm()
    found: set[int] = set()
    threads = [threading.Thread(target=lambda: found.add(told(runner)["process"])) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 1


def test_warming_returns_at_once_and_starts_the_processes(pool: Callable[..., PoolRunner]) -> None:
    runner = pool()
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    start = time.monotonic()
    runner.warm()
    assert time.monotonic() - start < 1
    wait_until(lambda: {child.pid for child in psutil.Process().children(recursive=True)} - before)


def test_the_server_starts_without_what_exports_need() -> None:
    code = "import app, sys; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "dash" in done.stdout.split()
    assert not set(done.stdout.split()) & HEAVY


@pytest.mark.parametrize(
    "statement",
    ["import runpy; runpy.run_path('app.py', run_name='__mp_main__')", "import dashboard.export.workers.jobs"],
)
def test_what_a_worker_reads_to_begin_with_makes_no_pages(statement: str) -> None:
    code = f"{statement}\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert not {"dash", "flask", "dashboard.server.application"} & set(done.stdout.split())
