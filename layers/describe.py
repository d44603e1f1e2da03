"""``python -m layers.describe``: take the tables as they are now into ``datapackage.json``, by row count and content hash.

What an editor of a table runs after a change that is meant; the boundary build runs it too.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

from layers.package import DATA, DESCRIPTION, TableError, content_hash, read_json, read_package


def record(folder: Path = DATA) -> None:
    """Write row count, size and hash of every table into the description in ``folder``.

    Raises:
        TableError: a file is missing or can't be read.
    """
    path = folder / DESCRIPTION
    found = read_json(path)
    for item in found["resources"]:
        try:
            data = (folder / item["path"]).read_bytes()
        except OSError as error:
            raise TableError(f"{item['path']} can't be read: {error.strerror}.") from error
        lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        facts = {"rows": max(sum(1 for _ in lines) - 1, 0), "bytes": len(data), "hash": content_hash(data)}
        schema = item.pop("schema")
        item.update(facts, schema=schema)
    path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")


def main() -> int:
    """Describe the data package of this folder; 1, with a sentence, when that can't be done."""
    try:
        record()
        read_package()
    except TableError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
