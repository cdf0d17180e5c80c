"""The bar that searches in the texts of all cells."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from granview.gui.background.timers import once
from granview.gui.lanes.texts.text_search import SearchQuery
from granview.gui.style.theme import SPACING

_PAUSE_MS: Final = 80


class FindBar(QWidget):
    """A field, how many places there are, previous and next, and whether capitals matter."""

    changed = Signal(object)
    """The ``SearchQuery`` that the user wants; an empty one when the bar is closed."""

    stepped = Signal(int)
    """The user wants the next place (1) or the previous one (-1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._soon = once(self, _PAUSE_MS, self._tell)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in all texts"))
        self.field.setAccessibleName(self.tr("Find in all texts"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.case = self._button("Aa", self.tr("Capitals matter"))
        self.case.setCheckable(True)
        self.previous = self._button("▲", self.tr("Previous (Shift+Enter)"))
        self.next = self._button("▼", self.tr("Next (Enter)"))
        self.shut = self._button("✕", self.tr("Close (Esc)"))
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def query(self) -> SearchQuery:
        """What is looked for now."""
        return SearchQuery(self.field.text(), self.case.isChecked()) if not self.isHidden() else SearchQuery()

    def open(self, letters: str = "") -> None:
        """Show the bar, and look for these letters where there are any."""
        self.show()
        if letters:
            self.field.setText(letters)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell()

    def close_bar(self) -> None:
        """Hide the bar and forget what was found."""
        self.hide()
        self.changed.emit(SearchQuery())

    def show_count(self, place: int, n: int, more: bool) -> None:
        """Say at which of how many places the user is."""
        if not self.field.text():
            self.count.clear()
        elif not n:
            self.count.setText(self.tr("not found"))
        else:
            words = self.tr("{place} of more than {n}") if more else self.tr("{place} of {n}")
            self.count.setText(words.format(place=place, n=f"{n:,}"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step by Enter, close by Esc, before the window's own acts for these keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return event.isAccepted()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, SPACING // 2)
        row.setSpacing(SPACING // 2)
        self.field.setMaximumWidth(48 * SPACING)
        self.count.setMinimumWidth(12 * SPACING)
        row.addWidget(self.field, 1)
        for part in (self.case, self.previous, self.next, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.shut)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self._soon.start())
        self.case.toggled.connect(lambda _: self._tell())
        self.next.clicked.connect(lambda: self._step(1))
        self.previous.clicked.connect(lambda: self._step(-1))
        self.shut.clicked.connect(self.close_bar)

    def _step(self, by: int) -> None:
        if self._soon.isActive():
            self._tell()
        self.stepped.emit(by)

    def _tell(self) -> None:
        self._soon.stop()
        self.changed.emit(self.query)
