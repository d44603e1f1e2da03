"""The built files: where they lie, how each is called, and whether they are those that the build made.

`layers.build` writes outlines, district figures and the like once, each under a name that
holds a digest of its content, so that a browser may keep it for ever. The manifest leads
from a logical name (``districts``, ``stp-local-0``) to that name, and holds size and hash of every file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from layers.package import DATA, TableError, content_hash, read_json
from layers.words.numbers import count

BOUNDARIES = DATA / "boundaries"
"""The folder of the built files of the data package."""
MANIFEST = "manifest.json"
REBUILD = "make data builds the files again."


class Content(BaseModel):
    """What a file holds: its size in bytes, and its hash as `content_hash` writes it."""

    model_config = ConfigDict(frozen=True, strict=True)
    bytes: int
    hash: str


class Manifest(BaseModel):
    """The built files: the file of each logical name, and the content of each file, compressed siblings included."""

    model_config = ConfigDict(frozen=True, strict=True)
    names: dict[str, str]
    files: dict[str, Content]


@cache
def read_manifest(folder: Path = BOUNDARIES) -> Manifest:
    """The manifest of a folder.

    Raises:
        TableError: there is none, or it lacks something.
    """
    try:
        found = Manifest.model_validate(read_json(folder / MANIFEST))
    except ValidationError as error:
        where = ", ".join(str(step) for step in error.errors()[0]["loc"])
        raise TableError(
            f"{MANIFEST} of {folder} is not the list of built files, at {where or 'its top'}. {REBUILD}"
        ) from error
    for name, file in found.names.items():
        if file not in found.files:
            raise TableError(f"{MANIFEST} leads from {name} to {file}, of which it has no size and hash. {REBUILD}")
    return found


def manifest(folder: Path = BOUNDARIES) -> Mapping[str, str]:
    """The file name of each built file, by its logical name.

    Raises:
        TableError: nothing was built in the folder.
    """
    return MappingProxyType(read_manifest(folder).names)


def check_files(folder: Path = BOUNDARIES) -> None:
    """Every file is there and is the one that was built.

    Raises:
        TableError: one is missing, cut or changed.
    """
    for file, content in read_manifest(folder).files.items():
        try:
            data = (folder / Path(file).name).read_bytes()
        except OSError as error:
            raise TableError(f"{file} of {folder} can't be read: {error.strerror}. {REBUILD}") from error
        if len(data) != content.bytes or content_hash(data) != content.hash:
            what = (
                f"it has {count(len(data))} bytes and not {count(content.bytes)}"
                if len(data) != content.bytes
                else "its content differs"
            )
            raise TableError(f"{file} of {folder} is not the file that was built: {what}. {REBUILD}")


def built(name: str, folder: Path = BOUNDARIES) -> Any:
    """What a built file holds, read anew each time: what it is depends on the name.

    Raises:
        TableError: there is no such file, or it can't be read.
    """
    names = manifest(folder)
    if name not in names:
        raise TableError(f"{MANIFEST} of {folder} has no file called {name}. {REBUILD}")
    return read_json(folder / names[name])
