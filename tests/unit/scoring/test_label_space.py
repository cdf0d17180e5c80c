import numpy as np
import pytest

from granview.core.errors import ArgumentError, ShapeError
from granview.core.labels import ClassMap
from granview.scoring.label_space import counted_as, in_label_space, in_reference_space, joint_labels, pair_labels
from tests.helpers.label_maps import label_map, label_set, numbered_labels


def test_prediction_goes_into_the_references_space():
    reference = label_map("0011#")
    pair = pair_labels(label_map("20170"), ClassMap((1, None, 0)), reference, numbered_labels(2))
    assert pair.reference.tolist() == [[0, 0, 1, 1, pair.ignored]]
    assert pair.prediction.tolist() == [[0, 1, pair.other, pair.other, pair.ignored]]
    assert (pair.other, pair.ignored) == (2, 3)


def test_void_within_the_classes_is_ignored():
    pair = pair_labels(label_map("012"), ClassMap((0, 1, 2)), label_map("012"), numbered_labels(3, void=0))
    assert pair.reference.tolist() == pair.prediction.tolist() == [[pair.ignored, 1, 2]]


def test_no_void_scores_every_class():
    reference = np.array([[0, 255]], dtype=np.uint8)
    labels = numbered_labels(256, void=None)
    pair = pair_labels(reference, ClassMap(tuple(range(256))), reference, labels)
    assert pair.reference.tolist() == [[0, 255]]


@pytest.mark.parametrize(("n_classes", "dtype"), [(254, np.uint8), (255, np.uint16)])
def test_grows_to_16_bits_where_8_do_not_suffice(n_classes: int, dtype: type):
    labels = numbered_labels(n_classes, void=None)
    reference = np.zeros((2, 2), dtype=np.uint16)
    pair = pair_labels(reference, ClassMap(tuple(range(n_classes))), reference, labels)
    assert pair.reference.dtype == pair.prediction.dtype == dtype
    assert pair.ignored <= np.iinfo(dtype).max


def test_arguments_are_left_alone():
    reference, prediction = label_map("0#"), label_map("00")
    pair_labels(prediction, ClassMap((0,)), reference, numbered_labels(1))
    assert prediction.tolist() == [[0, 0]]
    assert reference.tolist() == [[0, 255]]


def test_sizes_must_agree():
    with pytest.raises(ShapeError):
        pair_labels(label_map("000"), ClassMap((0,)), label_map("00"), numbered_labels(1))


def test_too_many_classes_are_refused():
    labels = numbered_labels(65_535)
    with pytest.raises(ArgumentError, match="65535 classes"):
        pair_labels(np.zeros((1, 1), np.uint16), ClassMap((0,)), np.zeros((1, 1), np.uint16), labels)


def test_joint_labels_hold_each_name_once():
    joint = joint_labels([label_set("Sky", "road marking"), label_set("Road-Marking", "pole")])
    assert joint.names == ("Sky", "road marking", "pole")
    assert joint.void is None


def test_maps_move_between_label_sets_by_name():
    own, wanted = label_set("pole", "sky", "cell"), label_set("sky", "pole")
    assert in_label_space(label_map("0129"), own, wanted).tolist() == [[1, 0, 2, 2]]


def test_class_map_wins_over_names():
    assert in_reference_space(label_map("01"), ClassMap((1, None)), 2).tolist() == [[1, 2]]


def test_a_models_classes_have_the_names_of_what_they_count_as():
    labels, reference = label_set("car", "tree", "sky"), label_set("vehicle", "sky")
    assert counted_as(labels, reference, ClassMap((0, None, 1))).names == ("vehicle", "tree", "sky")
    assert counted_as(labels, reference, ClassMap((0,))) == labels


def test_usual_spellings_are_one_joint_class_unless_a_set_has_several():
    assert joint_labels([label_set("PER", "loc"), label_set("Location", "person")]).names == ("PER", "loc")
    assert joint_labels([label_set("PER"), label_set("person", "PER")]).names == ("PER", "person")
