"""What changed for an area up to a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from layers.dates import PartialDate
from layers.deals import known_as, steps
from layers.landscape import Snapshot
from layers.model import INVITED_ROLES, Agreement, Member
from layers.place.area import Area
from layers.words import sentences


@dataclass(frozen=True)
class Change:
    """Something that changed here: the date as precisely as it is known, and what; an end of a month or year is at its last day."""

    when: PartialDate
    text: str
    ending: bool = False


def changes_of(snapshot: Snapshot, area: Area) -> tuple[Change, ...]:
    """What changed for the area up to the day: bodies that came and went, members that joined or left, mayors, deals."""
    rows: list[Change] = []
    codes = frozenset(area.districts)
    for body in snapshot.landscape.all_bodies.values():
        own = [member for member in body.members if member.district_code in codes]
        if own and body.agreements and not body.layer_record.draws:
            invited = all(member.role in INVITED_ROLES for member in own)
            rows += [change for item in body.agreements for change in _deal_changes(item, snapshot.day, invited)]
        elif own and body.layer_record.dated_membership:
            rows += _member_changes(body.name, own, body.valid_from, body.valid_to)
            elected = body.mayor_from
            if elected and any(member.role == "constituent" and member.in_force(elected) for member in own):
                rows.append(Change(_exact(elected), f"{body.name}: first elected mayor took office."))
    rows = [row for row in dict.fromkeys(rows) if row.when.first <= snapshot.day]
    return tuple(sorted(rows, key=lambda row: (row.when.last if row.ending else row.when.first, row.text)))


def _exact(day: date) -> PartialDate:
    return PartialDate(day, day, "day")


def _member_changes(name: str, own: Sequence[Member], start: date | None, end: date | None) -> list[Change]:
    """Joined the day a membership began, where that is known; left the day after it, or the body, ended."""
    rows = []
    joined = {max(member.valid_from, start or member.valid_from) for member in own if member.valid_from}
    left = {min(day for day in (member.valid_to, end) if day) for member in own if member.valid_to or end}
    for day in sorted(joined):
        rows.append(Change(_exact(day), f"{name} began here." if day == start else f"Joined {name}."))
    for last in sorted(left):
        stay = any(member.valid_to is None or member.valid_to > last for member in own)
        text = f"{name} ended." if last == end else f"A district here left {name}." if stay else f"Left {name}."
        rows.append(Change(_exact(date.fromordinal(last.toordinal() + 1)), text))
    return rows


def _deal_changes(item: Agreement, day: date, invited: bool) -> list[Change]:
    """What had become of a deal by the day, in the words of `layers.deals`."""
    name = sentences.called(item.name, item.layer_record) if item.layer_record.bare_names else known_as(item)
    told = steps(item, day, invited=invited)
    return [Change(when, f"{name}: {text}.", position > 0) for position, (when, text) in enumerate(told)]
