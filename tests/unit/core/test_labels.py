import numpy as np
import pytest

from granview.core.labels import ClassMap, LabelSet
from granview.core.palette import BACKGROUND, class_colors, nth_color


def label_set(*names: str) -> LabelSet:
    return LabelSet(names, class_colors(names))


def test_the_table_sends_unmatched_classes_to_other() -> None:
    table = ClassMap((1, None, 0)).table(other=2)

    np.testing.assert_array_equal(table, np.array([1, 2, 0], np.uint16))


def test_names_and_colours_must_agree_in_number() -> None:
    with pytest.raises(ValueError, match="2 class names but 1 colours"):
        LabelSet(("a", "b"), ((0, 0, 0),))


def test_the_first_hundred_colours_are_distinct_and_background_is_quiet() -> None:
    assert len({nth_color(n) for n in range(100)}) == 100
    assert class_colors(["Background", "cell"])[0] == BACKGROUND


def test_a_class_that_the_label_set_lacks_goes_by_its_number() -> None:
    assert [label_set("cat", "dog").name_or_number(index) for index in (1, 2)] == ["dog", "2"]
