import numpy as np
import pytest
import torch
from torch.nn import functional

from granview.models.images.imresize import imresize, keys_cubic, taps


def test_the_kernel_of_keys():
    np.testing.assert_allclose(
        keys_cubic(np.array([0.0, 0.5, 1.0, 1.5, 2.0, 3.0])), [1, 0.5625, 0, -0.0625, 0, 0], atol=1e-12
    )


def test_half_of_a_side_by_hand():
    """Four px to two: the stretched kernel at distances of 0.25, 0.75, 1.25 and 1.75, mirrored at the border."""
    h = keys_cubic(np.array([0.25, 0.75, 1.25, 1.75]))
    row = np.array([10.0, 50.0, 90.0, 210.0])
    a, b, c, d = h / (2 * h.sum())
    first = a * (row[0] + row[1]) + b * (row[0] + row[2]) + c * (row[1] + row[3]) + d * (row[2] + row[3])
    indices, weights = taps(4, 2)
    assert (weights[0] * row[indices[0]]).sum() == pytest.approx(first)
    np.testing.assert_allclose(weights.sum(1), 1)


@pytest.mark.parametrize(("before", "after"), [(64, 32), (66, 22), (64, 16), (16, 64), (20, 60), (24, 24)])
def test_away_from_the_border_it_is_torchs_antialiased_bicubic(before, after):
    """torch has the same kernel, but renormalises at the border, and rounds nothing in between."""
    row = np.random.default_rng(0).normal(size=before)
    indices, weights = taps(before, after)
    ours = (weights * row[indices]).sum(1)
    flat = torch.tensor(np.tile(row, (before, 1)))[None, None]
    theirs = functional.interpolate(flat, size=(before, after), mode="bicubic", antialias=True)[0, 0, 0].numpy()
    inner = slice(4 * max(after // before, 1), -4 * max(after // before, 1))
    np.testing.assert_allclose(ours[inner], theirs[inner], atol=1e-6)


def test_pictures_of_uint8_are_rounded_after_each_side():
    pixels = np.random.default_rng(0).integers(0, 256, (12, 16, 3), dtype=np.uint8)
    (rows, row_weights), (columns, column_weights) = taps(12, 6), taps(16, 8)
    upright = np.einsum("it,itwc->iwc", row_weights, pixels[rows].astype(float)).clip(0, 255).round()
    expected = np.einsum("jt,ijtc->ijc", column_weights, upright[:, columns]).clip(0, 255).round()
    assert np.abs(imresize(pixels, 6, 8) - expected).max() <= 1
    assert (imresize(pixels, 6, 8) == expected).mean() > 0.99


def test_a_plain_picture_stays_plain_and_the_same_size_the_same():
    plain = np.full((9, 7, 3), 77, np.uint8)
    assert (imresize(plain, 3, 21) == 77).all()
    np.testing.assert_array_equal(imresize(plain, 9, 7), plain)
