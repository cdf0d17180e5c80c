import numpy as np
import pytest

from granview.tasks.classification import compare_classes, joint_scores
from tests.helpers.text_tasks import class_scores, classes

LABELS = classes("cat", "dog", "hound")


def test_classes_that_are_one_for_the_reference_add_up_or_the_highest_counts():
    single = class_scores(0.2, 0.3, 0.5)
    joint = compare_classes(single, LABELS, ["dog"], {"hound": "dog"}, ("cat", "dog"), 0.5).classes
    assert joint_scores(single, joint).tolist() == pytest.approx([0.2, 0.8])
    several = class_scores(0.2, 0.3, 0.5, multi_label=True)
    assert joint_scores(several, joint).tolist() == pytest.approx([0.2, 0.5])


def test_what_is_said_is_compared_class_by_class():
    found = compare_classes(class_scores(0.7, 0.9, 0.1, multi_label=True), LABELS, ["cat", "dog"], {}, (), 0.8)
    assert (found.predicted, found.true, found.is_right, found.exclusive) == ({1}, {0, 1}, False, False)
    alone = compare_classes(class_scores(0.7, 0.2, 0.1), LABELS, ["cat"], {}, (), 0.8)
    assert alone.is_right
    assert alone.exclusive


def test_a_label_set_of_other_words_is_not_scored():
    found = compare_classes(class_scores(0.7, 0.2, 0.1), LABELS, ["tench"], {}, ("tench", "ray"), 0.5)
    assert not found.is_scored
    assert "nothing is scored" in found.notices[0]
    assert np.all(joint_scores(class_scores(0.7, 0.2, 0.1), found.classes)[3:] == 0)
