from collections.abc import Callable

import msgspec
import numpy as np
import pytest

from granview.core.errors import NotFinite
from granview.core.offsets import offsets
from granview.core.prediction import (
    PREDICTION_TYPES,
    Prediction,
    UnknownType,
    pack_prediction,
    packed_type,
    unpack_prediction,
)
from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.entities import Entities
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.core.predictions.label_map import LabelMap
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


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_every_type_comes_back_as_it_was_packed(make) -> None:
    before = make(0.25)

    after = unpack_prediction(pack_prediction(before))

    assert type(after) is type(before)
    assert msgspec.msgpack.encode(after.packed()) == msgspec.msgpack.encode(before.packed())
    assert before.type_name in PREDICTION_TYPES
    assert packed_type(msgspec.msgpack.encode(before.packed())) == before.type_name


def test_a_type_that_nobody_registered_is_said_by_name() -> None:
    with pytest.raises(UnknownType, match=r"type 'points', which is not known here\. Install the plug-in"):
        unpack_prediction(msgspec.msgpack.encode({"type": "points"}))


def test_its_size_is_that_of_its_arrays_and_texts() -> None:
    assert LabelMap(np.zeros((4, 5), np.uint16), np.zeros((4, 5), np.uint8)).size_bytes == 60
    assert MADE["tokens"](0.5).size_bytes == len("a") + ONE.nbytes + 4 + len("end")


def test_a_prediction_that_is_not_written_has_no_likelihood() -> None:
    scores = MADE["class scores"](0.25)

    assert scores.written is None
    assert scores.with_likelihood(1.0, 2) is scores
    assert not scores.has_likelihood
