"""A procedural picture and its exact reference mask."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ImageArray = NDArray[np.uint8]
LabelArray = NDArray[np.uint8]
FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Scene:
    """One scene.

    Attributes:
        image: (H, W, 3) uint8 sRGB.
        labels: (H, W) uint8, values of `granview.zoo.labels.Label`.
    """

    image: ImageArray
    labels: LabelArray

    def __post_init__(self) -> None:
        """Checks that picture and mask cover the same pixels."""
        if self.image.shape != (*self.labels.shape, 3):
            raise ValueError(f"image {self.image.shape} does not cover labels {self.labels.shape}")
