"""From low-resolution logits to a label map at the sample's own size."""

from collections.abc import Callable, Iterator, Sequence
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
        self._dtype = np.uint8 if classes <= 256 else np.uint16
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


def label_map(logits: Tensor, size: tuple[int, int], probability: Probability | None = None) -> LabelMap:
    """Upsample logits and take the highest class, pixel for pixel as the plain way does.

    The plain way is ``interpolate(logits, size, mode="bilinear", align_corners=False)`` and ``argmax``. Here classes
    that can win nowhere are left out, and few frames are held at a time, so that memory does not grow with the number
    of classes.

    Args:
        logits: (classes, h, w), any floating type; upsampled in float32.
        size: (height, width) of the label map.
        probability: How the confidence is computed; None where it is not wanted.

    Raises:
        NotFinite: a value is NaN or +inf, or a place has -inf for every class. A class that is -inf is never shown.
    """
    logits = logits.float().contiguous()
    if not all_finite(logits):
        logits = require_finite(logits, dim=0).clamp_min(_NEVER)
    argmax = RunningArgmax(len(logits))
    for frames, classes in _frames(logits, _wanted(logits, size), size):
        argmax.add(frames, classes)
    if probability is None:
        return LabelMap(argmax.labels)
    every = (frames for frames, _ in _frames(logits, list(range(len(logits))), size))
    return LabelMap(argmax.labels, _as_bytes(probability(every, argmax.best)))


def _wanted(logits: Tensor, size: tuple[int, int]) -> list[int]:
    """The classes worth upsampling, ascending."""
    if size[0] * size[1] < _WORTHWHILE * logits.shape[1] * logits.shape[2]:
        return list(range(len(logits)))
    wanted: list[int] = competitive_classes(logits).tolist()
    return wanted


def _frames(logits: Tensor, classes: list[int], size: tuple[int, int]) -> Iterator[tuple[Tensor, list[int]]]:
    """Upsampled logits (n, height, width), some classes at a time."""
    step = max(1, _CHUNK_BYTES.get(logits.device.type, 8 << 20) // (4 * size[0] * size[1]))
    for start in range(0, len(classes), step):
        chosen = classes[start : start + step]
        yield _upsampled(logits if len(chosen) == len(logits) else logits[chosen], size), chosen


def _upsampled(frames: Tensor, size: tuple[int, int]) -> Tensor:
    if tuple(frames.shape[1:]) == tuple(size):
        return frames
    return interpolate(frames[None], size=size, mode="bilinear", align_corners=False)[0]


def _as_bytes(probability: Tensor) -> NDArray[np.uint8]:
    """0 to 1 as 0 to 255."""
    scaled: NDArray[np.uint8] = (probability * 255).round_().to(torch.uint8).cpu().numpy()
    return scaled
