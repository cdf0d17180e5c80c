import numpy as np

from granview.core.predictions.instances import Instances
from granview.tasks.object_classes import match_object_classes
from granview.tasks.object_scores import pair_objects, shared_objects
from tests.helpers.instances import said, true
from tests.helpers.label_maps import label_set

BOX, FAR = [0, 0, 10, 10], [50, 50, 60, 60]


def test_only_classes_that_count_are_paired_the_surest_first():
    labels = label_set("cell")
    classes = match_object_classes(label_set("cell", "dog"), labels, {})
    pair, kept = pair_objects(said([BOX, FAR, BOX], [0.2, 0.9, 0.8], [0, 1, 0]), true([BOX], labels), classes, False)
    assert pair.score.tolist() == np.array([0.8, 0.2], np.float32).tolist()
    assert kept.tolist() == [0]


def test_areas_are_the_files_own_for_the_reference_and_those_of_what_is_compared_for_the_prediction():
    labels = label_set("cell")
    prediction, truth = (said([BOX], [0.9], with_masks=True), true([BOX], labels, with_masks=True))
    masks = Instances.of_model([[0, 0, 20, 20]], [0], [0.9], prediction.size, prediction.masks)
    classes = match_object_classes(labels, labels, {})
    by_mask, by_box = (pair_objects(masks, truth, classes, by_mask)[0].predicted_area for by_mask in (True, False))
    assert (by_mask.tolist(), by_box.tolist()) == ([100.0], [400.0])


def test_lanes_of_pictures_of_other_size_or_without_masks_cannot_be_compared():
    labels = label_set("cell")
    assert shared_objects(said([BOX], [1.0]), labels, said([BOX], [1.0], size=(9, 90)), labels, False) is None
    assert shared_objects(said([BOX], [1.0]), labels, said([BOX], [1.0]), labels, True) is None
    assert shared_objects(said([], []), labels, said([], []), labels, True).tolist() == [[0, 0, 0]]


def test_classes_beyond_the_label_set_are_passed_over():
    labels = label_set("cell")
    counts = shared_objects(said([BOX, FAR], [1.0, 1.0], [0, 7]), labels, said([BOX], [1.0]), labels, False)
    assert counts.tolist() == [[1, 1, 1]]
