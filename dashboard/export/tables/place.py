"""The tables of one place's page: who decides, with whom, deals, institutions, figures, changes, places side by side."""

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
    figure,
    institution_row,
    measure_row,
)
from dashboard.export.tables.sheets import Column, Sheet, Value, numbers, percents, texts
from dashboard.text.sources import view_address
from dashboard.views.place import PlaceView, find
from dashboard.views.query import serialise
from dashboard.views.values import Text
from layers.landscape import Snapshot
from layers.place.area import Area, area_of
from layers.place.changes import changes_of
from layers.place.covers import Cover, covers_of
from layers.place.figures import Figure, figures_of
from layers.place.institutions import institutions_of, nearby
from layers.words import numbers as number_words
from layers.words.lists import listed

MONEY = "Amounts are for the whole deal. Deals overlap, so they are never added to one another."


class _TableView(PlaceView):
    """The view of a place's page, and the place."""

    place: Text = ""


@dataclass(frozen=True)
class _Open:
    """The place whose page is open, with those beside it, on its day, with the page's address."""

    snapshot: Snapshot
    area: Area
    beside: tuple[Area, ...]
    address: str

    def sheet(self, what: str, columns: tuple[Column, ...], rows: Sequence[Row], *notes: str) -> Sheet:
        return Sheet(f"{self.area.name}: {what}", self.snapshot.day, columns, rows, self.address, notes=notes)


def _open(asked: Asked) -> _Open:
    view = view_of(_TableView, asked.query, asked.land)
    area = find(asked.land, view.place)
    if area is None:
        raise CannotExportError("There is no district or county with this code here; name one in “place”.")
    beside = tuple(area_of(asked.land, other) for other in view.beside if other != area.code)
    page = serialise(PlaceView(as_at=view.as_at, beside=view.beside))
    return _Open(asked.land.as_at(view.as_at), area, beside, view_address(asked.origin, f"/place/{area.code}", page))


def deciders(asked: Asked) -> Sheet:
    """Each body over the place: how much of it, in what role, since when, how its deal stands, what its kind does."""
    page = _open(asked)
    kinds = asked.land.layers
    rows: list[Row] = [
        (
            cover.body.name,
            kinds[cover.body.layer].name_singular,
            "associate, not counted" if cover.share is None else round(cover.share, 6),
            ", ".join(sorted({member.role for member in cover.members})),
            _since(cover),
            _mayor(cover),
            _status(cover),
            kinds[cover.body.layer].what_it_does,
            cover.body.id,
        )
        for cover in covers_of(page.snapshot, page.area)
    ]
    columns = (
        *texts("Body", "Kind"),
        *percents("Share of the people here"),
        *texts("Role"),
        Column("Since", "date"),
        Column("Elected mayor since", "date"),
        *texts("Status of the latest agreement", "What this kind of body does", "Id"),
    )
    return page.sheet("who decides what here", columns, rows)


def _since(cover: Cover) -> Value:
    """The first day on which the body had a member here; a deal has its status instead."""
    if cover.body.agreements:
        return None
    starts = {member.valid_from for member in cover.members}
    known = [start for start in starts if start]
    if not known or len(known) < len(starts):
        return number_words.NOT_KNOWN
    return min(max(start, cover.body.body.valid_from or start) for start in known)


def _mayor(cover: Cover) -> Value:
    since = cover.body.body.mayor_from
    return since if since and since <= cover.body.day and cover.share else None


def _status(cover: Cover) -> Value:
    if not cover.body.agreements:
        return None
    latest = cover.body.agreements[-1]
    return f"{cover.body.status_of(latest)}, announced {latest.announced.words()}"


def shared(asked: Asked) -> Sheet:
    """For each body the other districts it covers, all of them by name."""
    page = _open(asked)
    rows: list[Row] = [
        (
            cover.body.name,
            cover.body.layer_record.noun,
            len(cover.others),
            ", ".join(_other(other.name, other.share) for other in cover.others) or "nowhere else",
            cover.body.id,
        )
        for cover in covers_of(page.snapshot, page.area)
    ]
    columns = (*texts("Body", "Kind"), *numbers("Other districts"), *texts("Also covers", "Id"))
    return page.sheet("who we share them with", columns, rows)


def _other(name: str, share: float) -> str:
    return name if number_words.is_whole(share) else f"{name} ({number_words.percent(share)} of its people)"


def deals(asked: Asked) -> Sheet:
    """City, growth and devolution deals over the place, a row an agreement."""
    page = _open(asked)
    rows: list[Row] = [
        (cover.body.name, "associate, not counted" if cover.share is None else round(cover.share, 6), *row)
        for cover in covers_of(page.snapshot, page.area)
        if cover.body.layer_record.carries_money
        for row in agreement_rows(cover.body)
    ]
    columns = (*texts("Deal"), *percents("Share of the people here"), *AGREEMENTS)
    return page.sheet("deals and money", columns, rows, MONEY)


def institutions(asked: Asked) -> Sheet:
    """Universities and trusts inside, then within 20 km."""
    page = _open(asked)
    known = asked.land.districts
    rows: list[Row] = [
        *((*institution_row(item, known), "inside", None) for item in institutions_of(asked.land, page.area)),
        *(
            (*institution_row(row.institution, known), "within 20 km", row.kilometres)
            for row in nearby(page.snapshot, page.area)
        ),
    ]
    note = "Inside is by head office. Distance is between points of small areas, as the crow flies."
    columns = (*INSTITUTIONS, *texts("Where"), *numbers("Kilometres away"))
    return page.sheet("anchor institutions", columns, rows, note)


def measured(asked: Asked) -> Sheet:
    """Measures against the middle district of England and of the region; of a county the range of its districts."""
    page = _open(asked)
    rows: list[Row] = []
    for item in figures_of(asked.land, page.area):
        middles = (figure(value, item.measure) for value in (item.middle_england, item.middle_region))
        rows.append((*measure_row(item.measure), *_range(item), f"{item.known} of {item.total}", *middles))
    columns = (
        *texts("Measure", "Period", "Level", "Unit"),
        *numbers("Here, lowest", "Here, highest"),
        *texts("Districts with a value"),
        *numbers("Middle district, England", f"Middle district, {page.area.region_name}"),
    )
    note = "Of one district, or of a count, lowest and highest are the same. Rates of districts are never averaged."
    return page.sheet("the figures", columns, rows, note)


def _range(item: Figure) -> Row:
    return (figure(item.low, item.measure), figure(item.high, item.measure))


def history(asked: Asked) -> Sheet:
    """What changed here up to the day."""
    page = _open(asked)
    rows: list[Row] = [
        (change.when.first, change.when.words(), change.text) for change in changes_of(page.snapshot, page.area)
    ]
    return page.sheet("what changed", (Column("On or after", "date"), *texts("When, as known", "What")), rows)


def comparison(asked: Asked) -> Sheet:
    """Places side by side: their bodies layer by layer, then their figures.

    Raises:
        CannotExportError: no other place stands beside this one.
    """
    page = _open(asked)
    if not page.beside:
        raise CannotExportError("Name up to three other places in “with” to take a comparison away.")
    areas = (page.area, *page.beside)
    covers = [covers_of(page.snapshot, area) for area in areas]
    bodies: list[Row] = [
        (layer.name, None, *(_bodies(found, layer.id) for found in covers)) for layer in asked.land.area_layers
    ]
    each = zip(*(figures_of(asked.land, area) for area in areas), strict=True)
    values: list[Row] = [(row[0].measure.label, row[0].measure.period, *(_here(item) for item in row)) for row in each]
    columns = (*texts("Layer or measure", "Period"), *numbers(*(area.name for area in areas)))
    title = listed([area.name for area in areas])
    return Sheet(f"{title}, side by side", page.snapshot.day, columns, [*bodies, *values], page.address)


def _bodies(covers: Sequence[Cover], layer: str) -> Value:
    return ", ".join(f"{cover.body.short_name}{_much(cover)}" for cover in covers if cover.body.layer == layer) or None


def _much(cover: Cover) -> str:
    """How much of the place a body covers, after its name; nothing for all of it."""
    if cover.share is None:
        return " (associate)"
    return "" if number_words.is_whole(cover.share) else f" ({number_words.percent(cover.share)})"


def _here(item: Figure) -> Value:
    """One value as a number, a range as words."""
    if item.low is None or item.high is None or item.low == item.high:
        return figure(item.low, item.measure)
    low, high = (number_words.figure(value, item.measure) for value in (item.low, item.high))
    return f"{low} to {high}"
