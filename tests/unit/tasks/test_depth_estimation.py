"""Metrics of depth, by hand and against plain formulas."""

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.predictions.depth_map import DepthMap
from granview.core.run_params import RunParams
from granview.core.truths.depth_map import ReferenceDepth
from granview.core.truths.mask import ReferenceMask
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS

TASK = TASKS.get("depth-estimation")
NO_CLASSES = LabelSet((), ())


@pytest.fixture
def metres():
    """Squares of 6 px at distances of 1 to 20 m, (60, 84), some of them not known."""
    found = np.kron(np.random.default_rng(0).uniform(1, 20, (10, 14)), np.ones((6, 6))).astype(np.float32)
    found[:3] = np.nan
    return found


def score(values, metres, kind="metric", **chosen):
    params = RunParams(of_task={"depth-estimation": chosen})
    return TASK.score(DepthMap(values.astype(np.float32), kind), NO_CLASSES, ReferenceDepth(metres), params)


def test_errors_in_metres_are_those_of_eigen(metres):
    said = np.nan_to_num(metres, nan=3.0) * 1.2 + 0.1
    metrics = TASK.metrics(score(said, metres).statistics)
    known = np.isfinite(metres)
    off = said[known] - metres[known]
    ratio = np.maximum(said[known] / metres[known], metres[known] / said[known])
    assert metrics["abs_rel"] == pytest.approx(np.mean(np.abs(off) / metres[known]), rel=1e-5)
    assert metrics["rmse"] == pytest.approx(np.sqrt(np.mean(off**2)), rel=1e-5)
    assert metrics["delta1"] == pytest.approx(np.mean(ratio < 1.25))
    assert metrics["abs_rel_aligned"] == pytest.approx(0, abs=1e-5)
    assert metrics["delta1_aligned"] == 1


@pytest.mark.parametrize("kind", ["relative", "inverse"])
def test_a_model_without_metres_is_scored_after_alignment_alone(metres, kind):
    plain = np.nan_to_num(metres, nan=3.0)
    scores = score((1 / plain if kind == "inverse" else plain) * 5 + 2, metres, kind)
    metrics = TASK.metrics(scores.statistics)
    assert metrics["abs_rel"] is metrics["rmse"] is metrics["delta1"] is None
    assert metrics["abs_rel_aligned"] == pytest.approx(0, abs=1e-4)
    assert metrics["delta1_aligned"] == 1
    assert TASK.counted(scores.statistics) == {column.name for column in TASK.columns}


def test_means_are_over_pictures(metres):
    plain = np.nan_to_num(metres, nan=3.0)
    scores = [score(plain * 1.1, metres), score(plain * 1.4, metres), score(plain, metres, "relative")]
    merged = TASK.metrics(merge_statistics(each.statistics for each in scores))
    assert merged["abs_rel"] == pytest.approx((0.1 + 0.4) / 2, rel=1e-4)


def test_far_px_are_not_scored_and_predictions_are_cut(metres):
    said = np.where(metres > 10, 1000.0, np.nan_to_num(metres, nan=3.0))
    assert TASK.metrics(score(said, metres, depth_cap_m=10.0).statistics)["abs_rel"] == 0
    assert TASK.metrics(score(said, metres).statistics)["abs_rel"] > 1


def test_units_are_the_same_rows_for_every_lane_and_fall_into_their_bands(metres):
    plain = np.nan_to_num(metres, nan=3.0)
    one, other = score(plain, metres).units, score(1 / plain**2, metres, "inverse").units
    np.testing.assert_array_equal(one.grain, other.grain)
    assert (one.score[np.isfinite(one.score)] == 1).all()
    assert one.kinds == tuple(axis.kind for axis in TASK.grain_axes)
    for place, axis in enumerate(TASK.grain_axes):
        bands = np.digitize(one.grain[one.kind == place], axis.edges) - 1
        assert bands.tolist() == list(range(len(axis.edges) - 1))


def test_a_blur_is_worst_at_edges(metres):
    import cv2

    blurred = cv2.GaussianBlur(np.nan_to_num(metres, nan=3.0), (0, 0), 1.5)
    scores = score(blurred, metres)
    metrics = TASK.metrics(scores.statistics)
    assert metrics["abs_rel_edges"] > metrics["abs_rel_smooth"]


def test_where_nothing_is_known_nothing_is_scored_and_that_is_said(metres):
    scores = score(np.nan_to_num(metres, nan=1.0), np.full_like(metres, np.nan))
    assert scores.statistics == {}
    assert len(scores.units) == 0
    assert "nothing is scored" in scores.notices[0]
    assert set(TASK.metrics(scores.statistics).values()) == {None}
    assert TASK.counted(scores.statistics) == frozenset()


def test_what_cannot_be_aligned_is_said(metres):
    scores = score(np.ones_like(metres), metres, "inverse")
    metrics = TASK.metrics(scores.statistics)
    assert metrics["abs_rel_aligned"] is None
    assert metrics["abs_rel_edges"] is None
    assert "cannot be aligned" in scores.notices[0]
    upside_down = score(np.nan_to_num(metres, nan=3.0), metres, "inverse")
    assert "negative scale" in upside_down.notices[0]


def test_other_sizes_and_other_references_are_not_compared(metres):
    scores = score(np.ones((3, 4)), metres)
    assert scores.statistics == {}
    assert "4 x 3 px and its reference 84 x 60 px" in scores.notices[0]
    mask = ReferenceMask(np.zeros((60, 84), np.uint8), NO_CLASSES)
    with pytest.raises(InputError, match="this task compares with a depth map"):
        TASK.score(DepthMap(np.ones((60, 84), np.float32)), NO_CLASSES, mask, RunParams())


def test_agreement_is_of_order_whatever_is_said(metres):
    plain = np.nan_to_num(metres, nan=3.0)
    one, other = DepthMap(plain), DepthMap((3 / plain).astype(np.float32), "inverse")
    counts = TASK.agreement_counts(one, NO_CLASSES, other, NO_CLASSES)
    assert TASK.agreement(counts).value == pytest.approx(1)
    assert TASK.agreement(counts).disagreement == pytest.approx(0)
    opposite = TASK.agreement_counts(one, NO_CLASSES, DepthMap(plain, "inverse"), NO_CLASSES)
    assert TASK.agreement(opposite).disagreement == pytest.approx(1)
    assert TASK.agreement_counts(one, NO_CLASSES, DepthMap(plain[:9]), NO_CLASSES) is None
    assert TASK.agreement_counts(one, NO_CLASSES, DepthMap(np.ones_like(plain)), NO_CLASSES) is None
    assert TASK.agreement(np.zeros(2)).value is None
