"""The metrics of image segmentation."""

from typing import Final

from granview.scoring.boundary_iou import DILATION_RATIO
from granview.tasks.base import Column

FINE_GRAIN_PX: Final = 8.0
"""Regions of a smaller grain than this are "fine" in the ``fine_recall`` column."""

_MEAN: Final = (
    "Each class of the reference's label set is counted over all samples together, and averaged with equal weights. "
    "Those in neither reference nor prediction are left out; those that only one of them has count as 0. A predicted "
    "class without a counterpart is not averaged: what it covers counts as missed. Void pixels are not scored."
)
_BANDS: Final = (
    f"The bands lie within {DILATION_RATIO * 100:g} % of the picture's diagonal of each contour, at least 1 px, by "
    "chessboard distance (Cheng et al. 2021); the picture's edge counts as contour."
)
_CONTOURS: Final = (
    "They are found within the run's tolerance, 2 px if not chosen, by Euclidean distance (Csurka et al. 2013); the "
    "picture's edge is no contour."
)
_OF_THE_CLASS: Final = "Counted over all samples together; void pixels are not scored."

COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        "pixel_accuracy",
        "Pixel accuracy",
        better="higher",
        description="Share of pixels with the right class, of all samples together. Void pixels are not scored.",
    ),
    Column("miou", "mIoU", better="higher", description=f"Intersection over union, averaged over classes. {_MEAN}"),
    Column("dice", "Dice", better="higher", description=f"Dice coefficient (F1), averaged over classes. {_MEAN}"),
    Column(
        "boundary_iou",
        "Boundary IoU",
        better="higher",
        description=f"IoU of the bands along contours, averaged over classes. {_BANDS} {_MEAN}",
    ),
    Column(
        "boundary_f",
        "Boundary F",
        better="higher",
        description=f"F-score of contour pixels, averaged over classes. {_CONTOURS} {_MEAN}",
    ),
    Column(
        "fine_recall",
        "Fine recall",
        better="higher",
        description="Mean share found of each fine region of the references, whatever sample it is in. It is "
        "8-connected, of one class (the background too), of a grain (square root of its area) below "
        f"{FINE_GRAIN_PX:g} px; void belongs to no region.",
    ),
    Column(
        "void_share",
        "Void",
        description="Share of the references' pixels that are void, so that nobody scores them.",
        is_aside=True,
    ),
)

CLASS_COLUMNS: Final[tuple[Column, ...]] = (
    Column("iou", "IoU", better="higher", description=f"Intersection over union of the class. {_OF_THE_CLASS}"),
    Column("dice", "Dice", better="higher", description=f"Dice coefficient (F1) of the class. {_OF_THE_CLASS}"),
    Column(
        "recall", "Recall", better="higher", description=f"Share of the class's pixels that are found. {_OF_THE_CLASS}"
    ),
    Column(
        "precision",
        "Precision",
        better="higher",
        description=f"Share of the pixels said to be of the class that are. {_OF_THE_CLASS}",
    ),
    Column(
        "boundary_iou",
        "Boundary IoU",
        better="higher",
        description=f"Of the class, IoU of the bands along contours. {_BANDS}",
    ),
    Column(
        "boundary_f", "Boundary F", better="higher", description=f"Of the class, F-score of contour pixels. {_CONTOURS}"
    ),
)

CLASS_SIZE: Final = Column(
    "pixels", "Pixels", digits=0, description="Pixels of the class in the references of all samples that were scored."
)

UNIT_SCORE: Final = Column(
    "score",
    "Score",
    better="higher",
    description="Of a region (8-connected, of one class of the reference) the share of its pixels that get its "
    "class; of a class's boundary in a sample its F-score within the run's tolerance. Void pixels belong to no unit.",
)

AGREEMENT: Final = Column(
    "agreement",
    "Agreement",
    description="mIoU of its masks with those of each other lane, over all samples that both have, classes matched by "
    "name; mean over lanes. It needs no reference, and says nothing about who is right.",
)
