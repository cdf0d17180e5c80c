"""How a picture is made worse before a model sees it: small, blurred, noisy, compressed.

The order of blur, reduction, noise and compression is that of the classical degradation model of blind
super-resolution (Zhang et al., 2021, "Designing a Practical Degradation Model", ICCV, section 3).
"""

import io
import zlib
from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np

from granview.models.adapter import Image, Size
from granview.models.images.imresize import imresize

Params = Mapping[str, Any]
Degrade = Callable[[Image, Params], Image]

NONE: Final = "none"


def degraded(pixels: Image, params: Params) -> Image:
    """What a model is given of a picture.

    Args:
        pixels: (H, W, 3) uint8.
        params: The parameters of the task ``image-to-image``, by name.

    Returns:
        (H', W', 3) uint8, of ``degraded_size``; the picture itself where there is no degradation.
    """
    name = params["degradation"]
    if name == NONE:
        return pixels
    scale = params["scale"]
    height, width = degraded_size(pixels.shape[:2], params)
    whole = np.ascontiguousarray(pixels[: height * scale, : width * scale])
    return DEGRADATIONS[name](whole, params)


def degraded_size(size: tuple[int, ...], params: Params) -> Size:
    """(height, width) in px of what a model is given of a picture of that size: sides are cut to what scale divides."""
    if params["degradation"] == NONE:
        return size[0], size[1]
    return size[0] // params["scale"], size[1] // params["scale"]


def degradation_notice(size: Size, params: Params) -> str:
    """What was done to a picture of (height, width) px, in words; empty where nothing was."""
    name = params["degradation"]
    if name == NONE:
        return ""
    rows, columns = (side % params["scale"] for side in size)
    left = f" Its last {columns} columns and {rows} rows were left out." if rows or columns else ""
    did = _WORDS[name].format(**params)
    return f"Before it was given to the model, the picture was {did}; the picture itself is the reference.{left}"


def _smaller(pixels: Image, params: Params) -> Image:
    return imresize(pixels, pixels.shape[0] // params["scale"], pixels.shape[1] // params["scale"])


def _bicubic(pixels: Image, params: Params) -> Image:
    return _smaller(pixels, params)


def _area(pixels: Image, params: Params) -> Image:
    scale = params["scale"]
    height, width = pixels.shape[0] // scale, pixels.shape[1] // scale
    means = pixels.reshape(height, scale, width, scale, 3).mean(axis=(1, 3))
    rounded: Image = np.floor(means + 0.5).astype(np.uint8)
    return rounded


def _blur_noise(pixels: Image, params: Params) -> Image:
    import cv2

    sigma = params["blur_sigma"]
    blurred = cv2.GaussianBlur(pixels, (0, 0), sigma, borderType=cv2.BORDER_REFLECT) if sigma else pixels
    small = _smaller(np.asarray(blurred, np.uint8), params)
    random = np.random.default_rng([params["noise_seed"], zlib.crc32(np.ascontiguousarray(pixels).data)])
    noise = random.normal(0.0, params["noise_sigma"], small.shape)
    return np.floor(np.clip(small + noise, 0, 255) + 0.5).astype(np.uint8)


def _jpeg(pixels: Image, params: Params) -> Image:
    from PIL import Image as Pillow

    file = io.BytesIO()
    Pillow.fromarray(_smaller(pixels, params)).save(file, "JPEG", quality=params["jpeg_quality"])
    return np.array(Pillow.open(file).convert("RGB"))


DEGRADATIONS: Final[Mapping[str, Degrade]] = {
    "bicubic": _bicubic,
    "area": _area,
    "blur-noise": _blur_noise,
    "jpeg": _jpeg,
}
"""By name, as the task's parameter ``degradation`` says it."""

_SMALL: Final = "made {scale} times smaller by bicubic interpolation"
_WORDS: Final = {
    "bicubic": f"{_SMALL} as in MATLAB's imresize",
    "area": "made {scale} times smaller by the mean of areas",
    "blur-noise": f"blurred by {{blur_sigma:g}} px, {_SMALL} and given noise of {{noise_sigma:g}} levels",
    "jpeg": f"{_SMALL} and compressed as JPEG of quality {{jpeg_quality}}",
}
