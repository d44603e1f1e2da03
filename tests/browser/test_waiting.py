"""While the map's files are on their way England's silhouette stands in its place; once it is painted nothing does."""

from __future__ import annotations

from tests.browser.map_page import until


def test_the_silhouette_stands_until_the_map_is_painted(map_page):
    page, kept, free = map_page.page, [], []
    page.route("**/static/districts-national*", lambda route: route.continue_() if free else kept.append(route))
    page.goto("/")
    page.wait_for_selector("#map-shell")
    drawn = "getComputedStyle(document.querySelector('#map-shell'), '::after').backgroundImage"
    until(lambda: kept)
    assert page.evaluate(drawn).startswith('url("data:image/svg+xml')
    assert page.evaluate("getComputedStyle(document.querySelector('#map-measure-control')).color") == "rgba(0, 0, 0, 0)"
    free.append(True)
    for route in kept:
        route.continue_()
    map_page.ready()
    assert page.evaluate(drawn) == "none"
    until(
        lambda: page.evaluate("getComputedStyle(document.querySelector('#map-measure-control')).color"),
        lambda colour: colour != "rgba(0, 0, 0, 0)",
    )
