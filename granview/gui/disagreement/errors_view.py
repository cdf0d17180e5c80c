"""What the errors of two lanes have in common, in two tables; a click on a cell narrows everything to its units."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from granview.core.slices import Condition
from granview.gui.disagreement.errors_report import ErrorsReport
from granview.gui.style.theme import Theme
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.gui.widgets.table_menu import Folders
from granview.gui.widgets.table_view import TableView
from granview.report.error_classes import NOTHING, TakenFor
from granview.report.task_units import CLASS_BY
from granview.report.unit_columns import IS
from granview.report.verdicts import RIGHT, WRONG

translate = QCoreApplication.translate

_VERDICTS = (RIGHT, WRONG)
_WIDE_PX = 600
_TABLE_PX = 150
_MUCH, _SOME = 0.6, 0.2
"""Kappas from which errors are called the same, and alike."""


class ErrorsView(QScrollArea):
    """Right and wrong against right and wrong, and class against class.

    Args:
        theme: The colours.
        narrow: Narrows everything by conditions.
        folders: Where tables were saved last.
    """

    def __init__(
        self, theme: Theme, narrow: Callable[[tuple[Condition, ...]], object], folders: Folders | None = None
    ) -> None:
        super().__init__()
        self._narrow = narrow
        self._report: ErrorsReport | None = None
        self.overlap, self.classes = TableView(theme, folders), TableView(theme, folders)
        self.words = QLabel(wordWrap=True)
        self.words.setProperty("role", "muted")
        self.words.setContentsMargins(10, 0, 10, 0)
        self._body = QWidget()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._layout.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.overlap)
        left.addWidget(self.words)
        left.addStretch(1)
        self._layout.addLayout(left, 1)
        self._layout.addWidget(self.classes, 1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.overlap.clicked.connect(self._on_overlap_clicked)
        self.classes.clicked.connect(self._on_class_clicked)

    def show_report(self, report: ErrorsReport, places: dict[str, int]) -> None:
        """Show another report; ``places`` says which colour each lane has."""
        self._report = report
        self.overlap.show_table(overlap_table(report), places)
        self._fit_overlap()
        self.classes.show_table(classes_table(report), places)
        self.overlap.setVisible(report.overlap is not None)
        self.classes.setVisible(bool(report.classes))
        self.words.setText(overlap_words(report))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tables side by side where there is room, else below each other, to be scrolled."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE_PX
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self.classes.setMinimumHeight(0 if wide else _TABLE_PX)

    def _fit_overlap(self) -> None:
        """As high as its rows, with room for a scroll bar: what follows from them stands right below."""
        heads, rows, bar = (
            self.overlap.horizontalHeader(),
            self.overlap.verticalHeader(),
            self.overlap.horizontalScrollBar(),
        )
        edges = 2 * self.overlap.frameWidth()
        self.overlap.setFixedHeight(heads.sizeHint().height() + rows.length() + bar.sizeHint().height() + edges)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self.overlap.set_theme(theme)
        self.classes.set_theme(theme)

    def _on_overlap_clicked(self, index: QModelIndex) -> None:
        report = self._report
        if report is not None and index.column() > 0:
            of_first, of_second = _VERDICTS[index.row()], _VERDICTS[index.column() - 1]
            self._narrow(
                (Condition(f"{report.first}{IS}", (of_first,)), Condition(f"{report.second}{IS}", (of_second,)))
            )

    def _on_class_clicked(self, index: QModelIndex) -> None:
        if self._report is None or index.column() == 0:
            return
        pair = self._report.classes[index.row()]
        lane = (self._report.first, self._report.second)[index.column() - 1]
        taken_for = Condition(f"{CLASS_BY}{lane}", (pair.predicted,)) if pair.predicted else None
        wrong = Condition(f"{lane}{IS}", (WRONG,))
        self._narrow((Condition("class", (pair.true,)), taken_for or wrong))


def overlap_table(report: ErrorsReport) -> Table:
    """Units by who has them right."""
    overlap = report.overlap
    if overlap is None:
        return Table("")
    right, wrong = translate("Queue", "{lane} right"), translate("Queue", "{lane} wrong")
    counts = ((overlap.both_right, overlap.only_first), (overlap.only_second, overlap.both_wrong))
    tip = translate("Queue", "Click to narrow everything to these units")
    return Table(
        translate("Queue", "Units"),
        tuple(TableColumn(words.format(lane=report.second), lane=report.second) for words in (right, wrong)),
        tuple(
            TableRow(
                words.format(lane=report.first),
                tuple(TableCell(f"{n:,}", _share(n, overlap.n), tip=tip, value=n) for n in row),
                report.first,
            )
            for words, row in zip((right, wrong), counts, strict=True)
        ),
        has_details=True,
    )


def _share(n: int, of: int) -> str:
    return f"{100 * n / of:.1f} %" if of else ""


def classes_table(report: ErrorsReport) -> Table:
    """Which class was taken for which, by lane."""
    lanes = (report.first, report.second)
    tip = translate("Queue", "Units that {lane} took so")
    return Table(
        translate("Queue", "Class, taken for"),
        tuple(TableColumn(lane, tip.format(lane=lane), lane) for lane in lanes),
        tuple(_class_row(pair, lanes) for pair in report.classes),
    )


def _class_row(pair: TakenFor, lanes: tuple[str, str]) -> TableRow:
    predicted = translate("Queue", "nothing") if pair.predicted == NOTHING else pair.predicted
    cells = tuple(TableCell(f"{pair.n[lane]:,}", value=pair.n[lane]) for lane in lanes)
    return TableRow(f"{pair.true} → {predicted}", cells)


def overlap_words(report: ErrorsReport) -> str:
    """How alike the errors are, and whether one lane errs less often."""
    overlap = report.overlap
    if overlap is None:
        return translate("Queue", "Units of this task are neither right nor wrong, so that errors cannot be compared.")
    if report.is_by_outcome:
        return translate(
            "Queue",
            "These units were chosen by what lanes make of them, so that nothing is said of who errs less often.",
        )
    return " ".join(words for words in (_alike(report), _less_often(report)) if words)


def _alike(report: ErrorsReport) -> str:
    overlap = report.overlap
    if overlap is not None and not overlap.both_wrong:
        errors = {report.first: overlap.only_second, report.second: overlap.only_first}
        flawless = translate("Queue", " and ").join(lane for lane, n in errors.items() if not n)
        if flawless:
            return translate("Queue", "There are no errors of {lanes} here.").format(lanes=flawless)
    kappa = None if overlap is None else overlap.kappa
    if kappa is None:
        return translate("Queue", "Cohen's kappa of their errors is not defined here.")
    sentence = (
        translate("Queue", "They err on nearly the same units (Cohen's κ {kappa}).")
        if kappa >= _MUCH
        else translate("Queue", "They err on the same units more often than by chance (Cohen's κ {kappa}).")
        if kappa >= _SOME
        else translate("Queue", "They err on the same units hardly more often than by chance (Cohen's κ {kappa}).")
    )
    return sentence.format(kappa=f"{kappa:.2f}")


def _less_often(report: ErrorsReport) -> str:
    overlap = report.overlap
    if overlap is None:
        return ""
    if overlap.p_value is None:
        return translate("Queue", "Too few samples have units that only one of them has right, to say which errs less.")
    better = report.second if overlap.only_second > overlap.only_first else report.first
    sentence = (
        translate("Queue", "{lane} errs less often (McNemar's test by sample, p {p}, {n} units of {samples} samples).")
        if overlap.p_value < 0.05
        else translate("Queue", "No difference shown in how often they err (p {p}, {n} units of {samples} samples).")
    )
    p = "< 0.001" if overlap.p_value < 0.001 else f"= {overlap.p_value:.3f}"
    return sentence.format(lane=better, p=p, n=f"{overlap.n:,}", samples=f"{overlap.n_samples:,}")
