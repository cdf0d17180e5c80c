import numpy as np
import pytest
import torch
from sklearn.metrics import jaccard_score
from torchmetrics.classification import MulticlassF1Score, MulticlassJaccardIndex

from granview.scoring import ratios
from granview.scoring.confusion import pixel_counts

N_CLASSES = 6


def random_pair(seed: int, classes: list[int]):
    """Maps that show some of the six classes only, with void."""
    generator = np.random.default_rng(seed)
    reference = generator.choice(classes, (40, 30)).astype(np.uint8)
    prediction = np.where(generator.random((40, 30)) < 0.6, reference, generator.choice(classes, (40, 30)))
    reference[generator.random((40, 30)) < 0.1] = 255
    return reference, prediction.astype(np.uint8)


@pytest.mark.parametrize(("seed", "classes"), [(0, [0, 1, 2, 3, 4, 5]), (1, [0, 3]), (2, [2, 4, 5]), (3, [1])])
def test_means_equal_torchmetrics(seed: int, classes: list[int]):
    reference, prediction = random_pair(seed, classes)
    prediction[:2] = 5
    counts = pixel_counts(reference, prediction, N_CLASSES).T
    target, predicted = (torch.from_numpy(labels.astype(np.int64)) for labels in (reference, prediction))
    jaccard = MulticlassJaccardIndex(N_CLASSES, average="macro", ignore_index=255)
    f1 = MulticlassF1Score(N_CLASSES, average="macro", ignore_index=255)
    assert ratios.mean(ratios.iou(*counts)) == pytest.approx(jaccard(predicted, target).item(), abs=1e-6)
    assert ratios.mean(ratios.dice(*counts)) == pytest.approx(f1(predicted, target).item(), abs=1e-6)


def test_iou_of_each_class_equals_scikit_learn():
    reference, prediction = random_pair(4, list(range(N_CLASSES)))
    scored = reference != 255
    expected = jaccard_score(reference[scored], prediction[scored], labels=range(N_CLASSES), average=None)
    assert ratios.iou(*pixel_counts(reference, prediction, N_CLASSES).T) == pytest.approx(expected)


def test_absent_is_left_out_and_invented_is_zero():
    right, reference, prediction = np.array([5, 0, 0, 0]), np.array([5, 0, 0, 3]), np.array([5, 0, 2, 0])
    iou = ratios.iou(right, reference, prediction)
    assert iou[[0, 2, 3]].tolist() == [1.0, 0.0, 0.0]
    assert np.isnan(iou[1])
    assert ratios.mean(iou) == pytest.approx(1 / 3)


def test_nothing_has_no_mean():
    assert ratios.mean(np.array([np.nan, np.nan])) is None
    assert ratios.mean(np.array([])) is None


def test_f_score_keeps_undefined_apart_from_zero():
    nan = np.nan
    scores = ratios.f_score(np.array([0.5, 0.0, nan, 1.0, nan]), np.array([1.0, 0.0, 0.7, nan, nan]))
    assert scores[:4] == pytest.approx([2 / 3, 0.0, 0.0, 0.0])
    assert np.isnan(scores[4])


def test_or_none():
    assert ratios.or_none(float("nan")) is None
    assert ratios.or_none(0.0) == 0.0
