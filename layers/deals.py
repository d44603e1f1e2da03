"""When a deal is live, what its status read on a day, and how agreements make places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from layers.dates import PartialDate, in_force
from layers.model import Agreement

FALLEN = frozenset({"withdrawn", "rejected", "superseded"})
BID = "not agreed"

_BEFORE = {
    "implemented": "agreed",
    "published": "in preparation",
    "completed": "under way",
    "designated": "named",
    "signed": "announced",
    "signed; stalled": "signed",
}
"""What a final status reads as on a day before it was reached."""


def fallen_on(agreement: Agreement) -> date | None:
    """The day from which a withdrawn, rejected or superseded deal no longer stands.

    A status date of a month or a year means its last day. ``None``: it never fell,
    or when it did is not known.
    """
    if agreement.status not in FALLEN or agreement.status_on is None:
        return None
    return agreement.status_on.last


def pilot_end(agreement: Agreement) -> date | None:
    """The last day of a pilot: 31 March of the financial year in its round; one whose round has none stays open."""
    if not agreement.layer_record.ends_with_round or "-" not in agreement.round:
        return None
    return date(int(agreement.round[:4]) + 1, 3, 31)


def is_announced(agreement: Agreement, day: date) -> bool:
    """Whether the agreement had been announced (or, a bid, made) by ``day``."""
    return agreement.announced_on <= day


def is_live(agreement: Agreement, day: date) -> bool:
    """In force on ``day``: announced on or before it, not fallen by it, a pilot not ended, and not a mere bid."""
    fell = fallen_on(agreement)
    return (
        agreement.status != BID
        and in_force(day, agreement.announced_on, pilot_end(agreement))
        and not (fell is not None and fell <= day)
    )


def status_at(agreement: Agreement, day: date) -> str:
    """The status as it read on ``day``, in plain words.

    Final statuses reached later read as what came before: an implemented deal as
    "agreed", a published strategy as "in preparation". A bid reads as "bid" until its
    status date and "not agreed" from then on; an ended pilot reads as "ended".
    """
    reached = agreement.status_on.last <= day if agreement.status_on else True
    if agreement.status == BID:
        return BID if reached else "bid"
    ended = pilot_end(agreement)
    if ended is not None and day > ended:
        return "ended"
    if reached:
        return agreement.status
    return "agreed" if agreement.status in FALLEN else _BEFORE.get(agreement.status, agreement.status)


def known_as(agreement: Agreement) -> str:
    """The agreement's name, without the outcome that some carry in brackets: a reader of an earlier day can't know it."""
    return agreement.name.removesuffix(f" ({BID})")


def steps(agreement: Agreement, day: date, *, invited: bool = False) -> tuple[tuple[PartialDate, str], ...]:
    """What had become of an agreement by ``day``, first step first: when, and in words.

    A status date of a month or a year counts from its last day, as everywhere. ``invited`` tells it to a place
    that was asked to join a deal and has no part in it: what later became of that deal is not its story.
    """
    if not is_announced(agreement, day):
        return ()
    if agreement.status == BID:
        if agreement.status_on is None:
            return ((agreement.announced, f"bid made; {BID}, on a day not known"),)
        reached = ((agreement.status_on, BID),) if agreement.status_on.last <= day else ()
        return ((agreement.announced, "bid made"), *reached)
    if invited:
        return ((agreement.announced, "invited, did not join"),)
    fell = fallen_on(agreement)
    fallen = ((agreement.status_on, agreement.status),) if agreement.status_on and fell and fell <= day else ()
    return ((agreement.announced, "announced"), *fallen)


def standing(agreements: Iterable[Agreement], day: date) -> str | None:
    """How a place stands on ``day``: ``"live"``, ``"bid"`` or ``"fallen"``.

    ``None``: nothing had begun, or all has ended.
    """
    begun = [item for item in agreements if is_announced(item, day)]
    if any(is_live(item, day) for item in begun):
        return "live"
    if any(item.status in FALLEN for item in begun):
        return "fallen"
    return "bid" if any(item.status == BID for item in begun) else None


def known_amount(agreements: Iterable[Agreement]) -> float | None:
    """The sum of the agreements' amounts in million pounds, or ``None`` when any of them is not known."""
    amounts = [item.amount_gbp_m for item in agreements]
    if not amounts or any(amount is None for amount in amounts):
        return None
    return round(sum(amount for amount in amounts if amount is not None), 3)
