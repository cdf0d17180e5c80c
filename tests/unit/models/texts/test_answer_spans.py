import numpy as np
import pytest

from granview.models.texts.answer_spans import WindowLogits, ranked


def window(start, end, first=0, outside=1):
    """A window whose first tokens are no part of the context."""
    n = len(start)
    allowed = np.arange(n) >= outside
    logits = (np.array(values, np.float32) for values in (start, end))
    return WindowLogits(*logits, np.arange(first, first + n), allowed)


def test_scores_are_shares_among_all_spans_and_no_answer():
    best = ranked([window([0, 1, 2], [0, 3, 1])], longest=2, keep=9, may_be_none=True)
    logits = {(1, 1): 4, (1, 2): 2, (2, 2): 3}
    total = sum(np.exp(logit) for logit in logits.values()) + np.exp(0)
    assert best.spans == [(1, 1), (2, 2), (1, 2)]
    np.testing.assert_allclose(best.scores, [np.exp(logits[span]) / total for span in best.spans], rtol=1e-6)
    assert best.no_answer == pytest.approx(1 / total)


def test_no_answer_takes_no_part_where_the_model_always_answers():
    best = ranked([window([9, 1], [9, 1])], longest=2, keep=9, may_be_none=False)
    assert best.no_answer is None
    assert best.scores.tolist() == [1.0]


def test_a_span_of_two_windows_has_the_highest_of_its_logits_and_no_answer_the_lowest():
    one, other = window([5, 0, 2], [0, 0, 0], 0), window([1, 3, 0], [0, 0, 0], 1)
    best = ranked([one, other], longest=1, keep=9, may_be_none=True)
    total = np.exp(0) + np.exp(3) + np.exp(0) + np.exp(1)
    assert best.spans[0] == (2, 2)
    assert best.scores[0] == pytest.approx(np.exp(3) / total)
    assert best.no_answer == pytest.approx(np.exp(1) / total)


def test_spans_are_no_longer_than_asked():
    best = ranked([window([0] * 9, [0] * 9)], longest=3, keep=99, may_be_none=False)
    assert {last - first for first, last in best.spans} == {0, 1, 2}
    assert len(best.spans) == 8 + 7 + 6


def test_a_context_without_tokens_has_no_answer():
    empty = WindowLogits(np.zeros(2, np.float32), np.zeros(2, np.float32), np.arange(2), np.zeros(2, bool))
    assert ranked([empty], 3, 5, may_be_none=True).no_answer == 1.0
    assert ranked([empty], 3, 5, may_be_none=False).spans == []
