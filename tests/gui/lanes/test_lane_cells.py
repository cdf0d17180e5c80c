"""What the cell of a lane says, whatever its sample is: the weightiest message, and whose answer is shown."""

from dataclasses import dataclass, field
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.gui.lanes.lane_cells import LaneCells, LaneFields
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.explain_state import ExplainState
from granview.gui.model.lanes_and_rows import Row, Snapshot
from granview.gui.model.view_state import ViewState
from granview.gui.session.explainer import Explainer
from granview.gui.session.lane_explanations import LaneExplanations
from granview.gui.session.sample_loader import SampleLoader
from tests.helpers.store import facts

SAMPLE = Sample("s", "s.png")


@dataclass
class Loaded:
    """What a loader has opened."""

    error: str = ""
    prediction_errors: dict[str, str] = field(default_factory=dict)


@dataclass
class Explained:
    """What lanes have answered: nothing."""

    explanations: LaneExplanations = field(default_factory=lambda: LaneExplanations(ExplainState()))


def fields(loaded: Loaded, row: Row | None = None, explained: str = "", pinned: str | None = None) -> LaneFields:
    model, view = ComparisonModel(), ViewState()
    rows = ((("s", "a"), row),) if row is not None else ()
    model.load(Snapshot((SAMPLE,), ((LaneSpec("a", "zoo:x"), facts(), None),), rows))
    view.pinned = pinned
    cells = LaneCells(model, cast(SampleLoader, loaded), view, cast(Explainer, Explained()))
    (lane,) = model.lanes.all()
    return cells.lane_fields(SAMPLE, lane, None, explained)


@pytest.mark.parametrize(
    ("loaded", "explained", "message"),
    [
        (Loaded("Gone.", {"a": "Damaged."}), "Not here.", "Gone."),
        (Loaded("", {"a": "Damaged."}), "Not here.", "Damaged."),
        (Loaded(), "Not here.", "Not here."),
        (Loaded(), "", "No memory. Close something."),
    ],
)
def test_the_weightiest_message_is_shown(qapp: QApplication, loaded: Loaded, explained: str, message: str) -> None:
    found = fields(loaded, Row(False, error="No memory.", hint="Close something."), explained)
    assert found["message"] == message
    assert found["failed"]


def test_a_lane_whose_prediction_is_damaged_has_failed_though_its_row_is_good(qapp: QApplication) -> None:
    assert fields(Loaded("", {"a": "Damaged."}), Row(True))["failed"]
    assert not fields(Loaded(), Row(True))["failed"]


def test_a_cell_is_headed_by_the_lane_its_device_and_its_pin(qapp: QApplication) -> None:
    found = fields(Loaded(), pinned="a")
    assert (found["key"], found["title"], found["subtitle"], found["pinned"]) == ("a", "a", facts().device, True)
    assert not fields(Loaded(), pinned="b")["pinned"]
