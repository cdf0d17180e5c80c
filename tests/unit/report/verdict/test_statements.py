"""The smallest difference that counts, where nobody has set it."""

import pytest

from granview.report.margins import Margins
from granview.report.verdict.statements import margin_of
from granview.tasks.base import TASKS, Column


def _column(task: str, name: str) -> Column:
    return next(column for column in TASKS.get(task).columns if column.name == name)


@pytest.mark.parametrize(
    ("task", "name", "of_smaller", "margin"),
    [
        ("image-segmentation", "miou", 0.5, 0.02),
        ("translation", "chrf", 40.0, 2.0),
        ("image-to-image", "psnr_y", 30.0, 0.25),
        ("text-generation", "perplexity", 18.0, 0.36),
        ("text-generation", "perplexity", None, 0.02),
    ],
)
def test_it_is_a_part_of_the_best_value_or_of_what_is_better_the_lower(
    task: str, name: str, of_smaller: float | None, margin: float
) -> None:
    assert margin_of(_column(task, name), Margins(), of_smaller) == pytest.approx(margin)


def test_it_is_as_it_is_set() -> None:
    assert margin_of(_column("text-generation", "perplexity"), Margins(of_metric={"perplexity": 0.5}), 18.0) == 0.5
