"""From low-resolution logits to a label map at the sample's own size."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate

from granview.core.prediction import LabelMap
from granview.models.competitive import competitive_classes
from granview.models.running_argmax import RunningArgmax

_CHUNK_BYTES: Final = {"cpu": 8 << 20, "cuda": 256 << 20}
"""Bytes of upsampled logits at a time. On the CPU they stay in the cache, and memory need not be mapped anew."""

_WORTHWHILE: Final = 2.0
"""How many times larger than the logits a label map must be, in pixels, for a look at them first to pay."""


def label_map(logits: Tensor, size: tuple[int, int], confidence: bool = False) -> LabelMap:
    """Upsample logits and take the highest class, pixel for pixel as the plain way does.

    The plain way is ``interpolate(logits, size, mode="bilinear", align_corners=False)`` and ``argmax``. Here classes
    that can win nowhere are left out, and few frames are held at a time, so that memory does not grow with the number
    of classes.

    Args:
        logits: (classes, h, w), any floating type; upsampled in float32.
        size: (height, width) of the label map.
        confidence: Whether the softmax probability of the class shown is wanted.
    """
    logits = logits.float().contiguous()
    if not torch.isfinite(logits.sum()):
        return _plain(logits, size, confidence)
    argmax = RunningArgmax(len(logits))
    for frames, classes in _frames(logits, _wanted(logits, size), size):
        argmax.add(frames, classes)
    return LabelMap(argmax.labels, _confidence(logits, size, argmax.best) if confidence else None)


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
        frames = logits if len(chosen) == len(logits) else logits[chosen]
        yield _upsampled(frames, size), chosen


def _upsampled(frames: Tensor, size: tuple[int, int]) -> Tensor:
    if tuple(frames.shape[1:]) == size:
        return frames
    return interpolate(frames[None], size=size, mode="bilinear", align_corners=False)[0]


def _confidence(logits: Tensor, size: tuple[int, int], best: Tensor) -> NDArray[np.uint8]:
    """Softmax probability of the highest class, 0 to 255 for 0 to 1: one over the sum of exp(logit - highest)."""
    total = torch.zeros_like(best)
    for frames, _ in _frames(logits, list(range(len(logits))), size):
        total += (frames - best).exp_().sum(0)
    return _as_bytes(total.reciprocal_())


def _as_bytes(probability: Tensor) -> NDArray[np.uint8]:
    return (probability * 255).round_().to(torch.uint8).cpu().numpy()


def _plain(logits: Tensor, size: tuple[int, int], confidence: bool) -> LabelMap:
    """Everything at once, for logits that are not all finite, where comparisons would not say what ``argmax`` says."""
    frames = _upsampled(logits, size)
    labels = frames.argmax(0).cpu().numpy().astype(np.uint8 if len(logits) <= 256 else np.uint16)
    if not confidence:
        return LabelMap(labels)
    return LabelMap(labels, _as_bytes(frames.softmax(0).amax(0).nan_to_num_()))
