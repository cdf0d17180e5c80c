"""Attention of networks that do not use transformers' interface, seen where their code computes it.

Their forward pass stays as it is; a ``TorchFunctionMode`` sees the softmax over (batch, heads, queries, keys) that an
attention module computes, or its call of the fused kernel. One layer's weights are in memory at a time, as in the
network itself.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.overrides import TorchFunctionMode

from granview.explain.attention.bias import Bias
from granview.explain.attention.from_queries import FromQueries
from granview.explain.attention.from_weights import FromWeights
from granview.explain.attention.interface import uses_interface
from granview.explain.attention.recorder import Recorder

_SOFTMAX: Final = (functional.softmax, torch.softmax, Tensor.softmax)


def is_watched(module: nn.Module) -> bool:
    """Whether a module computes attention on its own: by its class's name, and not through the interface.

    Deformable attention has no weights over all keys, and torch's ``MultiheadAttention`` keeps its own to itself.
    """
    name = type(module).__name__
    if "Attention" not in name or "Deformable" in name or isinstance(module, nn.MultiheadAttention):
        return False
    return not uses_interface(module)


@contextmanager
def watch(network: nn.Module, recorder: Recorder) -> Iterator[None]:
    """Within it, the attention that the network's modules compute on their own is told to the recorder."""
    running: list[nn.Module] = []

    def enter(module: nn.Module, _: Any) -> None:
        running.append(module)

    def leave(module: nn.Module, _: Any, __: Any) -> None:
        running.pop()

    with ExitStack() as hooks:
        for module in network.modules():
            if is_watched(module):
                hooks.callback(module.register_forward_pre_hook(enter).remove)
                hooks.callback(module.register_forward_hook(leave, always_call=True).remove)
        hooks.enter_context(_Watch(recorder, running))
        yield


class _Watch(TorchFunctionMode):
    def __init__(self, recorder: Recorder, running: Sequence[nn.Module]) -> None:
        super().__init__()
        self._recorder = recorder
        self._running = running

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Sequence[Any] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        options = kwargs or {}
        result = func(*args, **options)
        if not self._running:
            return result
        if func in _SOFTMAX and result.ndim == 4:
            self._saw_weights(result)
        elif func is functional.scaled_dot_product_attention:
            self._saw_kernel(result, *args, **options)
        return result

    def _saw_weights(self, weights: Tensor) -> None:
        site = self._recorder.record(self._running[-1], FromWeights(weights.detach()), causal=False)
        if self._recorder.wants_gradients(site) and weights.requires_grad:
            self._recorder.record_weight_gradients(site, weights)

    def _saw_kernel(
        self,
        output: Tensor,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        attn_mask: Tensor | None = None,
        dropout_p: float = 0.0,
        is_causal: bool = False,
        scale: float | None = None,
        enable_gqa: bool = False,
    ) -> None:
        scaling = query.shape[-1] ** -0.5 if scale is None else scale
        layer = FromQueries(query.detach(), key.detach(), scaling, Bias(attn_mask, None, is_causal))
        site = self._recorder.record(self._running[-1], layer, is_causal)
        if self._recorder.wants_gradients(site) and output.requires_grad:
            self._recorder.record_output(site, value, output, heads_first=True)
