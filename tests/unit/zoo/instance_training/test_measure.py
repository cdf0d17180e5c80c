from typing import Any

import pytest
import torch
from torch import nn

from granview.zoo.evaluate import unseen_scenes
from granview.zoo.instance_training.crops import target_of
from granview.zoo.instance_training.measure import measure_detector
from granview.zoo.scenes.objects import find_instances


class Knowing(nn.Module):
    """Knows the objects of the test scenes, in their order, but for those of some classes."""

    def __init__(self, without: int = 0, masks: bool = True) -> None:
        super().__init__()
        self.scenes, self.without, self.masks = iter(unseen_scenes(1)), without, masks

    def forward(self, images: list[torch.Tensor]) -> list[dict[str, Any]]:
        """Scores of 1 for all."""
        target = target_of(find_instances(next(self.scenes)), *images[0].shape[-2:])
        kept = target["labels"] != self.without
        found = {
            "boxes": target["boxes"][kept],
            "labels": target["labels"][kept],
            "scores": torch.ones(int(kept.sum())),
        }
        return [{**found, "masks": target["masks"][kept][:, None].float()} if self.masks else found]


def test_a_detector_that_knows_all_scores_one() -> None:
    figures = measure_detector(Knowing(), 1)
    assert figures.score == pytest.approx(1)
    assert figures.others["box AP"] == pytest.approx(1)
    by_class, by_grain = figures.tables
    assert by_class.columns == ("class", "objects", "mask AP", "mask AP50", "box AP", "box AP50")
    assert all(row[2] is None or row[2] == pytest.approx(1) for row in by_class.rows)
    assert sum(int(row[1] or 0) for row in by_class.rows) == sum(int(row[1] or 0) for row in by_grain.rows) > 50
    assert {row[2] for row in by_grain.rows} == {1.0}
    assert "3 unseen scenes" in figures.measured_on


def test_a_class_that_is_never_found_scores_zero() -> None:
    figures = measure_detector(Knowing(without=3, masks=False), 1)
    assert figures.metric.startswith("box AP")
    scores = {row[0]: row[2] for row in figures.tables[0].rows}
    assert scores["vehicle"] == 0
    assert scores["cell"] == pytest.approx(1)
    assert figures.score < 0.9


def test_a_detector_that_finds_nothing_scores_zero() -> None:
    class Blind(nn.Module):
        def forward(self, images: list[torch.Tensor]) -> list[dict[str, Any]]:
            return [{"boxes": torch.zeros(0, 4), "labels": torch.zeros(0), "scores": torch.zeros(0)} for _ in images]

    assert measure_detector(Blind(), 1).score == 0
