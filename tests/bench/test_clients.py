"""The rows of a load, of killed workers and of a soak, from what a crowd saw."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil
import pytest

from bench import clients, soak
from bench.asks import API, CALLBACK, PAGE
from bench.clients import killed_rows, killing, reasons, size_rows
from bench.crowds import Kind, Seen
from bench.lost import AGAIN
from bench.soak import growth, megabytes, rows_of, watching

MINE = Seen({PAGE: Kind(100, 0, 10.0, {50.0: 100}), API: Kind(50, 5, 10.0, {20.0: 50})}, {"API: 503": 5})
PLAIN = Seen({PAGE: Kind(20, 0, 10.0, {400.0: 20})}, {})
SLEEPER = "import subprocess, sys, time; [subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']) for _ in '12']; time.sleep(60)"


def by_words(rows):
    return {row.what: row for row in rows}


def test_each_kind_stands_beside_the_peers():
    rows = by_words(size_rows(50, MINE, PLAIN))
    pages = rows["50 clients, pages: answers"]
    assert (pages.ours.median, pages.peer.median, pages.ratio) == (10.0, 2.0, 5.0)
    assert rows["50 clients, pages: median"].ratio == 8.0
    assert rows["50 clients, API: 95th percentile"].peer is None
    assert not any("callbacks" in what for what in rows)


def test_errors_are_a_row_with_a_target_and_their_reasons():
    rows = by_words(size_rows(50, MINE, PLAIN))
    assert (rows["50 clients, pages: errors"].met, rows["50 clients, API: errors"].met) == (True, False)
    everything = rows["50 clients, all kinds: errors"]
    assert (everything.ours.median, everything.ours.n, everything.note) == (5, 150, "5 times API: 503")


def test_answers_a_second_are_the_good_ones():
    assert by_words(size_rows(50, MINE, PLAIN))["50 clients, API: answers"].ours.median == 4.5


def test_what_broke_and_what_stayed_lost_are_told_apart():
    seen = Seen(
        {
            PAGE: Kind(90, 3, 1.0, {}),
            CALLBACK: Kind(10, 2, 1.0, {}),
            PAGE + AGAIN: Kind(3, 1, 1.0, {}),
            CALLBACK + AGAIN: Kind(2, 0, 1.0, {}),
        },
        {},
    )
    broke, lost = killed_rows(seen, 4)
    assert (broke.ours.median, broke.ours.n, broke.what) == (
        5,
        100,
        "50 clients, 4 times a worker killed: requests that broke",
    )
    assert (lost.ours.median, lost.met) == (1, False)


def test_reasons_come_most_frequent_first():
    assert reasons(Seen({}, {"a": 1, "b": 3})) == "3 times b; 1 times a"


@pytest.fixture
def master():
    process = subprocess.Popen([sys.executable, "-c", SLEEPER])
    found = psutil.Process(process.pid)
    deadline = time.monotonic() + 30
    while len(found.children()) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    yield found
    for child in found.children():
        child.kill()
    process.kill()
    process.wait()


def test_the_oldest_worker_is_killed_and_the_master_lives(master):
    oldest = min(master.children(), key=lambda process: process.create_time())
    with killing(master, 0.05) as kills:
        deadline = time.monotonic() + 30
        while not kills and time.monotonic() < deadline:
            time.sleep(0.01)
    assert kills[0] == oldest.pid
    assert oldest.status() == psutil.STATUS_ZOMBIE
    assert len(set(kills)) == len(kills)
    assert master.is_running()


def test_memory_is_that_of_the_workers_too(master):
    alone = master.memory_full_info().pss / 1e6
    assert megabytes(master) > alone > 0
    with watching(master, 0.05) as seen:
        deadline = time.monotonic() + 30
        while len(seen) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
    assert len(seen) >= 2


@pytest.mark.parametrize(
    ("seen", "wanted"),
    [
        ([100.0] * 10 + [150.0] * 80 + [110.0] * 10, (100.0, 110.0, 10.0)),
        ([200.0, 100.0], (200.0, 100.0, -50.0)),
        ([100.0, 900.0, *[100.0] * 28], (100.0, 100.0, 0.0)),
    ],
)
def test_growth_is_between_the_first_and_the_last_tenth(seen, wanted):
    assert growth(seen) == pytest.approx(wanted)


def test_a_soak_that_grows_or_loses_misses_its_targets():
    rows = by_words(rows_of([100.0] * 10 + [106.0] * 10, MINE))
    assert (rows["growth"].met, rows["errors"].met) == (False, False)
    rows = by_words(rows_of([100.0] * 10 + [104.0] * 10, PLAIN))
    assert (rows["growth"].met, rows["errors"].met) == (True, True)


@pytest.mark.parametrize("minutes", ["0", "241", "-1", "nan"])
def test_a_soak_is_bounded_in_time(monkeypatch, capsys, minutes):
    monkeypatch.setattr(sys, "argv", ["soak", "--minutes", minutes])
    with pytest.raises(SystemExit):
        soak.main()
    assert "a soak takes 1 to 240 minutes" in capsys.readouterr().err


def test_a_load_on_another_machine_is_refused_before_anything_starts(monkeypatch):
    monkeypatch.setenv("LOAD_URL", "http://example.org")
    monkeypatch.setattr(clients, "prepare", lambda: pytest.fail("something was started"))
    with pytest.raises(SystemExit, match="only put on this machine"):
        clients.run()


@pytest.mark.parametrize("seconds", ["0", "601", "long", "nan"])
def test_a_load_is_bounded_in_time(monkeypatch, seconds):
    monkeypatch.setenv("LOAD_SECONDS", seconds)
    monkeypatch.setattr(clients, "prepare", lambda: pytest.fail("something was started"))
    with pytest.raises(SystemExit, match="LOAD_SECONDS takes 1 to 600 seconds"):
        clients.run()
