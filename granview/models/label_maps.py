"""From low-resolution logits to a label map at the sample's own size."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate


def label_map(
    logits: Tensor, size: tuple[int, int], confidence: bool = False
) -> tuple[NDArray[np.unsignedinteger[Any]], NDArray[np.uint8] | None]:
    """Upsample logits bilinearly (half-pixel centres, as ``align_corners=False``) and take the highest class.

    Args:
        logits: (classes, h, w) float32.
        size: (height, width) of the label map.
        confidence: Whether the softmax probability of that class is wanted.

    Returns:
        (height, width) uint8, or uint16 beyond 256 classes; and the probability, 0 to 255 for 0 to 1, or None.
    """
    upsampled = interpolate(logits[None], size=size, mode="bilinear", align_corners=False)[0]
    labels = upsampled.argmax(0).cpu().numpy().astype(np.uint8 if len(logits) <= 256 else np.uint16)
    if not confidence:
        return labels, None
    likely = torch.softmax(upsampled, 0).amax(0)
    return labels, (likely * 255).round_().to(torch.uint8).cpu().numpy()
