import numpy as np
import pytest

from granview.core import rle
from granview.gui.presenters.pictures.instances_outlines import box_outline, cropped, holds, outline, smoothed
from tests.helpers.shown_instances import disc


def area(polygons: list[np.ndarray]) -> float:
    """Signed area by the shoelace formula: holes run the other way about."""
    total = 0.0
    for polygon in polygons:
        x, y = polygon.T.astype(float)
        total += float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()) / 2
    return abs(total)


@pytest.mark.parametrize("seed", range(40))
def test_outlines_hold_the_pixels_of_any_mask_and_no_more(seed: int) -> None:
    rng = np.random.default_rng(seed)
    mask = rng.random(rng.integers(1, 14, 2)) < rng.random()
    packed = rle.encode(mask)
    assert area(outline(packed)) == mask.sum()
    part, left, top = cropped(packed)
    found = np.zeros_like(mask)
    found[top : top + part.shape[0], left : left + part.shape[1]] = part
    assert np.array_equal(found, mask)
    assert all(holds(packed, x, y) == mask[y, x] for y in range(mask.shape[0]) for x in range(mask.shape[1]))


def test_outside_of_the_picture_there_is_nothing() -> None:
    packed = rle.encode(np.ones((2, 3), bool))
    assert not any(holds(packed, x, y) for x, y in ((-1, 0), (0, -1), (3, 0), (0, 2)))


def test_a_smoothed_disc_has_few_points_and_about_its_area() -> None:
    mask = np.pad(disc(80), 3)
    exact = outline(rle.encode(mask))
    fewer = smoothed(exact)
    assert len(fewer[0]) < 60 < len(exact[0])
    assert area(fewer) == pytest.approx(mask.sum(), rel=0.02)


def test_a_speck_stays_as_it_is() -> None:
    mask = np.zeros((8, 8), bool)
    mask[3, 4] = True
    (polygon,) = smoothed(outline(rle.encode(mask)))
    assert area([polygon]) == pytest.approx(1, abs=0.6)


def test_a_box_is_its_own_outline() -> None:
    assert area(box_outline(np.array([1.5, 2, 4.5, 8], np.float32))) == 18
