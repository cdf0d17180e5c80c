import math

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy, pearsonr

from granview.core.errors import ArgumentError, ShapeError
from granview.scoring.explanation_measures import (
    cosine,
    entropy_nats,
    jensen_shannon,
    mean_distance,
    normalised_entropy,
    on_grid,
    pearson,
    points_inside,
    share_inside,
    similarity,
)

RNG = np.random.default_rng(0)
LEFT, RIGHT = RNG.random((5, 7)), RNG.random((5, 7))
PEAK = np.array([0.0, 0.0, 3.0])


def test_entropy_is_that_of_the_normalised_weights() -> None:
    assert entropy_nats(np.full(8, 0.3)) == pytest.approx(math.log(8))
    assert entropy_nats(PEAK) == 0
    assert entropy_nats(np.array([0.5, 0.25, 0.25])) == pytest.approx(1.5 * math.log(2))
    assert entropy_nats(LEFT) == pytest.approx(entropy(LEFT.ravel()))


def test_normalised_entropy_goes_from_0_to_1_whatever_the_grid() -> None:
    assert normalised_entropy(np.ones((3, 5))) == pytest.approx(1)
    assert normalised_entropy(np.ones(64)) == pytest.approx(1)
    assert normalised_entropy(PEAK) == 0
    assert normalised_entropy(np.ones(1)) is None


@pytest.mark.parametrize("weights", [np.zeros(3), np.array([1.0, -0.5]), np.array([np.nan, 1.0]), np.zeros(0)])
def test_what_is_no_distribution_has_no_entropy(weights: np.ndarray) -> None:
    assert entropy_nats(weights) is None
    assert normalised_entropy(weights) is None


def test_distance_is_weighted_by_attention() -> None:
    keys = np.array([[0.0, 0.0], [3.0, 4.0], [0.0, 10.0]])
    weights = np.array([[0.5, 0.25, 0.25], [2.0, 0.0, 0.0]])
    queries = np.array([[0.0, 0.0], [6.0, 8.0]])
    assert mean_distance(weights[:1], keys, queries[:1]) == pytest.approx(0.25 * 5 + 0.25 * 10)
    assert mean_distance(weights, keys, queries) == pytest.approx((3.75 + 10) / 2)
    assert mean_distance(np.zeros((1, 3)), keys, queries[:1]) is None
    with pytest.raises(ShapeError, match=r"\(2, 3\)"):
        mean_distance(weights.T, keys, queries)


def test_the_share_inside_counts_half_covered_cells_by_half() -> None:
    weights = np.array([[1.0, 2.0], [4.0, 1.0]])
    assert share_inside(weights, np.array([[1.0, 0.5], [0.0, 1.0]])) == pytest.approx(3 / 8)
    assert share_inside(np.zeros((2, 2)), np.ones((2, 2))) is None
    with pytest.raises(ShapeError, match="cover"):
        share_inside(weights, np.ones(4))


def test_the_pointing_game_asks_for_the_largest_weight() -> None:
    weights = np.array([[0.1, 0.7], [0.6, 0.1]])
    assert points_inside(weights, np.array([[0.0, 0.5], [0.0, 0.0]])) is True
    assert points_inside(weights, np.array([[1.0, 0.4], [1.0, 1.0]])) is False
    assert points_inside(np.ones((2, 2)), np.ones((2, 2))) is None


def test_similarities_agree_with_scipy() -> None:
    assert pearson(LEFT, RIGHT) == pytest.approx(pearsonr(LEFT.ravel(), RIGHT.ravel()).statistic)
    assert jensen_shannon(LEFT, RIGHT) == pytest.approx(jensenshannon(LEFT.ravel(), RIGHT.ravel()) ** 2)
    assert cosine(np.array([1.0, 0.0]), np.array([1.0, 1.0])) == pytest.approx(math.sqrt(0.5))


def test_similarities_at_their_ends() -> None:
    assert (pearson(LEFT, 2 * LEFT + 1), pearson(LEFT, -LEFT)) == pytest.approx((1, -1))
    assert jensen_shannon(LEFT, 3 * LEFT) == pytest.approx(0, abs=1e-12)
    assert jensen_shannon(np.array([1.0, 0.0]), np.array([0.0, 2.0])) == pytest.approx(math.log(2))
    assert pearson(LEFT, np.ones_like(LEFT)) is None
    assert cosine(LEFT, np.zeros_like(LEFT)) is None
    assert jensen_shannon(LEFT, -RIGHT) is None
    with pytest.raises(ShapeError):
        pearson(LEFT, RIGHT.T)


def test_maps_meet_on_the_finer_grid() -> None:
    coarse = np.array([[0.0, 1.0]])
    assert on_grid(coarse, (2, 4)) == pytest.approx(np.array([[0, 0.25, 0.75, 1]] * 2))
    assert on_grid(LEFT, LEFT.shape) == pytest.approx(LEFT)
    measured = similarity(coarse, np.array([[0, 0.25, 0.75, 1]] * 2))
    assert measured["pearson"] == pytest.approx(1)
    assert set(similarity(coarse, -coarse)) == {"pearson", "cosine"}
    with pytest.raises(ShapeError, match="rows"):
        on_grid(np.zeros(3), (2, 2))
    with pytest.raises(ArgumentError):
        on_grid(coarse, (0, 2))


def test_the_common_grid_is_that_of_opencv() -> None:
    cv2 = pytest.importorskip("cv2")
    drawn = cv2.resize(LEFT, (31, 17), interpolation=cv2.INTER_LINEAR)
    assert on_grid(LEFT, (17, 31)) == pytest.approx(drawn, abs=1e-6)
