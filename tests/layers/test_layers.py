"""Layers as records: what a row says, typed; and what stops the load, in a sentence that names file, row and column."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from layers import TableError
from layers.briefing_roles import roles
from layers.layer import Cut, Layer
from layers.layer_rows import cuts
from layers.subjects import BESIDE_LAYERS, subjects_of
from tests.layers.toy import records, resources


def ids(layers):
    return [layer.id for layer in layers]


def test_a_row_becomes_a_typed_record(land):
    stp = land.layers["stp"]
    assert (stp.noun, stp.plural, stp.article) == ("STP", "STPs", "an")
    assert stp.cut_by == (Cut("stp_2017"), Cut("stp_2018", date(2018, 4, 1)))
    assert (stp.first_day, stp.last_day, stp.successor) == (date(2016, 3, 15), None, "integrated_care_system")
    assert (stp.dated_membership, stp.carries_money, stp.is_area) == (True, False, True)
    assert (stp.order, stp.width, stp.dash, stp.symbol) == (3, 1.8, "solid", None)


def test_every_column_is_a_field_but_those_of_provenance():
    columns = {field["name"] for field in resources()["layers"]["schema"]["fields"]}
    assert columns - {field.name for field in fields(Layer)} == {"source_date", "licence", "confidence", "doubt"}
    assert {field.name for field in fields(Layer)} <= columns


def test_a_layer_is_drawn_with_its_own_outlines_or_anothers(land):
    assert land.layers["growth_deal"].geometry == "lep"
    assert land.layers["lep"].geometry == "lep"
    assert land.layers["combined_authority"].associates_geometry == "combined_authority_associates"


def test_layers_are_asked_by_what_their_records_say(land):
    assert ids(land.layers_with(lambda layer: layer.dated_membership)) == ["combined_authority", "lep", "stp"]
    assert ids(land.layers_with(lambda layer: layer.carries_money)) == ["city_deal", "growth_deal", "devolution_deal"]
    assert ids(land.point_layers) == ["university", "nhs_trust"]
    assert len(land.area_layers) == 11
    assert not land.layers_with(lambda layer: layer.noun == "parish")


def test_layers_stand_in_their_order_however_the_file_has_them(toy, tmp_path):
    toy.tables["layers"].reverse()
    assert ids(toy.load(tmp_path).area_layers)[:3] == ["combined_authority", "lep", "stp"]


def test_the_parts_that_layers_have_in_the_briefing(land):
    part = roles(land)
    assert ids(part.leaders) == [
        "stp", "combined_authority", "devolution_deal", "city_deal", "lep", "growth_deal",
    ]  # fmt: skip
    assert ids(part.powers) == ["combined_authority", "devolution_deal", "city_deal"]
    assert ids(part.economic) == ["growth_deal", "lep"]
    assert ids(part.programmes)[:3] == ["integrated_care_system", "leading_places", "business_rates_pilot"]


def test_a_layer_without_a_part_is_in_no_list_of_the_briefing(toy, tmp_path):
    toy.row("layers", id="science_innovation_audit").update(briefing="", briefing_order="")
    part = roles(toy.load(tmp_path))
    assert "science_innovation_audit" not in ids((*part.leaders, *part.programmes))


def test_there_is_no_briefing_without_its_subject(toy, tmp_path):
    toy.row("layers", id="stp").update(briefing="", briefing_order="")
    with pytest.raises(KeyError):
        roles(toy.load(tmp_path))


def test_subjects_of_the_timeline(land):
    found = subjects_of(land.layers.values())
    assert list(found) == [
        "combined_authority", "lep", "nhs", "city_deal", "growth_deal", "devolution_deal", "business_rates",
        "leading_places", "enterprise_zone", "region", "policy",
    ]  # fmt: skip
    assert (found["nhs"].name, ids(found["nhs"].layers)) == ("NHS", ["stp", "integrated_care_system"])
    assert (found["policy"].name, found["policy"].layers) == ("Policy", ())


def test_a_layer_is_a_subject_of_the_timeline_only_with_a_word_and_a_name_for_it():
    stp = records()["stp"]
    assert "x" in subjects_of([replace(stp, subject="x", subject_name="X")])
    for odd in (replace(stp, subject="x", subject_name=""), replace(stp, subject="", subject_name="X")):
        assert list(subjects_of([odd])) == list(BESIDE_LAYERS)


def test_inside_a_sentence_a_name_loses_at_most_its_first_capital():
    """Names that begin with an abbreviation, or with a title such as Leading Places, keep theirs."""
    kept = {layer.id for layer in records().values() if layer.name_inside == layer.name}
    assert kept == {"stp", "leading_places", "nhs_trust"}
    for layer in records().values():
        assert layer.name_inside[0].lower() + layer.name_inside[1:] == layer.name[0].lower() + layer.name[1:]


def test_cuts_are_read_as_columns_with_their_first_days():
    assert cuts("") == ()
    assert cuts("lep_2017") == (Cut("lep_2017"),)
    assert cuts("a; b from 2018-04-01; c from 2022-07-01")[2] == Cut("c", date(2022, 7, 1))


def test_the_column_of_a_day_is_the_last_that_has_begun():
    layer = replace(records()["lep"], cut_by=cuts("a; b from 2018-04-01"))
    assert [layer.cut_column(date(2018, *day)) for day in ((3, 31), (4, 1))] == ["a", "b"]
    assert replace(layer, cut_by=()).cut_column(date(2018, 4, 1)) is None


@pytest.mark.parametrize(
    ("layer", "column", "value", "complaint"),
    [
        ("lep", "successor", "parish", "row 3, column successor: 'parish' is not in this table, column id."),
        ("growth_deal", "draws", "parish", "row 6, column draws: 'parish' is not in this table, column id."),
        ("lep", "colour", "blue", "row 3, column colour: 'blue' does not look like #[0-9a-f]{6}."),
        ("lep", "main", "maybe", "row 3, column main: 'maybe' is not one of yes, no."),
        ("lep", "order", "3", "row 4, column order: '3' appears twice."),
        ("lep", "cut_by", "lep_1066",
         "row 3, column cut_by: 'lep_1066' names lep_1066, which is not a column of small_areas.csv."),
        ("stp", "cut_by", "stp_2017; stp_2018 from 2018-02-30",
         "row 4, column cut_by: 'stp_2017; stp_2018 from 2018-02-30' holds a day that is not in the calendar."),
        ("stp", "cut_by", "stp_2017; stp_2018 from 2018-04-01; stp_2017 from 2017-04-01",
         "row 4, column cut_by: 'stp_2017; stp_2018 from 2018-04-01; stp_2017 from 2017-04-01' does not have its days in order."),
        ("lep", "rows_in", "deals", "row 3, column rows_in: 'deals' does not hold what is body; it takes bodies."),
        ("lep", "symbol", "cross", "row 3, column symbol: 'cross' should be given for institutions, and for nothing else."),
        ("lep", "briefing", "subject", "row 4, column briefing: 'subject' is already the part of lep."),
        ("lep", "briefing_order", "",
         "row 3, column briefing_order: '' should be given with a part in the briefing, and only then."),
        ("university", "briefing_order", "99",
         "row 13, column briefing_order: '99' should be given with a part in the briefing, and only then."),
        ("integrated_care_system", "subject_name", "Health",
         "row 12, column subject_name: 'Health' is not the one name of the subject 'nhs'."),
    ],
)  # fmt: skip
def test_a_wrong_row_is_named(toy, tmp_path, layer, column, value, complaint):
    toy.row("layers", id=layer)[column] = value
    with pytest.raises(TableError) as caught:
        toy.load(tmp_path)
    assert str(caught.value) == f"layers.csv, {complaint}"


@pytest.mark.parametrize(
    ("table", "column", "value", "complaint"),
    [
        ("bodies", "layer", "city_deal",
         "bodies.csv, row 2, column layer: 'city_deal' is a layer whose rows stand in deals.csv."),
        ("timeline", "layer", "parish",
         "timeline.csv, row 2, column layer: 'parish' is not the subject of a layer nor one of enterprise_zone, region, policy."),
        ("programmes", "footprint_body_id", "ca-alpha",
         "programmes.csv, row of ics-north, column footprint_body_id: 'ca-alpha' is of a layer without small areas of its own."),
    ],
)  # fmt: skip
def test_a_row_that_its_layer_does_not_allow_is_named(toy, tmp_path, table, column, value, complaint):
    toy.tables[table][0][column] = value
    with pytest.raises(TableError) as caught:
        toy.load(tmp_path)
    assert str(caught.value) == complaint
