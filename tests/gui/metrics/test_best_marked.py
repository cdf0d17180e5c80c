"""What is bold in the tables, and on the front of the plot: only what rests on the same samples as its rivals."""

from pathlib import Path

import msgspec
import pytest

from granview.core.events import ResultArrived, SampleFailed
from granview.core.messages import Failure
from granview.gui.cost.cost_report import points, read_cost
from granview.gui.metrics.class_table import classes_table
from granview.gui.metrics.metrics_tables import lanes_table, sample_table
from granview.gui.widgets.table import Table
from granview.report.column_descriptions import COSTS
from granview.store.session import Session
from granview.tasks.base import TASKS
from tests.helpers.scored import scored_result, scored_session

TASK = "image-segmentation"
LANES = ("best", "middle", "worst")


def bold(table: Table) -> dict[str, set[str]]:
    """The bold rows of each column."""
    titles = [column.title for column in table.columns]
    marked = [
        (title, row.title) for row in table.rows for title, cell in zip(titles, row.cells, strict=True) if cell.is_best
    ]
    return {title: {row for name, row in marked if name == title} for title in titles}


@pytest.fixture
def session(tmp_path: Path):
    """Three lanes of falling quality; the best one got no numbers for the last picture."""
    with scored_session(tmp_path / "s.granview", samples=3, lanes=LANES) as found:
        yield found


def fail(session: Session, lane: str) -> None:
    sample = session.samples()[-1]
    session.record([SampleFailed(lane, Failure(99, sample, "The model gave values that are no numbers (NaN)."))])


def test_the_best_of_each_metric_is_bold(session: Session) -> None:
    assert bold(lanes_table(session, TASK, None, {}))["mIoU"] == {"best"}
    assert bold(classes_table(session, TASK, "iou")) != {}


def test_a_lane_that_failed_where_others_did_not_is_never_bold(session: Session) -> None:
    fail(session, "best")
    table = lanes_table(session, TASK, None, {})
    marked = bold(table)
    assert marked["mIoU"] == marked["Dice"] == {"middle"}
    assert "best" not in set().union(*marked.values())
    tip = table.rows[0].cells[2].tip
    assert "n = 2" in tip
    assert "it rests on 2 of the 3 samples" in tip
    classes = classes_table(session, TASK, "iou")
    assert not any(row.cells[1].is_best for row in classes.rows)
    assert any(row.cells[2].is_best for row in classes.rows)


def test_without_two_lanes_to_compare_nothing_is_bold(session: Session) -> None:
    fail(session, "best")
    fail(session, "middle")
    assert bold(lanes_table(session, TASK, None, {}))["mIoU"] == set()


def test_on_a_sample_that_all_have_the_best_is_bold(session: Session) -> None:
    fail(session, "best")
    first, *_, last = session.samples()
    assert bold(sample_table(session, TASK, first, None))["mIoU"] == {"best"}
    assert bold(sample_table(session, TASK, last, None))["mIoU"] == {"middle"}


def slow(session: Session, lane: str, forward_ms: float) -> None:
    """Give a lane's results other times."""
    for index, sample in enumerate(session.samples()):
        event = scored_result(lane, sample, index, 0)
        timing = msgspec.structs.replace(event.result.timing, forward_ms=forward_ms)
        session.record([ResultArrived(lane, msgspec.structs.replace(event.result, timing=timing))])


def test_costs_of_a_lane_that_failed_are_not_bold(session: Session) -> None:
    for lane, forward_ms in zip(LANES, (1.0, 2.0, 3.0), strict=True):
        slow(session, lane, forward_ms)
    rows = {row.title: row for row in read_cost(session, TASK).table.rows}
    timed = [title for title, row in rows.items() if row.cells[0].is_best]
    assert timed
    fail(session, "best")
    for row in read_cost(session, TASK).table.rows:
        assert [cell.is_best for cell in row.cells] == [False, row.title in timed, False]


def test_a_cost_that_all_have_alike_is_nobody_s_best(session: Session) -> None:
    assert not any(cell.is_best for row in read_cost(session, TASK).table.rows for cell in row.cells)


def test_a_lane_that_failed_is_not_on_the_front(session: Session) -> None:
    before = read_cost(session, TASK)
    assert [point.note for point in points(before, "forward_ms_p50", before.qualities[0]).points] == ["", "", ""]
    fail(session, "best")
    report = read_cost(session, TASK)
    shown = points(report, "forward_ms_p50", report.qualities[0])
    assert [bool(point.note) for point in shown.points] == [True, False, False]
    assert "best" not in shown.front


def test_what_a_number_is_stands_in_its_tip_and_in_its_column_s(session: Session) -> None:
    table = lanes_table(session, TASK, None, {})
    columns = {column.title: place for place, column in enumerate(table.columns)}
    for column in TASKS.get(TASK).columns:
        if column.title in columns:
            place = columns[column.title]
            assert column.description in table.columns[place].tip
            assert column.description in table.rows[0].cells[place].tip
    for row in read_cost(session, TASK).table.rows:
        assert row.cells[0].tip in COSTS.values()
