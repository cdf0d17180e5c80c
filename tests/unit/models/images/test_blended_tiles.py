"""Tiles against the whole picture, through a network whose field is known."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.functional import interpolate

from granview.core.errors import NotFinite
from granview.models.images import blended_tiles
from granview.models.images.blended_tiles import BlendedTiles, zones
from granview.models.images.label_maps import softmax_of_highest
from granview.models.images.tiles import Tiling

SIZE = (230, 310)
CLASSES = 5


@pytest.fixture(scope="module")
def network():
    """Convolutions that look 7 px far in all, at half the resolution."""
    torch.manual_seed(0)
    layers = [nn.Conv2d(3, 6, 3, padding=1), nn.ReLU(), nn.Conv2d(6, 6, 3, padding=1, stride=2), nn.ReLU()]
    return nn.Sequential(*layers, nn.Conv2d(6, CLASSES, 3, padding=1)).eval()


@pytest.fixture(scope="module")
def pixels():
    return torch.randn(1, 3, *SIZE, generator=torch.Generator().manual_seed(1))


def blended(network, pixels, tiling, probability=None):
    rows, columns = (tiling.spans(length) for length in SIZE)
    found = BlendedTiles(SIZE, rows, columns, CLASSES, probability)
    with torch.inference_mode():
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                found.add(i, j, network(pixels[:, :, row.start : row.stop, column.start : column.stop])[0])
    return found


def whole(network, pixels):
    with torch.inference_mode():
        return interpolate(network(pixels), size=SIZE, mode="bilinear", align_corners=False)[0]


@pytest.mark.parametrize("tile_px", [96, 128])
def test_a_network_whose_field_fits_says_exactly_what_it_says_of_the_whole(network, pixels, tile_px):
    found = blended(network, pixels, Tiling(tile_px, 48, 16, one_size=False), softmax_of_highest)
    values = whole(network, pixels)
    assert (found.label_map.labels == values.argmax(0).numpy()).all()
    confidence = (values.softmax(0).amax(0) * 255).round().numpy()
    assert np.abs(found.label_map.confidence - confidence).max() <= 1
    assert found.agreed_px == found.shared_px > 0


def test_a_network_whose_field_does_not_fit_differs_at_the_seams_alone(network, pixels):
    found = blended(network, pixels, Tiling(96, 8, 8, one_size=False))
    differs = found.label_map.labels != whole(network, pixels).argmax(0).numpy()
    near = np.ones(SIZE, bool)
    for axis, length in enumerate(SIZE):
        far = np.ones(length, bool)
        for seam in Tiling(96, 8, 8, one_size=False).seams(length):
            far[seam - 12 : seam + 12] = False
        near &= far[:, None] if axis == 0 else far
    assert differs.any()
    assert not differs[near].any()
    assert found.agreed_px < found.shared_px


def test_values_fade_linearly_from_one_tile_to_the_next():
    rows, columns = Tiling(64).spans(40), Tiling(64, 32).spans(96)
    found = BlendedTiles((40, 96), rows, columns, 2, lambda frames, highest: highest)
    first, second = torch.zeros(2, 40, 64), torch.zeros(2, 40, 64)
    first[0], second[1] = 1.0, 1.0
    for column, values in enumerate((first, second)):
        found.add(0, column, values)
    confidence = found.label_map.confidence[0]
    (start, stop) = zones(columns, 1000)[0].after
    assert (start, stop) == (40, 56)
    expected = np.abs((np.arange(16) + 0.5) / 16 - 0.5) + 0.5
    assert np.abs(confidence[start:stop] - 255 * expected).max() <= 0.5
    assert (confidence[:start] == 255).all()
    assert (confidence[stop:] == 255).all()
    assert (found.label_map.labels[0] == (np.arange(96) >= 48)).all()


def test_the_strip_that_is_held_is_thinner_where_it_would_take_too_much(monkeypatch, network, pixels):
    monkeypatch.setattr(blended_tiles, "MOST_STRIP_BYTES", 4 * CLASSES * SIZE[1] * 6)
    tiling = Tiling(96, 48, 16, one_size=False)
    found = blended(network, pixels, tiling)
    assert found._rows[0].after[1] - found._rows[0].after[0] == 6
    assert (found.label_map.labels == whole(network, pixels).argmax(0).numpy()).all()


def test_weights_of_neighbours_sum_to_one():
    left, right = zones(Tiling(64, 20).spans(100), 1000)
    n = left.after[1] - left.after[0]
    device = torch.device("cpu")
    assert torch.allclose(left.weights(device)[-n:] + right.weights(device)[:n], torch.ones(n))


def test_values_that_are_no_numbers_are_told(network, pixels):
    found = BlendedTiles(SIZE, Tiling().spans(SIZE[0]), Tiling().spans(SIZE[1]), CLASSES)
    with pytest.raises(NotFinite):
        found.add(0, 0, torch.full((CLASSES, *SIZE), float("nan")))
