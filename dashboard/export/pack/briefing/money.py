"""What is being invested where a body is: deals with their status, dates and amounts, and Growth Deal money by people."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.export.pack.briefing.subject import Subject
from dashboard.export.pack.content import Block, Column, Grid, Section, Words
from layers.bodies import Partner
from layers.briefing import growth_money
from layers.deals import known_amount, known_as
from layers.landscape import BodyAt
from layers.model import Agreement
from layers.words import numbers
from layers.words.facts import amount
from layers.words.lists import listed

FORMULA = "By people: each LEP’s announced rounds times the share of the LEP’s people who live in {called}, added. An attribution, not money promised to {called}."
NOT_ADDED = "Amounts of deals of different kinds are never added together."


def investment(subject: Subject) -> Section:
    """Devolution and city deals round by round, then growth deals with their money by people."""
    part = subject.roles
    deals, growth = subject.met(*part.deals), subject.met(part.money)
    own = (subject.body,) if subject.body.layer_record in part.deals else ()
    bodies = (*own, *(item.body for item in deals))
    blocks: tuple[Block, ...] = (_deal_grid(subject, bodies, deals),) if bodies else ()
    if not bodies:
        blocks += (Words(paragraphs=("No devolution deal or city deal covers any of its people.",)),)
    said, fallen = _growth_words(subject, growth), _fallen(subject)
    blocks += tuple(Words(paragraphs=lines) for lines in (fallen, said) if lines)
    blocks += (_growth_grid(subject, growth),) if growth else ()
    notes = (
        *said,
        *fallen,
        FORMULA.format(called=subject.called),
        NOT_ADDED,
        *(line for body in bodies for line in _headlines(body)),
    )
    return Section("What is being invested here?", blocks, "\n".join(notes))


def _deal_grid(subject: Subject, bodies: Sequence[BodyAt], deals: Sequence[Partner]) -> Grid:
    share = {item.body.id: numbers.percent(item.share_of_this) for item in deals}
    columns = (
        Column("Deal", 3.8),
        Column("Part", 1.4),
        Column("Status on the day", 1.5),
        Column("Announced", 1.6),
        Column("Amount", 2.3),
        Column(f"Of {subject.called}’s people", 1.2, True),
    )
    rows = tuple(
        (
            known_as(item),
            item.round,
            body.status_of(item),
            item.announced.words(),
            amount(item, numbers.NOT_KNOWN),
            share.get(body.id, "100%"),
        )
        for body in bodies
        for item in reversed(body.agreements)
    )
    return Grid("Devolution deals and city deals", columns, rows, NOT_ADDED)


def _growth_grid(subject: Subject, growth: Sequence[Partner]) -> Grid:
    columns = (
        Column("Growth deal", 3.0),
        Column("Rounds: announced, status, amount", 5.2),
        Column("Together", 1.1, True),
        Column(f"Of its people in {subject.called}", 1.4, True),
        Column("By people", 1.1, True),
    )
    rows = []
    for item in growth:
        total = known_amount(item.body.agreements)
        here = None if total is None else total * item.share_of_other
        share = numbers.percent(item.share_of_other)
        rows.append((item.body.name, _rounds(item.body), numbers.money(total), share, numbers.money(here)))
    return Grid("Growth deals", columns, tuple(rows), FORMULA.format(called=subject.called))


def _rounds(body: BodyAt) -> str:
    return "; ".join(
        f"{item.announced.words()}, {body.status_of(item)}: {amount(item, numbers.NOT_KNOWN)}"
        for item in body.agreements
    )


def _growth_words(subject: Subject, growth: Sequence[Partner]) -> tuple[str, ...]:
    """The Growth Deal money of an STP by people, or why it is not known."""
    if not growth:
        return ("No Growth Deal of a LEP that shares its people had been announced by this day.",)
    if not subject.is_stp:
        return ()
    money = growth_money(subject.snapshot, subject.body.id)
    if money.amount_gbp_m is None:
        who = listed(list(money.unknown))
        return (f"Growth Deal money by people: not known, as the amount of a round was not found for {who}.",)
    each = money.amount_gbp_m * 1e6 / subject.body.people
    return (f"Growth Deal money by people: {numbers.money(money.amount_gbp_m)}, {numbers.a_head(each)} a head.",)


def _fallen(subject: Subject) -> tuple[str, ...]:
    """The devolution deals over its people that no longer stand, with what became of them."""
    mine = frozenset(subject.body.parts)
    gone = [
        body
        for body in subject.snapshot.bodies(subject.roles.devolution.id, fallen=True)
        if body.standing == "fallen" and mine.intersection(body.parts)
    ]
    parts = [f"{body.name} ({_end(body, body.agreements[-1])})" for body in gone if body.agreements]
    return (f"No longer standing on this day: {listed(parts)}.",) if parts else ()


def _end(body: BodyAt, item: Agreement) -> str:
    when = f", {item.status_on.words()}" if item.status_on else ""
    return f"{body.status_of(item)}{when}"


def _headlines(body: BodyAt) -> tuple[str, ...]:
    """What each part of a deal is about and who says so, for the speaker."""
    return tuple(
        f"{known_as(item)}, {item.round}: {item.headline} Source: {item.source}"
        for item in body.agreements
        if item.headline
    )
