"""The data package's own description, ``datapackage.json``: read and checked.

It holds the row count and the content hash of every table, and the landscape is loaded from no other content.
`layers.describe` writes them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

DATA = Path(__file__).resolve().parent.parent / "data"
DESCRIPTION = "datapackage.json"
COMMAND = "python -m layers.describe"
"""What an editor of a table runs."""


class TableError(ValueError):
    """The data package breaks its own rules; the message says where and how, in one sentence."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class _Constraints(_Part):
    required: bool = False
    unique: bool = False
    minimum: int | float | str | None = None
    maximum: int | float | str | None = None
    enum: list[str | int] | None = None
    pattern: str | None = None

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error as error:
            raise ValueError(f"is no pattern: {error}") from error
        return value


class _Field(_Part):
    name: str
    type: Literal["string", "integer", "number", "date"]
    constraints: _Constraints = _Constraints()

    @model_validator(mode="after")
    def _limits_are_of_the_type(self) -> _Field:
        limits = [limit for limit in (self.constraints.minimum, self.constraints.maximum) if limit is not None]
        if any(isinstance(limit, str) != (self.type == "date") for limit in limits):
            raise ValueError("has a limit that is not of its own type")
        return self


class _Reference(_Part):
    resource: str
    fields: str


class _ForeignKey(_Part):
    fields: str
    reference: _Reference


class _Schema(_Part):
    fields: list[_Field]
    primary: str | list[str] = Field(alias="primaryKey")
    foreign: list[_ForeignKey] = Field([], alias="foreignKeys")


class _Resource(_Part):
    name: str
    path: str
    table: _Schema
    rows: int
    hash: str

    @model_validator(mode="before")
    @classmethod
    def _schema_is_a_word_of_pydantic(cls, given: Any) -> Any:
        return {**given, "table": given["schema"]} if isinstance(given, dict) and "schema" in given else given

    @field_validator("path")
    @classmethod
    def _beside(cls, value: str) -> str:
        if not re.fullmatch(r"\w[\w.-]*\.csv", value):
            raise ValueError("is no CSV file beside the description")
        return value


class _Package(_Part):
    version: str
    resources: list[_Resource]

    @model_validator(mode="after")
    def _fits_together(self) -> _Package:
        columns = {item.name: {field.name for field in item.table.fields} for item in self.resources}
        if len(columns) < len(self.resources):
            raise ValueError("lists a table twice")
        for item in self.resources:
            keys = [item.table.primary] if isinstance(item.table.primary, str) else item.table.primary
            named = {(item.name, key) for key in keys}
            for key in item.table.foreign:
                named |= {(item.name, key.fields), (key.reference.resource or item.name, key.reference.fields)}
            for table, column in sorted(named):
                if column not in columns.get(table, ()):
                    raise ValueError(f"has a key of {item.name} in {table}.{column}, which there is not")
        return self


def read_package(folder: Path = DATA) -> dict[str, Any]:
    """The description in ``folder``, sure to have every part that the loader asks for.

    Raises:
        TableError: it is missing, no JSON, or lacks something; the sentence says what.
    """
    found = read_json(folder / DESCRIPTION)
    try:
        _Package.model_validate(found)
    except ValidationError as error:
        raise TableError(f"{DESCRIPTION}{_first(error, found)}.") from error
    checked: dict[str, Any] = found
    return checked


def read_json(path: Path) -> Any:
    """What a JSON file holds.

    Raises:
        TableError: there is no such file, or it can't be read as JSON in UTF-8.
    """
    try:
        return orjson.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise TableError(f"{path.name} is missing from {path.parent}.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TableError(f"{path.name} can't be read as JSON: {reason}.") from error


def content_hash(data: bytes) -> str:
    """The hash of some content as a description writes it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def check_content(item: Mapping[str, Any], data: bytes, rows: int) -> None:
    """Stop when a table is not the one that its description counted.

    Raises:
        TableError: rows or content differ.
    """
    after = f"If that is meant, {COMMAND} takes it into {DESCRIPTION}."
    if rows != item["rows"]:
        were = "row" if item["rows"] == 1 else "rows"
        raise TableError(
            f"{item['path']} ends at row {rows + 1}: it holds {rows} rows where {DESCRIPTION} counted {item['rows']} {were}. {after}"
        )
    if content_hash(data) != item["hash"]:
        raise TableError(
            f"{item['path']} is not the file that {DESCRIPTION} describes: its content was changed. {after}"
        )


@cache
def package() -> dict[str, Any]:
    """The description of the data that is served. Callers must not change it."""
    return read_package()


def _first(error: ValidationError, found: Any) -> str:
    """The first thing that is wrong, after the file's name: `` at resources, bodies, rows: it is missing``."""
    told = error.errors()[0]
    place = [_named(found, told["loc"][:k], str(step)) for k, step in enumerate(told["loc"], 1)]
    words = {"missing": "it is missing", "extra_forbidden": "it has no place there"}
    said = words.get(told["type"], told["msg"].removeprefix("Value error, "))
    if not place:
        return f" {said}" if told["type"] == "value_error" else f": {said}"
    return f", at {', '.join('schema' if step == 'table' else step for step in place)}: {said}"


def _named(found: Any, steps: tuple[int | str, ...], otherwise: str) -> str:
    """A step into the description by the name of what it leads to, as a list's numbers say little."""
    here = found
    for step in steps:
        step = "schema" if step == "table" else step
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return otherwise
    return str(here["name"]) if isinstance(here, dict) and isinstance(here.get("name"), str) else otherwise
