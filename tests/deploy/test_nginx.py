"""The example for nginx, under a real nginx before a real gunicorn: slow clients, dead workers, kept files, sizes."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.settings import MOST_BYTES, ROOT
from tests.dashboard.export.test_celery import free_port
from tests.dashboard.export.test_shutdown import answer_of, wait_until

NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
EXAMPLE = ROOT / "deploy" / "nginx.conf"
SLOW = 20
pytestmark = pytest.mark.skipif(NGINX is None, reason="there is no nginx on this machine to try the example with")


def configuration(folder: Path, port: int, behind: int) -> str:
    """The example in a whole configuration of its own: other ports and folders, and two seconds where it has ten."""
    example = EXAMPLE.read_text("utf-8")
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "127.0.0.1:8050": f"127.0.0.1:{behind}",
        "/var/cache/nginx/landscape": str(folder / "cache"),
        "client_header_timeout 10s;": "client_header_timeout 2s;",
        "client_body_timeout 10s;": "client_body_timeout 2s;",
    }
    for old, new in changes.items():
        assert old in example, old
        example = example.replace(old, new)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    # Started by root, nginx would work as a user who may not write here.
    user = "user root;" if os.geteuid() == 0 else ""
    return (
        f"{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{ worker_connections 256; }}\n"
        f"http {{ access_log off;\n{temporary}\n{example}\n}}"
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def url(files: Path) -> Iterator[str]:
    """The address of nginx, with two workers of gunicorn behind it."""
    port, behind = free_port(), free_port()
    (files / "nginx.conf").write_text(configuration(files, port, behind), "utf-8")
    environment = {**os.environ, "PORT": str(behind), "DEATHS": str(files / "deaths"), "ASKED": str(files / "asked")}
    commands = [
        [sys.executable, "-m", "gunicorn", "tests.deploy.server:server"],
        [str(NGINX), "-p", str(files), "-e", str(files / "error.log"), "-c", str(files / "nginx.conf")],
    ]
    log = files / "log"
    with log.open("w") as out:
        started = [subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out) for command in commands]
    address = f"http://127.0.0.1:{port}"
    wait_until(lambda: answer_of(f"{address}/") == 200, 60, log)
    yield address
    for process in started:
        process.terminate()
        process.wait(30)


def asked(url: str, data: bytes | None = None, **headers: str) -> tuple[int, str, dict[str, str]]:
    """Status, content and headers of an answer."""
    request = urllib.request.Request(url, data=data, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status), answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode(), dict(refused.headers)


def connected(url: str, sent: bytes) -> socket.socket:
    """A client that sends this and then nothing."""
    host, port = re.fullmatch(r"http://(.+):(\d+)", url).groups()  # type: ignore[union-attr]
    client = socket.create_connection((host, int(port)))
    client.sendall(sent)
    return client


@pytest.mark.parametrize(
    "sent",
    [b"GET / HTTP/1.1\r\nHost: x\r\nX-A: ", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n{"],
    ids=["heads", "bodies"],
)
def test_slow_clients_hold_no_thread_and_are_not_waited_for(url: str, sent: bytes) -> None:
    """More of them than gunicorn has threads, and others are answered all the same; each is ended by nginx."""
    slow = [connected(url, sent) for _ in range(SLOW)]
    assert [asked(f"{url}/")[0] for _ in range(5)] == [200] * 5
    for client in slow:
        client.settimeout(20)
        assert b"200" not in client.recv(100), "ended, or told that it was too late"
        client.close()


@pytest.mark.parametrize("data", [None, b"{}"], ids=["GET", "POST"])
def test_a_worker_that_dies_costs_no_reader_an_answer(url: str, files: Path, data: bytes | None) -> None:
    (files / "deaths").unlink(missing_ok=True)
    status, content, _ = asked(f"{url}/dies-once", data)
    assert (status, content) == (200, f"answered {'POST' if data else 'GET'}")
    assert (files / "deaths").exists(), "it did die"


def test_the_dashboard_is_told_who_asks_and_under_which_reference(url: str) -> None:
    _, content, _ = asked(f"{url}/", Host="growth.example.org", X_Forwarded_For="6.6.6.6", X_Request_Id="forged")
    told = json.loads(content)
    assert (told["host"], told["x-forwarded-host"]) == ("growth.example.org", "growth.example.org")
    assert (told["x-forwarded-for"], told["x-forwarded-proto"]) == ("127.0.0.1", "http")
    assert re.fullmatch("[0-9a-f]{32}", told["x-request-id"])


def test_files_are_kept_by_nginx_one_for_each_way_of_compressing(url: str, files: Path) -> None:
    name = "districts.0123456789ab.json"
    seen = [asked(f"{url}/static/{name}", Accept_Encoding=way)[2]["X-Cache"] for way in ("br", "br", "gzip", "gzip")]
    assert seen == ["MISS", "HIT", "MISS", "HIT"]
    assert (files / "asked").read_text().splitlines() == [name] * 2


def test_what_is_too_large_is_refused_by_either(url: str) -> None:
    assert asked(f"{url}/", b"x" * MOST_BYTES)[:2] == (200, str(MOST_BYTES))
    assert asked(f"{url}/", b"x" * (2**20 + 1))[0] == 413


def test_the_example_itself_is_what_nginx_takes(files: Path) -> None:
    whole = files / "check.conf"
    whole.write_text(configuration(files, free_port(), free_port()), "utf-8")
    done = subprocess.run(
        [str(NGINX), "-t", "-p", str(files), "-e", str(files / "error.log"), "-c", str(whole)],
        capture_output=True, text=True, timeout=30,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr
