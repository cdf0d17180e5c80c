"""A network's attention layers, sorted into stacks, each layer with its places."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from torch import nn

from granview.core.explain_facts import LayerFacts, StackFacts
from granview.core.explanation import Tokens
from granview.explain.attention.capture import Site
from granview.explain.geometry.image_layers import ImageLayer, image_layer
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView


@dataclass(frozen=True)
class TextLayer:
    """The tokens that attend, and those that are attended to.

    Attributes:
        site: The layer's call.
        queries: Tokens that attend.
        keys: Tokens that are attended to.
    """

    site: Site
    queries: Tokens
    keys: Tokens

    @property
    def across(self) -> bool:
        """Whether it attends to another sequence, or to more than its own."""
        return self.site.cross or len(self.keys) != len(self.queries)

    def over_queries(self) -> "TextLayer":
        """The layer itself: within a text, keys stand where queries do."""
        return self


Layer = ImageLayer | TextLayer


@dataclass(frozen=True)
class Stack:
    """Layers that follow each other, from the input to the output.

    Attributes:
        name: ``image``, ``encoder``, ``decoder`` or ``cross``; with a number from the second of its kind.
        layers: All ``ImageLayer`` or all ``TextLayer``.
    """

    name: str
    layers: tuple[Layer, ...]

    @property
    def over_image(self) -> bool:
        """Whether its tokens stand in an image."""
        return isinstance(self.layers[0], ImageLayer)

    @property
    def cross(self) -> bool:
        """Whether it attends to another sequence, or to more than its own."""
        return self.layers[0].across

    def facts(self) -> StackFacts:
        """As the window is told."""
        return StackFacts(self.name, tuple(_facts(layer) for layer in self.layers))


def stacks_of(network: nn.Module, sites: Iterable[Site], view: ImageView | TextView) -> tuple[list[Stack], list[Site]]:
    """The stacks, the one with most layers first among its kind, and the sites whose places are not known.

    Over an image, layers beside a cross-attention are among object queries, which stand at no place.
    """
    sites = list(sites)
    of_queries = {_parent(site) for site in sites if site.cross} if isinstance(view, ImageView) else set()
    placed = [(site, None if _parent(site) in of_queries else _placed(network, site, view)) for site in sites]
    known = [layer for _, layer in placed if layer is not None]
    groups: dict[tuple[str, str], list[Layer]] = {}
    for layer in known:
        groups.setdefault((_kind(layer), layer.site.tower), []).append(layer)
    ordered = sorted(groups.items(), key=lambda group: (_ORDER.index(group[0][0]), -len(group[1])))
    stacks = []
    for kind, of_kind in groupby(ordered, key=lambda group: group[0][0]):
        for number, (_, layers) in enumerate(of_kind):
            stacks.append(Stack(kind if number == 0 else f"{kind} {number + 1}", tuple(layers)))
    return stacks, [site for site, layer in placed if layer is None]


_ORDER = ("image", "encoder", "decoder", "cross")


def _placed(network: nn.Module, site: Site, view: ImageView | TextView) -> Layer | None:
    if isinstance(view, ImageView):
        return image_layer(network, site, view.input_size)
    decoder = "decoder" in site.name or site.cross
    queries = view.side(site.queries, decoder)
    keys = view.side(site.keys, decoder and not site.cross)
    return None if queries is None or keys is None or site.batch > 1 else TextLayer(site, queries, keys)


def _parent(site: Site) -> str:
    return site.name.rpartition(".")[0]


def _kind(layer: Layer) -> str:
    if isinstance(layer, ImageLayer):
        return "image"
    if layer.site.cross:
        return "cross"
    return "decoder" if layer.site.causal or "decoder" in layer.site.name else "encoder"


def _facts(layer: Layer) -> LayerFacts:
    site = layer.site
    if isinstance(layer, TextLayer):
        return LayerFacts(site.name, site.heads, site.queries, site.keys, causal=site.causal)
    return LayerFacts(
        name=site.name,
        heads=site.heads,
        queries=site.queries,
        keys=site.keys,
        grid=layer.queries.shape,
        key_grid=layer.keys.shape,
        window=layer.window,
    )
