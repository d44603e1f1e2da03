"""The numbers of a place's pack: figures against the middle district, anchor institutions, what changed."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.export.drawing.typeface import text_width
from dashboard.export.pack.content import Column, Grid, Words
from dashboard.export.pack.place.words import ELSEWHERE, Room
from layers.landscape import Landscape, Snapshot
from layers.place.area import Area
from layers.place.changes import changes_of
from layers.place.figures import Figure, figures_of
from layers.place.institutions import NEAR_KM, institutions_of, nearby
from layers.statistics.measures import CAVEATS
from layers.words import numbers
from layers.words.facts import here, students

CHOSEN = (
    "population_mid2017",
    "gdp_per_head_2017",
    "gdhi_per_head_2017",
    "median_weekly_pay_full_time_2017",
    "employment_rate_2017",
    "qual_level3plus_2017",
    "life_expectancy_male_2016_18",
    "life_expectancy_female_2016_18",
    "imd2015_average_score",
    "active_enterprises_per_1000_2017",
    "claimant_count_rate_may2016",
    "house_price_earnings_ratio_2017",
    "gva_per_hour_2017",
    "children_low_income_2013",
)
"""The measures of a pack, those that matter most first: no rank, and a district's own where there is one."""
NO_BREAK = "\u00a0"
HESA = "Student numbers: Higher Education Statistics Agency (HESA), licensed under CC BY 4.0."


def figure_grid(land: Landscape, areas: Sequence[Area], room: Room) -> Grid:
    """The first place's figures, those of places beside it, and the middle district of England and of its region."""
    each = [{item.measure.id: item for item in figures_of(land, area)} for area in areas]
    own = each[0]
    chosen = [measure for measure in CHOSEN if measure in own]
    rows = tuple(
        (
            named(own[measure]),
            *(here(found[measure]).replace(" to ", f"{NO_BREAK}to ") for found in each),
            numbers.figure(own[measure].middle_england, own[measure].measure),
            numbers.figure(own[measure].middle_region, own[measure].measure),
        )
        for measure in chosen[: room.figures]
    )
    heads = (*(area.name for area in areas), "Middle, England", f"Middle, {areas[0].region_name}")
    values = list(zip(*rows, strict=True))[1:]
    columns = (Column("Measure", 108), *(_column(head, said) for head, said in zip(heads, values, strict=True)))
    county = (
        " A county’s rate is the range of its districts’." if any(len(area.districts) > 1 for area in areas) else ""
    )
    note = f"All {len(own)} figures are {ELSEWHERE}.{county} Not for ranking."
    return Grid("The figures, against the middle district", columns, rows, note)


def _column(head: str, values: Sequence[str]) -> Column:
    """A column of figures as wide as the longest word in it asks for."""
    longest = max(text_width(word, 8.0, bold=True) for text in (head, *values) for word in text.split(" "))
    return Column(head, longest + 11, number=True)


def named(item: Figure) -> str:
    """The measure with its period and, where a value is not a district's own, whose; each unless the label says it."""
    measure = item.measure
    notes = [measure.period, f"{measure.level} value" if CAVEATS[measure.level] else ""]
    said = [note for note in notes if note and note.removesuffix(" value") not in measure.label]
    return f"{measure.label} ({', '.join(said)})" if said else measure.label


def anchors(snapshot: Snapshot, area: Area, room: Room) -> Words:
    """Universities with their students, and trusts: inside, then within 20 km."""
    own, around = institutions_of(snapshot.landscape, area), nearby(snapshot, area)
    listed = [f"{item.name}, {students(item)}" for item in own]
    close = [f"{row.institution.name}, {students(row.institution)}, {row.kilometres:g}{NO_BREAK}km" for row in around]
    return Words(
        (
            _some(f"Head office here ({len(own)})", listed, room.inside),
            _some(f"Within {NEAR_KM:g} km ({len(around)})", close, room.near),
        ),
        heading="Anchor institutions",
    )


def _some(what: str, items: Sequence[str], most: int) -> str:
    """As many as there is room for, and how many more there are."""
    cut = len(items) - most
    rest = f" And {cut} more {ELSEWHERE}." if cut > 0 else ""
    return f"{what}: {'; '.join(items[:most]) or 'none'}.{rest}"


def student_source(snapshot: Snapshot, area: Area) -> tuple[str, ...]:
    """The attribution that student numbers ask for, where there are any."""
    found = (*institutions_of(snapshot.landscape, area), *(row.institution for row in nearby(snapshot, area)))
    return (HESA,) if any(item.students is not None for item in found) else ()


def history(snapshot: Snapshot, area: Area, room: Room) -> Words:
    """What changed here up to the day, in order of date; of many changes the latest."""
    found = changes_of(snapshot, area)
    cut = len(found) - room.changes
    said = tuple(f"{change.when.words()}: {change.text}" for change in found[max(cut, 0) :])
    earlier = f"{cut} earlier {'change is' if cut == 1 else 'changes are'} {ELSEWHERE}." if cut > 0 else ""
    return Words(points=said or ("Nothing had changed by this day.",), heading="What changed", muted=earlier)
