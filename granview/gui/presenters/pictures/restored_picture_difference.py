"""Where two restored pictures differ, or which of them is nearer to the reference, amplified so that it can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from granview.core.predictions.restored_picture import MOST_LEFT_OUT_PX, Pixels, RestoredPicture
from granview.gui.paint.frame import Frame
from granview.gui.paint.indexed import IndexedPainter, pyramid
from granview.gui.paint.overlay_style import argb
from granview.gui.presenters.picture_presenter import DifferenceJob, DifferenceRow, DifferenceSide
from granview.gui.presenters.pictures.restored_picture_painter import own_frame
from granview.gui.style.theme import Theme

translate = QCoreApplication.translate

GAIN: Final = 16
"""Differences are shown so many times larger: 16 levels of 255 have the full colour."""

FULL_LEVELS: Final = 256 // GAIN

_STEPS: Final = 127
"""Strengths of each of two colours: indices 1 to 127, and 128 to 254."""

Side = DifferenceSide[RestoredPicture]


@dataclass(frozen=True)
class _Tint:
    """A colour of a difference, at all its strengths.

    Attributes:
        role: The theme's.
        text: What has it, in words.
        share: Part of the px that have it.
    """

    role: str
    text: str
    share: float


class RestoredPictureDifference:
    """A map of differences in one or two colours, the stronger the larger; equal px are clear.

    Args:
        indices: (H, W) uint8: 0 for clear, 1 to 127 strengths of the first tint, 128 to 254 of the second.
        scale: Its px for each px of the sample's picture.
        tints: One or two.
        rest: What is not coloured, in words.
    """

    def __init__(self, indices: NDArray[np.uint8], scale: float, tints: Sequence[_Tint], rest: str) -> None:
        self._size = (indices.shape[0], indices.shape[1])
        self._scale = scale
        self._tints = tints
        self._rest = rest
        self._layer = IndexedPainter(pyramid(indices))

    @property
    def rows(self) -> Sequence[DifferenceRow]:
        """Each colour with the part of the px that has it."""
        tinted = [DifferenceRow(tint.role, tint.text, tint.share) for tint in self._tints]
        return [*tinted, DifferenceRow("", self._rest, 1 - sum(tint.share for tint in self._tints))]

    def set_colors(self, theme: Theme, opacity: float) -> None:
        """Draw in these colours from now on; how strong they are is the difference's alone."""
        table = [0] * 256
        for place, tint in enumerate(self._tints):
            color = theme.color(tint.role)
            for step in range(1, _STEPS + 1):
                table[place * _STEPS + step] = argb((color.red(), color.green(), color.blue()), step / _STEPS)
        self._layer.set_table(table)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame."""
        self._layer.paint(painter, own_frame(frame, self._size, self._scale))


def restored_picture_difference(left: Side, right: Side, reference: Side | None) -> DifferenceJob | str:
    """What compares two restored pictures, or why they cannot be compared.

    With a reference that is neither of the two, it shows which is nearer to it; else how far they differ.
    """
    one, other = left.prediction, right.prediction
    size = _shared_size(one, other)
    if size is None:
        return translate(
            "RestoredPicturePresenter", "These pictures are of different sizes and cannot be compared px by px."
        )
    truth = None if reference is None or left.is_reference or right.is_reference else reference.prediction
    if truth is None or _shared_size(one, truth) is None:
        return lambda: _between(left, right, size)
    return lambda: _against(left, right, truth, size)


def mean_difference(one: Pixels, other: Pixels) -> NDArray[np.float32]:
    """Mean absolute difference of red, green and blue: (H, W) float32, 0 to 255."""
    import cv2

    mean: NDArray[np.float32] = np.asarray(cv2.absdiff(one, other)).mean(axis=2, dtype=np.float32)
    return mean


def _shared_size(one: RestoredPicture, other: RestoredPicture) -> tuple[int, int] | None:
    """The (height, width) that two pictures of one scale share; None where one is larger by more than an edge."""
    (height, width), (their_height, their_width) = one.size, other.size
    apart = max(abs(height - their_height), abs(width - their_width))
    is_alike = one.scale == other.scale and apart < MOST_LEFT_OUT_PX * max(one.scale, 1)
    return (min(height, their_height), min(width, their_width)) if is_alike else None


def _cut(picture: RestoredPicture, size: tuple[int, int]) -> Pixels:
    return np.ascontiguousarray(picture.pixels[: size[0], : size[1]])


def _steps(levels: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Differences in levels as strengths, 1 to 127; 0 for none."""
    strengths: NDArray[np.uint8] = np.ceil(np.clip(levels / FULL_LEVELS, 0, 1) * _STEPS).astype(np.uint8)
    return strengths


def _between(left: Side, right: Side, size: tuple[int, int]) -> RestoredPictureDifference:
    indices = _steps(mean_difference(_cut(left.prediction, size), _cut(right.prediction, size)))
    text = translate("RestoredPicturePresenter", "Different ({gain}× as strong, full from {levels} levels)")
    share = float(np.count_nonzero(indices) / max(indices.size, 1))
    tint = _Tint("different", text.format(gain=GAIN, levels=FULL_LEVELS), share)
    same = translate("RestoredPicturePresenter", "Same")
    return RestoredPictureDifference(indices, left.prediction.scale, [tint], same)


def _against(left: Side, right: Side, truth: RestoredPicture, size: tuple[int, int]) -> RestoredPictureDifference:
    reference = _cut(truth, size)
    of_left, of_right = (mean_difference(_cut(side.prediction, size), reference) for side in (left, right))
    nearer_left, nearer_right = _steps(of_right - of_left), _steps(of_left - of_right)
    indices = np.where(nearer_right > 0, nearer_right + np.uint8(_STEPS), nearer_left)
    text = translate("RestoredPicturePresenter", "{lane} nearer ({gain}×, full from {levels} levels)")
    tints = [
        _Tint(
            role,
            text.format(lane=side.title, gain=GAIN, levels=FULL_LEVELS),
            float(np.count_nonzero(nearer) / max(nearer.size, 1)),
        )
        for role, side, nearer in (("only_left", left, nearer_left), ("only_right", right, nearer_right))
    ]
    as_near = translate("RestoredPicturePresenter", "As near")
    return RestoredPictureDifference(indices, left.prediction.scale, tints, as_near)
