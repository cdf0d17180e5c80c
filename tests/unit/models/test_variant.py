import pytest
import torch
from torch import nn

from granview.core.errors import DeviceError, ModelError, UnsupportedModel
from granview.core.variant import Variant
from granview.models.compiled_network import CompiledNetwork
from granview.models.variant import compiled, prepare, readable_error, reduced

CPU = torch.device("cpu")


@pytest.mark.parametrize(
    ("precision", "dtype"), [("fp32", torch.float32), ("bf16", torch.bfloat16), ("fp16", torch.float16)]
)
def test_the_network_is_reduced_frozen_and_in_evaluation_mode(precision, dtype):
    variant = Variant(precision)
    network = prepare(reduced(nn.Sequential(nn.Linear(3, 2), nn.Dropout()), variant), variant, CPU)
    assert all(p.dtype == dtype and not p.requires_grad for p in network.parameters())
    assert not network.training


def test_only_a_compiled_variant_goes_through_the_compiler():
    network = nn.Linear(3, 2)
    assert compiled(network, Variant()) is network
    assert isinstance(compiled(network, Variant(compiled=True)), CompiledNetwork)


def test_exhausted_memory_is_a_device_error():
    error = torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB")
    assert isinstance(readable_error(error, Variant(), CPU), DeviceError)
    with pytest.raises(RuntimeError) as caught:
        torch.empty(1 << 60)
    assert isinstance(readable_error(caught.value, Variant(), CPU), DeviceError)


def test_an_operation_that_lacks_a_kernel_for_the_format_makes_the_variant_unsupported():
    with pytest.raises(NotImplementedError) as caught:
        torch.linalg.qr(torch.ones(2, 2, dtype=torch.float16))
    told = readable_error(caught.value, Variant("fp16"), CPU)
    assert isinstance(told, UnsupportedModel)
    assert "fp16 on cpu" in told.message
    assert not isinstance(readable_error(caught.value, Variant("fp32"), CPU), UnsupportedModel)


def test_a_compiler_that_fails_makes_the_variant_unsupported():
    def breaks(x):
        torch._dynamo.graph_break()
        return x

    torch._dynamo.reset()
    with pytest.raises(RuntimeError) as caught:
        torch.compile(breaks, fullgraph=True)(torch.ones(2))
    told = readable_error(caught.value, Variant(compiled=True), CPU)
    assert isinstance(told, UnsupportedModel)
    assert told.hint == "Use the variant fp32."


def test_any_other_failure_is_a_model_error_with_its_first_line():
    told = readable_error(ValueError("first\nsecond"), Variant(), CPU)
    assert type(told) is ModelError
    assert told.message == "The model failed: ValueError: first."


def test_errors_in_words_stay_as_they_are():
    error = DeviceError("gone", "buy one")
    assert readable_error(error, Variant(), CPU) is error
