"""The data package's own description."""

from __future__ import annotations

from layers.package import package
from layers.tables import DATA


def test_the_package_describes_the_tables_beside_it(real):
    found = package()
    assert found["version"] == real.version
    assert {item["path"] for item in found["resources"]} == {path.name for path in DATA.glob("*.csv")}
