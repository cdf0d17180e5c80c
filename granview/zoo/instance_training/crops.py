"""Crops of training tiles with the objects in them, as torchvision's detectors want them."""

from typing import TypedDict

import numpy as np
import torch
from torch import Tensor

from granview.zoo.labels import Label
from granview.zoo.scenes.objects import Instance, find_instances
from granview.zoo.scenes.scene import ImageArray, Scene
from granview.zoo.things import CLASS_OF
from granview.zoo.training.pool import Pool


class Target(TypedDict):
    """The objects of one picture.

    Attributes:
        boxes: (N, 4) float32 xyxy in pixels.
        labels: (N,) int64, values of `CLASS_OF`.
        masks: (N, H, W) uint8, 1 where the object is seen.
    """

    boxes: Tensor
    labels: Tensor
    masks: Tensor


def target_of(instances: tuple[Instance, ...], height: int, width: int) -> Target:
    """The objects of a picture of this size as tensors."""
    return Target(
        boxes=torch.tensor([each.box_xyxy for each in instances], dtype=torch.float32).reshape(-1, 4),
        labels=torch.tensor([CLASS_OF[each.label] for each in instances], dtype=torch.int64),
        masks=torch.from_numpy(
            np.array([each.mask for each in instances], np.uint8).reshape(-1, height, width),
        ),
    )


def moved_to(target: Target, device: torch.device) -> Target:
    """The same objects on a device."""
    boxes, labels, masks = (each.to(device) for each in (target["boxes"], target["labels"], target["masks"]))
    return Target(boxes=boxes, labels=labels, masks=masks)


def _crop(pool: Pool, index: int, rng: np.random.Generator, size: tuple[int, int]) -> Scene:
    """A crop from anywhere in a tile, mirrored at random, and turned upside down where the scene allows."""
    y, x = (int(rng.integers(0, whole - part + 1)) for whole, part in zip(pool.labels[index].shape, size, strict=True))
    window = (index, slice(y, y + size[0]), slice(x, x + size[1]))
    mirror = slice(None, None, int(rng.choice((-1, 1))))
    turn = slice(None, None, int(rng.choice((-1, 1))) if pool.flippable[index] else 1)
    kinds = tuple(Label(kind) for kind in pool.kinds[index] if kind)
    return Scene(
        np.ascontiguousarray(pool.images[window][turn, mirror]),
        np.ascontiguousarray(pool.labels[window][turn, mirror]),
        np.ascontiguousarray(pool.owners[window][turn, mirror]),
        kinds,
    )


def draw_objects(
    pool: Pool, seed: int, step: int, count: int, height: int, width: int
) -> tuple[list[Tensor], list[Target]]:
    """Draws crops of one size with at least one object each. A batch depends on the seed and the step alone.

    Returns:
        Pictures (3, height, width) float32 of 0..1, and the objects of each.
    """
    rng = np.random.default_rng((seed, step))
    images: list[Tensor] = []
    targets: list[Target] = []
    while len(images) < count:
        scene = _crop(pool, int(rng.integers(len(pool.labels))), rng, (height, width))
        instances = find_instances(scene)
        if instances:
            images.append(picture(scene.image))
            targets.append(target_of(instances, height, width))
    return images, targets


def picture(image: ImageArray) -> Tensor:
    """(H, W, 3) uint8 RGB to (3, H, W) float32 of 0..1."""
    return torch.tensor(image).permute(2, 0, 1).float() / 255
