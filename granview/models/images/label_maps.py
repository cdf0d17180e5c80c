"""From low-resolution logits to a label map at the sample's own size."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate, pad

from granview.core.predictions.label_map import LabelMap
from granview.models.finite import all_finite, require_finite

_ROUNDING: Final = 16 * torch.finfo(torch.float32).eps
"""Relative error that interpolation in float32 may add to a value, generously."""


def competitive_classes(logits: Tensor) -> Tensor:
    """Indices of the classes that may win somewhere after bilinear upsampling; ties, and rounding, are safe.

    A bilinearly interpolated value is a convex combination of the values at the corners of one cell of the
    low-resolution grid. So within a cell a class stays at or below its own highest corner, and the winner stays at or
    above the floor: the highest, over all classes, of a class's lowest corner. A class whose corners all lie below the
    floors of the cells around them wins nowhere, and need not be upsampled.

    Args:
        logits: (classes, h, w) float32.

    Returns:
        (n,) int64, ascending, on the logits' device; all classes where a logit is not finite or the grid has no cells.
    """
    every = torch.arange(len(logits), device=logits.device)
    lowest, highest = torch.aminmax(logits)
    largest = float(torch.maximum(lowest.abs(), highest.abs()))
    if min(logits.shape[1:]) < 2 or not largest < float("inf"):
        return every
    reach = (logits - _floor_around(logits)).flatten(1).amax(1)
    return every[reach >= -_ROUNDING * largest]


def _floor_around(logits: Tensor) -> Tensor:
    """(h, w): the lowest floor of the cells that touch each grid point."""
    rows = torch.minimum(logits[:, 1:], logits[:, :-1])
    floors = torch.minimum(rows[:, :, 1:], rows[:, :, :-1]).amax(0)
    around = pad(floors, (1, 1, 1, 1), value=float("inf"))
    below = torch.minimum(around[1:], around[:-1])
    return torch.minimum(below[:, 1:], below[:, :-1])


Labels = NDArray[np.unsignedinteger[Any]]


def _label_dtype(classes: int) -> type[np.uint8] | type[np.uint16]:
    return np.uint8 if classes <= 256 else np.uint16


class RunningArgmax:
    """Keeps the highest value of every pixel and its class; among equals the lowest class wins, as in ``argmax``.

    Classes must come in ascending order.

    Attributes:
        best: (H, W) float32, the highest value so far, on the frames' device.

    Args:
        classes: How many classes there are: labels are uint8 up to 256, else uint16.
    """

    best: Tensor

    def __init__(self, classes: int) -> None:
        self._dtype = _label_dtype(classes)
        self._last = int(np.iinfo(self._dtype).max)
        self._labels: Any = None

    def add(self, frames: Tensor, classes: Sequence[int]) -> None:
        """Takes in the frames (n, H, W) float32 of ``classes``, without NaN."""
        best, labels = self._of_frames(frames, classes)
        if self._labels is None:
            self.best, self._labels = best, labels
            return
        better = best > self.best
        self._labels = _choose(better, labels, self._labels)
        self.best = torch.maximum(best, self.best)

    @property
    def labels(self) -> Labels:
        """(H, W) uint8 or uint16."""
        if isinstance(self._labels, Tensor):
            return self._labels.cpu().numpy().astype(self._dtype)
        labels: Labels = self._last - self._labels
        return labels

    def _of_frames(self, frames: Tensor, classes: Sequence[int]) -> tuple[Tensor, Labels | Tensor]:
        if frames.device.type != "cpu":
            best, index = frames.max(0)
            return best, torch.tensor(classes, dtype=torch.int32, device=frames.device)[index]
        best = frames.amax(0)
        return best, self._backwards(frames.numpy(), best.numpy(), classes)

    def _backwards(self, frames: NDArray[np.float32], best: NDArray[np.float32], classes: Sequence[int]) -> Labels:
        """The lowest class that reaches ``best``, counted down from the last label, so that ``maximum`` finds it.

        Several times as fast as an argmax over the first axis, which does not vectorise.
        """
        found = np.zeros(best.shape, self._dtype)
        hit = np.empty(best.shape, np.bool_)
        candidate = np.empty(best.shape, self._dtype)
        for frame, index in zip(frames, classes, strict=True):
            np.equal(frame, best, out=hit)
            np.multiply(hit, self._dtype(self._last - index), out=candidate)
            np.maximum(found, candidate, out=found)
        return found


def _choose(better: Tensor, new: Any, old: Any) -> Any:
    """``new`` where it is better, else ``old``; both tensors, or both arrays that may be overwritten."""
    if isinstance(new, Tensor):
        return torch.where(better, new, old)
    new *= better.numpy()
    old *= ~better.numpy()
    return np.maximum(new, old, out=new)


_CHUNK_BYTES: Final = {"cpu": 8 << 20, "cuda": 256 << 20}
"""Bytes of upsampled logits at a time. On the CPU they stay in the cache, and memory need not be mapped anew."""

_WORTHWHILE: Final = 2.0
"""How many times larger than the logits a label map must be, in pixels, for a look at them first to pay."""

_NEVER: Final = -1e30
"""Stands for -inf, of which interpolation would make NaN."""

Probability = Callable[[Iterator[Tensor], Tensor], Tensor]
"""From the upsampled frames (n, H, W) of all classes and the highest (H, W) to that one's probability (H, W)."""


def softmax_of_highest(frames: Iterator[Tensor], highest: Tensor) -> Tensor:
    """Softmax probability of the highest logit: one over the sum of exp(logit - highest)."""
    total = torch.zeros_like(highest)
    for chunk in frames:
        total += (chunk - highest).exp_().sum(0)
    return total.reciprocal_()


def share_of_scores(frames: Iterator[Tensor], highest: Tensor) -> Tensor:
    """The highest score's share in the sum of all, for scores that are not negative; 0 where all are 0."""
    total = torch.zeros_like(highest)
    for chunk in frames:
        total += chunk.sum(0)
    return highest / total.clamp_min_(torch.finfo(total.dtype).tiny)


@dataclass(frozen=True)
class Window:
    """A part of a picture, in px.

    Attributes:
        top: Its first row.
        bottom: The row after its last one.
        left: Its first column.
        right: The column after its last one.
    """

    top: int
    bottom: int
    left: int
    right: int

    @property
    def size(self) -> tuple[int, int]:
        """(height, width)."""
        return self.bottom - self.top, self.right - self.left


def label_map(logits: Tensor, size: tuple[int, int], probability: Probability | None = None) -> LabelMap:
    """Upsample logits and take the highest class, pixel for pixel as the plain way does.

    The plain way is ``interpolate(logits, size, mode="bilinear", align_corners=False)`` and ``argmax``. Here classes
    that can win nowhere are left out, and few frames are held at a time, so that memory does not grow with the number
    of classes; a large map is made in bands of rows, so that it grows with neither.

    Args:
        logits: (classes, h, w), any floating type; upsampled in float32.
        size: (height, width) of the label map.
        probability: How the confidence is computed; None where it is not wanted.

    Raises:
        NotFinite: a value is NaN or +inf, or a place has -inf for every class. A class that is -inf is never shown.
    """
    logits = comparable(logits)
    wanted = _wanted(logits, size)
    bands = list(_bands(logits, size))
    if len(bands) == 1:
        return _band(logits, wanted, size, bands[0], probability)
    labels = np.empty(size, _label_dtype(len(logits)))
    confidence = None if probability is None else np.empty(size, np.uint8)
    for band in bands:
        part = _band(logits, wanted, size, band, probability)
        labels[band.top : band.bottom] = part.labels
        if confidence is not None and part.confidence is not None:
            confidence[band.top : band.bottom] = part.confidence
    return LabelMap(labels, confidence)


def comparable(logits: Tensor) -> Tensor:
    """Logits (classes, h, w) in float32, of which each place has a highest class; a class that is -inf never is it.

    Raises:
        NotFinite: as ``label_map``.
    """
    logits = logits.float().contiguous()
    return logits if all_finite(logits) else require_finite(logits, dim=0).clamp_min(_NEVER)


def labels_of(frames: Tensor, probability: Probability | None = None) -> LabelMap:
    """The highest class of frames (classes, H, W) float32 that are at their full size, without NaN."""
    argmax = RunningArgmax(len(frames))
    argmax.add(frames, range(len(frames)))
    confidence = None if probability is None else _as_bytes(probability(iter((frames,)), argmax.best))
    return LabelMap(argmax.labels, confidence)


def upsampled(frames: Tensor, size: tuple[int, int], window: Window) -> Tensor:
    """A part of frames (n, h, w) float32 after bilinear upsampling to ``size``: (n, *window.size).

    As ``interpolate(frames, size, mode="bilinear", align_corners=False)`` has them, but for rounding, and without the
    rest.
    """
    if tuple(frames.shape[1:]) == tuple(size):
        return frames[:, window.top : window.bottom, window.left : window.right]
    if window == Window(0, size[0], 0, size[1]):
        return interpolate(frames[None], size=size, mode="bilinear", align_corners=False)[0]
    upper, lower, down = _neighbours(frames.shape[1], size[0], window.top, window.bottom, frames.device)
    first = int(upper[0])
    rows = frames[:, first : int(lower[-1]) + 1]
    if (window.left, window.right) == (0, size[1]):
        wide = interpolate(rows[None], size=(rows.shape[1], size[1]), mode="bilinear", align_corners=False)[0]
    else:
        before, after, across = _neighbours(frames.shape[2], size[1], window.left, window.right, frames.device)
        wide = rows[:, :, before] * (1 - across) + rows[:, :, after] * across
    return wide[:, upper - first] * (1 - down)[:, None] + wide[:, lower - first] * down[:, None]


def _neighbours(n: int, length: int, start: int, stop: int, device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """Between which two of n values each of ``start`` to ``stop`` of so many lies, and how near to the second."""
    places = torch.arange(start, stop, device=device, dtype=torch.float32)
    source = ((places + 0.5) * (n / length) - 0.5).clamp_min_(0)
    before = source.long().clamp_max_(n - 1)
    return before, (before + 1).clamp_max_(n - 1), source - before


_MOST_AT_ONCE_PX: Final = 8_000_000
"""A label map of no more px is made at once; a larger one in bands of no more."""


def _bands(logits: Tensor, size: tuple[int, int]) -> Iterator[Window]:
    """Rows that are made at once; of logits that need no upsampling so many that all classes stay in the cache."""
    most_px = _MOST_AT_ONCE_PX
    if tuple(logits.shape[1:]) == tuple(size):
        most_px = _CHUNK_BYTES.get(logits.device.type, 8 << 20) // (4 * len(logits))
    rows = max(most_px // max(size[1], 1), 1)
    for top in range(0, size[0], rows):
        yield Window(top, min(top + rows, size[0]), 0, size[1])


def _band(
    logits: Tensor, wanted: list[int], size: tuple[int, int], band: Window, probability: Probability | None
) -> LabelMap:
    """A part of the map, by the classes that may win in it."""
    argmax = RunningArgmax(len(logits))
    for frames, classes in _frames(logits, wanted, size, band):
        argmax.add(frames, classes)
    if probability is None:
        return LabelMap(argmax.labels)
    every = (frames for frames, _ in _frames(logits, list(range(len(logits))), size, band))
    return LabelMap(argmax.labels, _as_bytes(probability(every, argmax.best)))


def _wanted(logits: Tensor, size: tuple[int, int]) -> list[int]:
    """The classes worth upsampling, ascending."""
    if size[0] * size[1] < _WORTHWHILE * logits.shape[1] * logits.shape[2]:
        return list(range(len(logits)))
    wanted: list[int] = competitive_classes(logits).tolist()
    return wanted


def _frames(
    logits: Tensor, classes: list[int], size: tuple[int, int], window: Window
) -> Iterator[tuple[Tensor, list[int]]]:
    """A part of the upsampled logits (n, height, width), some classes at a time."""
    step = max(1, _CHUNK_BYTES.get(logits.device.type, 8 << 20) // (4 * math.prod(window.size)))
    for start in range(0, len(classes), step):
        chosen = classes[start : start + step]
        yield upsampled(logits if len(chosen) == len(logits) else logits[chosen], size, window), chosen


def _as_bytes(probability: Tensor) -> NDArray[np.uint8]:
    """0 to 1 as 0 to 255."""
    scaled: NDArray[np.uint8] = (probability * 255).round_().to(torch.uint8).cpu().numpy()
    return scaled
