"""Window level and gamma, against numpy's interpolation."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from granview.gui.paint.toning import halves, rgb32, toned

GENERATOR = np.random.default_rng(0)


@pytest.mark.parametrize("dtype", ["uint8", "int8", "uint16", "int16", "uint32", "float32", "float64"])
@pytest.mark.parametrize("gamma", [1.0, 2.2, 0.5])
def test_values_go_from_black_to_white_as_numpy_interpolates(dtype: str, gamma: float) -> None:
    kind = np.dtype(dtype)
    info = np.iinfo(kind) if kind.kind in "iu" else None
    low, high = (-3.0, 5.0) if info is None else (float(info.min) * 0.2 + 7, float(info.max) * 0.6)
    values = GENERATOR.uniform(low - 1, high + 1, (40, 30, 3))
    values = (values if info is None else np.clip(values, info.min, info.max)).astype(kind)
    expected = np.interp(values.astype(float), (low, high), (0, 1)) ** (1 / gamma) * 255
    found = toned(values, low, high, gamma)
    assert found.dtype == np.uint8
    assert np.abs(found - expected).max() <= 0.5 + 1e-6


def test_ends_are_black_and_white_and_no_number_is_black() -> None:
    values = np.array([[-np.inf, np.nan, 0, 0.5, 1, np.inf]])
    assert toned(values, 0, 1, 1).tolist() == [[0, 0, 0, 128, 255, 255]]
    assert toned(np.array([[119, 120, 900, 901]], np.uint16), 120, 900, 1).tolist() == [[0, 0, 255, 255]]


def test_pixels_are_those_of_qt() -> None:
    pixels = rgb32(np.array([[[10, 20, 30]]], np.uint8))
    image = QImage(pixels.data, 1, 1, 4, QImage.Format.Format_RGB32)
    assert image.pixelColor(0, 0).getRgb() == (10, 20, 30, 255)
    assert rgb32(np.array([[[7]]], np.uint8)).tolist() == [[[7, 7, 7, 255]]]


@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_levels_are_means_and_halve_until_they_are_small(dtype: str) -> None:
    values = (GENERATOR.random((13, 8, 2)) * 1000).astype(dtype)
    levels = halves(values, 4)
    assert [level.shape for level in levels] == [(13, 8, 2), (7, 4, 2), (4, 2, 2)]
    mean = values[:12].astype(float).reshape(6, 2, 4, 2, 2).mean((1, 3))
    assert np.abs(levels[1][:6].astype(float) - mean).max() <= (0.5 if dtype == "uint16" else 1e-3)
    assert all(level.dtype == values.dtype for level in levels)
