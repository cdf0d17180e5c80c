import torch
from torch.nn.functional import interpolate

from granview.models.images.competitive_classes import competitive_classes


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
