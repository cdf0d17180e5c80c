"""What a click with Ctrl, and a point that is looked at for a while, have found in predictions of any type."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QEventLoop, QPointF, QRectF
from PySide6.QtWidgets import QApplication

from granview.core.explain_query import MaskPlace, PointPlace
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.label_map import LabelMap
from granview.gui.background.jobs import Jobs
from granview.gui.explain.place_picker import PlacePicker
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.explain_state import ExplainState
from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.viewport import Viewport
from granview.gui.session.explainer import Explainer
from granview.gui.session.sample_loader import SampleLoader
from tests.helpers.canvas import SHAPES, Sketch

HALF_VOID = LabelMap(np.array([[1, 1, 255, 255]] * 4, np.uint8))


@dataclass
class Loaded:
    """What a loader has opened: the same of a lane and of the reference."""

    reference_prediction: Prediction
    reference_labels: LabelSet = SHAPES
    predictions: dict[str, Prediction] = field(default_factory=dict)

    def labels_of(self, lane: str) -> LabelSet | None:
        return SHAPES if lane in self.predictions else None


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    errors: list[Exception] = []
    made = Jobs(1, "regions", errors.append)
    yield made
    made.close()
    assert errors == []


@pytest.fixture
def state(qapp: QApplication) -> ExplainState:
    made = ExplainState()
    made.choose(on=True)
    return made


@pytest.fixture
def viewport(qapp: QApplication) -> Viewport:
    return Viewport()


def picker(state: ExplainState, viewport: Viewport, jobs: Jobs, said: Prediction) -> PlacePicker:
    loader = cast(SampleLoader, Loaded(said, predictions={"a": said}))
    return PlacePicker(state, cast(Explainer, None), viewport, TextViewport(), loader, jobs)


def wait_for(jobs: Jobs) -> None:
    """Return once everything that has been started has been answered: there is one thread."""
    loop = QEventLoop()
    jobs.start(lambda: None, lambda _: loop.quit())
    loop.exec()


@pytest.mark.parametrize("key", ["a", REFERENCE_KEY])
def test_a_region_is_asked_about_and_marked_by_its_lines(
    state: ExplainState, viewport: Viewport, jobs: Jobs, key: str
) -> None:
    _kept = picker(state, viewport, jobs, HALF_VOID)
    viewport.pick_region(key, QPointF(0.5, 0.5))
    wait_for(jobs)
    assert isinstance(state.choice.place, MaskPlace)
    assert isinstance(viewport.mark, tuple)


@pytest.mark.parametrize(
    ("said", "point"),
    [(HALF_VOID, QPointF(3, 0)), (HALF_VOID, QPointF(9, 9)), (Sketch(), QPointF(0, 0))],
    ids=["void", "outside", "no regions"],
)
def test_where_there_is_no_region_nothing_is_asked(
    state: ExplainState, viewport: Viewport, jobs: Jobs, said: Prediction, point: QPointF
) -> None:
    _kept = picker(state, viewport, jobs, said)
    viewport.pick_region("a", point)
    wait_for(jobs)
    assert state.choice.place is None


def test_the_answer_should_lie_in_the_references_region_at_the_point(
    state: ExplainState, viewport: Viewport, jobs: Jobs
) -> None:
    _kept = picker(state, viewport, jobs, HALF_VOID)
    viewport.picked.emit(QRectF(1, 1, 0, 0))
    assert state.choice.place == PointPlace(1, 1)
    loop = QEventLoop()
    state.changed.connect(loop.quit)
    loop.exec()
    assert isinstance(state.choice.region, MaskPlace)
    assert state.choice.place == PointPlace(1, 1)
