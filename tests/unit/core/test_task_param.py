from typing import Any

import pytest

from granview.core.errors import ArgumentError
from granview.core.task_param import TaskParam, param_values

IOU = TaskParam("iou", "IoU", 0.5, "least overlap", low=0, high=1)
COUNT = TaskParam("count", "Count", 3, "how many", low=1, unit="px")
PHRASES = TaskParam("phrases", "Phrases", ("cat",), "what is looked for")
WAY = TaskParam("way", "Way", "area", "how", choices=("area", "bicubic"))
FLAG = TaskParam("flag", "Flag", False, "whether")


@pytest.mark.parametrize(
    ("param", "text", "value"),
    [
        (IOU, "0.75", 0.75),
        (COUNT, "4", 4),
        (PHRASES, "cat, a dog,,", ("cat", "a dog")),
        (WAY, "bicubic", "bicubic"),
        (FLAG, "yes", True),
        (FLAG, "off", False),
    ],
)
def test_a_text_is_read_as_the_default_is(param: TaskParam, text: str, value: Any) -> None:
    assert param.parsed(text) == value
    assert param.checked(param.parsed(text)) == value


@pytest.mark.parametrize(
    ("param", "value", "words"),
    [
        (IOU, "1.5", "from 0 to 1"),
        (IOU, "much", "a number"),
        (IOU, "nan", "from 0 to 1"),
        (COUNT, "0", "at least 1"),
        (COUNT, "1.5", "a whole number"),
        (WAY, "lanczos", "area, bicubic"),
        (FLAG, "perhaps", "yes or no"),
    ],
)
def test_what_is_no_value_of_it_is_refused_in_words(param: TaskParam, value: str, words: str) -> None:
    with pytest.raises(ArgumentError, match=words):
        param.parsed(value)


def test_python_values_are_checked_as_well() -> None:
    assert PHRASES.checked(["a", "b"]) == ("a", "b")
    assert PHRASES.checked("a cat, asleep") == ("a cat, asleep",)
    assert COUNT.checked(7) == 7
    assert COUNT.checked(7.0) == 7
    with pytest.raises(ArgumentError):
        FLAG.checked("yes")
    for value in (1.9, float("nan"), float("inf")):
        with pytest.raises(ArgumentError, match="a whole number"):
            COUNT.checked(value)


def test_what_was_not_chosen_has_its_default() -> None:
    assert param_values((IOU, COUNT), {"count": 9, "gone": 1}) == {"iou": 0.5, "count": 9}


def test_values_are_written_as_the_command_line_reads_them() -> None:
    shown = [each.written(each.default) for each in (IOU, COUNT, PHRASES, WAY, FLAG)]
    assert shown == ["0.5", "3 px", "cat", "area", "no"]
