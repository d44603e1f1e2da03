"""The anchor institutions of a body: universities with their students, and NHS trusts with how each was placed."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.export.pack.briefing.subject import Subject
from dashboard.export.pack.content import Block, Column, Grid, Section, Words
from layers.briefing import trusts, universities
from layers.model import Institution
from layers.place.institutions import institutions_within
from layers.words import numbers
from layers.words.facts import students

BY_SOURCE, BY_OFFICE = "by a source", "by head office only"
PLACED = "By head office, not campus or hospital."


def anchors(subject: Subject) -> Section:
    """Universities on the left, trusts on the right."""
    schools, placed = universities(subject.snapshot, subject.body), _trusts(subject)
    blocks = (_universities(schools), _trust_block(subject, placed))
    notes = (
        *(f"{item.name}: {students(item)}." for item in schools),
        *(f"{item.name}: {item.kind} trust, placed {how}." for item, how in placed),
        PLACED,
    )
    return Section("Which anchor institutions stand here?", blocks, "\n".join(notes), left=1, share=0.42)


def _trusts(subject: Subject) -> tuple[tuple[Institution, str], ...]:
    """Trusts with how each is placed: a source says so of an STP; elsewhere only the head office does."""
    found = trusts(subject.snapshot, subject.body)
    if subject.is_stp:
        return (*((item, BY_SOURCE) for item in found.sourced), *((item, BY_OFFICE) for item in found.by_head_office))
    inside = institutions_within(subject.snapshot, subject.body.parts)
    return tuple((item, BY_OFFICE) for item in inside if item.layer_record.placed_in)


def _universities(found: Sequence[Institution]) -> Block:
    name = f"Universities ({len(found)} by head office)"
    if not found:
        return Words(("No university has its head office here.",), heading="Universities")
    columns = (Column("University", 3.0), Column("Students", 1.25, True), Column("Year", 1.15))
    rows = tuple(
        (
            item.name,
            numbers.NOT_KNOWN if item.students is None else numbers.count(item.students),
            item.students_year or "",
        )
        for item in found
    )
    return Grid(name, columns, rows, PLACED)


def _trust_block(subject: Subject, found: Sequence[tuple[Institution, str]]) -> Block:
    if not found:
        return Words(("No NHS trust is placed here.",), heading="NHS trusts")
    sourced = sum(how == BY_SOURCE for _, how in found)
    by_source = f"{sourced} {BY_SOURCE}, " if subject.is_stp else ""
    name = f"NHS trusts: {by_source}{len(found) - sourced} {BY_OFFICE}"
    columns = (Column("NHS trust", 3.7), Column("Kind", 1.1), Column("Placed", 1.45))
    rows = tuple((item.name, item.kind, how) for item, how in found)
    return Grid(name, columns, rows)
