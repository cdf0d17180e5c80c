"""The image grids of a network's attention layers."""

import math
import re
from dataclasses import dataclass, replace
from typing import Any

from torch import nn

from granview.explain.attention.capture import Site
from granview.explain.geometry.cells import Cells, in_row_order, in_windows, interleaved
from granview.explain.geometry.strides import Size, find_grid, patch_size_of


@dataclass(frozen=True)
class ImageLayer:
    """Where the queries and the keys of an attention layer stand in the image.

    Attributes:
        site: The layer's call.
        queries: Cells of the tokens that attend.
        keys: Cells of the tokens that are attended to; fewer where a layer reduces them.
        leading: Tokens before the cells' ones, such as a class token, in queries and keys alike.
        window: Whether a token attends within a window only.
    """

    site: Site
    queries: Cells
    keys: Cells
    leading: int = 0
    window: bool = False

    @property
    def across(self) -> bool:
        """Whether it attends to another sequence."""
        return self.site.cross

    def over_queries(self) -> "ImageLayer":
        """The layer as if its keys stood where its queries do, for what goes from queries to queries."""
        site = replace(self.site, keys=self.site.queries)
        return replace(self, site=site, keys=self.queries)


def image_layer(network: nn.Module, site: Site, input_size: Size) -> ImageLayer | None:
    """A layer's cells, found from its token counts, its windows and its config; None where it is not over an image."""
    if re.search(r"text|language|decoder\.layers.*self_attn\.q", site.name):
        return None
    parents = _parents(network, site.name)
    windowed = next((parent for parent in parents if hasattr(parent, "shift_size")), None)
    if windowed is not None:
        return _window_layer(windowed, parents, site, input_size)
    if site.batch > 1:
        return _interleaved_layer(parents, site, input_size)
    return _plain_layer(parents, site, input_size)


def _plain_layer(parents: list[nn.Module], site: Site, size: Size) -> ImageLayer | None:
    patches = _patches(parents)
    queries, keys = (find_grid(tokens, size, patches) for tokens in (site.queries, site.keys))
    if queries is None or keys is None:
        return None
    (shape, leading), (key_shape, key_leading) = queries, keys
    return ImageLayer(site, in_row_order(*shape, leading), in_row_order(*key_shape, key_leading), leading)


def _window_layer(layer: Any, parents: list[nn.Module], site: Site, size: Size) -> ImageLayer | None:
    edge = layer.window_size if isinstance(layer.window_size, int) else layer.window_size[0]
    patch = next(iter(_patches(parents)), None)
    stage = re.search(r"layers\.(\d+)\.", site.name)
    if patch is None or stage is None:
        return None
    rows, columns = (math.ceil(side / length) for side, length in zip(size, patch, strict=True))
    for _ in range(int(stage.group(1))):
        rows, columns = math.ceil(rows / 2), math.ceil(columns / 2)
    if math.ceil(rows / edge) * math.ceil(columns / edge) != site.batch or edge * edge != site.queries:
        return None
    cells = in_windows(rows, columns, edge, int(layer.shift_size))
    return ImageLayer(site, cells, cells, window=True)


def _interleaved_layer(parents: list[nn.Module], site: Site, size: Size) -> ImageLayer | None:
    step = next((patch[0] for patch in _patches(parents) if patch[0] * patch[1] == site.batch), None)
    if step is None:
        return None
    for stride in (4, 8, 16, 32, 64):
        rows, columns = (math.ceil(math.ceil(side / stride) / step) for side in size)
        if rows * columns == site.queries:
            cells = interleaved(rows * step, columns * step, step)
            return ImageLayer(site, cells, cells)
    return None


def _parents(network: nn.Module, name: str) -> list[nn.Module]:
    """The module of that name and those that hold it, from the inside out."""
    parts = name.split(".")
    found = []
    for length in range(len(parts), -1, -1):
        try:
            found.append(network.get_submodule(".".join(parts[:length])))
        except AttributeError:
            continue
    return found


def _patches(parents: list[nn.Module]) -> list[Size]:
    sizes = (patch_size_of(getattr(parent, "config", None)) for parent in parents)
    return list(dict.fromkeys(size for size in sizes if size is not None))
