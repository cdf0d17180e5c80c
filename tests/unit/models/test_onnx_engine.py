from dataclasses import dataclass

import pytest
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertConfig, BertForTokenClassification

from granview.core.errors import UnsupportedModel
from granview.core.lane import RanAs
from granview.models.onnx_engine import OnnxEngine
from granview.models.onnx_export import PassInputs, exported
from granview.models.onnx_quantisation import Dynamic, Static
from granview.models.onnx_session import OnnxSession

pytestmark = pytest.mark.slow

CPU = torch.device("cpu")
BEFORE = RanAs("fp32", "torch")


class Small(nn.Module):
    """Pictures to logits at their size, and a number that is no tensor."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.first = nn.Conv2d(3, 16, 3, padding=1)
        self.last = nn.Conv2d(16, 4, 3, padding=1)

    def forward(self, pixels: Tensor) -> dict[str, object]:
        return {"logits": self.last(self.first(pixels).relu()), "scale": 4}


@pytest.fixture(scope="module")
def small() -> Small:
    return Small().eval().requires_grad_(False)


@pytest.fixture(scope="module")
def in_float(small: Small) -> OnnxEngine:
    return OnnxEngine(small, CPU)


def test_gives_what_the_network_gives_in_the_same_form(small: Small, in_float: OnnxEngine) -> None:
    for pixels in (torch.rand(1, 3, 17, 20), torch.rand(1, 3, 17, 20), torch.rand(3, 3, 21, 20)):
        said = in_float(pixels)
        assert said["scale"] == 4
        torch.testing.assert_close(said["logits"], small(pixels)["logits"], rtol=0, atol=1e-4)

    ran = in_float.ran(BEFORE)
    assert ran.precision == "fp32"
    assert ran.engine.startswith("onnxruntime ")
    assert ran.stored_mb == pytest.approx(sum(p.nbytes for p in small.parameters()) / 1e6, rel=0.01)
    assert ran.prepare_s == in_float.prepare_s > 0
    assert "differ by at most" in in_float.notices[0]
    assert not in_float.why_not_explained


def test_the_axis_that_changed_is_open_from_then_on(in_float: OnnxEngine) -> None:
    in_float(torch.rand(1, 3, 9, 20))
    in_float(torch.rand(2, 3, 11, 20))
    prepared_s = in_float.prepare_s
    in_float(torch.rand(2, 3, 11, 20))
    assert in_float.prepare_s == prepared_s


def test_dynamic_int8_is_onnxruntimes_own_file(small: Small, tmp_path) -> None:
    pixels = torch.rand(1, 3, 12, 12)
    network = OnnxEngine(small, CPU, Dynamic())
    said = network(pixels)["logits"]

    model = exported(small, PassInputs((pixels,), {}), [[False] * 4])
    path = tmp_path / "own.onnx"
    quantize_dynamic(model, path, per_channel=True, weight_type=QuantType.QInt8)
    session = OnnxSession(path)
    expected = session.run({session.inputs[0].name: pixels.numpy()})

    torch.testing.assert_close(said, torch.from_numpy(next(iter(expected.values()))), rtol=0, atol=0)
    ran = network.ran(BEFORE)
    assert ran.precision == "int8"
    assert ran.covered > 0.9
    assert ran.stored_mb < 0.5 * in_mb(small)
    assert "cannot be read" in network.why_not_explained


def in_mb(network: nn.Module) -> float:
    return sum(parameter.nbytes for parameter in network.parameters()) / 1e6


def test_static_int8_says_what_it_was_calibrated_with(small: Small) -> None:
    pixels = torch.rand(2, 3, 12, 12)
    network = OnnxEngine(small, CPU, Static())
    said = network(pixels)["logits"]
    assert 0 < float((said - small(pixels)["logits"]).abs().max()) < 0.05
    assert "Calibrated on the 2 samples of the lane's first pass" in network.notices[1]


def test_one_export_serves_texts_of_any_length() -> None:
    torch.manual_seed(0)
    config = BertConfig(
        hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32, vocab_size=50, num_labels=3
    )
    bert = BertForTokenClassification(config).eval().requires_grad_(False)
    network = OnnxEngine(bert, CPU)
    for rows, length in ((2, 7), (2, 13), (3, 5)):
        ids = torch.randint(0, 50, (rows, length))
        inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
        torch.testing.assert_close(network(**inputs).logits, bert(**inputs).logits, rtol=0, atol=1e-4)
    assert len(network._exports) == 1


@dataclass
class Odd:
    """An output that torch does not know."""

    logits: Tensor


class OddlySaid(Small):
    """Its output is of a class that torch does not know."""

    def forward(self, pixels: Tensor) -> Odd:
        return Odd(super().forward(pixels)["logits"])


def test_what_cannot_be_exported_is_refused_in_words() -> None:
    with pytest.raises(UnsupportedModel, match="holds Odd"):
        OnnxEngine(OddlySaid().eval().requires_grad_(False), CPU)(torch.rand(1, 3, 8, 8))
