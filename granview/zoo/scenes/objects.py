"""Which pixel of a scene belongs to which object, and the objects that can be seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from granview.zoo.labels import Label
from granview.zoo.scenes.scene import Scene

PARTS: Final[Mapping[Label, Label]] = {Label.CELL: Label.NUCLEUS}
"""Objects that are part of another: a nucleus lies in its cell, and its pixels belong to both."""
MIN_VISIBLE_PX: Final = 16
"""Objects of which fewer pixels can be seen are not counted: their grain is below 4."""


@dataclass(frozen=True)
class Instance:
    """One object of a scene, as far as it can be seen.

    Attributes:
        label: Its class, one of `granview.zoo.things.THINGS`.
        mask: (H, W) bool, its visible pixels; in one piece or in several.
        box_xyxy: Left, top, right and bottom of the visible pixels, in pixels; right and bottom are exclusive.
    """

    label: Label
    mask: NDArray[np.bool_]
    box_xyxy: tuple[int, int, int, int]

    @property
    def area_px(self) -> int:
        """Number of visible pixels."""
        return int(np.count_nonzero(self.mask))


def find_instances(scene: Scene) -> tuple[Instance, ...]:
    """The objects of a scene, each with the parts of it that are objects too, in the order in which they were drawn.

    Touching cells are separate instances: the scene knows which pixel was drawn for which object.
    """
    found = []
    for number, kind in enumerate(scene.kinds, start=1):
        mask = scene.owners == number
        found.append(_instance(kind, mask))
        part = PARTS.get(kind)
        if part is not None:
            found.append(_instance(part, mask & (scene.labels == part)))
    return tuple(instance for instance in found if instance is not None)


def _instance(label: Label, mask: NDArray[np.bool_]) -> Instance | None:
    """The object of these visible pixels; None where they are too few to count."""
    if np.count_nonzero(mask) < MIN_VISIBLE_PX:
        return None
    left, top, width, height = cv2.boundingRect(mask.view(np.uint8))
    return Instance(label, mask, (left, top, left + width, top + height))
