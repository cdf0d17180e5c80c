"""Lanes are told apart by everybody: by colour whatever one's cones are, and by form besides."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from skimage.color import deltaE_ciede2000, rgb2lab

from granview.core.palette import LANES_ON_DARK, LANES_ON_LIGHT
from granview.gui.style.lane_colors import MARKERS, lane_color, lane_marker
from granview.gui.style.theme import DARK, LIGHT

VISION = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""On linear RGB, at full severity: Machado, Oliveira and Fernandes, IEEE TVCG 15(6), 2009, table 1."""

LEAST_DELTA_E = 10.0
"""CIEDE2000; 1 is just noticeable side by side, 2 to 10 at a glance."""

SETS = [pytest.param(LANES_ON_DARK, id="dark"), pytest.param(LANES_ON_LIGHT, id="light")]


def seen(color: str, vision: str) -> NDArray[np.float64]:
    """CIELAB of a colour as it looks to somebody."""
    srgb = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.asarray(VISION[vision]) @ linear, 0, 1)
    srgb = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return rgb2lab(srgb.reshape(1, 1, 3)).reshape(3)


def test_the_simulation_is_that_of_the_paper() -> None:
    """Red and green of one lightness are far apart for most, and near for those without one of the two cones."""
    pair = ("#d00000", "#5f7800")
    far = {vision: float(deltaE_ciede2000(*(seen(color, vision) for color in pair))) for vision in VISION}
    assert far["normal"] > 40
    assert far["deuteranopia"] < 25


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("colors", SETS)
def test_no_two_lanes_look_alike_to_anybody(colors: tuple[str, ...], vision: str) -> None:
    near = {
        pair: round(float(deltaE_ciede2000(seen(pair[0], vision), seen(pair[1], vision))), 1)
        for pair in combinations(colors, 2)
    }
    assert {pair: by for pair, by in near.items() if by < LEAST_DELTA_E} == {}


def test_each_lane_has_a_form_of_its_own_in_plots_and_their_keys() -> None:
    for theme in (DARK, LIGHT):
        markers = [lane_marker(lane_color(theme, place)) for place in range(8)]
        assert tuple(markers) == MARKERS
        assert lane_color(theme, 8) == lane_color(theme, 0)
    assert len({marker.symbol for marker in MARKERS}) == len({marker.letter for marker in MARKERS}) == len(MARKERS)
    assert lane_marker("#123456") == MARKERS[0]
