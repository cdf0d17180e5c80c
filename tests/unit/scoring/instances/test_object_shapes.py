"""Shapes of objects, by hand and against SciPy."""

import numpy as np
import pytest
from scipy.ndimage import binary_dilation, distance_transform_edt

from granview.core import rle
from granview.scoring.instances.object_shapes import neighbours, object_shapes
from granview.scoring.region_shapes import RING_PX, RegionShapes

SIZE = (60, 80)


def of_masks(*masks: np.ndarray, luminance: np.ndarray) -> RegionShapes:
    encoded = tuple(rle.encode(mask) for mask in masks)
    return object_shapes(rle.boxes_xyxy(encoded), encoded, SIZE, luminance)


def of_boxes(*boxes: tuple[float, float, float, float], luminance: np.ndarray | None = None) -> RegionShapes:
    return object_shapes(np.array(boxes, np.float32).reshape(-1, 4), None, SIZE, luminance)


def test_of_masks_radius_thinness_and_contrast() -> None:
    generator = np.random.default_rng(0)
    luminance = generator.integers(0, 256, SIZE).astype(np.uint8)
    blob = np.zeros(SIZE, bool)
    blob[10:31, 20:50] = True
    blob[15:20, 25:30] = False
    edge = np.zeros(SIZE, bool)
    edge[0:9, 70:80] = True
    shapes = of_masks(blob, edge, luminance=luminance)
    for place, mask in enumerate((blob, edge)):
        radius = distance_transform_edt(np.pad(mask, 1)).max() - 0.5
        assert shapes.radius_px[place] == pytest.approx(radius, rel=0.03)
        assert shapes.thinness[place] == pytest.approx(mask.sum() / (2 * shapes.radius_px[place]) ** 2)
        ring = binary_dilation(mask, np.ones((2 * RING_PX + 1,) * 2)) & ~mask
        expected = abs(luminance[mask].mean() - luminance[ring].mean()) / 255
        assert shapes.contrast[place] == pytest.approx(expected, abs=1e-6)
    assert shapes.border_px.tolist() == [10, 0]


def test_of_boxes_alone() -> None:
    luminance = np.full(SIZE, 50, np.uint8)
    luminance[20:30, 20:60] = 101
    shapes = of_boxes((20, 20, 60, 30), (70, 40, 80, 50), luminance=luminance)
    assert shapes.radius_px.tolist() == [5, 5]
    assert shapes.thinness.tolist() == [4, 1]
    assert shapes.contrast == pytest.approx([51 / 255, 0])
    assert np.isnan(of_boxes((20, 20, 60, 30)).contrast).all()


def test_neighbours_are_counted_within_half_a_box() -> None:
    boxes = np.array([[0, 0, 10, 10], [14, 0, 24, 10], [40, 0, 50, 10], [0, 0, 100, 100.0]])
    assert neighbours(boxes).tolist() == [2, 2, 1, 3]
    assert neighbours(np.empty((0, 4))).tolist() == []


def test_an_empty_mask_and_no_objects() -> None:
    shapes = of_masks(np.zeros(SIZE, bool), luminance=np.zeros(SIZE, np.uint8))
    assert np.isnan(shapes.thinness).all()
    assert np.isnan(shapes.contrast).all()
    assert len(of_boxes().radius_px) == 0
