import copy

import gguf
import numpy as np
import pytest
import torch
from torch import nn

from granview.models.layer_weights import layer_weights
from granview.models.packed_weights import Int4Blocks, Int8Rows, pack_layers
from granview.models.ran_as import stored_mb


def _packed(network: nn.Module, packing: type) -> nn.Module:
    network.eval().requires_grad_(False)
    pack_layers(layer_weights(network), packing)
    return network


def test_four_bits_are_those_that_llama_cpp_would_store() -> None:
    weight = torch.randn(6, 64, generator=torch.Generator().manual_seed(0))
    stored = gguf.quants.quantize(weight.numpy(), gguf.GGMLQuantizationType.Q4_0)
    layer = _packed(nn.Linear(64, 6), Int4Blocks)
    packed = Int4Blocks(weight, 0)

    integers, scales = packed.right_inverse(weight)

    blocks = stored.reshape(6, 2, 18)
    np.testing.assert_array_equal(integers.numpy(), blocks[..., 2:])
    np.testing.assert_array_equal(scales.numpy().view(np.uint8), blocks[..., :2])
    expected = gguf.quants.dequantize(stored, gguf.GGMLQuantizationType.Q4_0)
    np.testing.assert_array_equal(packed(integers, scales).numpy(), expected)
    assert layer.parametrizations.weight.original0.nbytes == 6 * 64 // 2


def test_eight_bits_are_those_of_torchs_own_fake_quantisation_by_channel() -> None:
    torch.manual_seed(0)
    layer = nn.Conv2d(3, 5, 3)
    before = layer.weight.detach().clone()
    scales = before.abs().amax((1, 2, 3)) / 127
    expected = torch.fake_quantize_per_channel_affine(before, scales, torch.zeros(5, dtype=torch.int32), 0, -127, 127)

    _packed(layer, Int8Rows)

    torch.testing.assert_close(layer.weight, expected, rtol=0, atol=1e-7)
    assert layer.parametrizations.weight.original0.dtype == torch.int8


def test_worked_by_hand() -> None:
    rows = torch.tensor([[127.0, -63.4, 0.6], [0.0, 0.0, 0.0]])
    integers, scales = Int8Rows(rows, 0).right_inverse(rows)
    assert integers.tolist() == [[127, -63, 1], [0, 0, 0]]
    assert scales.tolist() == [[1.0], [1.0]]

    row = torch.zeros(1, 3)
    row[0] = torch.tensor([-8.0, 3.0, 7.4])
    integers, scales = Int4Blocks(row, 0).right_inverse(row)
    assert (integers[0, 0, :3] & 15).tolist() == [0, 11, 15]
    assert Int4Blocks(row, 0)(integers, scales).tolist() == [[-8.0, 3.0, 7.0]]


@pytest.mark.parametrize("packing", [Int8Rows, Int4Blocks])
@pytest.mark.parametrize(
    ("layer", "given"),
    [
        (nn.Linear(40, 7), torch.randn(2, 40)),
        (nn.Conv2d(4, 8, 3, groups=2), torch.randn(1, 4, 9, 9)),
        (nn.ConvTranspose2d(4, 6, 2), torch.randn(1, 4, 5, 5)),
        (nn.Embedding(11, 6), torch.tensor([[1, 10], [0, 3]])),
        (nn.LSTM(6, 5, bidirectional=True, batch_first=True), torch.randn(2, 4, 6)),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, nn.Module) else "",
)
def test_a_layer_computes_with_the_weights_that_its_integers_stand_for(
    layer: nn.Module, given: torch.Tensor, packing: type
) -> None:
    layer, reference = copy.deepcopy(layer), copy.deepcopy(layer).eval().requires_grad_(False)
    for each in layer_weights(reference):
        kept = packing(each.weight, each.axis)
        each.weight.copy_(kept(*kept.right_inverse(each.weight)))
    before = stored_mb(layer)
    _packed(layer, packing)

    torch.testing.assert_close(_first(layer(given)), _first(reference(given)))
    assert stored_mb(layer) < before


def _first(said: torch.Tensor | tuple[torch.Tensor, ...]) -> torch.Tensor:
    return said if isinstance(said, torch.Tensor) else said[0]


def test_a_weight_that_two_layers_share_is_stored_once() -> None:
    table, head = nn.Embedding(100, 64), nn.Linear(64, 100, bias=False)
    head.weight = table.weight
    network = _packed(nn.Sequential(table, head), Int8Rows)

    assert stored_mb(network) == pytest.approx((100 * 64 + 100 * 4) / 1e6)
    ids = torch.tensor([3, 5])
    torch.testing.assert_close(table(ids), head.weight[ids])
