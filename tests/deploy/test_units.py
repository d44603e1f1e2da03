"""What stands beside nginx: units, the container's recipe and gunicorn's settings name what there is."""

from __future__ import annotations

import configparser
import re
import runpy
from pathlib import Path

import pytest

from dashboard.settings import ROOT

DEPLOY = ROOT / "deploy"
SETTINGS = (ROOT / "dashboard" / "settings.py").read_text("utf-8")


def unit(name: str) -> configparser.ConfigParser:
    """A unit as systemd reads it, but for keys that stand twice."""
    found = configparser.ConfigParser(interpolation=None, strict=True)
    found.optionxform = str  # type: ignore[assignment, method-assign]
    found.read(DEPLOY / name, "utf-8")
    return found


@pytest.mark.parametrize("name", ["landscape.service", "landscape-exports.service"])
def test_units_start_what_is_there_and_wait_for_files(name: str) -> None:
    service = unit(name)["Service"]
    program, *words = service["ExecStart"].removeprefix("/srv/landscape/").split()
    assert (ROOT / program).exists(), program
    (module,) = (word for word in words if re.fullmatch(r"app:server|dashboard\.export\.tasks", word))
    assert (ROOT / f"{module.partition(':')[0].replace('.', '/')}.py").exists()
    assert int(service["TimeoutStopSec"]) >= 2 * 60 + 5, "a file may wait as long as it may take, sixty seconds each"


@pytest.mark.parametrize("path", sorted(DEPLOY.iterdir()), ids=lambda path: path.name)
def test_settings_that_are_named_are_known(path: Path) -> None:
    named = set(
        re.findall(r"\b(?:TRUSTED_HOSTS|PROXIES|REDIS_URL|(?:EXPORT|RATE)_[A-Z_]+|[A-Z]+_WORKERS)\b", path.read_text())
    )
    assert named <= set(re.findall(r'"([A-Z_]+)"', SETTINGS))


def test_gunicorn_leaves_threads_for_pages_and_waits_for_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPORT_SECONDS", "90")
    monkeypatch.setenv("PORT", "9000")
    found = runpy.run_path(str(ROOT / "gunicorn.conf.py"))
    assert (found["bind"].endswith(":9000"), found["graceful_timeout"]) == (True, 185)
    assert found["threads"] > 2, "EXPORT_WAITING is two"
    nginx = (DEPLOY / "nginx.conf").read_text()
    keeps = re.search(r"keepalive_timeout (\d+)s;", nginx)
    assert keeps
    assert found["keepalive"] > int(keeps[1]), "or a question could meet a connection that closes"


def test_the_container_makes_what_the_makefile_knows() -> None:
    recipe = (DEPLOY / "Containerfile").read_text()
    (target,) = re.findall(r"^RUN make (\S+)", recipe, re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text()
    assert f"PREPARED := {target}" in makefile
    assert '"app:server"' in recipe
