"""Operations without running, against those of a pass that is run."""

import numpy as np
import pytest
import torch

from granview.models.unrun_flops import unrun_flops
from tests.helpers.tiny_models import save_tiny


@pytest.mark.parametrize("kind", ["segformer", "mask2former"])
def test_they_are_those_of_a_pass_that_is_run(kind, tmp_path, load, picture):
    adapter = load(save_tiny(kind, tmp_path / kind), task="image-segmentation")
    batch = adapter.preprocess([picture])
    assert unrun_flops(lambda shapes: adapter.call(adapter.network, shapes), batch) == adapter.count_flops(batch)


def test_nothing_is_said_of_what_looks_at_values():
    def looks(pixels):
        return pixels @ pixels if float(pixels.sum()) > 0 else pixels

    assert unrun_flops(looks, torch.ones(4, 4)) is None
    assert unrun_flops(lambda pixels: pixels @ pixels, torch.ones(4, 4)) == 2 * 4**3


def test_weights_keep_their_values(load):
    adapter = load("zoo:unet-nano", task="image-segmentation")
    batch = adapter.preprocess([np.zeros((64, 64, 3), np.uint8)])
    before = adapter.forward(batch).clone()
    assert unrun_flops(lambda shapes: adapter.call(adapter.network, shapes), batch) > 0
    assert torch.equal(adapter.forward(batch), before)
