"""Boundary IoU: how well the rims of the classes agree, whatever the size of what they enclose.

After Cheng, Girshick, Dollár, Berg and Kirillov, "Boundary IoU" (CVPR 2021), equation 2: the IoU of the two masks,
each cut down to its pixels within distance d of its own contour. As in the authors' code d is 2 % of the image's
diagonal, at least 1 px, distances are chessboard distances, and the image's edge counts as contour. All classes are
measured at once: a pixel is in the band of its class exactly when the square of radius d round it is not uniform.
"""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring.confusion import Counts, class_counts
from granview.scoring.label_space import LabelPair, Labels

DILATION_RATIO: Final = 0.02


def band_radius_px(height: int, width: int, dilation_ratio: float = DILATION_RATIO) -> int:
    """Distance d for an image of this size, in whole pixels, at least 1."""
    return max(1, round(dilation_ratio * math.hypot(height, width)))


def boundary_band(labels: Labels, radius_px: int) -> NDArray[np.bool_]:
    """Where a pixel is within ``radius_px`` of another class or of the image's outside: (H, W) bool.

    Args:
        labels: (H, W) uint8 or uint16.
        radius_px: At least 1.
    """
    import cv2

    pixels = np.ascontiguousarray(labels)
    edges = cv2.morphologyEx(pixels, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) != 0
    side = 2 * radius_px - 1
    near = cv2.dilate(edges.view(np.uint8), np.ones((side, side), np.uint8)) if side > 1 else edges.view(np.uint8)
    band = np.asarray(near).view(np.bool_)
    band[:radius_px] = band[-radius_px:] = True
    band[:, :radius_px] = band[:, -radius_px:] = True
    return band


def band_counts(pair: LabelPair, dilation_ratio: float = DILATION_RATIO) -> Counts:
    """What boundary IoU is made of: (n_classes, 3) int64, additive over images.

    Columns are the band pixels that are right (in both bands, of the same class), the reference's and the
    prediction's, for each class. Void pixels count nowhere; where the reference is void the prediction is taken as void
    too, so both masks are cut off at the same line, as in the boundary scores of Gated-SCNN (Takikawa et al. 2019).
    """
    radius_px = band_radius_px(*pair.size, dilation_ratio)
    ours, theirs = boundary_band(pair.reference, radius_px), boundary_band(pair.prediction, radius_px)
    both = ours & theirs & (pair.reference == pair.prediction)
    right = class_counts(pair.reference, pair.n_classes, both)
    reference = class_counts(pair.reference, pair.n_classes, ours)
    prediction = class_counts(pair.prediction, pair.n_classes, theirs)
    return np.stack([right, reference, prediction], axis=1)
