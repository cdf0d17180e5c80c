"""What the descriptions of means over classes say of absent classes is what is computed."""

import pytest

from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.truths.mask import ReferenceMask
from granview.tasks.base import TASKS
from tests.helpers.label_maps import label_map, label_set

SEGMENTATION = TASKS.get("image-segmentation")
MEANS = ("miou", "dice", "boundary_iou", "boundary_f")


def means(said: str, true: str, model: tuple[str, ...], reference: tuple[str, ...]) -> dict[str, float | None]:
    """Of a model's map and a reference's, by the digits of their classes."""
    truth = ReferenceMask(label_map(true), label_set(*reference))
    scores = SEGMENTATION.score(LabelMap(label_map(said)), label_set(*model), truth, RunParams())
    found = SEGMENTATION.metrics(scores.statistics)
    return {name: found[name] for name in MEANS}


def test_a_class_in_neither_is_left_out():
    found = means("00", "00", ("sky", "car"), ("sky", "car"))
    assert (found["miou"], found["dice"], found["boundary_iou"]) == (1.0, 1.0, 1.0)
    assert found["boundary_f"] is None


def test_a_class_that_only_one_of_reference_and_prediction_has_counts_as_0():
    assert means("0001", "0000", ("sky", "car"), ("sky", "car"))["miou"] == pytest.approx(0.75 / 2)
    assert means("0000", "0001", ("sky", "car"), ("sky", "car"))["dice"] == pytest.approx(6 / 7 / 2)


def test_a_predicted_class_without_a_counterpart_is_not_averaged_and_what_it_covers_is_missed():
    found = means("0001", "0000", ("sky", "bird"), ("sky",))
    assert (found["miou"], found["dice"]) == (pytest.approx(0.75), pytest.approx(6 / 7))
    assert found["boundary_iou"] == pytest.approx(0.75)


@pytest.mark.parametrize("name", MEANS)
def test_the_words_say_so(name: str):
    (words,) = (column.description for column in SEGMENTATION.columns if column.name == name)
    assert "A predicted class without a counterpart is not averaged: what it covers counts as missed." in words


@pytest.mark.parametrize(
    ("task", "name"),
    [("text-classification", f"{what}_macro") for what in ("f1", "precision", "recall")]
    + [("token-classification", "entity_f1_macro")],
)
def test_means_over_the_classes_of_texts_have_0_for_what_the_references_label_set_lacks(task: str, name: str):
    (words,) = (column.description for column in TASKS.get(task).columns if column.name == name)
    assert "only one of them has count as 0, also what the reference's label set lacks." in words
