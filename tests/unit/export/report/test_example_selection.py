import numpy as np

from granview.export.report.example_selection import Reason, choose_examples
from granview.report.task_units import TaskUnits


def units(larger: list[float], smaller: list[float], sample: list[int] | None = None) -> TaskUnits:
    n = len(larger)
    samples = list(range(n)) if sample is None else sample
    return TaskUnits(
        "image-segmentation",
        tuple(f"s{place}" for place in range(max(samples) + 1)),
        np.array(samples, np.int32),
        np.zeros(n, np.int32),
        {"grain": np.arange(n, dtype=np.float32)},
        {},
        {"large": np.array(larger, np.float32), "small": np.array(smaller, np.float32)},
    )


def chosen(found: TaskUnits, n: int) -> dict[Reason, list[int]]:
    rows: dict[Reason, list[int]] = {}
    for each in choose_examples(found, "large", "small", n):
        rows.setdefault(each.reason, []).append(each.row)
    return rows


def test_the_largest_differences_in_both_directions_and_one_of_the_middle_are_chosen() -> None:
    found = units([1, 0.9, 0.5, 0.5, 0.5, 0, 0.1], [0, 0.2, 0.5, 0.5, 0.5, 1, 0.9])
    assert chosen(found, 6) == {Reason.LARGER: [0, 1], Reason.SMALLER: [5, 6], Reason.TYPICAL: [4]}


def test_a_sample_stands_once() -> None:
    found = units([1, 1, 1, 1], [0, 0, 0, 0], [0, 0, 0, 1])
    rows = [row for each in chosen(found, 4).values() for row in each]
    assert sorted(rows) == [2, 3]


def test_small_differences_decide_nothing_and_unscored_units_are_no_examples() -> None:
    found = units([0.55, np.nan], [0.5, 0.1])
    assert chosen(found, 3) == {Reason.TYPICAL: [0]}
    assert chosen(units([np.nan], [1.0]), 3) == {}
    assert chosen(found, 0) == {}
