"""How far two lanes agree where there is no reference: the mIoU of their label maps, by class name.

Neither is right or wrong here, and the measure is symmetric. Counts are additive over images as long as the two label
sets stay the same, which they do for two lanes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.scoring import ratios
from granview.scoring.confusion import Counts, pixel_counts
from granview.scoring.label_space import Labels, check_same_shape, in_label_space, joint_labels


@dataclass(frozen=True)
class Agreement:
    """Agreement of two lanes over the pixels counted.

    Attributes:
        miou: Mean IoU over the classes that either lane shows; a class that one lane alone shows counts as 0.
            None when no pixel was counted.
        disagreement: Share of pixels to which the lanes give different classes; None when no pixel was counted.
        iou: (number of joint classes,) float64, in the order of ``joint_labels``; NaN where neither lane shows it.
    """

    miou: float | None
    disagreement: float | None
    iou: NDArray[np.float64]


def agreement_counts(left: Labels, left_labels: LabelSet, right: Labels, right_labels: LabelSet) -> Counts:
    """What agreement is made of: (joint classes + 1, 3) int64, additive over images of the same two lanes.

    Rows are the classes of ``joint_labels((left_labels, right_labels))``, and last the pixels that hold no class of
    their own label set. Columns are the pixels in which both agree, the left's and the right's. Two pixels without a
    class agree.

    Raises:
        ShapeError: the maps are not (H, W), or differ in size.
    """
    check_same_shape(left, right)
    joint = joint_labels((left_labels, right_labels))
    ours, theirs = in_label_space(left, left_labels, joint), in_label_space(right, right_labels, joint)
    return pixel_counts(ours, theirs, len(joint) + 1)


def agreement(counts: Counts) -> Agreement:
    """The agreement that (merged) counts say."""
    same, left, right = counts.T
    total = left.sum()
    iou = ratios.iou(same, left, right)
    disagreement = float(1 - same.sum() / total) if total else None
    return Agreement(ratios.mean(iou), disagreement, iou[:-1])
