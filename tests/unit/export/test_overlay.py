import numpy as np
import pytest

from granview.core.errors import ShapeError
from granview.export.overlay import UNNAMED, blend, fade
from tests.helpers.store import LABELS


@pytest.mark.parametrize("opacity", [0.0, 0.3, 0.55, 1.0])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_blending_is_the_weighted_mean(opacity: float, dtype: type) -> None:
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (40, 50, 3), dtype=np.uint8)
    labels = rng.integers(0, len(LABELS), (40, 50)).astype(dtype)
    colors = np.array(LABELS.colors, dtype=np.float64)
    exact = (1 - opacity) * pixels + opacity * colors[labels]
    assert np.abs(blend(pixels, labels, LABELS, opacity) - exact).max() <= 1.0


def test_void_keeps_the_picture_and_unknown_classes_are_grey() -> None:
    pixels = np.full((1, 3, 3), 200, np.uint8)
    out = blend(pixels, np.array([[255, 0, 9]], np.uint8), LABELS, 1.0)
    assert out[0].tolist() == [[200, 200, 200], list(LABELS.colors[0]), list(UNNAMED)]


def test_a_mask_of_another_size_is_refused() -> None:
    with pytest.raises(ShapeError, match="label map"):
        blend(np.zeros((4, 4, 3), np.uint8), np.zeros((4, 5), np.uint8), LABELS)


def test_fading_goes_towards_white() -> None:
    faded = fade(np.array([[[0, 100, 255]]], np.uint8), 0.75)
    assert faded[0, 0].tolist() == [191, 216, 255]
