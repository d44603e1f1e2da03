"""What is known of a kind of body, deal, programme or institution: one frozen record a layer, from `data/layers.csv`.

Code never names a layer. It asks a record (``body.layer_record.carries_money``) or for the layers whose record says
something (`Landscape.layers_with`), so a layer that is added as rows is everywhere that its facts put it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cut:
    """The small-area column that divides districts between the bodies of a layer, and its first day (``None``: always)."""

    column: str
    since: date | None = None


@dataclass(frozen=True)
class Layer:
    """One kind of body, deal, programme or institution.

    The fields are the columns of ``layers.csv``, described in ``datapackage.json``; yes and no are ``True`` and
    ``False``, and a blank is ``None`` where it means "not known" or "none".
    """

    id: str
    name: str
    name_singular: str
    category: str
    what_it_does: str
    source: str
    short_name: str
    name_inside: str
    noun: str
    plural: str
    article: str
    rows_in: str
    order: int
    first_day: date | None
    last_day: date | None
    successor: str | None
    dated_membership: bool
    cut_by: tuple[Cut, ...]
    draws: str | None
    draws_associates: bool
    placed_in: str | None
    students: bool
    carries_money: bool
    adds_rounds: bool
    amount_with_period: bool
    named_together: bool
    bare_names: bool
    ends_with_round: bool
    main: bool
    compared: bool
    briefing: str | None
    briefing_order: int | None
    subject: str | None
    subject_name: str | None
    council_map: str | None
    colour: str
    dash: str
    width: float
    symbol: str | None
    symbol_filled: bool

    @property
    def is_area(self) -> bool:
        """Whether its rows cover districts; institutions are points."""
        return self.category != "institution"

    @property
    def geometry(self) -> str:
        """The layer whose outlines it draws: its own, or those of the bodies that lead its deals."""
        return self.draws or self.id

    @property
    def associates_geometry(self) -> str:
        """The name of the extra outlines of its associates; only there where `draws_associates`."""
        return f"{self.id}_associates"

    def cut_column(self, day: date) -> str | None:
        """The small-area column that divides a district between its bodies on ``day``; ``None``: it follows districts."""
        begun = [cut.column for cut in self.cut_by if cut.since is None or cut.since <= day]
        return begun[-1] if begun else None
