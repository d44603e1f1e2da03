"""What each address takes: models of the same kinds of values as the pages' views, each described for the document."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dashboard.views.query import View
from dashboard.views.values import Day, Fraction, LayerId, OneOf, TrueOrFalse, Weight
from layers.dates import DEFAULT_DAY


class NoQuery(View):
    """No parameters."""


class DayQuery(View):
    """A day and a form."""

    as_at: Day = Field(
        default=DEFAULT_DAY,
        description="The day looked at, within 2011 to 2018. Bodies and memberships follow it; statistics and "
        "the mid-2017 population do not.",
        examples=["2017-12-01", "2014-04-01"],
    )
    format: Annotated[str, OneOf("a form", lambda _land: ("json", "csv"))] = Field(
        default="json", description="The form of the answer. Problems are always JSON.", examples=["csv"]
    )


class BodiesQuery(DayQuery):
    """Which bodies to list."""

    layer: LayerId | None = Field(default=None, description="Only the bodies of this layer.", examples=["stp"])
    fallen: TrueOrFalse = Field(
        default=False,
        description="Fallen deals (withdrawn, rejected or superseded by the day) and bids never agreed too.",
    )


class OverlapsQuery(DayQuery):
    """Which two layers to lay over one another, and how to count. ``min_share`` 0 keeps every pair that shares people."""

    a: LayerId = Field(description="The first layer.", examples=["stp"])
    b: LayerId = Field(
        description="The second layer; the same layer again gives each body against the others.",
        examples=["combined_authority"],
    )
    weight: Weight = Field(
        default="people",
        description="What the two shares count: people (mid-2017), square kilometres, or districts (one partly shared "
        "counts).",
        examples=["area"],
    )
    min_share: Fraction = Field(
        default=0.0,
        description="Keep pairs of which the larger of the two shares, by `weight`, is at least this (fraction 0 to 1).",
        examples=[0.01],
    )
