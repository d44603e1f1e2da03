"""The data package: does it fit its own schema, and do the tables agree with one another?"""

from __future__ import annotations

import csv
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

DATA = Path(__file__).resolve().parents[2] / "data"
DECEMBER_2017 = "2017-12-01"
ENGLAND_PEOPLE = 55_619_430
WITHOUT_SOURCE = {"small_areas", "measure_values"}  # theirs is given once, in datapackage.json
ENGLAND_BOX = {"lat": (49.8, 55.9), "lon": (-6.5, 1.8)}
GRID_BOX = {"easting": (0, 700_000), "northing": (0, 1_300_000)}
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


# ---------------------------------------------------------------- fixtures and helpers


def read(name: str, folder: Path = DATA) -> pd.DataFrame:
    """A table as text: a blank cell is an empty string, nothing is guessed."""
    return pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


def number(column: pd.Series) -> pd.Series:
    """Numbers, with a blank as NaN; anything else that isn't a number raises."""
    return pd.to_numeric(column.where(column != ""))


def in_force(rows: pd.DataFrame, day: str) -> pd.Series:
    """Both ends inclusive, blank is open: ISO dates sort as text."""
    began = (rows["valid_from"] == "") | (rows["valid_from"] <= day)
    not_ended = (rows["valid_to"] == "") | (rows["valid_to"] >= day)
    return began & not_ended


def sample(rows: pd.DataFrame, count: int = 5) -> str:
    """The first few offending rows, for a message that says what is wrong."""
    return f"{len(rows)} rows, such as\n{rows.head(count).to_string()}"


def problems(report) -> list[str]:
    """What frictionless found, a line each: file, row, column, complaint."""
    lines = [f"package: {error.message}" for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            where = [task.place]
            where += [f"row {error.row_number}"] if hasattr(error, "row_number") else []
            where += [f"column {error.field_name}"] if hasattr(error, "field_name") else []
            lines.append(f"{', '.join(where)}: {error.message}")
    return lines


@pytest.fixture(scope="session")
def descriptor() -> dict:
    return json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def resources(descriptor: dict) -> dict[str, dict]:
    return {resource["name"]: resource for resource in descriptor["resources"]}


@pytest.fixture(scope="session")
def tables(resources: dict[str, dict]) -> dict[str, pd.DataFrame]:
    return {name: read(name) for name in resources}


@pytest.fixture(scope="session")
def readme() -> str:
    return (DATA / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def bodies(tables) -> pd.DataFrame:
    return tables["bodies"]


@pytest.fixture(scope="session")
def bodies_december_2017(bodies) -> pd.DataFrame:
    return bodies[in_force(bodies, DECEMBER_2017)]


@pytest.fixture(scope="session")
def memberships_december_2017(tables, bodies_december_2017) -> pd.DataFrame:
    """Memberships in force whose body is in force too, with the body's layer."""
    rows = tables["memberships"]
    rows = rows[in_force(rows, DECEMBER_2017)]
    rows = rows.merge(bodies_december_2017[["id", "layer"]], left_on="body_id", right_on="id")
    return rows.assign(share=number(rows["share"]))


@pytest.fixture(scope="session")
def small_areas(tables) -> pd.DataFrame:
    rows = tables["small_areas"]
    numbers = ["population_2017", "easting", "northing", "area_m2"]
    return rows.assign(**{column: number(rows[column]) for column in numbers})


@pytest.fixture(scope="session")
def people_share(small_areas):
    """Share of a district's people in the small areas that a column gives to a body."""
    total = small_areas.groupby("district_code")["population_2017"].sum()
    inside: dict[str, pd.Series] = {}

    def share(column: str, body_id: str, district_code: str) -> float:
        if column not in inside:
            inside[column] = small_areas.groupby([column, "district_code"])["population_2017"].sum()
        return inside[column].get((body_id, district_code), 0) / total[district_code]

    return share


# ---------------------------------------------------------------- the schema


def test_package_fits_its_schema():
    report = Package(str(DATA / "datapackage.json")).validate()
    found = problems(report)
    assert not found, "\n".join(found[:40])
    assert report.valid


def test_package_lists_every_table_and_no_other(resources):
    assert set(resources) == {path.stem for path in DATA.glob("*.csv")}


def test_every_field_is_in_its_place_and_described(resources):
    for name, resource in resources.items():
        with (DATA / resource["path"]).open(encoding="utf-8", newline="") as lines:
            header = next(csv.reader(lines))
        fields = resource["schema"]["fields"]
        assert header == [field["name"] for field in fields], name
        for field in fields:
            assert field.get("type"), f"{name}.{field['name']} has no type"
            assert field.get("description", "").endswith("."), f"{name}.{field['name']}: one sentence"
        assert resource["schema"]["missingValues"] == [""], name
        assert resource["schema"].get("primaryKey"), f"{name} has no primary key"
        assert resource.get("licenses"), name
        assert resource.get("sources"), name


def test_descriptor_is_written_the_one_way(descriptor):
    text = (DATA / "datapackage.json").read_text(encoding="utf-8")
    assert text == json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"
    assert descriptor["version"] == "2017.12"
    assert descriptor["profile"] == "tabular-data-package"


CORRUPTIONS = {
    "a district that doesn't exist": ("deal_areas", "district_code", "E06000999", "foreign"),
    "a code of the wrong form": ("districts", "code", "W06000001", "pattern"),
    "a status nobody knows": ("deals", "status", "agreed", "enum"),
    "an amount of nothing": ("deals", "amount_gbp_m", "0", "minimum"),
    "a date that isn't one": ("deals", "announced_on", "2014-02-30", "type"),
    "a partial date that isn't one": ("deals", "status_on", "2014-13", "pattern"),
    "a share above the whole": ("memberships", "share", "1.2", "maximum"),
    "a row without a source": ("memberships", "source", "", "required"),
    "a deal before 2011": ("deals", "announced_on", "2010-12-31", "minimum"),
    "a body of no layer": ("bodies", "layer", "parish", "foreign"),
}


@pytest.fixture(scope="session")
def core_package(tmp_path_factory, descriptor) -> Path:
    """A copy of the tables that refer only to one another, to be spoilt one cell at a time."""
    names = ["layers", "districts", "bodies", "memberships", "deals", "deal_areas"]
    folder = tmp_path_factory.mktemp("core")
    for name in names:
        shutil.copy(DATA / f"{name}.csv", folder)
    core = dict(descriptor, resources=[r for r in descriptor["resources"] if r["name"] in names])
    (folder / "datapackage.json").write_text(json.dumps(core), encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", CORRUPTIONS)
def test_schema_catches(case, core_package):
    table, column, value, complaint = CORRUPTIONS[case]
    path = core_package / f"{table}.csv"
    sound = path.read_bytes()
    rows = read(table, core_package)
    rows.loc[0, column] = value
    try:
        rows.to_csv(path, index=False, lineterminator="\n")
        found = problems(Package(str(core_package / "datapackage.json")).validate())
    finally:
        path.write_bytes(sound)
    assert any(complaint in line and f"{table}.csv" in line for line in found), found


def test_schema_catches_a_repeated_key(core_package):
    path = core_package / "deal_areas.csv"
    sound = path.read_bytes()
    try:
        path.write_bytes(sound + sound.splitlines(keepends=True)[-1])
        found = problems(Package(str(core_package / "datapackage.json")).validate())
    finally:
        path.write_bytes(sound)
    assert any("primary key" in line for line in found), found


# ---------------------------------------------------------------- keys, by pandas alone


def test_every_reference_resolves(resources, tables):
    for name, resource in resources.items():
        for key in resource["schema"].get("foreignKeys", []):
            column, reference = key["fields"], key["reference"]
            used = set(tables[name][column]) - {""}
            known = set(tables[reference["resource"] or name][reference["fields"]])
            assert used <= known, f"{name}.{column}: {sorted(used - known)[:5]}"


def test_every_column_that_names_something_is_a_reference(resources):
    """So that a new id column can't slip past the test above."""
    names_something = re.compile(
        r"(body|deal|programme|measure)_id|district_code|small_area_code|(stp|lep)_201\d.*|.*_body_id|stp_code"
    )
    for name, resource in resources.items():
        referred = {key["fields"] for key in resource["schema"].get("foreignKeys", [])}
        columns = {field["name"] for field in resource["schema"]["fields"]}
        unchecked = {column for column in columns if names_something.fullmatch(column)} - referred
        assert not unchecked, f"{name}: {unchecked}"


def test_primary_keys_are_unique_and_filled(resources, tables):
    for name, resource in resources.items():
        key = resource["schema"]["primaryKey"]
        key = [key] if isinstance(key, str) else key
        rows = tables[name]
        assert not rows.duplicated(key).any(), f"{name}: {sample(rows[rows.duplicated(key)])}"
        assert (rows[key] != "").all(axis=None), name


def test_small_areas_are_given_to_bodies_of_the_right_layer(tables, bodies):
    layer = bodies.set_index("id")["layer"]
    for column in ["stp_2017", "stp_2018", "lep_2017", "lep_2017_second"]:
        used = set(tables["small_areas"][column]) - {""}
        assert {layer[body_id] for body_id in used} == {column[:3]}, column


def test_trusts_belong_to_stps(tables, bodies):
    code_layer = bodies.set_index("official_code")["layer"]
    codes = set(tables["trusts"]["stp_code"]) - {""}
    assert {code_layer[code] for code in codes} == {"stp"}
    layer = bodies.set_index("id")["layer"]
    assert {layer[body_id] for body_id in tables["trust_stps"]["body_id"]} == {"stp"}


def test_layers_hold_what_their_category_says(tables):
    category = tables["layers"].set_index("id")["category"]
    for table, expected in [("bodies", "body"), ("deals", "deal"), ("programmes", "programme")]:
        used = set(tables[table]["layer"])
        assert used == set(category[category == expected].index), table


def test_bodies_have_the_official_codes_of_their_layer(bodies):
    series = {"lep": "E37", "combined_authority": "E47", "stp": "E54"}
    assert (bodies["official_code"].str[:3] == bodies["layer"].map(series)).all()


def test_a_layer_begins_with_its_first_row(tables):
    """``first_day`` is that of the earliest body or agreement, and institutions have none."""
    first = {}
    for table, column in [("bodies", "valid_from"), ("deals", "announced_on"), ("programmes", "announced_on")]:
        known = tables[table][tables[table][column] != ""]
        first |= known.groupby("layer")[column].min().to_dict()
    stated = tables["layers"].set_index("id")["first_day"]
    assert stated[stated != ""].to_dict() == first


def test_growth_deals_take_the_area_of_a_lep(tables, bodies):
    deals = tables["deals"]
    growth = deals[deals["layer"] == "growth_deal"]
    layer = bodies.set_index("id")["layer"]
    assert {layer[lead] for lead in growth["lead_body_id"]} == {"lep"}
    assert not set(growth["id"]) & set(tables["deal_areas"]["deal_id"])


# ---------------------------------------------------------------- districts and small areas


def test_326_districts_each_in_one_of_nine_regions(tables):
    districts = tables["districts"]
    assert districts["code"].nunique() == len(districts) == 326
    assert districts["region_code"].nunique() == districts["region_name"].nunique() == 9
    assert (districts.groupby("region_code")["region_name"].nunique() == 1).all()


def test_small_areas_hold_every_person_once(small_areas):
    assert small_areas["code"].nunique() == len(small_areas) == 32_844
    assert small_areas["population_2017"].sum() == ENGLAND_PEOPLE


def test_small_areas_sum_to_their_district(tables, small_areas):
    printed = tables["districts"].set_index("code")["population_2017"].astype(int).sort_index()
    summed = small_areas.groupby("district_code")["population_2017"].sum().sort_index()
    assert list(summed.index) == list(printed.index)
    assert (summed == printed).all(), sample(pd.DataFrame({"sum": summed, "printed": printed})[summed != printed])


def test_only_the_north_changed_stp_in_2018(small_areas):
    moved = small_areas[small_areas["stp_2017"] != small_areas["stp_2018"]]
    assert set(moved["stp_2018"]) == {"stp-cumbria-and-north-east"}
    assert moved["stp_2017"].nunique() == 3
    assert small_areas["stp_2017"].nunique() == 44
    assert small_areas["stp_2018"].nunique() == 42


def test_small_areas_have_a_point_on_the_national_grid(small_areas):
    for column, (low, high) in GRID_BOX.items():
        values = small_areas[column]
        assert values.notna().all(), f"{values.isna().sum():,} small areas have no {column}: run the boundary build"
        assert values.between(low, high).all(), sample(small_areas[~values.between(low, high)])
        assert (values == values.round()).all(), f"{column} is in whole metres"


def test_small_areas_have_an_area_and_make_england(small_areas):
    area = small_areas["area_m2"]
    assert area.notna().all(), f"{area.isna().sum():,} small areas have no area: run the boundary build"
    assert (area > 0).all(), sample(small_areas[area <= 0])
    assert 130_000 <= area.sum() / 1e6 <= 133_500


# ---------------------------------------------------------------- bodies and memberships


def test_bodies_in_force_in_december_2017(bodies_december_2017):
    counts = bodies_december_2017["layer"].value_counts().to_dict()
    assert counts == {"combined_authority": 9, "lep": 38, "stp": 44}


def test_a_day_at_either_end_is_inside(bodies):
    """Northamptonshire LEP ended on 31 March 2017; the joined-up northern STP began on 1 April 2018."""
    last, first = bodies["id"] == "lep-northamptonshire", bodies["id"] == "stp-cumbria-and-north-east"
    assert in_force(bodies[last], "2017-03-31").all()
    assert not in_force(bodies[last], "2017-04-01").any()
    assert in_force(bodies[first], "2018-04-01").all()
    assert not in_force(bodies[first], "2018-03-31").any()


def test_every_body_in_force_has_a_district(bodies_december_2017, memberships_december_2017):
    assert set(bodies_december_2017["id"]) == set(memberships_december_2017["body_id"])


def test_stps_share_out_every_district(memberships_december_2017):
    stps = memberships_december_2017[memberships_december_2017["layer"] == "stp"]
    total = stps.groupby("district_code")["share"].sum()
    assert len(total) == 326
    assert total.between(1 - 0.0002, 1 + 0.0002).all(), total[(total - 1).abs() > 0.0002].to_dict()


def test_leps_cover_every_district_and_31_twice(memberships_december_2017, small_areas):
    leps = memberships_december_2017[memberships_december_2017["layer"] == "lep"]
    assert leps["district_code"].nunique() == 326
    whole = leps[leps["share"] == 1].groupby("district_code").size()
    assert (whole <= 2).all()
    twice = set(whole[whole == 2].index)
    assert len(twice) == 31
    assert set(small_areas.loc[small_areas["lep_2017_second"] != "", "district_code"]) == twice


def test_constituents_belong_to_one_combined_authority(memberships_december_2017):
    rows = memberships_december_2017
    constituents = rows[(rows["layer"] == "combined_authority") & (rows["role"] == "constituent")]
    assert not constituents["district_code"].duplicated().any()
    assert (constituents["share"] == 1).all()


CONSTITUENTS = {
    "ca-greater-manchester": 10,
    "ca-liverpool-city-region": 6,
    "ca-sheffield-city-region": 4,
    "ca-west-yorkshire": 5,
    "ca-north-east": 7,
    "ca-tees-valley": 5,
    "ca-west-midlands": 7,
    "ca-cambridgeshire-and-peterborough": 6,
    "ca-west-of-england": 3,
}


def test_combined_authorities_have_the_councils_of_their_orders(memberships_december_2017):
    rows = memberships_december_2017
    counts = rows[rows["role"] == "constituent"].groupby("body_id").size().to_dict()
    assert counts == CONSTITUENTS


def small_area_columns(row) -> list[str]:
    """The columns of small_areas that give the row's body its small areas."""
    if row.layer == "stp":
        return ["stp_2018"] if row.valid_from >= "2018-04-01" else ["stp_2017"]
    return ["lep_2017", "lep_2017_second"]


def test_part_shares_are_those_of_the_small_areas(tables, bodies, people_share):
    rows = tables["memberships"].merge(bodies[["id", "layer"]], left_on="body_id", right_on="id")
    rows = rows.assign(share=number(rows["share"]))
    part = rows[rows["share"] < 1]
    assert len(part) > 0
    assert set(part["layer"]) == {"stp", "lep"}
    wrong = [
        (row.body_id, row.district_code, row.share, round(exact, 4))
        for row in part.itertuples()
        if abs(
            row.share - (exact := sum(people_share(c, row.body_id, row.district_code) for c in small_area_columns(row)))
        )
        > 0.0001
    ]
    assert not wrong, wrong


def test_whole_districts_are_whole_in_the_small_areas(memberships_december_2017, people_share):
    rows = memberships_december_2017
    whole = rows[(rows["share"] == 1) & rows["layer"].isin(["stp", "lep"])]
    wrong = [
        (row.body_id, row.district_code)
        for row in whole.itertuples()
        if sum(people_share(c, row.body_id, row.district_code) for c in small_area_columns(row)) != 1
    ]
    assert not wrong, wrong


def test_care_system_shares_are_those_of_their_stp(tables, people_share):
    footprint = tables["programmes"].set_index("id")["footprint_body_id"]
    rows = tables["programme_areas"].assign(share=number(tables["programme_areas"]["share"]))
    rows = rows.assign(footprint=rows["programme_id"].map(footprint))
    rows = rows[rows["footprint"] != ""]
    assert rows["programme_id"].nunique() == (footprint != "").sum()
    wrong = [
        (row.programme_id, row.district_code, row.share, round(exact, 4))
        for row in rows.itertuples()
        if abs(row.share - (exact := people_share("stp_2017", row.footprint, row.district_code))) > 0.0051
    ]
    assert not wrong, wrong


# ---------------------------------------------------------------- dates


@pytest.fixture(scope="session")
def date_columns(resources) -> list[tuple[str, str]]:
    return [
        (name, field["name"])
        for name, resource in resources.items()
        for field in resource["schema"]["fields"]
        if field["type"] == "date"
    ]


def test_full_dates_are_real_days(tables, date_columns):
    assert len(date_columns) >= 8
    for name, column in date_columns:
        for value in set(tables[name][column]) - {""}:
            assert FULL_DATE.fullmatch(value), f"{name}.{column}: {value}"
            date.fromisoformat(value)


def test_every_date_like_column_is_known(resources, date_columns):
    partial = {("layers", "source_date"), ("deals", "status_on"), ("programmes", "status_on")}
    named = {
        (name, field["name"])
        for name, resource in resources.items()
        for field in resource["schema"]["fields"]
        if re.search(r"(^|_)(date|day|on|from|to)$", field["name"])
    }
    assert named == set(date_columns) | partial


@pytest.mark.parametrize(
    ("name", "column"), [("layers", "source_date"), ("deals", "status_on"), ("programmes", "status_on")]
)
def test_partial_dates_are_years_months_or_days(tables, name, column):
    for value in set(tables[name][column]) - {""}:
        assert PARTIAL_DATE.fullmatch(value), f"{name}.{column}: {value}"
        date.fromisoformat((value + "-01-01")[:10])


def test_nothing_ends_before_it_begins(tables, bodies):
    for name in ["bodies", "memberships"]:
        rows = tables[name]
        both = rows[(rows["valid_from"] != "") & (rows["valid_to"] != "")]
        assert (both["valid_from"] <= both["valid_to"]).all(), name
    mayors = bodies[bodies["mayor_from"] != ""]
    assert (mayors["mayor_from"] >= mayors["valid_from"]).all()
    assert (mayors["layer"] == "combined_authority").all()


def test_memberships_lie_within_the_life_of_their_body(tables, bodies):
    rows = tables["memberships"].merge(bodies, left_on="body_id", right_on="id", suffixes=("", "_body"))
    early = rows[(rows["valid_from"] != "") & (rows["valid_from"] < rows["valid_from_body"])]
    late = rows[(rows["valid_to_body"] != "") & ((rows["valid_to"] == "") | (rows["valid_to"] > rows["valid_to_body"]))]
    assert early.empty, sample(early)
    assert late.empty, sample(late)


def test_no_deal_or_programme_before_2011(tables):
    assert tables["deals"]["announced_on"].min() >= "2011-01-01"
    assert tables["programmes"]["announced_on"].min() >= "2011-01-01"


@pytest.mark.parametrize("name", ["deals", "programmes"])
def test_a_date_of_less_than_a_day_stands_on_a_first(tables, name):
    rows = tables[name]
    month, year = rows["announced_precision"] == "month", rows["announced_precision"] == "year"
    assert rows.loc[month, "announced_on"].str.endswith("-01").all()
    assert rows.loc[year, "announced_on"].str.endswith("-01-01").all()


# ---------------------------------------------------------------- deals, places, money


@pytest.mark.parametrize("name", ["deals", "programmes"])
def test_a_place_has_one_name_and_one_layer(tables, name):
    places = tables[name].groupby("place_id")[["place", "layer"]].nunique()
    assert (places == 1).all(axis=None), sample(places[(places != 1).any(axis=1)])


def test_no_key_is_shared_between_tables(tables):
    keys = [set(tables["bodies"]["id"])]
    for name in ["deals", "programmes"]:
        keys.append(set(tables[name]["id"]) | set(tables[name]["place_id"]))
    assert sum(map(len, keys)) == len(set.union(*keys))


def test_no_amount_is_zero(tables):
    amounts = number(tables["deals"]["amount_gbp_m"]).dropna()
    assert len(amounts) > 100
    assert (amounts > 0).all()


def test_confidence_in_an_amount_fits_the_amount(tables):
    deals = tables["deals"]
    blank = deals["amount_gbp_m"] == ""
    sure_of_nothing = deals[blank & ~deals["amount_confidence"].isin(["", "low"])]
    unsaid = deals[~blank & (deals["amount_confidence"] == "")]
    assert sure_of_nothing.empty, sample(sure_of_nothing[["id", "amount_confidence"]])
    assert unsaid.empty, sample(unsaid[["id", "amount_gbp_m"]])


def test_known_totals_of_growth_deals(tables):
    """Figures that the README prints."""
    deals = tables["deals"].assign(amount=number(tables["deals"]["amount_gbp_m"]))
    rounds = deals[deals["layer"] == "growth_deal"].groupby("round")["amount"].sum().round().astype(int)
    assert rounds.to_dict() == {"round 1 (2014)": 6327, "round 2 (2015)": 810, "round 3 (2017)": 1746}


# ---------------------------------------------------------------- institutions


@pytest.mark.parametrize(("name", "count"), [("universities", 135), ("trusts", 232)])
def test_institutions_lie_in_england(tables, name, count):
    rows = tables[name]
    assert len(rows) == count
    for column, (low, high) in ENGLAND_BOX.items():
        values = number(rows[column])
        assert values.between(low, high).all(), sample(rows[~values.between(low, high)][["name", "lat", "lon"]])


@pytest.mark.parametrize("name", ["universities", "trusts"])
def test_institutions_lie_in_a_small_area_of_their_district(tables, name):
    rows = tables[name]
    blank = rows["small_area_code"] == ""
    assert not blank.any(), f"{blank.sum()} {name} have no small area: run the boundary build"
    district = rows["small_area_code"].map(tables["small_areas"].set_index("code")["district_code"])
    elsewhere = rows[(district != rows["district_code"]) & ~rows["doubt"].str.contains("district boundary")]
    assert elsewhere.empty, sample(elsewhere[["name", "small_area_code", "district_code"]])


# ---------------------------------------------------------------- statistics


def test_coverage_is_the_number_of_values(tables):
    measures = tables["measures"].set_index("id")
    rows = tables["measure_values"].groupby("measure_id").size()
    wrong = {
        key: (measures.loc[key, "coverage"], rows.get(key, 0))
        for key in measures.index
        if int(measures.loc[key, "coverage"]) != rows.get(key, 0)
    }
    assert not wrong, f"stated and counted: {wrong}"


def test_values_are_numbers_of_known_districts(tables):
    values = tables["measure_values"]
    assert set(values["district_code"]) <= set(tables["districts"]["code"])
    assert set(values["measure_id"]) == set(tables["measures"]["id"])
    assert number(values["value"]).notna().all()


def test_population_measure_is_that_of_the_districts(tables):
    values = tables["measure_values"]
    measure = values[values["measure_id"] == "population_mid2017"].set_index("district_code")["value"].astype(int)
    printed = tables["districts"].set_index("code")["population_2017"].astype(int)
    assert measure.sort_index().equals(printed.sort_index().rename_axis("district_code").rename("value"))


# ---------------------------------------------------------------- sources, licences, README


def test_every_row_has_a_source(tables, resources):
    without = {name for name, rows in tables.items() if "source" not in rows}
    assert without == WITHOUT_SOURCE
    assert all(resources[name]["sources"] for name in without)
    for name in set(tables) - without:
        rows = tables[name]
        bare = rows[rows["source"].str.strip() == ""]
        assert bare.empty, f"{name}: {sample(bare)}"


def test_every_row_says_how_sure_it_is(tables):
    for name in set(tables) - WITHOUT_SOURCE:
        assert set(tables[name]["confidence"]) <= {"high", "medium", "low"}, name
        assert "doubt" in tables[name], name


def test_readme_names_every_table(readme, resources):
    missing = [name for name in resources if f"`{name}.csv`" not in readme]
    assert not missing


def test_readme_names_every_licence(readme, descriptor, tables):
    licences = {licence["title"] for licence in descriptor["licenses"]}
    for resource in descriptor["resources"]:
        licences |= {licence["title"] for licence in resource["licenses"]}
    licences |= set(tables["measures"]["licence"]) | set(tables["layers"]["licence"])
    missing = [licence for licence in sorted(licences) if licence not in readme]
    assert not missing


def test_names_that_people_say_are_short_and_are_no_abbreviations(bodies):
    """Two are longer, as people say no shorter ones."""
    long = bodies[bodies["short_name"].str.len() > 24]
    assert set(long["id"]) == {
        "stp-bath-swindon-and-wiltshire",
        "stp-durham-darlington-teesside-hambleton-richmondshire-and-whitby",
    }
    assert not bodies.duplicated(["layer", "short_name"]).any()
    words = bodies["short_name"].str.findall(r"[^\W\d_]+|\w+").explode()
    assert set(words[words.str.fullmatch(r"[A-Z0-9]{2,}")]) <= {"M3", "NE"}
    assert (bodies["abbreviation"] != bodies["short_name"]).all()
    taken = bodies[bodies["abbreviation"] != ""]
    assert not taken.duplicated(["layer", "abbreviation"]).any()
