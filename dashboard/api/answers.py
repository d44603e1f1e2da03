"""What each address answers, field by field, as OpenAPI says it. `dashboard.api.rows` makes the records."""

from __future__ import annotations

from typing import Any

from marshmallow import RAISE, Schema, fields, validate

from dashboard.api.words import AREA, AREA_BODY, AS_AT, PEOPLE

STANDINGS = ("live", "fallen", "bid")
MATCHES = ("same", "inside", "contains", "crosses", "touches", "no overlap")


def text(description: str, *, null: bool = False, of: tuple[str, ...] = (), **metadata: Any) -> fields.String:
    """A text, one of ``of`` if given; ``null`` means that it may be not known."""
    rules = validate.OneOf(of) if of else None
    return fields.String(
        required=True, allow_none=null, validate=rules, metadata={"description": description, **metadata}
    )


def whole(description: str, *, null: bool = False) -> fields.Integer:
    """A count."""
    return fields.Integer(
        strict=True, required=True, allow_none=null, metadata={"description": description, "minimum": 0}
    )


def number(description: str, *, null: bool = False, **metadata: Any) -> fields.Float:
    """A number."""
    return fields.Float(required=True, allow_none=null, metadata={"description": description, **metadata})


def share(description: str, *, null: bool = False) -> fields.Float:
    """A fraction from 0 to 1."""
    return number(description, null=null, minimum=0, maximum=1)


def day(description: str, *, null: bool = False) -> fields.Date:
    """An ISO date."""
    return fields.Date(required=True, allow_none=null, metadata={"description": description})


def truth(description: str) -> fields.Boolean:
    """True or false."""
    return fields.Boolean(required=True, metadata={"description": description})


def records(schema: type[Schema], description: str) -> fields.List:
    """A list of records."""
    return fields.List(fields.Nested(schema), required=True, metadata={"description": description})


class Record(Schema):
    """A record with these fields and no others."""

    class Meta:
        unknown = RAISE


class Layer(Record):
    """One kind of body, deal, programme or institution."""

    id = text("Id of the layer, as `layer`, `a` and `b` take it.", examples=["stp"])
    name = text("Name, plural.", examples=["STP footprints"])
    name_singular = text("Name, singular.", examples=["STP footprint"])
    category = text("Which sort of layer it is.", of=("body", "deal", "programme", "institution"))
    what_it_does = text("What bodies of this layer do, in one line.")
    source = text("Where that is read.")
    bodies = whole("Bodies in force on the day; null for institutions, which are points, not footprints.", null=True)


class BodyRow(Record):
    """A body: for deals and programmes, the place that one or more agreements cover."""

    id = text("Id of the body, as `/api/v1/bodies/{id}` takes it.", examples=["stp-the-black-country"])
    layer = text("Id of its layer.", examples=["stp"])
    name = text("Name.")
    short_name = text("Name that people say; the name itself when there is none shorter.")
    abbreviation = text("What insiders write, as BSW; null when none is in use.", null=True)
    official_code = text("Official nine-character code; null when there is none or it is not known.", null=True)
    valid_from = day("First day; of a deal, the day announced. Null when not known.", null=True)
    valid_to = day("Last day, inclusive; null when it had not ended by 2018-12-31 or the day is not known.", null=True)
    mayor_from = day("Day the first elected mayor took office; null when there was none.", null=True)
    standing = text(
        "live: in force on the day. fallen: a deal withdrawn, rejected or superseded by then. bid: never agreed. "
        "Null when it did not stand on the day at all.",
        null=True,
        of=STANDINGS,
    )
    people = whole(f"{PEOPLE} in its footprint; null when not in force or its districts are not known.", null=True)
    area_km2 = number(f"{AREA_BODY}; null as `people`.", null=True, minimum=0)
    districts = whole("Districts that it reaches, wholly or in part; null as `people`.", null=True)


class Member(Record):
    """A district's place in a body."""

    district_code = text("Code of the district (December 2017).", examples=["E08000025"])
    name = text("Name of the district.")
    role = text("Its role; null where the footprint reaches a district that the source does not list.", null=True)
    share = share(
        "Fraction of the district's people who live in the body, exact from the small areas; "
        "null for an associate and for a body not in force.",
        null=True,
    )
    valid_from = day("First day of the membership; null when the body's own or not known.", null=True)
    valid_to = day("Last day of the membership, inclusive; null when it had not ended.", null=True)


class Agreement(Record):
    """A deal, round, pilot, audit or strategy announced by the day."""

    id = text("Id.")
    name = text("Name.")
    round = text("Round, wave or phase; null when it has none.", null=True)
    status = text("Status as it read on the day.", examples=["signed"])
    announced_on = day("Day announced; its first possible day when only the month or year is known.")
    announced_precision = text("What of that date is known.", of=("day", "month", "year"))
    amount_gbp_m = number("Amount in million pounds; null is not known, never nought.", null=True)
    amount_period = text("The years over which the amount runs, in words; null when not known.", null=True)
    amount_confidence = text(
        "How sure the amount is; null when there is none.", null=True, of=("high", "medium", "low")
    )
    inherited = truth("True when it was made with a body since merged into this one: listed, not to be added.")
    source = text("Where it is read; null when not known.", null=True)
    doubt = text("What is doubtful about it; null when nothing is recorded.", null=True)


class Body(BodyRow):
    """One body on one day."""

    as_at = day(AS_AT)
    in_force = truth("Whether it is in force on the day; if not, the figures of its footprint are null.")
    members = records(
        Member, "Districts that it counts (of a bid, those invited). Empty when it did not stand on the day."
    )
    associates = records(Member, "Districts that are shown but not counted: non-constituents and partners.")
    agreements = records(Agreement, "Agreements announced by the day, in order; then those inherited.")
    source = text("Where the body is read; null when not known.", null=True)
    confidence = text("How sure its dates and districts are.", null=True, of=("high", "medium", "low"))
    doubt = text("What is doubtful about it; null when nothing is recorded.", null=True)


class Cover(Record):
    """A body over a district."""

    body_id = text("Id of the body.")
    layer = text("Id of its layer.")
    name = text("Name of the body.")
    share = share("Fraction of the district's people who live in the body; null for an associate.", null=True)
    role = text("The district's role in the body; null when no membership lists it.", null=True)
    since = day("Day from which the body covers the district; null when not known.", null=True)


class Institution(Record):
    """A university or NHS trust whose head office is in the district."""

    id = text("Id.")
    layer = text("Id of its layer.")
    name = text("Name.")
    kind = text("Kind, such as acute or university; null when not known.", null=True)
    students = whole("Students; null for a trust or when not known.", null=True)
    students_year = text("Academic year of that count; null when there is none.", null=True)


class Measure(Record):
    """A statistic of the district, in `unit`; it does not move with the day."""

    id = text("Id.")
    label = text("What it measures.")
    unit = text("Unit of the three figures.")
    period = text("Period that it describes.")
    level = text(
        "The area that has the value of its own: every district in it shows the same one.",
        of=("district", "upper tier", "ITL3", "ITL2"),
    )
    value = number("The district's value, in `unit`; null is not available.", null=True)
    middle_england = number("The middle district's value: the median over districts of England with one.", null=True)
    middle_region = number("The same over the districts of its region.", null=True)


class Place(Record):
    """One local authority district on one day."""

    as_at = day(AS_AT)
    code = text("Code of the district (December 2017).", examples=["E08000025"])
    name = text("Name.")
    kind = text("Kind of district.", examples=["metropolitan district"])
    upper_tier_code = text("Code of its county, or of itself where there is none.", null=True)
    upper_tier_name = text("Name of that.", null=True)
    region_code = text("Code of its region.")
    region_name = text("Name of its region.")
    population = whole(PEOPLE)
    area_km2 = number(AREA, minimum=0)
    covers = records(Cover, "Every body in force over it, in layer order.")
    institutions = records(Institution, "Universities, then NHS trusts, with their head office in it.")
    measures = records(Measure, "Its statistics beside the middle district.")


class Overlap(Record):
    """A body of layer a and one of layer b, and what they share."""

    a_id = text("Id of the body of layer a.")
    a_name = text("Its name.")
    b_id = text("Id of the body of layer b.")
    b_name = text("Its name.")
    people = whole(f"{PEOPLE} in both.")
    area_km2 = number("Square kilometres in both, from the small areas.", minimum=0)
    districts = whole("Districts in both, wholly or in part.")
    districts_whole = whole("Districts that lie wholly in both.")
    districts_part = whole("Districts of which both share only a part.")
    share_of_a = share("Fraction of a that is in b, counted by `weight`.")
    share_of_b = share("Fraction of b that is in a, counted by `weight`.")
    match = text(
        "How the two lie, by people whatever the weight. same: both shares at least 1 - tolerance; inside: a's is; "
        "contains: b's is; touches: both under tolerance; crosses: the rest.",
        of=MATCHES,
    )
    tolerance = share("The tolerance of `match`.")


class Layers(Record):
    """The layers."""

    as_at = day(AS_AT)
    count = whole("Number of rows.")
    rows = records(Layer, "A layer each.")


class Bodies(Record):
    """Bodies of the day."""

    as_at = day(AS_AT)
    count = whole("Number of rows.")
    layer = text("The layer asked for; null is all.", null=True)
    fallen = truth("Whether fallen deals and bids are among them.")
    rows = records(BodyRow, "A body each, in layer order and then by name.")


class Overlaps(Record):
    """Overlaps of two layers."""

    as_at = day(AS_AT)
    count = whole("Number of rows.")
    a = text("The first layer.")
    b = text("The second layer.")
    weight = text("What the shares count.", of=("people", "area", "districts"))
    min_share = share("The least share asked for.")
    rows = records(Overlap, "A pair each, most people first.")


class Problem(Record):
    """Why a request was refused (RFC 9457)."""

    type = text("Always about:blank: the title is the status in words.", format="uri-reference")
    title = text("The status in words.", examples=["Bad Request"])
    status = fields.Integer(strict=True, required=True, metadata={"description": "The HTTP status."})
    detail = text("What was wrong: the parameter, what it got (at most 40 characters of it) and what it takes.")
    parameter = text("The parameter that was wrong; null when it was none.", null=True)
