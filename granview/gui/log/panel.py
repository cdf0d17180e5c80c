"""The log, and how far every lane is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from granview.gui.background.connections import connect_while
from granview.gui.language.below import localized
from granview.gui.log.lane_progress import LaneProgressList
from granview.gui.model.event_log import Entry, Level
from granview.gui.panel import PANELS, DockSide, Panel
from granview.gui.services import Services
from granview.gui.style.theme import Theme

_MAX_BLOCKS: Final = 5_000
_ROWS_PX: Final = 24


@PANELS.register("log")
class LogPanel(Panel):
    """Progress per lane above, lines below."""

    place = DockSide.BOTTOM
    rank = 9
    key = "Ctrl+6"
    guide = "guide/window.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme)
        self._progress = LaneProgressList(services.icons, theme)
        self._lines = QPlainTextEdit(readOnly=True)
        self._lines.setMaximumBlockCount(_MAX_BLOCKS)
        self._lines.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._lines.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._lines.setPlaceholderText(self.tr("What happens is written here."))
        self._level = QComboBox()
        self._level.setToolTip(self.tr("Show lines from this level on"))
        for level, text in ((0, self.tr("All lines")), (1, self.tr("Warnings")), (2, self.tr("Errors"))):
            self._level.addItem(text, Level(level))
        self._is_read_back = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._head())
        layout.addWidget(_scrolling(self._progress))
        layout.addWidget(self._lines, 1)
        self._connect()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Log")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self._progress.set_theme(theme)
        self._rewrite()

    def _head(self) -> QWidget:
        copy = QToolButton()
        copy.setToolTip(self.tr("Copy the lines shown"))
        copy.setIcon(self.services.icons.icon("copy"))
        copy.setIconSize(QSize(16, 16))
        copy.clicked.connect(self._copy)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._level)
        row.addStretch(1)
        row.addWidget(copy)
        return head

    def _connect(self) -> None:
        self.services.event_log.added.connect(self._on_added)
        self._level.currentIndexChanged.connect(lambda _: self._rewrite())
        bar = self._lines.verticalScrollBar()
        bar.actionTriggered.connect(lambda _: self._on_scrolled(bar.sliderPosition()))
        bar.rangeChanged.connect(lambda _least, _most: self._follow())
        lanes = self.services.model.lanes
        lanes.changed.connect(self._show_progress)
        connect_while(self, lanes.lane_changed, lambda _: self._show_progress())
        self._progress.cancel_requested.connect(self.services.runner.stop)
        self._rewrite()
        self._show_progress()

    def _on_scrolled(self, line: int) -> None:
        """The newest line stays in view, unless the user has scrolled up from it."""
        self._is_read_back = line < self._lines.verticalScrollBar().maximum()

    def _follow(self) -> None:
        """Keep the newest line in view when lines are wrapped anew, as when the panel is first shown."""
        if not self._is_read_back:
            bar = self._lines.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _show_progress(self) -> None:
        self._progress.show_lanes(self.services.model.lanes.all())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(_in_words, self._shown(self.services.event_log.entries))))

    def _shown(self, entries: Sequence[Entry]) -> list[Entry]:
        level: Level = self._level.currentData()
        return [entry for entry in entries if entry.level >= level]

    def _rewrite(self) -> None:
        self._lines.clear()
        self._write(self.services.event_log.entries[-_MAX_BLOCKS:])

    def _on_added(self, entries: Sequence[Entry]) -> None:
        self._write(entries)

    def _write(self, entries: Sequence[Entry]) -> None:
        colors = {Level.INFO: self.theme.text, Level.WARNING: self.theme.warn, Level.ERROR: self.theme.bad}
        cursor = QTextCursor(self._lines.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for entry in self._shown(entries):
            look = QTextCharFormat()
            look.setForeground(QColor(colors[entry.level]))
            separator = "" if self._lines.document().isEmpty() else "\n"
            cursor.insertText(f"{separator}{_in_words(entry)}", look)
        self._follow()


def _in_words(entry: Entry) -> str:
    """A line in the window's language; the entry itself keeps the words of whoever wrote it."""
    return str(replace(entry, text=localized(entry.text)))


def _scrolling(rows: QWidget) -> QScrollArea:
    """As high as its rows where there is room; with many lanes it scrolls rather than take it from the rest."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    area.setMinimumHeight(_ROWS_PX)
    rows.setProperty("surface", "panel")
    rows.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(rows)
    return area
