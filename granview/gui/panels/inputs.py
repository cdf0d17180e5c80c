"""The inputs: images and texts to choose from, filtered by words, sorted by name, score or disagreement."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout

from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.gui.background.beginnings import Beginnings
from granview.gui.background.feed import Feed
from granview.gui.background.sample_search import SampleSearch
from granview.gui.background.timers import once
from granview.gui.desk import Desk
from granview.gui.panels.base import PANELS, Panel, Place
from granview.gui.style.theme import Theme
from granview.gui.tables.ranking import read_scores
from granview.gui.tables.sample_items import SampleItems
from granview.gui.tables.sample_order import Rank, in_order
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.sample_menu import SampleMenu
from granview.gui.widgets.sample_row import SampleRowDelegate
from granview.gui.widgets.sample_view import SampleView
from granview.gui.widgets.text_entry import TextEntry

_FILTER_DELAY_MS: Final = 120
_RANK_DELAY_MS: Final = 1_500


@PANELS.register("inputs")
class InputsPanel(Panel):
    """The list of samples."""

    place = Place.LEFT
    key = "Ctrl+1"

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._beginnings = Beginnings(desk.jobs, self)
        self._search = SampleSearch(desk.model.samples, self._beginnings, desk.jobs, self)
        self._items = SampleItems(desk.model, desk.thumbnails, self._beginnings, theme, self)
        self._delegate = SampleRowDelegate(theme, desk.icons.icon("text"))
        self._scores: Mapping[str, float] = {}
        self._feed: Feed[Mapping[str, float]] = Feed(desk.document, self, _RANK_DELAY_MS)
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

    def _build(self) -> None:
        self.search = QLineEdit(placeholderText=self.tr("Filter"), clearButtonEnabled=True)
        self.search.addAction(self.desk.icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.sort = QComboBox()
        self.sort.setToolTip(self.tr("Sort by"))
        for key, text in self._sortings():
            self.sort.addItem(text, key)
        self.sort.setProperty("quiet", "true")
        self.sort.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sort.setMinimumContentsLength(6)
        self.list = SampleView(self._items, self._delegate)
        self._hint = Hint()
        self.entry = TextEntry()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.list)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.search, 3)
        row.addWidget(self.sort, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.entry)

    def _sortings(self) -> tuple[tuple[str, str], ...]:
        return (
            ("added", self.tr("As added")),
            ("name", self.tr("Name")),
            ("score", self.tr("Lowest score")),
            ("disagreement", self.tr("Most different")),
        )

    def _connect(self) -> None:
        desk = self.desk
        desk.model.samples.changed.connect(self._search_soon.start)
        self._search.found.connect(self._relist)
        desk.model.loaded.connect(self._on_loaded)
        desk.model.samples.current_changed.connect(self._select_current)
        desk.model.rows_changed.connect(self._on_rows_changed)
        desk.model.lanes.changed.connect(self._on_lanes_changed)
        desk.thumbnails.changed.connect(self._items.refresh_path)
        self._beginnings.changed.connect(self._items.refresh_path)
        self.search.textChanged.connect(lambda _: self._search_soon.start())
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.entry.entered.connect(desk.intake.add_text)
        self.entry.edited.connect(self._on_edited)
        desk.runner.about_to_run.connect(self.entry.finish)
        desk.document.replaced.connect(self._on_document_replaced)
        self.sort.currentIndexChanged.connect(lambda _: self._on_sorting())
        self.list.selectionModel().currentChanged.connect(self._on_row_chosen)
        self._feed.ready.connect(self._on_scores)
        self._feed.failed.connect(desk.logbook.write_error)
        desk.agreements.changed.connect(self._relist)
        self._feed.ask(read_scores)
        self._feed.set_active(True)

    def _on_loaded(self) -> None:
        self._scores = {}
        self._feed.restart()
        self._relist()

    def _on_lanes_changed(self) -> None:
        self._items.refresh()
        self.entry.ask_for({lane.spec.task for lane in self.desk.model.lanes.all()})

    def _on_document_replaced(self) -> None:
        self.entry.clear()
        self.entry.setDisabled(self.desk.document.is_read_only)

    def _on_edited(self, name: str, given: TextInput) -> None:
        self.desk.intake.replace_text(name, given)

    def _open_menu(self, position: QPoint) -> None:
        index = self.list.indexAt(position)
        sample = self.desk.model.samples.get(self._items.name(index)) if index.isValid() else None
        if sample is None:
            return
        menu = self.menu_of(sample)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(position))

    def menu_of(self, sample: Sample) -> QMenu:
        """What can be done with a sample; nothing that changes what runs while lanes run."""
        menu, intake, given = SampleMenu(sample, self), self.desk.intake, sample.text
        if given is not None:
            menu.edit_asked.connect(lambda: self.entry.edit(sample.name, given))
        menu.columns_asked.connect(lambda: intake.ask_for_columns(Path(sample.path)))
        menu.remove_asked.connect(lambda: intake.remove([sample.name]))
        menu.setDisabled(self.desk.document.is_read_only or self.desk.model.lanes.is_running)
        return menu

    def _on_rows_changed(self, _: object) -> None:
        self._items.refresh()
        self._feed.invalidate()

    def _on_scores(self, scores: Mapping[str, float]) -> None:
        self._scores = scores
        self._relist()

    def _on_sorting(self) -> None:
        if self.sort.currentData() == "disagreement":
            self.desk.agreements.want()
        self._relist()
        self.list.scrollToTop()

    def _relist(self) -> None:
        everything = len(self.desk.model.samples)
        ranks = self._ranks()
        listed = in_order(self.sort.currentData(), self._search.listed(), ranks)
        self._items.show(listed, ranks)
        self.desk.model.samples.set_order([sample.name for sample in listed])
        self._say_what_is_missing(bool(everything), bool(listed))
        self._select_current()

    def _say_what_is_missing(self, any_sample: bool, any_listed: bool) -> None:
        self._hint.setText(
            self.tr("No sample has these words in its name, its folder or the beginning of its text.")
            if any_sample
            else self.tr(
                "Drop images, texts, data sets or folders here.\n\n"
                "Masks of the same name and columns of labels become references."
            )
        )
        self._stack.setCurrentIndex(1 if any_listed else 0)

    def _ranks(self) -> dict[str, Rank]:
        """Ranks of the samples that have any."""
        differ = self.desk.agreements.disagreements()
        return {name: Rank(self._scores.get(name), differ.get(name)) for name in self._scores.keys() | differ.keys()}

    def _select_current(self) -> None:
        current = self.desk.model.samples.current
        index = QModelIndex() if current is None else self._items.index_of(current.name)
        self.list.choose(index)

    def _on_row_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self.desk.model.samples.select(self._items.name(current))
