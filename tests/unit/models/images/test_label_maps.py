import math

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn.functional import interpolate

from granview.core.errors import NotFinite
from granview.models.images.label_maps import (
    RunningArgmax,
    competitive_classes,
    label_map,
    share_of_scores,
    softmax_of_highest,
)


def winners(logits, size):
    return set(interpolate(logits[None], size=size, mode="bilinear")[0].argmax(0).unique().tolist())


def test_every_winner_is_kept_at_any_size():
    generator = torch.Generator().manual_seed(1)
    for _ in range(20):
        logits = torch.randn((30, 7, 9), generator=generator)
        kept = set(competitive_classes(logits).tolist())
        assert all(winners(logits, size) <= kept for size in ((28, 36), (101, 57), (3, 4)))


def test_classes_that_lie_below_everywhere_are_left_out():
    logits = torch.zeros(4, 5, 5)
    logits[1] = 3.0
    logits[3, 2, 2] = 2.9
    assert competitive_classes(logits).tolist() == [1]


def test_a_peak_above_the_floor_of_its_cells_is_kept():
    logits = torch.zeros(2, 5, 5)
    logits[0] = 1.0
    logits[1, 2, 2] = 1.1
    assert competitive_classes(logits).tolist() == [0, 1]


def test_equal_classes_are_kept():
    assert competitive_classes(torch.ones(3, 4, 4)).tolist() == [0, 1, 2]


def test_a_grid_without_cells_keeps_every_class():
    assert competitive_classes(torch.arange(3.0).reshape(3, 1, 1)).tolist() == [0, 1, 2]


@pytest.mark.parametrize("step", [1, 3, 10])
@pytest.mark.parametrize("classes", [10, 300])
def test_the_first_of_equals_wins_across_chunks(step, classes):
    generator = torch.Generator().manual_seed(0)
    frames = torch.randint(0, 3, (classes, 6, 7), generator=generator).float()
    running = RunningArgmax(classes)
    for start in range(0, classes, step):
        chunk = frames[start : start + step]
        running.add(chunk, range(start, start + len(chunk)))
    np.testing.assert_array_equal(running.labels, frames.argmax(0).numpy())
    assert torch.equal(running.best, frames.amax(0))
    assert running.labels.dtype == (np.uint8 if classes <= 256 else np.uint16)


def test_classes_may_be_left_out():
    running = RunningArgmax(256)
    running.add(torch.tensor([[[1.0, 2.0]], [[2.0, 1.0]]]), [7, 255])
    assert running.labels.tolist() == [[255, 7]]


def plain(logits: Tensor, size: tuple[int, int]) -> Tensor:
    return interpolate(logits[None].float(), size=size, mode="bilinear", align_corners=False)[0]


def noise(classes: int, height: int, width: int, seed: int = 0) -> Tensor:
    return torch.randn((classes, height, width), generator=torch.Generator().manual_seed(seed))


def smooth(classes: int, height: int, width: int, seed: int = 0) -> Tensor:
    return interpolate(noise(classes, 4, 5, seed)[None] * 3, size=(height, width), mode="bicubic")[0]


def ties(classes: int, height: int, width: int, seed: int = 0) -> Tensor:
    return noise(classes, height, width, seed).round()


@pytest.mark.parametrize("logits_of", [noise, smooth, ties])
@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ((150, 32, 32), (128, 128)),
        ((19, 16, 24), (97, 131)),
        ((21, 65, 65), (60, 81)),
        ((5, 40, 50), (40, 50)),
        ((3, 1, 1), (7, 9)),
        ((4, 1, 12), (20, 30)),
        ((2, 2, 2), (300, 2)),
        ((300, 12, 9), (48, 36)),
    ],
)
def test_equals_interpolation_and_argmax(logits_of, shape, size):
    for seed in range(3):
        logits = logits_of(*shape, seed)
        labels = label_map(logits, size).labels
        assert labels.dtype == (np.uint8 if shape[0] <= 256 else np.uint16)
        np.testing.assert_array_equal(labels, plain(logits, size).argmax(0).numpy())


def test_many_chunks_give_the_same_as_one():
    logits = noise(40, 20, 20)
    size = (700, 900)
    np.testing.assert_array_equal(label_map(logits, size).labels, plain(logits, size).argmax(0).numpy())


def test_more_than_256_classes_keep_their_indices():
    logits = torch.full((400, 4, 4), -1.0)
    logits[399] = 1.0
    assert label_map(logits, (8, 8)).labels.max() == 399


@pytest.mark.parametrize("size", [(24, 40), (8, 8)])
@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_values_that_are_no_numbers_make_no_label_map(bad, size):
    logits = noise(6, 8, 8)
    logits[3, 2, 5] = bad
    with pytest.raises(NotFinite, match="NaN" if math.isnan(bad) else "infinite"):
        label_map(logits, size)


def test_a_place_where_every_class_is_ruled_out_makes_no_label_map():
    logits = noise(6, 8, 8)
    logits[:, 2, 5] = -math.inf
    with pytest.raises(NotFinite):
        label_map(logits, (8, 8))


@pytest.mark.parametrize("size", [(24, 40), (8, 8), (5, 7)])
def test_a_class_that_is_ruled_out_is_never_shown(size):
    logits = noise(6, 8, 8)
    logits[3] = -math.inf
    rest = [0, 1, 2, 4, 5]
    expected = np.array(rest)[plain(logits[rest], size).argmax(0).numpy()]
    found = label_map(logits, size, softmax_of_highest)
    np.testing.assert_array_equal(found.labels, expected)
    assert np.abs(found.confidence - plain(logits[rest], size).softmax(0).amax(0).numpy() * 255).max() <= 0.51


def test_half_precision_is_upsampled_in_float32():
    logits = noise(9, 8, 8).bfloat16()
    np.testing.assert_array_equal(label_map(logits, (50, 50)).labels, plain(logits, (50, 50)).argmax(0).numpy())


def test_the_caller_s_logits_are_left_alone():
    logits = noise(5, 8, 8)
    before = logits.clone()
    label_map(logits, (8, 8), softmax_of_highest)
    assert torch.equal(logits, before)


@pytest.mark.parametrize("size", [(64, 80), (16, 20)])
def test_confidence_is_the_softmax_probability_of_the_class_shown(size):
    logits = noise(12, 16, 20) * 2
    confidence = label_map(logits, size, softmax_of_highest).confidence
    expected = plain(logits, size).softmax(0).amax(0).numpy() * 255
    assert confidence.dtype == np.uint8
    assert np.abs(confidence - expected).max() <= 0.51


def test_confidence_of_scores_is_the_share_of_the_highest():
    scores = torch.tensor([[[3.0]], [[1.0]], [[0.0]]])
    assert label_map(scores, (1, 1), share_of_scores).confidence.item() == round(0.75 * 255)
    assert label_map(torch.zeros(3, 1, 1), (1, 1), share_of_scores).confidence.item() == 0


def test_no_confidence_unless_asked_for():
    assert label_map(noise(3, 4, 4), (8, 8)).confidence is None
