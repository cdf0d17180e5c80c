"""The paired bootstrap over the statistics of every task on texts."""

from collections.abc import Sequence

import numpy as np
import pytest

from granview.analysis.paired_bootstrap import paired_statistics_bootstrap
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.run_params import RunParams
from granview.core.text import Case
from granview.core.truths.text import ReferenceText
from granview.core.unit import Statistics, merge_statistics
from granview.tasks.base import TASKS
from tests.helpers.text_tasks import (
    NO_LABELS,
    answer,
    class_scores,
    classes,
    entities,
    filled,
    true_entities,
    truth,
    written,
)  # fmt: skip

LABELS = classes("a", "b")
TEXT = "one two three four five"
N = 16

Scored = tuple[ReferenceText, Prediction, Prediction]


def _classification(place: int) -> Scored:
    label = "ab"[place % 2]
    right = class_scores(0.9, 0.1) if label == "a" else class_scores(0.1, 0.9)
    return truth(TEXT, labels=(label,)), right, class_scores(0.7, 0.3)


def _entities(place: int) -> Scored:
    found = (4 * (place % 3), 4 * (place % 3) + 3, "ab"[place % 2])
    return truth(TEXT, entities=true_entities(found)), entities(LABELS, found), entities(LABELS, (0, 3, "a"))


def _answers(place: int) -> Scored:
    accepted = ("two",) if place % 2 else ()
    return truth(TEXT, answers=accepted), answer(4, 7) if place % 2 else answer(None), answer(4, 7)


def _written(place: int) -> Scored:
    target = " ".join(TEXT.split()[: 2 + place % 4])
    return truth(TEXT, targets=(target,)), written(target), written("one two and more")


def _code(place: int) -> Scored:
    given = truth(TEXT, targets=("len(x)",), cases=(Case({"x": [1] * (place % 3)}, place % 3),))
    return given, written("len(x)"), written("2")


def _masks(place: int) -> Scored:
    return truth(TEXT, targets=("one",)), filled(["one", "two"]), filled([("two", "one")[place % 2], "six"])


CASES = {
    "text-classification": (_classification, LABELS),
    "token-classification": (_entities, LABELS),
    "question-answering": (_answers, NO_LABELS),
    "summarization": (_written, NO_LABELS),
    "translation": (_written, NO_LABELS),
    "text-generation": (_written, NO_LABELS),
    "text2text-generation": (_code, NO_LABELS),
    "fill-mask": (_masks, NO_LABELS),
}


def _statistics(task: str, labels: LabelSet, scored: Sequence[tuple[ReferenceText, Prediction]]) -> list[Statistics]:
    return [TASKS.get(task).score(said, labels, given, RunParams()).statistics for given, said in scored]


def test_every_task_on_texts_is_here():
    assert set(CASES) == {name for name, task in TASKS.all().items() if task.kind == "text"}


@pytest.mark.parametrize("name", CASES)
def test_the_better_lane_is_better_by_the_difference_of_the_totals(name: str):
    make, labels = CASES[name]
    task, scored = TASKS.get(name), [make(place) for place in range(N)]
    ours = _statistics(name, labels, [(given, good) for given, good, _ in scored])
    theirs = _statistics(name, labels, [(given, poor) for given, _, poor in scored])
    found = paired_statistics_bootstrap(ours, theirs, task.metrics, task.counted, seed=0, n=200)
    whole = [task.metrics(merge_statistics(side)) for side in (ours, theirs)]
    headline = next(column for column in task.headline if whole[0][column] is not None)
    difference = found[headline]
    assert difference.mean == pytest.approx(whole[0][headline] - whole[1][headline])
    assert difference.significant
    assert 0 < difference.low <= difference.mean <= difference.high
    assert difference.n == sum(headline in task.counted(part) for part in ours)
    for column in task.columns:
        known = whole[0][column.name] is not None and whole[1][column.name] is not None
        assert (found[column.name].mean is not None) == known


@pytest.mark.parametrize("name", CASES)
def test_a_lane_against_itself_differs_by_nothing(name: str):
    make, labels = CASES[name]
    parts = _statistics(name, labels, [make(place)[:2] for place in range(4)])
    found = paired_statistics_bootstrap(parts, parts, TASKS.get(name).metrics, TASKS.get(name).counted, n=20)
    means = [each.mean for each in found.values() if each.mean is not None]
    assert means == pytest.approx(np.zeros(len(means)))
