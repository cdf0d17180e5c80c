"""Which part of a picture a classifier is given: many crop its middle after they have made it smaller."""

from typing import Any

Size = tuple[int, int]
Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in px of the picture."""


def middle_box(size: Size, resized_px: float, crop: tuple[float, float]) -> Box | None:
    """What is left of a picture whose shorter side was resized, and whose middle was then cut out.

    Args:
        size: (height, width) of the picture.
        resized_px: The shorter side after resizing.
        crop: (height, width) of what is cut out.

    Returns:
        The part, which reaches beyond the picture where the crop is the larger; None for the whole picture.
    """
    height, width = size
    scale = min(size) / resized_px
    down, across = crop[0] * scale, crop[1] * scale
    if abs(down - height) < 1 and abs(across - width) < 1:
        return None
    return ((width - across) / 2, (height - down) / 2, (width + across) / 2, (height + down) / 2)


def transforms_box(transforms: Any, size: Size) -> Box | None:
    """As torchvision's transforms of classifiers do it: resize the shorter side, then cut out a square."""
    side = float(transforms.crop_size[0])
    return middle_box(size, float(transforms.resize_size[0]), (side, side))


def processor_box(processor: Any, size: Size) -> Box | None:
    """As transformers' image processors do it; None where the whole picture is taken, stretched or not."""
    wanted = dict(getattr(processor, "size", None) or {})
    shortest = wanted.get("shortest_edge")
    part = getattr(processor, "crop_pct", None)
    if part is not None and shortest is not None:
        return middle_box(size, shortest / part, (shortest, shortest)) if shortest < _NOT_CROPPED_FROM else None
    if not getattr(processor, "do_center_crop", None):
        return None
    crop = dict(getattr(processor, "crop_size", None) or {})
    cut = (float(crop.get("height", 0)), float(crop.get("width", 0)))
    if shortest is not None and getattr(processor, "do_resize", None):
        return middle_box(size, float(shortest), cut)
    if wanted.get("height") and wanted.get("width"):
        return _of_stretched(size, (float(wanted["height"]), float(wanted["width"])), cut)
    return None


_NOT_CROPPED_FROM = 384
"""ConvNeXT's processor stretches pictures to sizes from here on, and crops below."""


def _of_stretched(size: Size, resized: tuple[float, float], crop: tuple[float, float]) -> Box | None:
    height, width = size
    down, across = crop[0] / resized[0] * height, crop[1] / resized[1] * width
    if abs(down - height) < 1 and abs(across - width) < 1:
        return None
    return ((width - across) / 2, (height - down) / 2, (width + across) / 2, (height + down) / 2)
