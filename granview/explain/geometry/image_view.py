"""From the image's pixels to a network's cells, and back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import unpack
from granview.core.errors import ArgumentError, ShapeError
from granview.core.explain_query import BoxPlace, MaskPlace, Place, PointPlace

Cell = NDArray[np.int64]


@dataclass(frozen=True)
class ImageView:
    """What part of an image a network is given, and at which size.

    Attributes:
        image_size: (height, width) of the image, in pixels.
        input_size: (height, width) of the network's input, in its own pixels.
        shown_xyxy_px: The part of the image that the input shows, stretched to it, in pixels of the image; None for the
            whole image. Reaches beyond the image where that was padded.
    """

    image_size: tuple[int, int]
    input_size: tuple[int, int]
    shown_xyxy_px: tuple[float, float, float, float] | None = None

    @property
    def box_xyxy_px(self) -> tuple[float, float, float, float]:
        """The part of the image that the input shows."""
        height, width = self.image_size
        return self.shown_xyxy_px or (0.0, 0.0, float(width), float(height))

    def cells_of(self, place: Place | None, rows: int, columns: int) -> Cell:
        """Cells (n,) int64 of a grid over the input, in row order, that a place touches; empty for None.

        A point has the cell that it lies in; a box has those of which it covers the centre, and at least that of its
        own centre; a mask has those of which it covers at least half, or, where there is none, the one it covers most.

        Raises:
            ArgumentError: the place is not on the part of the image that the network is given.
        """
        if place is None:
            return np.zeros(0, np.int64)
        if isinstance(place, PointPlace):
            return self._cell_at(place.x_px, place.y_px, rows, columns)
        if isinstance(place, BoxPlace):
            return self._cells_in_box(place, rows, columns)
        if isinstance(place, MaskPlace):
            return self._cells_in_mask(unpack(place.mask), rows, columns)
        raise ArgumentError("A span of text was pointed at in an image.", "Point at pixels.")

    def cover_of(self, region: Place, rows: int, columns: int) -> NDArray[np.float32]:
        """Share of each cell that a region covers: (rows, columns) float32, 0 to 1.

        Raises:
            ArgumentError: the region is a span of text or a token.
        """
        if isinstance(region, MaskPlace):
            return self.covered(unpack(region.mask), rows, columns)
        if isinstance(region, BoxPlace):
            height, width = self.image_size
            y, x = np.arange(height)[:, None] + 0.5, np.arange(width)[None, :] + 0.5
            within = (y >= region.y0_px) & (y < region.y1_px) & (x >= region.x0_px) & (x < region.x1_px)
            return self.covered(within, rows, columns)
        covered = np.zeros(rows * columns, np.float32)
        covered[self.cells_of(region, rows, columns)] = 1
        return covered.reshape(rows, columns)

    def covered(self, mask: NDArray[np.bool_], rows: int, columns: int) -> NDArray[np.float32]:
        """Share of each cell that a mask (H, W) of the image covers: (rows, columns) float32, 0 to 1.

        Raises:
            ShapeError: the mask is not of the image's size.
        """
        if mask.shape != self.image_size:
            raise ShapeError("A mask", str(self.image_size), mask.shape)
        x0, y0, x1, y1 = self.box_xyxy_px
        below, right = max(0, round(y1) - mask.shape[0]), max(0, round(x1) - mask.shape[1])
        above, left = max(0, round(-y0)), max(0, round(-x0))
        padded = np.pad(mask.astype(np.float32), ((above, below), (left, right)))
        shown = padded[round(y0) + above : round(y1) + above, round(x0) + left : round(x1) + left]
        return shares(shown, rows, columns)

    def _cell_at(self, x_px: float, y_px: float, rows: int, columns: int) -> Cell:
        height, width = self.image_size
        if not (0 <= x_px < width and 0 <= y_px < height):
            raise ArgumentError(
                f"The place {x_px:g}, {y_px:g} is outside of the image ({width} x {height}).",
                "Point at a place within it: X first, from the left, then Y, from the top.",
            )
        x0, y0, x1, y1 = self.box_xyxy_px
        across, down = (x_px - x0) / (x1 - x0), (y_px - y0) / (y1 - y0)
        if not (0 <= across < 1 and 0 <= down < 1):
            raise ArgumentError(
                "The place is outside of what the model is given of the image.", "Point at a place nearer its middle."
            )
        return np.array([int(down * rows) * columns + int(across * columns)], dtype=np.int64)

    def _cells_in_box(self, box: BoxPlace, rows: int, columns: int) -> Cell:
        x0, y0, x1, y1 = self.box_xyxy_px
        x = x0 + (np.arange(columns) + 0.5) * (x1 - x0) / columns
        y = y0 + (np.arange(rows) + 0.5) * (y1 - y0) / rows
        within = ((y >= box.y0_px) & (y < box.y1_px))[:, None] & ((x >= box.x0_px) & (x < box.x1_px))[None, :]
        cells = np.flatnonzero(within)
        if len(cells):
            return cells
        return self._cell_at((box.x0_px + box.x1_px) / 2, (box.y0_px + box.y1_px) / 2, rows, columns)

    def _cells_in_mask(self, mask: NDArray[np.bool_], rows: int, columns: int) -> Cell:
        share = self.covered(mask, rows, columns).ravel()
        cells = np.flatnonzero(share >= 0.5)
        if len(cells):
            return cells
        if not share.any():
            raise ArgumentError(
                "The region is outside of what the model is given of the image.", "Choose one nearer its middle."
            )
        return np.array([share.argmax()], dtype=np.int64)


def shares(values: NDArray[np.float32], rows: int, columns: int) -> NDArray[np.float32]:
    """Mean of values (H, W) over each cell of a grid (rows, columns), by area, exact also where cells cut pixels."""
    down, across = overlaps(rows, values.shape[0]), overlaps(columns, values.shape[1])
    return np.asarray(down @ values @ across.T, dtype=np.float32)


def overlaps(cells: int, pixels: int) -> NDArray[np.float32]:
    """(cells, pixels) float32: the share of each cell's length that lies on each pixel; rows sum to 1."""
    edges = np.linspace(0, pixels, cells + 1)
    pixel = np.arange(pixels)
    overlap = np.minimum(edges[1:, None], pixel + 1) - np.maximum(edges[:-1, None], pixel)
    shares_of: NDArray[np.float32] = (np.maximum(overlap, 0) * (cells / pixels)).astype(np.float32)
    return shares_of
