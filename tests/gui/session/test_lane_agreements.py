from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from granview.core.events import ResultArrived
from granview.core.measurements import Timing
from granview.core.messages import Result
from granview.core.prediction import pack_prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Sample
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench, nano
from tests.helpers.store import ready

SIZE = (10, 20)


def _result(lane: str, of: Sample, part: float) -> ResultArrived:
    """A prediction whose left ``part`` is class 1."""
    labels = np.zeros(SIZE, np.uint8)
    labels[:, : round(part * SIZE[1])] = 1
    return ResultArrived(lane, Result(1, of, pack_prediction(LabelMap(labels)), Timing()))


@pytest.fixture
def bench(open_window: OpenBench, tmp_path: Path) -> Bench:
    """Two lanes that agree on one sample and differ in a quarter of the other, without references."""
    alike, unlike = (Sample(name, str(tmp_path / f"{name}.png")) for name in ("alike", "unlike"))
    session = Session.create(tmp_path / "two.granview")
    session.add_samples([alike, unlike])
    for lane in ("a", "b"):
        session.add_lane(nano(lane))
        session.record([ready(lane), _result(lane, alike, 0.5), _result(lane, unlike, 0.5 if lane == "a" else 0.75)])
    return open_window(session)


def test_disagreement_is_the_part_of_pixels_that_differ(bench: Bench) -> None:
    bench.until(bench.work.services.agreements.disagreements)
    found = bench.work.services.agreements.disagreements()
    assert found == {"alike": {"image-segmentation": 0.0}, "unlike": {"image-segmentation": pytest.approx(0.25)}}


def test_agreement_of_lanes_stands_in_the_table_where_there_is_no_reference(bench: Bench) -> None:
    metrics = bench.work.window.docks.panels["metrics"]
    bench.until(lambda: "Agreement" in [column.title for column in metrics.table.table.columns])
    expected = (200 / 250 + 150 / 200) / 2
    place = [column.title for column in metrics.table.table.columns].index("Agreement")
    values = [row.cells[place].value for row in metrics.table.table.rows]
    assert values == pytest.approx([expected, expected])
    assert "No reference" in metrics.table.table.note


def test_samples_are_sorted_by_how_much_lanes_differ(bench: Bench) -> None:
    inputs = bench.work.window.docks.panels["inputs"]
    bench.until(bench.work.services.agreements.disagreements)
    inputs.sort.setCurrentIndex(inputs.sort.findData("disagreement"))
    bench.until(lambda: bench.work.model.samples.order == ("unlike", "alike"))
    assert "Lanes differ in 25 %" in inputs.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    inputs.sort.setCurrentIndex(inputs.sort.findData("name"))
    bench.until(lambda: bench.work.model.samples.order == ("alike", "unlike"))
