"""A sample through which gradients flow."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from granview.explain.attention.recorder import give_up_if
from granview.explain.subject import Subject


def copied(inputs: dict[str, Any]) -> dict[str, Any]:
    """Inputs that may take part in a graph, which those made in inference mode may not; pixels want gradients."""
    return {name: _copied(value) for name, value in inputs.items()}


def _copied(value: Any) -> Any:
    if not isinstance(value, Tensor):
        return value
    fresh = value.detach().clone()
    return fresh.requires_grad_() if fresh.is_floating_point() and fresh.ndim > 2 else fresh


@contextmanager
def differentiable(subject: Subject, cancelled: Callable[[], bool] | None = None) -> Iterator[dict[str, Any]]:
    """Within it gradients are recorded, from pixels and from every embedding on, though weights want none.

    Recurrent networks run without cuDNN, whose gradients exist for training alone.

    Args:
        subject: The network and the sample.
        cancelled: Asked before every layer that has no parts; where it says True the pass raises ``Cancelled``.

    Yields:
        The inputs to run the network with.
    """
    with ExitStack() as hooks, torch.inference_mode(False), torch.enable_grad():
        if any(isinstance(module, nn.RNNBase) for module in subject.network.modules()):
            hooks.enter_context(torch.backends.cudnn.flags(enabled=False))
        for parameter in subject.network.parameters():
            if parameter.requires_grad:
                hooks.callback(parameter.requires_grad_, True)
                parameter.requires_grad_(False)
        for module in subject.network.modules():
            if isinstance(module, nn.Embedding):
                hooks.callback(module.register_forward_hook(_wants_gradient).remove)
            if cancelled is not None and not list(module.children()):
                hooks.callback(module.register_forward_pre_hook(_asks(cancelled)).remove)
        yield copied(dict(subject.inputs))


def _wants_gradient(_: nn.Module, __: Any, output: Any) -> Any:
    """A copy that wants gradients, which a network may then change in place; some embeddings give more than one."""
    if not isinstance(output, Tensor) or output.requires_grad:
        return output
    return output.requires_grad_().clone()


def _asks(cancelled: Callable[[], bool]) -> Callable[[nn.Module, Any], None]:
    def ask(_: nn.Module, __: Any) -> None:
        give_up_if(cancelled)

    return ask
