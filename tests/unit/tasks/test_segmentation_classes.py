from granview.tasks.segmentation_classes import find_class_map
from tests.helpers.label_maps import label_set


def test_names_match_ignoring_case_and_hyphens():
    class_map, notices = find_class_map(label_set("Road Marking", "SKY"), label_set("sky", "road-marking"), {})
    assert class_map.targets == (1, 0)
    assert notices == ()


def test_edits_win_over_names():
    class_map, _ = find_class_map(label_set("sky", "car"), label_set("sky", "vehicle"), {"car": "vehicle", "sky": ""})
    assert class_map.targets == (None, 1)


def test_an_edit_to_an_unknown_class_is_left_out_and_said():
    class_map, notices = find_class_map(label_set("sky"), label_set("sky"), {"sky": "heaven"})
    assert class_map.targets == (0,)
    assert notices == ("The class edit 'sky' to 'heaven' does not apply: the reference has no class 'heaven'.",)


def test_a_void_class_has_no_counterpart_and_is_not_missed():
    class_map, notices = find_class_map(label_set("sky", "unlabeled"), label_set("unlabeled", "sky", void=0), {})
    assert class_map.targets == (1, None)
    assert notices == ()


def test_a_long_list_of_lacking_classes_is_cut_and_counted():
    reference = label_set("sky", *(f"t{i}" for i in range(11)))
    (notice,) = find_class_map(label_set("sky"), reference, {})[1]
    assert notice == (
        "The model has no class for: t0, t1, t2, t3, t4, t5, t6, t7 and 3 more. Their pixels count as missed."
    )


def test_the_answer_follows_the_edits():
    model, reference = label_set("car"), label_set("vehicle")
    assert find_class_map(model, reference, {})[0].matched == 0
    assert find_class_map(model, reference, {"car": "vehicle"})[0].matched == 1
