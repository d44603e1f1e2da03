"""The tables of one STP's brief: authorities, LEPs, councils, deals, what is easily missed, institutions."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.export.order import CannotExportError, view_of
from dashboard.export.tables.briefing import address
from dashboard.export.tables.common import (
    AGREEMENTS,
    INSTITUTIONS,
    Asked,
    Row,
    agreement_rows,
    institution_row,
)
from dashboard.export.tables.sheets import Column, Sheet, numbers, percents, texts
from dashboard.views.briefing import BriefingView
from layers.briefing import Met, councils, easily_missed, met, trusts, universities
from layers.briefing_roles import Roles, roles
from layers.dates import day_words
from layers.landscape import BodyAt, Snapshot

SHARES = (*numbers("People in both"), *percents("Of the STP’s people", "Of its own"))


@dataclass(frozen=True)
class _Open:
    """The STP whose brief is open, on its day, with the page's address."""

    snapshot: Snapshot
    stp: BodyAt
    address: str

    @property
    def part(self) -> Roles:
        return roles(self.snapshot.landscape)

    def sheet(self, what: str, columns: tuple[Column, ...], rows: list[Row], *notes: str) -> Sheet:
        return Sheet(f"{self.stp.name}: {what}", self.snapshot.day, columns, rows, self.address, notes=notes)


def _open(asked: Asked) -> _Open:
    view = view_of(BriefingView, asked.query, asked.land)
    if view.stp is None:
        raise CannotExportError("Name an STP in “stp” to take a table of its brief away.")
    snapshot = asked.land.as_at(view.as_at)
    stp = snapshot.by_id.get(view.stp)
    if stp is None:
        raise CannotExportError(f"{asked.land.all_bodies[view.stp].name} is not in being on {day_words(view.as_at)}.")
    return _Open(snapshot, stp, address(asked, view))


def _shares(item: Met) -> Row:
    return (item.people, round(item.share_of_stp, 6), round(item.share_of_body, 6))


def authorities(asked: Asked) -> Sheet:
    """The combined authorities that share people with the STP, with their mayors."""
    brief = _open(asked)
    rows: list[Row] = []
    for item in met(brief.snapshot, brief.stp.id, brief.part.authority.id):
        since = item.body.body.mayor_from
        mayor = since if since and since <= brief.snapshot.day else "none on this day"
        rows.append((item.body.name, *_shares(item), mayor, item.body.id))
    columns = (*texts("Combined authority"), *SHARES, Column("Mayor since", "date"), *texts("Id"))
    return brief.sheet("combined authorities", columns, rows)


def leps(asked: Asked) -> Sheet:
    """The LEPs that share people with the STP."""
    brief = _open(asked)
    found = met(brief.snapshot, brief.stp.id, brief.part.partnership.id)
    rows: list[Row] = [(item.body.name, *_shares(item), item.body.id) for item in found]
    return brief.sheet("LEPs", (*texts("LEP"), *SHARES, *texts("Id")), rows)


def upper_tiers(asked: Asked) -> Sheet:
    """The upper-tier councils with people in the STP."""
    brief = _open(asked)
    known = asked.land.districts.values()
    names = {district.upper_tier_code: district.upper_tier_name for district in known}
    rows: list[Row] = [
        (names[code], round(share * brief.stp.people), round(share, 6), code)
        for code, share in councils(brief.snapshot, brief.stp)
    ]
    columns = (*texts("Upper-tier council"), *numbers("People in both"), *percents("Of the STP’s people"))
    return brief.sheet("upper-tier councils", (*columns, *texts("Code")), rows)


def deals(asked: Asked) -> Sheet:
    """The devolution and city deals that share people with the STP, a row an agreement."""
    brief = _open(asked)
    rows: list[Row] = [
        (item.body.name, round(item.share_of_stp, 6), *row)
        for layer in brief.part.deals
        for item in met(brief.snapshot, brief.stp.id, layer.id)
        for row in agreement_rows(item.body)
    ]
    note = "Amounts are for the whole deal. Deals overlap, so they are never added to one another."
    return brief.sheet("deals", (*texts("Deal"), *percents("Of the STP’s people"), *AGREEMENTS), rows, note)


def missed(asked: Asked) -> Sheet:
    """The footprints that the STP easily misses."""
    brief = _open(asked)
    names = asked.land.districts
    rows: list[Row] = [
        (
            ", ".join(body.name for body in item.bodies),
            kind,
            item.people,
            round(item.share_of_stp, 6),
            round(item.share_of_body, 6),
            ", ".join(names[code].name for code in item.districts),
        )
        for kind, layers in (
            ("authorities, devolution deals and city deals", brief.part.powers),
            ("growth deals and LEPs", brief.part.economic),
        )
        for item in easily_missed(brief.snapshot, layers, brief.stp.id)
    ]
    return brief.sheet("easily missed", (*texts("Easily missed", "Kind"), *SHARES, *texts("Districts")), rows)


def institutions(asked: Asked) -> Sheet:
    """Universities by head office, and trusts by a source or by head office alone."""
    brief = _open(asked)
    own = trusts(brief.snapshot, brief.stp)
    rows: list[Row] = [
        (*institution_row(item, asked.land.districts), why)
        for found, why in (
            (universities(brief.snapshot, brief.stp), "head office"),
            (own.sourced, "a source"),
            (own.by_head_office, "head office only"),
        )
        for item in found
    ]
    return brief.sheet("universities and NHS trusts", (*INSTITUTIONS, *texts("Placed by")), rows)
