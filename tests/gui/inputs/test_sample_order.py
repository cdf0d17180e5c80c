"""Orders of samples, and the scores by which they are sorted."""

from pathlib import Path

import pytest

from granview.gui.inputs.panel import InputsPanel
from granview.gui.inputs.sample_order import ORDERS, Rank, headline_score, in_order, of_task, read_scores
from granview.tasks.base import TASKS
from tests.helpers.scored_texts import mixed_session, review_session
from tests.helpers.shell import Bench
from tests.helpers.store import sample

RANKS = {"b": Rank(0.5, 0.1), "A": Rank(0.9, 0.7), "c": Rank(0.2, None), "none": Rank(None, 0.3)}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("added", ["c", "b", "A", "none", "new"]),
        ("name", ["A", "b", "c", "new", "none"]),
        ("score", ["c", "b", "A", "none", "new"]),
        ("disagreement", ["A", "none", "b", "c", "new"]),
    ],
)
def test_samples_in_order_those_without_a_value_last(order: str, expected: list[str]) -> None:
    added = [sample(name) for name in ("c", "b", "A", "none", "new")]
    assert [each.name for each in in_order(order, added, RANKS)] == expected


def test_every_order_is_offered(bench: Bench) -> None:
    panel = bench.work.window.docks.panels["inputs"]
    assert isinstance(panel, InputsPanel)
    assert {panel.sort.itemData(place) for place in range(panel.sort.count())} == set(ORDERS)


def test_score_of_a_text_is_the_mean_of_its_lanes_headlines(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview", samples=4) as session:
        found = {name: known["text-classification"] for name, known in read_scores(session).items()}
        assert found == {"r0": 1.0, "r1": 1.0, "r2": 0.5, "r3": 0.5}


def test_each_task_counts_by_its_own_headline(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        found = {name: next(iter(known.values())) for name, known in read_scores(session).items()}
        assert found == pytest.approx({"review": 1.0, "names": 2 / 3, "story": 4 / 8})


def test_numbers_of_several_tasks_are_never_averaged() -> None:
    known = {"image-segmentation": 0.25, "image-classification": 1.0}
    assert of_task(known, "image-classification") == 1.0
    assert of_task(known, "image-segmentation") == 0.25
    assert of_task(known, "summarization") == 0.25
    assert of_task(None, "image-segmentation") is None


def test_headline_is_the_first_with_a_value_as_a_share_of_its_top() -> None:
    task = TASKS.get("text2text-generation")
    none = task.metrics({})
    assert headline_score(task, none | {"chrf": 50.0}) == 0.5
    assert headline_score(task, none | {"chrf": 50.0, "correct": 1.0}) == 1.0
    assert headline_score(task, none | {"perplexity": 3.0}) is None
