"""Where a text enters a network: the embedding of its tokens."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

import torch
from torch import Tensor, nn


def token_ids(inputs: Mapping[str, Any]) -> Tensor | None:
    """The tokens (1, n) in a network's inputs; None where there are none."""
    ids = inputs.get("input_ids", inputs.get(""))
    return ids if isinstance(ids, Tensor) and not ids.is_floating_point() and ids.ndim == 2 else None


@contextmanager
def embedding_names(network: nn.Module, inputs: Mapping[str, Any]) -> Iterator[list[str]]:
    """Within it, the modules that embed the sample's tokens are listed, in the order of their calls."""
    ids, names = token_ids(inputs), list[str]()
    with ExitStack() as hooks:
        for name, module in network.named_modules():
            if ids is not None and isinstance(module, nn.Embedding):
                hooks.callback(module.register_forward_hook(_lister(names, name, ids)).remove)
        yield names


@contextmanager
def embedded(network: nn.Module, name: str, replace: Callable[[Tensor], Tensor]) -> Iterator[None]:
    """Within it, what the first call of an embedding gives is replaced, in each pass for which this is entered.

    Args:
        network: The network.
        name: The embedding's path in it.
        replace: From embeddings (1, n, width) to those that the network goes on with.
    """
    calls = 0

    def hook(_: nn.Module, __: Any, output: Tensor) -> Tensor:
        nonlocal calls
        calls += 1
        return replace(output) if calls == 1 else output

    handle = network.get_submodule(name).register_forward_hook(hook)
    try:
        yield
    finally:
        handle.remove()


def _lister(names: list[str], name: str, ids: Tensor) -> Callable[[nn.Module, Any, Any], None]:
    def hook(_: nn.Module, arguments: Any, __: Any) -> None:
        if (
            arguments
            and isinstance(arguments[0], Tensor)
            and arguments[0].shape == ids.shape
            and torch.equal(arguments[0], ids)
        ):
            names.append(name)

    return hook
