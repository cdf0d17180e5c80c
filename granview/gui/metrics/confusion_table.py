"""What each class was taken for, lane by lane, made from a session off the window's thread."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from granview.core.labels import normalized
from granview.gui.metrics.cells import why_unscored
from granview.gui.widgets.number_format import NO_VALUE
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.report.class_tables import Confusion, confusions
from granview.report.session_contents import SessionContents
from granview.store.reader import SessionReader

translate = QCoreApplication.translate

_LISTED = 6


def confusion_table(session: SessionReader, task: str) -> Table:
    """One row per class of the references, one column per lane: the wrong class that it was most often taken for.

    A cell's tool tip lists what else it was taken for, the most frequent first.
    """
    by_lane = confusions(session, task)
    tip = translate("Metrics", "The class that it was most often taken for by mistake, and how often.")
    names = {normalized(name): name for each in by_lane for name in each.classes}
    rows = [_row(name, key, by_lane) for key, name in names.items()]
    if any(_has_rest(each) for each in by_lane):
        rows.append(_row(translate("Metrics", "not in the reference"), None, by_lane))
    return Table(
        translate("Metrics", "Class"),
        tuple(TableColumn(each.lane, tip, each.lane) for each in by_lane),
        tuple(rows),
        "" if by_lane else why_unscored(SessionContents.read(session).of_task(task)),
        is_unscored=not by_lane,
    )


def _has_rest(confusion: Confusion) -> bool:
    return len(confusion.counts) > len(confusion.classes)


def _row(title: str, key: str | None, by_lane: Sequence[Confusion]) -> TableRow:
    return TableRow(title, tuple(_cell(key, each) for each in by_lane))


def _cell(key: str | None, confusion: Confusion) -> TableCell:
    """``key`` is the class as classes are matched; None for what the reference does not have."""
    keys = [normalized(name) for name in confusion.classes]
    if key is None:
        place = len(keys)
    elif key in keys:
        place = keys.index(key)
    else:
        return TableCell("")
    counts = confusion.counts[place] if place < len(confusion.counts) else np.zeros(len(confusion.counts))
    total = counts.sum()
    if not total:
        return TableCell(NO_VALUE)
    titles = [*confusion.classes, translate("Metrics", "nothing")]
    order = [int(other) for other in np.argsort(-counts, kind="stable") if counts[other]]
    lines = [f"{titles[other]}: {counts[other] / total * 100:.1f} % ({counts[other]:.0f})" for other in order[:_LISTED]]
    wrong = next((other for other in order if other != place), None)
    if wrong is None:
        return TableCell("–", tip="\n".join(lines), value=0.0)
    share = float(counts[wrong] / total)
    return TableCell(f"{titles[wrong]} {share * 100:.0f} %", tip="\n".join(lines), value=share)
