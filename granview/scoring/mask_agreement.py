"""How far two lanes' label maps agree: their mIoU, by class name.

Neither is right or wrong here, and the measure is symmetric. Counts are additive over images as long as the two label
sets stay the same, which they do for two lanes.
"""

from granview.core.labels import LabelSet
from granview.scoring import ratios
from granview.scoring.agreement import Agreement
from granview.scoring.confusion import Counts, pixel_counts
from granview.scoring.label_space import Labels, check_same_shape, in_label_space, joint_labels


def mask_counts(left: Labels, left_labels: LabelSet, right: Labels, right_labels: LabelSet) -> Counts:
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


def mask_agreement(counts: Counts) -> Agreement:
    """Mean IoU over the classes that either lane shows, where a class that one lane alone shows counts as 0.

    ``by_class`` is the IoU of each joint class, NaN where neither lane shows it; ``disagreement`` the share of pixels
    to which the lanes give different classes.
    """
    same, left, right = counts.T
    total = left.sum()
    iou = ratios.iou(same, left, right)
    disagreement = float(1 - same.sum() / total) if total else None
    return Agreement(ratios.mean(iou), disagreement, iou[:-1])
