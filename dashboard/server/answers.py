"""Answers to callbacks, kept whole: the landscape never changes, so one question has one answer, compressed once."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass

from cachetools import LRUCache
from flask import Flask, Response, g, request

EXTENSION = "answers"
"""The name under which a server knows its `Answers`."""
CALLBACKS = "/_dash-update-component"
MOST_BYTES = 32_000_000
"""What one server process keeps; a page's answer is about 15 kB compressed."""
LONGEST_QUESTION = 100_000
"""Bytes of a question that is looked up: what is asked once, as with a whole table in it, isn't worth it."""


@dataclass(frozen=True)
class Kept:
    """A good answer as it went out: its body as encoded, and the headers that belong to the body."""

    body: bytes
    content_type: str
    encoding: str

    @property
    def size(self) -> int:
        """Bytes that it takes, with its key."""
        return len(self.body) + 500


class Answers:
    """The answers given last, as many as ``most`` bytes hold, by question and accepted encodings."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._kept: LRUCache[bytes, Kept] = LRUCache(most, getsizeof=lambda kept: kept.size)
        self._lock = threading.Lock()

    def find(self, key: bytes) -> Kept | None:
        """The answer to a question that was asked before, unless it has made room for others."""
        with self._lock:
            return self._kept.get(key)

    def keep(self, key: bytes, answer: Kept) -> None:
        """Keep an answer; one that is larger than all there is room for is let go."""
        with self._lock:
            if answer.size <= self._kept.maxsize:
                self._kept[key] = answer

    def clear(self) -> None:
        """Forget all, as a measurement of new questions needs."""
        with self._lock:
            self._kept.clear()


def keep_answers(server: Flask, answers: Answers | None = None) -> None:
    """Answer a callback that was asked before from what was said then. Goes before whatever compresses."""
    kept = answers or Answers()
    server.extensions[EXTENSION] = kept

    @server.before_request
    def known() -> Response | None:
        g.question = _question()
        found = kept.find(g.question) if g.question else None
        if found is None:
            return None
        g.question = None
        answer = Response(found.body, content_type=found.content_type)
        if found.encoding:
            answer.headers["Content-Encoding"] = found.encoding
            answer.headers["Vary"] = "Accept-Encoding"
        return answer

    # Functions that follow a request run last to first, so this one sees the answer as it goes out.
    @server.after_request
    def remember(response: Response) -> Response:
        key = g.get("question")
        if key and response.status_code == 200 and not response.is_streamed and "Set-Cookie" not in response.headers:
            encoding = response.headers.get("Content-Encoding", "")
            kept.keep(key, Kept(response.get_data(), response.content_type or "", encoding))
        return response


def _question() -> bytes | None:
    """What tells one question from all others, or ``None`` for what is no callback's or too long."""
    if request.method != "POST" or request.path != CALLBACKS or not request.is_json:
        return None
    if not 0 < (request.content_length or 0) <= LONGEST_QUESTION:
        return None
    # The address's query names the page load, on which no answer depends.
    found = hashlib.sha256(request.get_data())
    found.update(b"\0" + request.headers.get("Accept-Encoding", "").encode())
    return found.digest()
