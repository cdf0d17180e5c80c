from pathlib import Path

import pytest

from granview.analysis import grain_crossover, grain_profile, paired_bootstrap
from granview.analysis.estimand import ESTIMANDS, METRIC_DIFFERENCE, UNIT_MEAN, UNIT_MEAN_DIFFERENCE

GUIDE = Path(__file__).parents[3] / "docs" / "guide" / "statistics.md"


def test_the_guide_has_every_estimand() -> None:
    rows = [line.split("|")[1].strip() for line in GUIDE.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert [title for title in rows if title in {each.title.lower() for each in ESTIMANDS}] == [
        each.title.lower() for each in ESTIMANDS
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (paired_bootstrap.__doc__, "METRIC_DIFFERENCE"),
        (grain_crossover.compare_grains.__doc__, "UNIT_MEAN_DIFFERENCE"),
        (grain_profile.grain_profile.__doc__, "UNIT_MEAN"),
    ],
)
def test_what_makes_an_interval_names_its_estimand(words: str, name: str) -> None:
    assert f"``granview.analysis.estimand.{name}``" in words


def test_whole_samples_are_drawn_for_each() -> None:
    assert ESTIMANDS == (METRIC_DIFFERENCE, UNIT_MEAN_DIFFERENCE, UNIT_MEAN)
    assert all(each.drawn.startswith("Whole samples, each with") for each in ESTIMANDS)
