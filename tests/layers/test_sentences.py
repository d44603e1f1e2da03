"""Every sentence, by its exact text."""

from __future__ import annotations

import pytest

from layers.words import sentences
from tests.layers.toy import records

LAYERS = records()
CA, LEP, STP = (LAYERS[name] for name in ("combined_authority", "lep", "stp"))


@pytest.mark.parametrize(
    ("count", "kind", "text"),
    [
        (1, LEP, "one LEP"),
        (9, STP, "nine STPs"),
        (0, LAYERS["city_deal"], "no city deals"),
        (1, CA, "one combined authority"),
        (12, CA, "12 combined authorities"),
        (2, LAYERS["local_industrial_strategy"], "two local industrial strategies"),
        (2, LAYERS["university"], "two universities"),
        (1, LAYERS["nhs_trust"], "one NHS trust"),
        (1, sentences.DISTRICT, "one district"),
    ],
)
def test_of(count, kind, text):
    assert sentences.of(count, kind) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (CA, "a combined authority"),
        (LEP, "a LEP"),
        (STP, "an STP"),
        (LAYERS["nhs_trust"], "an NHS trust"),
        (LAYERS["university"], "a university"),
        (LAYERS["integrated_care_system"], "an integrated care system"),
        (LAYERS["leading_places"], "a Leading Places partnership"),
    ],
)
def test_articles_as_they_are_spoken(kind, text):
    assert sentences.indefinite(kind) == text


def test_every_layer_has_the_article_that_its_noun_is_spoken_with():
    spoken_with_an = {"integrated care system", "STP", "NHS trust"}
    assert {layer.noun for layer in LAYERS.values() if layer.article == "an"} == spoken_with_an


def test_possessive():
    assert sentences.possessive("Birmingham") == "Birmingham’s"
    assert sentences.possessive("West Midlands") == "West Midlands’"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("same", "The boundaries of A and B match."),
        ("inside", "A lies inside B."),
        ("contains", "A contains B."),
        ("crosses", "A and B cross: each holds people that the other does not."),
        ("touches", "A and B barely touch: under 1 in 100 people of either live in both."),
        ("no overlap", "No one lives in both A and B."),
    ],
)
def test_match(word, text):
    assert sentences.match(word, "A", "B") == text


@pytest.mark.parametrize(
    ("both", "of_a", "of_b", "text"),
    [
        (175_800, 0.129, 0.155, "176,000 people live in both: about 1 in 8 of A’s and about 1 in 6 of Downs’."),
        (1, 0.001, 1, "One person lives in both: under 1 in 100 of A’s and all of Downs’."),
        (0, 0, 0, "No one lives in both A and Downs."),
    ],
)
def test_overlap(both, of_a, of_b, text):
    assert sentences.overlap("A", "Downs", both, of_a, of_b) == text


def test_sides():
    assert (
        sentences.sides("A", "B", 2_000_000, 1, 0)
        == "2 million people in A alone, one person in both, no people in B alone."
    )


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (
            (STP, CA, 9, 14_101_123),
            "14.1 million people live in the nine STPs that a combined authority boundary cuts.",
        ),
        ((LEP, STP, 1, 1), "One person lives in the one LEP that an STP boundary cuts."),
        ((STP, LEP, 0, 0), "No STP is cut by a LEP boundary."),
    ],
)
def test_cut(arguments, text):
    assert sentences.cut(*arguments) == text


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (
            (STP, CA, 4, 4, 3_887_133),
            "Four pairs of STP and combined authority cross; 3.9 million people live in those STPs.",
        ),
        ((LEP, STP, 2, 1, 1_500), "Two pairs of LEP and STP cross; 1,500 people live in that LEP."),
        (
            (CA, LEP, 1, 1, 1),
            "One pair of combined authority and LEP crosses; one person lives in that combined authority.",
        ),
        ((STP, LEP, 0, 0, 0), "No STP and LEP cross."),
    ],
)
def test_crossing(arguments, text):
    assert sentences.crossing(*arguments) == text


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((LEP, STP, 1_200, False), "1,200 people live in an STP other than the main one of their LEP."),
        (
            (LEP, STP, 18_600_000, True),
            "18.6 million people live in an STP other than the main one of their LEP. Someone in two LEPs counts twice.",
        ),
        ((STP, LEP, 1, False), "One person lives in a LEP other than the main one of their STP."),
        ((STP, CA, 0, True), "No one lives in a combined authority other than the main one of their STP."),
    ],
)
def test_seam(arguments, text):
    assert sentences.seam(*arguments) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "No LEP meets an STP, so there is no fit to measure."),
        (1.0, "Every LEP fits inside one STP as far as any covers it (neat fit 1.000)."),
        (
            0.9999,
            "Of people in both layers, nearly all live in the main STP of their LEP "
            "(neat fit over 0.999, where 1 is a perfect nesting).",
        ),
        (
            0.689,
            "Of people in both layers, about two-thirds live in the main STP of their LEP "
            "(neat fit 0.689, where 1 is a perfect nesting).",
        ),
    ],
)
def test_fit(value, text):
    assert sentences.fit(LEP, STP, value) == text


@pytest.mark.parametrize(
    ("kind", "counts", "text"),
    [
        (LEP, (0, 51_423_504, 4_195_926), "Everyone in England lives in a LEP, 51.4 million people in one and 4.2 million people in two or more LEPs."),
        (STP, (0, 55_619_430, 0), "Everyone in England lives in an STP, 55.6 million people in one and no one in two STPs."),
        (CA, (1, 3_500, 0), "One person lives in no combined authority, 3,500 people in one and no one in two combined authorities."),
        (LAYERS["devolution_deal"], (3_000, 0, 1_500), "3,000 people live in no devolution deal, no one in one and 1,500 people in two or more devolution deals."),
        (LAYERS["leading_places"], (4_500, 0, 0), "No one in England lives in a Leading Places partnership."),
    ],
)  # fmt: skip
def test_covered(kind, counts, text):
    assert sentences.covered(kind, *counts) == text


@pytest.mark.parametrize(
    ("kinds", "counts", "text"),
    [
        ((LEP, STP), [1, 6, 2], "A LEP shares people with one to six STPs."),
        ((STP, CA), [0, 2], "An STP shares people with up to two combined authorities."),
        ((STP, CA), [0, 1], "An STP shares people with up to one combined authority."),
        ((STP, LEP), [1, 1], "Every STP shares people with one LEP."),
        ((STP, LEP), [0, 0], "No STP shares 1 in 100 of its people with a LEP."),
        ((LEP, LEP), [0, 4], "A LEP shares people with up to four other LEPs."),
        ((LEP, LEP), [0, 1], "A LEP shares people with up to one other LEP."),
        ((STP, STP), [0, 0], "No STP shares 1 in 100 of its people with another STP."),
        ((STP, LEP), [], "There are no STPs on this day."),
    ],
)
def test_partner_range(kinds, counts, text):
    assert sentences.partner_range(*kinds, counts) == text


def test_among():
    assert (
        sentences.among(LEP, 18, 38, 4_195_926)
        == "18 of the 38 LEPs overlap another; 4.2 million people live in two or more."
    )
    assert sentences.among(LEP, 2, 3, 1) == "Two of the three LEPs overlap another; one person lives in two or more."
    assert sentences.among(STP, 0, 2, 0) == "No two STPs overlap."


@pytest.mark.parametrize(
    ("count", "councils", "split", "first", "second"),
    [
        (
            88,
            152,
            0,
            "88 different bundles of bodies over 152 county and unitary councils.",
            "A boundary of these layers runs through none of those councils.",
        ),
        (
            2,
            12,
            1,
            "Two different bundles of bodies over 12 county and unitary councils.",
            "A boundary of these layers runs through one of those councils.",
        ),
        (
            1,
            9,
            0,
            "One and the same bundle of bodies over nine county and unitary councils.",
            "A boundary of these layers runs through none of those councils.",
        ),
        (
            1,
            1,
            0,
            "One and the same bundle of bodies over one county or unitary council.",
            "No boundary of these layers runs through it.",
        ),
        (
            3,
            1,
            1,
            "Three different bundles of bodies over one county or unitary council.",
            "A boundary of these layers runs through it.",
        ),
    ],
)
def test_bundles(count, councils, split, first, second):
    assert sentences.bundles(count, councils, split) == (first, second)
