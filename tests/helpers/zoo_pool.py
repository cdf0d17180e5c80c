"""Small pools of training tiles in memory."""

from collections.abc import Sequence

import numpy as np

from granview.zoo.scenes.scene import ImageArray, LabelArray, Scene
from granview.zoo.training.pool import Pool, padded_kinds


def scene_of(image: ImageArray, labels: LabelArray) -> Scene:
    """A scene without objects."""
    return Scene(image, labels, np.zeros(labels.shape, np.uint16), ())


def pool_of(scenes: Sequence[Scene], flippable: Sequence[bool]) -> Pool:
    """A pool of scenes of one size."""
    return Pool(
        np.stack([scene.image for scene in scenes]),
        np.stack([scene.labels for scene in scenes]),
        np.stack([scene.owners for scene in scenes]),
        padded_kinds([scene.kinds for scene in scenes]),
        np.array(flippable),
    )
