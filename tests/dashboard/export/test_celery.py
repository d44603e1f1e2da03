"""Exports through a real Redis and a real Celery worker: files, refusals, limits, and nothing but JSON in between."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from redis import Redis
from redis.exceptions import ConnectionError as NoConnection

from dashboard.export.order import CannotExportError, File, Order
from dashboard.export.routes import add_exports
from dashboard.export.workers.celery_runner import QUEUE, TASK, CeleryRunner, queue_of
from dashboard.export.workers.choice import runner_for
from dashboard.export.workers.jobs import answer_of
from dashboard.export.workers.results import TaskEndedError
from dashboard.export.workers.runner import BusyError, FailedError, TooSlowError, UnreachableError
from dashboard.settings import ROOT, ExportSettings
from tests.dashboard.export.lines import own_line
from tests.dashboard.export.test_shutdown import wait_until

SECONDS = 10


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def redis_server() -> str:
    """The program that ``REDIS_SERVER`` names, or the one on the path."""
    found = shutil.which(os.environ.get("REDIS_SERVER") or "redis-server")
    if found is None:
        pytest.fail("There is no Redis to test with: run `sh scripts/redis.sh`, or set REDIS_SERVER to a redis-server.")
    return found


def answers(client: Redis) -> bool:
    """Whether Redis answers yet."""
    try:
        return bool(client.ping())
    except NoConnection:
        return False


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of the tests' own, in a folder of its own."""
    yield from redis_in(tmp_path_factory.mktemp("redis"))


def redis_in(folder: Path) -> Iterator[str]:
    """The address of a Redis in a folder, as long as it is wanted."""
    port = free_port()
    command = [redis_server(), "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    with (folder / "log").open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out)
    url = f"redis://127.0.0.1:{port}/0"
    wait_until(lambda: answers(Redis.from_url(url)), 20, folder / "log")
    yield url
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="module")
def worker(redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A worker as the README starts one, but for its maker; gives the path of its log."""
    log = tmp_path_factory.mktemp("worker") / "log"
    command = [sys.executable, "-m", "celery", "-A", "tests.dashboard.export.worker", "worker", "--loglevel", "INFO"]
    environment = {**os.environ, "REDIS_URL": redis_url, "EXPORT_SECONDS": str(SECONDS), "EXPORT_WORKERS": "2"}
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out, env=environment)
    wait_until(lambda: " ready." in log.read_text() or process.poll() is not None, 90, log)
    assert process.poll() is None, log.read_text()
    yield log
    process.terminate()
    process.wait(30)


@pytest.fixture
def runner(redis_url: str, worker: Path) -> CeleryRunner:
    """A runner with a worker at the other end."""
    found = runner_for(ExportSettings(queue=2, waiting=5, seconds=SECONDS, redis_url=redis_url))
    assert isinstance(found, CeleryRunner)
    return found


def client_of(settings: ExportSettings) -> FlaskClient:
    """A client of a server that hands its exports to the queue."""
    server = Flask("exports")
    server.config["TRUSTED_HOSTS"] = ["maps.example", "localhost"]
    add_exports(server, runner_for(settings), own_line())
    return server.test_client()


def order(**query: str) -> Order:
    """An order for the test's maker."""
    return Order("overlaps", "csv", query, "http://127.0.0.1:8050")


def together(ask: Callable[[], Any], times: int) -> list[Any]:
    """What some threads get when they ask at once: an answer or an error each."""
    got: list[Any] = []

    def one() -> None:
        try:
            got.append(ask())
        except Exception as error:
            got.append(error)

    threads = [threading.Thread(target=one) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


@pytest.mark.usefixtures("worker")
def test_a_file_comes_over_http(redis_url: str) -> None:
    client = client_of(ExportSettings(seconds=SECONDS, redis_url=redis_url))
    answer = client.get("/export/overlaps.csv?a=stp&b=x&b=y&name=Bryn+M%C3%B4r", base_url="https://maps.example")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    told = json.loads(answer.data)
    wanted = Order("overlaps", "csv", {"a": "stp", "b": ["x", "y"], "name": "Bryn Môr"}, "https://maps.example")
    assert told["order"] == wanted.as_json()
    assert told["process"] != os.getpid()
    refused = client.get("/export/overlaps.csv?refuse=1")
    assert (refused.status_code, refused.text) == (400, "The file was not made. There is no such thing.")
    assert client.get("/export/ready").status_code == 204


def test_refusals_and_faults_come_back_as_what_they_are(runner: CeleryRunner) -> None:
    with pytest.raises(CannotExportError, match="There is no such thing"):
        runner.run(order(refuse="1"))
    with pytest.raises(FailedError, match=r"(?s)Traceback .*LookupError: a fault inside"):
        runner.run(order(fault="1"))


def test_threads_that_ask_at_once_each_get_their_own(runner: CeleryRunner) -> None:
    for number in range(10):
        got = together(lambda mark=str(number): json.loads(runner.run(order(mark=mark)).content), 2)  # type: ignore[misc]
        assert [told["order"]["query"]["mark"] for told in got] == [str(number)] * 2


def test_a_slow_job_is_killed_and_the_next_one_served(runner: CeleryRunner, worker: Path) -> None:
    with pytest.raises(TooSlowError, match=f"within {SECONDS} seconds"):
        runner.run(order(sleep="60"))
    wait_until(lambda: "Hard time limit" in worker.read_text(), 20, worker)
    assert runner.run(order()).name == "told.csv"


def test_a_worker_that_dies_fails_its_order_at_once(runner: CeleryRunner) -> None:
    start = time.monotonic()
    with pytest.raises(FailedError, match="WorkerLostError"):
        runner.run(order(die="1"))
    assert time.monotonic() - start < SECONDS - 1
    assert runner.run(order()).name == "told.csv"


def test_more_orders_than_may_wait_are_turned_away_at_once(runner: CeleryRunner, redis_url: str, worker: Path) -> None:
    client = Redis.from_url(redis_url)
    busy = [threading.Thread(target=runner.run, args=(order(sleep="4"),)) for _ in range(4)]
    for thread in busy:
        thread.start()
        time.sleep(0.2)
    wait_until(lambda: client.llen(QUEUE) == 2, 3, worker)  # two are being made and two wait
    start = time.monotonic()
    with pytest.raises(BusyError):
        runner.run(order())
    assert time.monotonic() - start < 1
    for thread in busy:
        thread.join()
    assert runner.run(order()).name == "told.csv"


def test_nothing_but_json_goes_through_and_nothing_stays(runner: CeleryRunner, redis_url: str) -> None:
    client, seen = Redis.from_url(redis_url), list[str]()
    with client.monitor() as monitor:
        runner.run(order(mark="seen"))
        client.echo("over")
        for command in monitor.listen():
            seen.append(command["command"])
            if seen[-1] == "ECHO over":
                break
    (sent,) = [text for text in seen if text.startswith(f"LPUSH {QUEUE}")]
    assert '"content-type": "application/json"' in sent
    (kept,) = [text for text in seen if text.startswith("SETEX celery-task-meta-")]
    _, key, seconds, result = kept.split(" ", 3)
    assert int(seconds) == 2 * SECONDS
    assert json.loads(result)["result"]["name"] == "told.csv"
    assert not client.exists(key)


def test_the_worker_refuses_anything_but_json(runner: CeleryRunner, redis_url: str, worker: Path) -> None:
    queue = queue_of(ExportSettings(redis_url=redis_url))
    queue.send_task(TASK, [order().as_json()], serializer="pickle")
    wait_until(lambda: "Refusing to deserialize" in worker.read_text(), 20, worker)
    assert runner.run(order()).name == "told.csv"


def test_an_order_whose_reader_has_left_is_not_made(runner: CeleryRunner, redis_url: str, worker: Path) -> None:
    busy = [threading.Thread(target=runner.run, args=(order(sleep="2"),)) for _ in range(2)]
    for thread in busy:
        thread.start()
    time.sleep(0.3)
    with pytest.raises(TooSlowError):
        CeleryRunner(ExportSettings(seconds=1, redis_url=redis_url)).run(order())
    for thread in busy:
        thread.join()
    wait_until(lambda: "Discarding revoked task" in worker.read_text(), 20, worker)


def test_a_redis_that_is_not_there_is_said_so_quickly() -> None:
    client = client_of(ExportSettings(redis_url=f"redis://127.0.0.1:{free_port()}/0"))
    start = time.monotonic()
    answer = client.get("/export/overlaps.csv")
    assert time.monotonic() - start < 5
    assert answer.status_code == 503
    assert "queue does not answer" in answer.text
    assert "Retry-After" not in answer.headers


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis that no worker takes orders from."""
    yield from redis_in(tmp_path_factory.mktemp("alone"))


def test_a_redis_without_a_worker_is_said_so_at_once_and_keeps_no_order(alone: str) -> None:
    settings = ExportSettings(redis_url=alone)
    client = client_of(settings)
    start = time.monotonic()
    answer = client.get("/export/overlaps.csv")
    assert time.monotonic() - start < 10, "sooner by far than the minute that a file may take"
    assert answer.status_code == 503
    assert answer.text == (
        "Files can't be made just now, as nothing that makes them is running; the pages work as usual."
    )
    assert "Retry-After" not in answer.headers
    assert Redis.from_url(alone).llen(QUEUE) == 0
    assert runner_for(settings).problem() == answer.text


def test_what_hinders_files_is_known_before_anybody_orders(runner: CeleryRunner, redis_url: str) -> None:
    assert runner.problem() == ""
    nowhere = runner_for(ExportSettings(redis_url=f"redis://127.0.0.1:{free_port()}/0"))
    assert nowhere.problem() == str(UnreachableError())
    assert runner_for(ExportSettings()).problem() == ""


def test_workers_that_are_all_busy_are_there_all_the_same(runner: CeleryRunner, redis_url: str) -> None:
    busy = [threading.Thread(target=runner.run, args=(order(sleep="2"),)) for _ in range(2)]
    for thread in busy:
        thread.start()
    time.sleep(0.3)
    assert runner_for(ExportSettings(seconds=SECONDS, redis_url=redis_url)).problem() == ""
    for thread in busy:
        thread.join()


@pytest.mark.parametrize("url", ["", "amqp://127.0.0.1"])
def test_a_worker_without_a_redis_stops_with_a_sentence(url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "celery", "-A", "dashboard.export.tasks", "worker"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, env={**os.environ, "REDIS_URL": url},
    )  # fmt: skip
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "REDIS_URL" in done.stderr


def test_an_answer_is_text_all_through() -> None:
    answer = answer_of(lambda: File("a.csv", bytes(range(256))))
    assert json.loads(json.dumps(answer)) == answer


def test_one_server_process_waits_for_so_many_orders_at_once(redis_url: str, worker: Path) -> None:
    runner = CeleryRunner(ExportSettings(waiting=1, seconds=SECONDS, redis_url=redis_url))
    first = threading.Thread(target=runner.run, args=(order(sleep="1"),))
    first.start()
    time.sleep(0.3)
    with pytest.raises(BusyError):
        runner.run(order())
    first.join()
    assert runner.run(order()).name == "told.csv"


NOTED = {"exc_type": "Popen", "exc_message": ["touch", "here"], "exc_module": "subprocess"}


@pytest.mark.parametrize("noted", [NOTED, "words alone", None, ["a", "list"]])
def test_an_error_in_redis_is_never_made_into_one_of_ours(redis_url: str, noted: object) -> None:
    store = queue_of(ExportSettings(redis_url=redis_url)).backend
    kept = {"task_id": "planted", "status": "FAILURE", "result": noted, "traceback": None, "children": []}
    Redis.from_url(redis_url).set(store.get_key_for_task("planted"), json.dumps(kept))
    found = store.get_task_meta("planted")["result"]
    assert type(found) is TaskEndedError
    assert found.kind == ("Popen" if noted is NOTED else "")


@pytest.mark.usefixtures("worker")
def test_threads_share_one_store_and_subscribe_to_nothing(runner: CeleryRunner, redis_url: str) -> None:
    client = Redis.from_url(redis_url)
    before = client.info("commandstats").get("cmdstat_subscribe", {"calls": 0})["calls"]
    together(lambda: runner.run(order(sleep="0.2")), 4)
    assert client.info("commandstats").get("cmdstat_subscribe", {"calls": 0})["calls"] == before
    assert len({id(store) for store in together(lambda: runner._queue.backend, 3)}) == 1


def test_a_redis_that_takes_no_call_is_given_up_within_two_seconds() -> None:
    # A listener whose queue is full drops what else comes, as a host behind a firewall does.
    with socket.socket() as deaf, socket.socket() as waiting:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        waiting.connect(deaf.getsockname())
        runner = CeleryRunner(ExportSettings(redis_url=f"redis://127.0.0.1:{deaf.getsockname()[1]}/0"))
        start = time.monotonic()
        with pytest.raises(UnreachableError):
            runner.run(order())
        assert time.monotonic() - start < 2.5
