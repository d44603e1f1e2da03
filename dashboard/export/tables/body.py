"""The tables of one body's page: its districts, those it shares people with, its deals, the institutions in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.export.order import CannotExportError, view_of
from dashboard.export.tables.common import (
    AGREEMENTS,
    INSTITUTIONS,
    Asked,
    Row,
    agreement_rows,
    institution_row,
)
from dashboard.export.tables.sheets import Column, Sheet, numbers, percents, texts
from dashboard.text.sources import view_address
from dashboard.views.body import BodyView
from dashboard.views.query import serialise
from dashboard.views.values import Text
from layers.bodies import partners_in
from layers.dates import day_words
from layers.landscape import BodyAt, Snapshot
from layers.place.covers import district_shares
from layers.place.institutions import institutions_within


class _TableView(BodyView):
    """The view of a body's page, and the body."""

    body: Text = ""


@dataclass(frozen=True)
class _Open:
    """The body whose page is open, on its day, with the page's address."""

    snapshot: Snapshot
    body: BodyAt
    address: str

    def sheet(self, what: str, columns: tuple[Column, ...], rows: Sequence[Row], *notes: str) -> Sheet:
        said = tuple(note for note in notes if note)
        return Sheet(f"{self.body.name}: {what}", self.snapshot.day, columns, rows, self.address, notes=said)

    @property
    def uncounted(self) -> str:
        """Why the body has no people to count, where it has none."""
        if not self.body.parts:
            return "Its area is not in the data."
        return "" if self.body.standing == "live" else "Not counted, as it is not in force on this day."


def _open(asked: Asked) -> _Open:
    view = view_of(_TableView, asked.query, asked.land)
    known = asked.land.all_bodies.get(view.body)
    if known is None:
        raise CannotExportError("There is no body with this name here; name one in “body”.")
    snapshot = asked.land.as_at(view.as_at)
    body = snapshot.by_id.get(known.id)
    if body is None:
        raise CannotExportError(f"{known.name} is not in being on {day_words(view.as_at)}.")
    page = serialise(BodyView(as_at=view.as_at))
    return _Open(snapshot, body, view_address(asked.origin, f"/body/{known.id}", page))


def districts(asked: Asked) -> Sheet:
    """Districts, whole and in part, then associates; of a bid, those invited."""
    page = _open(asked)
    body, names = page.body, asked.land.districts
    shares = district_shares(page.snapshot, body)
    roles = {member.district_code: member.role for member in body.members}
    counted = sorted(shares.items(), key=lambda item: (-item[1], names[item[0]].name))
    invited = body.members if body.standing == "bid" else ()
    rows: list[Row] = [
        *((names[code].name, round(share, 6), roles.get(code), "yes", code) for code, share in counted),
        *((names[m.district_code].name, None, m.role, "no", m.district_code) for m in (*body.associates, *invited)),
    ]
    columns = (*texts("District"), *percents("Share of its people"), *texts("Role", "Counted in its area", "Code"))
    return page.sheet("districts", columns, rows, "" if body.parts else "Its area is not in the data.")


def partners(asked: Asked) -> Sheet:
    """Every body, layer by layer, that shares people with this one: both shares, match word, institutions in both."""
    page = _open(asked)
    rows: list[Row] = [
        (
            layer.name_singular,
            item.body.name,
            item.people,
            round(item.share_of_this, 6),
            round(item.share_of_other, 6),
            item.match,
            *(count for _, count in item.institutions),
            item.body.id,
        )
        for layer in asked.land.area_layers
        for item in partners_in(page.snapshot, page.body, layer.id)
    ]
    columns = (
        *texts("Layer", "Body"),
        *numbers("People in both"),
        *percents("Of this body", "Of the other"),
        *texts("Match"),
        *numbers(*(f"{layer.name} in both" for layer in asked.land.point_layers)),
        *texts("Id"),
    )
    return page.sheet("who it shares people with", columns, rows, page.uncounted)


def deals(asked: Asked) -> Sheet:
    """The deals this body is or leads, a row an agreement."""
    page = _open(asked)
    body = page.body
    led = [
        other
        for other in page.snapshot.by_id.values()
        if any(item.lead_body_id == body.id for item in other.agreements)
    ]
    shown = [body] if body.agreements else led
    rows: list[Row] = [(deal.name, *row) for deal in shown for row in agreement_rows(deal)]
    return page.sheet("deals and agreements", (*texts("Deal"), *AGREEMENTS), rows)


def institutions(asked: Asked) -> Sheet:
    """Universities and trusts with their head office inside."""
    page = _open(asked)
    found = institutions_within(page.snapshot, page.body.parts)
    rows = [institution_row(item, asked.land.districts) for item in found]
    return page.sheet("universities and NHS trusts", INSTITUTIONS, rows, "By head office, not campus or hospital.")
