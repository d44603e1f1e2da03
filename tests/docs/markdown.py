"""Reading the docs: their links, anchors, code and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = sorted(
    ROOT / name
    for name in (
        *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "bench/README.md", "data/README.md"),
    )
)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_SPAN = re.compile(r"`([^`\n]+)`")


def read(name: str) -> str:
    """A document's text, by its path from the root."""
    return (ROOT / name).read_text("utf-8")


def prose(text: str) -> str:
    """The text without its fenced code."""
    return _FENCE.sub("", text)


def fenced(text: str, language: str) -> list[str]:
    """The fenced pieces of code in a language."""
    return [code for found, code in _FENCE.findall(text) if found == language]


def indented(text: str) -> list[str]:
    """The commands that a document sets off by four spaces, without what is said of them."""
    lines = [line.strip() for line in prose(text).splitlines() if line.startswith("    ")]
    return [line.partition("#")[0].strip() for line in lines]


def spans(text: str) -> list[str]:
    """The pieces of code in running text and tables."""
    return _SPAN.findall(prose(text))


def links(text: str) -> list[str]:
    """Where links and pictures lead."""
    return _LINK.findall(prose(text))


def anchors(text: str) -> set[str]:
    """The headings as links name them: small letters and digits, spaces as hyphens."""
    found = re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in found}


def rows(text: str) -> Iterator[list[str]]:
    """The rows of tables as cells, heads and rules left out."""
    lines = prose(text).splitlines()
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("|") and not line.startswith("| ---") and not after.startswith("| ---"):
            yield [cell.strip() for cell in line.strip().strip("|").split(" | ")]
