"""Attention functions registered with transformers, which run the network's own kernel and tell a recorder of it.

transformers looks an attention function up by the name in a network's config (``AttentionInterface``), and the
function that builds its masks by the same name (``AttentionMaskInterface``). For each of transformers' own kernels that
is served, one name is registered, whose masks are those of that kernel.
"""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from inspect import isfunction, unwrap
from typing import Any, Final

from torch import Tensor, nn

from granview.core.errors import UnsupportedModel
from granview.explain.attention.bias import Bias
from granview.explain.attention.from_queries import FromQueries
from granview.explain.attention.from_weights import FromWeights
from granview.explain.attention.layer import LayerAttention
from granview.explain.attention.recorder import Recorder

_PREFIX: Final = "granview-"
_KERNELS: Final = ("sdpa", "eager")
_active = threading.local()

Output = tuple[Tensor, Tensor | None]


def uses_interface(module: nn.Module) -> bool:
    """Whether a module's own code looks its attention function up in transformers' interface.

    Its code, not its file: some files hold modules of both kinds.
    """
    kind: Any = type(module)
    return _is_lookup(kind)


@cache
def _is_lookup(kind: type[Any]) -> bool:
    """Whether a class's functions do; transformers' base class, where the interface is defined, does for all heirs."""
    own = (each for each in kind.__mro__ if each.__module__ != "transformers.modeling_utils")
    functions = (unwrap(found) for each in own for found in vars(each).values() if isfunction(found))
    return any("ALL_ATTENTION_FUNCTIONS" in function.__code__.co_names for function in functions)


@contextmanager
def interface_tap(network: nn.Module, recorder: Recorder) -> Iterator[None]:
    """Within it, calls of the network's attention functions, in this thread, are told to the recorder.

    Raises:
        UnsupportedModel: the network runs with another kernel than sdpa and eager.
    """
    _register()
    before = [(config, config._attn_implementation) for config in configs_of(network)]
    tapped = [(config, _tapped_name(kernel)) for config, kernel in before]
    outer, _active.recorder = getattr(_active, "recorder", None), recorder
    try:
        for config, name in tapped:
            config._attn_implementation_internal = name
        yield
    finally:
        _active.recorder = outer
        for config, kernel in before:
            config._attn_implementation_internal = kernel


def configs_of(network: nn.Module) -> list[Any]:
    """Every transformers config of a network and its parts, each once."""
    from transformers import PreTrainedConfig

    found: dict[int, Any] = {}
    waiting = [getattr(module, "config", None) for module in network.modules()]
    while waiting:
        config = waiting.pop()
        if isinstance(config, PreTrainedConfig) and id(config) not in found:
            found[id(config)] = config
            waiting.extend(getattr(config, name, None) for name in config.sub_configs)
    return list(found.values())


def _tapped_name(kernel: str | None) -> str:
    kernel = (kernel or "eager").removeprefix(_PREFIX)
    if kernel not in _KERNELS:
        raise UnsupportedModel(
            f"This model runs with the attention kernel {kernel}, which cannot be looked into.",
            "Load it with the kernel sdpa.",
        )
    return _PREFIX + kernel


def _register() -> None:
    from transformers import AttentionInterface, AttentionMaskInterface
    from transformers.masking_utils import eager_mask, sdpa_mask

    AttentionInterface.register(_PREFIX + "sdpa", _sdpa)
    AttentionMaskInterface.register(_PREFIX + "sdpa", sdpa_mask)
    AttentionInterface.register(_PREFIX + "eager", _eager)
    AttentionMaskInterface.register(_PREFIX + "eager", eager_mask)


def _sdpa(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None, **options: Any
) -> Output:
    from transformers.integrations.sdpa_attention import sdpa_attention_forward

    output: Output = sdpa_attention_forward(module, query, key, value, attention_mask, **options)
    recorder = _recorder_of(module)
    if recorder is not None and not _again(recorder, module, query, key, value, output[0]):
        causal = _is_causal(module, options)
        bias = Bias(attention_mask, options.get("position_bias"), causal and attention_mask is None and _many(query))
        layer = _from_queries(query, key, options, bias)
        _record(recorder, module, (query, key, value), layer, causal, output[0])
    return output


def _eager(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None, **options: Any
) -> Output:
    output = _own_eager(module)(module, query, key, value, attention_mask, **options)
    recorder = _recorder_of(module)
    if recorder is not None and not _again(recorder, module, query, key, value, output[0]):
        layer = _eager_layer(query, key, attention_mask, output[1], options)
        _record(recorder, module, (query, key, value), layer, _is_causal(module, options), output[0])
    return output


def _eager_layer(
    query: Tensor, key: Tensor, mask: Tensor | None, weights: Tensor | None, options: dict[str, Any]
) -> LayerAttention:
    """From queries and keys where their bias is fully known, for memory's sake; else the weights that were computed.

    Attention sinks (``s_aux``) and sparse selections (``indices``) are known to the network's own function alone.
    """
    unknown = any(options.get(name) is not None for name in ("s_aux", "sinks", "indices", "block_indices"))
    if weights is not None and unknown:
        return FromWeights(weights)
    return _from_queries(query, key, options, Bias(mask, options.get("position_bias")))


def _from_queries(query: Tensor, key: Tensor, options: dict[str, Any], bias: Bias) -> FromQueries:
    scaling = options.get("scaling")
    scaling = query.shape[-1] ** -0.5 if scaling is None else float(scaling)
    return FromQueries(query.detach(), key.detach(), scaling, bias, options.get("softcap"))


def _record(
    recorder: Recorder,
    module: nn.Module,
    tensors: tuple[Tensor, Tensor, Tensor],
    layer: LayerAttention,
    causal: bool,
    output: Tensor,
) -> None:
    query, key, value = tensors
    site = recorder.record(module, layer, causal)
    recorder.remember(site, module, query, key)
    if recorder.wants_gradients(site) and output.requires_grad:
        recorder.record_output(site, value, output)


def _again(recorder: Recorder, module: nn.Module, query: Tensor, key: Tensor, value: Tensor, output: Tensor) -> bool:
    """Whether the attention of the call before is applied to other values (arXiv:2410.05258): no layer of its own."""
    site = recorder.same_as_last(module, query, key)
    if site is None:
        return False
    if recorder.wants_gradients(site) and output.requires_grad:
        recorder.record_output(site, value, output)
    return True


def _own_eager(module: nn.Module) -> Callable[..., Output]:
    for kind in type(module).__mro__:
        function: Callable[..., Output] | None = getattr(
            sys.modules.get(kind.__module__), "eager_attention_forward", None
        )
        if function is not None:
            return function
    raise UnsupportedModel(f"{type(module).__name__} names no attention function.", "Load the model with sdpa.")


def _recorder_of(module: nn.Module) -> Recorder | None:
    recorder: Recorder | None = getattr(_active, "recorder", None)
    return recorder if recorder is not None and recorder.knows(module) else None


def _is_causal(module: nn.Module, options: dict[str, Any]) -> bool:
    said = options.get("is_causal")
    return bool(getattr(module, "is_causal", True) if said is None else said)


def _many(query: Tensor) -> bool:
    return query.shape[2] > 1
