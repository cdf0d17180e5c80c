"""Serves what is wanted at each attention call of a forward pass."""

from collections.abc import Callable

from torch import Tensor, nn

from granview.core.errors import ModelError
from granview.explain.attention.from_queries import FromQueries
from granview.explain.attention.from_weights import FromWeights
from granview.explain.attention.layer import LayerAttention
from granview.explain.attention.site import Site, is_cross
from granview.explain.attention.wanted import Captured, Wanted


class Cancelled(Exception):
    """A pass that was given up because its answer is no longer wanted."""


def give_up_if(cancelled: Callable[[], bool] | None) -> None:
    """Ask whether the answer is still wanted.

    Raises:
        Cancelled: it is not.
    """
    if cancelled is not None and cancelled():
        raise Cancelled


class Recorder:
    """Told of every attention call; computes what is wanted and lets the rest go.

    Args:
        network: The network that is run.
        wanted: What to compute.
        cancelled: Asked at every call; where it says True the pass ends with ``Cancelled``.
        limit_bytes: The most that may be kept; queries and keys beyond it are let go, all of them.
    """

    def __init__(
        self, network: nn.Module, wanted: Wanted, cancelled: Callable[[], bool] | None, limit_bytes: int | None
    ) -> None:
        self.captured = Captured()
        self._names = {module: name for name, module in network.named_modules()}
        self._wanted = wanted
        self._cancelled = cancelled
        self._limit_bytes = limit_bytes

    def knows(self, module: nn.Module) -> bool:
        """Whether a module belongs to the network."""
        return module in self._names

    def record(self, module: nn.Module, layer: LayerAttention, causal: bool) -> Site:
        """Serve one call; returns its site.

        Raises:
            Cancelled: the pass is no longer wanted.
            ModelError: more gradients would be kept than may be.
        """
        give_up_if(self._cancelled)
        name = self._names.get(module, type(module).__name__)
        batch, heads, queries, keys = layer.shape
        cross = is_cross(name, module)
        site = Site(len(self.captured.sites), name, heads, batch, queries, keys, causal and not cross, cross)
        self.captured.sites.append(site)
        if self._wanted.at(site):
            self._serve(site, layer)
        return site

    def wants_gradients(self, site: Site) -> bool:
        """Whether values and gradients of this call are wanted."""
        return self._wanted.gradients and self._wanted.at(site)

    def record_output(self, site: Site, value: Tensor, output: Tensor, heads_first: bool = False) -> None:
        """Keep a call's values, and the gradient (batch, queries, heads, d) of its output once there is one.

        Args:
            site: The call.
            value: (batch, key heads, keys, d).
            output: (batch, queries, heads, d), or (batch, heads, queries, d) where ``heads_first``.
            heads_first: The order of the output's dimensions.
        """
        index = site.index
        self.captured.values[index] = compact(value)

        def keep(gradient: Tensor) -> None:
            self.captured.gradients[index] = gradient.detach().transpose(1, 2) if heads_first else gradient.detach()

        output.register_hook(keep)  # type: ignore[no-untyped-call]

    def record_weight_gradients(self, site: Site, weights: Tensor) -> None:
        """Keep the gradient (batch, heads, queries, keys) of weights that a network computed itself."""
        index = site.index

        def keep(gradient: Tensor) -> None:
            self.captured.gradients[index] = gradient.detach()

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
