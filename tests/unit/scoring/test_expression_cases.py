import pytest

from granview.core.text import Case
from granview.scoring.expression_cases import is_correct, same_value

CASES = (Case({"x": [1, 2, 3]}, 6), Case({"x": []}, 0))


@pytest.mark.parametrize(
    ("code", "expected"),
    [("sum(x)", True), ("x[0] + x[1] + x[2]", False), ("len(x)", False), ("sum(", False), ("__import__('os')", False)],
)
def test_every_case_must_come_out_right(code: str, expected: bool):
    assert is_correct(code, CASES) is expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (2, 2.0, True),
        (0.1 + 0.2, 0.3, True),
        (True, 1, False),
        (True, True, True),
        ((1, 2), [1, 2], True),
        ([1], [1, 2], False),
        ("2", 2, False),
        ({"a": 1}, {"a": 1.0}, True),
        ({"a": 1}, {"b": 1}, False),
        (None, None, True),
        (float("inf"), float("inf"), True),
    ],
)
def test_values_are_equal_as_json_has_them(ours: object, theirs: object, expected: bool):
    assert same_value(ours, theirs) is expected
