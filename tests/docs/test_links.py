"""Links from one document to another lead somewhere, headings included."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.markdown import DOCS, ROOT, anchors, links


def broken(document: Path, text: str) -> list[str]:
    """The links of a document that lead nowhere in the repository."""
    found = []
    for link in links(text):
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        if link.startswith(("https://", "http://")):
            continue
        if not target.exists() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            found.append(link)
    return found


@pytest.mark.parametrize("document", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_resolve(document: Path) -> None:
    assert broken(document, document.read_text("utf-8")) == []


def test_a_broken_link_would_be_noticed() -> None:
    text = "[a](LICENSE) [b](nowhere.md) [c](data/README.md#licences) [d](data/README.md#none) [e](#run-it) ![f](docs/x.png)"
    assert broken(ROOT / "README.md", text) == ["nowhere.md", "data/README.md#none", "docs/x.png"]


def test_the_licence_is_the_codes_and_points_to_the_datas() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "MIT" in readme
    assert {"LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"} <= set(links(readme))
    assert "The Local growth landscape contributors" in (ROOT / "LICENSE").read_text("utf-8")
