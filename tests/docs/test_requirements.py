"""The locks hold what was asked for, every file of it by its hash, and say nothing of where it is fetched."""

from __future__ import annotations

import re
from importlib import metadata

import pytest
from packaging.requirements import Requirement

from tests.docs.markdown import ROOT

LOCKS = {
    "requirements.txt": ("requirements.in",),
    "requirements-test.txt": ("requirements.in", "requirements-build.in", "requirements-test.in"),
    "requirements-tools.txt": ("requirements-tools.in",),
}
PIN = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==(\S+)(.*)$", re.MULTILINE)
EXTRA = re.compile(r"^([\w.-]+)\[([\w,-]+)\]==", re.MULTILINE)


def plain(name: str) -> str:
    """A package's name as locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(text: str) -> dict[str, str]:
    """The packages of a text with their versions."""
    return {plain(name): version for name, version, _ in PIN.findall(text)}


def locked(text: str) -> list[str]:
    """The entries of a lock: a package with its hashes."""
    return re.split(r"\n(?=\w)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_was_asked_for(lock: str) -> None:
    found = pins((ROOT / lock).read_text("utf-8"))
    for name in LOCKS[lock]:
        asked = pins((ROOT / name).read_text("utf-8"))
        assert asked
        assert {package: found.get(package) for package in asked} == asked


@pytest.mark.parametrize("lock", LOCKS)
def test_every_file_is_known_by_its_hash_and_none_by_its_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    for entry in locked(text):
        assert PIN.match(entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text
    assert "index" not in re.sub(r"^.*(hash|via|==).*$|#.*", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_what_a_package_wants_with_an_extra_is_pinned_with_it(lock: str) -> None:
    """pip takes a package with an extra for another one, and refuses it where only the plain name is pinned."""
    locked_extras = {f"{plain(name)}[{extras}]" for name, extras in EXTRA.findall((ROOT / lock).read_text("utf-8"))}
    here = {plain(package.name): package for package in metadata.distributions() if package.name}
    wanted = set()
    for name in pins((ROOT / lock).read_text("utf-8")).keys() & here.keys():
        for text in here[name].requires or []:
            asked = Requirement(text)
            if asked.extras and (asked.marker is None or asked.marker.evaluate({"extra": ""})):
                wanted.add(f"{plain(asked.name)}[{','.join(sorted(asked.extras))}]")
    assert wanted <= locked_extras


def test_what_is_tested_is_what_runs() -> None:
    runs, tests = (pins((ROOT / name).read_text("utf-8")) for name in ("requirements.txt", "requirements-test.txt"))
    assert {name: tests.get(name) for name in runs} == runs


@pytest.mark.parametrize("name", sorted({name for names in LOCKS.values() for name in names}))
def test_every_package_has_its_reason(name: str) -> None:
    for package, _, rest in PIN.findall((ROOT / name).read_text("utf-8")):
        assert re.search(r"# \w.{3,}", rest), package
