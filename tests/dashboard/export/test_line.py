"""The line of those who wait for a file: who came first is served first, and who stopped asking is not waited for."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.export.workers.line import PATIENCE, Line, line_of_server

MAKING = 100.0


class Clock:
    """A time that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(tmp_path: Path, clock: Clock) -> Line:
    return Line(tmp_path / "line.sqlite", MAKING, clock)


def places(line: Line, tickets: str) -> list[int]:
    return [line.place(ticket) for ticket in tickets]


def test_each_stands_behind_those_who_came_before_however_often_they_ask(line: Line) -> None:
    assert places(line, "abc") == [0, 1, 2]
    assert places(line, "cab") == [2, 0, 1]


def test_who_leaves_lets_the_others_move_up_and_comes_back_at_the_end(line: Line) -> None:
    places(line, "abc")
    line.leave("a")
    assert places(line, "bcab") == [0, 1, 2, 0]


def test_who_does_not_ask_again_is_not_waited_for(line: Line, clock: Clock) -> None:
    places(line, "ab")
    clock.now += PATIENCE
    assert places(line, "b") == [1], "in time to the second"
    clock.now += 0.5
    assert places(line, "b") == [0]
    assert places(line, "a") == [1]


def test_who_has_a_file_made_keeps_the_place_without_asking(line: Line, clock: Clock) -> None:
    places(line, "ab")
    line.begin("a")
    for _ in range(10):
        clock.now += MAKING / 10
        assert places(line, "b") == [1]
    clock.now += 1
    assert places(line, "b") == [0], "its process must have died"


def test_who_is_told_to_wait_after_all_has_to_ask_again(line: Line, clock: Clock) -> None:
    places(line, "ab")
    line.begin("a")
    line.pause("a")
    clock.now += PATIENCE - 1
    assert places(line, "ba") == [1, 0]
    line.pause("a")
    clock.now += PATIENCE + 0.5
    assert places(line, "b") == [0]


def test_asking_while_the_file_is_made_does_not_shorten_its_time(line: Line, clock: Clock) -> None:
    places(line, "ab")
    line.begin("a")
    places(line, "a")
    clock.now += PATIENCE + 1
    assert places(line, "b") == [1]


def test_one_line_serves_all_who_open_the_file(tmp_path: Path, clock: Clock) -> None:
    first, second = (Line(tmp_path / "line.sqlite", MAKING, clock) for _ in range(2))
    assert (first.place("a"), second.place("b"), first.place("c"), second.place("c")) == (0, 1, 2, 2)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["place", "begin", "pause", "leave"])), max_size=25))
def test_the_line_is_a_queue(moves: list[tuple[str, str]]) -> None:
    """While no time passes it is what a list of names is, whatever happens in it."""
    with TemporaryDirectory() as folder:
        line, queue = Line(Path(folder) / "line.sqlite", MAKING, Clock()), list[str]()
        for ticket, move in moves:
            found = getattr(line, move)(ticket)
            if move == "leave" and ticket in queue:
                queue.remove(ticket)
            if move == "place":
                queue += [] if ticket in queue else [ticket]
                assert found == queue.index(ticket)


def stand(path: Path, name: str) -> int:
    """One process' place."""
    return Line(path, MAKING).place(name)


def test_processes_that_come_at_once_get_a_place_each(tmp_path: Path) -> None:
    path = tmp_path / "line.sqlite"
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        found = pool.starmap(stand, [(path, str(number)) for number in range(12)], chunksize=1)
    assert sorted(found) == list(range(12))


def test_the_line_of_a_server_is_its_own_and_nobody_elses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    assert (line_of_server(MAKING).place("a"), line_of_server(MAKING).place("b")) == (0, 1)
    monkeypatch.setattr(os, "getppid", lambda: 7)
    assert line_of_server(MAKING).place("c") == 0
    (folder,) = tmp_path.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert line_of_server(MAKING).place("c") == 0, "a server that starts again finds it as it was"
