from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch._dynamo.exc import BackendCompilerFailed

from granview.models.compile_clock import CompileClock
from granview.models.compiled_network import CompiledNetwork


class Doubled(nn.Module):
    """Twice what it is given."""

    title = "doubled"

    def forward(self, values: Tensor) -> Tensor:
        return values + values


def _fixed_only(graph: torch.fx.GraphModule, inputs: list[Any]) -> Callable[..., Any]:
    if any(isinstance(each, torch.SymInt) for each in inputs):
        raise ValueError("a length is a symbol")
    return graph.forward


def _never(graph: torch.fx.GraphModule, inputs: list[Any]) -> Callable[..., Any]:
    raise ValueError("never")


def test_a_network_that_cannot_have_open_lengths_is_compiled_for_each():
    torch._dynamo.reset()
    clock = CompileClock()
    network = CompiledNetwork(Doubled(), _fixed_only)
    for length in (3, 4, 5, 5):
        values = torch.rand(length)
        torch.testing.assert_close(network(values), 2 * values)
    assert clock.count >= 3
    assert clock.seconds > 0
    assert network.title == "doubled"


def test_one_that_cannot_be_compiled_at_all_raises():
    torch._dynamo.reset()
    with pytest.raises(BackendCompilerFailed):
        CompiledNetwork(Doubled(), _never)(torch.rand(3))
