"""Addresses that a mail program, a tracker or a sentence round them has changed, as they were meant.

What none of these has touched stays letter for letter: a value of a view holds no separator and ends with a letter or a
figure, but for a reader's own words, which may be anything and are left alone.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

WORDS = ("title", "subtitle")
"""The keys under which a reader's own words stand."""
_OTHERS = "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid yclid igshid mc_cid mc_eid mkt_tok vero_id _hsenc _hsmi _ga _gl"
TRACKING = frozenset(_OTHERS.split())
"""Keys that others add to an address to know who follows it, besides all that begin with ``utm_``."""

_ENCODED = re.compile(r"[a-z_]{1,30}%(?:25)*3D", re.IGNORECASE)
_JOINT = re.compile(r"(?:%26(?:amp(?:;|%3B))*|\?|%3F)(?=[a-z_]{1,30}(?:=|%3D))", re.IGNORECASE)
"""What joins two keys where it is no plain ``&``: one that was encoded, or the ``?`` of whoever added a key of their own."""
_ENTITY = re.compile(r"(?:amp(?:;|%3B))+", re.IGNORECASE)
_MARK = re.compile(
    r"(?:[\s.,;:!)\]}>\"'+]|%(?:20|09|0A|0D|22|26|27|29|2C|2E|3A|3B|3E|5D|7D|C2%A0|E2%80%9[9D]))\Z", re.IGNORECASE
)
"""One mark, plain or encoded, that belongs to the sentence round an address."""
_LONGEST_MARK = 9


def mend(query: str) -> str:
    """The query (without ``?``, still encoded) that was meant; one that nothing has touched comes back as it is."""
    # An address that was passed on twice may have been changed twice. Each round shortens it, or has it in more pieces.
    while (mended := _mend_once(query)) != query:
        query = mended
    return query


def _mend_once(query: str) -> str:
    kept = [part for piece in query.split("&") for part in _parts(piece) if not _tracks(part)]
    if kept and _key(kept[-1]) not in WORDS:
        kept[-1] = without_marks(kept[-1])
    return "&".join(kept)


def without_marks(text: str) -> str:
    """A text without the marks and spaces that follow an address in a sentence."""
    while mark := _MARK.search(text, max(0, len(text) - _LONGEST_MARK)):
        text = text[: mark.start()]
    return text


def _parts(piece: str) -> list[str]:
    """The keys with their values that stand between two plain separators: one, unless a separator was encoded."""
    entity = _ENTITY.match(piece)
    if entity:
        piece = piece[entity.end() :]
        if not piece:
            return []
    if "=" not in piece and _ENCODED.match(piece):
        # As a server hands a query over: each byte a character.
        return unquote(piece, "latin-1").split("&")
    if _key(piece) in WORDS:
        return [piece]
    head, *rest = _JOINT.split(piece, maxsplit=1)
    return [head, *rest]


def _key(piece: str) -> str:
    return piece.partition("=")[0]


def _tracks(piece: str) -> bool:
    key = _key(piece).lower()
    return key.startswith("utm_") or key in TRACKING
