"""Writing an answer as JSON or CSV, with its ETag."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Response, request

from dashboard.api.queries import DayQuery
from dashboard.settings import ROOT
from dashboard.text.csv_cells import csv_cell, plain_date
from dashboard.views.query import View
from layers.landscape import Landscape
from layers.tables import DATA

CACHE = "public, max-age=3600"
Row = Mapping[str, object]
"""A row of a table by column."""


def edition(land: Landscape) -> str:
    """What answers are made from: the data's version, and a digest of its tables and of the code that reads them.

    Two processes of one release agree on it, and a corrected table or rule changes it even
    when nobody raised the version.
    """
    digest = hashlib.sha256(land.version.encode())
    code = ((ROOT / "layers", "**/*.py"), (ROOT / "dashboard" / "views", "*.py"), (ROOT / "dashboard" / "api", "*.py"))
    for folder, pattern in ((DATA, "*.csv"), *code):
        for path in sorted(folder.glob(pattern)):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True)
class Publisher:
    """Writes answers of one `edition`."""

    edition: str

    def answer(self, query: DayQuery, payload: Any, table: tuple[Sequence[str], Iterable[Row]], name: str) -> Response:
        """The payload as JSON or, where the query's ``format`` is csv, the table as CSV named after ``name`` and the day.

        ``table`` is the columns and the rows. The answer is 304, without a body, when the
        caller has it already.
        """
        if query.format == "csv":
            response = Response(csv_text(*table), mimetype="text/csv")
            filename = f"{name}_{query.as_at.isoformat()}.csv"
            response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
        else:
            response = Response(json_text(payload), mimetype="application/json")
        return self.cached(response, query)

    def cached(self, response: Response, query: View) -> Response:
        """The response with a strong ETag from the edition, the address and the parameters as they were understood."""
        canonical = json.dumps([self.edition, request.path, query.model_dump(mode="json")], sort_keys=True)
        response.set_etag(hashlib.sha256(canonical.encode()).hexdigest()[:32])
        response.headers["Cache-Control"] = CACHE
        response.make_conditional(request)
        return response


def json_text(payload: Any) -> str:
    """JSON with ISO dates; there is no NaN in it.

    Raises:
        ValueError: a number is not finite.
    """
    return json.dumps(payload, ensure_ascii=False, allow_nan=False, default=plain_date)


def csv_text(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """A header row and the rows, as RFC 4180 has it; ``None`` is blank, and no text can become a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([csv_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()
