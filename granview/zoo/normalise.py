"""From RGB pixels to a network's input."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)
"""ImageNet's channel statistics, the default of Hugging Face image processors, for RGB scaled to 0..1."""


def normalise(images: NDArray[np.uint8]) -> Tensor:
    """(N, H, W, 3) uint8 RGB -> (N, 3, H, W) float32, in channels-last memory order."""
    count, height, width, _ = images.shape
    scale = np.tile(np.float32(1 / 255) / np.array(STD, np.float32), width)
    offset = np.tile(np.array(MEAN, np.float32) / np.array(STD, np.float32), width)
    rows = images.reshape(count, height, width * 3) * scale - offset
    return torch.from_numpy(rows.reshape(images.shape)).permute(0, 3, 1, 2)
