"""A procedural picture with its exact reference: what each pixel shows, and which object it belongs to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.zoo.labels import Label

ImageArray = NDArray[np.uint8]
LabelArray = NDArray[np.uint8]
OwnerArray = NDArray[np.uint16]
FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Scene:
    """One scene.

    Attributes:
        image: (H, W, 3) uint8 sRGB.
        labels: (H, W) uint8, values of `granview.zoo.labels.Label`.
        owners: (H, W) uint16, number of the object that is seen at a pixel, from 1; 0 where there is none.
        kinds: Class of each object, by its number less one; some may be hidden altogether.
    """

    image: ImageArray
    labels: LabelArray
    owners: OwnerArray
    kinds: tuple[Label, ...]

    def __post_init__(self) -> None:
        """Checks that picture and masks cover the same pixels."""
        if self.image.shape != (*self.labels.shape, 3):
            raise ValueError(f"image {self.image.shape} does not cover labels {self.labels.shape}")
        if self.owners.shape != self.labels.shape:
            raise ValueError(f"owners {self.owners.shape} do not cover labels {self.labels.shape}")

    def window(self, rows: slice, columns: slice) -> "Scene":
        """The part of the scene within these rows and columns; objects keep their numbers."""
        part = (rows, columns)
        return Scene(self.image[part], self.labels[part], self.owners[part], self.kinds)
