"""A lane in bf16 or fp16 is the network that its library makes of it, down to the last buffer.

transformers keeps in float32 what a network needs there, such as the frequencies of rotary positions.
"""

from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from granview.core.variant import Variant
from granview.models.variant import DTYPES
from tests.helpers.tiny_models import save_tiny
from tests.helpers.tiny_text_models import save_tiny_text

TEXT = [
    ("llama", "text-generation", "AutoModelForCausalLM"),
    ("gemma", "text-generation", "AutoModelForCausalLM"),
    ("qwen2", "text-classification", "AutoModelForSequenceClassification"),
    ("modernbert", "fill-mask", "AutoModelForMaskedLM"),
    ("t5", "text2text-generation", "AutoModelForSeq2SeqLM"),
]
IMAGE = [
    ("segformer", "AutoModelForSemanticSegmentation"),
    ("mobilenet-v2", "AutoModelForSemanticSegmentation"),
    ("mask2former", "AutoModelForUniversalSegmentation"),
]
PRECISIONS = ["bf16", "fp16"]


def of_transformers(auto_class: str, folder: Path, precision: str) -> nn.Module:
    import transformers

    return getattr(transformers, auto_class).from_pretrained(folder, dtype=DTYPES[precision]).eval()


def tensors(network: nn.Module) -> dict[str, Tensor]:
    """Parameters and buffers, those that are not saved too."""
    return {**dict(network.named_parameters()), **dict(network.named_buffers())}


def assert_same(ours: nn.Module, theirs: nn.Module) -> None:
    expected = tensors(theirs)
    assert {name: tensor.dtype for name, tensor in tensors(ours).items()} == {
        name: tensor.dtype for name, tensor in expected.items()
    }
    for name, tensor in tensors(ours).items():
        assert torch.equal(tensor, expected[name]), name


@pytest.mark.parametrize("precision", PRECISIONS)
@pytest.mark.parametrize(("kind", "task", "auto_class"), TEXT)
def test_a_text_lane_is_what_transformers_loads_to_the_bit(kind, task, auto_class, precision, tmp_path, load):
    folder = save_tiny_text(kind, task, tmp_path)
    ours = load(folder, task=task, variant=Variant(precision)).network
    theirs = of_transformers(auto_class, folder, precision)
    assert_same(ours, theirs)
    frequencies = [tensor for name, tensor in ours.named_buffers() if name.endswith("inv_freq")]
    assert all(tensor.dtype == torch.float32 for tensor in frequencies)
    assert frequencies or kind == "t5"
    given = {"input_ids": torch.arange(5, 25)[None]}
    given |= {"decoder_input_ids": given["input_ids"]} if kind == "t5" else {}
    with torch.inference_mode():
        assert torch.equal(ours(**given).logits, theirs(**given).logits)


@pytest.mark.parametrize(("kind", "auto_class"), IMAGE)
def test_a_segmentation_lane_is_what_transformers_loads_to_the_bit(kind, auto_class, tmp_path, load):
    folder = save_tiny(kind, tmp_path)
    ours = load(folder, variant=Variant("bf16")).network
    assert_same(ours, of_transformers(auto_class, folder, "bf16"))


def test_of_a_network_whose_library_says_nothing_all_is_reduced(load):
    for source in ("zoo:unet-nano", "zoo:sentiment-bilstm"):
        task = "text-classification" if "sentiment" in source else "image-segmentation"
        full = tensors(load(source, task=task).network)
        reduced = tensors(load(source, task=task, variant=Variant("bf16")).network)
        for name, tensor in reduced.items():
            expected = full[name].to(torch.bfloat16) if full[name].is_floating_point() else full[name]
            assert tensor.dtype == expected.dtype
            assert torch.equal(tensor, expected), name
