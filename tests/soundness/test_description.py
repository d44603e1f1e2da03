"""A damaged description, and damaged built files: one sentence that names the file, never a trace."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from layers.fits import check_built
from tests.soundness.conftest import Start, list_again, refusal

Change = Callable[[Any], Any]


def _resource(change: Callable[[dict[str, Any]], Any]) -> Change:
    def changed(found: Any) -> Any:
        change(next(item for item in found["resources"] if item["name"] == "bodies"))
        return found

    return changed


def _field(**changes: Any) -> Change:
    return _resource(lambda item: item["schema"]["fields"][0].update(changes))


SHAPES: dict[str, tuple[Change, str]] = {
    "an empty object": (lambda found: {}, "datapackage.json, at version: it is missing."),
    "a list": (lambda found: [], "datapackage.json: Input should be"),
    "a number": (lambda found: 7, "datapackage.json: Input should be"),
    "null": (lambda found: None, "datapackage.json: Input should be"),
    "no tables": (lambda found: found | {"resources": []}, "datapackage.json describes other tables than this release reads"),
    "tables that are no list": (lambda found: found | {"resources": 3}, "datapackage.json, at resources: Input should be"),
    "a table that is a text": (lambda found: found | {"resources": ["x"]}, "datapackage.json, at resources, 0: Input should be"),
    "no schema": (_resource(lambda item: item.pop("schema")), "datapackage.json, at resources, bodies, schema: it is missing."),
    "no count": (_resource(lambda item: item.pop("rows")), "datapackage.json, at resources, bodies, rows: it is missing."),
    "no hash": (_resource(lambda item: item.pop("hash")), "datapackage.json, at resources, bodies, hash: it is missing."),
    "a count that is a text": (_resource(lambda item: item.update(rows="11")), "datapackage.json, at resources, bodies, rows: "),
    "a path elsewhere": (_resource(lambda item: item.update(path="../x.csv")), "datapackage.json, at resources, bodies, path: is no CSV file beside"),
    "no columns": (_resource(lambda item: item["schema"].update(fields=[])), "datapackage.json has a key of small_areas in bodies.id, which there is not."),
    "a type that there is not": (_field(type="blob"), "datapackage.json, at resources, bodies, schema, fields, id, type: "),
    "a pattern that is none": (_field(constraints={"pattern": "("}), "datapackage.json, at resources, bodies, schema, fields, id, constraints, pattern: is no pattern"),
    "a limit of another type": (_field(constraints={"minimum": 3}, type="date"), "datapackage.json, at resources, bodies, schema, fields, id: has a limit"),
    "a key elsewhere": (_resource(lambda item: item["schema"]["foreignKeys"][0]["reference"].update(resource="x")), "datapackage.json has a key of bodies in x."),
    "a table twice": (lambda found: found | {"resources": [*found["resources"], found["resources"][0]]}, "datapackage.json lists a table twice."),
    "a table fewer": (lambda found: found | {"resources": [item for item in found["resources"] if item["name"] != "timeline"]}, "datapackage.json describes other tables than this release reads"),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_description_of_another_shape(data: Path, start: Start, shape: str) -> None:
    change, said = SHAPES[shape]
    place = data / "datapackage.json"
    place.write_text(json.dumps(change(json.loads(place.read_text("utf-8")))), "utf-8")
    assert refusal(start).startswith(said)


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda content: b"",
    "cut": lambda content: content[: len(content) // 2],
    "no UTF-8": lambda content: b"\xff" + content,
    "a NUL byte": lambda content: content[:5] + b"\x00" + content[5:],
    "HTML": lambda content: b"<html></html>",
    "deeply nested": lambda content: b"[" * 100_000,
}


@pytest.mark.usefixtures("own_boundaries")
@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("file", ["datapackage.json", "boundaries/manifest.json"])
def test_no_json(data: Path, start: Start, file: str, broken: str) -> None:
    place = data / file
    place.write_bytes(BROKEN[broken](place.read_bytes()))
    assert refusal(start).startswith(f"{place.name} can't be read as JSON")


@pytest.mark.usefixtures("own_boundaries")
@pytest.mark.parametrize("file", ["datapackage.json", "boundaries/manifest.json"])
def test_a_description_that_is_not_there(data: Path, start: Start, file: str) -> None:
    (data / file).unlink()
    assert refusal(start).startswith(f"{Path(file).name} is missing")
    (data / file).mkdir()
    assert refusal(start).startswith(f"{Path(file).name} can't be read")


@pytest.mark.usefixtures("own_boundaries")
@pytest.mark.parametrize(
    "change",
    [lambda found: {}, lambda found: [], lambda found: found["names"], lambda found: found | {"files": {}}, lambda found: found | {"names": {"x": 3}}],
)  # fmt: skip
def test_a_manifest_of_another_shape(data: Path, start: Start, change: Change) -> None:
    place = data / "boundaries" / "manifest.json"
    place.write_text(json.dumps(change(json.loads(place.read_text("utf-8")))), "utf-8")
    said = refusal(start)
    assert said.startswith("manifest.json")
    assert "make data" in said


NAMES = sorted(json.loads((Path(__file__).parents[2] / "data" / "boundaries" / "manifest.json").read_text())["names"])


@pytest.mark.usefixtures("own_boundaries")
@pytest.mark.parametrize(
    "name", [name for name in NAMES if "-" not in name] + ["districts-national", "stp-london-2", "lep-local-1"]
)
def test_a_built_file_that_the_manifest_lacks_is_named(data: Path, start: Start, name: str) -> None:
    place = data / "boundaries" / "manifest.json"
    found = json.loads(place.read_text("utf-8"))
    del found["names"][name]
    place.write_text(json.dumps(found), "utf-8")
    assert f"has no file called {name}" in refusal(start) or name in refusal(start)


def files(data: Path) -> list[Path]:
    """Every built file, compressed siblings included."""
    return sorted(path for path in (data / "boundaries").iterdir() if path.name != "manifest.json")


@pytest.mark.usefixtures("own_boundaries")
@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes() + b" "),
        lambda path: path.write_bytes(path.read_bytes()[:-1] + bytes([path.read_bytes()[-1] ^ 1])),
        lambda path: path.write_bytes(b"{}"),
        lambda path: path.write_bytes(b"[]"),
        lambda path: path.write_bytes(b"<html></html>"),
        lambda path: path.write_bytes(path.read_bytes()[::-1]),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["gone", "empty", "cut", "longer", "changed", "object", "list", "HTML", "reversed", "folder"],
)  # fmt: skip
def test_a_damaged_built_file_is_named(data: Path, start: Start, damage: Callable[[Path], Any]) -> None:
    """Each of them, one after another: a file that was put right again is sound."""
    land = start()
    for path in files(data):
        before = path.read_bytes()
        damage(path)
        said = refusal(lambda: check_built(land, data / "boundaries"))
        assert said.startswith(path.name), said
        assert "make data" in said
        if path.is_dir():
            path.rmdir()
        path.write_bytes(before)
    check_built(land, data / "boundaries")


def _drop(found: Any) -> Any:
    """One thing fewer, of whatever the file holds."""
    if isinstance(found, list):
        return found[1:]
    if "features" in found:
        return found | {"features": found["features"][1:]}
    if "code" in found:
        return {key: values[1:] for key, values in found.items()}
    first = next(iter(found))
    if isinstance(found[first], dict) and "id" in found[first]:
        return found | {first: {key: values[1:] for key, values in found[first].items()}}
    return {key: value for key, value in found.items() if key != first}


CONTENT: dict[str, Change] = {
    "an empty object": lambda found: {},
    "an empty list": lambda found: [],
    "null": lambda found: None,
    "a text": lambda found: "x",
    "one fewer": _drop,
}


@pytest.mark.usefixtures("own_boundaries")
@pytest.mark.parametrize("content", CONTENT)
@pytest.mark.parametrize(
    "name",
    ["districts", "districts-national", "districts-local", "parts", "borders", "shapes", "search", "postcodes", "silhouette", "measures", "institutions",
     "stp-national-0", "lep-regional-2", "lep-local-3", "combined_authority-national-1"],
)  # fmt: skip
def test_a_built_file_of_other_content_is_named_though_it_was_listed(
    data: Path, start: Start, name: str, content: str
) -> None:
    boundaries = data / "boundaries"
    names = json.loads((boundaries / "manifest.json").read_text("utf-8"))["names"]
    place = boundaries / names[name]
    place.write_text(json.dumps(CONTENT[content](json.loads(place.read_text("utf-8")))), "utf-8")
    list_again(data)
    said = refusal(start)
    assert place.name in said or "of another make" in said, said
    assert "make data" in said


def test_tables_that_went_on_without_a_build_are_noticed(data: Path, start: Start) -> None:
    from tests.soundness.test_tables import rewritten

    rewritten(data, "measure_values", 2, value="11")
    assert "was built from other tables than these" in refusal(start)
