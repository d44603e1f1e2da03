"""The data package as one archive."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from dashboard.export.makers import make
from dashboard.export.order import CannotExportError, Order
from layers.tables import DATA, read_tables


@pytest.fixture(scope="module")
def file(real):
    return make(real, Order("data", "zip", {}, "http://127.0.0.1:8050"))


def test_it_is_named_with_the_version(real, file):
    assert file.name == f"local-growth-landscape-data_{real.version}.zip"
    assert file.media_type == "application/zip"


def test_it_holds_every_table_its_description_and_the_notes_and_no_boundaries(file):
    tables = [item["path"] for item in json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"]]
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert archive.testzip() is None
        names = [name.removeprefix("local-growth-landscape/") for name in archive.namelist()]
        assert sorted(names) == sorted(["datapackage.json", "README.md", *tables])
        for name in names:
            assert archive.read(f"local-growth-landscape/{name}") == (DATA / name).read_bytes()


def test_unpacked_it_is_a_package_that_loads(file, tmp_path):
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        archive.extractall(tmp_path)
    tables = read_tables(tmp_path / "local-growth-landscape")
    assert len(tables["districts"]) == 326


def test_the_same_data_make_the_same_bytes(real, file):
    assert make(real, Order("data", "zip", {}, "https://elsewhere.example")).content == file.content
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2017, 12, 1, 0, 0, 0)}


def test_a_query_is_refused(real):
    with pytest.raises(CannotExportError, match=r"^The address holds “as_at”, which is not used here\.$"):
        make(real, Order("data", "zip", {"as_at": "2017-12-01"}, ""))
