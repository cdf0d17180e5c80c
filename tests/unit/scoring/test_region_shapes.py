"""Shapes of regions, against scikit-image and SciPy on the same label maps, and by hand."""

import numpy as np
import pytest
from scipy.ndimage import distance_transform_edt
from skimage.draw import disk
from skimage.measure import label, regionprops

from granview.scoring.label_space import LabelPair
from granview.scoring.region_shapes import RING_PX, RegionShapes, border_distance, region_shapes
from granview.scoring.regions import Regions, find_regions


def shapes_of(labels: np.ndarray, luminance: np.ndarray | None = None) -> tuple[Regions, RegionShapes]:
    regions = find_regions(LabelPair(labels, labels, int(labels.max()) + 1))
    return regions, region_shapes(labels, regions.components, regions.order, luminance)


def blobs(seed: int, size: tuple[int, int] = (60, 80)) -> np.ndarray:
    generator = np.random.default_rng(seed)
    coarse = generator.integers(0, 4, (size[0] // 10, size[1] // 10))
    return np.kron(coarse, np.ones((10, 10), int)).astype(np.uint8)


@pytest.mark.parametrize("seed", range(3))
def test_radius_is_that_of_the_distance_transform(seed: int) -> None:
    labels = blobs(seed)
    labels[disk((30, 40), 12)] = 5
    _, shapes = shapes_of(labels)
    expected = []
    for value in range(6):
        ours = label(labels == value, connectivity=2)
        for region in regionprops(ours):
            inside = np.pad(ours == region.label, 1)
            expected.append(distance_transform_edt(inside).max() - 0.5)
    np.testing.assert_allclose(np.sort(shapes.radius_px), np.sort(expected), atol=0.75, rtol=0.05)


def test_a_line_is_thin_and_a_square_is_not() -> None:
    labels = np.zeros((40, 140), np.uint8)
    labels[5, 20:120] = 1
    labels[15:30, 20:35] = 2
    regions, shapes = shapes_of(labels)
    line, square = (int(np.flatnonzero(regions.class_id == value)[0]) for value in (1, 2))
    assert (shapes.radius_px[line], shapes.thinness[line]) == (0.5, 100)
    assert (shapes.radius_px[square], shapes.thinness[square]) == (7.5, 1)


def test_a_disc_has_its_radius() -> None:
    labels = np.zeros((61, 61), np.uint8)
    labels[disk((30, 30), 20)] = 1
    regions, shapes = shapes_of(labels)
    place = int(np.flatnonzero(regions.class_id == 1)[0])
    assert shapes.radius_px[place] == pytest.approx(20, abs=0.6)
    assert shapes.thinness[place] == pytest.approx(np.pi / 4, abs=0.06)


def test_neighbours_are_regions_that_share_a_side() -> None:
    labels = np.array([[0, 0, 1, 1], [0, 0, 1, 1], [2, 2, 0, 0], [2, 2, 0, 0]], np.uint8)
    _, shapes = shapes_of(labels)
    assert shapes.neighbours.tolist() == [2, 1, 1]
    apart = np.zeros((9, 9), np.uint8)
    apart[1, 1] = apart[4, 4] = apart[7, 7] = 1
    regions, found = shapes_of(apart)
    assert found.neighbours[regions.class_id == 0].tolist() == [3]
    assert found.neighbours[regions.class_id == 1].tolist() == [1, 1, 1]


def test_contrast_is_the_difference_from_the_ring() -> None:
    labels = np.zeros((40, 40), np.uint8)
    labels[15:25, 15:25] = 1
    luminance = np.where(labels == 1, 180, 78).astype(np.uint8)
    luminance[:5] = 255
    regions, shapes = shapes_of(labels, luminance)
    assert shapes.contrast[regions.class_id == 1] == pytest.approx([102 / 255], abs=1e-6)
    ring = np.full((40, 40), False)
    ring[15 - RING_PX, 15:25] = ring[24 + RING_PX, 15:25] = ring[15:25, 15 - RING_PX] = ring[15:25, 24 + RING_PX] = True
    luminance[ring] = 30
    _, darker = shapes_of(labels, luminance)
    assert darker.contrast[regions.class_id == 1] == pytest.approx([150 / 255], abs=1e-6)


def test_without_a_picture_or_surroundings_there_is_no_contrast() -> None:
    _, shapes = shapes_of(blobs(0))
    assert np.isnan(shapes.contrast).all()
    alone = np.zeros((10, 10), np.uint8)
    _, found = shapes_of(alone, alone)
    assert np.isnan(found.contrast).all()
    assert found.neighbours.tolist() == [0]


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (2, 2), (3, 1)])
def test_the_smallest_pictures(size: tuple[int, int]) -> None:
    labels = np.arange(size[0] * size[1], dtype=np.uint8).reshape(size)
    _, shapes = shapes_of(labels, labels)
    assert shapes.radius_px.tolist() == [0.5] * labels.size
    assert shapes.thinness.tolist() == [1] * labels.size


def test_what_is_cut_off_is_at_the_border() -> None:
    x, y = np.array([0, 10, 4]), np.array([5, 10, 18])
    w, h = np.array([3, 5, 2]), np.array([3, 5, 4])
    assert border_distance(x, y, w, h, (20, 30)).tolist() == [0, 5, 0]
