"""One label map of many tiles: where they overlap, one fades into the next; only what is still open is held.

A tile's values count alone but for the strips that it shares with its neighbours. There values are summed with weights
that rise and fall linearly, along rows and along columns, and their highest class is taken as soon as the last tile
that reaches into a strip has come. So besides the label map no more is held than one tile, one strip beside it and one
below the row of tiles.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from granview.core.predictions.label_map import LabelMap
from granview.models.adapter import Size
from granview.models.images.label_maps import Probability, Window, comparable, label_map, labels_of, upsampled
from granview.models.images.tiles import Span, fade

MOST_STRIP_BYTES: Final = 256 << 20
"""The strip below a row of tiles holds every class over the picture's whole width; it is made thinner than this."""


@dataclass(frozen=True)
class Zones:
    """A tile along one side of a picture: where it is alone, and where it shares.

    Attributes:
        span: The tile.
        before: Where the one before fades into it; empty for the first.
        after: Where it fades into the next; empty for the last.
    """

    span: Span
    before: tuple[int, int]
    after: tuple[int, int]

    @property
    def alone(self) -> tuple[int, int]:
        """Where its own values count alone."""
        return self.before[1], self.after[0]

    def weights(self, device: torch.device) -> Tensor:
        """Its weight in each px from the start of ``before`` to the end of ``after``: (n,) float32."""
        rising, falling = (_ramp(stop - start, device) for start, stop in (self.before, self.after))
        alone = torch.ones(self.alone[1] - self.alone[0], device=device)
        return torch.cat((rising, alone, falling.flip(0)))


def zones(spans: Sequence[Span], most_px: int) -> list[Zones]:
    """Where the tiles along a side are alone and where they share; they share no more px than ``most_px`` at a cut."""
    most = min(most_px, *(span.kept_to - span.kept_from for span in spans))
    fades = [fade(before, after, most) for before, after in pairwise(spans)]
    ends = [(spans[0].start,) * 2, *fades, (spans[-1].stop,) * 2]
    return [Zones(*each) for each in zip(spans, ends, ends[1:], strict=False)]


class BlendedTiles:
    """A label map in the making; tiles come row by row, from the left.

    Args:
        size: (height, width) of the picture in px.
        rows: The tiles from top to bottom.
        columns: The tiles from left to right.
        classes: How many classes there are.
        probability: How the confidence is computed; None where it is not wanted.

    Attributes:
        shared_px: Px in which two tiles have been compared.
        agreed_px: In how many of them both show the same class.
    """

    def __init__(
        self,
        size: Size,
        rows: Sequence[Span],
        columns: Sequence[Span],
        classes: int,
        probability: Probability | None = None,
    ) -> None:
        self._size, self._probability = size, probability
        self._rows = zones(rows, max(MOST_STRIP_BYTES // (4 * classes * size[1]), 2))
        self._columns = zones(columns, size[1])
        self._labels: NDArray[Any] = np.empty(size, np.uint8 if classes <= 256 else np.uint16)
        self._confidence = None if probability is None else np.empty(size, np.uint8)
        self._classes = classes
        self._above: _Strip | None = None
        self._below: _Strip | None = None
        self._beside: _Strip | None = None
        self.shared_px = self.agreed_px = 0

    def add(self, row: int, column: int, values: Tensor) -> None:
        """Take in a tile.

        Args:
            row: Which of the rows.
            column: Which of the columns.
            values: What its px have for each class, (classes, h, w) at any resolution.

        Raises:
            NotFinite: values are no numbers.
        """
        tile = _TileValues(self._rows[row], self._columns[column], comparable(values), self._probability)
        self._keep(tile)
        if column == 0:
            self._begin_row(row)
        self._fill(self._above, tile, tile.rows.before)
        self._fill(self._below, tile, tile.rows.after)
        self._blend_beside(tile)
        if column == len(self._columns) - 1:
            self._end_row()

    @property
    def label_map(self) -> LabelMap:
        """The map, once all tiles have come."""
        return LabelMap(self._labels, self._confidence)

    def _begin_row(self, row: int) -> None:
        rows = self._rows[row].after
        self._below = None if rows[0] == rows[1] else _Strip(rows, (0, self._size[1]), self._classes)

    def _end_row(self) -> None:
        self._settle(self._above)
        self._above, self._below = self._below, None

    def _fill(self, strip: "_Strip | None", tile: "_TileValues", rows: tuple[int, int]) -> None:
        """Add a tile's part of a strip above or below it."""
        if strip is None or rows[0] == rows[1]:
            return
        kept = tile.columns.span.kept_from, tile.columns.span.kept_to
        self._compare(strip, tile, kept)
        strip.add(tile, (tile.columns.before[0], tile.columns.after[1]))

    def _blend_beside(self, tile: "_TileValues") -> None:
        """Finish the strip at the left of a tile, and begin that at its right."""
        if self._beside is not None:
            self._compare(self._beside, tile, self._beside.columns)
            self._beside.add(tile, self._beside.columns)
            self._settle(self._beside)
            self._beside = None
        columns = tile.columns.after
        if columns[0] < columns[1] and tile.rows.alone[0] < tile.rows.alone[1]:
            self._beside = _Strip(tile.rows.alone, columns, self._classes)
            self._compare(self._beside, tile, columns)
            self._beside.add(tile, columns)

    def _compare(self, strip: "_Strip", tile: "_TileValues", columns: tuple[int, int]) -> None:
        shared, agreed = strip.compared(tile, columns)
        self.shared_px += shared
        self.agreed_px += agreed

    def _settle(self, strip: "_Strip | None") -> None:
        if strip is None or strip.values is None:
            return
        found = labels_of(strip.values, self._probability)
        rows, columns = slice(*strip.rows), slice(*strip.columns)
        self._labels[rows, columns] = found.labels
        if self._confidence is not None and found.confidence is not None:
            self._confidence[rows, columns] = found.confidence

    def _keep(self, tile: "_TileValues") -> None:
        """Put what a tile says alone in its place."""
        rows, columns = tile.rows.alone, tile.columns.alone
        place, part = (slice(*rows), slice(*columns)), tile.part(rows, columns)
        self._labels[place] = tile.whole.labels[part]
        if self._confidence is not None and tile.whole.confidence is not None:
            self._confidence[place] = tile.whole.confidence[part]


class _TileValues:
    """A tile: its own label map, and windows of its values at the picture's scale."""

    def __init__(self, rows: Zones, columns: Zones, values: Tensor, probability: Probability | None) -> None:
        self.rows, self.columns, self._values = rows, columns, values
        self._size = rows.span.length, columns.span.length
        self._down, self._across = rows.weights(values.device), columns.weights(values.device)
        self.whole = label_map(values, self._size, probability)

    def part(self, rows: tuple[int, int], columns: tuple[int, int]) -> tuple[slice, slice]:
        """A part of the picture, as it lies in the tile."""
        top, left = self.rows.span.start, self.columns.span.start
        return slice(rows[0] - top, rows[1] - top), slice(columns[0] - left, columns[1] - left)

    def weighted(self, rows: tuple[int, int], columns: tuple[int, int]) -> Tensor:
        """Its values times its weights in a part of the picture: (classes, height, width) float32."""
        down, across = self.part(rows, columns)
        window = Window(down.start, down.stop, across.start, across.stop)
        top, left = self.rows.before[0], self.columns.before[0]
        weights = self._down[rows[0] - top : rows[1] - top, None]
        weights = weights * self._across[columns[0] - left : columns[1] - left]
        return upsampled(self._values, self._size, window) * weights


class _Strip:
    """A part of the picture in which tiles fade into each other.

    Attributes:
        rows: From its first row to the one after its last.
        columns: Likewise.
        values: (classes, height, width) float32, the sum of what has come; None before anything has.
    """

    def __init__(self, rows: tuple[int, int], columns: tuple[int, int], classes: int) -> None:
        self.rows, self.columns, self._classes = rows, columns, classes
        self.values: Tensor | None = None
        self._size = rows[1] - rows[0], columns[1] - columns[0]
        self._shown = np.full(self._size, -1, np.int32)

    def add(self, tile: _TileValues, columns: tuple[int, int]) -> None:
        """Add a tile's weighted values in some columns of the picture."""
        weighted = tile.weighted(self.rows, columns)
        if self.values is None:
            self.values = torch.zeros((self._classes, *self._size), device=weighted.device)
        self.values[:, :, columns[0] - self.columns[0] : columns[1] - self.columns[0]] += weighted

    def compared(self, tile: _TileValues, columns: tuple[int, int]) -> tuple[int, int]:
        """In how many px of some columns another tile has shown a class, and in how many it is this one's."""
        part = slice(columns[0] - self.columns[0], columns[1] - self.columns[0])
        before, now = self._shown[:, part], tile.whole.labels[tile.part(self.rows, columns)]
        shared = int(np.count_nonzero(before >= 0))
        agreed = int(np.count_nonzero(before == now))
        self._shown[:, part] = now
        return shared, agreed


def _ramp(n: int, device: torch.device) -> Tensor:
    """From just over 0 to just under 1 in n steps: (n,) float32; with its mirror image it sums to 1."""
    return (torch.arange(n, device=device, dtype=torch.float32) + 0.5) / max(n, 1)
