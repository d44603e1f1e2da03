"""What is said of two layers: the county by exact text, and every real pair of layers by rule."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from layers.overlaps.pairs import layer_coverage, layer_pair
from layers.words import sentences
from layers.words.findings import findings

CA, LEP, STP = "combined_authority", "lep", "stp"

COUNTY = {
    (STP, LEP): [
        "4,500 people live in the two STPs that a LEP boundary cuts.",
        "Three pairs of STP and LEP cross; 4,500 people live in those STPs.",
        "An STP shares people with two to three LEPs.",
        "1,300 people live in a LEP other than the main one of their STP.",
        "Of people in both layers, about three-quarters live in the main LEP of their STP (neat fit 0.711, where 1 is a perfect nesting).",
    ],
    # 1,500 in LEP East and 1,100 in LEP West, of whom the 500 of District B are in both.
    (LEP, STP): [
        "2,100 people live in the two LEPs that an STP boundary cuts.",
        "Three pairs of LEP and STP cross; 2,100 people live in those LEPs.",
        "A LEP shares people with one to two STPs.",
        "1,200 people live in an STP other than the main one of their LEP. Someone in two LEPs counts twice.",
        "Of people in both layers, about three-quarters live in the main STP of their LEP (neat fit 0.760, where 1 is a perfect nesting).",
    ],
    (STP, CA): [
        "3,700 people live in the one STP that a combined authority boundary cuts.",
        "One pair of STP and combined authority crosses; 3,700 people live in that STP.",
        "Every STP shares people with one combined authority.",
        "No one lives in a combined authority other than the main one of their STP.",
        "Every STP fits inside one combined authority as far as any covers it (neat fit 1.000).",
    ],
    # Two deals over the same two districts: a cover though it leaves most of the county out. Both contain STP North.
    ("devolution_deal", STP): [
        "1,500 people live in the two devolution deals that an STP boundary cuts.",
        "Two pairs of devolution deal and STP cross; 1,500 people live in those devolution deals.",
        "Every devolution deal shares people with two STPs.",
        "1,400 people live in an STP other than the main one of their devolution deal. Someone in two devolution deals counts twice.",
        "Of people in both layers, about half live in the main STP of their devolution deal (neat fit 0.533, where 1 is a perfect nesting).",
    ],
    (LEP, LEP): [
        "Two of the three LEPs overlap another; 500 people live in two or more.",
        "A LEP shares people with up to one other LEP.",
    ],
    (STP, "leading_places"): [
        "No STP is cut by a Leading Places partnership boundary.",
        "No STP and Leading Places partnership cross.",
        "No STP shares 1 in 100 of its people with a Leading Places partnership.",
        "No one lives in a Leading Places partnership other than the main one of their STP.",
        "No STP meets a Leading Places partnership, so there is no fit to measure.",
    ],
}  # fmt: skip


@pytest.mark.parametrize("kinds", COUNTY)
def test_findings_of_the_county(land, kinds):
    pair = layer_pair(land.as_at(), *kinds)
    assert list(findings(pair, *(land.layers[kind] for kind in kinds))) == COUNTY[kinds]


JUDGEMENT = re.compile(
    r"\b(good|bad|better|best|worse|worst|poor|poorly|well|fail\w*|should|must|only|unfortunately|problem\w*|mess\w*|"
    r"chaos|fragmented|broken|wrong|right|weak|strong|success\w*|effective|efficient|sensible|coterminous)\b",
    re.IGNORECASE,
)


def test_no_finding_judges_or_claims_more_people_than_there_are(real):
    """Over every ordered pair of layers, on days early and late."""
    kinds = real.layers
    for day in (date(2011, 1, 1), date(2013, 6, 1), date(2017, 12, 1), real.stops[-1] + timedelta(days=1)):
        snapshot = real.as_at(day)
        for a in real.layers:
            said = [sentences.covered(kinds[a], *layer_coverage(snapshot, a))]
            for b in real.layers:
                said += findings(layer_pair(snapshot, a, b), kinds[a], kinds[b])
            for line in said:
                assert not JUDGEMENT.search(line), line
                assert re.fullmatch(r"[A-Z0-9].*\.", line), line
                assert not re.search(r"\b(one (?!lives|business)\w+s|[Nn]o one live|[Oo]ne person live) ", line), line
                for found in re.findall(r"([\d.]+) million", line):
                    assert float(found) <= 55.6 or "counts twice" in line, line
