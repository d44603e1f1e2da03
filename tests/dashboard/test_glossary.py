"""Terms are explained where they first stand, once a section, and never inside a control."""

from __future__ import annotations

import json

import pytest
from dash import html

from dashboard.components.as_at import as_at
from dashboard.components.body import partners
from dashboard.components.brief import brief
from dashboard.components.card import card
from dashboard.components.controls import panel
from dashboard.components.glossary import CITATION, EVERYDAY, FORMS, LEFT_ALONE, OTHER_FORMS, marked, mentions, term
from dashboard.components.pair import findings, pair_detail
from dashboard.components.patchwork import coverage, detail
from dashboard.ids import Map
from dashboard.text.terms import TERMS
from dashboard.views.map import MapView
from layers.dates import DEFAULT_DAY
from tests.dashboard.conftest import as_read, walk


def explained(node):
    """The words explained, in order, each with the term whose definition it shows."""
    return [
        (item.children, next(name for name in TERMS if TERMS[name] == getattr(item, "data-definition")))
        for item in walk(node)
        if getattr(item, "className", None) == "term"
    ]


def shown(node):
    return [words for words, _ in explained(node)]


def as_json(node):
    return json.dumps(node, default=lambda item: item.to_plotly_json(), sort_keys=True)


def test_a_term_can_be_reached_and_read_out():
    found = term("STP", "STPs")
    assert found.tabIndex == 0
    assert found.children == "STPs"
    assert getattr(found, "aria-description") == getattr(found, "data-definition") == TERMS["STP"]
    with pytest.raises(KeyError):
        term("quango")


def test_every_other_form_is_of_a_term():
    assert set(OTHER_FORMS) <= set(TERMS)
    assert set(EVERYDAY) <= set(TERMS)
    assert set(FORMS.values()) == set(TERMS)


def test_the_first_of_each_term_is_marked_and_the_words_stay():
    text = "Three LEPs and one STP; another LEP and two STPs."
    pieces = marked([text])
    assert explained(pieces) == [("LEPs", "LEP"), ("STP", "STP")]
    assert as_read(pieces) == text


@pytest.mark.parametrize(
    "text", ["GBSLEP and SELEP", "stp and lep", "a LEP-wide plan", "an under-STP", "footprinted", "the Leps", ""]
)
def test_only_whole_words_in_the_case_they_have(text):
    assert marked([text]) == [text]
    assert not mentions(text)


def test_plurals_possessives_and_capitals():
    assert explained(marked(["Easily missed: the LEP’s small areas. Associates."])) == [
        ("Easily missed", "easily missed"),
        ("LEP", "LEP"),
        ("small areas", "small area"),
        ("Associates", "associate"),
    ]


def test_a_longer_term_is_taken_whole():
    assert explained(marked(["STP footprints and other footprints"])) == [
        ("STP footprints", "STP"),
        ("footprints", "footprint"),
    ]


def test_everyday_words_only_where_asked_for():
    text = "A part of the share: boundaries cut it and cross, an overlap as at the day."
    assert shown(marked([text])) == []
    assert shown(marked([text], "cut", "cross")) == ["cut", "cross"]
    with pytest.raises(KeyError):
        marked([text], "slice")


def test_controls_names_and_citations_are_left_alone():
    kept = [
        html.A("LEPs", href="/"),
        html.Button("STPs"),
        html.Label("Small area"),
        html.H1("The LEP"),
        html.P("Source: LEPs of 2017", className=f"muted small {CITATION}"),
    ]
    assert as_json(marked(kept)) == as_json(kept)
    assert shown(marked([*kept, html.H2(["The ", html.Strong("LEP")])])) == ["LEP"]


def test_what_was_handed_in_stays_as_it_was():
    given = [html.Section([html.P("One LEP", className="lead"), html.P(3), "", None])]
    before = as_json(given)
    (found,) = marked(given)
    assert as_json(given) == before
    assert found.children[0].className == "lead"
    assert shown(found) == ["LEP"]
    assert found.children[1].children == 3


def test_what_is_already_explained_is_not_explained_again():
    assert shown(marked([html.P(["Small areas: ", term("small area", "Small area")]), "small areas"])) == [
        "Small areas",
        "Small area",
    ]
    assert shown(marked([html.P(term("small area", "small areas")), "small areas"])) == ["small areas"]


def sections(land):
    """Cards and sections of the components, by name."""
    now = land.as_at()
    a, b = (now.by_id[name] for name in ("lep-greater-birmingham-and-solihull", "stp-the-black-country"))
    return {
        "district card": card(land, "E07000171", DEFAULT_DAY, True),
        "body card": card(land, "lep-humber", DEFAULT_DAY, False),
        "institution card": card(land, next(iter(land.institutions)), DEFAULT_DAY, False),
        "findings": findings(now, "stp", "lep"),
        "pair": pair_detail(now, a, b),
        "coverage": coverage(now, ["lep", "stp"], None),
        "detail": detail(now, ["lep", "stp"], "E08000025"),
        "partners": partners(now, b),
        **{f"brief {i}": item for i, item in enumerate(brief(now, b)) if isinstance(item, html.Section)},
    }


def test_each_term_once_a_section_and_none_in_a_control(land):
    for name, content in sections(land).items():
        found = [of for _, of in explained(content)]
        assert len(found) == len(set(found)), name
        for item in walk(content):
            if isinstance(item, LEFT_ALONE):
                assert explained(getattr(item, "children", None)) == [], (name, item)


def test_where_terms_stand(land):
    found = {name: [of for _, of in explained(content)] for name, content in sections(land).items()}
    assert found["district card"] == ["associate", "LEP", "STP", "middle district"]
    assert found["body card"] == ["LEP"]
    assert found["findings"] == ["STP", "LEP", "cut", "cross", "neat fit", "small area", "share"]
    assert found["pair"] == ["cross", "overlap", "small area"]
    assert found["detail"] == ["part", "bundle", "seam", "LEP", "STP"]
    assert found["coverage"] == ["bundle", "LEP", "STP"]


def test_two_bodies_of_one_boundary_explain_the_word_same(land):
    now = land.as_at()
    same = pair_detail(now, now.by_id["ca-greater-manchester"], now.by_id["lep-greater-manchester"])
    assert explained(same)[0] == ("same", "boundaries match")


def test_a_kind_that_is_a_term_has_one_note_and_any_other_its_own(land):
    heads = {
        as_read(item): item for item in walk(card(land, "E07000171", DEFAULT_DAY, False)) if isinstance(item, html.H4)
    }
    assert shown(heads["STP footprint"]) == ["STP footprint"]
    assert not any(
        isinstance(item, html.Span) and getattr(item, "title", None) for item in walk(heads["STP footprint"])
    )
    assert any(
        isinstance(item, html.Span) and getattr(item, "title", None) for item in walk(heads["Combined authority"])
    )


def test_the_date_and_the_layers_explain_their_words(land):
    bar = as_at(land, DEFAULT_DAY, Map)
    assert shown(bar) == ["As at"]
    labels = [item for item in walk(bar) if isinstance(item, html.Label)]
    assert [(item.htmlFor, item.className) for item in labels] == [
        (Map.DAY_INPUT, "visually-hidden"),
        (Map.DAY_SLIDER, "visually-hidden"),
    ]
    assert shown(panel(land, MapView())) == ["Associates"]
