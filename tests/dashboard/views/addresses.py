"""Queries as Dash hands them to a page, and what nobody should write in one."""

from __future__ import annotations

from urllib.parse import parse_qs

from hypothesis import strategies as st

from dashboard.views.query import Query

ODD = (
    "", "none", "none,stp", "stp,stp", ",", "~", "~~", "stp~lep", "0", "1", "-1", "1e9", "nan", "inf", "9" * 5000,
    "0" * 5000, "0000500", "٣", "²", "2017-02-30", "٢٠١٧-١٢-٠١", "E12000001", "E10000002", "<b>", "{said}", "\0", "\ud800",
)  # fmt: skip
"""Texts that look like a value, or break what reads them carelessly; the last is no Unicode."""
NONSENSE = st.text(max_size=60) | st.sampled_from(ODD)


def query_of(text: str) -> Query:
    """A query (without ``?``) as Dash hands it to a page."""
    found = parse_qs(text, keep_blank_values=True)
    return {key: values if len(values) > 1 else values[0] for key, values in found.items()}


def queries(keys: tuple[str, ...], values: st.SearchStrategy[str] = NONSENSE) -> st.SearchStrategy[Query]:
    """Queries of any values under some of these keys and others, some given more than once."""
    several = st.lists(NONSENSE | values, max_size=3)
    return st.dictionaries(st.sampled_from(keys) | st.text(max_size=12), NONSENSE | values | several)
