"""The metrics, grain and cost panels over sessions with texts, and with several tasks."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocumentFragment

from granview.gui.cost.panel import CostPanel
from granview.gui.grain.panel import GrainPanel
from granview.gui.metrics.panel import CLASSES, SAMPLE, MetricsPanel
from granview.store.session import Session
from granview.tasks.base import TASKS
from tests.gui.conftest import OpenBench
from tests.helpers.scored_instances import instances_session
from tests.helpers.scored_texts import (
    CLASSIFICATION,
    ENTITIES,
    SUMMARIES,
    mixed_session,
    review_session,
    text_lane,
    text_result,
    text_sample,
)  # fmt: skip
from tests.helpers.shell import Bench
from tests.helpers.text_tasks import class_scores


def _metrics(bench: Bench) -> MetricsPanel:
    return bench.work.window.docks.panels["metrics"]


def _lanes(bench: Bench) -> list[str]:
    return [row.title for row in _metrics(bench).table.table.rows]


def _titles(bench: Bench) -> list[str]:
    return [column.title for column in _metrics(bench).table.table.columns]


@pytest.fixture
def reviews(open_window: OpenBench, tmp_path: Path) -> Bench:
    """Two classifiers, of which one fails at deep nesting."""
    return open_window(review_session(tmp_path / "reviews.granview"))


@pytest.fixture
def mixed(open_window: OpenBench, tmp_path: Path) -> Bench:
    """Lanes of three tasks, and texts for each."""
    return open_window(mixed_session(tmp_path / "mixed.granview"))


def test_task_in_view_follows_the_sample(mixed: Bench) -> None:
    tasks, samples = mixed.work.services.tasks, mixed.work.model.samples
    assert [task.name for task in tasks.choices] == [CLASSIFICATION, ENTITIES, SUMMARIES]
    followed = []
    for name in ("review", "names", "story", "plain"):
        samples.select(name)
        followed.append(tasks.current.name)
    assert followed == [CLASSIFICATION, ENTITIES, SUMMARIES, SUMMARIES]
    samples.select("review")
    tasks.choose(ENTITIES)
    assert tasks.current.name == ENTITIES
    samples.select("plain")
    assert tasks.current.name == ENTITIES
    mixed.work.services.runner.remove_lane("find")
    assert (tasks.current.name, len(tasks.choices)) == (CLASSIFICATION, 2)


def test_metrics_are_those_of_the_task_in_view(mixed: Bench) -> None:
    panel = _metrics(mixed)
    mixed.work.model.samples.select("review")
    mixed.until(lambda: _lanes(mixed) == ["feel"])
    assert "Accuracy" in _titles(mixed)
    assert "Entity F1" not in _titles(mixed)
    assert panel.task.isVisible()
    panel.task.setCurrentIndex(panel.task.findData(SUMMARIES))
    panel.task.activated.emit(panel.task.currentIndex())
    mixed.until(lambda: _lanes(mixed) == ["write"])
    assert {"ROUGE-L", "Tokens per s"} <= set(_titles(mixed))
    assert not panel.scope.is_enabled(CLASSES)


def test_classes_are_told_in_the_tasks_own_measures(mixed: Bench) -> None:
    panel = _metrics(mixed)
    mixed.work.model.samples.select("names")
    panel.scope.set_current(CLASSES)
    panel.scope.chosen.emit(CLASSES)
    mixed.until(lambda: _lanes(mixed) == ["PER", "LOC"])
    assert _titles(mixed) == ["Entities", "find"]
    assert [panel.class_metric.itemText(place) for place in range(panel.class_metric.count())] == [
        "F1",
        "Precision",
        "Recall",
        "Taken for",
    ]
    assert [row.cells[1].value for row in panel.table.table.rows] == [1.0, 0.0]


def test_what_classes_are_taken_for(mixed: Bench) -> None:
    panel = _metrics(mixed)
    mixed.work.model.samples.select("names")
    panel.scope.set_current(CLASSES)
    panel.class_metric.setCurrentIndex(panel.class_metric.count() - 1)
    panel.scope.chosen.emit(CLASSES)
    mixed.until(lambda: _lanes(mixed) == ["PER", "LOC", "not in the reference"])
    cells = [row.cells[0] for row in panel.table.table.rows]
    assert [cell.text for cell in cells] == ["–", "nothing 100 %", "n/a"]
    assert [cell.tip for cell in cells] == ["PER: 100.0 % (1)", "nothing: 100.0 % (1)", ""]


@pytest.mark.slow
def test_one_task_needs_no_choice(reviews: Bench) -> None:
    reviews.until(lambda: _lanes(reviews) == ["small", "large"])
    assert not _metrics(reviews).task.isVisible()
    reviews.work.services.view.pinned = "small"
    place = _titles(reviews).index("Accuracy")
    reviews.until(lambda: "±" in _metrics(reviews).table.table.rows[1].cells[place].detail)
    assert _metrics(reviews).table.table.rows[1].cells[place].detail.startswith("+0.500")


def test_metrics_of_one_text(reviews: Bench) -> None:
    panel = _metrics(reviews)
    reviews.work.model.samples.select("r3")
    panel.scope.set_current(SAMPLE)
    panel.scope.chosen.emit(SAMPLE)
    reviews.until(lambda: "Forward ms" in _titles(reviews) and _lanes(reviews) == ["small", "large"])
    reviews.until(lambda: "Params" not in _titles(reviews))
    place = _titles(reviews).index("Accuracy")
    assert [row.cells[place].value for row in panel.table.table.rows] == [0.0, 1.0]


@pytest.mark.slow
def test_grain_is_shown_along_the_axis_that_is_chosen(reviews: Bench) -> None:
    panel: GrainPanel = reviews.work.window.docks.panels["grain"]
    reviews.work.window.docks.show_panel("grain")
    reviews.until(lambda: panel.host.plot is not None and panel.words.text())
    titles = [panel.axis.itemText(place) for place in range(panel.axis.count())]
    assert titles[:2] == ["Text length, words", "Nesting depth"]
    assert panel.axis.isVisible()
    panel.axis.setCurrentIndex(1)
    panel.axis.activated.emit(1)
    reviews.until(lambda: "nesting depth 3:" in panel.words.text())
    assert "large scores 1.00 more (the same in each sample" in panel.words.text()
    ticks = panel.host.plot.plot.getAxis("bottom")._tickLevels[0]
    assert [text for _, text in ticks] == [f"{depth}\n10 / 10" for depth in (1, 2, 3, 4)]


def test_what_is_said_of_a_bucket_names_its_units(mixed: Bench) -> None:
    panel: GrainPanel = mixed.work.window.docks.panels["grain"]
    mixed.work.window.docks.show_panel("grain")
    mixed.work.model.samples.select("names")
    mixed.until(lambda: panel.axis.currentText() == "Entity length, words")
    mixed.until(lambda: panel.host.plot is not None)
    lines = QTextDocumentFragment.fromHtml(panel.host.plot._words(1)).toPlainText().splitlines()
    assert lines[:2] == [
        "Entity length: 1 words",
        "find: 0.500 (too few samples for an interval), n = 2 in 1 sample",
    ]
    assert lines[lines.index("names · 1 words") + 1] == "find 0.00"


@pytest.mark.slow
def test_cost_has_the_headline_of_the_task(mixed: Bench) -> None:
    panel: CostPanel = mixed.work.window.docks.panels["cost"]
    mixed.work.window.docks.show_panel("cost")
    mixed.work.model.samples.select("story")
    mixed.until(lambda: [column.title for column in panel.table.table.columns] == ["write"])
    assert "Tokens per s" in [row.title for row in panel.table.table.rows]
    assert panel.axis.findData("first_token_ms_p50") >= 0
    mixed.until(lambda: panel.host.plot is not None)
    assert panel.host.plot._titles[1] == "ROUGE-L"
    mixed.work.model.samples.select("review")
    mixed.until(lambda: [column.title for column in panel.table.table.columns] == ["feel"])
    assert panel.axis.findData("first_token_ms_p50") < 0
    mixed.until(lambda: panel.host.plot._titles[1] == "Accuracy")


def test_texts_are_sorted_by_score_and_by_how_much_lanes_differ(open_window: OpenBench, tmp_path: Path) -> None:
    session = Session.create(tmp_path / "differ.granview")
    same, apart = text_sample("same", "a text"), text_sample("apart", "another text")
    session.add_samples([same, apart])
    for name, of_apart in (("a", (0.9, 0.1)), ("b", (0.2, 0.8))):
        spec, ready = text_lane(name, CLASSIFICATION)
        session.add_lane(spec)
        said = {same: (0.9, 0.1), apart: of_apart}
        results = [text_result(name, CLASSIFICATION, text, class_scores(*scores)) for text, scores in said.items()]
        session.record([ready, *results])
    bench = open_window(session)
    bench.until(bench.work.services.agreements.disagreements)
    assert bench.work.services.agreements.disagreements() == {
        "same": {CLASSIFICATION: 0.0},
        "apart": {CLASSIFICATION: 1.0},
    }
    assert bench.work.services.agreements.of_lanes() == pytest.approx({"a": 0.0, "b": 0.0})
    bench.until(lambda: "Agreement κ" in _titles(bench))
    inputs = bench.work.window.docks.panels["inputs"]
    inputs.sort.setCurrentIndex(inputs.sort.findData("disagreement"))
    bench.until(lambda: bench.work.model.samples.order == ("apart", "same"))


def test_lanes_of_other_tasks_are_not_compared(mixed: Bench) -> None:
    mixed.live(0.5)
    assert mixed.work.services.agreements.of_lanes() == {}


def _metric_titles(bench: Bench) -> list[str]:
    return [title for title in _titles(bench) if title not in ("Params", "Forward ms", "Agreement")]


def test_columns_for_a_second_look_are_shown_when_asked_for(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(instances_session(tmp_path / "objects.granview"))
    panel = _metrics(bench)
    bench.until(lambda: _lanes(bench) == ["small", "base"])
    metrics = ["AP", "AP50", "AP75", "Precision", "Recall", "F1", "Count error (objects)"]
    assert _metric_titles(bench) == metrics
    n_further = len(TASKS.get("instance-segmentation").columns) - len(metrics)
    assert panel.further.isVisible()
    n_said = int(panel.further.text().split()[0])
    assert 0 < n_said <= n_further
    panel.further.trigger()
    bench.until(lambda: len(_metric_titles(bench)) == len(metrics) + n_said)
    assert {"AR100", "Split"} <= set(_titles(bench))
    assert panel.further.text() == "Fewer columns"
    panel.further.trigger()
    bench.until(lambda: _metric_titles(bench) == metrics)


@pytest.mark.slow
def test_a_task_without_further_columns_offers_none(reviews: Bench) -> None:
    reviews.until(lambda: _lanes(reviews) == ["small", "large"])
    panel = _metrics(reviews)
    assert not panel.further.isVisible()
