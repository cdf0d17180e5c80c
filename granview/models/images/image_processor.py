"""What an image processor of transformers does to a picture's size."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from torch import Tensor

from granview.models.adapter import Image, Size
from granview.models.threads import one_thread


@dataclass(frozen=True)
class Resizing:
    """What becomes of a picture's size before a network sees it.

    Attributes:
        is_done: Whether it is brought to another size.
        native: (height, width) of a picture that is left as large as it is; None where that cannot be told.
        crops: Whether only its centre is used.
    """

    is_done: bool = False
    native: Size | None = None
    crops: bool = False


def resizing_of(processor: Any) -> Resizing:
    """What an image processor does to a picture's size."""
    if not getattr(processor, "do_resize", None):
        return Resizing(crops=bool(getattr(processor, "do_center_crop", None)))
    size = dict(getattr(processor, "size", None) or {})
    edge = int(size.get("shortest_edge") or 0)
    sides = int(size.get("height") or edge), int(size.get("width") or edge)
    native = sides if all(sides) else None
    return Resizing(True, native, bool(getattr(processor, "do_center_crop", None)))


def size_key(processor: Any, height: int, width: int) -> Hashable:
    """Equal for pictures that the processor surely brings to one size: any, where that size is fixed."""
    return "fixed" if _size_is_fixed(processor) else (height, width)


def size_notices(processor: Any) -> tuple[str, ...]:
    """What the processor does that shifts a mask against its picture, in words."""
    if getattr(processor, "do_center_crop", None):
        return (
            "Its image processor crops the centre of a picture; the mask of the crop is stretched over the whole "
            "picture, as the model's own library does.",
        )
    if getattr(processor, "do_pad", None):
        return (
            "Its image processor may pad a picture; the mask of the padded picture is stretched over the picture, as "
            "the model's own library does.",
        )
    return ()


def crop_notices(processor: Any) -> tuple[str, ...]:
    """What must be said where the processor takes a part of a picture for the whole, so that boxes do not fit it."""
    if not getattr(processor, "do_center_crop", None):
        return ()
    return (
        "Its image processor crops the centre of a picture; what is found in the crop is stretched over the whole "
        "picture, as the model's own library does.",
    )


def processed(processor: Any, images: Sequence[Image]) -> dict[str, Tensor]:
    """The processor's tensors for (H, W, 3) uint8 pictures."""
    writable = [image if image.flags.writeable else np.array(image) for image in images]
    with one_thread():
        return dict(processor(images=writable, input_data_format="channels_last", return_tensors="pt"))


def _size_is_fixed(processor: Any) -> bool:
    if getattr(processor, "do_center_crop", None):
        return True
    size = dict(getattr(processor, "size", None) or {})
    square = bool(size.get("height") and size.get("width"))
    keeps_shape = getattr(processor, "keep_aspect_ratio", None) or getattr(processor, "do_pad", None)
    return bool(getattr(processor, "do_resize", None)) and square and not keeps_shape
