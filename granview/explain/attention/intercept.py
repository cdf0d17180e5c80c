"""Attention of networks that do not use transformers' interface, seen where their code computes it.

Their forward pass stays as it is; a ``TorchFunctionMode`` sees what an attention module computes: its call of the
fused kernel, or a softmax over keys that is then multiplied, as a matrix, with values. A softmax alone is no attention:
linear attention (MobileViTv2, arXiv:2206.02680) has one too, but no weight of every token for every other. One layer's
weights are in memory at a time, as in the network itself.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
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

_SOFTMAX: Final = frozenset((functional.softmax, torch.softmax, Tensor.softmax))
_PRODUCTS: Final = frozenset(
    (torch.matmul, Tensor.matmul, Tensor.__matmul__, torch.bmm, Tensor.bmm, torch.baddbmm, torch.einsum)
)
_HEADS: Final = ("num_heads", "num_attention_heads", "num_attn_heads", "n_heads", "n_head", "nhead")
"""What attention modules call the number of their heads."""


def computes_attention(module: nn.Module) -> bool:
    """Whether a module computes attention on its own: by its class's name, and not through the interface.

    Deformable attention has no weights over all keys, torch's ``MultiheadAttention`` keeps its own to itself, and what
    is named after attention's output comes after it.
    """
    name = type(module).__name__
    another = "Deformable" in name or name.endswith("Output") or isinstance(module, nn.MultiheadAttention)
    if "Attention" not in name or another:
        return False
    return not any(uses_interface(part) for part in module.modules())


@contextmanager
def intercept_attention(network: nn.Module, recorder: Recorder) -> Iterator[None]:
    """Within it, the attention that the network's modules compute on their own is told to the recorder."""
    running: list[_Call] = []

    def enter(module: nn.Module, _: Any) -> None:
        for outer in running[-1:]:
            outer.outer = True
        running.append(_Call(module))

    def leave(*_: Any) -> None:
        call = running.pop()
        if not call.maps and not call.outer:
            recorder.record_without_map(call.module)

    with ExitStack() as hooks:
        for module in network.modules():
            if computes_attention(module):
                hooks.callback(module.register_forward_pre_hook(enter).remove)
                hooks.callback(module.register_forward_hook(leave, always_call=True).remove)
        hooks.enter_context(_Watch(recorder, running))
        yield


@dataclass
class _Call:
    """An attention module at work.

    Attributes:
        module: It.
        waiting: Softmaxes over the last dimension that no product has used yet.
        maps: How many of its attention maps were recorded.
        outer: Whether it leaves attention to a module within it.
    """

    module: nn.Module
    waiting: list[Tensor] = field(default_factory=list)
    maps: int = 0
    outer: bool = False

    def used(self, operands: Sequence[Any]) -> Tensor | None:
        """The softmax that one of a product's operands is, in whatever shape or number format; it waits no more."""
        for place, weights in enumerate(self.waiting):
            if any(_same_map(weights, operand) for operand in operands):
                return self.waiting.pop(place)
        return None

    def by_head(self, weights: Tensor) -> Tensor:
        """Weights as (batch, heads, queries, keys); some networks have batch and heads as one."""
        if weights.ndim == 4:
            return weights
        together, queries, keys = weights.shape
        named = (getattr(self.module, name, None) for name in _HEADS)
        heads = next((each for each in named if isinstance(each, int) and together % each == 0), together)
        return weights.reshape(together // heads, heads, queries, keys)


class _Watch(TorchFunctionMode):
    def __init__(self, recorder: Recorder, running: Sequence[_Call]) -> None:
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
        call = self._running[-1]
        if func in _SOFTMAX:
            if result.ndim in (3, 4) and _over_last(result, args, options):
                call.waiting.append(result)
        elif call.waiting and func in _PRODUCTS:
            if (weights := call.used([*args, *options.values()])) is not None:
                self._saw_weights(call, weights)
        elif func is functional.scaled_dot_product_attention:
            self._saw_kernel(call, result, *args, **options)
        return result

    def _saw_weights(self, call: _Call, weights: Tensor) -> None:
        by_head = call.by_head(weights.detach())
        site = self._recorder.record(call.module, FromWeights(by_head), _is_causal(by_head), call.maps)
        call.maps += 1
        if self._recorder.wants_gradients(site) and weights.requires_grad:
            self._recorder.record_weight_gradients(site, weights)

    def _saw_kernel(
        self,
        call: _Call,
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
        site = self._recorder.record(call.module, layer, is_causal, call.maps)
        call.maps += 1
        if self._recorder.wants_gradients(site) and output.requires_grad:
            self._recorder.record_output(site, value, output, heads_first=True)


def _is_causal(weights: Tensor) -> bool:
    """Whether no query attends to a later key, which a mask decides for all batches and heads alike."""
    queries, keys = weights.shape[2:]
    return queries == keys > 1 and not bool(weights[0, 0].triu(1).any())


def _over_last(result: Tensor, args: Sequence[Any], options: dict[str, Any]) -> bool:
    dim = options.get("dim", args[1] if len(args) > 1 else None)
    return isinstance(dim, int) and dim % result.ndim == result.ndim - 1


def _same_map(weights: Tensor, operand: Any) -> bool:
    return (
        isinstance(operand, Tensor)
        and operand.ndim >= 2
        and operand.shape[-2:] == weights.shape[-2:]
        and operand.numel() == weights.numel()
    )
