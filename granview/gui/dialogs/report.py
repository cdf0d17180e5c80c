"""A report for a colleague: in which language and format, of which lane the others are compared with, and where to."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.writing_row import WritingRow
from granview.gui.session.exporter import Exporter, ReportWish
from granview.gui.session.window_memory import WindowMemory
from granview.report.lane_costs import HourlyPrices

_LANGUAGES: Final = {"English": "en", "简体中文": "zh"}
_FORMATS: Final = {"HTML": ".html", "PDF": ".pdf"}
_MOST_EXAMPLES: Final = 200


class ReportDialog(Page):
    """Writes when accepted, and stays open until that is done.

    Args:
        exporter: Writes it.
        memory: Knows the folder of before.
        lanes: Names of the lanes.
        prices: What an hour of a device costs.
        parent: The window.
    """

    guide = "guide/report.md"

    def __init__(
        self, exporter: Exporter, memory: WindowMemory, lanes: list[str], prices: HourlyPrices, parent: QWidget
    ) -> None:
        words = self.tr(
            "One file that a colleague reads without the program: verdict, tables, plots, and what decided it."
        )
        super().__init__(self.tr("Report"), parent, words)
        self._exporter = exporter
        self._memory = memory
        self._prices = prices
        self._path: Path | None = None
        self._build_form(lanes)
        self._build_state()
        self.cancel = self.add_cancel(self.tr("Close"))
        self.write = self.add_accept(self.tr("Write…"))
        self.write.setEnabled(bool(lanes))
        if not lanes:
            self.writing.say(self.tr("There are no lanes yet. Add a model and run it first."))
        exporter.finished.connect(self._on_finished)
        exporter.failed.connect(self._on_failed)
        self.resize(520, 0)

    @property
    def suffix(self) -> str:
        """How the file's name is to end."""
        return str(self.format.currentData())

    def wish(self) -> ReportWish:
        """What the report is to be like."""
        return ReportWish(
            str(self.language.currentData()),
            self.title.text().strip(),
            self.examples.value(),
            str(self.against.currentData()),
            self._prices,
        )

    def accept(self) -> None:
        """Ask where to, and write there."""
        start = str(self._memory.folder("exports") / f"report{self.suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Report"), start, f"*{self.suffix}")
        if chosen:
            path = Path(chosen)
            self.write_to(path if path.suffix.lower() == self.suffix else path.with_name(path.name + self.suffix))

    def write_to(self, path: Path) -> None:
        """Write the report there."""
        self._memory.keep_folder("exports", path.parent)
        self._path = path
        self.write.setEnabled(False)
        self.open_it.hide()
        self.writing.say(self.tr("Writing…"))
        self._exporter.write_report(path, self.wish())

    def _build_form(self, lanes: list[str]) -> None:
        form = QFormLayout()
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("The names of the lanes"))
        self.language, self.format = _choice(_LANGUAGES), _choice(_FORMATS)
        self.against = _choice({self.tr("The first of each task"): "", **{name: name for name in lanes}})
        self.examples = QSpinBox()
        self.examples.setRange(0, _MOST_EXAMPLES)
        self.examples.setValue(6)
        self.examples.setToolTip(
            self.tr("Units where the lanes differ most, both ways, and typical ones; of each task.")
        )
        for label, widget in (
            (self.tr("Title"), self.title),
            (self.tr("Language"), self.language),
            (self.tr("Format"), self.format),
            (self.tr("Compare with"), self.against),
            (self.tr("Examples"), self.examples),
        ):
            form.addRow(label, widget)
        self.body.addLayout(form)

    def _build_state(self) -> None:
        self.writing = WritingRow(self._exporter, self)
        self.open_it = QPushButton(self.tr("Open it"))
        self.open_it.setAutoDefault(False)
        self.open_it.clicked.connect(self._open)
        self.open_it.hide()
        self.writing.add_button(self.open_it)
        self.body.addStretch(1)
        self.body.addWidget(self.writing)

    def _open(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _on_finished(self, _text: str) -> None:
        self.write.setEnabled(True)
        self.open_it.setVisible(self._path is not None and self._path.exists())

    def _on_failed(self, _text: str) -> None:
        self.write.setEnabled(True)


def _choice(entries: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for text, value in entries.items():
        box.addItem(text, value)
    return box
