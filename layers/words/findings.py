"""What a layer pair shows, a sentence a measure."""

from __future__ import annotations

from layers.layer import Layer
from layers.overlaps.pairs import LayerPair, layer_coverage
from layers.words import sentences


def findings(pair: LayerPair, kind_a: Layer, kind_b: Layer) -> tuple[str, ...]:
    """The layer-pair measures of design, a sentence each, for layer A against layer B."""
    if kind_a == kind_b:
        return _findings_within(pair, kind_a)
    cover = layer_coverage(pair.snapshot, kind_a.id)[2] > 0
    return (
        sentences.cut(kind_a, kind_b, int(pair.cut.sum()), pair.people_cut),
        sentences.crossing(kind_a, kind_b, *pair.crossing()),
        sentences.partner_range(kind_a, kind_b, [int(count) for count in pair.partners]),
        sentences.seam(kind_a, kind_b, int(pair.seam.sum()), cover),
        sentences.fit(kind_a, kind_b, pair.neat_fit),
    )


def _findings_within(pair: LayerPair, kind: Layer) -> tuple[str, ...]:
    """What there is to say of a layer against itself."""
    overlapping = int((pair.people.sum(axis=1) > 0).sum())
    shared = layer_coverage(pair.snapshot, kind.id)[2]
    counts = [int(count) for count in pair.partners]
    return (sentences.among(kind, overlapping, len(pair.a), shared), sentences.partner_range(kind, kind, counts))
