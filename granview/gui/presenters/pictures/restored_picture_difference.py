"""Where two restored pictures differ, or which of them is nearer to the reference, amplified so that it can be seen."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from granview.core.predictions.restored_picture import MOST_LEFT_OUT_PX, Pixels, RestoredPicture
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_presenter import DifferenceJob, DifferenceSide
from granview.gui.presenters.pictures.restored_picture_painter import own_frame
from granview.gui.presenters.tinted_difference import STEPS, Tint, TintedDifference, strengths

translate = QCoreApplication.translate

GAIN: Final = 16
"""Differences are shown so many times larger: 16 levels of 255 have the full colour."""

FULL_LEVELS: Final = 256 // GAIN

Side = DifferenceSide[RestoredPicture]


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


def _place_of(picture: RestoredPicture, size: tuple[int, int]) -> Callable[[Frame], Frame]:
    return lambda frame: own_frame(frame, size, picture.scale)


def _between(left: Side, right: Side, size: tuple[int, int]) -> TintedDifference:
    indices = strengths(mean_difference(_cut(left.prediction, size), _cut(right.prediction, size)), FULL_LEVELS)
    share = float(np.count_nonzero(indices) / max(indices.size, 1))
    tint = Tint("different", translate("RestoredPicturePresenter", "Different"), share)
    same = translate("RestoredPicturePresenter", "Same (full colour: {levels} levels)").format(levels=FULL_LEVELS)
    return TintedDifference(indices, [tint], same, _place_of(left.prediction, size))


def _against(left: Side, right: Side, truth: RestoredPicture, size: tuple[int, int]) -> TintedDifference:
    reference = _cut(truth, size)
    of_left, of_right = (mean_difference(_cut(side.prediction, size), reference) for side in (left, right))
    nearer_left, nearer_right = strengths(of_right - of_left, FULL_LEVELS), strengths(of_left - of_right, FULL_LEVELS)
    indices = np.where(nearer_right > 0, nearer_right + np.uint8(STEPS), nearer_left)
    text = translate("RestoredPicturePresenter", "{lane} nearer")
    tints = [
        Tint(
            role,
            text.format(lane=side.title),
            float(np.count_nonzero(nearer) / max(nearer.size, 1)),
        )
        for role, side, nearer in (("only_left", left, nearer_left), ("only_right", right, nearer_right))
    ]
    as_near = translate("RestoredPicturePresenter", "As near (full colour: {levels} levels)").format(levels=FULL_LEVELS)
    return TintedDifference(indices, tints, as_near, _place_of(left.prediction, size))
