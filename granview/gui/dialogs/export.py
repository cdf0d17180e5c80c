"""What to write, in which format, and where."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from granview.core.sample import Sample
from granview.export.output_plan import OutputKind
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.writing_row import WritingRow
from granview.gui.sample_kind_view import kind_view
from granview.gui.session.exporter import SCREEN_SUFFIXES, Exporter
from granview.gui.session.window_memory import WindowMemory
from granview.report.lane_costs import HourlyPrices

SCREEN, SAMPLE, EVERYTHING = "screen", "sample", "everything"
_INDENT: Final = 26


class ExportDialog(Page):
    """Writes when accepted, and stays open until that is done.

    Args:
        exporter: Writes it.
        memory: Knows the folder of before.
        sample: The one in view.
        prices: What an hour of a device costs.
        parent: The window.
    """

    guide = "guide/files-written.md"

    def __init__(
        self, exporter: Exporter, memory: WindowMemory, sample: Sample | None, prices: HourlyPrices, parent: QWidget
    ) -> None:
        super().__init__(self.tr("Export"), parent)
        self._exporter = exporter
        self._memory = memory
        self._sample = sample
        self._prices = prices
        self._whats: dict[str, QRadioButton] = {}
        self._build_whats()
        self._build_state()
        self.cancel = self.add_cancel(self.tr("Close"))
        self.write = self.add_accept(self.tr("Export…"))
        exporter.finished.connect(self._on_finished)
        exporter.failed.connect(self._on_finished)
        self.resize(520, 0)

    @property
    def what(self) -> str:
        """What is to be written."""
        return next(key for key, button in self._whats.items() if button.isChecked())

    @property
    def formats(self) -> tuple[str, ...]:
        """As what it can be written, by file suffix."""
        return tuple(self._format.itemData(place) for place in range(self._format.count()))

    def choose(self, what: str) -> None:
        """Choose what to write."""
        self._whats[what].setChecked(True)

    def accept(self) -> None:
        """Ask where to, and write there."""
        if self.what == EVERYTHING:
            self._ask_for_folder()
        else:
            self._ask_for_file(self.what)

    def write_to(self, what: str, path: Path) -> None:
        """Write to a file, or for everything into a folder."""
        self._memory.keep_folder("exports", path if what == EVERYTHING else path.parent)
        self.write.setEnabled(False)
        self.writing.say(self.tr("Writing…"))
        if what == SCREEN:
            self._exporter.write_screen(path)
        elif what == SAMPLE and self._sample is not None:
            self._exporter.write_sample(self._sample.name, path)
        else:
            self._exporter.write_all(
                path, self.parts(), self.overwrite.isChecked(), self.table_suffixes(), self._prices
            )

    def parts(self) -> tuple[OutputKind, ...]:
        """What of everything is wanted."""
        return tuple(part for part, box in self._parts.items() if box.isChecked())

    def table_suffixes(self) -> tuple[str, ...]:
        """As what tables are written."""
        return (".csv", ".parquet") if self.parquet.isChecked() else (".csv",)

    def _build_whats(self) -> None:
        group = QButtonGroup(self)
        self._format = QComboBox()
        self._add_what(group, SCREEN, self.tr("What is on screen"), self.tr("The lanes as they are shown now."))
        self._add_what(
            group,
            SAMPLE,
            self.tr("This sample, all lanes"),
            "" if self._sample is None else kind_view(self._sample.kind).page_contents(),
        )
        row = QHBoxLayout()
        row.setContentsMargins(_INDENT, 0, 0, 6)
        row.addWidget(QLabel(self.tr("Format")))
        row.addWidget(self._format)
        row.addStretch(1)
        self.body.addLayout(row)
        self._add_what(group, EVERYTHING, self.tr("Everything, into a folder"), self.tr("For all samples and lanes."))
        self._build_parts()
        self._whats[SAMPLE].setEnabled(self._sample is not None)
        group.buttonToggled.connect(self._offer_formats)
        self.choose(SAMPLE if self._sample is not None else EVERYTHING)

    def _offer_formats(self) -> None:
        """Offer what fits the choice; a format that was chosen and still fits stays."""
        if not any(button.isChecked() for button in self._whats.values()):
            return
        sample = self._sample if self.what == SAMPLE else None
        wanted = SCREEN_SUFFIXES if sample is None else kind_view(sample.kind).page_suffixes()
        if self.formats == wanted:
            return
        chosen = self._format.currentData()
        self._format.clear()
        for suffix in wanted:
            self._format.addItem(suffix[1:].upper(), suffix)
        self._format.setCurrentIndex(max(self._format.findData(chosen), 0))

    def _add_what(self, group: QButtonGroup, key: str, text: str, explanation: str) -> None:
        button = self._whats[key] = QRadioButton(text)
        group.addButton(button)
        more = QLabel(explanation)
        more.setProperty("role", "muted")
        more.setContentsMargins(_INDENT, 0, 0, 0)
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addWidget(button)
        box.addWidget(more)
        self.body.addLayout(box)

    def _build_parts(self) -> None:
        texts = {
            OutputKind.TABLES: self.tr(
                "Tables: results.csv, summary.csv, differences.csv, variants.csv, cost.csv, grain.csv, units.csv"
            ),
            OutputKind.PREDICTIONS: self.tr("Predictions: each type in its own format, such as masks as index PNGs"),
            OutputKind.COMPARISON: self.tr("Comparison pages: a PNG per sample, of texts an HTML page too"),
            OutputKind.EXPLANATIONS: self.tr("Explanations: raw values, pictures and tables of what was asked"),
            OutputKind.SESSION: self.tr("The session: session.granview"),
        }
        self._parts = {part: QCheckBox(text) for part, text in texts.items()}
        grid = QGridLayout()
        grid.setContentsMargins(_INDENT, 2, 0, 0)
        grid.setVerticalSpacing(2)
        for place, box in enumerate(self._parts.values()):
            box.setChecked(True)
            grid.addWidget(box, place, 0)
        self.parquet = QCheckBox(self.tr("Each table as Parquet too"))
        self.parquet.setToolTip(self.tr("With the type and the meaning of each column; large tables are small so."))
        grid.addWidget(self.parquet, len(self._parts), 0)
        self.overwrite = QCheckBox(self.tr("Replace files there that GranView has not written"))
        self.overwrite.setToolTip(self.tr("Results of a session that lies there are replaced in any case."))
        grid.setRowMinimumHeight(len(self._parts) + 1, 8)
        grid.addWidget(self.overwrite, len(self._parts) + 2, 0)
        self.body.addLayout(grid)

    def _build_state(self) -> None:
        self.writing = WritingRow(self._exporter, self)
        self.body.addStretch(1)
        self.body.addWidget(self.writing)

    def _ask_for_file(self, what: str) -> None:
        suffix = self._format.currentData()
        name = "comparison" if self._sample is None else self._sample.name
        start = str(self._memory.folder("exports") / f"{name}{suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), start, f"*{suffix}")
        if chosen:
            self._write_to_chosen(what, Path(chosen), suffix)

    def _write_to_chosen(self, what: str, path: Path, suffix: str) -> None:
        """Write under a name from the dialog, which asked whether a file of that very name may be replaced."""
        whole = path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
        if whole != path and whole.exists():
            words = self.tr("{path} is there already, and was not replaced. Choose it in the dialog to replace it.")
            self.writing.say(words.format(path=whole))
        else:
            self.write_to(what, whole)

    def _ask_for_folder(self) -> None:
        start = str(self._memory.folder("exports"))
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder to write into"), start)
        if chosen:
            self.write_to(EVERYTHING, Path(chosen))

    def _on_finished(self, _text: str) -> None:
        self.write.setEnabled(True)
