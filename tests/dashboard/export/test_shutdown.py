"""Processes that make exports go when their server goes, however it goes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from dashboard.settings import ROOT

GUNICORN = [
    "-m",
    "gunicorn",
    "--workers",
    "2",
    "--threads",
    "4",
    "--bind",
    "127.0.0.1:{port}",
    "tests.dashboard.export.server:server",
]
Start = Callable[[list[str]], tuple[subprocess.Popen[bytes], str]]


def answer_of(url: str) -> int | None:
    """The status a server answers with, or None while it does not."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return None


def wait_until(true: Callable[[], object], seconds: float, log: Path) -> None:
    """Wait for something to become true; it is an error if it does not."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.05)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts servers, waits for their first answer, and leaves none behind."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(arguments: list[str]) -> tuple[subprocess.Popen[bytes], str]:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = str(probe.getsockname()[1])
        command = [sys.executable, *(argument.format(port=port) for argument in arguments)]
        log = tmp_path / "log"
        with log.open("w") as out:
            process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out, env={**os.environ, "PORT": port})
        started.append(process)
        url = f"http://127.0.0.1:{port}"
        wait_until(lambda: answer_of(f"{url}/export/map.gif") == 404, 90, log)
        return process, url

    yield begin
    for process in started:
        if process.poll() is None:
            process.kill()
            process.wait()


def family(process: subprocess.Popen[bytes]) -> set[psutil.Process]:
    """Every process below one."""
    return set(psutil.Process(process.pid).children(recursive=True))


def makers_among(found: set[psutil.Process]) -> set[psutil.Process]:
    """Those that the standard library started to make files: the one that forks, and those it forked."""
    return {process for process in found if "multiprocessing.forkserver" in " ".join(process.cmdline())}


def assert_all_go(found: set[psutil.Process], seconds: float = 10) -> None:
    """None of the processes is left after a while."""
    _, left = psutil.wait_procs(found, seconds)
    assert not left


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_an_idle_worker_goes_with_gunicorn(start: Start, tmp_path: Path, sent: int) -> None:
    process, url = start(GUNICORN)
    assert answer_of(f"{url}/export/ready") == 204
    wait_until(lambda: len(makers_among(family(process))) >= 2, 90, tmp_path / "log")
    found = family(process)
    process.send_signal(sent)
    process.wait(20)
    assert_all_go(found)


def test_a_worker_in_the_middle_of_a_file_goes_when_its_server_is_killed(start: Start, tmp_path: Path) -> None:
    process, url = start(GUNICORN)
    threading.Thread(target=answer_of, args=(f"{url}/export/overlaps.csv?sleep=40",), daemon=True).start()
    wait_until(lambda: len(makers_among(family(process))) >= 2, 90, tmp_path / "log")
    time.sleep(0.5)
    found = family(process)
    for member in found - makers_among(found) | {psutil.Process(process.pid)}:
        member.kill()
    process.wait(20)
    assert_all_go(found)


def test_the_program_itself_leaves_nothing_behind(start: Start, tmp_path: Path) -> None:
    process, url = start(["app.py"])
    assert answer_of(f"{url}/export/ready") == 204
    wait_until(lambda: len(makers_among(family(process))) >= 2, 90, tmp_path / "log")
    found = family(process)
    process.terminate()
    process.wait(20)
    assert_all_go(found)
    assert "Traceback" not in (tmp_path / "log").read_text()
