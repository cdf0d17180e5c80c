import numpy as np
import pytest
from sklearn.metrics import jaccard_score

from granview.core.errors import ShapeError
from granview.scoring.mask_agreement import mask_agreement, mask_counts
from tests.helpers.label_maps import blobs, erring, label_map, label_set, numbered_labels


def test_equals_scikit_learn_and_is_symmetric():
    left, labels = blobs(50, 60, 4, seed=0), numbered_labels(4)
    right = erring(left, 4, seed=0, share=0.2)
    one = mask_agreement(mask_counts(left, labels, right, labels))
    other = mask_agreement(mask_counts(right, labels, left, labels))
    assert one.value == other.value == pytest.approx(jaccard_score(left.ravel(), right.ravel(), average="macro"))
    assert one.disagreement == other.disagreement == pytest.approx((left != right).mean())


def test_classes_are_matched_by_name():
    left, right = label_map("0011"), label_map("1100")
    result = mask_agreement(mask_counts(left, label_set("sky", "road"), right, label_set("Road", "sky")))
    assert (result.value, result.disagreement) == (1.0, 0.0)


def test_nothing_in_common_is_full_disagreement():
    result = mask_agreement(mask_counts(label_map("00"), label_set("cell"), label_map("00"), label_set("road")))
    assert (result.value, result.disagreement) == (0.0, 1.0)
    assert result.by_class.tolist() == [0.0, 0.0]


def test_merging_is_scoring_the_concatenation():
    labels = numbered_labels(3)
    maps = [blobs(20, 30, 3, seed, blob_px=8) for seed in range(6)]
    pairs = list(zip(maps[::2], maps[1::2], strict=True))
    summed = sum(mask_counts(left, labels, right, labels) for left, right in pairs)
    left, right = (np.concatenate(side) for side in zip(*pairs, strict=True))
    assert np.array_equal(summed, mask_counts(left, labels, right, labels))


def test_no_pixels_no_agreement():
    result = mask_agreement(np.zeros((3, 3), np.int64))
    assert (result.value, result.disagreement) == (None, None)


def test_sizes_must_agree():
    with pytest.raises(ShapeError):
        mask_counts(label_map("00"), label_set("a"), label_map("000"), label_set("a"))
