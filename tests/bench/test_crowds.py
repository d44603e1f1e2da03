"""A crowd goes to this machine only, and what it saw is read with its losses."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench.asks import API, CALLBACK, FILE, PAGE, Ask
from bench.crowds import Crowd, Kind, Seen, loopback, read, reasons_in, send, together
from bench.lost import AGAIN, LOST


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8050", "http://127.0.0.2", "http://localhost:80/", "http://[::1]:8050"]
)
def test_this_machine_may_be_loaded(url):
    assert loopback(url) == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "http://10.0.0.1:8050",
        "http://0.0.0.0:8050",
        "http://127.0.0.1.example.org",
        "http://127.0.0.1@example.org",
        "http://localhost.example.org",
        "https://127.0.0.1",
        "127.0.0.1:8050",
        "",
    ],
)
def test_any_other_is_refused_in_a_sentence(url):
    with pytest.raises(SystemExit, match=r"^A load is only put on this machine, .* and not on .*\.$"):
        loopback(url)


def test_no_crowd_goes_to_another_machine(monkeypatch):
    monkeypatch.setattr("bench.crowds.subprocess.run", lambda *_args, **_kwargs: pytest.fail("something was started"))
    with pytest.raises(SystemExit):
        send(Crowd(1, 1), "http://example.org", [Ask(PAGE, "/")])


def entry(name, requests, losses, times, start=100.0, last=110.0):
    return {
        "name": name,
        "num_requests": requests,
        "num_failures": losses,
        "response_times": times,
        "start_time": start,
        "last_request_timestamp": last,
    }


def test_all_kinds_share_the_time_of_the_whole_run():
    found = read([entry("pages", 40, 10, {"5": 40}, 101.0, 111.0), entry("API", 22, 0, {"7": 22}, 100.0, 110.0)])
    assert {name: kind.seconds for name, kind in found.items()} == {"pages": 11.0, "API": 11.0}
    assert found["API"].per_second == 2.0
    assert found["pages"].per_second == pytest.approx(30 / 11)


def test_a_run_without_answers_has_no_rate():
    found = read([entry("pages", 0, 0, {}, 100.0, None)])
    assert found["pages"] == Kind(0, 0, 0.0, {})
    assert (found["pages"].per_second, found["pages"].percentile(0.95)) == (0.0, 0.0)


@pytest.mark.parametrize(("share", "time"), [(0.5, 10), (0.9, 10), (0.95, 200), (0.99, 200), (1, 3000)])
def test_percentiles_over_answers_by_milliseconds(share, time):
    """90 of 100 took 10 ms, 9 took 200 and one 3,000."""
    assert Kind(100, 0, 1.0, {3000.0: 1, 10.0: 90, 200.0: 9}).percentile(share) == time


def test_kinds_together_add_up():
    both = together([Kind(10, 1, 5.0, {1.0: 6, 2.0: 4}), Kind(4, 2, 5.0, {2.0: 4})])
    assert both == Kind(14, 3, 5.0, {1.0: 6, 2.0: 8})
    assert Seen({}, {}).all == Kind(0, 0, 0.0, {})


def test_reasons_are_counted_among_other_lines():
    text = f"{LOST}pages: 503\nsomething else\n{LOST}pages: 503\n{LOST}API: 0 closed\n"
    assert reasons_in(text) == {"pages: 503": 2, "API: 0 closed": 1}


class Flaky(BaseHTTPRequestHandler):
    """Answers pages, refuses files and drops the first callback of all."""

    dropped = threading.Event()

    def do_GET(self):
        good = not self.path.startswith("/static")
        self.send_response(200 if good else 503)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        if not self.dropped.is_set():
            self.dropped.set()
            self.close_connection = True
            return
        self.do_GET()

    def log_message(self, *_args):
        """No words in the tests."""


@pytest.mark.slow
def test_locust_counts_what_was_refused_and_what_came_when_asked_again():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Flaky)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    asks = [Ask(PAGE, "/"), Ask(CALLBACK, "/_dash", "{}"), Ask(API, "/api"), Ask(FILE, "/static/a.js")]
    try:
        seen = send(Crowd(4, 6, pause=0.02, retry=True), f"http://127.0.0.1:{server.server_port}", asks)
    finally:
        server.shutdown()
        server.server_close()
    assert seen.kinds[PAGE].losses == seen.kinds[API].losses == 0
    assert seen.kinds[PAGE].requests > 0
    assert seen.kinds[FILE].losses == seen.kinds[FILE].requests > 0
    assert seen.kinds[FILE + AGAIN].losses == seen.kinds[FILE + AGAIN].requests > 0
    assert all(name not in seen.kinds or not seen.kinds[name].losses for name in (CALLBACK + AGAIN, PAGE + AGAIN))
    assert any(reason.startswith("files: 503") for reason in seen.reasons)
