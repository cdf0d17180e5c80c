import copy

import pytest
import torch
from torch import nn
from torch.nn.utils import prune

from granview.core.errors import UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import ModelFacts
from granview.core.variant import Variant
from granview.models.ran_as import facts_after
from granview.models.recipe import with_recipes
from granview.models.recipes.two_of_four import two_of_four

CPU = torch.device("cpu")


def _network() -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(3, 10, 3), nn.ReLU(), nn.Conv2d(10, 20, 3), nn.Flatten(), nn.Linear(20, 4)).eval()


def _weights(network: nn.Module) -> list[torch.Tensor]:
    return [network[0].weight, network[2].weight, network[4].weight]


def test_magnitude_is_torchs_own_global_pruning_made_permanent():
    network = _network()
    reference = copy.deepcopy(network)
    places = [(reference[place], "weight") for place in (0, 2, 4)]
    prune.global_unstructured(places, prune.L1Unstructured, amount=0.6)
    before = sum(parameter.numel() for parameter in network.parameters())

    after, (applied,) = with_recipes(network, Variant.parse("fp32+magnitude=0.6"), CPU)

    for ours, theirs in zip(_weights(after), _weights(reference), strict=True):
        torch.testing.assert_close(ours, theirs, rtol=0, atol=0)
    assert not any("mask" in name or "orig" in name for name in after.state_dict())
    factors = 270 + 1800 + 80
    assert applied.covered == pytest.approx(factors / before)
    assert applied.sparsity == pytest.approx(0.6 * factors / before)
    assert "60.0% of the weights of 3 layers are zero" in applied.notices[0]
    assert "neither faster nor smaller" in applied.notices[0]


def test_channels_are_torchs_own_and_what_the_model_says_is_left_whole():
    network = _network()
    reference = prune.ln_structured(copy.deepcopy(network[2]), "weight", 0.3, n=2, dim=0).weight
    last = network[4].weight.detach().clone()
    whole = nn.Sequential()
    whole.add_module("body", network)
    whole.add_module("logits", nn.Linear(4, 2))

    after, (applied,) = with_recipes(whole, Variant.parse("fp32+structured=0.3"), CPU)

    torch.testing.assert_close(after.body[2].weight, reference, rtol=0, atol=0)
    assert int((after.body[2].weight.abs().sum((1, 2, 3)) == 0).sum()) == 6
    torch.testing.assert_close(after.body[4].weight, last, rtol=0, atol=0)
    assert applied.sparsity == pytest.approx((3 * 27 + 6 * 90) / sum(p.numel() for p in whole.parameters()))
    assert "2 layers were left whole" in applied.notices[0]


def test_a_share_that_leaves_every_channel_is_an_error():
    small = nn.Sequential(nn.Sequential(nn.Conv2d(3, 4, 3)), nn.Sequential(nn.Conv2d(4, 4, 9), nn.Conv2d(4, 1, 1)))
    with pytest.raises(UnsupportedModel, match="changes nothing here"):
        with_recipes(small, Variant.parse("fp32+structured=0.05"), CPU)


def test_the_weights_of_a_recurrent_layer_are_pruned_where_it_reads_them():
    torch.manual_seed(0)
    layer = nn.LSTM(4, 8, batch_first=True).eval()
    given = torch.randn(1, 3, 4)
    before = layer(given)[0]
    after, (applied,) = with_recipes(layer, Variant.parse("fp32+magnitude=0.9"), CPU)
    assert applied.sparsity > 0.7
    assert not torch.allclose(after(given)[0], before)
    assert int((after._flat_weights[0] == 0).sum()) > 0


def test_two_of_each_four_stay():
    weight = torch.tensor([[1.0, -4.0, 3.0, 0.5, 2.0, 2.0, 2.0, -1.0]])
    assert two_of_four(weight).tolist() == [[0.0, -4.0, 3.0, 0.0, 0.0, 2.0, 2.0, 0.0]]


def test_two_of_four_is_for_a_gpu():
    with pytest.raises(UnsupportedModel, match="2:4 sparsity runs on CUDA only"):
        with_recipes(_network(), Variant.parse("bf16+2:4"), CPU)


def test_what_was_measured_is_in_the_lane_s_facts():
    facts = ModelFacts(LabelSet((), ()), "Net", 0, None, None, "cpu", "", 0.0)
    network, applied = with_recipes(_network(), Variant.parse("fp32+magnitude=0.5+int8"), CPU)
    ran = facts_after(facts, network, Variant.parse("fp32+magnitude=0.5+int8"), applied).ran
    assert ran.precision == "int8"
    assert 0.45 < ran.sparsity < 0.5
    assert 0.9 < ran.covered < 1
    assert ran.stored_mb < 0.004
