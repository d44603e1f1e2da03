"""Every record of the domain is frozen: what is shared by all requests can't be changed by one."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import layers


def records() -> Iterator[type]:
    """Every dataclass that a module of `layers` defines."""
    for found in pkgutil.walk_packages(layers.__path__, "layers."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for value in vars(module).values():
            if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == found.name:
                yield value


@pytest.mark.parametrize("record", sorted(records(), key=lambda record: record.__qualname__))
def test_a_record_is_frozen(record: type) -> None:
    fields = dataclasses.fields(record)
    made = object.__new__(record)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
