"""What README says can be done can be done: addresses, variables, commands, the notebook."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import fields
from pathlib import Path

import dash
import pytest
from flask.testing import FlaskClient

from dashboard.export.makers import MAKERS
from dashboard.server.application import create_app
from dashboard.settings import ExportSettings, HostSettings, RateSettings
from tests.docs.markdown import DOCS, ROOT, fenced, indented, read, rows, spans

README = "README.md"
EXAMPLES = {"<code>": "E07000117", "<id>": "stp-west-yorkshire"}
SETTERS = ("Makefile", "scripts", "dashboard/settings.py", "bench")


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    """A client of the server."""
    found: FlaskClient = create_app().server.test_client()
    return found


def addresses(text: str) -> list[str]:
    """The addresses in a text: pages, health and API."""
    found = [span.removeprefix("GET ") for span in spans(text)]
    return [span for span in found if span.startswith("/") and not span.startswith("/export/")]


def exports(text: str) -> set[tuple[str, str]]:
    """The exports of a text as kind and ending: `/export/map.png`, `.svg` are two of one kind."""
    found = set()
    for cells in rows(text):
        kind = ""
        for span in spans(cells[0]):
            if named := re.fullmatch(r"/export/(\w+)\.(\w+)", span):
                kind = named[1]
                found.add((kind, named[2]))
            elif kind and re.fullmatch(r"\.\w+", span):
                found.add((kind, span[1:]))
    return found


def variables_read() -> set[str]:
    """The names that `Settings` and `ExportSettings` read from the environment."""
    text = read("dashboard/settings.py")
    return set(re.findall(r'(?:environ\.get|whole_number)\("([A-Z_]+)"', text))


def variables(text: str) -> set[str]:
    """The environment variables that a text names."""
    linked = re.compile(r"\[`[^`]+`\]")  # files, some in capitals too
    found = {span.partition("=")[0] for span in spans(linked.sub("", text))}
    return {name for name in found if re.fullmatch(r"[A-Z]+(_[A-Z]+)*", name)}


def targets() -> set[str]:
    """The targets of the Makefile that are no files."""
    (line,) = re.findall(r"^\.PHONY: (.+)$", read("Makefile"), re.MULTILINE)
    return set(line.split())


def makes(text: str) -> set[str]:
    """The targets that a text tells its reader to make."""
    told = [*spans(text), *indented(text), *fenced(text, "sh")]
    return {found for piece in told for found in re.findall(r"(?:^|\s)make ([a-z]+)", piece)}


def modules(text: str) -> set[str]:
    """The modules that a text runs: by `python -m`, gunicorn or celery."""
    told = "\n".join([*spans(text), *indented(text), *fenced(text, "sh")])
    return set(re.findall(r"(?:python -m |gunicorn |celery -A )([\w.]+)", told))


def test_every_address_answers(client: FlaskClient) -> None:
    found = addresses(read(README))
    assert {"/", "/overlaps", "/place/<code>", "/body/<id>", "/health", "/api/v1/openapi.json"} <= set(found)
    for address in found:
        filled = address
        for name, example in EXAMPLES.items():
            filled = filled.replace(name, example)
        # "/api/v1/" is where the API's addresses begin, and none itself.
        assert client.get(filled).status_code == (404 if filled == "/api/v1/" else 200), address


def test_every_page_is_in_the_table(client: FlaskClient) -> None:
    written = {address.partition("<")[0].rstrip("/") for address in addresses(read(README))}
    pages = [page for module, page in dash.page_registry.items() if not module.endswith("not_found_404")]
    assert {(page["path_template"] or page["path"]).partition("<")[0].rstrip("/") for page in pages} <= written


def test_every_export_is_offered_and_every_offer_is_written() -> None:
    assert exports(read(README)) == {(kind, ending) for kind, endings in MAKERS.items() for ending in endings}


def test_what_no_address_is_is_refused_in_a_sentence(client: FlaskClient) -> None:
    answer = client.get("/export/overlaps.csv?nonsense=1")
    assert answer.status_code == 400
    assert answer.mimetype == "text/plain"
    assert answer.text.endswith(".")


def test_variables_are_those_that_are_read() -> None:
    assert variables_read() <= variables(read(README))
    for name in variables(read(README)) - variables_read():
        assert any(name in text for text in setting_texts()), name


def setting_texts() -> list[str]:
    """The texts that may read the environment besides the settings."""
    paths = [path for name in SETTERS for path in [ROOT / name, *(ROOT / name).rglob("*")]]
    return [path.read_text("utf-8") for path in paths if path.is_file() and path.suffix in ("", ".py", ".sh")]


def test_defaults_are_as_written() -> None:
    defaults = {field.name: field.default for field in fields(ExportSettings)}
    defaults |= {f"rate_{field.name}": field.default for field in fields(RateSettings)}
    defaults |= {"trusted_hosts": "", "frame_ancestors": "", "proxies": HostSettings().proxies}
    told = {spans(cells[0])[0]: cells[-1] for cells in rows(read(README)) if spans(cells[0]) and len(cells) == 3}
    for name in variables_read() - {"HOST", "PORT", "DEBUG"}:
        default = defaults[name.removeprefix("EXPORT_").lower()]
        assert told[name] == (str(default) if default != "" else "none"), name


@pytest.mark.parametrize("document", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_to_be_made_can_be_made(document: Path) -> None:
    assert makes(document.read_text("utf-8")) <= targets()


def test_every_target_is_told_of_somewhere() -> None:
    told = {name for document in DOCS for name in makes(document.read_text("utf-8"))}
    assert targets() <= told


@pytest.mark.parametrize("document", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_name_modules_that_exist(document: Path) -> None:
    for module in modules(document.read_text("utf-8")):
        assert importlib.util.find_spec(module), module


def test_the_notebook_runs() -> None:
    (code,) = fenced(read(README), "python")
    *lines, last = code.strip().splitlines()
    names: dict[str, object] = {}
    exec("\n".join(lines), names)
    frame = eval(last, names)
    columns = {"people", "area_km2", "districts", "share_of_a", "share_of_b", "match"}
    assert columns <= set(frame.columns)
    assert len(frame) > 10


def test_the_tests_read_what_they_should() -> None:
    text = "`GET /health` `/x/<code>`\n\n    make run   # runs\n\n`A_B=1 make test` `python -m bench` `gunicorn app:server`\n"
    assert addresses(text) == ["/health", "/x/<code>"]
    assert makes(text) == {"run", "test"}
    assert modules(text) == {"bench", "app"}
    assert variables(text) == {"A_B"}
    assert exports("| `/export/map.png`, `.svg` `?a=…` | x |\n") == {("map", "png"), ("map", "svg")}
