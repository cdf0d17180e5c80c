"""From low-resolution logits to a label map at the sample's own size."""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate

from granview.core.predictions.label_map import LabelMap
from granview.models.finite import all_finite, require_finite
from granview.models.images.competitive_classes import competitive_classes
from granview.models.images.running_argmax import RunningArgmax

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
