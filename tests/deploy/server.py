"""A server to stand behind nginx in tests: it tells who asked, keeps nothing waiting, and one address of it dies once."""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask, Response, request

server = Flask("behind")


@server.get("/")
def told() -> dict[str, str]:
    return {name.lower(): value for name, value in request.headers.items()} | {"body": request.get_data(as_text=True)}


@server.post("/")
def length() -> str:
    return str(len(request.get_data()))


@server.route("/dies-once", methods=["GET", "POST"])
def dies_once() -> str:
    """End this process without a word the first time, as a crash or the kernel would."""
    mark = Path(os.environ["DEATHS"])
    if not mark.exists():
        mark.touch()
        os._exit(1)
    return f"answered {request.method}"


@server.get("/static/<name>")
def static_file(name: str) -> Response:
    with Path(os.environ["ASKED"]).open("a") as asked:
        asked.write(f"{name}\n")
    return Response("{}", headers={"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"})
