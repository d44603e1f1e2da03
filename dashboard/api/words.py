"""Sentences of the OpenAPI document that are said more than once, and the document's introduction."""

from __future__ import annotations

AS_AT = "The day looked at."
PEOPLE = "People (mid-2017 estimate)"
AREA = (
    "Printed area in square kilometres; sums over small areas, as `/bodies` and `/overlaps` give, differ by up to 2.9%."
)
AREA_BODY = "Square kilometres, from the small areas"

LICENCE = {
    "name": "Open Government Licence v3.0",
    "url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
INTRODUCTION = """\
England's local growth landscape as at any day from 2011 to 2018: combined authorities, local enterprise partnerships,
NHS footprints, deals and programmes, the districts they cover, and how many people live where they meet.

- Shares are fractions from 0 to 1, dates ISO 8601. `null` is not known, never nought.
- `as_at` is 2017-12-01 unless given. Dates of bodies and memberships are inclusive at both ends.
- Every count of people is the mid-2017 estimate summed over 32,844 small areas, whatever the day.
- Every address takes `format=csv`: UTF-8, one header row, a blank cell for not known. A text that begins with
  `=`, `+`, `-` or `@` has an apostrophe before it, so that no spreadsheet takes it for a formula.
- Answers carry an `ETag`; send it back in `If-None-Match` and an answer that has not changed is `304` with no body.
- A parameter that is wrong, missing, given twice or not known is `400`; an address or id not known is `404`. Both are
  `application/problem+json`.

Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data
© Crown copyright and database right 2017. Some tables carry other open licences: see `data/datapackage.json`."""
