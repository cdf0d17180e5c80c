"""The table of one metric class by class, made from a session off the window's thread."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from granview.gui.metrics.cells import coverage_note, why_unscored
from granview.gui.widgets.metric_cells import head, metric_cell, number
from granview.gui.widgets.number_format import count_in_short
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.report.best_lanes import best_lanes, lanes_on_same_samples
from granview.report.class_tables import rows_of
from granview.report.results import Row
from granview.report.session_contents import SessionContents
from granview.store.reader import SessionReader
from granview.tasks.base import TASKS, Column

translate = QCoreApplication.translate


def classes_table(session: SessionReader, task: str, metric: str) -> Table:
    """One row per class of the references, one column per lane of the task, over all samples."""
    known = TASKS.get(task)
    column = next((column for column in known.class_columns if column.name == metric), None)
    if column is None or known.class_size is None:
        return Table(translate("Metrics", "Class"))
    contents = SessionContents.read(session)
    rows = rows_of(contents, task=task)
    lanes = list(dict.fromkeys(str(row["lane"]) for row in rows))
    samples = {lane: contents.scored_by(lane) for lane in lanes}
    fair = lanes_on_same_samples(samples)
    by_class: dict[str, dict[str, Row]] = {}
    for row in rows:
        by_class.setdefault(str(row["class"]), {})[str(row["lane"])] = row
    return Table(
        translate("Metrics", "Class"),
        (head(known.class_size), *(_head(lane, column, len(samples[lane])) for lane in lanes)),
        tuple(_row(name, by_lane, lanes, fair, column, known.class_size) for name, by_lane in by_class.items()),
        coverage_note(samples) if rows else why_unscored(contents),
        is_unscored=not rows,
    )


def _head(lane: str, column: Column, n: int) -> TableColumn:
    counted = translate("Metrics", "n = {n}").format(n=n)
    return TableColumn(lane, f"{column.description} {counted}".lstrip(), lane)


def _row(
    name: str, by_lane: Mapping[str, Row], lanes: Sequence[str], fair: Collection[str], column: Column, size: Column
) -> TableRow:
    values = {lane: number(by_lane[lane], column.name) if lane in by_lane else None for lane in lanes}
    best = best_lanes(values, column.better, fair)
    held = next((value for row in by_lane.values() if (value := number(row, size.name)) is not None), None)
    cells = tuple(metric_cell(value, column, lane in best) for lane, value in values.items())
    return TableRow(name, (TableCell(count_in_short(held), value=held), *cells))
