"""The page of one place: every district and county on several days, its words, and where its links lead."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from dash import Dash, html

from dashboard.ids import Place, ids_of
from dashboard.views.briefing import BriefingView
from dashboard.views.overlaps import OverlapsView
from dashboard.views.place import PlaceView, find
from dashboard.views.query import read
from dashboard.world import landscape
from layers.dates import parse_day
from layers.place.area import area_of
from layers.place.changes import changes_of
from layers.place.covers import covers_of
from layers.place.figures import figures_of
from layers.place.mismatches import mismatches
from layers.place.part import part_of
from tests.dashboard.conftest import ids_of_page, text_of, walk

DAYS = ("2011-01-01", "2016-03-15", "2018-04-01", "2018-12-31")
SOUTH_KESTEVEN, LINCOLNSHIRE, COUNTY_DURHAM = "E07000141", "E10000019", "E06000047"
COUNTIES = sorted({d.upper_tier_code for d in landscape().districts.values()} - set(landscape().districts))


def asked_ids(app, prefix):
    """Every id with a prefix that some callback reads or writes."""
    asked = set()
    for name, item in app.callback_map.items():
        outputs = name.strip(".").replace("...", "..").split("..")
        asked |= {part.split(".")[0] for part in outputs}
        asked |= {str(x["id"]) for x in [*item["inputs"], *item["state"]]}
    return {name for name in asked if name.startswith(prefix)}


def check_links(land, layout, day):
    """Every link of a component leads to something known."""
    for item in walk(layout):
        if isinstance(item, html.A):
            check_link(land, item.href, day)


def check_link(land, href, day):
    """A link of ours leads to something known, in an address that its page understands."""
    split = urlsplit(href)
    query = {key: values[0] for key, values in parse_qs(split.query).items()}
    if split.netloc:
        return
    where, _, name = split.path.removeprefix("/").partition("/")
    if where == "body":
        assert name in land.all_bodies, href
        assert set(query) <= {"as_at"}, href
    elif where == "place":
        assert find(land, name), href
        assert read(PlaceView, query, land)[1] == (), href
    elif where == "briefing":
        state, notes = read(BriefingView, query, land)
        assert notes == (), href
        assert state.stp is None or state.stp in land.as_at(state.as_at).by_id, href
        assert state.stp is None or state.as_at == parse_day(day), href
    elif where == "overlaps":
        assert read(OverlapsView, query, land)[1] == (), href
    elif "select" in query:
        assert query["select"] in {*land.all_bodies, *land.institutions, *land.districts}, href


@pytest.fixture(scope="module")
def page(app: Dash):
    """The page's module; Dash imports it when the application is made."""
    from dashboard.pages import place

    return place


@pytest.fixture
def plain_map(monkeypatch):
    """The empty map made once: it is the same for every place and the slow half of a layout."""
    from dashboard.components import small_map

    figure = small_map.small_figure()
    monkeypatch.setattr(small_map, "small_figure", lambda: figure)


def words_of(page, code, **given):
    return " ".join(text_of(page.layout(code, **given)).split())


def sections(page, code, **given):
    """The page's sections by their class."""
    found = [item for item in walk(page.layout(code, **given)) if isinstance(item, html.Section)]
    return {item.className: item for item in found}


def plain(node):
    """A component's text as it reads, without spaces between its pieces."""
    return "".join(str(item) for item in walk(node) if isinstance(item, (str, int, float)))


def test_every_id_of_a_callback_is_in_the_layout(app, page):
    asked = asked_ids(app, "place-")
    assert len(asked) >= 4
    assert asked <= ids_of_page(page.layout(SOUTH_KESTEVEN))


def test_every_id_the_scripts_look_for_is_in_the_layout(page):
    assert set(ids_of(Place).values()) - ids_of_page(page.layout(SOUTH_KESTEVEN)) <= {Place.SEARCH_LIST}


def test_ids_are_unique(page):
    ids = [item.id for item in walk(page.layout(SOUTH_KESTEVEN, **{"with": LINCOLNSHIRE})) if getattr(item, "id", None)]
    assert len(ids) == len(set(ids))


@pytest.mark.usefixtures("plain_map")
@pytest.mark.parametrize("day", DAYS)
def test_every_place_has_a_page(page, land, day):
    assert (len(land.districts), len(COUNTIES)) == (326, 27)
    for code in (*land.districts, *COUNTIES):
        layout = page.layout(code, as_at=day)
        text = text_of(layout)
        assert area_of(land, code).name in text
        assert "not a number" not in text.lower()
        assert "None," not in text
        check_links(land, layout, day)


@pytest.mark.usefixtures("plain_map")
@pytest.mark.parametrize("code", [SOUTH_KESTEVEN, LINCOLNSHIRE, COUNTY_DURHAM, "E07000037", "E08000025"])
def test_the_page_says_what_the_domain_found(page, land, code):
    now, area = land.as_at(), area_of(land, code)
    text = words_of(page, code)
    told = [plain(item) for item in walk(sections(page, code)["place-lines"]) if isinstance(item, html.Li)]
    assert tuple(told) == mismatches(now, area)
    for cover in covers_of(now, area):
        assert cover.body.name in text
    for change in changes_of(now, area):
        assert change.text in text
    for item in figures_of(land, area):
        assert item.measure.label in text


def test_south_kesteven(page):
    text = words_of(page, SOUTH_KESTEVEN)
    for line in (
        "South Kesteven lies wholly in two LEPs : Cambridge & Peterborough and Greater Lincolnshire.",
        ": the whole place, since a day not known.",
        "Lincolnshire Sustainability and Transformation Partnership : the whole place, since 15 March 2016.",
        "22 November 2016 Greater Lincolnshire devolution agreement: rejected.",
        "July 2017 Leading Places: South Kesteven: announced.",
        "Non-metropolitan district in Lincolnshire , East Midlands",
    ):
        assert line in text


def test_a_county(page):
    text = words_of(page, LINCOLNSHIRE)
    assert "County , East Midlands Lincolnshire 7 districts, " in text
    assert (
        "Its districts: Boston , East Lindsey , Lincoln , North Kesteven , South Holland , South Kesteven and West Lindsey"
        in text
    )
    assert "Open it on the main map" not in text, "the map selects districts"
    assert "Open it on the main map" in words_of(page, SOUTH_KESTEVEN)


def test_places_side_by_side_in_the_order_asked_for(page):
    text = words_of(page, SOUTH_KESTEVEN, **{"with": f"{LINCOLNSHIRE},{COUNTY_DURHAM}"})
    assert "South Kesteven Lincolnshire County Durham" in text.partition("Side by side")[2]
    assert "Side by side" not in words_of(page, SOUTH_KESTEVEN, **{"with": SOUTH_KESTEVEN})


def test_bodies_with_the_same_other_districts_stand_together(page, land):
    """Every body over the place once, and each row's districts those of each of its bodies."""
    covers = {cover.body.id: cover for cover in covers_of(land.as_at(), area_of(land, "E08000003"))}
    rows = [
        item
        for item in walk(sections(page, "E08000003")["place-sharers"])
        if isinstance(item, html.Tr) and isinstance(item.children[1], html.Td)
    ]
    links = [[a.href.removeprefix("/body/") for a in walk(row.children[0]) if isinstance(a, html.A)] for row in rows]
    assert sorted(name for row in links for name in row) == sorted(covers)
    assert plain(rows[0].children[0]).startswith("Greater Manchester combined authority, LEP, city deal, growth deal, ")
    for row, names in zip(rows, links, strict=True):
        shown = [a.href.removeprefix("/place/") for a in walk(row.children[1]) if isinstance(a, html.A)]
        for name in names:
            assert shown == [other.code for other in covers[name].others[:14]]


def test_no_link_of_a_place_leads_to_itself(page):
    for given in ({}, {"with": f"{SOUTH_KESTEVEN},{COUNTY_DURHAM}"}):
        links = {a.href for a in walk(page.layout(LINCOLNSHIRE, **given)) if isinstance(a, html.A)}
        assert f"/place/{SOUTH_KESTEVEN}" in links
        assert f"/place/{LINCOLNSHIRE}" not in links


def test_a_term_is_explained_once_in_each_section(page):
    found = sections(page, SOUTH_KESTEVEN, **{"with": "E07000171"})
    terms = {
        name: [item.children for item in walk(section) if getattr(item, "className", None) == "term"]
        for name, section in found.items()
    }
    assert terms["place-lines"] == ["LEPs", "STP", "cross"]
    assert terms["place-figures"] == ["Middle district"]
    assert "associate" in terms["place-beside"]
    assert terms["place-summary"] == ["As at"]
    for shown in terms.values():
        assert len(shown) == len(set(shown))


def test_the_title_names_the_place(page):
    assert page.title(SOUTH_KESTEVEN) == "South Kesteven · Local growth landscape"
    assert page.title("nowhere") == page.title() == "Local growth landscape"


@pytest.mark.parametrize("code", ["nowhere", "", "<script>", "e07000141", "x" * 3000, ["E07000141", "E07000142"], None])
def test_an_unknown_place_gets_a_friendly_page(page, code):
    layout = page.layout(code)
    text = text_of(layout)
    assert {Place.CONFIG, Place.STATUS, Place.SEARCH} <= ids_of_page(layout), "without them the search field is dead"
    assert "There is no district or county with this code here" in text
    assert "find it on the map" in text


def test_what_the_address_holds_is_checked(page):
    said = text_of(page.layout(SOUTH_KESTEVEN, as_at="soon", colour="red", **{"with": "Lincoln"}))
    assert "“soon” is not a date (YYYY-MM-DD), so 1 December 2017 is shown." in said
    assert "The address holds “colour”, which is not used here." in said
    assert "“Lincoln” is not a district or county known here, so it was left out." in said


def test_before_anything_had_begun(page):
    text = words_of(page, COUNTY_DURHAM, as_at="2011-01-01")
    assert "No city, growth or devolution deal covers this place on this day." in text
    assert "As at 1 January 2011." in text


def test_the_part_that_was_looked_for_by_a_postcode_comes_first(page, land):
    """Birmingham's smaller part is in the Black Country's STP, its larger in its own."""
    first = max((1, 2), key=lambda k: part_of(land, f"E08000025-{k}").people)
    text = words_of(page, "E08000025", part=f"E08000025-{first}")
    assert text.index("Where your postcode is") < text.index("Who decides what here")
    told = text.partition("Where your postcode is")[2].partition("What covers all of the district is below.")[0]
    assert "Bodies split Birmingham, and your postcode is in one part of it." in told
    assert "people, 84.5% of Birmingham’s." in told
    assert "Covered by Birmingham and Solihull Sustainability and Transformation Partnership" in told
    assert "Not covered by The Black Country Sustainability and Transformation Partnership" in told
    assert "As at 1 December 2017" in told


def test_on_a_day_on_which_nothing_splits_it_the_part_is_covered_as_all_of_the_district(page):
    text = words_of(page, "E08000025", part="E08000025-1", as_at="2011-01-01")
    assert "On 1 January 2011 every body over Birmingham covered all of it alike." in text


@pytest.mark.parametrize(
    ("part", "note"),
    [
        ("E08000025-1", "“E08000025-1” is not a part of South Kesteven, so it was left out."),
        ("E08000025-9", "“E08000025-9” is not a part of a district known here, so it was left out."),
        (SOUTH_KESTEVEN, f"“{SOUTH_KESTEVEN}” is not a part of a district known here, so it was left out."),
    ],
)
def test_a_part_of_another_place_is_said_and_left_out(page, part, note):
    text = words_of(page, SOUTH_KESTEVEN, part=part)
    assert note in text
    assert "Where your postcode is" not in text
