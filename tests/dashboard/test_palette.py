"""The colours do their work for every eye: worked out here from the published formulas, not from the palette's own."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest

from dashboard import palette
from dashboard.palette import CLASSES, NOT_AVAILABLE, PAPER, SEA, label_colour
from tests.layers.toy import AREA_LAYERS

MAIN = [name for name, style in AREA_LAYERS.items() if style.dash == "solid"]
DASHED = [name for name in AREA_LAYERS if name not in MAIN]
VISION = {
    "normal": np.eye(3),
    # Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
    "protanope": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranope": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def linear(colour: str) -> np.ndarray:
    """sRGB hex as linear light."""
    value = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(colour: str, vision: str = "normal") -> np.ndarray:
    """CIELAB (D65) of a colour as that eye sees it."""
    xyz = TO_XYZ @ np.clip(VISION[vision] @ linear(colour), 0, 1) / TO_XYZ.sum(axis=1)
    bent = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])])


def difference(one: str, other: str, vision: str = "normal") -> float:
    """CIE76 delta E."""
    return float(np.linalg.norm(lab(one, vision) - lab(other, vision)))


def ciede2000(one: np.ndarray, other: np.ndarray) -> float:
    """The CIEDE2000 colour difference of two CIELAB colours (Sharma, Wu and Dalal, 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    bent = 1 + 0.5 * (1 - np.sqrt(chroma**7 / (chroma**7 + 25**7)))
    c1, c2 = np.hypot(a1 * bent, b1), np.hypot(a2 * bent, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a * bent)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    light, sat = (l1 + l2) / 2, (c1 + c2) / 2
    cosines = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    bend = 1 + sum(weight * np.cos(np.radians(times * hue + shift)) for weight, times, shift in cosines)
    lightness = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2))
    saturation = (c2 - c1) / (1 + 0.045 * sat)
    hues = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * sat * bend)
    blue = np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2)))) * 2 * np.sqrt(sat**7 / (sat**7 + 25**7))
    return float(np.sqrt(lightness**2 + saturation**2 + hues**2 - blue * saturation * hues))


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    dark, light = sorted(float(weights @ linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def test_the_formulas_themselves() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert lab("#ffffff") == pytest.approx([100, 0, 0], abs=0.01)
    assert lab("#ff0000") == pytest.approx([53.24, 80.09, 67.20], abs=0.02)
    assert difference("#ff0000", "#00a000", "deuteranope") < difference("#ff0000", "#00a000") / 2


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_ciede2000_gives_the_published_differences(
    one: tuple[float, ...], other: tuple[float, ...], wanted: float
) -> None:
    """From the table of test data that its authors published with it."""
    assert ciede2000(np.array(one), np.array(other)) == pytest.approx(wanted, abs=5e-5)


def test_six_main_layers_and_five_dashed() -> None:
    assert MAIN == ["combined_authority", "lep", "stp", "city_deal", "growth_deal", "devolution_deal"]
    assert len(DASHED) == 5


@pytest.mark.parametrize(("vision", "least"), [("normal", 35), ("protanope", 20), ("deuteranope", 20)])
@pytest.mark.parametrize(("one", "other"), list(combinations(MAIN, 2)))
def test_main_layers_are_told_apart_by_colour(one: str, other: str, vision: str, least: float) -> None:
    seen = (lab(AREA_LAYERS[name].colour, vision) for name in (one, other))
    assert ciede2000(*seen) >= least


@pytest.mark.parametrize("layer", AREA_LAYERS)
def test_every_layer_shows_on_white(layer: str) -> None:
    """Every outline is drawn over a white casing, so white is what it must stand out from."""
    assert contrast(AREA_LAYERS[layer].colour, PAPER) >= 3


@pytest.mark.parametrize("layer", AREA_LAYERS)
def test_every_layer_differs_from_the_darkest_shading(layer: str) -> None:
    assert difference(AREA_LAYERS[layer].colour, CLASSES[-1]) >= 20
    assert difference(PAPER, CLASSES[-1]) >= 30


def test_near_colours_differ_in_dash() -> None:
    near = [
        (one, other)
        for one, other in combinations(AREA_LAYERS, 2)
        if min(difference(AREA_LAYERS[one].colour, AREA_LAYERS[other].colour, vision) for vision in VISION) < 30
    ]
    assert near, "the dashed layers can't all be far apart, so this must find some"
    for one, other in near:
        assert AREA_LAYERS[one].dash != AREA_LAYERS[other].dash, f"{one} and {other}"


def test_every_dashed_layer_has_a_dash_of_its_own() -> None:
    patterns = [AREA_LAYERS[layer].dash for layer in DASHED]
    assert len(set(patterns)) == len(patterns)
    for pattern in patterns:
        lengths = [int(part.removesuffix("px")) for part in pattern.split(",")]
        assert len(lengths) % 2 == 0
        assert min(lengths) >= 2, "a gap or dash under two pixels can't be seen"


@pytest.mark.parametrize(
    "colour", [*(label_colour(style.colour) for style in AREA_LAYERS.values()), palette.TEXT, palette.MUTED]
)
def test_labels_and_text_can_be_read(colour: str) -> None:
    """On white: labels carry a white halo, text stands on paper."""
    assert contrast(colour, PAPER) >= 4.5


def test_label_keeps_the_layers_colour_when_it_can() -> None:
    assert label_colour("#3a0ca3") == "#3a0ca3"
    assert label_colour("#ffff00") != "#ffff00"
    assert contrast(label_colour("#ffff00"), PAPER) >= 4.5


def test_classes_get_darker_by_steps_that_can_be_seen() -> None:
    lightness = [lab(colour)[0] for colour in CLASSES]
    for vision in VISION:
        seen = [lab(colour, vision)[0] for colour in CLASSES]
        assert seen == sorted(seen, reverse=True)
    assert all(upper - lower >= 5 for upper, lower in pairwise(lightness))


@pytest.mark.parametrize("vision", VISION)
def test_not_available_is_no_class_and_no_sea(vision: str) -> None:
    for colour in (*CLASSES, SEA):
        assert difference(NOT_AVAILABLE, colour, vision) >= 10


def test_selection_and_focus_stand_out() -> None:
    assert contrast(palette.SELECTION, CLASSES[-1]) >= 4.5
    assert contrast(palette.SELECTION, palette.FOCUS) >= 3


def test_the_palettes_own_arithmetic() -> None:
    for style in AREA_LAYERS.values():
        assert palette.contrast(style.colour, PAPER) == pytest.approx(contrast(style.colour, PAPER), rel=1e-3)


def test_the_stylesheet_uses_the_same_colours() -> None:
    from dashboard.settings import ROOT

    style = (ROOT / "assets" / "style.css").read_text("utf-8")
    for name, value in {"text": palette.TEXT, "muted": palette.MUTED, "border": palette.BORDER, "map-sea": SEA}.items():
        assert f"--{name}: {value}" in style
    assert f"--hairline: {palette.HAIRLINE}" in style
    assert f"--focus: {palette.FOCUS}" in style
