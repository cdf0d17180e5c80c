import numpy as np
import pytest
import torch
from sklearn.metrics import f1_score, top_k_accuracy_score
from torchmetrics.functional.classification import multiclass_calibration_error, multilabel_average_precision

from granview.core.run_params import RunParams
from granview.core.truths.classes import ReferenceClasses
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS, Scores
from tests.helpers.text_tasks import class_scores, classes

TASK = TASKS.get("image-classification")
NAMES = ("ant", "bee", "cat", "dog", "eel", "fox", "gnu")
LABELS = classes(*NAMES)


def score(
    scores: object, *names: str, multi_label: bool = False, known: tuple[str, ...] = NAMES, **facts: object
) -> Scores:
    chosen = {name: facts.pop(name) for name in ("groups", "threshold") if name in facts}
    truth = ReferenceClasses(names, known, **facts)
    params = RunParams(of_task={TASK.name: chosen})
    return TASK.score(class_scores(*scores, multi_label=multi_label), LABELS, truth, params)


def metrics(*parts: Scores) -> dict[str, float | None]:
    return TASK.metrics(merge_statistics(part.statistics for part in parts))


def test_pictures_with_one_class_have_the_metrics_of_scikit_learn_and_torchmetrics():
    generator = np.random.default_rng(0)
    scores = generator.dirichlet([0.6] * 7, 80)
    true = np.where(generator.random(80) < 0.4, scores.argmax(axis=1), generator.integers(0, 7, 80))
    found = metrics(*(score(row, NAMES[label]) for row, label in zip(scores, true, strict=True)))
    said = scores.argmax(axis=1)
    assert found["accuracy"] == pytest.approx((said == true).mean())
    assert found["top5"] == pytest.approx(top_k_accuracy_score(true, scores, k=5, labels=range(7)))
    assert found["f1_macro"] == pytest.approx(f1_score(true, said, average="macro"))
    ece = multiclass_calibration_error(torch.tensor(scores), torch.tensor(true), 7, n_bins=15)
    assert found["ece"] == pytest.approx(float(ece), abs=1e-6)
    assert found["nll"] == pytest.approx(-np.log(scores[np.arange(80), true].clip(1.2e-7)).mean(), rel=1e-4)
    assert found["brier"] == pytest.approx(((scores - np.eye(7)[true]) ** 2).sum(axis=1).mean(), rel=1e-5)
    assert found["map"] is None
    assert found["group_accuracy"] is None


def test_several_classes_have_torchmetrics_map_and_no_metric_of_one_class():
    generator = np.random.default_rng(1)
    scores, true = generator.random((40, 7)).astype(np.float32), generator.random((40, 7)) < 0.3
    parts = [
        score(row, *np.array(NAMES)[label], multi_label=True, threshold=0.6)
        for row, label in zip(scores, true, strict=True)
    ]
    found = metrics(*parts)
    theirs = multilabel_average_precision(torch.tensor(scores), torch.tensor(true).int(), num_labels=7)
    assert found["map"] == pytest.approx(float(theirs), rel=1e-5)
    assert found["f1_macro"] == pytest.approx(f1_score(true, scores >= 0.6, average="macro", zero_division=0))
    assert (found["top5"], found["nll"], found["brier"]) == (None, None, None)


def test_statistics_move_to_another_label_set_with_the_classes_of_their_rows():
    wanted = classes("zebra", *reversed(NAMES))
    found = score(np.linspace(0.1, 0.7, 7), "ant", "fox", multi_label=True)
    moved = TASK.relabel(found.statistics, found.labels, wanted)
    assert moved["ranked[]"][:, 0].tolist() == [7, 6, 5, 4, 3, 2, 1]
    assert TASK.metrics(moved)["map"] == TASK.metrics(found.statistics)["map"]
    assert moved["classes"][[7, 2], 1].tolist() == [1, 1]


def test_a_picture_is_a_unit_for_each_grain_that_is_known():
    plain = score([0.5, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05], "ant").units
    assert [plain.kinds[kind] for kind in plain.kind] == ["picture"]
    found = score(
        [0.1, 0.5, 0.1, 0.1, 0.1, 0.05, 0.05], "ant", n_alike=3, object_share=0.25, groups=("ant+bee+fox", "cat+dog")
    )
    grains = dict(zip((found.units.kinds[kind] for kind in found.units.kind), found.units.grain, strict=True))
    assert grains == {"rarity": 3, "object": 0.25, "nearest": 2, "picture": 1}
    assert found.units.score.tolist() == [0, 0, 0, 0]
    assert found.units.extra["class_id"].tolist() == [0, 0, 0, 0]


def test_a_class_of_the_right_group_counts_for_the_group_alone():
    groups = ("ant+bee", "cat+dog")
    near = score([0.1, 0.5, 0.1, 0.1, 0.1, 0.05, 0.05], "ant", groups=groups)
    far = score([0.1, 0.5, 0.1, 0.1, 0.1, 0.05, 0.05], "cat", groups=groups)
    alone = score([0.1, 0.5, 0.1, 0.1, 0.1, 0.05, 0.05], "fox", groups=groups)
    found = metrics(near, far, alone)
    assert (found["accuracy"], found["group_accuracy"]) == (0, 0.5)


def test_top_five_of_five_classes_or_fewer_says_nothing():
    few = classes("ant", "bee")
    found = TASK.score(class_scores(0.1, 0.9), few, ReferenceClasses(("ant",)), RunParams())
    assert TASK.metrics(found.statistics)["top5"] is None


def test_a_class_that_the_model_lacks_is_missed_and_has_no_likelihood():
    found = score([0.4, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], "yak", known=(*NAMES, "yak"))
    assert found.notices == ("The model has no class for: yak. It counts as missed.",)
    numbers = TASK.metrics(found.statistics)
    assert (numbers["accuracy"], numbers["top5"], numbers["nll"]) == (0, 0, None)


def test_other_words_are_not_scored():
    found = score([0.4, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], "oak", known=("oak", "elm"))
    assert (found.statistics, len(found.units)) == ({}, 0)
    assert TASK.counted({}) == frozenset()
    assert "nothing is scored" in found.notices[0]


def test_a_picture_without_any_class_is_right_where_none_is_said():
    found = score([0.1] * 7, multi_label=True)
    assert metrics(found)["accuracy"] == 1
    assert found.units.extra["class_id"].tolist() == [-1]


def test_two_lanes_agree_by_class():
    left, right = class_scores(0.9, 0.1), class_scores(0.2, 0.8)
    few = classes("ant", "bee")
    same = TASK.agreement_counts(left, few, left, few)
    other = TASK.agreement_counts(left, few, right, few)
    assert TASK.agreement(same + other).disagreement == 0.5
