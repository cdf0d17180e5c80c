import numpy as np

from granview.core.labels import LabelSet
from granview.core.predictions.class_scores import ClassScores

LABELS = LabelSet(("PER", "LOC"), ((0, 0, 0), (9, 9, 9)))


def test_amounts_are_the_probabilities_of_the_classes() -> None:
    amounts = ClassScores(np.array([0.75, 0.25], np.float32)).class_amounts(LABELS)

    assert amounts is not None
    assert (amounts.measure, dict(amounts.amounts)) == ("probability", {"PER": 0.75, "LOC": 0.25})


def test_scores_of_other_classes_have_no_amounts() -> None:
    assert ClassScores(np.array([1.0], np.float32)).class_amounts(LABELS) is None
