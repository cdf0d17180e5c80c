"""Pictures as an exported network takes them, and the way back to the picture's own px."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from granview.core.exported_model import InputDescription
from granview.models.adapter import Image, Size

_GREY: Final = 114
"""What a letterbox is filled with, as YOLO's own preprocessing does."""

_LUMA: Final = (0.299, 0.587, 0.114)
"""Of BT.601."""


@dataclass(frozen=True)
class Fit:
    """How a picture lies in the network's input.

    Attributes:
        size: The picture's (height, width) px.
        inner: (height, width) px that it takes in the input.
        top: Rows of the input above it; negative where its upper part was cut off.
        left: Columns before it.
        whole: The input's (height, width) px.
    """

    size: Size
    inner: Size
    top: int
    left: int
    whole: Size

    def boxes(self, boxes_xyxy: Tensor) -> Tensor:
        """Boxes (n, 4) px of the input as px of the picture."""
        offset = boxes_xyxy.new_tensor((self.left, self.top, self.left, self.top))
        scale = boxes_xyxy.new_tensor((self.size[1] / self.inner[1], self.size[0] / self.inner[0])).repeat(2)
        return (boxes_xyxy - offset) * scale

    def plane(self, values: Tensor) -> Tensor:
        """Of values (..., h, w) over the input, those over the picture; px that were cut off repeat the nearest."""
        height, width = values.shape[-2:]
        scale_y, scale_x = height / self.whole[0], width / self.whole[1]
        top, bottom = round(self.top * scale_y), round((self.top + self.inner[0]) * scale_y)
        left, right = round(self.left * scale_x), round((self.left + self.inner[1]) * scale_x)
        rows = torch.arange(top, max(bottom, top + 1)).clamp(0, height - 1)
        columns = torch.arange(left, max(right, left + 1)).clamp(0, width - 1)
        if len(rows) == height and len(columns) == width:
            return values
        return values[..., rows[:, None], columns[None, :]]


@dataclass(frozen=True)
class PictureTensors:
    """A batch.

    Attributes:
        pixels: As the network takes them, (N, channels, h, w) or (N, h, w, channels).
        fits: How each picture lies in it.
    """

    pixels: Tensor
    fits: tuple[Fit, ...]

    @property
    def shape(self) -> torch.Size:
        """That of the pixels."""
        return self.pixels.shape


class PictureInput:
    """Makes such batches.

    Args:
        description: How pictures become the input.
    """

    def __init__(self, description: InputDescription) -> None:
        self._how = description
        std = np.asarray(description.std, np.float32)
        self._factor = np.float32(description.scale) / std
        self._offset = np.asarray(description.mean, np.float32) / std

    def key(self, size: Size) -> Any:
        """Equal for sizes of pictures that may share a batch."""
        return "fixed" if self._how.size is not None else size

    def batch(self, pictures: Sequence[Image]) -> PictureTensors:
        """Pictures (H, W, 3) uint8 sRGB as one batch."""
        placed = [self._fitted(picture) for picture in pictures]
        whole = placed[0][1].whole
        values = np.empty((len(placed), len(self._factor), *whole), np.float32)
        for target, (fitted, _) in zip(values, placed, strict=True):
            self._fill(target, fitted)
        if self._how.layout == "NHWC":
            values = np.ascontiguousarray(values.transpose(0, 2, 3, 1))
        return PictureTensors(torch.from_numpy(values), tuple(fit for _, fit in placed))

    def _fill(self, target: NDArray[np.float32], fitted: Image) -> None:
        """Write a picture's normalised channels into (channels, h, w)."""
        for place, plane in enumerate(self._planes(fitted)):
            np.multiply(plane, self._factor[place], out=target[place])
            target[place] -= self._offset[place]

    def _planes(self, fitted: Image) -> Sequence[NDArray[Any]]:
        if self._how.channels == "grey":
            return [fitted @ np.asarray(_LUMA, np.float32)]
        planes = [fitted[..., channel] for channel in range(3)]
        return planes[::-1] if self._how.channels == "BGR" else planes

    def _fitted(self, picture: Image) -> tuple[Image, Fit]:
        size = (picture.shape[0], picture.shape[1])
        if self._how.size is None:
            return self._filled_up(picture, size)
        return _FITTERS[self._how.resize](picture, size, self._how.size)

    def _filled_up(self, picture: Image, size: Size) -> tuple[Image, Fit]:
        """The picture with its last rows and columns repeated, so that sides are multiples."""
        whole = (_up(size[0], self._how.multiple), _up(size[1], self._how.multiple))
        if whole == size:
            return picture, Fit(size, size, 0, 0, size)
        filled = np.pad(picture, ((0, whole[0] - size[0]), (0, whole[1] - size[1]), (0, 0)), mode="edge")
        return filled, Fit(size, size, 0, 0, whole)


def _up(side: int, multiple: int) -> int:
    return -(-side // multiple) * multiple


def _stretched(picture: Image, size: Size, whole: Size) -> tuple[Image, Fit]:
    return _resized(picture, whole), Fit(size, whole, 0, 0, whole)


def _letterboxed(picture: Image, size: Size, whole: Size) -> tuple[Image, Fit]:
    """The picture as large as it fits, in the middle, on grey."""
    scale = min(whole[0] / size[0], whole[1] / size[1])
    inner = (max(round(size[0] * scale), 1), max(round(size[1] * scale), 1))
    top, left = (whole[0] - inner[0]) // 2, (whole[1] - inner[1]) // 2
    box = np.full((*whole, 3), _GREY, np.uint8)
    box[top : top + inner[0], left : left + inner[1]] = _resized(picture, inner)
    return box, Fit(size, inner, top, left, whole)


def _cropped(picture: Image, size: Size, whole: Size) -> tuple[Image, Fit]:
    """The picture as small as it covers the input, of which the middle is seen."""
    scale = max(whole[0] / size[0], whole[1] / size[1])
    inner = (max(round(size[0] * scale), whole[0]), max(round(size[1] * scale), whole[1]))
    top, left = (inner[0] - whole[0]) // 2, (inner[1] - whole[1]) // 2
    seen = _resized(picture, inner)[top : top + whole[0], left : left + whole[1]]
    return seen, Fit(size, inner, -top, -left, whole)


_FITTERS: Final = {"stretch": _stretched, "letterbox": _letterboxed, "crop": _cropped}


def _resized(picture: Image, size: Size) -> Image:
    """Bilinear, with the mean over what falls together where it shrinks by more than two."""
    if picture.shape[:2] == size:
        return picture
    shrinks = picture.shape[0] > 2 * size[0] or picture.shape[1] > 2 * size[1]
    how = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    resized: Image = cv2.resize(picture, (size[1], size[0]), interpolation=how).astype(np.uint8, copy=False)
    return resized
