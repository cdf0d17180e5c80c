"""The masks of a transformer's queries at the picture's own size.

Logits stand on a coarse grid over the network's input, of which a part may be padding. Each mask is read from it as
``interpolate`` does (bilinear, ``align_corners=False``), straight at the picture's own pixels, without the padding, and
only where it can be positive: a bilinear value is a mean of its four neighbours.
"""

from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor

from granview.core import rle
from granview.core.rle import Rle
from granview.models.adapter import Size

MASK_THRESHOLD: Final = 0.5
"""Probability from which a pixel may be a segment's, as in the papers and in transformers."""

WHOLE: Final = (1.0, 1.0)
"""Where the picture is all of the network's input."""


@dataclass(frozen=True)
class Outline:
    """A mask, and how sure its network is of it.

    Attributes:
        mask: The mask; empty where no pixel is positive.
        certainty: Mean probability of the pixels in the mask, 0 to 1; 0 for an empty one.
    """

    mask: Rle
    certainty: float


@dataclass(frozen=True)
class QueryMasks:
    """The masks of one picture.

    Attributes:
        logits: (queries, h, w) float32.
        size: (height, width) of the picture in px.
        shown: Which shares of the grid's rows and columns show the picture, from the upper left corner; the rest is
            padding.
    """

    logits: Tensor
    size: Size
    shown: tuple[float, float] = WHOLE

    def outline(self, query: int) -> Outline:
        """What lies above a probability of a half."""
        grid = self.logits[query]
        is_positive = grid > 0
        rows, columns = (self._reach(axis, is_positive.any(1 - axis)) for axis in (0, 1))
        if not len(rows.place) or not len(columns.place):
            return Outline(rle.from_runs([self.size[0] * self.size[1]], self.size), 0.0)
        values = _sampled(grid, rows, columns)
        inside = values > 0
        certainty = float(values[inside].sigmoid().mean()) if bool(inside.any()) else 0.0
        left, top = int(columns.place[0]), int(rows.place[0])
        return Outline(rle.encode_within(inside.cpu().numpy(), left, top, self.size), certainty)

    def probabilities(self, query: int) -> Tensor:
        """The mask's probability at each pixel: (H, W) float32."""
        rows, columns = (self._reach(axis, None) for axis in (0, 1))
        return _sampled(self.logits[query], rows, columns).sigmoid()

    def _reach(self, axis: int, is_wanted: Tensor | None) -> "_Taps":
        """The pixels along an axis that some wanted cell of the grid acts on; all of them for None."""
        count, cells = self.size[axis], self.logits.shape[axis + 1]
        place = torch.arange(count, device=self.logits.device)
        position = ((place + 0.5) * (self.shown[axis] * cells / count) - 0.5).clamp(0, cells - 1)
        low = position.long()
        high = (low + 1).clamp(max=cells - 1)
        taps = _Taps(place, low, high, position - low)
        if is_wanted is None:
            return taps
        acted = (is_wanted[low] | is_wanted[high]).nonzero().flatten()
        return taps.between(int(acted[0]), int(acted[-1]) + 1) if len(acted) else taps.between(0, 0)


@dataclass(frozen=True)
class _Taps:
    """For pixels along an axis the two cells that they lie between, and how far towards the second one."""

    place: Tensor
    low: Tensor
    high: Tensor
    share: Tensor

    def between(self, start: int, end: int) -> "_Taps":
        return _Taps(self.place[start:end], self.low[start:end], self.high[start:end], self.share[start:end])


def _sampled(grid: Tensor, rows: _Taps, columns: _Taps) -> Tensor:
    """The grid's values at pixels: (rows, columns) float32."""
    across = torch.lerp(grid[:, columns.low], grid[:, columns.high], columns.share)
    return torch.lerp(across[rows.low], across[rows.high], rows.share[:, None])
