"""A network through ``torch.compile``, for inputs of several shapes."""

from typing import Any

import torch
from torch import nn


class CompiledNetwork:
    """Called as the network is; it is compiled at its first pass, and again where a shape has changed.

    torch makes what changes symbolic at the second shape, so that one compilation serves all that follow. Some
    networks cannot be compiled so (torch 2.15: one that computes its padding by a remainder of its input's size): they
    are compiled anew for each shape. Attributes are the network's.

    Args:
        network: In evaluation mode.
        backend: What compiles, as ``torch.compile`` takes it.
    """

    def __init__(self, network: nn.Module, backend: Any = "inductor") -> None:
        self._network = network
        self._backend = backend
        self._is_fixed = False
        self._run: Any = torch.compile(network, backend=backend)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """What the network returns.

        Raises:
            BackendCompilerFailed: it cannot be compiled for this shape either.
        """
        from torch._dynamo.exc import BackendCompilerFailed

        try:
            return self._run(*arguments, **named)
        except BackendCompilerFailed:
            if self._is_fixed:
                raise
        self._is_fixed = True
        self._run = torch.compile(self._network, backend=self._backend, dynamic=False)
        return self._run(*arguments, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._run, name)
