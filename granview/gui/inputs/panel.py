"""The inputs: samples to choose from, filtered by words, sorted by name, score or disagreement."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout

from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.core.text import TextInput
from granview.gui.background.timers import once
from granview.gui.inputs.limit_line import LimitLine
from granview.gui.inputs.sample_items import SampleItems
from granview.gui.inputs.sample_list_view import SampleRowDelegate, SampleView
from granview.gui.inputs.sample_menu import SampleMenu
from granview.gui.inputs.sample_order import ByTask, Rank, in_order, of_task, read_scores
from granview.gui.inputs.sample_rows import RowsByKind, SampleRows
from granview.gui.inputs.text_entry import TextEntry
from granview.gui.inputs.word_filter import SampleSearch
from granview.gui.model.panel_lines import panel_line
from granview.gui.panel import PANELS, DockSide, Panel
from granview.gui.sample_kind_view import kind_view
from granview.gui.services import Services
from granview.gui.session.live_query import LiveQuery
from granview.gui.style.theme import Theme
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.list_entry import ListEntry
from granview.tasks.tasks_of_sample import parts_read

_FILTER_DELAY_MS: Final = 120
_RANK_DELAY_MS: Final = 1_500


@PANELS.register("inputs")
class InputsPanel(Panel):
    """The list of samples."""

    place = DockSide.LEFT
    key = "Ctrl+1"
    guide = "guide/data-sets.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme)
        self._rows = RowsByKind(self._rows_of, self)
        self._search = SampleSearch(services.model.samples, self._rows.read_texts, services.jobs, self)
        self._items = SampleItems(services.model, self._rows, theme, services.marks, self)
        self._delegate = SampleRowDelegate(theme, services.icons)
        self._scores: Mapping[str, ByTask] = {}
        self._feed: LiveQuery[Mapping[str, ByTask]] = LiveQuery(services.document, self, _RANK_DELAY_MS)
        self._search_soon = once(self, _FILTER_DELAY_MS, lambda: self._search.ask(self.search.text()))
        self._build()
        self._connect()
        self._relist()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Inputs")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self._delegate.set_theme(theme)
        self._items.set_theme(theme)

    def _rows_of(self, kind: Kind) -> SampleRows:
        return kind_view(kind).new_rows(self.services, self) or SampleRows(self)

    def _build(self) -> None:
        self.search = QLineEdit(placeholderText=self.tr("Filter"), clearButtonEnabled=True)
        self.search.addAction(self.services.icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.sort = QComboBox()
        self.sort.setAccessibleName(self.tr("Sort by"))
        for key, text in self._sortings():
            self.sort.addItem(text, key)
        self.sort.setProperty("quiet", "true")
        self.sort.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sort.setMinimumContentsLength(6)
        self._say_sorting()
        self.list = SampleView(self._items, self._delegate)
        ListEntry(self.search, self.list)
        self._hint = Hint()
        self.entry = TextEntry()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.list)
        self.limit = LimitLine(self.services.model.samples, self.services.icons)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.search, 3)
        row.addWidget(self.sort, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.limit)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.entry)

    def _sortings(self) -> tuple[tuple[str, str], ...]:
        return (
            ("added", self.tr("As added")),
            ("name", self.tr("Name")),
            ("score", self.tr("Lowest score")),
            ("disagreement", self.tr("Differ most")),
        )

    def _connect(self) -> None:
        services = self.services
        services.model.samples.changed.connect(self._search_soon.start)
        self._search.matched.connect(self._relist)
        services.model.samples.limit_changed.connect(self._relist)
        services.model.loaded.connect(self._on_loaded)
        services.model.samples.current_changed.connect(self._select_current)
        services.model.rows_changed.connect(self._on_rows_changed)
        services.model.lanes.changed.connect(self._on_lanes_changed)
        self._rows.changed.connect(self._items.refresh_path)
        self.search.textChanged.connect(lambda _: self._search_soon.start())
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.entry.entered.connect(services.importer.add_text)
        self.entry.edited.connect(self._on_edited)
        services.runner.about_to_run.connect(self.entry.finish)
        services.document.replaced.connect(self._on_document_replaced)
        self.sort.currentIndexChanged.connect(lambda _: self._on_sorting())
        self.list.selectionModel().currentChanged.connect(self._on_row_chosen)
        self._feed.ready.connect(self._on_scores)
        self._feed.failed.connect(services.event_log.write_error)
        services.agreements.changed.connect(self._relist)
        services.tasks.changed.connect(self._relist)
        services.marks.changed.connect(self._items.refresh)
        self._feed.ask(read_scores)
        self._feed.set_active(True)

    def _on_loaded(self) -> None:
        self._scores = {}
        self._feed.restart()
        self._relist()

    def _on_lanes_changed(self) -> None:
        self._items.refresh()
        self.entry.ask_for(parts_read(lane.spec.task for lane in self.services.model.lanes.all()))

    def _on_document_replaced(self) -> None:
        self.entry.clear()
        self.entry.setDisabled(self.services.document.is_read_only)

    def _on_edited(self, name: str, text: TextInput) -> None:
        self.services.importer.replace_text(name, text)

    def _open_menu(self, position: QPoint) -> None:
        index = self.list.indexAt(position)
        sample = self.services.model.samples.get(self._items.name(index)) if index.isValid() else None
        if sample is None:
            return
        menu = self.menu_of(sample)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(position))

    def menu_of(self, sample: Sample) -> QMenu:
        """What can be done with a sample; nothing that changes what runs while lanes run."""
        menu, importer, text = SampleMenu(sample, self), self.services.importer, sample.text
        if text is not None:
            menu.edit_asked.connect(lambda: self.entry.edit(sample.name, text))
        menu.columns_asked.connect(lambda: importer.ask_for_columns(Path(sample.path)))
        menu.remove_asked.connect(lambda: self.services.deeds.remove_samples([sample.name]))
        menu.setDisabled(self.services.document.is_read_only or self.services.model.lanes.is_running)
        return menu

    def _on_rows_changed(self, _: object) -> None:
        self._items.refresh()
        self._feed.invalidate()

    def _on_scores(self, scores: Mapping[str, ByTask]) -> None:
        self._scores = scores
        self._relist()

    def _say_sorting(self) -> None:
        """The tip has the choice whole, which a narrow panel cuts."""
        words = self.tr("Sort by: {sorting}").format(sorting=self.sort.currentText())
        self.sort.setToolTip(words)

    def _on_sorting(self) -> None:
        self._say_sorting()
        if self.sort.currentData() == "disagreement":
            self.services.agreements.want()
        self._relist()
        self.list.scrollToTop()

    def _relist(self) -> None:
        everything = len(self.services.model.samples)
        ranks = self._ranks()
        limit = self.services.model.samples.limit
        wanted = [each for each in self._search.listed() if limit is None or each.name in limit.names]
        listed = in_order(self.sort.currentData(), wanted, ranks)
        self._items.show(listed, ranks)
        self.services.model.samples.set_order([sample.name for sample in listed])
        self._say_what_is_missing(bool(everything), bool(listed))
        self._select_current()

    def _say_what_is_missing(self, any_sample: bool, any_listed: bool) -> None:
        self._hint.setText(
            self.tr("No sample has these words in its name, its folder or the beginning of its text.")
            if any_sample
            else panel_line("inputs", self.services.model)
        )
        self._stack.setCurrentIndex(1 if any_listed else 0)

    def _ranks(self) -> dict[str, Rank]:
        """Ranks of the samples that have any."""
        differ, task = self.services.agreements.disagreements(), self.services.tasks.current
        name_of_task = None if task is None else task.name
        return {
            name: Rank(of_task(self._scores.get(name), name_of_task), of_task(differ.get(name), name_of_task))
            for name in self._scores.keys() | differ.keys()
        }

    def _select_current(self) -> None:
        current = self.services.model.samples.current
        index = QModelIndex() if current is None else self._items.index_of(current.name)
        self.list.choose(index)

    def _on_row_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self.services.model.samples.select(self._items.name(current))
