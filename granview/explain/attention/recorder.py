"""Serves what is wanted at each attention call of a forward pass."""

from collections.abc import Callable
from typing import NamedTuple
from weakref import ref

import torch
from torch import Tensor, nn

from granview.core.errors import ModelError
from granview.explain.attention.capture import Captured, CaptureRequest, Site, is_cross
from granview.explain.attention.from_queries import FromQueries
from granview.explain.attention.from_weights import FromWeights
from granview.explain.attention.layer import LayerAttention


class Cancelled(Exception):
    """A pass that was given up because its answer is no longer wanted."""


def give_up_if(cancelled: Callable[[], bool] | None) -> None:
    """Ask whether the answer is still wanted.

    Raises:
        Cancelled: it is not.
    """
    if cancelled is not None and cancelled():
        raise Cancelled


class _Last(NamedTuple):
    """What the attention that was recorded last was made of."""

    site: Site
    module: nn.Module
    query: "ref[Tensor]"
    key: "ref[Tensor]"


class Recorder:
    """Told of every attention call; computes what is wanted and lets the rest go.

    Args:
        network: The network that is run.
        wanted: What to compute.
        cancelled: Asked at every call; where it says True the pass ends with ``Cancelled``.
        limit_bytes: The most that may be kept; queries and keys beyond it are let go, all of them.
    """

    def __init__(
        self, network: nn.Module, wanted: CaptureRequest, cancelled: Callable[[], bool] | None, limit_bytes: int | None
    ) -> None:
        self.captured = Captured()
        self._names = {module: name for name, module in network.named_modules()}
        self._wanted = wanted
        self._cancelled = cancelled
        self._limit_bytes = limit_bytes
        self._last: _Last | None = None

    def knows(self, module: nn.Module) -> bool:
        """Whether a module belongs to the network."""
        return module in self._names

    def record(self, module: nn.Module, layer: LayerAttention, causal: bool, part: int = 0) -> Site:
        """Serve one call; returns its site.

        Args:
            module: Who computes the attention.
            layer: Its weights.
            causal: Whether no token attends to a later one.
            part: Which map it is of those that the module computes in one call, from 0.

        Raises:
            Cancelled: the pass is no longer wanted.
            ModelError: more gradients would be kept than may be.
        """
        give_up_if(self._cancelled)
        name = self._names.get(module, type(module).__name__)
        batch, heads, queries, keys = layer.shape
        cross = is_cross(name, module)
        site = Site(
            index=len(self.captured.sites),
            name=name,
            heads=heads,
            batch=batch,
            queries=queries,
            keys=keys,
            causal=causal and not cross,
            cross=cross,
            whole=isinstance(layer, FromWeights),
            part=part,
        )
        self.captured.sites.append(site)
        if self._wanted.at(site):
            self._serve(site, layer)
        return site

    def record_without_map(self, module: nn.Module) -> None:
        """Note an attention layer that weighs tokens in another way than each by a softmax over all."""
        self.captured.without_map.append(self._names.get(module, type(module).__name__))

    def remember(self, site: Site, module: nn.Module, query: Tensor, key: Tensor) -> None:
        """Note what a call's attention was made of, as long as the network itself holds it."""
        self._last = _Last(site, module, ref(query), ref(key))

    def same_as_last(self, module: nn.Module, query: Tensor, key: Tensor) -> Site | None:
        """The site of the call before, where that was of the same module, queries and keys; else None."""
        last = self._last
        same = last is not None and last.module is module and last.query() is query and last.key() is key
        return last.site if last is not None and same else None

    def wants_gradients(self, site: Site) -> bool:
        """Whether values and gradients of this call are wanted."""
        return self._wanted.gradients and self._wanted.at(site)

    def record_output(self, site: Site, value: Tensor, output: Tensor, heads_first: bool = False) -> None:
        """Keep a call's values, and the gradient (batch, queries, heads, d) of its output once there is one.

        Where a site's attention is applied to several values, they stand side by side in d, and their gradients too.

        Args:
            site: The call.
            value: (batch, key heads, keys, d).
            output: (batch, queries, heads, d), or (batch, heads, queries, d) where ``heads_first``.
            heads_first: The order of the output's dimensions.
        """
        captured, index = self.captured, site.index
        before = captured.values.get(index)
        captured.values[index] = compact(value) if before is None else torch.cat((before, value.detach()), dim=-1)
        start = 0 if before is None else before.shape[-1]

        def keep(gradient: Tensor) -> None:
            part = gradient.detach().transpose(1, 2) if heads_first else gradient.detach()
            if index not in captured.gradients:
                captured.gradients[index] = part.new_zeros((*part.shape[:-1], captured.values[index].shape[-1]))
            captured.gradients[index][..., start : start + part.shape[-1]] = part

        output.register_hook(keep)  # type: ignore[no-untyped-call]

    def record_weight_gradients(self, site: Site, weights: Tensor) -> None:
        """Keep the gradient of weights that a network computed itself, as (batch, heads, queries, keys)."""
        index, shape = site.index, (site.batch, site.heads, site.queries, site.keys)

        def keep(gradient: Tensor) -> None:
            self.captured.gradients[index] = gradient.detach().reshape(shape)

        weights.register_hook(keep)  # type: ignore[no-untyped-call]

    def _serve(self, site: Site, layer: LayerAttention) -> None:
        wanted, captured, index = self._wanted, self.captured, site.index
        if wanted.rows is not None and (pairs := wanted.rows(site)) is not None:
            captured.rows[index] = self._over_heads(layer.rows(*pairs))
        if wanted.weights is not None and (weights := wanted.weights(site)) is not None:
            captured.sums[index] = self._over_heads(layer.weighted_sum(weights))
        if wanted.mass:
            captured.mass[index] = self._over_heads(layer.mass())
        if wanted.gradients or (wanted.keep and not captured.overflowed):
            captured.kept[index] = kept(layer)
            self._check_memory()

    def _over_heads(self, weights: Tensor) -> Tensor:
        return weights.mean(dim=1, keepdim=True) if self._wanted.mean_heads else weights

    def _check_memory(self) -> None:
        if self._limit_bytes is None or self.captured.nbytes() <= self._limit_bytes:
            return
        if self._wanted.gradients:
            raise ModelError(
                f"The gradients of this sample's attention take more than {self._limit_bytes / 1e6:.0f} MB.",
                "Raise the limit for explanations in the preferences, or choose a method without gradients.",
            )
        self.captured.kept.clear()
        self.captured.overflowed = True


def kept(layer: LayerAttention) -> LayerAttention:
    """A layer without what it shares with more than itself: parts of a larger tensor are copied."""
    if isinstance(layer, FromQueries):
        return FromQueries(compact(layer.query), compact(layer.key), layer.scaling, layer.bias, layer.softcap)
    if isinstance(layer, FromWeights):
        return FromWeights(compact(layer.whole))
    return layer


def compact(tensor: Tensor) -> Tensor:
    """The tensor without its graph; copied where it is a part of a larger one, which would stay in memory with it."""
    detached = tensor.detach()
    return detached.clone() if detached.untyped_storage().nbytes() > detached.nbytes else detached
