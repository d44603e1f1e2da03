"""The view of a body's page."""

from __future__ import annotations

from dashboard.views.query import View
from dashboard.views.values import Day
from layers.dates import DEFAULT_DAY


class BodyView(View):
    """The day; whose page it is stands in the path."""

    as_at: Day = DEFAULT_DAY
