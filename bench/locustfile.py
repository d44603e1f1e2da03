"""The readers that Locust sends: each asks again as soon as it was answered. `bench.crowds` starts it and says what of."""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path
from typing import Any

import gevent
from locust import FastHttpUser, task

from bench.lost import AGAIN, LOST

HEADERS = {"Accept-Encoding": "gzip, deflate, br"}
"""What Chromium accepts, but for zstd, which Locust's client can't read."""
PAUSE_BEFORE_RETRY = 1.0

ASKS: list[dict[str, Any]] = json.loads(Path(os.environ["BENCH_ASKS"]).read_text("utf-8"))
SHARES: dict[str, int] = json.loads(os.environ["BENCH_SHARES"])
RETRY = os.environ["BENCH_RETRY"] == "1"
PAUSE = float(os.environ["BENCH_PAUSE"])
BY_KIND = {kind: [ask for ask in ASKS if ask["kind"] == kind] for kind in SHARES}
KINDS = [kind for kind, found in BY_KIND.items() if found]
WEIGHTS = [SHARES[kind] for kind in KINDS]


class Reader(FastHttpUser):
    """One client, with a connection of its own that is kept."""

    connection_timeout = 30.0
    network_timeout = 30.0

    @task
    def read(self) -> None:
        """Ask something of some kind; what broke once more, where that is wanted, as a browser does."""
        ask = random.choice(BY_KIND[random.choices(KINDS, WEIGHTS)[0]])
        if not self._asked(ask, ask["kind"]) and RETRY:
            gevent.sleep(PAUSE_BEFORE_RETRY)
            self._asked(ask, ask["kind"] + AGAIN)
        if PAUSE:
            gevent.sleep(PAUSE)

    def _asked(self, ask: dict[str, Any], name: str) -> bool:
        headers = {**HEADERS, "Content-Type": "application/json"} if ask["body"] else HEADERS
        method = "POST" if ask["body"] else "GET"
        with self.client.request(
            method, ask["path"], name=name, data=ask["body"], headers=headers, catch_response=True, stream=False
        ) as answer:
            good = bool(answer.status_code == 200 and answer.content)
            if not good:
                why = f"{answer.status_code} {answer.error!r}"
                answer.failure(why)
                print(f"{LOST}{name}: {why}", file=sys.stderr, flush=True)
        return good
