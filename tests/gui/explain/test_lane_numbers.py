import numpy as np
import pytest

from granview.gui.explain.lane_numbers import lane_numbers
from tests.helpers.answers import heat, map_answer, word_answer


def test_lanes_are_compared_with_the_pinned_one_and_keep_their_numbers() -> None:
    one = map_answer([[0.0, 1.0], [2.0, 3.0]], numbers={"entropy": 1.5})
    other = map_answer([[3.0, 2.0], [1.0, 0.0]])
    shown = {"a": heat(one), "b": heat(other), "c": heat(one)}
    assert lane_numbers(shown, "c") == {
        "a": {"entropy": 1.5, "pearson": pytest.approx(1)},
        "b": {"pearson": pytest.approx(-1)},
        "c": {"entropy": 1.5},
    }


def test_without_a_pinned_lane_the_first_one_is_compared_with() -> None:
    answer = map_answer([[0.0, 1.0]])
    numbers = lane_numbers({"a": heat(answer), "b": heat(answer)}, "gone")
    assert numbers == {"a": {}, "b": {"pearson": pytest.approx(1)}}


def test_maps_of_other_grids_are_compared_and_maps_of_other_parts_are_not() -> None:
    coarse, fine = map_answer([[0.0, 1.0]]), map_answer([[0.0, 0.25, 0.75, 1.0]])
    elsewhere = map_answer([[0.0, 1.0]], width=50)
    numbers = lane_numbers({"a": heat(coarse), "b": heat(fine), "c": heat(elsewhere)}, None)
    assert numbers["b"]["pearson"] == pytest.approx(1)
    assert numbers["c"] == {}


def test_words_are_compared_by_their_characters() -> None:
    whole, halves = word_answer("abcd ef", [0.5, 0.4, 0.1]), word_answer("abcd ef", [0.0, 0.4, 0.1])
    numbers = lane_numbers({"a": heat(whole), "b": heat(halves)}, None)
    assert numbers["b"]["pearson"] == pytest.approx(1), "weight on special tokens does not count"
    by_hand = lane_numbers(
        {"a": heat(word_answer("ab cd", [0, 1, 0])), "b": heat(word_answer("ab cd", [0, 0, 1]))}, None
    )
    spread = np.corrcoef([0.5, 0.5, 0, 0, 0], [0, 0, 0, 0.5, 0.5])[0, 1]
    assert by_hand["b"]["pearson"] == pytest.approx(spread)
