import numpy as np
import pytest

from granview.core.colormap import HEAT, SIGNED, colormap_indices

VIRIDIS = {0: (68, 1, 84), 64: (59, 82, 139), 128: (33, 145, 140), 192: (94, 201, 98), 255: (253, 231, 37)}
"""Entries of matplotlib's table."""


def _luminance(table: np.ndarray) -> np.ndarray:
    """Relative luminance of sRGB, by WCAG 2."""
    share = table / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def test_heat_is_viridis_and_grows_lighter_all_the_way() -> None:
    assert (HEAT.shape, HEAT.dtype) == ((256, 3), np.uint8)
    for index, color in VIRIDIS.items():
        assert np.abs(HEAT[index].astype(int) - color).max() <= 2
    luminance = _luminance(HEAT)
    assert (np.diff(luminance) >= -1e-3).all()
    assert luminance[0] < 0.05
    assert luminance[-1] > 0.7


def test_signed_is_lightest_at_0_blue_below_and_red_above() -> None:
    luminance = _luminance(SIGNED)
    assert luminance.argmax() in (127, 128)
    assert (np.diff(luminance[:128]) >= 0).all()
    assert (np.diff(luminance[128:]) <= 0).all()
    assert SIGNED[0].argmax() == 2
    assert SIGNED[255].argmax() == 0


@pytest.mark.parametrize(
    ("values", "top", "signed", "expected"),
    [
        ([0.0, 1.0, 2.0, 3.0, -1.0], 2.0, False, [0, 128, 255, 255, 0]),
        ([-2.0, 0.0, 2.0, -9.0, 9.0], 2.0, True, [0, 128, 255, 0, 255]),
        ([np.nan, 1.0], 1.0, False, [0, 255]),
        ([5.0, 0.0], 0.0, False, [0, 0]),
        ([5.0, -5.0], 0.0, True, [128, 128]),
    ],
)
def test_values_have_their_place_on_the_scale(
    values: list[float], top: float, signed: bool, expected: list[int]
) -> None:
    found = colormap_indices(np.array([values], np.float32), top, signed)
    assert found.dtype == np.uint8
    assert found.tolist() == [expected]
