import numpy as np

from granview.tasks.object_classes import match_object_classes, uncounted_objects
from tests.helpers.label_maps import label_set


def test_classes_go_by_name_and_by_the_users_edits():
    matched = match_object_classes(label_set("Cell", "dog", "rod"), label_set("nucleus", "cell"), {"rod": "nucleus"})
    assert matched.of_model(np.array([0, 1, 2, 9])).tolist() == [1, -1, 0, -1]
    assert matched.of_reference(np.array([0, 1, 2])).tolist() == [0, 1, -1]
    assert matched.is_settled


def test_a_model_that_tells_no_classes_apart_finds_objects_of_every_class():
    matched = match_object_classes(label_set("object"), label_set("cat", "dog"), {})
    assert matched.labels.names == ("object",)
    assert matched.of_model(np.array([0])).tolist() == [0]
    assert matched.of_reference(np.array([0, 1])).tolist() == [0, 0]
    assert "The model does not tell classes apart" in matched.notices[0]


def test_a_reference_that_tells_no_classes_apart_takes_all_but_those_set_apart():
    matched = match_object_classes(label_set("cat", "dog"), label_set("Object"), {"dog": ""})
    assert matched.of_model(np.array([0, 1])).tolist() == [0, -1]
    assert "The reference does not tell classes apart" in matched.notices[0]


def test_both_tell_no_classes_apart_and_nothing_need_be_said():
    matched = match_object_classes(label_set("object"), label_set("object"), {})
    assert (matched.is_settled, matched.notices) == (True, ())


def test_a_few_objects_of_other_classes_are_not_worth_a_notice():
    model = label_set("cat", "dog")
    assert uncounted_objects(np.array([0] * 20 + [1]), np.array([0] * 20 + [-1]), model) == ()
    assert uncounted_objects(np.array([], int), np.array([], int), model) == ()
    (words,) = uncounted_objects(np.array([0, 1]), np.array([0, -1]), model)
    assert words.startswith("1 of the 2 objects")
