import numpy as np
import pytest
from skimage.measure import label, regionprops

from granview.scoring.components import Components, find_components
from tests.helpers.label_maps import blobs, label_map

CASES = {
    "blobs": blobs(64, 83, 5, seed=0, blob_px=6),
    "noise": np.random.default_rng(1).integers(0, 3, (40, 37)).astype(np.uint8),
    "binary noise": np.random.default_rng(2).integers(0, 2, (61, 61)).astype(np.uint16),
    "one pixel": np.zeros((1, 1), np.uint8),
    "one row": np.random.default_rng(3).integers(0, 2, (1, 30)).astype(np.uint8),
    "one column": np.random.default_rng(4).integers(0, 2, (30, 1)).astype(np.uint8),
    "checkerboard": (np.indices((20, 21)).sum(axis=0) % 2).astype(np.uint8),
    "comb": np.tile(np.array([[0, 1]], np.uint8), (50, 25)),
    "uniform": np.full((30, 40), 7, np.uint8),
}


def component_at(components: Components, shape: tuple[int, ...]):
    return components.of_run[np.cumsum(components.starts) - 1].reshape(shape)


@pytest.mark.parametrize("name", CASES)
def test_equals_skimage(name: str):
    labels = CASES[name]
    components = find_components(labels)
    ours = component_at(components, labels.shape)
    theirs = label(labels.astype(int), connectivity=2, background=-1)
    pairs = np.unique(np.stack([ours.ravel(), theirs.ravel()]), axis=1)
    assert pairs.shape[1] == len(components) == theirs.max()
    for region in regionprops(ours + 1):
        i, (top, left, bottom, right) = region.label - 1, region.bbox
        assert components.area_px[i] == region.area
        assert (components.x[i], components.y[i]) == (left, top)
        assert (components.w[i], components.h[i]) == (right - left, bottom - top)
        assert components.label[i] == labels[tuple(region.coords[0])]


def test_a_spiral_is_one_component():
    spiral = label_map("11111 ....1 111.1 1...1 11111")
    assert find_components(spiral).label.tolist() == [1, 0]


def test_corners_connect():
    diagonal = np.eye(9, dtype=np.uint8)
    assert find_components(diagonal).area_px.tolist() == [9, 72]
    assert find_components(diagonal[:, ::-1]).area_px.tolist() == [72, 9]


def test_components_come_in_raster_order():
    components = find_components(blobs(50, 50, 4, seed=5, blob_px=8))
    first = np.unique(component_at(components, (50, 50)), return_index=True)[1]
    assert np.all(np.diff(first) > 0)
