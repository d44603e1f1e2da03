"""Fifty clients at once, each posting a callback's request as soon as its last was answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from bench.servers import HOST


@dataclass(frozen=True)
class Load:
    """What a crowd saw."""

    answers: int
    seconds: float
    milliseconds: list[float]
    kilobytes: float

    @property
    def per_second(self) -> float:
        return self.answers / self.seconds

    @property
    def p95(self) -> float:
        """The time that 95 of 100 answers did not exceed."""
        return sorted(self.milliseconds)[int(0.95 * (len(self.milliseconds) - 1))]


def crowd(port: int, bodies: Sequence[str], clients: int, seconds: float, most: int) -> Load:
    """The load of ``clients`` for so many seconds, or until ``most`` requests were sent. Each keeps its connection."""
    return asyncio.run(_crowd(port, [_request(port, body) for body in bodies], clients, seconds, most))


def _request(port: int, body: str) -> bytes:
    content = body.encode()
    head = (
        f"POST /_dash-update-component HTTP/1.1\r\nHost: {HOST}:{port}\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


async def _crowd(port: int, requests: Sequence[bytes], clients: int, seconds: float, most: int) -> Load:
    waiting = iter([request for request, _ in zip(cycle(requests), range(most), strict=False)])
    begun = time.perf_counter()
    found: list[tuple[float, int]] = []
    await asyncio.gather(*(_client(port, waiting, begun + seconds, found) for _ in range(clients)))
    took = time.perf_counter() - begun
    return Load(len(found), took, [item[0] for item in found], sum(item[1] for item in found) / 1000)


async def _client(port: int, waiting: Iterator[bytes], end: float, found: list[tuple[float, int]]) -> None:
    reader, writer = None, None
    for request in waiting:
        if (sent := time.perf_counter()) > end:
            break
        if writer is None:
            reader, writer = await asyncio.open_connection(HOST, port)
        writer.write(request)
        size, keep = await _answer(reader)
        found.append(((time.perf_counter() - sent) * 1000, size))
        if not keep:
            writer.close()
            reader, writer = None, None
    if writer is not None:
        writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """The bytes of one answer, and whether the connection stays.

    Raises:
        RuntimeError: the answer is not 200.
    """
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.split("\r\n")
    if first.split(" ", 2)[1] != "200":
        raise RuntimeError(f"the server answered {first}")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = int(headers["content-length"])
    await reader.readexactly(length)
    return len(head) + length, headers.get("connection", "").lower() != "close"
