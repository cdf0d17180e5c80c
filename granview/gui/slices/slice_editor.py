"""The editor of slices: saved ones, a condition by column, or conditions as they are typed."""

from functools import partial
from typing import Final

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from granview.core.errors import ArgumentError
from granview.core.slice_language import parsed_slice, typed
from granview.core.slices import Slice
from granview.gui.language.below import localized
from granview.gui.services import Services
from granview.gui.slices.column_choice import ColumnChoice, ColumnContent, read_column_names, read_content
from granview.gui.slices.saved_row import SavedRow
from granview.gui.slices.slice_words import column_title
from granview.report.saved_slices import remove_slice, save_slice, saved_slices
from granview.store.reader import SessionReader

_WIDTH_PX: Final = 340


class SliceEditor(QFrame):
    """A popup beside what opened it. What is asked for is narrowed to at once.

    Args:
        services: The focus, the session.
        parent: The window.
    """

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._services = services
        self.setProperty("surface", "popup")
        self.setFixedWidth(_WIDTH_PX)
        self.saved = SavedRow(services.icons)
        self.column = QComboBox()
        self.column.setToolTip(self.tr("The column that is asked"))
        self.choice = ColumnChoice()
        self.add = QPushButton(self.tr("Narrow to these"))
        self.typed = QLineEdit(placeholderText=self.tr("class=car|bus, grain<8"))
        self.name = QLineEdit(placeholderText=self.tr("Name"))
        self.keep = QPushButton(self.tr("Save slice"))
        self.words = QLabel(wordWrap=True)
        self.words.setProperty("role", "bad")
        self._lay_out()
        self.column.activated.connect(lambda _: self._read_content())
        self.add.clicked.connect(lambda _=False: self._narrow())
        self.typed.returnPressed.connect(self._narrow_to_typed)
        self.keep.clicked.connect(lambda _=False: self._save())
        self.name.returnPressed.connect(self._save)
        self.saved.chosen.connect(self._show_saved)
        self.saved.removed.connect(self._remove)

    def open_at(self, position: QPoint) -> None:
        """Show it with its upper left corner there, within the screen; what is in focus stands in it as it is typed."""
        self.typed.setText(typed(self._services.focus.slice))
        self._read()
        self.adjustSize()
        area = self.screen().availableGeometry()
        x = min(max(position.x(), area.left()), area.right() - self.width())
        y = min(max(position.y(), area.top()), area.bottom() - self.sizeHint().height())
        self.move(x, y)
        self.show()
        self.typed.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.saved)
        layout.addWidget(self._heading(self.tr("Narrow everything to units whose")))
        layout.addWidget(self.column)
        layout.addWidget(self.choice)
        layout.addWidget(self.add)
        layout.addWidget(self._heading(self.tr("Or type conditions")))
        layout.addWidget(self.typed)
        layout.addWidget(self._heading(self.tr("Save what is in focus")))
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.keep)
        layout.addLayout(row)
        layout.addWidget(self.words)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("role", "heading")
        return label

    def _task(self) -> str | None:
        task = self._services.tasks.current
        return None if task is None else task.name

    def _read(self) -> None:
        """Ask for saved slices and columns anew."""
        self.words.setText("")
        has_focus = bool(self._services.focus.slice.conditions) and not self._services.document.is_read_only
        self.keep.setEnabled(has_focus)
        self.name.setEnabled(has_focus)
        document, task = self._services.document, self._task()
        document.read(saved_slices, self.saved.show_slices)
        if task is not None:
            document.report(partial(read_column_names, task=task), self._show_columns)

    def _show_columns(self, names: list[str]) -> None:
        chosen = self.column.currentData()
        self.column.clear()
        for name in names:
            self.column.addItem(column_title(name), name)
        self.column.setCurrentIndex(max(self.column.findData(chosen), 0))
        self._read_content()

    def _read_content(self) -> None:
        task, column = self._task(), self.column.currentData()
        self.choice.show_content(None)
        if task is not None and column is not None:
            query = partial(read_content, task=task, column=column)
            self._services.document.report(query, self._show_content, self._on_failed)

    def _show_content(self, content: ColumnContent) -> None:
        if content.column == self.column.currentData():
            self.choice.show_content(content)

    def _narrow(self) -> None:
        condition = self.choice.condition()
        if condition is None:
            self.words.setText(self.tr("Choose values, or give a bound."))
            return
        self._services.focus.narrow(condition)
        self.close()

    def _narrow_to_typed(self) -> None:
        """Narrow to what is typed, once it is known that it can be asked of some units here."""
        text = self.typed.text()
        try:
            wanted = parsed_slice(text)
        except ArgumentError as error:
            self._refuse(error)
            return

        def narrow(_: object) -> None:
            if self.isVisible() and self.typed.text() == text:
                self._services.focus.set_slice(wanted)
                self.close()

        self._services.document.report(partial(_units_of, wanted=wanted), narrow, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self.words.setText(localized(str(error)))
        self.adjustSize()

    def _show_saved(self, wanted: Slice) -> None:
        self._services.focus.set_slice(wanted)
        self.close()

    def _save(self) -> None:
        named = msgspec.structs.replace(self._services.focus.slice, name=self.name.text().strip())
        if not named.name:
            self.words.setText(self.tr("Give it a name."))
            return
        document = self._services.document
        document.write(
            lambda session: save_slice(session, named),
            self._read_saved,
            self._on_failed,
        )
        self.name.clear()

    def _remove(self, name: str) -> None:
        document = self._services.document
        document.write(
            lambda session: remove_slice(session, name),
            self._read_saved,
            self._on_failed,
        )

    def _read_saved(self, _: None) -> None:
        self._services.document.read(saved_slices, self.saved.show_slices)

    def _on_failed(self, error: Exception) -> None:
        self.words.setText(localized(str(error)))


def _units_of(session: SessionReader, wanted: Slice) -> object:
    """The units that meet a slice; reading them loads more than a window needs to be up."""
    from granview.report.slice_rows import slice_units

    return slice_units(session, wanted)
