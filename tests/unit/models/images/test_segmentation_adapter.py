"""What adapters share, over a network small enough to count by hand."""

import pytest
import torch
from torch import nn

from granview.core.errors import ModelError
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.variant import Variant
from granview.models.device import place
from granview.models.images.segmentation_adapter import SegmentationAdapter
from granview.models.network_adapter import network_facts


class Tiny(SegmentationAdapter):
    def batch_key(self, height, width):
        return 0

    def preprocess(self, images):
        return torch.stack([torch.from_numpy(image).permute(2, 0, 1) / 255 for image in images])

    def logits(self, output):
        return output


def tiny(names=("a", "b"), variant=Variant(), network=None):  # noqa: B008
    network = network or nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), nn.Conv2d(4, 2, 1, stride=2))
    placement = place("cpu")
    labels = LabelSet(tuple(names), tuple((0, 0, 0) for _ in names))
    spec = LaneSpec("x", "none", variant=variant)
    return Tiny(network, network_facts(network, labels, spec, placement, ()), spec, placement)


def test_flops_are_those_worked_by_hand_for_one_sample():
    adapter = tiny()
    first = 2 * 3 * 3 * 3 * 4 * 10 * 12
    second = 2 * 4 * 2 * 5 * 6
    assert adapter.count_flops(torch.rand(1, 3, 10, 12)) == first + second
    assert adapter.count_flops(torch.rand(3, 3, 10, 12)) == first + second


def test_parameters_are_those_worked_by_hand():
    assert tiny().facts.params == (3 * 3 * 3 * 4 + 4) + (4 * 2 + 2)


def test_attention_is_counted():
    class Attends(nn.Module):
        def forward(self, x):
            return nn.functional.scaled_dot_product_attention(x, x, x)

    adapter = tiny(network=Attends())
    tokens = torch.rand(1, 2, 16, 8)
    assert adapter.count_flops(tokens) == 2 * (2 * 16 * 16 * 8) * 2


@pytest.mark.slow
def test_a_compiled_lane_says_what_the_plain_one_says(picture):
    torch._dynamo.reset()
    network = nn.Conv2d(3, 2, 3)
    plain, compiled = tiny(network=network), tiny(network=network, variant=Variant(compiled=True))
    batch = plain.preprocess([picture])
    expected, got = (adapter.forward(batch) for adapter in (plain, compiled))
    torch.testing.assert_close(got, expected)
    assert compiled.count_flops(batch) == plain.count_flops(batch)


def test_more_classes_than_names_is_an_error(picture):
    adapter = tiny(names=("only",))
    with pytest.raises(ModelError, match="gives 2 classes, but its config names 1"):
        adapter.postprocess(adapter.forward(adapter.preprocess([picture])), [(81, 108)], RunParams())


def test_cuda_memory_is_not_measured_on_the_cpu():
    assert tiny().measured_cost().peak_cuda_mb is None
