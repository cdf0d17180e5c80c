"""Classes of a text as bars."""

import numpy as np
import pytest

from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.predictions.class_scores import ClassScores
from granview.core.text import TextReference
from granview.gui.presenters.texts.class_scores import MAX_BARS
from granview.tasks.text_classes import matched_names
from tests.helpers.presented_texts import MOODS, TEXT, bars, shown, words


def test_classes_are_bars_the_most_probable_first() -> None:
    found = shown(ClassScores(np.array([0.2, 0.1, 0.7], np.float32)), labels=MOODS)
    assert [bar.name for bar in bars(found)] == ["positive", "negative", "neutral"]
    assert [bar.is_chosen for bar in bars(found)] == [True, False, False]
    assert [bar.verdict for bar in bars(found)] == [None] * 3
    assert bars(found)[0].color == MOODS.colors[2]
    assert found.shown.display == TEXT


@pytest.mark.parametrize(
    ("known", "verdicts"),
    [("positive", [True, None, None]), ("neutral", [False, None, False])],
)
def test_the_reference_tells_right_from_wrong(known: str, verdicts: list[bool | None]) -> None:
    said = ClassScores(np.array([0.2, 0.1, 0.7], np.float32))
    found = shown(said, reference=TextReference(labels=(known,)), labels=MOODS)
    assert [bar.verdict for bar in bars(found)] == verdicts


def test_of_many_classes_the_known_one_is_always_shown_and_the_rest_is_counted() -> None:
    names = tuple(f"class {n}" for n in range(20))
    scores = np.linspace(0.09, 0.01, 20, dtype=np.float32)
    found = shown(
        ClassScores(scores), reference=TextReference(labels=("class 17",)), labels=LabelSet(names, class_colors(names))
    )
    assert len(bars(found)) == MAX_BARS + 1
    assert bars(found)[-1].name == "class 17"
    assert f"{20 - MAX_BARS - 1} less likely" in words(found)


def test_a_multi_label_says_all_that_are_likely() -> None:
    found = shown(ClassScores(np.array([0.9, 0.1, 0.6], np.float32), multi_label=True), labels=MOODS)
    assert [(bar.name, bar.is_chosen) for bar in bars(found)] == [
        ("negative", True),
        ("positive", True),
        ("neutral", False),
    ]


def test_a_mapped_class_is_right() -> None:
    reference = TextReference(labels=("1",))
    names = matched_names("text-classification", MOODS, reference, {"positive": "1", "negative": "0"})
    said = ClassScores(np.array([0.2, 0.1, 0.7], np.float32))
    found = shown(said, reference=reference, labels=MOODS, names=names)
    assert [(bar.name, bar.verdict, bar.note) for bar in bars(found)] == [
        ("positive → 1", True, "reference"),
        ("negative → 0", None, ""),
        ("neutral", None, ""),
    ]
