"""``DEBUG=1 python app.py`` serves, with Dash's tools for those who develop it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from urllib.error import URLError

from dashboard.settings import ROOT


def test_the_application_starts_for_those_who_develop_it() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "DEBUG": "1", "HOST": "127.0.0.1", "PORT": str(port)}
    # A group of its own, as the reloader starts a second process.
    process = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=environment, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        assert status(port, process) == 200
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=20)


def status(port: int, process: subprocess.Popen[bytes]) -> int:
    """The status of the first answer, within a minute; 0 when the process has ended."""
    for _ in range(120):
        if process.poll() is not None:
            return 0
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
                return int(answer.status)
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    return 0
