import pytest
import torch
from torch import nn

from granview.core.errors import UnsupportedModel
from granview.core.variant import Variant
from granview.models.recipe import with_recipes

CPU = torch.device("cpu")
VARIANT = Variant.parse("fp32+channels-last")


def test_weights_of_convolutions_lie_with_their_channels_last_and_compute_the_same():
    network = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(8, 4, 3)).eval()
    pictures = torch.rand(2, 3, 16, 16)
    before = network(pictures)
    after, (applied,) = with_recipes(network, VARIANT, CPU)
    assert after[0].weight.is_contiguous(memory_format=torch.channels_last)
    assert applied.covered is None
    said = after(pictures)
    torch.testing.assert_close(said, before)
    assert said.is_contiguous(memory_format=torch.channels_last)


def test_pictures_are_laid_out_before_they_reach_the_network():
    seen = []
    network = nn.Sequential(nn.Conv2d(3, 8, 3)).eval()
    after, _ = with_recipes(network, VARIANT, CPU)
    after[0].register_forward_pre_hook(lambda _, given: seen.append(given[0].is_contiguous()))
    after(torch.rand(2, 3, 16, 16))
    assert seen == [False]


def test_a_model_without_convolutions_is_refused():
    with pytest.raises(UnsupportedModel, match="changes nothing here"):
        with_recipes(nn.Linear(2, 2), VARIANT, CPU)
