"""Answers to questions about a sample: raw values over an image or over tokens, never scaled to themselves."""

import math
from dataclasses import dataclass
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import GranViewError, ShapeError

Floats = NDArray[np.float32]

PARTS = ("text", "pair", "question", "target")
"""The texts that a token can come from, by the numbers in ``Tokens.part``."""

SPECIAL = 255
"""``Tokens.part`` of tokens that stand for no text, such as ``[CLS]``."""


MAX_CELLS: Final = 1 << 24
"""No heat map is read that has more cells, over all layers and heads: networks take no larger inputs."""


def _check(what: str, array: NDArray[Any], expected: str, fits: bool) -> None:
    if not fits:
        raise ShapeError(what, expected, array.shape)


@dataclass(frozen=True)
class Tokens:
    """A network's tokens and where they stand in their texts.

    Attributes:
        pieces: (n) the tokens as the tokenizer spells them.
        offsets: (n, 2) int32, code points of the token's text, half-open; (0, 0) for special tokens.
        part: (n,) uint8, index in ``PARTS``, or ``SPECIAL``.
    """

    pieces: tuple[str, ...]
    offsets: NDArray[np.int32]
    part: NDArray[np.uint8]

    def __post_init__(self) -> None:
        n = len(self.pieces)
        _check("Token offsets", self.offsets, f"({n}, 2)", self.offsets.shape == (n, 2))
        _check("Token parts", self.part, f"({n},)", self.part.shape == (n,))

    def __len__(self) -> int:
        return len(self.pieces)

    def packed(self) -> "PackedTokens":
        """As they travel."""
        return PackedTokens(self.pieces, pack(self.offsets), pack(self.part))


class PackedTokens(msgspec.Struct, frozen=True):
    """``Tokens`` as they travel."""

    pieces: tuple[str, ...]
    offsets: PackedArray
    part: PackedArray

    def unpacked(self) -> Tokens:
        """The tokens."""
        return Tokens(self.pieces, unpack(self.offsets), unpack(self.part))


@dataclass(frozen=True)
class HeatMaps:
    """Raw values over an image: one map, or one per layer and head.

    Attributes:
        values: (..., rows, columns) float32; cells of equal size over ``box_xyxy_px``.
        box_xyxy_px: The part of the image that the cells cover, in pixels; may reach beyond it where it was padded.
    """

    values: Floats
    box_xyxy_px: tuple[float, float, float, float]

    def __post_init__(self) -> None:
        _check("A heat map", self.values, "(..., rows, columns)", self.values.ndim >= 2)

    def packed(self) -> "PackedHeatMaps":
        """Compressed losslessly."""
        return PackedHeatMaps(pack(self.values), self.box_xyxy_px)


class PackedHeatMaps(msgspec.Struct, frozen=True, tag="heat-maps"):
    """``HeatMaps`` as they travel and as they are stored."""

    values: PackedArray
    box_xyxy_px: tuple[float, float, float, float]

    def unpacked(self) -> HeatMaps:
        """The maps; the array is read-only.

        Raises:
            GranViewError: they are damaged, or have more than ``MAX_CELLS``.
        """
        if math.prod(self.values.shape) > MAX_CELLS:
            raise GranViewError(f"A heat map claims more than {MAX_CELLS:,} cells.", "Explain it again.")
        return HeatMaps(unpack(self.values), self.box_xyxy_px)


@dataclass(frozen=True)
class TokenWeights:
    """Raw values over tokens: one row, or one per layer and head.

    Attributes:
        values: (..., n) float32.
        tokens: The n tokens.
    """

    values: Floats
    tokens: Tokens

    def __post_init__(self) -> None:
        n = len(self.tokens)
        _check("Token weights", self.values, f"(..., {n})", self.values.ndim >= 1 and self.values.shape[-1] == n)

    def packed(self) -> "PackedTokenWeights":
        """Compressed losslessly."""
        return PackedTokenWeights(pack(self.values), self.tokens.packed())


class PackedTokenWeights(msgspec.Struct, frozen=True, tag="token-weights"):
    """``TokenWeights`` as they travel and as they are stored."""

    values: PackedArray
    tokens: PackedTokens

    def unpacked(self) -> TokenWeights:
        """The weights; the array is read-only."""
        return TokenWeights(unpack(self.values), self.tokens.unpacked())


Weights = HeatMaps | TokenWeights
PackedWeights = PackedHeatMaps | PackedTokenWeights


@dataclass(frozen=True)
class Explanation:
    """A lane's answer to one query.

    Attributes:
        method: The method's name.
        weights: The answer, (rows, columns) or (n,).
        overview: All layers and heads of the stack, (layers, heads, rows, columns) or (layers, heads, n), where it was
            asked for; layers with fewer heads have NaN in the rest.
        asked: For texts, the tokens of the side on which the place lies; None for images.
        at: (m,) int32, the tokens that the place stands for: indices of ``asked``, or cells of the layer's grid in row
            order; empty for everywhere.
        stack: The stack of layers; empty where the method has none.
        layer: The layer, from 0; None where the method takes several.
        head: The head; None for the mean.
        target: The class explained; None where the method explains none.
        numbers: Measures by name, such as ``entropy``; those that could not be taken are left out.
        notices: Sentences that the user must see.
    """

    method: str
    weights: Weights
    overview: Weights | None = None
    asked: Tokens | None = None
    at: NDArray[np.int32] | None = None
    stack: str = ""
    layer: int | None = None
    head: int | None = None
    target: int | None = None
    numbers: dict[str, float] | None = None
    notices: tuple[str, ...] = ()

    def packed(self) -> "PackedExplanation":
        """As it travels."""
        return PackedExplanation(
            method=self.method,
            weights=self.weights.packed(),
            overview=None if self.overview is None else self.overview.packed(),
            asked=None if self.asked is None else self.asked.packed(),
            at=None if self.at is None else pack(self.at),
            stack=self.stack,
            layer=self.layer,
            head=self.head,
            target=self.target,
            numbers=self.numbers or {},
            notices=self.notices,
        )


class PackedExplanation(msgspec.Struct, frozen=True, tag="explanation"):
    """An ``Explanation`` as it travels and as it is stored."""

    method: str
    weights: PackedWeights
    overview: PackedWeights | None = None
    asked: PackedTokens | None = None
    at: PackedArray | None = None
    stack: str = ""
    layer: int | None = None
    head: int | None = None
    target: int | None = None
    numbers: dict[str, float] = {}
    notices: tuple[str, ...] = ()

    def unpacked(self) -> Explanation:
        """The explanation; its arrays are read-only."""
        return Explanation(
            method=self.method,
            weights=self.weights.unpacked(),
            overview=None if self.overview is None else self.overview.unpacked(),
            asked=None if self.asked is None else self.asked.unpacked(),
            at=None if self.at is None else unpack(self.at),
            stack=self.stack,
            layer=self.layer,
            head=self.head,
            target=self.target,
            numbers=self.numbers,
            notices=self.notices,
        )
