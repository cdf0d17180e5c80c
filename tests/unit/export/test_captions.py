import pytest

from granview.export.captions import count_text, metric_lines, three_digits
from granview.export.content import Detail
from granview.tasks.base import Column


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.00"),
        (2.049, "2.05"),
        (9.999, "10.0"),
        (31.02, "31.0"),
        (99.96, "100"),
        (480.4, "480"),
        (1163.0, "1163"),
    ],
)
def test_three_digits_and_never_an_exponent(value: float, text: str) -> None:
    assert three_digits(value) == text


@pytest.mark.parametrize(("n", "text"), [(999, "999"), (29_751, "29.8 k"), (5_156_383, "5.16 M"), (10**10, "10.0 B")])
def test_counts_have_a_unit(n: int, text: str) -> None:
    assert count_text(n) == text


def test_the_best_is_marked_unless_all_show_the_same() -> None:
    columns = [Column("miou", "mIoU", better="higher"), Column("ms", "Time", "ms", "lower", 1)]
    lanes = [{"miou": 0.50004, "ms": 3.0}, {"miou": 0.50001, "ms": 2.0}, {"miou": None, "ms": None}]
    shown = [metric_lines(columns, lanes, lane) for lane in range(3)]
    assert shown == [
        [Detail("mIoU 0.500"), Detail("Time 3.0 ms")],
        [Detail("mIoU 0.500"), Detail("Time 2.0 ms · best", True)],
        [Detail("mIoU n/a"), Detail("Time n/a")],
    ]
