"""Run-length encoded masks, against ``pycocotools`` and against their pixels."""

import numpy as np
import pytest
from pycocotools import mask as coco

from granview.core import rle
from granview.core.errors import GranViewError
from granview.core.rle import Rle

SIZES = [(1, 1), (5, 7), (64, 33), (3, 100), (0, 0), (4, 0)]
SHARES = [0, 0.05, 0.5, 0.95, 1]


def noise(size: tuple[int, int], share: float, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).random(size) < share


def disc(size: tuple[int, int], y: float, x: float, radius: float) -> np.ndarray:
    rows, columns = np.ogrid[: size[0], : size[1]]
    return np.hypot(rows - y, columns - x) <= radius


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("size", SIZES)
def test_a_mask_is_encoded_as_pycocotools_does(size: tuple[int, int], share: float) -> None:
    mask = noise(size, share)

    found = rle.encode(mask)

    assert found.counts == coco.encode(np.asfortranarray(mask.view(np.uint8)))["counts"]
    assert np.array_equal(rle.decode(found), mask)
    assert rle.checked(found) is found
    assert rle.from_runs(rle.runs(found), size) == found


def test_numbers_other_than_zero_are_inside() -> None:
    assert rle.encode(np.array([[0, 7, 0]], np.uint16)) == rle.encode(np.array([[False, True, False]]))
    assert rle.encode(np.array([[0.0, 0.5]])) == rle.encode(np.array([[False, True]]))


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(("left", "top"), [(0, 0), (-2, -3), (4, 9), (12, 0), (500, 2), (-500, 0), (8, 10)])
def test_a_part_lies_in_its_picture_and_is_cut_at_the_border(left: int, top: int, share: float) -> None:
    part, whole = noise((10, 12), share), np.zeros((20, 20), bool)
    for y, x in np.argwhere(part).tolist():
        if 0 <= y + top < 20 and 0 <= x + left < 20:
            whole[y + top, x + left] = True

    assert rle.encode_within(part, left, top, (20, 20)) == rle.encode(whole)


@pytest.mark.parametrize("share", [0, 0.01, 0.05, 0.5, 1])
@pytest.mark.parametrize("size", [(1, 1), (30, 40), (40, 3)])
def test_the_part_that_holds_a_mask_is_decoded_alone(size: tuple[int, int], share: float) -> None:
    mask = noise(size, share)

    left, top, part = rle.decode_part(rle.encode(mask))

    assert rle.encode_within(part, left, top, size) == rle.encode(mask)
    assert part.size == 0 or all(part.any(axis=axis)[[0, -1]].all() for axis in (0, 1))


def test_each_pixel_is_inside_or_not() -> None:
    mask = noise((7, 9), 0.4)
    encoded = rle.encode(mask)
    assert [[rle.holds(encoded, x, y) for x in range(9)] for y in range(7)] == mask.tolist()
    assert not any(rle.holds(encoded, *place) for place in ((-1, 0), (0, 7), (9, 0)))


def test_every_value_of_a_map_becomes_a_mask() -> None:
    values = np.random.default_rng(1).integers(0, 5, (17, 23)).astype(np.uint32) * 70_000

    found, masks = rle.encode_segments(values)

    assert found.tolist() == [0, 70_000, 140_000, 210_000, 280_000]
    assert all(mask == rle.encode(values == value) for value, mask in zip(found, masks, strict=True))
    assert rle.encode_segments(np.zeros((0, 4), np.uint8))[1] == ()


def test_areas_and_boxes_are_those_of_the_pixels() -> None:
    masks = [disc((40, 60), 10, 20, 5), np.zeros((40, 60), bool), np.ones((40, 60), bool)]

    found = [rle.encode(mask) for mask in masks]

    assert rle.areas(found).tolist() == [mask.sum() for mask in masks]
    assert rle.boxes_xyxy(found).tolist() == [[15, 5, 26, 16], [0, 0, 0, 0], [0, 0, 60, 40]]
    assert len(rle.areas([])) == len(rle.boxes_xyxy([])) == 0


def test_there_may_be_many() -> None:
    many = [rle.encode(disc((20, 20), 10, 10, 3))] * 1000
    assert rle.areas(many).tolist() == [29] * 1000
    assert rle.boxes_xyxy(many).shape == (1000, 4)
    assert rle.iou(many, many[:300], np.zeros(300, bool)).shape == (1000, 300)


def test_iou_with_a_crowd_is_over_the_found_masks_own_area() -> None:
    ours, theirs = np.zeros((4, 4), bool), np.zeros((4, 4), bool)
    ours[0], theirs[:3] = True, True
    pair = [rle.encode(ours)], [rle.encode(theirs)]

    assert rle.iou(*pair, np.array([False])).tolist() == [[1 / 3]]
    assert rle.iou(*pair, np.array([True])).tolist() == [[1]]
    assert rle.iou([], pair[1], np.array([False])).shape == (0, 1)
    assert rle.iou(pair[0], [], np.zeros(0, bool)).shape == (1, 0)


def test_masks_are_joined_and_crossed() -> None:
    one, other = disc((30, 30), 10, 10, 6), disc((30, 30), 14, 14, 6)
    both = [rle.encode(one), rle.encode(other)]

    assert np.array_equal(rle.decode(rle.merge(both)), one | other)
    assert np.array_equal(rle.decode(rle.merge(both, intersect=True)), one & other)


def test_polygons_are_filled_together() -> None:
    square, triangle = [10, 10, 30, 10, 30, 30, 10, 30], [50, 50, 60, 50, 55, 60]

    found = rle.decode(rle.from_polygons([square, triangle], (100, 90)))

    assert found[10:30, 10:30].all()
    assert found[52, 55]
    assert found.sum() == 450
    assert rle.areas([rle.from_polygons([], (100, 90))]).tolist() == [0]


def test_a_polygon_is_cut_at_the_border() -> None:
    assert rle.decode(rle.from_polygons([[-5, -5, 3, -5, 3, 4, -5, 4]], (10, 10))).sum() == 12


@pytest.mark.parametrize(
    ("polygon", "words"),
    [
        ([1, 2, 3, 4], "three points"),
        ([1, 2, 3, 4, 5, 6, 7], "three points"),
        ([0, 0, float("nan"), 1, 2, 2], "outside"),
        ([0, 0, 1e30, 1, 2, 2], "outside"),
        ([0, 0, 19, 19] * 200_000, "too long"),
    ],
)
def test_a_polygon_that_cannot_be_drawn_is_refused(polygon: list[float], words: str) -> None:
    with pytest.raises(GranViewError, match=words):
        rle.from_polygons([polygon], (20, 20))


@pytest.mark.parametrize(
    "counts", [b"", b"1", b"zz", b"\xff\xff", b"0 0", b"o" * 9, b"oooooooooo0", b"X" * 40, b"0" * 1000, b"Q" * 3]
)
def test_a_damaged_mask_is_refused_before_it_is_decoded(counts: bytes) -> None:
    with pytest.raises(GranViewError):
        rle.checked(Rle((10, 10), counts))


@pytest.mark.parametrize("size", [(-1, 5), (1 << 20, 1 << 20), (5, -1)])
def test_a_size_that_no_picture_has_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(GranViewError, match="claims a size"):
        rle.from_runs([5], size)


@pytest.mark.parametrize("runs", [[3, 3], [-1, 11], [[10]], [2.5, 7.5], [1 << 40]])
def test_runs_that_do_not_fill_the_picture_are_refused(runs: list[float]) -> None:
    with pytest.raises(GranViewError):
        rle.from_runs(runs, (2, 5))
