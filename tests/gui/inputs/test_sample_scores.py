from pathlib import Path

import pytest

from granview.gui.inputs.sample_scores import headline_score, read_scores
from granview.tasks.base import TASKS
from tests.helpers.scored_texts import mixed_session, review_session


def test_score_of_a_text_is_the_mean_of_its_lanes_headlines(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview", samples=4) as session:
        assert read_scores(session) == {"r0": 1.0, "r1": 1.0, "r2": 0.5, "r3": 0.5}


def test_each_task_counts_by_its_own_headline(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        assert read_scores(session) == pytest.approx({"review": 1.0, "names": 2 / 3, "story": 4 / 8})


def test_headline_is_the_first_with_a_value_as_a_share_of_its_top() -> None:
    task = TASKS.get("text2text-generation")
    none = task.metrics({})
    assert headline_score(task, none | {"chrf": 50.0}) == 0.5
    assert headline_score(task, none | {"chrf": 50.0, "correct": 1.0}) == 1.0
    assert headline_score(task, none | {"perplexity": 3.0}) is None
