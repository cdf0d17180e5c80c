import numpy as np
import pytest

from granview.core.arrays import pack
from granview.core.explain_query import BoxPlace, ExplainQuery, MaskPlace, SpanPlace
from granview.core.explanation import HeatMaps, TokenWeights
from granview.explain.explanation_measures import centres, measures_of
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView
from tests.helpers.explained import tokens

VIEW = ImageView((40, 80), (20, 40))
MAP = HeatMaps(np.array([[0.5, 0.25], [0.25, 0]], np.float32), VIEW.box_xyxy_px)
WORDS = TextView(tokens(4))


def test_cells_stand_at_their_centres() -> None:
    assert centres((2, 2), VIEW.box_xyxy_px).tolist() == [[20, 10], [60, 10], [20, 30], [60, 30]]


def test_a_map_has_entropy_and_from_one_place_a_distance() -> None:
    measured = measures_of(VIEW, MAP, ExplainQuery("attention"), None)
    assert measured == pytest.approx({"entropy": 1.5 * np.log(2), "entropy_normalised": 0.75})
    measured = measures_of(VIEW, MAP, ExplainQuery("attention"), np.array([20, 10], np.float32))
    assert measured["distance_px"] == pytest.approx(0.25 * 40 + 0.25 * 20)


def test_a_region_is_measured_by_area() -> None:
    mask = np.zeros((40, 80), bool)
    mask[:, :20] = True
    measured = measures_of(VIEW, MAP, ExplainQuery("attention", region=MaskPlace(pack(mask))), None)
    assert measured["share_inside"] == pytest.approx(0.375)
    assert measured["pointing"] == 1
    measured = measures_of(VIEW, MAP, ExplainQuery("attention", region=BoxPlace(40, 0, 80, 20)), None)
    assert (measured["share_inside"], measured["pointing"]) == pytest.approx((0.25, 0))


def test_tokens_have_distances_in_tokens_and_regions_of_words() -> None:
    weights = TokenWeights(np.array([0.5, 0, 0, 0.5], np.float32), WORDS.source)
    query = ExplainQuery("attention", region=SpanPlace(9, 11))
    measured = measures_of(WORDS, weights, query, np.array([0], np.float32))
    assert measured["distance_tokens"] == pytest.approx(1.5)
    assert measured["share_inside"] == pytest.approx(0.5)


def test_signed_weights_have_none_of_them() -> None:
    weights = TokenWeights(np.array([0.5, -1, 0, 0.5], np.float32), WORDS.source)
    assert measures_of(WORDS, weights, ExplainQuery("input-gradients"), np.array([0], np.float32)) == {}
