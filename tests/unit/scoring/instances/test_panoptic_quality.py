"""Panoptic quality by hand, and against the definition written out over pixels."""

import numpy as np
import pytest

from granview.core import rle
from granview.scoring.instances.instance_pair import InstancePair
from granview.scoring.instances.overlaps import mask_overlaps
from granview.scoring.instances.panoptic_quality import match_segments, panoptic_counts, quality

VOID = 0


def pair_of(reference, classes, crowd, predicted, predicted_classes) -> InstancePair:
    """Maps (H, W) of segments numbered from 1; 0 is void."""
    ours, theirs = (
        [rle.encode(where == k + 1) for k in range(len(names))]
        for where, names in ((predicted, predicted_classes), (reference, classes))
    )
    areas = [rle.areas(masks).astype(float) for masks in (ours, theirs)]
    is_crowd = np.array(crowd, bool)
    return InstancePair(
        np.array(predicted_classes, int),
        np.ones(len(ours), np.float32),
        np.array(classes, int),
        is_crowd,
        mask_overlaps(ours, theirs, *areas, is_crowd),
        *areas,
    )


def by_definition(reference, classes, crowd, predicted, predicted_classes, n_classes: int) -> np.ndarray:
    """As the paper and panopticapi define it, pixel by pixel and pair by pair."""
    counts = np.zeros((n_classes, 4))
    matched, hit = set(), set()
    for g, label in enumerate(classes, 1):
        for p, own in enumerate(predicted_classes, 1):
            if crowd[g - 1] or label != own:
                continue
            inside = ((reference == g) & (predicted == p)).sum()
            void = ((predicted == p) & (reference == VOID)).sum()
            iou = inside / ((reference == g).sum() + (predicted == p).sum() - inside - void)
            if iou > 0.5:
                counts[label, :2] += iou, 1
                matched.add(p)
                hit.add(g)
    for g, label in enumerate(classes, 1):
        counts[label, 3] += not crowd[g - 1] and g not in hit
    for p, own in enumerate(predicted_classes, 1):
        if p in matched:
            continue
        crowds = [g for g, label in enumerate(classes, 1) if crowd[g - 1] and label == own]
        excused = ((predicted == p) & ((reference == VOID) | np.isin(reference, crowds))).sum()
        counts[own, 2] += excused <= 0.5 * (predicted == p).sum()
    return counts


def segments(rng: np.random.Generator, n: int) -> np.ndarray:
    """A map of n segments and void, about points."""
    points = rng.integers(0, 40, (n + 1, 2))
    y, x = np.mgrid[:40, :40]
    return np.argmin([np.hypot(y - a, x - b) for a, b in points], axis=0)


@pytest.mark.parametrize("seed", range(30))
def test_equals_the_definition(seed: int):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 7))
    reference = segments(rng, n)
    predicted = np.where(rng.random((40, 40)) < 0.9, np.roll(reference, rng.integers(0, 6), 1), segments(rng, n))
    classes = rng.integers(0, 3, n)
    case = (reference, classes, rng.random(n) < 0.2, predicted, np.where(rng.random(n) < 0.8, classes, 2))
    assert panoptic_counts(match_segments(pair_of(*case)), 3) == pytest.approx(by_definition(*case, 3))


def test_by_hand():
    """Left half found with IoU 0.6, the right half by nothing of its class."""
    reference = np.repeat([[1] * 5 + [2] * 5], 4, axis=0)
    predicted = np.repeat([[1] * 3 + [0] * 2 + [2] * 5], 4, axis=0)
    counts = panoptic_counts(match_segments(pair_of(reference, [0, 1], [False] * 2, predicted, [0, 0])), 2)
    assert counts == pytest.approx(np.array([[0.6, 1, 1, 0], [0, 0, 0, 1]]))
    pq, sq, rq = quality(counts)
    assert pq == pytest.approx([0.4, 0])
    assert sq == pytest.approx([0.6, 0])
    assert rq == pytest.approx([1 / 1.5, 0])


def test_void_is_left_out_of_what_is_predicted():
    reference = np.repeat([[1] * 4 + [0] * 6], 4, axis=0)
    found = match_segments(pair_of(reference, [0], [False], np.ones((4, 10), int), [0]))
    assert panoptic_counts(found, 1).tolist() == [[1.0, 1, 0, 0]]
    assert found.matched_iou.tolist() == [1.0]


def test_unmatched_in_void_or_in_a_crowd_is_passed_over():
    reference = np.repeat([[1] * 5 + [0] * 5], 4, axis=0)
    predicted = np.repeat([[1] * 5 + [2] * 5], 4, axis=0)
    found = match_segments(pair_of(reference, [0], [True], predicted, [0, 1]))
    assert found.is_excused.tolist() == [True, True]
    assert panoptic_counts(found, 2).tolist() == [[0.0] * 4] * 2


def test_a_class_that_nobody_has_is_undefined():
    assert [np.isnan(each).all() for each in quality(np.zeros((1, 4)))] == [True] * 3


def test_empty_sides():
    nothing = np.zeros((4, 4), int)
    assert panoptic_counts(match_segments(pair_of(nothing, [], [], nothing, [])), 1).tolist() == [[0.0] * 4]
    one = np.ones((4, 4), int)
    assert panoptic_counts(match_segments(pair_of(one, [0], [False], nothing, [])), 1).tolist() == [[0, 0, 0, 1.0]]
    assert panoptic_counts(match_segments(pair_of(nothing, [], [], one, [0])), 1).tolist() == [[0.0] * 4]
