"""What variants keep of their parents' quality, what they cost, what flipped, and where on the grain they lose."""

from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from granview.analysis.no_interval import NoInterval
from granview.gui.model.panel_lines import panel_line
from granview.gui.model.sample_list import SampleLimit
from granview.gui.panel import PANELS, DockSide
from granview.gui.report_panel import ReportPanel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.variants.variant_cells import grain_sentence, loses_for_sure, loss_of
from granview.gui.variants.variants_report import VariantsReport, read_variants
from granview.gui.variants.variants_table import FLIPS, columns, variants_table
from granview.gui.widgets.column_chooser import ColumnChooser
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.number_format import samples_in_words
from granview.gui.widgets.table_order import TableOrder
from granview.gui.widgets.table_view import TableView
from granview.report.summary import SCORED
from granview.report.variants import VariantComparison

_DELAY_MS: Final = 900
_SENTENCES: Final = 4
_HIGH_PX: Final = 320
"""From this height on there is room for that many sentences below the table."""
_TOO_FEW = (NoInterval.FEW, NoInterval.FEW_DIFFER)


@PANELS.register("variants")
class VariantsPanel(ReportPanel[VariantsReport]):
    """A row for each variant under its parent's. A click on a column's head sorts, one on flips lists their samples."""

    place = DockSide.BOTTOM
    rank = 4
    key = "Ctrl+9"
    guide = "guide/variants.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme, _DELAY_MS)
        self._report = VariantsReport()
        self._sort_by, self._falling = "", False
        self.table = TableView(theme, services.memory)
        self.table.setMinimumHeight(60)
        self._hint = Hint()
        self._note = QLabel(wordWrap=True)
        self._note.setProperty("role", "muted")
        self._note.setContentsMargins(10, 2, 10, 6)
        self._lay_out()
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.sort_by_column)
        self.table.clicked.connect(self._on_clicked)
        services.model.lanes.changed.connect(self._on_lanes_changed)
        self._ask()
        self._show()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Variants")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self.table.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much below the table as there is room for."""
        super().resizeEvent(event)
        self._say()

    def sort_by_column(self, section: int) -> None:
        """Sort by a column of the view, the smallest first, then the largest, then as the lanes stand."""
        key = columns()[section - 1].key if section else ""
        if key != self._sort_by:
            self._sort_by, self._falling = key, False
        elif not self._falling:
            self._falling = True
        else:
            self._sort_by, self._falling = "", False
        self._show()

    def list_flips(self, lane: str) -> None:
        """List the samples alone in which something flipped in a variant."""
        each = self._variant(lane)
        if each is None or each.flips is None:
            return
        names = frozenset((*each.flips.lost_samples, *each.flips.gained_samples))
        if not names:
            self.services.event_log.write(self.tr("{lane}: nothing flipped.").format(lane=lane))
            return
        words = self.tr("{lost} lost and {gained} gained in {lane}, in {samples}")
        words = words.format(
            lost=each.flips.lost, gained=each.flips.gained, lane=lane, samples=samples_in_words(len(names))
        )
        samples = self.services.model.samples
        samples.set_limit(SampleLimit(names, words))
        samples.select(next(name for name in (*each.flips.lost_samples, *each.flips.gained_samples)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addStretch(1)
        head.addWidget(self.task)
        head.addWidget(ColumnChooser(self.table, self.services.memory, "variants", self.services.icons))
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self._note)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _ask(self) -> None:
        self._ask_in_focus(partial(read_variants, task=self._task_name()))

    def _on_lanes_changed(self) -> None:
        self._feed.invalidate()
        self._show()

    def _on_report(self, report: VariantsReport) -> None:
        self._report = report
        self._show()

    def _show(self) -> None:
        table = variants_table(self._report, self._sort_by, self._falling)
        self.table.show_table(table, self._places())
        title = next((column.title for column in columns() if column.key == self._sort_by), None)
        self.table.show_order(TableOrder(title, self._falling))
        self._say()
        self._hint.setText(self._explanation())
        self._stack.setCurrentIndex(1 if table.rows else 0)

    def _say(self) -> None:
        words = self._words()
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _words(self) -> str:
        """Where those that lose most, more than chance, do so, as far as there is room; what must be known of all."""
        compared = [each for variants in self._report.groups.values() for each in variants]
        losing = [each for each in compared if loses_for_sure(each)]
        losing.sort(key=loss_of)
        n = _SENTENCES if self.height() >= _HIGH_PX else 1
        lines = [grain_sentence(each) for each in losing[:n]]
        qualities = [each.quality for each in compared]
        if any(quality is None for quality in qualities):
            lines.append(self._without_quality())
        elif any(quality is not None and quality.is_by_outcome for quality in qualities):
            lines.append(
                self.tr(
                    "These samples were chosen by what lanes make of them: lanes differ among them by that choice "
                    "alone, so that there are no intervals and no marks."
                )
            )
        elif any(quality is not None and quality.why_none in _TOO_FEW for quality in qualities):
            lines.append(
                self.tr("Fewer than 8 samples, or fewer than 6 that differ, tell no interval, so no mark is given.")
            )
        if any(each.timed_apart for each in compared):
            lines.append(self.tr("Times of different runs are not compared: run both again together (Shift+R)."))
        return "\n".join(lines)

    def _without_quality(self) -> str:
        """Why a variant has no quality: nothing is scored at all, or the two have no scored sample in common yet."""
        if any(row[SCORED] for row in self._report.summaries.values()):
            return self.tr("Quality is compared on samples that a variant and its parent were both scored on.")
        return self.tr("Without references there is no quality to compare; costs are compared all the same.")

    def _explanation(self) -> str:
        if line := panel_line("variants", self.services.model):
            return line
        if not len(self.services.model.lanes):
            return self.tr("Add a model, then variants of it: fewer bits, pruned, compiled, on another engine.")
        return self.tr(
            "Lanes ▸ Add variants… (Shift+N) runs a model in other ways: fewer bits, pruned, compiled.\n"
            "Here stands what each keeps of the quality, what it costs, what flipped, and where on the grain it loses."
        )

    def _variant(self, lane: str) -> VariantComparison | None:
        every = (each for variants in self._report.groups.values() for each in variants)
        return next((each for each in every if each.lane == lane), None)

    def _on_clicked(self, index: QModelIndex) -> None:
        is_flips = index.column() > 0 and columns()[index.column() - 1].key == FLIPS
        if is_flips:
            self.list_flips(self.table.table.rows[index.row()].lane)
