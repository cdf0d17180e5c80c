from collections.abc import Callable

import numpy as np
import pytest

from granview.core.errors import NotFinite, ShapeError
from granview.core.label_map import LabelMap
from granview.core.prediction import Prediction
from granview.core.text_prediction import Answers, ClassScores, Entities, FilledMasks, GeneratedText, offsets
from granview.tasks.base import Scores
from granview.tasks.text_units import units
from tests.helpers.text_tasks import NO_LABELS

ONE, TAG = offsets([(0, 1)]), np.zeros(1, np.uint16)
MADE: dict[str, Callable[[float], Prediction]] = {
    "class scores": lambda value: ClassScores(one(value)),
    "tags": lambda value: Entities(ONE, TAG, one(value), ("O",), offsets([]), TAG[:0], one(1)[:0]),
    "entities": lambda value: Entities(ONE, TAG, one(1), ("O",), ONE, TAG, one(value)),
    "answers": lambda value: Answers(ONE, one(value), 0.5),
    "no answer": lambda value: Answers(ONE, one(1), value),
    "tokens": lambda value: GeneratedText("a", ONE, one(value)),
    "likelihood": lambda value: GeneratedText("a", ONE, one(1), nll=value, nll_tokens=1, nll_of="input"),
    "candidates": lambda value: FilledMasks(ONE, (("a",),), one(value)[None]),
}


def one(value: float) -> np.ndarray:
    return np.array([value], np.float32)


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_what_is_no_number_makes_no_prediction(make) -> None:
    assert make(0.25) is not None
    for value in (float("nan"), float("inf")):
        with pytest.raises(NotFinite, match=r"no numbers \(NaN or infinite\)"):
            make(value)


def test_what_is_no_number_makes_no_scores() -> None:
    with pytest.raises(NotFinite, match="'masks' is no number"):
        Scores({"masks": one(float("nan"))}, units((), [], [], []), NO_LABELS)


def test_a_label_map_has_two_axes() -> None:
    with pytest.raises(ShapeError, match=r"\(H, W\), but has \(2, 2, 1\)"):
        LabelMap(np.zeros((2, 2, 1), np.uint8))


def test_a_label_map_holds_small_integers() -> None:
    with pytest.raises(TypeError, match="not int64"):
        LabelMap(np.zeros((2, 2), np.int64))


def test_confidence_covers_the_same_pixels() -> None:
    with pytest.raises(ShapeError, match="confidence"):
        LabelMap(np.zeros((2, 2), np.uint8), np.zeros((2, 3), np.uint8))
