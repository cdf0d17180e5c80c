"""What is asked of a lane about one sample: why there, and where from."""

import math
from typing import Literal

import msgspec

from granview.core.arrays import PackedArray
from granview.core.errors import ArgumentError

Direction = Literal["from", "to"]
"""``from``: what the place attends to. ``to``: what attends to the place."""

TextPart = Literal["text", "pair", "question", "target"]
"""The texts of a sample, and the text that a model writes or is made to read as if it had written it."""


class PointPlace(msgspec.Struct, frozen=True, tag="point"):
    """A point of the image, in pixels from its upper left corner."""

    x_px: float
    y_px: float


class BoxPlace(msgspec.Struct, frozen=True, tag="box"):
    """A rectangle of the image, in pixels; the lower right corner is just outside of it."""

    x0_px: float
    y0_px: float
    x1_px: float
    y1_px: float


class MaskPlace(msgspec.Struct, frozen=True, tag="mask"):
    """Any pixels of the image, such as a predicted region.

    Attributes:
        mask: (H, W) bool, of the image's own size.
    """

    mask: PackedArray


class SpanPlace(msgspec.Struct, frozen=True, tag="span"):
    """A span of a text: code points from ``start`` to just before ``end``."""

    start: int
    end: int
    part: TextPart = "text"


class TokenPlace(msgspec.Struct, frozen=True, tag="token"):
    """A token by its index among the network's own, such as a class token, which stands at no place."""

    index: int


Place = PointPlace | BoxPlace | MaskPlace | SpanPlace | TokenPlace


class ExplainQuery(msgspec.Struct, frozen=True, tag="explain-query"):
    """One question about one sample.

    Attributes:
        method: A method's name, such as ``attention`` or ``grad-cam``.
        place: Where in the sample; None for everywhere (the mean over all tokens, the whole prediction).
        direction: Which way attention is followed.
        depth: Which layer, as a share of the stack from the first (0) to the last (1), so that lanes of different
            depth are asked alike; None for the method's own choice.
        layer: Which layer of its stack, from 0; wins over ``depth``.
        head: Which head, from 0; None for the mean over heads.
        stack: Which stack of layers, by its name in the lane's facts; None for the lane's first.
        target: Index of the class that is explained; None for the class predicted at the place.
        target_layer: Name of the layer that Grad-CAM looks at; empty for the one chosen automatically.
        overview: Whether all layers and heads are wanted as well.
        region: Where the answer should lie, such as the reference's region; the share of weight inside is measured.
    """

    method: str
    place: Place | None = None
    direction: Direction = "from"
    depth: float | None = None
    layer: int | None = None
    head: int | None = None
    stack: str | None = None
    target: int | None = None
    target_layer: str = ""
    overview: bool = False
    region: Place | None = None

    def __post_init__(self) -> None:
        if self.depth is not None and not (math.isfinite(self.depth) and 0 <= self.depth <= 1):
            raise ArgumentError(f"The relative depth is {self.depth}.", "It goes from 0 to 1.")

    def chosen_layer(self, count: int) -> int:
        """The layer asked for, of ``count``; the last where none was named.

        Raises:
            ArgumentError: there is no such layer.
        """
        if self.layer is None:
            return round((1.0 if self.depth is None else self.depth) * (count - 1))
        if not 0 <= self.layer < count:
            raise ArgumentError(f"There is no layer {self.layer}.", f"Layers go from 0 to {count - 1}.")
        return self.layer

    def checked_head(self, heads: int) -> int | None:
        """The head asked for, of ``heads``; None for their mean.

        Raises:
            ArgumentError: there is no such head.
        """
        if self.head is not None and not 0 <= self.head < heads:
            raise ArgumentError(f"There is no head {self.head}.", f"Heads go from 0 to {heads - 1}.")
        return self.head
