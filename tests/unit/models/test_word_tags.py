"""One tag for a whole word, by hand."""

import numpy as np
import pytest

from granview.models.word_tags import groups_of, scores_of

TEXT = "Berlin, 北京 ok"
TOKENS = [(0, 3), (3, 6), (6, 7), (8, 9), (9, 10), (11, 13)]
SCORES = np.array([[0.6, 0.4], [0.1, 0.9], [0.5, 0.5], [0.3, 0.7], [0.8, 0.2], [1.0, 0.0]], np.float32)


def test_tokens_of_a_word_are_together_and_ideographs_alone() -> None:
    assert groups_of(TEXT, TOKENS, "first").tolist() == [0, 2, 3, 4, 5, 6]
    assert groups_of(TEXT, TOKENS, "simple").tolist() == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(("way", "berlin"), [("first", [0.6, 0.4]), ("average", [0.35, 0.65]), ("max", [0.1, 0.9])])
def test_a_word_has_the_scores_of_its_way(way: str, berlin: list[float]) -> None:
    groups = groups_of(TEXT, TOKENS, way)
    found = scores_of(SCORES, groups, way)
    assert found[0] == pytest.approx(berlin)
    assert found[1:].tolist() == SCORES[2:].tolist()
    assert found.dtype == np.float32


@pytest.mark.parametrize("way", ["simple", "first", "average", "max"])
def test_no_tokens_have_no_scores(way: str) -> None:
    groups = groups_of("", [], way)
    assert scores_of(SCORES[:0], groups, way).shape == (0, 2)
