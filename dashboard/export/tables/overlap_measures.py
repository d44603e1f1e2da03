"""The seven measures of two layers as a table, and the sheet that says how everything is counted."""

from __future__ import annotations

from collections import Counter

from dashboard.export.order import view_of
from dashboard.export.tables.common import Asked, Row
from dashboard.export.tables.overlaps import address, title
from dashboard.export.tables.sheets import Sheet, numbers, texts
from dashboard.text.sources import BOUNDARIES, LICENCE, SOURCE, STILL
from dashboard.text.terms import TERMS
from dashboard.views.overlaps import OverlapsView
from layers.layer import Layer
from layers.overlaps.measures import MATCHES, TOLERANCE
from layers.overlaps.pairs import LayerPair, layer_coverage, layer_pair
from layers.words import sentences
from layers.words.capitals import first_upper
from layers.words.findings import findings
from layers.words.numbers import percent

EXPLAINED = ("small area", "footprint", "overlap", "share", "cross", "cut", "seam", "neat fit", "as at")
COLUMNS = (*texts("Measure", "What is counted"), *numbers("Number"), *texts("In words"))


def measures(asked: Asked) -> Sheet:
    """What the page finds of the two layers, as numbers beside its sentences."""
    view = view_of(OverlapsView, asked.query, asked.land)
    pair = layer_pair(asked.land.as_at(view.as_at), view.a, view.b)
    a, b = asked.land.layers[view.a], asked.land.layers[view.b]
    rows = _within(pair, a) if a == b else _between(pair, a, b)
    covered = [row for layer in dict.fromkeys((a, b)) for row in _coverage(pair, layer)]
    return Sheet(
        title=f"{title(asked.land, view)}: measures",
        day=view.as_at,
        columns=COLUMNS,
        rows=(*_shares(pair), *rows, *covered),
        address=address(asked, view),
        notes=("By people, over all pairs of the two layers, whatever the filters.",),
        tab="Measures",
    )


def _shares(pair: LayerPair) -> list[Row]:
    """How many pairs share people, and with which match words."""
    words = Counter(pair.match(i, j) for i, j in pair.pairs())
    return [
        ("Shares", "pairs that share people", len(pair.pairs()), "Both shares of each stand on the sheet of pairs."),
        *(("Match words", f"pairs: {word}", words[word], None) for word in MATCHES[:-1]),
    ]


def _between(pair: LayerPair, a: Layer, b: Layer) -> list[Row]:
    one, many, other = a.noun, a.plural, b.noun
    cut, crossing, partners, seam, fit = findings(pair, a, b)
    pairs, bodies, people = pair.crossing()
    counts = [int(count) for count in pair.partners]
    return [
        ("Crossing", f"pairs of {one} and {other} that cross", pairs, crossing),
        ("Crossing", f"{many} in such a pair", bodies, None),
        ("Crossing", f"people of those {many}", people, None),
        ("Partners", f"fewest partners of {sentences.indefinite(a)}", min(counts, default=None), partners),
        ("Partners", f"most partners of {sentences.indefinite(a)}", max(counts, default=None), None),
        ("Seam", "people outside the main partner", int(pair.seam.sum()), seam),
        ("Neat fit", "fraction in the main partner", _rounded(pair.neat_fit), fit),
        ("Cut", f"{many} that {sentences.indefinite(b)} boundary cuts", int(pair.cut.sum()), cut),
        ("Cut", f"people of those {many}", pair.people_cut, None),
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _within(pair: LayerPair, kind: Layer) -> list[Row]:
    """What there is to say of a layer against itself."""
    many = kind.plural
    among, partners = findings(pair, kind, kind)
    counts = [int(count) for count in pair.partners]
    return [
        ("Overlapping", f"{many} that overlap another", int((pair.people.sum(axis=1) > 0).sum()), among),
        ("Partners", "fewest partners", min(counts, default=None), partners),
        ("Partners", "most partners", max(counts, default=None), None),
    ]


def _coverage(pair: LayerPair, layer: Layer) -> list[Row]:
    none, one, more = layer_coverage(pair.snapshot, layer.id)
    single, many = layer.noun, layer.plural
    return [
        ("Coverage", f"people in no {single}", none, sentences.covered(layer, none, one, more)),
        ("Coverage", f"people in one {single}", one, None),
        ("Coverage", f"people in two or more {many}", more, None),
    ]


def method(asked: Asked) -> Sheet:
    """How it is counted, in the words of the glossary, and where it comes from."""
    view = view_of(OverlapsView, asked.query, asked.land)
    tolerance = (
        f"A share under {percent(TOLERANCE)} of both counts as a touch, and over {percent(1 - TOLERANCE)} as all; "
        f"partners are counted from {percent(TOLERANCE)}."
    )
    layers = [asked.land.layers[layer] for layer in dict.fromkeys((view.a, view.b))]
    return Sheet(
        title="Method and sources",
        day=view.as_at,
        columns=texts("Subject", "What to know"),
        rows=(
            *((layer.name, layer.what_it_does) for layer in layers),
            *((first_upper(name), TERMS[name]) for name in EXPLAINED),
            ("Match words", _match_words()),
            ("Tolerance", tolerance),
            (
                "Districts",
                "A district that is partly shared counts as a district when shares are counted in districts.",
            ),
            ("Statistics", STILL),
            ("Boundaries", first_upper(BOUNDARIES.removeprefix("Boundaries: "))),
            *((f"Source of {layer.name}", layer.source) for layer in layers),
            ("Source of people and areas", SOURCE.removeprefix("Source: ")),
            ("Licence", LICENCE),
            ("Data package", asked.land.version),
        ),
        address=address(asked, view),
        tab="Method and sources",
    )


def _match_words() -> str:
    return " ".join(f"{first_upper(word)}: {sentences.match(word, 'A', 'B')}" for word in MATCHES[:-1])
