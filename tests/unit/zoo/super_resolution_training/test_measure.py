import numpy as np
import pytest
import torch
from torch import Tensor, nn

from granview.core.resources import resource_path
from granview.zoo.super_resolution_training.measure import bicubic, measure_super_resolution, network_enlarger


class Nearest(nn.Module):
    """Repeats every pixel, and brightens beyond white."""

    def forward(self, image: Tensor) -> Tensor:
        return image.repeat_interleave(2, 2).repeat_interleave(2, 3) * 1.5


def test_a_network_s_pixels_are_rounded_and_kept_within_a_byte() -> None:
    image = np.array([[[0, 101, 255]]], np.uint8)
    large = network_enlarger(Nearest())(image)
    assert large.dtype == np.uint8
    assert (large == np.array([0, 152, 255])).all()
    torch.testing.assert_close(torch.from_numpy(large).shape, torch.Size((2, 2, 3)))


def test_bicubic_gains_nothing_over_itself() -> None:
    figures = measure_super_resolution(bicubic, resource_path("gallery"))
    assert figures.others["dB more than bicubic interpolation"] == 0
    assert figures.others["SSIM of Y more than bicubic interpolation"] == 0
    table, octaves = figures.tables
    photos = [row for row in table.rows if row[0] not in {"all photographs", "12 scenes"}]
    assert len(photos) == 8
    assert figures.score == pytest.approx(np.mean([float(row[1] or 0) for row in photos]))
    explained = [float(row[2] or 0) for row in octaves.rows]
    assert octaves.rows[0][:2] == ("2-4", 8)
    assert explained[0] < explained[1] < explained[-1]
    assert explained[-1] > 0.99
