from pathlib import Path

import numpy as np
import pytest

from granview.report.reliability import reliabilities
from tests.helpers.scored import scored_session
from tests.helpers.scored_texts import review_session


def test_each_lane_that_says_probabilities_has_a_diagram(tmp_path: Path) -> None:
    found = reliabilities(review_session(tmp_path / "a.granview"), "text-classification")
    assert found
    for lane in found:
        assert np.all(np.diff(lane.confidence) > 0)
        assert np.all((lane.hits >= 0) & (lane.hits <= 1))
        gaps = np.abs(lane.hits - lane.confidence) @ lane.counts / lane.counts.sum()
        assert lane.error == pytest.approx(gaps)


def test_a_task_that_counts_none_has_none(tmp_path: Path) -> None:
    assert reliabilities(scored_session(tmp_path / "a.granview", samples=1), "image-segmentation") == []
