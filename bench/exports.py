"""Files to take away, asked of a running server as a browser asks; and memory over a hundred of them."""

from __future__ import annotations

import asyncio
import http.client
import itertools
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.peer_figure import figure
from bench.report import Row, Sample
from bench.servers import HOST, Server, serving

TITLE = "exports, one worker under gunicorn and one process that makes files"
REPEATS, IN_A_ROW = 7, 100
MEASURES = ("imd2015_average_score", "population_mid2017", "business_births_2017", "gva_per_hour_2017")
DAYS = ("2017-12-01", "2016-11-01", "2018-03-01", "2017-05-10")
STP = "stp-hertfordshire-and-west-essex"
SECOND = 1000.0


def run() -> list[Row]:
    """The rows of this bench."""
    peer = kaleido()
    with serving(workers=1) as server:
        fetch(server, "/export/ready")
        first = clock(lambda: fetch(server, "/export/map.png"))
        rows = [Row("the first file: processes start, libraries load", "ms", Sample.of([first]))]
        for what, path, target, name in wanted():
            rows.append(timed(server, what, path, target, peer.get(name)))
        rows.append(
            Row("map slide, size", "kB", Sample.of([len(fetch(server, "/export/map.pptx")) / SECOND]), None, 1000)
        )
        rows += memory(server)
    return rows


def wanted() -> Iterator[tuple[str, str, float | None, str]]:
    """What is timed: words, address (with a place for a query), target in milliseconds, and the peer's name for it."""
    yield "PNG 1920 x 1080; peer kaleido, browser already running", "/export/map.png?", 1000, "png"
    yield "PNG 3840 x 2160; peer kaleido", "/export/map.png?size=3840&", 2000, "png2"
    yield "SVG; peer kaleido", "/export/map.svg?", 1500, "svg"
    yield "PDF; peer kaleido", "/export/map.pdf?", 1500, "pdf"
    yield "map slide of native shapes", "/export/map.pptx?", 3000, ""
    yield "GeoJSON of the view", "/export/map.geojson?", None, ""
    yield "GeoPackage of the view", "/export/map.gpkg?", None, ""
    yield "briefing deck of an STP", f"/export/briefing.pptx?body={STP}&", 8000, ""
    yield "briefing of an STP, two pages", f"/export/briefing.pdf?body={STP}&", None, ""
    yield "place, three slides", "/export/place.pptx?code=E07000141&", None, ""
    yield "place, one page", "/export/place.pdf?code=E07000141&", None, ""
    yield "overlaps workbook", "/export/overlaps.xlsx?", None, ""


def queries(path: str) -> Iterator[str]:
    """The address with one view after another, so that nothing can be answered from before."""
    if path.startswith("/export/map"):
        for measure, day in itertools.cycle(itertools.product(MEASURES, DAYS)):
            yield f"{path}measure={measure}&as_at={day}&layers=combined_authority,stp"
    for day in itertools.cycle(DAYS):
        yield f"{path}as_at={day}"


def timed(server: Server, what: str, path: str, target: float | None, peer: Sample | None) -> Row:
    """Several files of one kind, each of another view, after one that isn't counted."""
    views = queries(path)
    fetch(server, next(views))
    sample = Sample.of(clock(lambda: fetch(server, next(views))) for _ in range(REPEATS))
    return Row(what, "ms", sample, peer, target)


def memory(server: Server) -> list[Row]:
    """What the processes grow by over a hundred exports of every kind, one after the other."""
    paths = [path for _what, path, _target, _peer in wanted()]
    views = [queries(path) for path in paths]
    for view in views:
        fetch(server, next(view))
    before = resident(server)
    for at in range(IN_A_ROW):
        fetch(server, next(views[at % len(views)]))
    after = resident(server)
    note = f"server and its processes before: {before:.0f} MB, after: {after:.0f} MB (proportional set size)."
    return [Row(f"growth over {IN_A_ROW} exports", "MB", Sample.of([max(after - before, 0)]), None, 50, note=note)]


def resident(server: Server) -> float:
    """Megabytes of the server and all its processes, shared pages counted once."""
    processes = [server.process, *server.process.children(recursive=True)]
    return sum(process.memory_full_info().pss for process in processes) / 1e6


def fetch(server: Server, path: str) -> bytes:
    """The content of one answer.

    Raises:
        RuntimeError: the server did not give it.
    """
    connection = http.client.HTTPConnection(HOST, server.port, timeout=120)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    if answer.status not in (200, 204):
        raise RuntimeError(f"{path}: {answer.status} {content[:200]!r}")
    return content


def clock(call: Callable[[], Any]) -> float:
    """Milliseconds of one call."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * SECOND


def kaleido() -> dict[str, Sample]:
    """The usual way to a picture of a Plotly figure: the same districts and outlines drawn by a browser that is kept running."""
    os.environ.setdefault("BROWSER_PATH", os.environ.get("CHROMIUM", "/usr/bin/chromium"))
    return asyncio.run(_kaleido())


async def _kaleido() -> dict[str, Sample]:
    import plotly
    from kaleido import Kaleido

    library = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    kinds = {"png": ("png", 1), "png2": ("png", 2), "svg": ("svg", 1), "pdf": ("pdf", 1)}
    found: dict[str, Sample] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in ("world_110m", "europe_110m", "world_50m", "europe_50m"):
            (Path(folder) / f"{name}.json").write_text('{"type":"Topology","objects":{},"arcs":[]}', "utf-8")
        async with Kaleido(n=1, timeout=90, plotlyjs=library, mathjax=False) as drawer:
            for name, (ending, scale) in kinds.items():
                times = []
                for measure in (*MEASURES, *MEASURES):
                    begun = time.perf_counter()
                    drawn = figure(measure, ["combined_authority", "stp"]).to_dict()
                    options = {"format": ending, "width": 1920, "height": 1080, "scale": scale}
                    await drawer.calc_fig(drawn, opts=options, topojson=f"{Path(folder).as_uri()}/")
                    times.append((time.perf_counter() - begun) * SECOND)
                found[name] = Sample.of(times[1:])
    return found
