"""What several pages' tables have in common: layers by name, institutions, agreements, measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dashboard.export.tables.sheets import Column, Sheet, Value, texts
from dashboard.views.query import Query
from layers.deals import known_as
from layers.landscape import BodyAt, Landscape
from layers.model import Agreement, District, Institution, Measure
from layers.statistics.measures import CAVEATS
from layers.words import numbers
from layers.words.numbers import NOT_AVAILABLE, NOT_KNOWN


@dataclass(frozen=True)
class Asked:
    """What a table is made of: the landscape, the page's own query, and where the product is served."""

    land: Landscape
    query: Query
    origin: str


TableMaker = Callable[[Asked], Sheet]
Row = tuple[Value, ...]

INSTITUTIONS = (
    *texts("Institution", "Kind", "District of its head office"),
    Column("Students", "number"),
    *texts("Year of students", "Id"),
)
AGREEMENTS = (
    *texts("Agreement", "Round", "Status", "Announced"),
    Column("Amount, £m", "money"),
    *texts("Period", "Note"),
)


def layer_names(land: Landscape, layers: Iterable[str]) -> str:
    """The layers by name, ``none`` when there are none."""
    return ", ".join(land.layers[layer].name for layer in layers) or "none"


def fraction(part: float, whole: float) -> float:
    """A share as the API writes it: to six decimals; 0 of nothing."""
    return round(part / whole, 6) if whole else 0.0


def figure(value: float | None, measure: Measure) -> Value:
    """A measure's value, whole where it counts or ranks; ``not available`` where there is none."""
    if value is None:
        return NOT_AVAILABLE
    return int(value) if measure.kind in ("count", "rank") and float(value).is_integer() else value


def measure_row(measure: Measure) -> Row:
    """A measure's name, period, level and unit."""
    level = f"{measure.level} value" if CAVEATS[measure.level] else "district"
    return (measure.label, measure.period, level, numbers.unit_words(measure.unit))


def institution_row(item: Institution, districts: Mapping[str, District]) -> Row:
    """The cells of `INSTITUTIONS`; a university's students may not be known, and trusts have none."""
    unknown = NOT_KNOWN if item.layer_record.students else None
    students = item.students if item.students is not None else unknown
    return (item.name, item.kind, districts[item.district_code].name, students, item.students_year, item.id)


def agreement_rows(body: BodyAt) -> list[Row]:
    """The cells of `AGREEMENTS` for every agreement of a body begun by the day, then those of a body merged into it."""
    inherited = "of a LEP since merged; not added"
    return [
        *(_agreement(body, item, "") for item in body.agreements),
        *(_agreement(body, item, inherited) for item in body.inherited),
    ]


def _agreement(body: BodyAt, item: Agreement, note: str) -> Row:
    amount: Value = item.amount_gbp_m
    if not item.layer_record.carries_money:
        amount = None
    elif amount is None:
        amount = NOT_KNOWN
    return (known_as(item), item.round, body.status_of(item), item.announced.words(), amount, item.amount_period, note)
