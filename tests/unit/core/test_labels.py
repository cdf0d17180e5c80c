import numpy as np
import pytest

from granview.core.labels import LabelSet, match_classes
from granview.core.palette import BACKGROUND, class_colors, nth_color


def label_set(*names: str) -> LabelSet:
    return LabelSet(names, class_colors(names))


def test_classes_match_by_name_whatever_the_spelling() -> None:
    matched = match_classes(label_set("Traffic Light", "road", "sky"), label_set("road", "traffic_light"))

    assert matched.targets == (1, 0, None)
    assert matched.matched == 2


def test_an_edit_wins_over_the_name_and_may_say_none() -> None:
    model, reference = label_set("car", "truck", "road"), label_set("vehicle", "road")

    matched = match_classes(model, reference, {"Car": "vehicle", "truck": "vehicle", "road": ""})

    assert matched.targets == (0, 0, None)


def test_an_edit_to_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError, match="bus"):
        match_classes(label_set("car"), label_set("vehicle"), {"car": "bus"})


def test_the_table_sends_unmatched_classes_to_other() -> None:
    table = match_classes(label_set("a", "b", "c"), label_set("c", "a")).table(other=2)

    np.testing.assert_array_equal(table, np.array([1, 2, 0], np.uint16))


def test_names_and_colours_must_agree_in_number() -> None:
    with pytest.raises(ValueError, match="2 class names but 1 colours"):
        LabelSet(("a", "b"), ((0, 0, 0),))


def test_the_first_hundred_colours_are_distinct_and_background_is_quiet() -> None:
    assert len({nth_color(n) for n in range(100)}) == 100
    assert class_colors(["Background", "cell"])[0] == BACKGROUND
