import numpy as np
import pytest

from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.truths.mask import ReferenceMask
from granview.core.unit import UnitTable
from granview.tasks.base import TASKS
from granview.tasks.image_segmentation_scores import find_class_map
from tests.helpers.label_maps import blobs, erring, label_map, label_set, numbered_labels


def notices_of(prediction: np.ndarray, reference: np.ndarray) -> tuple[str, ...]:
    model, theirs = label_set("background", "road", "sky", "cell"), label_set("background", "cell")
    task, params = TASKS.get("image-segmentation"), RunParams()
    return task.score(LabelMap(prediction), model, ReferenceMask(reference, theirs), params).notices


def test_much_that_is_predicted_as_classes_that_count_for_none_is_said_most_first():
    reference = label_map("1000000000\n0000000000")
    prediction = label_map("0001111122\n0011111111")
    assert "75 % of the pixels that it predicts belong to classes that count for none: road and sky." in notices_of(
        prediction, reference
    )
    assert not any("count for none" in each for each in notices_of(np.zeros_like(prediction), reference))


def test_from_a_tenth_of_the_scored_pixels_on_it_is_said_that_they_count_for_none():
    prediction = label_map("1000000000\n0000000000")
    prediction[0, 1] = 9
    reference = np.zeros_like(prediction)
    said = "10 % of the pixels that it predicts belong to classes that count for none: road and no class."
    assert said in notices_of(prediction, reference)
    reference[0, 0] = 255
    assert not any("count for none" in each for each in notices_of(prediction, reference))


def test_names_match_ignoring_case_and_hyphens():
    match, notices = find_class_map(label_set("Road Marking", "SKY"), label_set("sky", "road-marking"), {})
    assert match.class_map.targets == (1, 0)
    assert notices == ()


def test_edits_win_over_names():
    match, _ = find_class_map(label_set("sky", "car"), label_set("sky", "vehicle"), {"car": "vehicle", "sky": ""})
    assert match.class_map.targets == (None, 1)


def test_an_edit_to_an_unknown_class_is_left_out_and_said():
    match, notices = find_class_map(label_set("sky"), label_set("sky"), {"sky": "heaven"})
    assert match.class_map.targets == (0,)
    assert notices == ("The class edit 'sky' to 'heaven' does not apply: the reference has no class 'heaven'.",)


def test_a_void_class_has_no_counterpart_and_is_not_missed():
    match, notices = find_class_map(label_set("sky", "unlabeled"), label_set("unlabeled", "sky", void=0), {})
    assert match.class_map.targets == (1, None)
    assert notices == ()


def test_a_long_list_of_lacking_classes_is_cut_and_counted():
    reference = label_set("sky", *(f"t{i}" for i in range(23)))
    (notice,) = find_class_map(label_set("sky"), reference, {})[1]
    first = ", ".join(f"t{i}" for i in range(20))
    assert notice == f"The model has no class for: {first} and 3 more. They count as missed."


def test_the_answer_follows_the_edits():
    model, reference = label_set("car"), label_set("vehicle")
    assert find_class_map(model, reference, {})[0].class_map.matched == 0
    assert find_class_map(model, reference, {"car": "vehicle"})[0].class_map.matched == 1


def test_the_two_classes_of_a_model_go_to_background_and_foreground_in_order_and_it_is_said():
    reference = label_set("background", "foreground")
    match, notices = find_class_map(label_set("LABEL_0", "LABEL_1"), reference, {})
    assert match.class_map.targets == (0, 1)
    assert notices == ("The model's classes were taken in order: LABEL_0 as background, LABEL_1 as foreground.",)


def test_a_name_or_an_edit_that_leads_to_one_of_two_leaves_the_other_to_the_other():
    reference = label_set("background", "foreground")
    assert find_class_map(label_set("cell", "Background"), reference, {})[0].class_map.targets == (1, 0)
    edited, notices = find_class_map(label_set("a", "b"), reference, {"a": "foreground"})
    assert edited.class_map.targets == (1, 0)
    assert notices == ("The model's classes were taken in order: b as background.",)
    assert find_class_map(label_set("a", "b"), reference, {"a": ""})[0].class_map.targets == (None, 0)


def test_which_of_many_classes_is_the_foreground_is_not_guessed():
    match, notices = find_class_map(label_set("background", "cat", "dog"), label_set("background", "foreground"), {})
    assert match.class_map.targets == (0, None, None)
    (notice,) = notices
    assert "class 'foreground', so nothing is scored. The model has background, cat and dog. Say which" in notice
    assert "(such as --class-map dog=foreground)" in notice
    assert not match.is_settled


def test_two_classes_that_were_named_are_never_matched_by_order():
    assert (
        find_class_map(label_set("LABEL_0", "LABEL_1"), label_set("background", "cell"), {})[0].class_map.matched == 0
    )


TASK = TASKS.get("image-segmentation")


def units(reference: np.ndarray, prediction: np.ndarray, n_classes: int, tolerance_px: float = 2.0) -> UnitTable:
    labels, params = numbered_labels(n_classes), RunParams(boundary_tolerance_px=tolerance_px)
    return TASK.score(LabelMap(prediction), labels, ReferenceMask(reference, labels), params).units


def test_rows_are_regions_and_then_boundaries():
    table = units(label_map("0011\n0011\n0000"), label_map("0001\n0011\n0000"), 3, tolerance_px=0.0)
    assert [table.kinds[kind] for kind in table.kind] == ["region", "region", "boundary", "boundary"]
    assert table.extra["class_id"].tolist() == [0, 1, 0, 1]
    assert table.grain.tolist() == pytest.approx([8**0.5, 2.0, 0.0, 0.0])
    assert table.score[:2].tolist() == [1.0, 0.75]
    assert table.extra["iou"][:2].tolist() == pytest.approx([8 / 9, 3 / 4])


def test_boundary_rows_hold_the_class_metrics():
    reference = blobs(50, 60, 4, seed=0, blob_px=12)
    prediction, labels = erring(reference, 4, seed=0, share=0.1), numbered_labels(4)
    scores = TASK.score(LabelMap(prediction), labels, ReferenceMask(reference, labels), RunParams())
    rims = scores.units.kind == scores.units.kinds.index("boundary")
    rows = TASK.class_metrics(scores.statistics)
    assert scores.units.score[rims].tolist() == pytest.approx([row["boundary_f"] for row in rows])
    assert scores.units.extra["iou"][rims].tolist() == pytest.approx([row["boundary_iou"] for row in rows])
    assert set(scores.units.grain[rims].tolist()) == {2.0}


def test_a_boundarys_box_is_that_of_all_its_regions():
    table = units(label_map(".1...\n.....\n...1."), label_map(".....\n.....\n....."), 2)
    row = np.flatnonzero((table.kind == 1) & (table.extra["class_id"] == 1))
    assert [table.extra[name][row].tolist() for name in ("x", "y", "w", "h", "area_px")] == [[1], [0], [3], [3], [2]]


def test_rows_of_two_lanes_are_the_same_units():
    reference = blobs(60, 60, 4, seed=2, blob_px=7)
    one, other = (units(reference, erring(reference, 4, seed, share=0.2), 4) for seed in (3, 4))
    assert np.array_equal(one.kind, other.kind)
    assert np.array_equal(one.grain, other.grain)
    for name in ("class_id", "x", "y", "w", "h", "area_px"):
        assert np.array_equal(one.extra[name], other.extra[name])
    assert not np.array_equal(one.score, other.score)


def test_a_class_without_contour_has_no_boundary_row():
    table = units(np.zeros((5, 5), np.uint8), np.ones((5, 5), np.uint8), 2)
    assert [table.kinds[kind] for kind in table.kind] == ["region"]
    assert table.score.tolist() == [0.0]
